/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-collapsible-form.h"

struct _PigaCollapsibleForm
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkWidget *summary;
  AdwActionRow *summary_row;

  PigaRecordForm *form; /* of the record that is shown */
  char *title;
  char *fields;
  gpointer record;
};

enum
{
  PROP_TITLE = 1,
  PROP_FIELDS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaCollapsibleForm, piga_collapsible_form, ADW_TYPE_BIN)

/* What was filled in, in the order of the fields. */
static GStrv
list_texts (PigaCollapsibleForm *self)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (self->record);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) names = g_strsplit (self->fields, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *text =
        piga_record_get_text (self->record, piga_record_class_find_field (klass, names[i]));

      if (text[0] != '\0')
        g_strv_builder_add (texts, text);
    }
  return g_strv_builder_end (texts);
}

static void
set_collapsed (PigaCollapsibleForm *self, gboolean is_collapsed)
{
  gtk_widget_set_visible (self->summary, is_collapsed);
  gtk_widget_set_visible (GTK_WIDGET (self->form), !is_collapsed);
}

static void
fold (PigaCollapsibleForm *self)
{
  g_auto (GStrv) texts = list_texts (self);
  g_autofree char *rest = NULL;

  set_collapsed (self, texts[0] != NULL);
  if (texts[0] == NULL)
    return;
  rest = g_strjoinv (" · ", texts + 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->summary_row), texts[0]);
  adw_action_row_set_subtitle (self->summary_row, rest);
}

static void
unfold_cb (PigaCollapsibleForm *self)
{
  set_collapsed (self, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->form));
}

static void
piga_collapsible_form_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaCollapsibleForm *self = PIGA_COLLAPSIBLE_FORM (object);

  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_FIELDS:
      g_value_set_string (value, self->fields);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_collapsible_form_set_property (GObject *object, guint id, const GValue *value,
                                    GParamSpec *pspec)
{
  PigaCollapsibleForm *self = PIGA_COLLAPSIBLE_FORM (object);

  switch (id)
    {
    case PROP_TITLE:
      if (g_set_str (&self->title, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_FIELDS:
      if (g_set_str (&self->fields, g_value_get_string (value)))
        g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_collapsible_form_dispose (GObject *object)
{
  PigaCollapsibleForm *self = PIGA_COLLAPSIBLE_FORM (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_COLLAPSIBLE_FORM);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (piga_collapsible_form_parent_class)->dispose (object);
}

static void
piga_collapsible_form_finalize (GObject *object)
{
  PigaCollapsibleForm *self = PIGA_COLLAPSIBLE_FORM (object);

  g_free (self->title);
  g_free (self->fields);

  G_OBJECT_CLASS (piga_collapsible_form_parent_class)->finalize (object);
}

static void
piga_collapsible_form_class_init (PigaCollapsibleFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = piga_collapsible_form_get_property;
  object_class->set_property = piga_collapsible_form_set_property;
  object_class->dispose = piga_collapsible_form_dispose;
  object_class->finalize = piga_collapsible_form_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FIELDS] = g_param_spec_string ("fields", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-collapsible-form.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaCollapsibleForm, summary);
  gtk_widget_class_bind_template_child (widget_class, PigaCollapsibleForm, box);
  gtk_widget_class_bind_template_child (widget_class, PigaCollapsibleForm, summary_row);
  gtk_widget_class_bind_template_callback (widget_class, unfold_cb);
}

static void
piga_collapsible_form_init (PigaCollapsibleForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_collapsible_form_show:
 * @self: the form
 * @context: the context
 * @record: a record with texts in the fields of the form
 *
 * Shows it collapsed where something is filled in. What is typed now does not collapse it again.
 */
void
piga_collapsible_form_show (PigaCollapsibleForm *self, PigaContext *context, gpointer record)
{
  if (!g_set_object (&self->record, record))
    return;

  if (self->form != NULL)
    gtk_box_remove (self->box, GTK_WIDGET (self->form));
  self->form =
    g_object_new (PIGA_TYPE_RECORD_FORM, "title", self->title, "fields", self->fields, NULL);
  gtk_box_append (self->box, GTK_WIDGET (self->form));
  piga_record_form_show (self->form, context, record);
  fold (self);
}

/**
 * piga_collapsible_form_get_row:
 * @self: the form
 * @field: the name of a field
 *
 * Returns: (transfer none): the row in which it is filled in
 */
GtkWidget *
piga_collapsible_form_get_row (PigaCollapsibleForm *self, const char *field)
{
  return piga_record_form_get_row (self->form, field);
}
