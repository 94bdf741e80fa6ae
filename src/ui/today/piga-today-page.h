/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_TODAY_PAGE (piga_today_page_get_type ())

/* The room in which a day begins: what to go on with, what is due, the week's goals, the last
 * entry. */
G_DECLARE_FINAL_TYPE (PigaTodayPage, piga_today_page, PIGA, TODAY_PAGE, AdwNavigationPage)

AdwNavigationPage *piga_today_page_new (PigaContext *context);

G_END_DECLS
