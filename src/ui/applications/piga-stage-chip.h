/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "sense/piga-stage.h"

G_BEGIN_DECLS

/* A label that names a stage, in a colour that goes with it. */

GtkWidget *piga_stage_chip_new (void);
void piga_stage_chip_show (GtkLabel *chip, PigaStage stage);

G_END_DECLS
