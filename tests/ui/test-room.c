/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to the pages of a room when what they are about goes while they are open, and that
 * leaving waits for nobody's timer. */

#include "config.h"

#include "debrief/piga-debrief-page.h"
#include "feedback/piga-feedback-desk.h"
#include "feedback/piga-feedback-sorter.h"
#include "interviews/piga-interview-page.h"
#include "kit/piga-page.h"
#include "kit/piga-text-row.h"
#include "piga-exchange.h"
#include "piga-test-room.h"
#include "shell/piga-room.h"
#include "shell/piga-tools.h"

typedef struct
{
  PigaTestRoom room;
  PigaJobApplication *application;
  PigaInterview *interview;
  PigaRoom *pages;
  AdwNavigationView *view;
} Fixture;

/* The room's own page can take the keyboard, as every real one can: the toolkit would keep a page
 * that went with the keyboard in it, where there is nowhere to put it. */
static void
set_up (Fixture *self, gconstpointer data)
{
  AdwNavigationPage *root = adw_navigation_page_new (gtk_button_new (), "Root");

  piga_test_room_set_up (&self->room, NULL);
  self->application = piga_test_add_application (&self->room, "Sacco", "");
  self->interview =
    piga_test_add_round (&self->room, self->application, PIGA_TEST_TODAY - 10, PIGA_TEST_TODAY - 3);

  self->pages = PIGA_ROOM (piga_room_new (self->room.context, root));
  piga_test_room_show (&self->room, GTK_WIDGET (self->pages));
  self->view = piga_test_find_type (GTK_WIDGET (self->pages), ADW_TYPE_NAVIGATION_VIEW);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->application);
  g_clear_object (&self->interview);
  piga_test_room_tear_down (&self->room, NULL);
}

static void
open_tool (Fixture *self, const char *tool)
{
  const char *id = g_str_equal (tool, "application") ? piga_record_get_id (self->application)
                                                     : piga_record_get_id (self->interview);

  piga_room_open_tool (self->pages, tool, id);
  piga_test_rest (&self->room);
}

/* The application, the interview, and on top of both the tool @data. */
static void
open_all (Fixture *self, gconstpointer data)
{
  open_tool (self, "application");
  open_tool (self, "interview");
  open_tool (self, data);
}

static gboolean
shows (Fixture *self, const char *tool)
{
  const char *tag = adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (self->view));

  return tag != NULL && g_str_has_prefix (tag, tool);
}

static guint
count_pages (Fixture *self)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->view);

  return g_list_model_get_n_items (stack);
}

/* Deleted elsewhere: the pages that were about it go, and no other; what was typed meanwhile waits
 * with it in the trash, and comes back with it. */
static void
test_interview_gone (Fixture *self, gconstpointer data)
{
  open_all (self, data);
  g_assert_true (shows (self, data));
  piga_store_delete_async (self->room.disk.store, self->interview, NULL, NULL, NULL);
  piga_test_rest (&self->room);
  g_assert_true (shows (self, "application"));
  g_assert_cmpuint (count_pages (self), ==, 2);
  piga_page_flush (PIGA_PAGE (self->pages));
  piga_test_settle (&self->room);
  g_assert_cmpint (piga_record_get_deleted_at (self->interview), !=, 0);

  piga_store_undelete_async (self->room.disk.store, self->interview, NULL, NULL, NULL);
  piga_test_settle (&self->room);
  open_tool (self, data);
  g_assert_true (shows (self, data));
}

/* Nothing is shown of an interview whose application is in the trash. */
static void
test_application_gone (Fixture *self, gconstpointer data)
{
  open_tool (self, data);
  g_assert_cmpuint (count_pages (self), ==, 2);
  piga_store_delete_async (self->room.disk.store, self->application, NULL, NULL, NULL);
  piga_test_rest (&self->room);
  g_assert_cmpuint (count_pages (self), ==, 1);

  piga_store_undelete_async (self->room.disk.store, self->application, NULL, NULL, NULL);
  piga_test_settle (&self->room);
  open_tool (self, data);
  g_assert_true (shows (self, data));
}

