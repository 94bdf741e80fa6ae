/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_PATTERN_PAGE (piga_pattern_page_get_type ())

/* What comes up in interview after interview, in three voices, with the way to where it was
 * noted. */
G_DECLARE_FINAL_TYPE (PigaPatternPage, piga_pattern_page, PIGA, PATTERN_PAGE, AdwNavigationPage)

AdwNavigationPage *piga_pattern_page_new (PigaContext *context, const char *id);

G_END_DECLS
