/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is typed is kept as in the journal: the goal is on the disk a second after its first key and
 * from then on in the list. So there is nothing to be asked when the dialog is closed, and closing
 * it by Escape, by a swipe or with the whole window keeps the goal as “Add Goal” does. “Cancel” is
 * the only way to say no to a new goal; it puts it into the trash, with Undo. */

#include "config.h"

#include "piga-goal-editor.h"

#include <glib/gi18n-lib.h>

#include "piga-goal-deeds.h"
#include "piga-goal-form.h"

/* In milliseconds; not g_timeout_add_seconds(), which may take a second more. */
#define SAVE_AFTER 1000

struct _PigaGoalEditor
{
  AdwDialog parent_instance;

  GtkButton *cancel_button;
  GtkButton *add_button;
  PigaGoalForm *form;

  PigaContext *context;
  PigaGoal *goal;
  guint save_id;
};

G_DEFINE_FINAL_TYPE (PigaGoalEditor, piga_goal_editor, ADW_TYPE_DIALOG)

static gboolean
can_be_kept (PigaGoalEditor *self)
{
  return piga_record_validate (self->goal, NULL);
}

static void
save (PigaGoalEditor *self)
{
  g_clear_handle_id (&self->save_id, g_source_remove);
  if (piga_record_is_dirty (self->goal) && can_be_kept (self))
    piga_store_save_async (piga_context_get_store (self->context), self->goal, NULL, NULL, NULL);
}

static gboolean
save_cb (gpointer user_data)
{
  PigaGoalEditor *self = user_data;

  self->save_id = 0;
  save (self);
  return G_SOURCE_REMOVE;
}

/* The first change arms the timer and later ones do not push it back. */
static void
goal_changed_cb (PigaGoalEditor *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), can_be_kept (self));
  if (self->save_id == 0 && piga_record_is_dirty (self->goal))
    self->save_id = g_timeout_add (SAVE_AFTER, save_cb, self);
}

static void
close_attempt_cb (PigaGoalEditor *self)
{
  if (!piga_goal_form_check (self->form))
    return;

  save (self);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
cancel_cb (PigaGoalEditor *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  const gboolean is_worth_keeping = can_be_kept (self);

  g_clear_handle_id (&self->save_id, g_source_remove);
  adw_dialog_force_close (ADW_DIALOG (self));
  if (is_worth_keeping)
    piga_goal_discard (window, self->context, self->goal);
}

static void
piga_goal_editor_dispose (GObject *object)
{
  PigaGoalEditor *self = PIGA_GOAL_EDITOR (object);

  if (self->goal != NULL)
    g_signal_handlers_disconnect_by_data (self->goal, self);
  g_clear_handle_id (&self->save_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_GOAL_EDITOR);
  g_clear_object (&self->goal);
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
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
piga_goal_editor_init (PigaGoalEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
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
  self->goal = g_object_ref (goal);
  adw_dialog_set_title (ADW_DIALOG (self), is_new ? _("New Goal") : _("Edit Goal"));
  gtk_widget_set_visible (GTK_WIDGET (self->cancel_button), is_new);

  piga_goal_form_show (self->form, context, goal);
  g_signal_connect_object (goal, "notify", G_CALLBACK (goal_changed_cb), self, G_CONNECT_SWAPPED);
  goal_changed_cb (self);
  return self;
}

/**
 * piga_goal_editor_get_goal:
 * @self: the dialog
 *
 * Returns: (transfer none): the goal that is written in it
 */
PigaGoal *
piga_goal_editor_get_goal (PigaGoalEditor *self)
{
  return self->goal;
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
  save (self);
}
