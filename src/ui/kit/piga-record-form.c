/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows come out of the declaration of the kind: a field has one row, of the sort that suits its
 * type, and both hold the same value from then on. What a field cannot hold stays in its row, with
 * a sentence under it, and the record keeps the last that it could. */

#include "config.h"

#include "piga-record-form.h"

#include "piga-day-row.h"
#include "piga-field-binding.h"
#include "piga-line-row.h"
#include "piga-number-row.h"
#include "piga-text-row.h"
#include "piga-writable.h"

struct _PigaRecordForm
{
  AdwPreferencesGroup parent_instance;

  char *fields;
  GPtrArray *rows;     /* in their order */
  GHashTable *by_name; /* the same, by the names of their fields */
  GPtrArray *bindings;

  PigaContext *context;
  gpointer record;
};

enum
{
  PROP_FIELDS = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaRecordForm, piga_record_form, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
make_number_row (const PigaField *field)
{
  GtkWidget *row =
    g_object_new (PIGA_TYPE_NUMBER_ROW, "whole", field->type == PIGA_FIELD_INTEGER, NULL);

  if (field->most > 0)
    g_object_set (row, "most", field->most, NULL);
  return row;
}

/* Makes the row of a field, and says which of its properties is the field's value. */
static GtkWidget *
make_row (const PigaField *field, const char **property)
{
  switch (field->type)
    {
    case PIGA_FIELD_TEXT:
      *property = "line";
      return piga_line_row_new (field);
    case PIGA_FIELD_LONG:
      *property = "text";
      return g_object_new (PIGA_TYPE_TEXT_ROW, NULL);
    case PIGA_FIELD_INTEGER:
    case PIGA_FIELD_REAL:
      *property = "number";
      return make_number_row (field);
    case PIGA_FIELD_BOOLEAN:
      *property = "active";
      return adw_switch_row_new ();
    case PIGA_FIELD_CHOICE:
      *property = "selected";
      return adw_combo_row_new ();
    case PIGA_FIELD_DAY:
      *property = "day";
      return g_object_new (PIGA_TYPE_DAY_ROW, NULL);
    case PIGA_FIELD_LINK:
      break;
    }

  g_return_val_if_reached (NULL);
}

static void
add_row (PigaRecordForm *self, const char *name)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (self->record);
  const guint index = piga_record_class_find_field (klass, name);
  const char *property = NULL;
  const PigaField *field;
  GtkWidget *row;

  g_return_if_fail (index < klass->n_fields);

