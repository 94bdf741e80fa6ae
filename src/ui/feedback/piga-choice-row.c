/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-choice-row.h"

#include <glib/gi18n-lib.h>

/**
 * piga_choice_row_offer:
 * @row: a row
 * @type: a kind of record
 * @field: one of its fields that has choices
 *
 * Gives the row the name and the choices of the field, so that its “selected” can be bound to it.
 */
void
piga_choice_row_offer (AdwComboRow *row, GType type, guint field)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  const PigaField *declared = &PIGA_RECORD_CLASS (klass)->fields[field];
  const guint n_choices = piga_field_n_choices (declared);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_choices; i++)
    gtk_string_list_append (labels, piga_field_get_choice_label (declared, i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(declared->label));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}
