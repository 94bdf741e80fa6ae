/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-kept-record-page.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-text-row.h"
#include "piga-kept-words.h"

struct _PigaKeptRecordPage
{
  AdwNavigationPage parent_instance;

  GtkLabel *about;
  AdwPreferencesGroup *fields;
  GtkWidget *bar;
  GtkWidget *bring_back;
  GtkWidget *erase;

  GObject *record;
  gboolean can_act;
};

enum
{
  PROP_CAN_ACT = 1,
  N_PROPS,
};

enum
{
  BRING_BACK,
  ERASE,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaKeptRecordPage, piga_kept_record_page, ADW_TYPE_NAVIGATION_PAGE)

static void
bring_back_cb (PigaKeptRecordPage *self)
{
  g_signal_emit (self, signals[BRING_BACK], 0);
}

static void
erase_cb (PigaKeptRecordPage *self)
{
  g_signal_emit (self, signals[ERASE], 0);
}

static void
piga_kept_record_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CAN_ACT:
      g_value_set_boolean (value, PIGA_KEPT_RECORD_PAGE (object)->can_act);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_kept_record_page_set_property (GObject *object, guint id, const GValue *value,
                                    GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CAN_ACT:
      PIGA_KEPT_RECORD_PAGE (object)->can_act = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_kept_record_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PIGA_TYPE_KEPT_RECORD_PAGE);
  g_clear_object (&PIGA_KEPT_RECORD_PAGE (object)->record);

  G_OBJECT_CLASS (piga_kept_record_page_parent_class)->dispose (object);
}

static void
piga_kept_record_page_class_init (PigaKeptRecordPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_kept_record_page_get_property;
  object_class->set_property = piga_kept_record_page_set_property;
  object_class->dispose = piga_kept_record_page_dispose;

  properties[PROP_CAN_ACT] =
    g_param_spec_boolean ("can-act", NULL, NULL, TRUE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[BRING_BACK] = g_signal_new ("bring-back", PIGA_TYPE_KEPT_RECORD_PAGE, G_SIGNAL_RUN_LAST,
                                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ERASE] = g_signal_new ("erase", PIGA_TYPE_KEPT_RECORD_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-kept-record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaKeptRecordPage, about);
  gtk_widget_class_bind_template_child (widget_class, PigaKeptRecordPage, fields);
  gtk_widget_class_bind_template_child (widget_class, PigaKeptRecordPage, bar);
  gtk_widget_class_bind_template_child (widget_class, PigaKeptRecordPage, bring_back);
  gtk_widget_class_bind_template_child (widget_class, PigaKeptRecordPage, erase);
  gtk_widget_class_bind_template_callback (widget_class, bring_back_cb);
  gtk_widget_class_bind_template_callback (widget_class, erase_cb);
}

static void
piga_kept_record_page_init (PigaKeptRecordPage *self)
{
  self->can_act = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A text that may be of any length is laid out piece by piece. */
static GtkWidget *
create_long_row (const char *label, const char *value)
{
  GtkWidget *row = g_object_new (PIGA_TYPE_TEXT_ROW, "editable", FALSE, NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  piga_text_row_set_text (PIGA_TEXT_ROW (row), value);
  return row;
}

static GtkWidget *
create_row (const char *label, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "property");
  return row;
}

static void
fill (PigaKeptRecordPage *self, GHashTable *linked, PigaDay today)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (self->record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const PigaField *field = &klass->fields[i];
      g_autofree char *value = piga_kept_words_value (self->record, i, linked, today);

      if (value != NULL)
        adw_preferences_group_add (self->fields, field->type == PIGA_FIELD_LONG
                                                   ? create_long_row (_ (field->label), value)
                                                   : create_row (_ (field->label), value));
    }
}

/**
 * piga_kept_record_page_new:
 * @record: a record, in the trash or wherever it is kept
 * @linked: (nullable) (element-type utf8 PigaRecord): by their ids, the records that it and these
 *   link to
 * @today: the day it is
 * @deeds: which buttons there are
 *
 * Returns: (transfer floating): a page that shows it as it is now
 */
PigaKeptRecordPage *
piga_kept_record_page_new (gpointer record, GHashTable *linked, PigaDay today,
                           PigaKeptRecordDeeds deeds)
{
  PigaKeptRecordPage *self = g_object_new (PIGA_TYPE_KEPT_RECORD_PAGE, NULL);
  g_autofree char *title = piga_kept_words_title (record, linked, today);
  g_autofree char *about = piga_kept_words_about (record, linked, today);

  self->record = g_object_ref (record);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_label (self->about, about);
  gtk_widget_set_visible (self->bring_back, (deeds & PIGA_KEPT_RECORD_BRING_BACK) != 0);
  gtk_widget_set_visible (self->erase, (deeds & PIGA_KEPT_RECORD_ERASE) != 0);
  gtk_widget_set_visible (self->bar, deeds != 0);
  fill (self, linked, today);
  return self;
}

/**
 * piga_kept_record_page_get_record:
 * @self: the page
 *
 * Returns: (transfer none): the record it shows
 */
gpointer
piga_kept_record_page_get_record (PigaKeptRecordPage *self)
{
  return self->record;
}
