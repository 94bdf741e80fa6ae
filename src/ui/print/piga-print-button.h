/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-store.h"

G_BEGIN_DECLS

#define PIGA_TYPE_PRINT_BUTTON (piga_print_button_get_type ())

/* A button for the header bar: Print… and Save as PDF…. Its signal "create-sheet" asks the page for
 * the #PigaSheet (transfer full), or %NULL when there is nothing to print. */
G_DECLARE_FINAL_TYPE (PigaPrintButton, piga_print_button, PIGA, PRINT_BUTTON, GtkWidget)

void piga_print_button_set_store (PigaPrintButton *self, PigaStore *store);

G_END_DECLS
