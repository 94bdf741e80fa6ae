/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-due-section.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"
#include "records/piga-feedback-request.h"
#include "records/piga-goal.h"
#include "sense/piga-due.h"
#include "shell/piga-tools.h"

/* A day has room for no more; the rest comes up when these are done. */
#define MOST_ROWS 6

struct _PigaDueSection
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;
  GtkLabel *more_label;

  PigaContext *context;
  GListModel *recent;        /* the applications of which something can be due */
  GListModel *of_interviews; /* those that led to an interview */
  GPtrArray *due;            /* of PigaDue */
  guint update_source;
};

G_DEFINE_FINAL_TYPE (PigaDueSection, piga_due_section, ADW_TYPE_PREFERENCES_GROUP)

static GPtrArray *
find_due (PigaDueSection *self)
{
  PigaStore *store = piga_context_get_store (self->context);
  const PigaDueFacts facts = {
    .applications = self->recent,
    .all_applications = self->of_interviews,
    .interviews = piga_store_list (store, PIGA_TYPE_INTERVIEW),
    .requests = piga_store_list (store, PIGA_TYPE_FEEDBACK_REQUEST),
    .goals = piga_store_list (store, PIGA_TYPE_GOAL),
    .rule = piga_context_get_silence_rule (self->context),
    .today = piga_context_get_today (self->context),
  };

  return piga_due_list (&facts, PIGA_DUE_NOW);
}

static const char *
get_icon_name (const PigaDue *due)
{
  switch (due->kind)
    {
    case PIGA_DUE_INTERVIEW:
    case PIGA_DUE_FEEDBACK:
    case PIGA_DUE_FEEDBACK_FOLLOW_UP:
      return "piga-interview-symbolic";
    case PIGA_DUE_GOAL:
      return "piga-goals-symbolic";
    case PIGA_DUE_CLOSING:
    case PIGA_DUE_FOLLOW_UP:
    case PIGA_DUE_MISSED:
      break;
    }
  return "piga-date-symbolic";
}

static GtkWidget *
make_row (PigaDueSection *self, const PigaDue *due)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (get_icon_name (due));
  g_autofree char *day = piga_calendar_relative (due->day, piga_context_get_today (self->context));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), due->sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), day);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  return row;
}

static void
show_more (PigaDueSection *self)
{
  const guint n_more = self->due->len > MOST_ROWS ? self->due->len - MOST_ROWS : 0;
  g_autofree char *more = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "And %u more after that.", "And %u more after those.", n_more),
    n_more);

  gtk_label_set_label (self->more_label, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_label), n_more > 0);
}

static void
update (PigaDueSection *self)
{
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  self->due = find_due (self);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < MIN (self->due->len, MOST_ROWS); i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (self->due, i)));
  show_more (self);
  gtk_widget_set_visible (GTK_WIDGET (self), self->due->len > 0);
}

static gboolean
update_cb (gpointer user_data)
{
  PigaDueSection *self = user_data;

  self->update_source = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* Lists come in parts, and one deed saves several records: they are looked at together, when no
 * part of a list is waiting any more. */
static void
changed_cb (PigaDueSection *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static const char *
get_tool (const PigaDue *due)
{
  if (PIGA_IS_JOB_APPLICATION (due->record))
    return "application";
  return due->kind == PIGA_DUE_INTERVIEW ? "interview" : "feedback-desk";
}

static void
row_activated_cb (PigaDueSection *self, GtkListBoxRow *row)
{
  const PigaDue *due = g_ptr_array_index (self->due, (guint) gtk_list_box_row_get_index (row));
  const char *id = piga_record_get_id (due->record);

  if (PIGA_IS_GOAL (due->record))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-goal", "s", id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "room.open-tool", "(ss)", get_tool (due), id);
}

static void
piga_due_section_dispose (GObject *object)
{
  PigaDueSection *self = PIGA_DUE_SECTION (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_DUE_SECTION);
  g_clear_pointer (&self->due, g_ptr_array_unref);
  g_clear_object (&self->recent);
  g_clear_object (&self->of_interviews);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_due_section_parent_class)->dispose (object);
}

static void
piga_due_section_class_init (PigaDueSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_due_section_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-due-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaDueSection, list);
  gtk_widget_class_bind_template_child (widget_class, PigaDueSection, more_label);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
piga_due_section_init (PigaDueSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow (PigaDueSection *self, GListModel *list)
{
  g_signal_connect_object (list, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* As the days go by fewer of them can be due, so that the list may stay until the rule changes. */
static void
follow_recent (PigaDueSection *self)
{
  const PigaSilenceRule rule = piga_context_get_silence_rule (self->context);
  const PigaDay since = piga_due_since (&rule, piga_context_get_today (self->context));

  g_clear_object (&self->recent);
  self->recent =
    piga_store_list_since (piga_context_get_store (self->context), PIGA_TYPE_JOB_APPLICATION,
                           piga_due_days, piga_due_n_days, since);
  follow (self, self->recent);
}

static void
rule_changed_cb (PigaDueSection *self)
{
  follow_recent (self);
  changed_cb (self);
}

/**
 * piga_due_section_set_context:
 * @self: the section, which has none yet
 * @context: the context
 */
void
piga_due_section_set_context (PigaDueSection *self, PigaContext *context)
{
  GSettings *settings = piga_context_get_settings (context);
  PigaStore *store = piga_context_get_store (context);

  self->context = g_object_ref (context);
  self->of_interviews = piga_store_list_linked (store, PIGA_TYPE_JOB_APPLICATION,
                                                PIGA_TYPE_INTERVIEW, PIGA_INTERVIEW_APPLICATION);
  follow_recent (self);
  follow (self, self->of_interviews);
  follow (self, piga_store_list (store, PIGA_TYPE_INTERVIEW));
  follow (self, piga_store_list (store, PIGA_TYPE_FEEDBACK_REQUEST));
  follow (self, piga_store_list (store, PIGA_TYPE_GOAL));
  g_signal_connect_object (store, "record-saved", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::follow-up-days", G_CALLBACK (rule_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::closed-days", G_CALLBACK (rule_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
