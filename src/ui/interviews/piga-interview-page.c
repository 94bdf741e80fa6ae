/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-interview-page.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-field-binding.h"
#include "kit/piga-linked-records.h"
#include "kit/piga-page.h"
#include "kit/piga-record-draft.h"
#include "kit/piga-record-form.h"
#include "kit/piga-record-list.h"
#include "kit/piga-tool-row.h"
#include "kit/piga-writable.h"
#include "records/piga-entry-group.h"
#include "records/piga-goal-link.h"
#include "records/piga-interview-actions.h"
#include "sense/piga-interview-days.h"

struct _PigaInterviewPage
{
  AdwNavigationPage parent_instance;

  GtkWidget *scroller;
  GtkLabel *number_label;
  GtkLabel *name_label;
  GtkLabel *employer_label;
  PigaRecordForm *facts_form;
  PigaRecordForm *answer_form;
  AdwComboRow *outcome_row;
  GtkLabel *doubt_label;
  AdwPreferencesGroup *round_group;
  AdwPreferencesRow *close_row;
  AdwPreferencesGroup *tools_group;
  PigaRecordForm *notes_form;
  PigaEntryGroup *entries;
  PigaRecordList *goals;

  PigaContext *context;
  PigaInterview *interview;
  PigaRecordDraft *draft;
  PigaDay heard_on; /* as the history of the application knows it */
};

static void page_init (PigaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaInterviewPage, piga_interview_page, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (PIGA_TYPE_PAGE, page_init))

static void
flush (PigaPage *page)
{
  piga_record_draft_flush (PIGA_INTERVIEW_PAGE (page)->draft);
}

static void
page_init (PigaPageInterface *iface)
{
  iface->flush = flush;
}

static PigaStore *
get_store (PigaInterviewPage *self)
{
  return piga_context_get_store (self->context);
}

static PigaJobApplication *
get_application (PigaInterviewPage *self)
{
  return piga_rounds_get_application (piga_context_get_rounds (self->context), self->interview);
}

static PigaInterviewOutcome
get_outcome (PigaInterviewPage *self)
{
  return piga_record_get_integer (self->interview, PIGA_INTERVIEW_OUTCOME);
}

static const char *
name_number (guint number)
{
  switch (number)
    {
    case 1:
      return _ ("First interview");
    case 2:
      return _ ("Second interview");
    case 3:
      return _ ("Third interview");
    default:
      return _ ("A later interview");
    }
}

static void
show_line (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text[0] != '\0');
}

/* The role stands large, the employer under it; which interview it was is said where there are
 * several. */
static void
update_title (PigaInterviewPage *self)
{
  PigaJobApplication *application = get_application (self);
  const char *role =
    application != NULL ? piga_record_get_text (application, PIGA_JOB_APPLICATION_ROLE) : "";
  const char *employer =
    application != NULL ? piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER) : "";
  g_autofree char *title =
    piga_rounds_get_title (piga_context_get_rounds (self->context), self->interview);
  guint n_interviews;
  const guint number = piga_interview_number (
    piga_store_list (get_store (self), PIGA_TYPE_INTERVIEW), self->interview, &n_interviews);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  show_line (self->number_label, n_interviews > 1 ? name_number (number) : "");
  gtk_label_set_label (self->name_label, title);
  show_line (self->employer_label, role[0] != '\0' ? employer : "");
}

static void
update_doubt (PigaInterviewPage *self)
{
  PigaJobApplication *application = get_application (self);
  const PigaDay today = piga_context_get_today (self->context);
  const gboolean is_over = get_outcome (self) != PIGA_INTERVIEW_OUTCOME_WAITING
                           && get_outcome (self) != PIGA_INTERVIEW_OUTCOME_WITHDRAWN;
  g_autofree char *sentence = piga_interview_doubt_sentence (
    piga_interview_doubt (self->interview, application, is_over, today), application, today);

  show_line (self->doubt_label, sentence != NULL ? sentence : "");
}

