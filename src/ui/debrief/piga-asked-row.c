/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-asked-row.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-field-binding.h"
#include "kit/piga-record-remove.h"
#include "kit/piga-text-row.h"
#include "piga-debrief-words.h"
#include "piga-rating-row.h"
#include "records/piga-theme.h"

struct _PigaAskedRow
{
  AdwExpanderRow parent_instance;

  PigaTextRow *text_row;
  PigaTextRow *answer_row;
  PigaRatingRow *rating_row;
  AdwComboRow *theme_row;
  AdwSwitchRow *practise_row;

  PigaDebrief *debrief;
  PigaQuestion *question;
  gboolean is_short;
};

enum
{
  PROP_SHORT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaAskedRow, piga_asked_row, ADW_TYPE_EXPANDER_ROW)

static char *
describe (PigaQuestion *question)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  if (piga_record_get_integer (question, PIGA_QUESTION_RATING) != PIGA_RATING_UNRATED)
    g_strv_builder_add (parts, piga_record_get_choice_label (question, PIGA_QUESTION_RATING));
  if (piga_record_get_integer (question, PIGA_QUESTION_THEME) != PIGA_THEME_UNSAID)
    g_strv_builder_add (parts, piga_record_get_choice_label (question, PIGA_QUESTION_THEME));
  if (piga_record_get_boolean (question, PIGA_QUESTION_PRACTISE))
    g_strv_builder_add (parts, _ ("To practise"));
  strings = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strings);
}

static void
update (PigaAskedRow *self)
{
  g_autofree char *title =
    piga_debrief_one_line (piga_record_get_text (self->question, PIGA_QUESTION_TEXT));
  g_autofree char *subtitle = describe (self->question);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
delete_cb (PigaAskedRow *self)
{
  piga_debrief_flush (self->debrief);
  piga_record_remove (GTK_WIDGET (self),
                      piga_context_get_store (piga_debrief_get_context (self->debrief)),
                      self->question, _ ("Question deleted"));
}

static void
piga_asked_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHORT:
      g_value_set_boolean (value, PIGA_ASKED_ROW (object)->is_short);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_asked_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PigaAskedRow *self = PIGA_ASKED_ROW (object);

  switch (id)
    {
    case PROP_SHORT:
      self->is_short = g_value_get_boolean (value);
      gtk_widget_set_visible (GTK_WIDGET (self->answer_row), !self->is_short);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_asked_row_dispose (GObject *object)
{
  PigaAskedRow *self = PIGA_ASKED_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_ASKED_ROW);
  g_clear_object (&self->question);
  g_clear_object (&self->debrief);

  G_OBJECT_CLASS (piga_asked_row_parent_class)->dispose (object);
}

static void
piga_asked_row_class_init (PigaAskedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_asked_row_get_property;
  object_class->set_property = piga_asked_row_set_property;
  object_class->dispose = piga_asked_row_dispose;

  properties[PROP_SHORT] =
    g_param_spec_boolean ("short", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PIGA_TYPE_RATING_ROW);
  g_type_ensure (PIGA_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-asked-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaAskedRow, text_row);
  gtk_widget_class_bind_template_child (widget_class, PigaAskedRow, answer_row);
  gtk_widget_class_bind_template_child (widget_class, PigaAskedRow, rating_row);
  gtk_widget_class_bind_template_child (widget_class, PigaAskedRow, theme_row);
  gtk_widget_class_bind_template_child (widget_class, PigaAskedRow, practise_row);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
piga_asked_row_init (PigaAskedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_asked_row_new:
 * @debrief: a debrief
 * @question: one of its questions
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
piga_asked_row_new (PigaDebrief *debrief, PigaQuestion *question)
{
  PigaAskedRow *self = g_object_new (PIGA_TYPE_ASKED_ROW, NULL);

  self->debrief = g_object_ref (debrief);
  self->question = g_object_ref (question);
  piga_field_set_title (question, PIGA_QUESTION_TEXT, self->text_row);
  piga_field_set_title (question, PIGA_QUESTION_ANSWER, self->answer_row);
  piga_field_bind (question, PIGA_QUESTION_TEXT, self->text_row, "text");
  piga_field_bind (question, PIGA_QUESTION_ANSWER, self->answer_row, "text");
  piga_field_bind (question, PIGA_QUESTION_RATING, self->rating_row, "rating");
  piga_field_bind (question, PIGA_QUESTION_PRACTISE, self->practise_row, "active");
  piga_field_bind_choice (question, PIGA_QUESTION_THEME, self->theme_row);
  g_signal_connect_object (question, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