static void
test_another_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaInterview) other = piga_record_new (PIGA_TYPE_INTERVIEW);

  piga_record_set_text (other, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (self->application));
  piga_test_keep (&self->room, other);
  open_all (self, "debrief");
  piga_store_delete_async (self->room.disk.store, other, NULL, NULL, NULL);
  piga_test_settle (&self->room);
  g_assert_true (shows (self, "debrief"));
  g_assert_cmpuint (count_pages (self), ==, 4);
}

static void
imported_cb (GObject *store, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;
  PigaImportSummary summary;

  piga_exchange_import_finish (PIGA_STORE (store), result, &summary, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (summary.changed, ==, 1);
  *(gboolean *) done = TRUE;
}

static void
import_into_trash (Fixture *self, const char *kind, gpointer record, const char *field,
                   const char *value)
{
  const gint64 later = piga_record_get_modified_at (record) + G_TIME_SPAN_HOUR;
  g_autofree char *path = g_build_filename (self->room.disk.folder, "elsewhere.jsonl", NULL);
  g_autofree char *lines =
    g_strdup_printf ("{\"format\":\"piga-hatua\",\"version\":1}\n{\"kind\":\"%s\",\"id\":\"%s\","
                     "\"created_at\":%" G_GINT64_FORMAT ",\"modified_at\":%" G_GINT64_FORMAT
                     ",\"deleted_at\":%" G_GINT64_FORMAT ",\"%s\":\"%s\"}\n",
                     kind, piga_record_get_id (record), piga_record_get_created_at (record), later,
                     later, field, value);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean done = FALSE;

  g_assert_true (g_file_set_contents (path, lines, -1, NULL));
  piga_exchange_import_async (self->room.disk.store, file, NULL, NULL, NULL, imported_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  piga_test_rest (&self->room);
}

/* On another computer it went into the trash; here its pages are open. */
static void
test_import (Fixture *self, gconstpointer data)
{
  open_all (self, data);
  import_into_trash (self, "interview", self->interview, "application",
                     piga_record_get_id (self->application));
  g_assert_cmpint (piga_record_get_deleted_at (self->interview), !=, 0);
  g_assert_true (shows (self, "application"));
  import_into_trash (self, "application", self->application, "employer", "Sacco");
  g_assert_cmpuint (count_pages (self), ==, 1);
}

/* The program flushes the room and waits for the disk: what was typed a moment ago is there, long
 * before the second of a draft is over. */
static void
test_flush (Fixture *self, gconstpointer data)
{
  const gboolean is_debrief = g_str_equal (data, "debrief");
  const char *count = is_debrief
                        ? "SELECT count(*) FROM interview WHERE recall = 'the last word'"
                        : "SELECT count(*) FROM feedback_request WHERE text = 'the last word'";
  GtkWidget *row;

  open_tool (self, data);
  row = piga_test_find_type (GTK_WIDGET (self->view), PIGA_TYPE_TEXT_ROW);
  g_assert_nonnull (row);
  piga_text_row_set_text (PIGA_TEXT_ROW (row), "the last word");
  piga_page_flush (PIGA_PAGE (self->pages));
  piga_test_settle (&self->room);
  g_assert_cmpint (piga_test_get_integer (self->room.disk.store, count), ==, 1);
}

/* The disk is full while somebody types: the words stay, and are kept once there is room. */
static void
test_full (Fixture *self, gconstpointer data)
{
  PigaStore *store = self->room.disk.store;
  g_auto (GStrv) lines = g_new0 (char *, 2001);
  g_autofree char *words = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    lines[i] = g_strdup ("A line of what I remember");
  words = g_strjoinv ("\n", lines);
  open_tool (self, "debrief");
  piga_test_execute (store, "PRAGMA max_page_count = 1");
  piga_text_row_set_text (piga_test_find_type (GTK_WIDGET (self->view), PIGA_TYPE_TEXT_ROW), words);
  piga_page_flush (PIGA_PAGE (self->pages));
  g_assert_false (piga_test_flush (store, &error));
  g_assert_error (piga_store_get_error (store), PIGA_ERROR, PIGA_ERROR_FULL);
  g_assert_cmpstr (piga_record_get_text (self->interview, PIGA_INTERVIEW_RECALL), ==, words);

  piga_test_execute (store, "PRAGMA max_page_count = 1000000");
  piga_page_flush (PIGA_PAGE (self->pages));
  piga_test_settle (&self->room);
  g_assert_no_error (piga_store_get_error (store));
  g_assert_cmpint (
    piga_test_get_integer (store, "SELECT count(*) FROM interview WHERE length(recall) > 50000"),
    ==, 1);
}

static gboolean
is_deed (GtkWidget *widget)
{
  return ADW_IS_BUTTON_ROW (widget)
         && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)),
                         "Close This One");
}

