/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_STEP_PAGE (piga_step_page_get_type ())

/* The room of one step: read, do, write. */
G_DECLARE_FINAL_TYPE (PigaStepPage, piga_step_page, PIGA, STEP_PAGE, AdwNavigationPage)

GtkWidget *piga_step_page_new (PigaContext *context, guint step);

G_END_DECLS
