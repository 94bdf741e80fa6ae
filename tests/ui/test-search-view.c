/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-test-room.h"
#include "records/piga-feedback-request.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"
#include "search/piga-search-row.h"
#include "search/piga-search-view.h"

typedef struct
{
  PigaTestStore test;
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *entry;
  GtkStack *stack;
  GtkListBox *list;
} Fixture;

static gpointer
get_child (Fixture *self, const char *name)
{
  return gtk_widget_get_template_child (self->view, PIGA_TYPE_SEARCH_VIEW, name);
}

static void
save (Fixture *self, gpointer record)
{
  g_autoptr (GError) error = NULL;

  piga_test_save (self->test.store, record, &error);
  g_assert_no_error (error);
  g_object_unref (record);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (PigaClock) clock = piga_clock_new_fixed (piga_day_today ());
  g_autoptr (PigaContext) context = NULL;
  gpointer goal = piga_record_new (PIGA_TYPE_GOAL);

  piga_test_store_set_up (&self->test, NULL);
  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Write to the <panel>");
  save (self, goal);
  save (self, piga_test_new_entry ("", "The panel asked."));
  save (self, piga_test_new_entry ("Supper", "Ugali & greens."));

  context = piga_context_new (self->test.store, settings, clock);
  self->view = piga_search_view_new (context);
  self->entry = get_child (self, "entry");
  self->stack = get_child (self, "stack");
  self->list = get_child (self, "list");
  self->window = adw_window_new ();
  adw_window_set_content (ADW_WINDOW (self->window), self->view);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  piga_test_drain ();
  piga_test_store_tear_down (&self->test, NULL);
}

typedef struct
{
  GtkEditable *entry;
  const char *text;
  gboolean is_asked;
} Question;

/* On its way to another text the entry is empty for a moment, and asks at once. */
static void
search_changed_cb (Question *question)
{
  if (g_str_equal (gtk_editable_get_text (question->entry), question->text))
    question->is_asked = TRUE;
}

static gboolean
is_asked (gpointer question)
{
  return ((Question *) question)->is_asked;
}

/* Until it was asked for, which waits for a pause in the typing, and answered. */
static void
type (Fixture *self, const char *text)
{
  Question question = { GTK_EDITABLE (self->entry), text, FALSE };
  const gulong id = g_signal_connect_swapped (self->entry, "search-changed",
                                              G_CALLBACK (search_changed_cb), &question);

  gtk_editable_set_text (question.entry, text);
  g_assert_true (piga_test_wait_until (is_asked, &question));
  g_signal_handler_disconnect (self->entry, id);
  piga_test_settle_store (self->test.store);
}

static GType
get_row_type (Fixture *self, int i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

  if (row == NULL)
    return G_TYPE_INVALID;
  return piga_search_hit_get_record_type (piga_search_row_get_hit (PIGA_SEARCH_ROW (row)));
}

static void
test_groups (Fixture *self, gconstpointer data)
{
  GtkWidget *header;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->stack), ==, "hint");
  type (self, "pan");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->stack), ==, "results");
  g_assert_true (get_row_type (self, 0) == PIGA_TYPE_ENTRY);
  g_assert_true (get_row_type (self, 1) == PIGA_TYPE_GOAL);
  g_assert_true (get_row_type (self, 2) == G_TYPE_INVALID);
  header = gtk_list_box_row_get_header (gtk_list_box_get_row_at_index (self->list, 1));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (header)), ==, "Goals");

  type (self, "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->stack), ==, "hint");
  g_assert_true (get_row_type (self, 0) == G_TYPE_INVALID);
}

static void
test_nothing (Fixture *self, gconstpointer data)
{
  type (self, "<b>& \"nowhere");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->stack), ==, "nothing");
  g_assert_cmpstr (adw_status_page_get_description (get_child (self, "nothing")), ==,
                   "Nothing you wrote has “&lt;b&gt;&amp; &quot;nowhere” in it.");
}

/* What is asked last is answered, however fast the questions follow. */
static void
test_overtaken (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 19; i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), i % 2 == 0 ? "panel" : "supper");
      piga_test_iterate (i % 3 == 0 ? 130 : 5);
    }
  type (self, "supper");
  g_assert_true (get_row_type (self, 0) == PIGA_TYPE_ENTRY);
  g_assert_true (get_row_type (self, 1) == G_TYPE_INVALID);
}

static void
test_keyboard (Fixture *self, gconstpointer data)
{
  type (self, "panel");
  piga_search_view_begin (PIGA_SEARCH_VIEW (self->view));
  gtk_widget_activate_action (self->view, "search.go-to-results", NULL);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window))
                 == GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0)));
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_UP);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self->window)), self->entry));
}

typedef struct
{
  GString *opened;
  gpointer application;
  gpointer interview;
} Work;

static void
opened_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Work *work = user_data;
  g_autofree char *text = g_variant_print (parameter, FALSE);

  g_string_append_printf (work->opened, "%s%s\n", g_action_get_name (G_ACTION (action)), text);
}

