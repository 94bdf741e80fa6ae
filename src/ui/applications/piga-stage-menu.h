/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "sense/piga-stage.h"

G_BEGIN_DECLS

GMenuModel *piga_stage_menu_new (const char *action);

G_END_DECLS
