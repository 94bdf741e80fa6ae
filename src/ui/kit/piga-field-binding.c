/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-field-binding.h"

#include <glib/gi18n-lib.h>

static const PigaField *
get_field (gpointer record, guint field)
{
  return &PIGA_RECORD_GET_CLASS (record)->fields[field];
}

/**
 * piga_field_get_label:
 * @record: a record
 * @field: the index of one of its fields
 *
 * Returns: (transfer none): how the field is called, in the language of the interface
 */
const char *
piga_field_get_label (gpointer record, guint field)
{
  return _ (get_field (record, field)->label);
}

/**
 * piga_field_set_title:
 * @record: a record
 * @field: the index of one of its fields
 * @row: an AdwPreferencesRow
 *
 * Calls the row as the field is called.
 */
void
piga_field_set_title (gpointer record, guint field, gpointer row)
{
  adw_preferences_row_set_title (row, piga_field_get_label (record, field));
}

/**
 * piga_field_bind:
 * @record: a record
 * @field: the index of one of its fields
 * @widget: a widget
 * @property: a property of @widget that holds such a value
 *
 * Keeps the two the same; first, @widget takes what @record holds.
 *
 * Returns: (transfer none): the binding, which lasts as long as both do
 */
GBinding *
piga_field_bind (gpointer record, guint field, gpointer widget, const char *property)
{
  return g_object_bind_property (record, get_field (record, field)->name, widget, property,
                                 G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

/**
 * piga_field_offer_choices:
 * @record: a record
 * @field: the index of one of its fields, a choice
 * @row: a row without choices
 *
 * Gives the row the choices of the field.
 */
void
piga_field_offer_choices (gpointer record, guint field, AdwComboRow *row)
{
  const PigaField *declared = get_field (record, field);
  const guint n_choices = piga_field_n_choices (declared);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < n_choices; i++)
    gtk_string_list_append (labels, piga_field_get_choice_label (declared, i));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

/**
 * piga_field_bind_choice:
 * @record: a record
 * @field: the index of one of its fields, a choice
 * @row: a row without choices
 *
 * Gives the row the title and the choices of the field, and binds them.
 */
void
piga_field_bind_choice (gpointer record, guint field, AdwComboRow *row)
{
  piga_field_set_title (record, field, row);
  piga_field_offer_choices (record, field, row);
  piga_field_bind (record, field, row, "selected");
}
