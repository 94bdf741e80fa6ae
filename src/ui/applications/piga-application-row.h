/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-context.h"
#include "sense/piga-stage.h"

G_BEGIN_DECLS

#define PIGA_TYPE_APPLICATION_ROW (piga_application_row_get_type ())

/* One application in a list or on the board: role, employer, what is next, and its stage.
 * Property "description" (string): all of it, to be read aloud. */
G_DECLARE_FINAL_TYPE (PigaApplicationRow, piga_application_row, PIGA, APPLICATION_ROW, GtkWidget)

GtkWidget *piga_application_row_new (PigaContext *context, gboolean has_chip);

PigaJobApplication *piga_application_row_get_application (PigaApplicationRow *self);
void piga_application_row_set_application (PigaApplicationRow *self,
                                           PigaJobApplication *application);

G_END_DECLS
