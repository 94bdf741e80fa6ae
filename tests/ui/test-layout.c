/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever a window's layout changes to, whoever writes goes on where they were. */

#include "config.h"

#include "piga-test-room.h"
#include "shell/piga-window.h"

/* Beside another window, on half a screen, on a small one, and back: over every breakpoint. */
static const int sizes[][2] = {
  { 820, 700 }, { 500, 700 }, { 390, 380 }, { 420, 380 }, { 1300, 800 },
};

/* One window for all tests: what a split view held that was collapsed once is not let go of by
 * libadwaita 1.7. */
static PigaTestRoom room;
static PigaJobApplication *application;
static PigaInterview *interview;

static void
act (const char *action, const char *format, ...)
{
  va_list arguments;
  GVariant *parameter = NULL;

  va_start (arguments, format);
  if (format != NULL)
    parameter = g_variant_new_va (format, NULL, &arguments);
  va_end (arguments);
  g_action_group_activate_action (G_ACTION_GROUP (room.window), action, parameter);
  piga_test_rest (&room);
}

/* What a window’s frame takes on both sides together where nothing composes the screen. */
#define FRAME 10

static void
resize (const int size[2])
{
  gtk_window_set_default_size (GTK_WINDOW (room.window), size[0] + FRAME, size[1] + FRAME);
  piga_test_rest_window (room.window);
  g_assert_cmpint (gtk_widget_get_width (room.window), ==, size[0]);
}

static void
select_text (GtkWidget *text, int cursor, int bound)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  if (GTK_IS_TEXT (text))
    {
      gtk_editable_select_region (GTK_EDITABLE (text), bound, cursor);
      return;
    }
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, cursor);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, bound);
  gtk_text_buffer_select_range (buffer, &start, &end);
}

static void
assert_selected (GtkWidget *text, int cursor, int bound)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;
  int is_cursor;
  int is_bound;

  if (GTK_IS_TEXT (text))
    g_object_get (text, "cursor-position", &is_cursor, "selection-bound", &is_bound, NULL);
  else
    {
      buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (text));
      gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
      is_cursor = gtk_text_iter_get_offset (&iter);
      gtk_text_buffer_get_iter_at_mark (buffer, &iter,
                                        gtk_text_buffer_get_selection_bound (buffer));
      is_bound = gtk_text_iter_get_offset (&iter);
    }
  g_assert_cmpint (is_cursor, ==, cursor);
  g_assert_cmpint (is_bound, ==, bound);
}

/* With a part of it selected, at whose beginning the cursor is, and once with the cursor alone. */
static void
assert_keeps (GtkWidget *text)
{
  if (GTK_IS_TEXT (text))
    gtk_editable_set_text (GTK_EDITABLE (text), "12345");
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "12345", -1);
  gtk_widget_grab_focus (text);
  piga_test_rest (&room);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      const int bound = i % 3 == 1 ? 2 : 4;

      select_text (text, 2, bound);
      resize (sizes[i]);
      g_test_message ("%s at %d × %d", G_OBJECT_TYPE_NAME (gtk_widget_get_parent (text)),
                      sizes[i][0], sizes[i][1]);
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (room.window)) == text);
      g_assert_true (gtk_widget_get_mapped (text));
      assert_selected (text, 2, bound);
    }
}

static gboolean
is_written_in (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return FALSE;
  if (GTK_IS_TEXT (widget))
    return gtk_editable_get_editable (GTK_EDITABLE (widget));
  return GTK_IS_TEXT_VIEW (widget) && gtk_text_view_get_editable (GTK_TEXT_VIEW (widget));
}

/* The texts that can be written in, on a page or in a dialog. */
static GPtrArray *
find_texts (gpointer root)
{
  g_autoptr (GPtrArray) widgets = piga_test_find_all (root, GTK_TYPE_WIDGET);
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < widgets->len; i++)
    if (is_written_in (widgets->pdata[i]))
      g_ptr_array_add (texts, widgets->pdata[i]);
  g_assert_cmpuint (texts->len, >, 0);
  return texts;
}

/* The last one is the farthest from where a page or a dialog puts the keyboard by itself. */
static void
assert_keeps_last (gpointer root)
{
  g_autoptr (GPtrArray) texts = find_texts (root);

  assert_keeps (texts->pdata[texts->len - 1]);
}

static AdwNavigationPage *
get_content (void)
{
  return adw_navigation_split_view_get_content (
    piga_test_find_type (room.window, ADW_TYPE_NAVIGATION_SPLIT_VIEW));
}

static void
test_journal (void)
{
  g_autoptr (GPtrArray) texts = NULL;

  act ("write-entry", "(us)", 0, "");
  texts = find_texts (get_content ());
  g_assert_cmpuint (texts->len, ==, 2);
  for (guint i = 0; i < texts->len; i++)
    assert_keeps (texts->pdata[i]);
}

static void
test_search (void)
{
  act ("show-page", "s", "today");
  act ("search", NULL);
  assert_keeps_last (room.window);
}

/* About the application or its one interview. */
static void
test_tool (gconstpointer tool)
{
  gpointer record = g_str_equal (tool, "application") ? (gpointer) application : interview;

  act ("open-tool", "(sss)", "applications", tool, piga_record_get_id (record));
  assert_keeps_last (get_content ());
}

static void
test_dialogs (void)
{
  static const struct
  {
    const char *action;
    const char *format;
  } openings[] = { { "add-application" }, { "log-rejection", "s" }, { "edit-goal", "s" } };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      AdwDialog *dialog;

      act (openings[i].action, openings[i].format, "");
      g_test_message ("%s", openings[i].action);
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (room.window));
      piga_test_rest (&room);
      assert_keeps_last (dialog);
      adw_dialog_force_close (dialog);
      piga_test_rest (&room);
    }
}

static void
start (void)
{
  piga_test_room_set_up (&room, NULL);
  g_settings_set_boolean (piga_context_get_settings (room.context), "first-run-done", TRUE);
  application = piga_test_add_application (&room, "Ushindi Ltd", "Clerk");
  interview = piga_test_add_round (&room, application, PIGA_TEST_TODAY - 5, PIGA_TEST_TODAY);
  room.window = piga_window_new (NULL, room.context);
  gtk_window_set_default_size (GTK_WINDOW (room.window), 1300, 800);
  piga_window_show_page (PIGA_WINDOW (room.window), "today");
  gtk_window_present (GTK_WINDOW (room.window));
  piga_test_rest (&room);
}

int
main (int argc, char *argv[])
{
  int status;

  piga_test_room_init (&argc, &argv);
  start ();

  g_test_add_func ("/layout/journal", test_journal);
  g_test_add_func ("/layout/search", test_search);
  g_test_add_data_func ("/layout/application", "application", test_tool);
  g_test_add_data_func ("/layout/interview", "interview", test_tool);
  g_test_add_data_func ("/layout/feedback-desk", "feedback-desk", test_tool);
  g_test_add_data_func ("/layout/debrief", "debrief", test_tool);
  g_test_add_func ("/layout/dialogs", test_dialogs);
  status = g_test_run ();

  g_object_unref (application);
  g_object_unref (interview);
  gtk_window_destroy (GTK_WINDOW (room.window));
  piga_test_settle (&room);
  piga_test_remove_folder (room.disk.folder);
  return status;
}
