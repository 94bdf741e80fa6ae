/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-pattern-sources.h"

#include <glib/gi18n-lib.h>

#include "piga-pattern-board.h"
#include "records/piga-question.h"

/* More rows than a person looks through. */
#define MOST_ROWS 60

struct _PigaPatternSources
{
  AdwDialog parent_instance;

  GtkListBox *list;
  GtkLabel *rest;

  PigaContext *context;
  GPtrArray *sources;
};

enum
{
  OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaPatternSources, piga_pattern_sources, ADW_TYPE_DIALOG)

static const char *
get_text (gpointer source)
{
  return piga_record_get_text (source,
                               PIGA_IS_QUESTION (source) ? PIGA_QUESTION_TEXT : PIGA_REMARK_TEXT);
}

/* Who said so, how it was, and in which interview. */
static char *
describe (PigaPatternSources *self, gpointer source)
{
  PigaStore *store = piga_context_get_store (self->context);
  PigaInterview *interview =
    piga_store_get (store, PIGA_TYPE_INTERVIEW, piga_pattern_source_get_interview (source));
  g_autofree char *name =
    interview != NULL ? piga_pattern_board_name_interview (self->context, interview) : NULL;
  const char *who;
  const char *how;

  if (PIGA_IS_QUESTION (source))
    {
      who = _ ("My answer");
      how = piga_record_get_choice_label (source, PIGA_QUESTION_RATING);
    }
  else
    {
      who = piga_record_get_choice_label (source, PIGA_REMARK_VOICE);
      how = piga_record_get_choice_label (source, PIGA_REMARK_SIDE);
    }
  return g_strjoin (" · ", who, how, name, NULL);
}

static GtkWidget *
create_row (PigaPatternSources *self, gpointer source)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdelimit (g_strdup (get_text (source)), "\n\r\t", ' ');
  g_autofree char *subtitle = describe (self, source);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
row_activated_cb (PigaPatternSources *self, GtkListBoxRow *row)
{
  g_autoptr (GObject) source =
    g_object_ref (self->sources->pdata[gtk_list_box_row_get_index (row)]);

  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[OPEN], 0, source);
}

static void
piga_pattern_sources_dispose (GObject *object)
{
  PigaPatternSources *self = PIGA_PATTERN_SOURCES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_PATTERN_SOURCES);
  g_clear_pointer (&self->sources, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_pattern_sources_parent_class)->dispose (object);
}

static void
piga_pattern_sources_class_init (PigaPatternSourcesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_pattern_sources_dispose;

  signals[OPEN] = g_signal_new ("open", PIGA_TYPE_PATTERN_SOURCES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, PIGA_TYPE_RECORD);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-pattern-sources.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaPatternSources, list);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternSources, rest);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
piga_pattern_sources_init (PigaPatternSources *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gint
compare_sides (gconstpointer one, gconstpointer other)
{
  return piga_pattern_source_is_strength (*(gpointer *) other)
         - piga_pattern_source_is_strength (*(gpointer *) one);
}

static void
show_rest (PigaPatternSources *self)
{
  const guint n_rest = self->sources->len > MOST_ROWS ? self->sources->len - MOST_ROWS : 0;
  g_autofree char *text = g_strdup_printf (
    /* Translators: under a list that shows only the newest. */
    g_dngettext (GETTEXT_PACKAGE, "And %u earlier one", "And %u earlier ones", n_rest), n_rest);

  gtk_label_set_label (self->rest, text);
  gtk_widget_set_visible (GTK_WIDGET (self->rest), n_rest > 0);
}

/**
 * piga_pattern_sources_new:
 * @context: the context
 * @title: what was noted
 * @sources: (transfer full) (element-type PigaRecord): the questions and remarks, the newest first
 *
 * Returns: (transfer floating): the dialog, with the strengths first
 */
PigaPatternSources *
piga_pattern_sources_new (PigaContext *context, const char *title, GPtrArray *sources)
{
  PigaPatternSources *self = g_object_new (PIGA_TYPE_PATTERN_SOURCES, "title", title, NULL);

  self->context = g_object_ref (context);
  self->sources = sources;
  g_ptr_array_sort (self->sources, compare_sides);
  for (guint i = 0; i < MIN (self->sources->len, MOST_ROWS); i++)
    gtk_list_box_append (self->list, create_row (self, self->sources->pdata[i]));
  show_rest (self);
  return self;
}

/**
 * piga_pattern_source_is_strength:
 * @source: a question or a remark
 *
 * Returns: whether it says something good
 */
gboolean
piga_pattern_source_is_strength (gpointer source)
{
  if (PIGA_IS_QUESTION (source))
    return piga_record_get_integer (source, PIGA_QUESTION_RATING) == PIGA_RATING_STRONG;
  return piga_record_get_integer (source, PIGA_REMARK_SIDE) == PIGA_SIDE_STRENGTH;
}

/**
 * piga_pattern_source_get_tool:
 * @source: a question or a remark
 *
 * Returns: (transfer none): the tool in which it was written: what the person said is in the
 *   debrief, what others said in the sorter
 */
const char *
piga_pattern_source_get_tool (gpointer source)
{
  if (PIGA_IS_QUESTION (source)
      || piga_record_get_integer (source, PIGA_REMARK_VOICE) == PIGA_VOICE_ME)
    return "debrief";
  return "feedback-sorter";
}

/**
 * piga_pattern_source_get_interview:
 * @source: a question or a remark
 *
 * Returns: (transfer none): the id of the interview that it is about
 */
const char *
piga_pattern_source_get_interview (gpointer source)
{
  return piga_record_get_text (source, PIGA_IS_QUESTION (source) ? PIGA_QUESTION_INTERVIEW
                                                                 : PIGA_REMARK_INTERVIEW);
}