static char *
describe_round (PigaInterviewPage *self)
{
  const PigaDay today = piga_context_get_today (self->context);
  const PigaDay heard_on = piga_record_get_day (self->interview, PIGA_INTERVIEW_HEARD_ON);
  const PigaDay closed_on = piga_record_get_day (self->interview, PIGA_INTERVIEW_CLOSED_ON);
  g_autofree char *begun = NULL;
  g_autofree char *closed = NULL;

  if (heard_on == PIGA_DAY_NONE)
    return g_strdup ("");
  begun = piga_calendar_date_near (heard_on, today);
  if (closed_on == PIGA_DAY_NONE)
    /* Translators: the twelve steps for an interview; %s is a date, such as “14 November”. */
    return g_strdup_printf (_ ("Begun on %s"), begun);
  closed = piga_calendar_date_near (closed_on, today);
  /* Translators: the twelve steps for an interview; two dates, such as “14 November”. */
  return g_strdup_printf (_ ("Begun on %1$s, closed on %2$s"), begun, closed);
}

static gboolean
is_closed (PigaInterviewPage *self)
{
  return piga_record_get_day (self->interview, PIGA_INTERVIEW_CLOSED_ON) != PIGA_DAY_NONE;
}

static void
update_round (PigaInterviewPage *self)
{
  g_autofree char *description = describe_round (self);

  gtk_widget_set_visible (GTK_WIDGET (self->round_group), piga_round_is (self->interview));
  adw_preferences_group_set_description (self->round_group, description);
  adw_preferences_row_set_title (self->close_row, is_closed (self) ? _ ("Open This One Again")
                                                                   : _ ("Close This One"));
}

/* The outcome has a row of its own, and not the form's, because to choose one is a deed. */
static void
update_outcome (PigaInterviewPage *self)
{
  adw_combo_row_set_selected (self->outcome_row, get_outcome (self));
  gtk_widget_set_visible (piga_record_form_get_row (self->answer_form, "heard_on"),
                          get_outcome (self) != PIGA_INTERVIEW_OUTCOME_WAITING);
}

static void
update (PigaInterviewPage *self)
{
  update_title (self);
  update_outcome (self);
  update_doubt (self);
  update_round (self);
}

static void
heard_on_changed_cb (PigaInterviewPage *self)
{
  piga_interview_move_heard_on (self->context, self->interview, self->heard_on);
  self->heard_on = piga_record_get_day (self->interview, PIGA_INTERVIEW_HEARD_ON);
}

static void
outcome_chosen_cb (PigaInterviewPage *self)
{
  const guint chosen = adw_combo_row_get_selected (self->outcome_row);

  if (self->interview == NULL || chosen == GTK_INVALID_LIST_POSITION
      || chosen == get_outcome (self))
    return;
  piga_interview_decide (GTK_WIDGET (self), self->context, self->interview, chosen);
}

static void
step_cb (PigaInterviewPage *self)
{
  piga_rounds_set_current (piga_context_get_rounds (self->context), self->interview);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", "step-1");
}

static void
close_cb (PigaInterviewPage *self)
{
  if (is_closed (self))
    piga_interview_reopen_round (GTK_WIDGET (self), self->context, self->interview);
  else
    piga_interview_close_round (GTK_WIDGET (self), self->context, self->interview);
}

static void
add_another_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PigaInterviewPage *self = PIGA_INTERVIEW_PAGE (widget);
  PigaJobApplication *application = get_application (self);

  if (application != NULL)
    piga_interview_add (widget, self->context, application);
}

static void
delete_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PigaInterviewPage *self = PIGA_INTERVIEW_PAGE (widget);

  piga_record_draft_flush (self->draft);
  piga_interview_delete (widget, self->context, self->interview);
}

/* The page is read first: a stray key shall not type over the day, which is the first that could
 * have the focus. Coming back from a tool, the row that led there keeps it. Without any focus, the
 * keys would be out of the page: there would be no way back, and the next place would be the
 * sidebar. */
static void
shown_cb (PigaInterviewPage *self)
{
  gtk_widget_grab_focus (self->scroller);
  g_signal_handlers_disconnect_by_func (self, shown_cb, NULL);
}

