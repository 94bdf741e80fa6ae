/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-today-page.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"
#include "piga-due-section.h"
#include "piga-entry-list.h"
#include "piga-next-section.h"
#include "records/piga-goal-section.h"

/* Who comes back after so many days is welcomed back. The days are not counted to anybody. */
#define DAYS_AWAY 4

struct _PigaTodayPage
{
  AdwNavigationPage parent_instance;

  GtkLabel *date;
  GtkLabel *greeting;
  GtkLabel *welcome;
  PigaNextSection *next;
  PigaDueSection *due;
  PigaGoalSection *goals;
  AdwActionRow *entry_row;

  PigaContext *context;
  GListModel *entries;
  PigaEntryLine *newest;
};

G_DEFINE_FINAL_TYPE (PigaTodayPage, piga_today_page, ADW_TYPE_NAVIGATION_PAGE)

/* Notes that the person is here today, and tells whether they were away for a while before. */
static gboolean
note_visit (PigaTodayPage *self)
{
  GSettings *settings = piga_context_get_settings (self->context);
  const PigaDay today = piga_context_get_today (self->context);
  g_autofree char *last = g_settings_get_string (settings, "last-visit");
  const PigaDay last_day = piga_day_from_iso (last);
  char iso[PIGA_DAY_ISO_LENGTH];

  piga_day_to_iso (today, iso);
  if (!g_str_equal (iso, last))
    g_settings_set_string (settings, "last-visit", iso);
  return last_day != PIGA_DAY_NONE && today >= last_day + DAYS_AWAY;
}

static void
greet (PigaTodayPage *self)
{
  const gboolean is_back = note_visit (self);
  g_autofree char *date = piga_calendar_date_with_weekday (piga_context_get_today (self->context));

  gtk_label_set_label (self->date, date);
  gtk_label_set_label (self->greeting, is_back ? _ ("Good to see you again") : _ ("Welcome"));
  gtk_label_set_label (self->welcome,
                       _ ("Everything is as you left it. One small act is enough for today."));
  gtk_widget_set_visible (GTK_WIDGET (self->welcome), is_back);
}

static void
show_entry (PigaTodayPage *self)
{
  g_autofree char *day = NULL;

  if (self->newest == NULL)
    return;
  day = piga_calendar_relative (piga_day_from_time (piga_entry_line_get_created_at (self->newest)),
                                piga_context_get_today (self->context));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry_row),
                                 piga_entry_line_get_title (self->newest));
  adw_action_row_set_subtitle (self->entry_row, day);
}

static void
entries_changed_cb (PigaTodayPage *self)
{
  g_autoptr (PigaEntryLine) newest = g_list_model_get_item (self->entries, 0);

  if (self->newest != NULL)
    g_signal_handlers_disconnect_by_func (self->newest, show_entry, self);
  g_set_object (&self->newest, newest);
  if (newest != NULL)
    g_signal_connect_object (newest, "notify", G_CALLBACK (show_entry), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->entry_row), newest != NULL);
  show_entry (self);
}

static void
today_changed_cb (PigaTodayPage *self)
{
  greet (self);
  show_entry (self);
}

static void
goal_chosen_cb (PigaTodayPage *self, PigaGoal *goal)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-goal", "s", piga_record_get_id (goal));
}

static void
entry_cb (PigaTodayPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-entry", "(ss)",
                              piga_entry_line_get_id (self->newest), "");
}

static void
piga_today_page_dispose (GObject *object)
{
  PigaTodayPage *self = PIGA_TODAY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_TODAY_PAGE);
  g_clear_object (&self->newest);
  g_clear_object (&self->entries);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_today_page_parent_class)->dispose (object);
}

static void
piga_today_page_class_init (PigaTodayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_today_page_dispose;

  g_type_ensure (PIGA_TYPE_DUE_SECTION);
  g_type_ensure (PIGA_TYPE_GOAL_SECTION);
  g_type_ensure (PIGA_TYPE_NEXT_SECTION);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaTodayPage, date);
  gtk_widget_class_bind_template_child (widget_class, PigaTodayPage, greeting);
  gtk_widget_class_bind_template_child (widget_class, PigaTodayPage, welcome);
  gtk_widget_class_bind_template_child (widget_class, PigaTodayPage, next);
  gtk_widget_class_bind_template_child (widget_class, PigaTodayPage, due);
  gtk_widget_class_bind_template_child (widget_class, PigaTodayPage, goals);
  gtk_widget_class_bind_template_child (widget_class, PigaTodayPage, entry_row);
  gtk_widget_class_bind_template_callback (widget_class, goal_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_cb);
}

static void
piga_today_page_init (PigaTodayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow_journal (PigaTodayPage *self)
{
  const PigaEntryFilter all = { .step = 0 };
  PigaEntryList *list = piga_entry_list_new (piga_context_get_store (self->context), &all);

  self->entries = G_LIST_MODEL (gtk_slice_list_model_new (G_LIST_MODEL (list), 0, 1));
  g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (entries_changed_cb), self,
                           G_CONNECT_SWAPPED);
  entries_changed_cb (self);
}

/**
 * piga_today_page_new:
 * @context: the context
 *
 * Returns: (transfer floating): the page
 */
AdwNavigationPage *
piga_today_page_new (PigaContext *context)
{
  PigaTodayPage *self = g_object_new (PIGA_TYPE_TODAY_PAGE, NULL);

  self->context = g_object_ref (context);
  piga_next_section_set_context (self->next, context);
  piga_due_section_set_context (self->due, context);
  piga_goal_section_set_context (self->goals, context);
  follow_journal (self);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today",
                           G_CALLBACK (today_changed_cb), self, G_CONNECT_SWAPPED);
  greet (self);
  return ADW_NAVIGATION_PAGE (self);
}
