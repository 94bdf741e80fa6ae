/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row costs half a millisecond, so hundreds of them would hold up the page that they are on. The
 * list begins with as many as a screen holds, and adds the others a few at a time when nothing else
 * is to be done. (A GtkSliceListModel would do so too, but makes all rows behind a change anew.) */

#include "config.h"

#include "piga-record-list.h"

#define FIRST_ROWS 30
#define MORE_ROWS 10

struct _PigaRecordList
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;
  GtkWidget *empty_label;
  GtkWidget *add_list;

  GListModel *records;
  GtkListBoxCreateWidgetFunc create;
  gpointer user_data;
  guint n_rows; /* the first so many records have one */
  guint more_source;
  char *empty_text;
  char *add_label;
  gboolean can_add;
};

typedef enum
{
  PROP_EMPTY_TEXT = 1,
  PROP_ADD_LABEL,
  PROP_CAN_ADD,
} PigaRecordListProperty;

static GParamSpec *properties[PROP_CAN_ADD + 1];

enum
{
  ADD,
  RECORD_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaRecordList, piga_record_list, ADW_TYPE_PREFERENCES_GROUP)

static void
update (PigaRecordList *self)
{
  const gboolean is_empty = self->records == NULL || g_list_model_get_n_items (self->records) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->list), !is_empty);
  gtk_widget_set_visible (self->empty_label, is_empty && self->empty_text != NULL);
  gtk_widget_set_visible (self->add_list, self->add_label != NULL && self->can_add);
}

static void
remove_rows (PigaRecordList *self, guint position, guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    gtk_list_box_remove (self->list,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) position)));
  self->n_rows -= n_rows;
}

static void
insert_rows (PigaRecordList *self, guint position, guint n_rows)
{
  for (guint i = position; i < position + n_rows; i++)
    {
      g_autoptr (PigaRecord) record = g_list_model_get_item (self->records, i);

      gtk_list_box_insert (self->list, self->create (record, self->user_data), (int) i);
    }
  self->n_rows += n_rows;
}

static gboolean
show_more_cb (gpointer user_data)
{
  PigaRecordList *self = user_data;
  const guint n_left = g_list_model_get_n_items (self->records) - self->n_rows;

  insert_rows (self, self->n_rows, MIN (n_left, MORE_ROWS));
  if (n_left > MORE_ROWS)
    return G_SOURCE_CONTINUE;

  self->more_source = 0;
  return G_SOURCE_REMOVE;
}

/* Where many come at once, the rows behind them go: they come again in their turn. */
static void
records_changed_cb (PigaRecordList *self, guint position, guint n_removed, guint n_added)
{
  if (position < self->n_rows)
    {
      const guint n_behind = self->n_rows - position;

      remove_rows (self, position, n_added > FIRST_ROWS ? n_behind : MIN (n_removed, n_behind));
    }
  if (position <= self->n_rows)
    insert_rows (self, position, MIN (n_added, FIRST_ROWS));

  if (self->more_source == 0 && self->n_rows < g_list_model_get_n_items (self->records))
    self->more_source = g_idle_add (show_more_cb, self);
  update (self);
}

static void
row_activated_cb (PigaRecordList *self, GtkListBoxRow *row)
{
  g_autoptr (PigaRecord) record =
    g_list_model_get_item (self->records, (guint) gtk_list_box_row_get_index (row));

  if (record != NULL)
    g_signal_emit (self, signals[RECORD_ACTIVATED], 0, record);
}

static void
add_cb (PigaRecordList *self)
{
  g_signal_emit (self, signals[ADD], 0);
}

static void
piga_record_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaRecordList *self = PIGA_RECORD_LIST (object);

  switch ((PigaRecordListProperty) id)
    {
    case PROP_EMPTY_TEXT:
      g_value_set_string (value, self->empty_text);
      break;
    case PROP_ADD_LABEL:
      g_value_set_string (value, self->add_label);
      break;
    case PROP_CAN_ADD:
      g_value_set_boolean (value, self->can_add);
      break;
    }
}

static void
piga_record_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PigaRecordList *self = PIGA_RECORD_LIST (object);

  switch ((PigaRecordListProperty) id)
    {
    case PROP_EMPTY_TEXT:
      g_set_str (&self->empty_text, g_value_get_string (value));
      break;
    case PROP_ADD_LABEL:
      g_set_str (&self->add_label, g_value_get_string (value));
      break;
    case PROP_CAN_ADD:
      self->can_add = g_value_get_boolean (value);
      break;
    }
  update (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
piga_record_list_dispose (GObject *object)
{
  PigaRecordList *self = PIGA_RECORD_LIST (object);

  if (self->records != NULL)
    g_signal_handlers_disconnect_by_data (self->records, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_RECORD_LIST);
  g_clear_handle_id (&self->more_source, g_source_remove);
  g_clear_object (&self->records);

  G_OBJECT_CLASS (piga_record_list_parent_class)->dispose (object);
}

static void
piga_record_list_finalize (GObject *object)
{
  PigaRecordList *self = PIGA_RECORD_LIST (object);

  g_free (self->empty_text);
  g_free (self->add_label);

  G_OBJECT_CLASS (piga_record_list_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_EMPTY_TEXT] = g_param_spec_string ("empty-text", NULL, NULL, NULL, flags);
  properties[PROP_ADD_LABEL] = g_param_spec_string ("add-label", NULL, NULL, NULL, flags);
  properties[PROP_CAN_ADD] = g_param_spec_boolean ("can-add", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
piga_record_list_class_init (PigaRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_record_list_get_property;
  object_class->set_property = piga_record_list_set_property;
  object_class->dispose = piga_record_list_dispose;
  object_class->finalize = piga_record_list_finalize;
  install_properties (object_class);

  signals[ADD] = g_signal_new ("add", PIGA_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  signals[RECORD_ACTIVATED] =
    g_signal_new ("record-activated", PIGA_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, PIGA_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaRecordList, list);
  gtk_widget_class_bind_template_child (widget_class, PigaRecordList, empty_label);
  gtk_widget_class_bind_template_child (widget_class, PigaRecordList, add_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
piga_record_list_init (PigaRecordList *self)
{
  self->can_add = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

/**
 * piga_record_list_show:
 * @self: the list, which has shown none yet
 * @records: the records, in the order in which they are shown
 * @create: makes a row for one of them, which follows its changes by itself
 * @user_data: for @create; has to live as long as the list
 *
 * Shows records and follows which there are.
 */
void
piga_record_list_show (PigaRecordList *self, GListModel *records, GtkListBoxCreateWidgetFunc create,
                       gpointer user_data)
{
  g_return_if_fail (self->records == NULL);

  self->records = g_object_ref (records);
  self->create = create;
  self->user_data = user_data;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self)),
                                  -1);
  g_signal_connect_object (records, "items-changed", G_CALLBACK (records_changed_cb), self,
                           G_CONNECT_SWAPPED);
  records_changed_cb (self, 0, 0, g_list_model_get_n_items (records));
}
