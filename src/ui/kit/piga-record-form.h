/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-context.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_RECORD_FORM (piga_record_form_get_type ())

/* The rows in which some fields of a record are filled in. Property "fields" (string: the names of
 * the fields, as declared, in their order, with spaces between). To give it the focus is to give it
 * to its first row. */
G_DECLARE_FINAL_TYPE (PigaRecordForm, piga_record_form, PIGA, RECORD_FORM, AdwPreferencesGroup)

void piga_record_form_show (PigaRecordForm *self, PigaContext *context, gpointer record);
GtkWidget *piga_record_form_get_row (PigaRecordForm *self, const char *field);
gboolean piga_record_form_check (PigaRecordForm *self);

G_END_DECLS
