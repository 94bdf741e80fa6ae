/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-record-form.h"

G_BEGIN_DECLS

#define PIGA_TYPE_COLLAPSIBLE_FORM (piga_collapsible_form_get_type ())

/* A form of texts that is asked once: where something was filled in before, it is one row that
 * tells it and opens the form. Properties: "title" (string), "fields" (string), as of a
 * PigaRecordForm. */
G_DECLARE_FINAL_TYPE (PigaCollapsibleForm, piga_collapsible_form, PIGA, COLLAPSIBLE_FORM, AdwBin)

void piga_collapsible_form_show (PigaCollapsibleForm *self, PigaContext *context, gpointer record);
GtkWidget *piga_collapsible_form_get_row (PigaCollapsibleForm *self, const char *field);

G_END_DECLS
