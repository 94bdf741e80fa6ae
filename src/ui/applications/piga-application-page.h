/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_APPLICATION_PAGE (piga_application_page_get_type ())

/* The tool “application”: everything about one application. Property "stage" (int, a PigaStage). */
G_DECLARE_FINAL_TYPE (PigaApplicationPage, piga_application_page, PIGA, APPLICATION_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *piga_application_page_new (PigaContext *context, const char *id);

G_END_DECLS
