/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-finding-row.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-field-binding.h"
#include "kit/piga-linked-records.h"
#include "kit/piga-record-remove.h"
#include "kit/piga-text-row.h"
#include "piga-debrief-words.h"
#include "records/piga-goal-link.h"
#include "records/piga-goal.h"
#include "records/piga-remark-actions.h"
#include "records/piga-theme.h"

/* The step that the debrief belongs to. */
#define DEBRIEF_STEP 3

struct _PigaFindingRow
{
  AdwExpanderRow parent_instance;

  PigaTextRow *text_row;
  PigaTextRow *fix_row;
  AdwComboRow *theme_row;
  GtkWidget *goal_button;
  GtkWidget *practise_button;

  PigaDebrief *debrief;
  PigaRemark *remark;
  GListModel *goals;
  GListModel *questions;
  GPtrArray *goal_rows; /* not references */
};

G_DEFINE_FINAL_TYPE (PigaFindingRow, piga_finding_row, ADW_TYPE_EXPANDER_ROW)

static gboolean
is_gap (PigaFindingRow *self)
{
  return piga_record_get_integer (self->remark, PIGA_REMARK_SIDE) == PIGA_SIDE_GAP;
}

static gboolean
is_practised (PigaFindingRow *self)
{
  const guint n_questions = g_list_model_get_n_items (self->questions);

  for (guint i = 0; i < n_questions; i++)
    {
      g_autoptr (PigaQuestion) question = g_list_model_get_item (self->questions, i);

      if (piga_record_get_boolean (question, PIGA_QUESTION_PRACTISE))
        return TRUE;
    }
  return FALSE;
}

static char *
describe (PigaFindingRow *self)
{
  const char *fix = piga_record_get_text (self->remark, PIGA_REMARK_FIX);
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;

  if (is_gap (self) && fix[0] != '\0')
    g_strv_builder_take (parts, piga_debrief_one_line (fix));
  if (piga_record_get_integer (self->remark, PIGA_REMARK_THEME) != PIGA_THEME_UNSAID)
    g_strv_builder_add (parts, piga_record_get_choice_label (self->remark, PIGA_REMARK_THEME));
  if (self->goal_rows->len > 0)
    g_strv_builder_add (parts, C_ ("gap", "A goal came of it"));
  if (is_practised (self))
    g_strv_builder_add (parts, _ ("To practise"));
  strings = g_strv_builder_end (parts);
  return g_strjoinv (" · ", strings);
}

static void
update (PigaFindingRow *self)
{
  g_autofree char *title =
    piga_debrief_one_line (piga_record_get_text (self->remark, PIGA_REMARK_TEXT));
  g_autofree char *subtitle = describe (self);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->fix_row), is_gap (self));
  gtk_widget_set_visible (self->goal_button, is_gap (self));
  gtk_widget_set_visible (self->practise_button, is_gap (self) && !is_practised (self));
}

static void
goals_changed_cb (PigaFindingRow *self, guint position, guint n_removed, guint n_added)
{
  for (guint i = 0; i < n_removed; i++)
    {
      adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->goal_rows->pdata[position]);
      g_ptr_array_remove_index (self->goal_rows, position);
    }
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (PigaGoal) goal = g_list_model_get_item (self->goals, position + i);
      GtkWidget *row = piga_goal_link_new (goal);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("piga-goals-symbolic"));
      g_ptr_array_insert (self->goal_rows, (int) (position + i), row);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
    }
  update (self);
}

static void
goal_cb (PigaFindingRow *self)
{
  piga_debrief_flush (self->debrief);
  piga_remark_make_goal (GTK_WIDGET (self), self->remark, DEBRIEF_STEP);
}

/* The question that was asked is the one to practise; where none is known, one about the theme. */
static void
practise_cb (PigaFindingRow *self)
{
  PigaQuestion *question = piga_debrief_find_question (self->debrief, self->remark);

  if (question != NULL)
    piga_record_set_boolean (question, PIGA_QUESTION_PRACTISE, TRUE);
  else
    piga_remark_practise (GTK_WIDGET (self), piga_debrief_get_context (self->debrief),
                          self->remark);
}

static void
delete_cb (PigaFindingRow *self)
{
  piga_debrief_flush (self->debrief);
  piga_record_remove (GTK_WIDGET (self),
                      piga_context_get_store (piga_debrief_get_context (self->debrief)),
                      self->remark, is_gap (self) ? _ ("Gap deleted") : _ ("Strength deleted"));
}

static void
piga_finding_row_dispose (GObject *object)
{
  PigaFindingRow *self = PIGA_FINDING_ROW (object);

  g_clear_object (&self->goals);
  g_clear_object (&self->questions);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_FINDING_ROW);
  g_clear_pointer (&self->goal_rows, g_ptr_array_unref);
  g_clear_object (&self->remark);
  g_clear_object (&self->debrief);

  G_OBJECT_CLASS (piga_finding_row_parent_class)->dispose (object);
}

static void
piga_finding_row_class_init (PigaFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_finding_row_dispose;

  g_type_ensure (PIGA_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaFindingRow, text_row);
  gtk_widget_class_bind_template_child (widget_class, PigaFindingRow, fix_row);
  gtk_widget_class_bind_template_child (widget_class, PigaFindingRow, theme_row);
  gtk_widget_class_bind_template_child (widget_class, PigaFindingRow, goal_button);
  gtk_widget_class_bind_template_child (widget_class, PigaFindingRow, practise_button);
  gtk_widget_class_bind_template_callback (widget_class, goal_cb);
  gtk_widget_class_bind_template_callback (widget_class, practise_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
piga_finding_row_init (PigaFindingRow *self)
{
  self->goal_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow (PigaFindingRow *self)
{
  PigaStore *store = piga_context_get_store (piga_debrief_get_context (self->debrief));
  const char *id = piga_record_get_id (self->remark);

  self->goals = piga_linked_records (store, PIGA_TYPE_GOAL, PIGA_GOAL_REMARK, id);
  self->questions = piga_linked_records (store, PIGA_TYPE_QUESTION, PIGA_QUESTION_REMARK, id);
  goals_changed_cb (self, 0, 0, g_list_model_get_n_items (self->goals));
  g_signal_connect_object (self->goals, "items-changed", G_CALLBACK (goals_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->questions, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->debrief, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * piga_finding_row_new:
 * @debrief: a debrief
 * @remark: one of its remarks
 *
 * Returns: (transfer floating): a row for it; that of a gap without a fix is open, as the fix comes
 *   next
 */
GtkWidget *
piga_finding_row_new (PigaDebrief *debrief, PigaRemark *remark)
{
  PigaFindingRow *self = g_object_new (PIGA_TYPE_FINDING_ROW, NULL);

  self->debrief = g_object_ref (debrief);
  self->remark = g_object_ref (remark);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->text_row),
                                 is_gap (self) ? C_ ("side", "Gap") : _ ("What went well"));
  piga_field_set_title (remark, PIGA_REMARK_FIX, self->fix_row);
  piga_field_bind (remark, PIGA_REMARK_TEXT, self->text_row, "text");
  piga_field_bind (remark, PIGA_REMARK_FIX, self->fix_row, "text");
  piga_field_bind_choice (remark, PIGA_REMARK_THEME, self->theme_row);
  follow (self);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self),
                                 is_gap (self)
                                   && piga_record_get_text (remark, PIGA_REMARK_FIX)[0] == '\0');
  return GTK_WIDGET (self);
}
