/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows come out of the declaration of the kind: a field has one row, of the sort that suits its
 * type, and both hold the same value from then on. What a field cannot hold stays in its row, with
 * a sentence under it, and the record keeps the last that it could. */

#include "config.h"

#include "piga-record-form.h"

#include <glib/gi18n-lib.h>

#include "piga-day-row.h"
#include "piga-line-row.h"
#include "piga-number-row.h"
#include "piga-text-row.h"

struct _PigaRecordForm
{
  AdwPreferencesGroup parent_instance;

  char *fields;
  GHashTable *rows; /* name of the field → its row, not a reference */
  GtkWidget *first;
  PigaContext *context;
};

enum
{
  PROP_FIELDS = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaRecordForm, piga_record_form, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
make_combo_row (const PigaField *field)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (guint i = 0; i < piga_field_n_choices (field); i++)
    gtk_string_list_append (labels, piga_field_get_choice_label (field, i));
  return g_object_new (ADW_TYPE_COMBO_ROW, "model", labels, NULL);
}

static GtkWidget *
make_day_row (PigaRecordForm *self)
{
  GtkWidget *row = g_object_new (PIGA_TYPE_DAY_ROW, NULL);

  piga_day_row_set_calendar (PIGA_DAY_ROW (row), piga_context_get_today (self->context),
                             piga_context_get_week_start (self->context));
  return row;
}

/* The row for a field, and the property of the row that holds the value. */
static GtkWidget *
make_row (PigaRecordForm *self, const PigaField *field, const char **property)
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
      return g_object_new (PIGA_TYPE_NUMBER_ROW, "most", field->most, NULL);
    case PIGA_FIELD_BOOLEAN:
      *property = "active";
      return adw_switch_row_new ();
    case PIGA_FIELD_CHOICE:
      *property = "selected";
      return make_combo_row (field);
    case PIGA_FIELD_DAY:
      *property = "day";
      return make_day_row (self);
    case PIGA_FIELD_LINK:
      break;
    }
  g_return_val_if_reached (NULL);
}

static void
add_row (PigaRecordForm *self, gpointer record, const char *name)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);
  const PigaField *field = &klass->fields[piga_record_class_find_field (klass, name)];
  const char *property = NULL;
  GtkWidget *row = make_row (self, field, &property);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(field->label));
  g_object_bind_property (record, field->name, row, property,
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_hash_table_insert (self->rows, (gpointer) field->name, row);
  if (self->first == NULL)
    self->first = row;
}

static void
show_state (PigaRecordForm *self)
{
  const PigaStoreState state = piga_store_get_state (piga_context_get_store (self->context));

  gtk_widget_set_sensitive (GTK_WIDGET (self), state != PIGA_STORE_READ_ONLY);
}

static void
show_today (PigaRecordForm *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (PIGA_IS_DAY_ROW (row))
      piga_day_row_set_calendar (row, piga_context_get_today (self->context),
                                 piga_context_get_week_start (self->context));
}

static gboolean
piga_record_form_grab_focus (GtkWidget *widget)
{
  PigaRecordForm *self = PIGA_RECORD_FORM (widget);

  return self->first != NULL && gtk_widget_grab_focus (self->first);
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

  g_hash_table_remove_all (self->rows);
  self->first = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_record_form_parent_class)->dispose (object);
}

static void
piga_record_form_finalize (GObject *object)
{
  PigaRecordForm *self = PIGA_RECORD_FORM (object);

  g_hash_table_unref (self->rows);
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

  properties[PROP_FIELDS]
      = g_param_spec_string ("fields", NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_record_form_init (PigaRecordForm *self)
{
  self->rows = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * piga_record_form_show:
 * @self: the form, which has shown none yet
 * @context: the context
 * @record: the record that it fills in; of a kind that has the form's fields
 */
void
piga_record_form_show (PigaRecordForm *self, PigaContext *context, gpointer record)
{
  g_auto (GStrv) names = g_strsplit (self->fields, " ", -1);

  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  for (guint i = 0; names[i] != NULL; i++)
    if (names[i][0] != '\0')
      add_row (self, record, names[i]);

  g_signal_connect_object (piga_context_get_store (context), "notify::state",
                           G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today",
                           G_CALLBACK (show_today), self, G_CONNECT_SWAPPED);
  show_state (self);
}

/**
 * piga_record_form_get_row:
 * @self: the form, which shows a record
 * @field: the name of one of its fields
 *
 * Returns: (transfer none): the row in which it is filled in
 */
GtkWidget *
piga_record_form_get_row (PigaRecordForm *self, const char *field)
{
  return g_hash_table_lookup (self->rows, field);
}

/**
 * piga_record_form_check:
 * @self: the form
 *
 * Returns: whether everything that was typed could be taken; else the first row that could not be
 *   has the focus and says why
 */
gboolean
piga_record_form_check (PigaRecordForm *self)
{
  g_auto (GStrv) names = g_strsplit (self->fields, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *row = piga_record_form_get_row (self, names[i]);

      if (PIGA_IS_CHECKED_ROW (row) && !piga_checked_row_insist (PIGA_CHECKED_ROW (row)))
        return FALSE;
    }
  return TRUE;
}
