/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_DEBRIEF_PAGE (piga_debrief_page_get_type ())

/* A look back at one interview, in the order that helps: what is remembered, what was asked, what
 * went well, then the gaps. Property "short" (boolean: the form for five minutes). */
G_DECLARE_FINAL_TYPE (PigaDebriefPage, piga_debrief_page, PIGA, DEBRIEF_PAGE, AdwNavigationPage)

AdwNavigationPage *piga_debrief_page_new (PigaContext *context, const char *interview);

G_END_DECLS