  field = &klass->fields[index];
  row = make_row (field, &property);
  g_return_if_fail (row != NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  piga_field_set_title (self->record, index, row);
  if (ADW_IS_COMBO_ROW (row))
    piga_field_offer_choices (self->record, index, ADW_COMBO_ROW (row));
  if (ADW_IS_ENTRY_ROW (row))
    adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  g_hash_table_insert (self->by_name, (char *) field->name, row);
  g_ptr_array_add (self->bindings,
                   g_object_ref (piga_field_bind (self->record, index, row, property)));
}

/* The bindings first: a row that is taken apart may let go of its value. */
static void
clear (PigaRecordForm *self)
{
  for (guint i = 0; i < self->bindings->len; i++)
    g_binding_unbind (self->bindings->pdata[i]);
  g_ptr_array_set_size (self->bindings, 0);

  g_hash_table_remove_all (self->by_name);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_calendar (PigaRecordForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (PIGA_IS_DAY_ROW (self->rows->pdata[i]))
      piga_day_row_set_calendar (self->rows->pdata[i], piga_context_get_today (self->context),
                                 piga_context_get_week_start (self->context));
}

/* Words that cannot be changed can still be read to their end and copied. */
static void
show_state (PigaRecordForm *self)
{
  const gboolean is_writable = piga_writable_is (piga_context_get_store (self->context));

  for (guint i = 0; i < self->rows->len; i++)
    if (PIGA_IS_LINE_ROW (self->rows->pdata[i]) || PIGA_IS_TEXT_ROW (self->rows->pdata[i]))
      g_object_set (self->rows->pdata[i], "editable", is_writable, NULL);
    else
      gtk_widget_set_sensitive (self->rows->pdata[i], is_writable);
}

static void
set_context (PigaRecordForm *self, PigaContext *context)
{
  if (self->context == context)
    return;

  g_return_if_fail (self->context == NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (piga_context_get_store (context), "notify::state",
                           G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today",
                           G_CALLBACK (show_calendar), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_settings (context), "changed::week-start",
                           G_CALLBACK (show_calendar), self, G_CONNECT_SWAPPED);
}

static gboolean
piga_record_form_grab_focus (GtkWidget *widget)
{
  PigaRecordForm *self = PIGA_RECORD_FORM (widget);

  return self->rows->len > 0 && gtk_widget_grab_focus (self->rows->pdata[0]);
}

static void
piga_record_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FIELDS:
      g_value_set_string (value, PIGA_RECORD_FORM (object)->fields);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_record_form_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FIELDS:
      PIGA_RECORD_FORM (object)->fields = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_record_form_dispose (GObject *object)
{
  PigaRecordForm *self = PIGA_RECORD_FORM (object);

  clear (self);
  g_clear_object (&self->record);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_record_form_parent_class)->dispose (object);
}

static void
piga_record_form_finalize (GObject *object)
{
  PigaRecordForm *self = PIGA_RECORD_FORM (object);

  g_ptr_array_unref (self->bindings);
  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->by_name);
  g_free (self->fields);

  G_OBJECT_CLASS (piga_record_form_parent_class)->finalize (object);
}

static void
piga_record_form_class_init (PigaRecordFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_record_form_get_property;
  object_class->set_property = piga_record_form_set_property;
  object_class->dispose = piga_record_form_dispose;
  object_class->finalize = piga_record_form_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = piga_record_form_grab_focus;

  properties[PROP_FIELDS] = g_param_spec_string (
    "fields", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_record_form_init (PigaRecordForm *self)
{
  self->rows = g_ptr_array_new ();
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->bindings = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * piga_record_form_show:
 * @self: the form
 * @context: the context, always the same
 * @record: a record that has the fields of the form
 *
 * Shows a record, in the place of the one before. What is typed is the record's at once, as far as
 * the field can hold it; to bring it to the disk is the work of a #PigaRecordDraft.
 */
void
piga_record_form_show (PigaRecordForm *self, PigaContext *context, gpointer record)
{
  g_auto (GStrv) names = g_strsplit (self->fields, " ", -1);

  set_context (self, context);
  clear (self);
  g_set_object (&self->record, record);
  for (guint i = 0; names[i] != NULL; i++)
    if (names[i][0] != '\0')
      add_row (self, names[i]);
  show_calendar (self);
  show_state (self);
}

/**
 * piga_record_form_get_row:
 * @self: the form, which shows a record
 * @field: the name of one of its fields
 *
 * Returns: (transfer none) (nullable): its row: a #PigaLineRow for a line, a #PigaTextRow for a
 *   long text, a #PigaNumberRow, an #AdwSwitchRow, an #AdwComboRow for a choice, a #PigaDayRow
 */
GtkWidget *
piga_record_form_get_row (PigaRecordForm *self, const char *field)
{
  return g_hash_table_lookup (self->by_name, field);
}

/**
 * piga_record_form_check:
 * @self: the form
 *
 * Returns: whether everything that was typed can be kept; else the form points at the first thing
 *   that cannot
 */
gboolean
piga_record_form_check (PigaRecordForm *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (PIGA_IS_CHECKED_ROW (self->rows->pdata[i])
        && !piga_checked_row_insist (self->rows->pdata[i]))
      return FALSE;

  return TRUE;
}
