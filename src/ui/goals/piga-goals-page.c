/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-goals-page.h"

#include "kit/piga-page.h"
#include "kit/piga-writable.h"
#include "piga-goal-editor.h"
#include "piga-goal-page.h"
#include "records/piga-goal-section.h"

struct _PigaGoalsPage
{
  AdwNavigationPage parent_instance;

  AdwNavigationView *view;
  GtkStack *stack;
  PigaGoalSection *week_section;
  PigaGoalSection *going_section;
  PigaGoalSection *reached_section;
  PigaGoalSection *aside_section;

  PigaGoalEditor *editor; /* the one that is open, weak */

  PigaContext *context;
  char *wanted_id; /* the goal to show as soon as the disk has answered */
};

static void page_iface_init (PigaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaGoalsPage, piga_goals_page, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (PIGA_TYPE_PAGE, page_iface_init))

static void
piga_goals_page_flush (PigaPage *page)
{
  PigaGoalsPage *self = PIGA_GOALS_PAGE (page);

  if (self->editor != NULL)
    piga_goal_editor_flush (self->editor);
}

static void
page_iface_init (PigaPageInterface *iface)
{
  iface->flush = piga_goals_page_flush;
}

static GListModel *
get_goals (PigaGoalsPage *self)
{
  return piga_store_list (piga_context_get_store (self->context), PIGA_TYPE_GOAL);
}

/* Until the disk has answered nobody knows whether there are goals, nor when it refuses to. */
static gboolean
is_known (PigaGoalsPage *self)
{
  const PigaStoreState state = piga_store_get_state (piga_context_get_store (self->context));

  return state == PIGA_STORE_READY || state == PIGA_STORE_READ_ONLY;
}

static PigaGoal *
find_goal (PigaGoalsPage *self, const char *id)
{
  GListModel *goals = get_goals (self);

  for (guint i = 0; i < g_list_model_get_n_items (goals); i++)
    {
      g_autoptr (PigaGoal) goal = g_list_model_get_item (goals, i);

      if (g_str_equal (piga_record_get_id (goal), id))
        return g_steal_pointer (&goal);
    }
  return NULL;
}

static void
edit_goal (PigaGoalsPage *self, PigaGoal *goal)
{
  if (self->editor != NULL)
    return;

  g_set_weak_pointer (&self->editor, piga_goal_editor_new (self->context, goal));
  adw_dialog_present (ADW_DIALOG (self->editor), GTK_WIDGET (self));
}

static void
start_goal (PigaGoalsPage *self)
{
  g_autoptr (PigaGoal) goal = piga_record_new (PIGA_TYPE_GOAL);

  edit_goal (self, goal);
}

static void
show_goal (PigaGoalsPage *self, PigaGoal *goal)
{
  AdwNavigationPage *shown = adw_navigation_view_get_visible_page (self->view);

  if (PIGA_IS_GOAL_PAGE (shown) && piga_goal_page_get_goal (PIGA_GOAL_PAGE (shown)) == goal)
    return;

  adw_navigation_view_pop_to_tag (self->view, "list");
  adw_navigation_view_push (self->view,
                            ADW_NAVIGATION_PAGE (piga_goal_page_new (self->context, goal)));
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start_goal (PIGA_GOALS_PAGE (widget));
}

static void
edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaGoalsPage *self = PIGA_GOALS_PAGE (widget);
  AdwNavigationPage *shown = adw_navigation_view_get_visible_page (self->view);

  if (PIGA_IS_GOAL_PAGE (shown))
    edit_goal (self, piga_goal_page_get_goal (PIGA_GOAL_PAGE (shown)));
}

static void
chosen_cb (PigaGoalsPage *self, PigaGoal *goal)
{
  show_goal (self, goal);
}

static void
update (PigaGoalsPage *self)
{
  const gboolean is_empty = g_list_model_get_n_items (get_goals (self)) == 0;
  g_autofree char *id = NULL;

  if (is_empty)
    gtk_stack_set_visible_child_name (self->stack, is_known (self) ? "empty" : "unknown");
  else
    gtk_stack_set_visible_child_name (self->stack, "goals");

  if (is_known (self) && self->wanted_id != NULL)
    {
      id = g_steal_pointer (&self->wanted_id);
      piga_goals_page_edit (self, id);
    }
}

static void
piga_goals_page_dispose (GObject *object)
{
  PigaGoalsPage *self = PIGA_GOALS_PAGE (object);

  g_clear_weak_pointer (&self->editor);
  /* The page unparents its child by itself, and would do so twice. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_GOALS_PAGE);
  g_clear_object (&self->context);
  g_clear_pointer (&self->wanted_id, g_free);

  G_OBJECT_CLASS (piga_goals_page_parent_class)->dispose (object);
}

static void
piga_goals_page_class_init (PigaGoalsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_goals_page_dispose;

  g_type_ensure (PIGA_TYPE_GOAL_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-goals-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaGoalsPage, view);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalsPage, week_section);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalsPage, going_section);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalsPage, reached_section);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalsPage, aside_section);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);

  gtk_widget_class_install_action (widget_class, "goals.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "goals.edit", NULL, edit_cb);
}

static void
piga_goals_page_init (PigaGoalsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_goals_page_new:
 * @context: the context
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
piga_goals_page_new (PigaContext *context)
{
  PigaGoalsPage *self = g_object_new (PIGA_TYPE_GOALS_PAGE, NULL);
  PigaStore *store = piga_context_get_store (context);

  self->context = g_object_ref (context);
  piga_goal_section_set_context (self->week_section, context);
  piga_goal_section_set_context (self->going_section, context);
  piga_goal_section_set_context (self->reached_section, context);
  piga_goal_section_set_context (self->aside_section, context);

  g_signal_connect_object (get_goals (self), "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  piga_writable_follow_action (self, store, "goals.new");
  piga_writable_follow_action (self, store, "goals.edit");
  update (self);
  return GTK_WIDGET (self);
}

/**
 * piga_goals_page_edit:
 * @self: the page
 * @id: the goal; empty for a new one
 *
 * Opens a goal: a new one for writing, one that is there with its marks and its history, from where
 * writing is one press away. Does nothing when there is no such goal.
 */
void
piga_goals_page_edit (PigaGoalsPage *self, const char *id)
{
  g_autoptr (PigaGoal) goal = NULL;

  if (id[0] == '\0')
    {
      start_goal (self);
      return;
    }

  goal = find_goal (self, id);
  if (goal != NULL)
    show_goal (self, goal);
  else if (!is_known (self))
    g_set_str (&self->wanted_id, id);
}

/**
 * piga_goals_page_start:
 * @self: the page
 * @goal: a new goal, with what is known of it already: the step or the finding it is born of
 *
 * Opens the editor with a new goal.
 */
void
piga_goals_page_start (PigaGoalsPage *self, PigaGoal *goal)
{
  edit_goal (self, goal);
}
