/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-line-list.h"

#include <glib/gi18n-lib.h>

#include "piga-debrief-words.h"
#include "records/piga-question.h"

struct _PigaLineList
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;
  GtkEditable *entry;
  GtkWidget *add_button;

  char *add_label;
  GListModel *records;
  GtkListBoxCreateWidgetFunc create;
  gpointer user_data;
  GListModel *offers;
  char *about_offers;
  guint n_rows;
};

enum
{
  PROP_ADD_LABEL = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  ADD,
  TAKE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaLineList, piga_line_list, ADW_TYPE_PREFERENCES_GROUP)

static void
remove_rows (PigaLineList *self, guint first, guint n)
{
  for (guint i = 0; i < n; i++)
    gtk_list_box_remove (self->list,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) first)));
}

static void
records_changed_cb (PigaLineList *self, guint position, guint n_removed, guint n_added)
{
  remove_rows (self, position, n_removed);
  self->n_rows -= n_removed;
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (GObject) record = g_list_model_get_item (self->records, position + i);

      gtk_list_box_insert (self->list, self->create (record, self->user_data),
                           (int) (position + i));
    }
  self->n_rows += n_added;
}

static void
take_cb (PigaLineList *self, AdwActionRow *row)
{
  const guint position = (guint) gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autoptr (GObject) offer = g_list_model_get_item (self->offers, position - self->n_rows);

  g_signal_emit (self, signals[TAKE], 0, offer);
}

static GtkWidget *
create_offer (PigaLineList *self, gpointer question)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *image = gtk_image_new_from_icon_name ("list-add-symbolic");
  g_autofree char *title =
    piga_debrief_one_line (piga_record_get_text (question, PIGA_QUESTION_TEXT));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), self->about_offers);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), image);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "offer");
  g_signal_connect_object (row, "activated", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
offers_changed_cb (PigaLineList *self, guint position, guint n_removed, guint n_added)
{
  remove_rows (self, self->n_rows + position, n_removed);
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (GObject) offer = g_list_model_get_item (self->offers, position + i);

      gtk_list_box_insert (self->list, create_offer (self, offer),
                           (int) (self->n_rows + position + i));
    }
}

/* Several lines that were pasted are several records; those that cannot be taken stay. */
static void
add_cb (PigaLineList *self)
{
  g_auto (GStrv) lines = g_regex_split_simple ("\\R", gtk_editable_get_text (self->entry),
                                               G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  g_auto (GStrv) rest = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gboolean is_taken = FALSE;

      if (g_strstrip (lines[i])[0] == '\0')
        continue;
      g_signal_emit (self, signals[ADD], 0, lines[i], &is_taken);
      if (!is_taken)
        g_strv_builder_add (left, lines[i]);
    }
  rest = g_strv_builder_end (left);
  text = g_strjoinv ("\n", rest);
  gtk_editable_set_text (self->entry, text);
}

static void
typed_cb (PigaLineList *self)
{
  const char *text = gtk_editable_get_text (self->entry);

  gtk_widget_set_visible (self->add_button, text[strspn (text, " \t\n\r")] != '\0');
}

static void
titled_cb (PigaLineList *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self)),
                                  -1);
}

static void
piga_line_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ADD_LABEL:
      g_value_set_string (value, PIGA_LINE_LIST (object)->add_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_line_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ADD_LABEL:
      if (g_set_str (&PIGA_LINE_LIST (object)->add_label, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_line_list_dispose (GObject *object)
{
  PigaLineList *self = PIGA_LINE_LIST (object);

  if (self->records != NULL)
    g_signal_handlers_disconnect_by_data (self->records, self);
  if (self->offers != NULL)
    g_signal_handlers_disconnect_by_data (self->offers, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_LINE_LIST);
  g_clear_object (&self->records);
  g_clear_object (&self->offers);

  G_OBJECT_CLASS (piga_line_list_parent_class)->dispose (object);
}

static void
piga_line_list_finalize (GObject *object)
{
  PigaLineList *self = PIGA_LINE_LIST (object);

  g_free (self->add_label);
  g_free (self->about_offers);

  G_OBJECT_CLASS (piga_line_list_parent_class)->finalize (object);
}

static void
piga_line_list_class_init (PigaLineListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_line_list_get_property;
  object_class->set_property = piga_line_list_set_property;
  object_class->dispose = piga_line_list_dispose;
  object_class->finalize = piga_line_list_finalize;

  properties[PROP_ADD_LABEL] =
    g_param_spec_string ("add-label", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ADD] =
    g_signal_new ("add", PIGA_TYPE_LINE_LIST, G_SIGNAL_RUN_LAST, 0,
                  g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[TAKE] = g_signal_new ("take", PIGA_TYPE_LINE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_OBJECT);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-line-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaLineList, list);
  gtk_widget_class_bind_template_child (widget_class, PigaLineList, entry);
  gtk_widget_class_bind_template_child (widget_class, PigaLineList, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, titled_cb);
}

static void
piga_line_list_init (PigaLineList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_line_list_show:
 * @self: the list, which shows no records yet
 * @records: records
 * @create: makes the row of one
 * @user_data: for @create
 */
void
piga_line_list_show (PigaLineList *self, GListModel *records, GtkListBoxCreateWidgetFunc create,
                     gpointer user_data)
{
  self->records = g_object_ref (records);
  self->create = create;
  self->user_data = user_data;
  g_signal_connect_object (records, "items-changed", G_CALLBACK (records_changed_cb), self,
                           G_CONNECT_SWAPPED);
  records_changed_cb (self, 0, 0, g_list_model_get_n_items (records));
}

/**
 * piga_line_list_show_offers:
 * @self: the list, which shows no offers yet
 * @offers: (element-type PigaQuestion): what is offered
 * @about: why
 */
void
piga_line_list_show_offers (PigaLineList *self, GListModel *offers, const char *about)
{
  self->offers = g_object_ref (offers);
  self->about_offers = g_strdup (about);
  g_signal_connect_object (offers, "items-changed", G_CALLBACK (offers_changed_cb), self,
                           G_CONNECT_SWAPPED);
  offers_changed_cb (self, 0, 0, g_list_model_get_n_items (offers));
}