static void
catch_actions (Fixture *self, Work *work)
{
  const GActionEntry entries[] = {
    { "open-tool", opened_cb, "(sss)" },
    { "show-page", opened_cb, "s" },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  work->opened = g_string_new (NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), work);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (actions));
}

static gpointer
keep_text (Fixture *self, GType type, guint field, const char *text, guint link, const char *id)
{
  gpointer record = piga_record_new (type);

  piga_record_set_text (record, field, text);
  piga_record_set_text (record, link, id);
  save (self, g_object_ref (record));
  return record;
}

/* An application, its interview, and what was asked and said there; and a question of no
 * interview. */
static void
keep_work (Fixture *self, Work *work)
{
  const char *id;

  work->application = keep_text (self, PIGA_TYPE_JOB_APPLICATION, PIGA_JOB_APPLICATION_EMPLOYER,
                                 "Zebra Ltd", PIGA_JOB_APPLICATION_ROLE, "Analyst");
  work->interview =
    keep_text (self, PIGA_TYPE_INTERVIEW, PIGA_INTERVIEW_RECALL, "A zebra on the wall.",
               PIGA_INTERVIEW_APPLICATION, piga_record_get_id (work->application));
  id = piga_record_get_id (work->interview);
  g_object_unref (keep_text (self, PIGA_TYPE_QUESTION, PIGA_QUESTION_TEXT, "Why zebras?",
                             PIGA_QUESTION_INTERVIEW, ""));
  g_object_unref (keep_text (self, PIGA_TYPE_QUESTION, PIGA_QUESTION_TEXT, "Which zebra?",
                             PIGA_QUESTION_INTERVIEW, id));
  g_object_unref (keep_text (self, PIGA_TYPE_REMARK, PIGA_REMARK_TEXT, "Too few zebras",
                             PIGA_REMARK_INTERVIEW, id));
  g_object_unref (keep_text (self, PIGA_TYPE_FEEDBACK_REQUEST, PIGA_FEEDBACK_REQUEST_TEXT,
                             "Dear zebra", PIGA_FEEDBACK_REQUEST_INTERVIEW, id));
}

static const char *
get_line (Fixture *self, int row, guint line)
{
  GtkWidget *label = gtk_widget_get_first_child (
    gtk_list_box_row_get_child (gtk_list_box_get_row_at_index (self->list, row)));

  while (line-- > 0)
    label = gtk_widget_get_next_sibling (label);
  return gtk_label_get_label (GTK_LABEL (label));
}

static void
activate_rows (Fixture *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    g_signal_emit_by_name (self->list, "row-activated", row);
}

/* What belongs to the search for work says which interview it was, and opens in its tool. */
static void
test_work (Fixture *self, gconstpointer data)
{
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  const char *id;
  Work work;

  catch_actions (self, &work);
  keep_work (self, &work);
  type (self, "zebra");
  g_assert_cmpstr (get_line (self, 0, 0), ==, "Analyst, Zebra Ltd");
  g_assert_cmpstr (get_line (self, 1, 0), ==, "Analyst");
  g_assert_cmpstr (get_line (self, 1, 1), ==, "A zebra on the wall.");
  g_assert_cmpstr (get_line (self, 2, 0), ==, "Which zebra?");
  g_assert_cmpstr (get_line (self, 2, 1), ==, "Analyst");
  g_assert_true (get_row_type (self, 4) == PIGA_TYPE_REMARK);

  activate_rows (self);
  id = piga_record_get_id (work.interview);
  expected = g_strdup_printf ("open-tool('applications', 'application', '%s')\n"
                              "open-tool('applications', 'interview', '%s')\n"
                              "open-tool('applications', 'debrief', '%s')\n"
                              "show-page'step-3'\n"
                              "open-tool('applications', 'feedback-sorter', '%s')\n"
                              "open-tool('applications', 'feedback-desk', '%s')\n",
                              piga_record_get_id (work.application), id, id, id, id);
  g_assert_cmpstr (work.opened->str, ==, expected);

  /* With the application all that belongs to it is out of sight, but not what stands alone. */
  g_assert_true (piga_test_delete (self->test.store, work.application, &error));
  type (self, "zebra ");
  type (self, "zebras");
  g_assert_cmpstr (get_line (self, 0, 0), ==, "Why zebras?");
  g_assert_true (get_row_type (self, 1) == G_TYPE_INVALID);

  g_object_unref (work.application);
  g_object_unref (work.interview);
  g_string_free (work.opened, TRUE);
}

static void
add (const char *path, void (*func) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  add ("/search-view/groups", test_groups);
  add ("/search-view/nothing", test_nothing);
  add ("/search-view/overtaken", test_overtaken);
  add ("/search-view/keyboard", test_keyboard);
  add ("/search-view/work", test_work);
  return g_test_run ();
}