static gboolean
can_be_changed (GtkWidget *widget, gconstpointer data)
{
  return (is_deed (widget) || ADW_IS_COMBO_ROW (widget) || ADW_IS_SWITCH_ROW (widget)
          || GTK_IS_CHECK_BUTTON (widget)
          || (GTK_IS_TEXT (widget) && gtk_editable_get_editable (GTK_EDITABLE (widget)))
          || (GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget))))
         && gtk_widget_is_sensitive (widget);
}

/* Where nothing can be written, nothing can be typed either; then it can again. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  GtkWidget *page;

  open_tool (self, data);
  page = GTK_WIDGET (adw_navigation_view_get_visible_page (self->view));
  g_assert_nonnull (piga_test_find_widget (page, can_be_changed, NULL));
  piga_store_set_state (self->room.disk.store, PIGA_STORE_READ_ONLY);
  g_assert_null (piga_test_find_widget (page, can_be_changed, NULL));
  piga_store_set_state (self->room.disk.store, PIGA_STORE_READY);
  g_assert_nonnull (piga_test_find_widget (page, can_be_changed, NULL));
}

/* Nor can it be deleted. */
static void
test_read_only_delete (Fixture *self, gconstpointer data)
{
  g_autofree char *action = g_strconcat (data, ".delete", NULL);
  GtkWidget *page;

  open_tool (self, data);
  page = GTK_WIDGET (adw_navigation_view_get_visible_page (self->view));
  piga_store_set_state (self->room.disk.store, PIGA_STORE_READ_ONLY);
  gtk_widget_activate_action (page, action, NULL);
  piga_store_set_state (self->room.disk.store, PIGA_STORE_READY);
  piga_test_settle (&self->room);
  g_assert_true (shows (self, data));

  gtk_widget_activate_action (page, action, NULL);
  piga_test_settle (&self->room);
  g_assert_false (shows (self, data));
}

#define ADD(path, tool, func) g_test_add ("/room/" path, Fixture, tool, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  ADD ("gone/interview", "interview", test_interview_gone);
  ADD ("gone/desk", "feedback-desk", test_interview_gone);
  ADD ("gone/sorter", "feedback-sorter", test_interview_gone);
  ADD ("gone/debrief", "debrief", test_interview_gone);
  ADD ("application-gone/application", "application", test_application_gone);
  ADD ("application-gone/interview", "interview", test_application_gone);
  ADD ("application-gone/desk", "feedback-desk", test_application_gone);
  ADD ("application-gone/sorter", "feedback-sorter", test_application_gone);
  ADD ("application-gone/debrief", "debrief", test_application_gone);
  ADD ("another-gone", NULL, test_another_gone);
  ADD ("import/desk", "feedback-desk", test_import);
  ADD ("import/debrief", "debrief", test_import);
  ADD ("flush/debrief", "debrief", test_flush);
  ADD ("flush/desk", "feedback-desk", test_flush);
  ADD ("full", NULL, test_full);
  ADD ("read-only/application", "application", test_read_only);
  ADD ("read-only/interview", "interview", test_read_only);
  ADD ("read-only/desk", "feedback-desk", test_read_only);
  ADD ("read-only/sorter", "feedback-sorter", test_read_only);
  ADD ("read-only/debrief", "debrief", test_read_only);
  ADD ("read-only-delete/application", "application", test_read_only_delete);
  ADD ("read-only-delete/interview", "interview", test_read_only_delete);
  return g_test_run ();
}
