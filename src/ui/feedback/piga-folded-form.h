/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "parts/piga-record-form.h"

G_BEGIN_DECLS

#define PIGA_TYPE_FOLDED_FORM (piga_folded_form_get_type ())

/* A form of texts that is asked once: where something was filled in before, it is one row that
 * tells it and opens the form. Properties: "title" (string), "fields" (string), as of a
 * PigaRecordForm. */
G_DECLARE_FINAL_TYPE (PigaFoldedForm, piga_folded_form, PIGA, FOLDED_FORM, AdwBin)

void piga_folded_form_show (PigaFoldedForm *self, PigaContext *context, gpointer record);
GtkWidget *piga_folded_form_get_row (PigaFoldedForm *self, const char *field);

G_END_DECLS
