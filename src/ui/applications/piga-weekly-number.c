/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-weekly-number.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-writable.h"
#include "records/piga-counted-marks.h"
#include "records/piga-goal-tally.h"
#include "records/piga-job-application.h"
#include "sense/piga-funnel.h"

#define DAYS_IN_WEEK 7

struct _PigaWeeklyNumber
{
  AdwBin parent_instance;

  GtkWidget *button;
  PigaProgressRing *ring;
  GtkLabel *sentence_label;
  GtkWidget *offer_label;

  PigaContext *context;
  PigaGoalTally *tally; /* NULL where no goal counts the applications */
  guint counting;       /* a source, 0 while it says what is so */
};

G_DEFINE_FINAL_TYPE (PigaWeeklyNumber, piga_weekly_number, ADW_TYPE_BIN)

static gboolean
is_weekly_number (PigaGoal *goal)
{
  return piga_goal_counts_itself (goal)
         && piga_record_get_integer (goal, PIGA_GOAL_RHYTHM) == PIGA_RHYTHM_WEEKLY
         && piga_record_get_integer (goal, PIGA_GOAL_STATE) == PIGA_GOAL_STATE_GOING;
}

/* The newest, if there are several. */
static PigaGoal *
find_goal (PigaWeeklyNumber *self)
{
  GListModel *goals = piga_store_list (piga_context_get_store (self->context), PIGA_TYPE_GOAL);

  for (guint i = g_list_model_get_n_items (goals); i-- > 0;)
    {
      g_autoptr (PigaGoal) goal = g_list_model_get_item (goals, i);

      if (is_weekly_number (goal))
        return g_steal_pointer (&goal);
    }
  return NULL;
}

static char *
say_number (PigaWeeklyNumber *self)
{
  GListModel *applications =
    piga_store_list (piga_context_get_store (self->context), PIGA_TYPE_JOB_APPLICATION);
  const PigaDay first = piga_calendar_first_of_week (piga_context_get_today (self->context),
                                                     piga_context_get_week_start (self->context));
  const guint n_sent = piga_funnel_applied_in (applications, first, first + DAYS_IN_WEEK - 1);

  if (n_sent == 0)
    return g_strdup (_ ("A new week"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u application sent this week",
                                       "%u applications sent this week", n_sent),
                          n_sent);
}

/* A goal is there to be looked at; a new one can only be offered where it can be kept. */
static void
update (PigaWeeklyNumber *self)
{
  const gboolean is_writable = piga_writable_is (piga_context_get_store (self->context));
  g_autofree char *sentence =
    self->tally != NULL ? piga_goal_tally_get_sentence (self->tally) : say_number (self);

  gtk_label_set_label (self->sentence_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->ring), self->tally != NULL);
  gtk_widget_set_visible (self->offer_label, self->tally == NULL && is_writable);
  gtk_widget_set_sensitive (self->button, self->tally != NULL || is_writable);
  gtk_widget_set_tooltip_text (self->button, self->tally != NULL ? _ ("Open the Goal") : NULL);
  if (self->tally != NULL)
    piga_goal_tally_show_ring (self->tally, self->ring);
}

static gboolean
update_cb (gpointer user_data)
{
  PigaWeeklyNumber *self = user_data;

  self->counting = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* To count ten thousand applications takes a while: once the page is there, and all of the list,
 * which comes in slices. */
static void
queue_update (PigaWeeklyNumber *self)
{
  if (self->counting == 0)
    self->counting = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static void
goals_changed_cb (PigaWeeklyNumber *self)
{
  g_autoptr (PigaGoal) goal = find_goal (self);

  if (self->tally == NULL || piga_goal_tally_get_goal (self->tally) != goal)
    {
      g_clear_object (&self->tally);
      if (goal != NULL)
        {
          self->tally = piga_goal_tally_new (self->context, goal);
          g_signal_connect_object (self->tally, "changed", G_CALLBACK (queue_update), self,
                                   G_CONNECT_SWAPPED);
        }
    }
  queue_update (self);
}

static void
clicked_cb (PigaWeeklyNumber *self)
{
  if (self->tally != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-goal", "s",
                                piga_record_get_id (piga_goal_tally_get_goal (self->tally)));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.new-weekly-goal", NULL);
}

static void
piga_weekly_number_dispose (GObject *object)
{
  PigaWeeklyNumber *self = PIGA_WEEKLY_NUMBER (object);

  g_clear_handle_id (&self->counting, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_WEEKLY_NUMBER);
  g_clear_object (&self->tally);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_weekly_number_parent_class)->dispose (object);
}

static void
piga_weekly_number_class_init (PigaWeeklyNumberClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_weekly_number_dispose;

  g_type_ensure (PIGA_TYPE_PROGRESS_RING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-weekly-number.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaWeeklyNumber, button);
  gtk_widget_class_bind_template_child (widget_class, PigaWeeklyNumber, ring);
  gtk_widget_class_bind_template_child (widget_class, PigaWeeklyNumber, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, PigaWeeklyNumber, offer_label);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
piga_weekly_number_init (PigaWeeklyNumber *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_weekly_number_show:
 * @self: the number
 * @context: the context; once
 */
void
piga_weekly_number_show (PigaWeeklyNumber *self, PigaContext *context)
{
  PigaStore *store = piga_context_get_store (context);

  self->context = g_object_ref (context);
  g_signal_connect_object (piga_store_list (store, PIGA_TYPE_GOAL), "items-changed",
                           G_CALLBACK (goals_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::goal", G_CALLBACK (goals_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_store_list (store, PIGA_TYPE_JOB_APPLICATION), "items-changed",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::application", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_settings (context), "changed::week-start",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  goals_changed_cb (self);
}
