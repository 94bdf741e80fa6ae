/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed is kept as in the journal: the goal is on the disk a second after its first key and
 * from then on in the list. So there is nothing to be asked when the dialog is closed, and closing
 * it by Escape, by a swipe or with the whole window keeps the goal as “Add Goal” does. “Cancel” is
 * the only way to say no to a new goal; it puts it into the trash, with Undo. */

#include "config.h"

#include "piga-goal-editor.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-first-focus.h"
#include "kit/piga-record-draft.h"
#include "piga-goal-form.h"
#include "records/piga-goal-actions.h"

struct _PigaGoalEditor
{
  AdwDialog parent_instance;

  GtkButton *cancel_button;
  GtkButton *add_button;
  PigaGoalForm *form;

  PigaContext *context;
  PigaRecordDraft *draft;
};

G_DEFINE_FINAL_TYPE (PigaGoalEditor, piga_goal_editor, ADW_TYPE_DIALOG)

static PigaGoal *
get_goal (PigaGoalEditor *self)
{
  return piga_record_draft_get_record (self->draft);
}

static void
goal_changed_cb (PigaGoalEditor *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            piga_record_validate (get_goal (self), NULL));
}

static void
close_attempt_cb (PigaGoalEditor *self)
{
  if (!piga_goal_form_check (self->form))
    return;

  piga_record_draft_flush (self->draft);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/* A goal that came filled in is kept as it came. */
static void
add_cb (PigaGoalEditor *self)
{
  if (!piga_goal_form_check (self->form))
    return;

  piga_record_draft_keep (self->draft);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_cb (PigaGoalEditor *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (PigaGoal) goal = g_object_ref (get_goal (self));

  piga_record_draft_abandon (self->draft);
  adw_dialog_force_close (ADW_DIALOG (self));
  if (piga_record_validate (goal, NULL))
    piga_goal_discard (window, self->context, goal);
}

static void
piga_goal_editor_dispose (GObject *object)
{
  PigaGoalEditor *self = PIGA_GOAL_EDITOR (object);

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (get_goal (self), self);
  /* The frame that the toolkit draws around it outlives the dialog, and the child with it. */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_GOAL_EDITOR);
  g_clear_object (&self->draft);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_goal_editor_parent_class)->dispose (object);
}

static void
piga_goal_editor_class_init (PigaGoalEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_goal_editor_dispose;

  g_type_ensure (PIGA_TYPE_GOAL_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-goal-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaGoalEditor, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalEditor, add_button);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalEditor, form);
  gtk_widget_class_bind_template_callback (widget_class, close_attempt_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
piga_goal_editor_init (PigaGoalEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  piga_first_focus (self->form);
}

/**
 * piga_goal_editor_new:
 * @context: the context
 * @goal: the goal to write; a new one has never been saved
 *
 * Returns: (transfer floating): the dialog
 */
PigaGoalEditor *
piga_goal_editor_new (PigaContext *context, PigaGoal *goal)
{
  PigaGoalEditor *self = g_object_new (PIGA_TYPE_GOAL_EDITOR, NULL);
  const gboolean is_new = piga_record_get_revision (goal) == 0;

  self->context = g_object_ref (context);
  self->draft = piga_record_draft_new (piga_context_get_store (context), goal);
  adw_dialog_set_title (ADW_DIALOG (self), is_new ? _ ("New Goal") : _ ("Edit Goal"));
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), is_new);

  piga_goal_form_show (self->form, context, goal);
  g_signal_connect_object (goal, "notify", G_CALLBACK (goal_changed_cb), self, G_CONNECT_SWAPPED);
  goal_changed_cb (self);
  return self;
}

/**
 * piga_goal_editor_flush:
 * @self: the dialog
 *
 * Hands what was typed to the store, at once.
 */
void
piga_goal_editor_flush (PigaGoalEditor *self)
{
  piga_record_draft_flush (self->draft);
}
