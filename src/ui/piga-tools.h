/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-context.h"

G_BEGIN_DECLS

AdwNavigationPage *piga_tools_open (PigaContext *context, const char *tool, const char *id);

G_END_DECLS