static void
piga_interview_page_dispose (GObject *object)
{
  PigaInterviewPage *self = PIGA_INTERVIEW_PAGE (object);

  g_clear_object (&self->draft);
  if (self->interview != NULL)
    g_signal_handlers_disconnect_by_data (self->interview, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_INTERVIEW_PAGE);
  g_clear_object (&self->interview);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_interview_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, number_label);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, employer_label);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, facts_form);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, answer_form);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, outcome_row);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, doubt_label);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, round_group);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, close_row);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, tools_group);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, notes_form);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, entries);
  gtk_widget_class_bind_template_child (widget_class, PigaInterviewPage, goals);
}

static void
piga_interview_page_class_init (PigaInterviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_interview_page_dispose;

  g_type_ensure (PIGA_TYPE_ENTRY_GROUP);
  g_type_ensure (PIGA_TYPE_RECORD_FORM);
  g_type_ensure (PIGA_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-interview-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, outcome_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);

  gtk_widget_class_install_action (widget_class, "interview.add-another", NULL, add_another_cb);
  gtk_widget_class_install_action (widget_class, "interview.delete", NULL, delete_cb);
}

static void
piga_interview_page_init (PigaInterviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_tool (PigaInterviewPage *self, const char *tool, const char *id)
{
  adw_preferences_group_add (self->tools_group, piga_tool_row_new (self->context, tool, id));
}

static void
add_tools (PigaInterviewPage *self)
{
  const char *id = piga_record_get_id (self->interview);

  add_tool (self, "debrief", id);
  add_tool (self, "feedback-desk", id);
  add_tool (self, "feedback-sorter", id);
  add_tool (self, "application",
            piga_record_get_text (self->interview, PIGA_INTERVIEW_APPLICATION));
}

static GtkWidget *
create_goal_row (gpointer goal, gpointer user_data)
{
  return piga_goal_link_new (goal);
}

static void
update_goals (GListModel *goals, guint position, guint n_removed, guint n_added,
              PigaInterviewPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->goals), g_list_model_get_n_items (goals) > 0);
}

static void
show_links (PigaInterviewPage *self)
{
  const char *id = piga_record_get_id (self->interview);
  g_autoptr (GListModel) goals =
    piga_linked_records (get_store (self), PIGA_TYPE_GOAL, PIGA_GOAL_ROUND, id);

  piga_entry_group_show (self->entries, self->context, &(PigaEntryFilter) { .round = id });
  piga_record_list_show (self->goals, goals, create_goal_row, NULL);
  g_signal_connect_object (goals, "items-changed", G_CALLBACK (update_goals), self, 0);
  update_goals (goals, 0, 0, 0, self);
}

static void
follow (PigaInterviewPage *self)
{
  PigaStore *store = get_store (self);

  g_signal_connect_object (self->interview, "notify::heard-on", G_CALLBACK (heard_on_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->interview, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::application", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::interview", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (self->context), "notify::today",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

/**
 * piga_interview_page_new:
 * @context: the context
 * @id: the id of an interview
 *
 * Returns: (transfer floating) (nullable): its page, or %NULL when there is no such interview
 */
AdwNavigationPage *
piga_interview_page_new (PigaContext *context, const char *id)
{
  PigaInterview *interview =
    piga_store_get (piga_context_get_store (context), PIGA_TYPE_INTERVIEW, id);
  PigaInterviewPage *self;

  if (interview == NULL)
    return NULL;
  self = g_object_new (PIGA_TYPE_INTERVIEW_PAGE, NULL);
  self->context = g_object_ref (context);
  piga_field_offer_choices (interview, PIGA_INTERVIEW_OUTCOME, self->outcome_row);
  self->interview = g_object_ref (interview);
  self->heard_on = piga_record_get_day (interview, PIGA_INTERVIEW_HEARD_ON);
  self->draft = piga_record_draft_new (get_store (self), interview);
  piga_record_form_show (self->facts_form, context, interview);
  piga_record_form_show (self->answer_form, context, interview);
  piga_record_form_show (self->notes_form, context, interview);
  add_tools (self);
  show_links (self);
  follow (self);
  piga_writable_follow (self->outcome_row, get_store (self));
  piga_writable_follow (self->close_row, get_store (self));
  piga_writable_follow_action (self, get_store (self), "interview.add-another");
  piga_writable_follow_action (self, get_store (self), "interview.delete");
  update (self);
  g_signal_connect (self, "shown", G_CALLBACK (shown_cb), NULL);
  return ADW_NAVIGATION_PAGE (self);
}
