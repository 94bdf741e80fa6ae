/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_WELCOME_PAGE (piga_welcome_page_get_type ())

/* The first thing a person sees: the promise, the language, two doors. */
G_DECLARE_FINAL_TYPE (PigaWelcomePage, piga_welcome_page, PIGA, WELCOME_PAGE, AdwBin)

GtkWidget *piga_welcome_page_new (GSettings *settings);

G_END_DECLS
