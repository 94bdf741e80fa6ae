/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asking for feedback: the letter follows the facts until the person takes it over, and goes out
 * once, and once more. */

#include <glib/gstdio.h>

#include "feedback/piga-feedback-calendar.h"
#include "feedback/piga-feedback-desk.h"
#include "feedback/piga-feedback-paper.h"
#include "kit/piga-page.h"
#include "kit/piga-text-row.h"
#include "piga-language.h"
#include "piga-test-room.h"
#include "print/piga-sheet-print.h"
#include "records/piga-feedback-request.h"
#include "records/piga-profile.h"

typedef struct
{
  PigaTestRoom room;
  PigaJobApplication *application;
  PigaInterview *interview;
  AdwNavigationPage *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  piga_test_room_set_up (&self->room, NULL);
  piga_context_get_rounds (self->room.context);
  self->application = piga_test_add_application (&self->room, "Lake Mills", "Store keeper");
  self->interview =
    piga_test_add_round (&self->room, self->application, PIGA_TEST_TODAY - 10, PIGA_TEST_TODAY - 3);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  piga_test_room_tear_down (&self->room, NULL);
  g_clear_object (&self->application);
  g_clear_object (&self->interview);
}

static void
show (Fixture *self, AdwNavigationPage *(*open) (PigaContext *context, const char *id))
{
  self->page = open (self->room.context, piga_record_get_id (self->interview));
  g_assert_nonnull (self->page);
  piga_test_room_push (&self->room, self->page);
}

static void
press (Fixture *self, const char *label)
{
  piga_test_press (&self->room, label);
}

static gboolean
has_button (Fixture *self, const char *label)
{
  return piga_test_has_button (self->room.window, label);
}

static gpointer
find_row (Fixture *self, const char *title)
{
  return piga_test_find_row (self->room.window, title);
}

/* The toggles of the desk, in their order. */
static AdwToggleGroup *
find_toggles (Fixture *self, const char *toggle)
{
  GtkWidget *label = piga_test_find_label (GTK_WIDGET (self->page), toggle);

  g_assert_nonnull (label);
  return ADW_TOGGLE_GROUP (gtk_widget_get_ancestor (label, ADW_TYPE_TOGGLE_GROUP));
}

static PigaTextRow *
find_letter (Fixture *self)
{
  return find_row (self, "Your email");
}

static void
assert_letter_has (Fixture *self, const char *words)
{
  const char *text = piga_text_row_get_text (find_letter (self));

  if (strstr (text, words) == NULL)
    g_error ("The letter has no “%s”: %s", words, text);
}

static void
type_letter (Fixture *self, const char *words)
{
  GtkTextView *view = piga_test_find_type (GTK_WIDGET (find_letter (self)), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), words, -1);
}

static gboolean
has_hint (Fixture *self)
{
  GtkWidget *label = piga_test_find_label (
    GTK_WIDGET (self->page), "The role stands as you typed it. If you know its name in Kiswahili, "
                             "change it in the text.");

  return label != NULL && gtk_widget_get_visible (label);
}

/* Only in a letter that is not in the person's language, and until they see to it. */
static void
test_role_hint (Fixture *self, gconstpointer data)
{
  AdwToggleGroup *language;

  show (self, piga_feedback_desk_new);
  g_assert_false (has_hint (self));
  language = find_toggles (self, "Kiswahili");
  adw_toggle_group_set_active (language, PIGA_FEEDBACK_LANGUAGE_KISWAHILI);
  piga_test_settle (&self->room);
  g_assert_true (has_hint (self));

  piga_record_set_text (self->application, PIGA_JOB_APPLICATION_ROLE, "");
  piga_test_keep (&self->room, self->application);
  g_assert_false (has_hint (self));
  piga_record_set_text (self->application, PIGA_JOB_APPLICATION_ROLE, "Store keeper");
  piga_test_keep (&self->room, self->application);
  g_assert_true (has_hint (self));

  type_letter (self, "Habari ");
  piga_test_settle (&self->room);
  g_assert_false (has_hint (self));
}

static void
test_live (Fixture *self, gconstpointer data)
{
  show (self, piga_feedback_desk_new);
  assert_letter_has (self, "Store keeper");
  assert_letter_has (self, "Lake Mills");
  piga_record_set_text (self->application, PIGA_JOB_APPLICATION_ROLE, "Yard clerk");
  assert_letter_has (self, "Yard clerk");
  gtk_editable_set_text (find_row (self, "Your name"), "A. Mwangi");
  assert_letter_has (self, "A. Mwangi");

  piga_test_wait_for_integer (self->room.disk.store,
                              "SELECT count(*) FROM profile WHERE name = 'A. Mwangi'", 1);
  /* Nothing was said of the request itself. */
  piga_page_flush (PIGA_PAGE (self->page));
  g_assert_cmpint (piga_test_count (&self->room, "feedback_request"), ==, 0);
}

static void
test_language (Fixture *self, gconstpointer data)
{
  show (self, piga_feedback_desk_new);
  assert_letter_has (self, "Thank you");
  adw_toggle_group_set_active (find_toggles (self, "Kiswahili"), PIGA_FEEDBACK_LANGUAGE_KISWAHILI);
  assert_letter_has (self, "Asante");
  assert_letter_has (self, "Store keeper");
  piga_page_flush (PIGA_PAGE (self->page));
  g_assert_cmpint (piga_test_count (&self->room, "feedback_request"
                                                 " WHERE language = 'kiswahili'"
                                                 " AND first_question = 'improve' AND text = ''"),
                   ==, 1);
}

static void
test_edited (Fixture *self, gconstpointer data)
{
  show (self, piga_feedback_desk_new);
  g_assert_false (has_button (self, "Write It Again From the Facts"));
  type_letter (self, "My own words. ");
  adw_toggle_group_set_active (find_toggles (self, "Kiswahili"), PIGA_FEEDBACK_LANGUAGE_KISWAHILI);
  piga_record_set_text (self->application, PIGA_JOB_APPLICATION_ROLE, "Yard clerk");
  assert_letter_has (self, "My own words. ");
  assert_letter_has (self, "Store keeper");
  piga_test_wait_for_integer (self->room.disk.store,
                              "SELECT count(*) FROM feedback_request"
                              " WHERE text LIKE '%My own words. %'",
                              1);

  press (self, "Write It Again From the Facts");
  assert_letter_has (self, "Asante");
  assert_letter_has (self, "Yard clerk");
  g_assert_false (has_button (self, "Write It Again From the Facts"));
  piga_test_undo (&self->room);
  assert_letter_has (self, "My own words. ");
}

/* A word that is taken back leaves the letter to the facts again. */
static void
test_unedited (Fixture *self, gconstpointer data)
{
  g_autofree char *written = NULL;

  show (self, piga_feedback_desk_new);
  written = g_strdup (piga_text_row_get_text (find_letter (self)));
  type_letter (self, "x");
  g_assert_true (has_button (self, "Write It Again From the Facts"));
  g_object_set (find_letter (self), "text", written, NULL);
  g_assert_false (has_button (self, "Write It Again From the Facts"));
}

/* As when the keyboard goes elsewhere; a window on a bare screen is never the active one. */
static void
leave (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  const guint n_controllers = g_list_model_get_n_items (controllers);

  for (guint i = 0; i < n_controllers; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_FOCUS (controller))
        g_signal_emit_by_name (controller, "leave");
    }
}

/* Whoever empties the letter has an empty page for as long as they stay in it. */
static void
test_emptied (Fixture *self, gconstpointer data)
{
  GtkTextView *view;

  show (self, piga_feedback_desk_new);
  view = piga_test_find_type (GTK_WIDGET (find_letter (self)), GTK_TYPE_TEXT_VIEW);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), "", -1);
  piga_test_rest (&self->room);
  g_assert_cmpstr (piga_text_row_get_text (find_letter (self)), ==, "");
  leave (GTK_WIDGET (find_letter (self)));
  assert_letter_has (self, "Store keeper");
}

static void
test_channels (Fixture *self, gconstpointer data)
{
  AdwToggleGroup *channels;
  PigaTextRow *message;

  show (self, piga_feedback_desk_new);
  channels = find_toggles (self, "SMS");
  g_assert_true (has_button (self, "Open in Mail Program"));
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), "Subject"));

  adw_toggle_group_set_active (channels, PIGA_FEEDBACK_CHANNEL_SMS);
  g_assert_false (has_button (self, "Open in Mail Program"));
  g_assert_null (piga_test_find_label (GTK_WIDGET (self->page), "Subject"));
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), " characters: "));
  message = find_row (self, "Your text message");
  g_assert_nonnull (strstr (piga_text_row_get_text (message), "Store keeper"));
  piga_test_rest (&self->room);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (message)), >, 80);
  adw_toggle_group_set_active (channels, PIGA_FEEDBACK_CHANNEL_TELEPHONE);
  g_assert_null (piga_test_find_label (GTK_WIDGET (self->page), " characters: "));
  g_assert_true (has_button (self, "I Called"));
  g_assert_true (has_button (self, "Print…"));
}

static PigaSheet *
make_sheet (Fixture *self, PigaFeedbackChannel channel)
{
  g_autoptr (PigaFeedbackLetter) letter =
    piga_feedback_letter_new (self->room.context, self->interview);

  piga_record_set_integer (piga_feedback_letter_get_request (letter), PIGA_FEEDBACK_REQUEST_CHANNEL,
                           channel);
  return piga_feedback_create_sheet (letter);
}

/* A letter goes out as it is; an email tells its subject, and what is said tells that it is. */
static void
test_paper (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaSheet) letter = make_sheet (self, PIGA_FEEDBACK_CHANNEL_LETTER);
  g_autoptr (PigaSheet) email = make_sheet (self, PIGA_FEEDBACK_CHANNEL_MAIL);
  g_autoptr (PigaSheet) call = make_sheet (self, PIGA_FEEDBACK_CHANNEL_TELEPHONE);
  g_autofree char *path = g_build_filename (self->room.disk.folder, "call.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (piga_sheet_get_title (letter), ==, "");
  g_assert_nonnull (strstr (piga_sheet_get_title (email), "Store keeper"));
  g_assert_cmpstr (piga_sheet_get_title (call), ==, "What you say on the telephone");
  piga_sheet_export_pdf (call, path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_unlink (path);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_there (gpointer text)
{
  return *(char **) text != NULL;
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  show (self, piga_feedback_desk_new);
  press (self, "Copy");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->room.window), NULL, text_read_cb,
                                 &text);
  g_assert_true (piga_test_wait_until (is_there, &text));
  g_assert_cmpstr (text, ==, piga_text_row_get_text (find_letter (self)));
}

static void
test_sent (Fixture *self, gconstpointer data)
{
  g_autofree char *written = NULL;

  show (self, piga_feedback_desk_new);
  written = g_strdup (piga_text_row_get_text (find_letter (self)));
  press (self, "I Sent It");
  g_assert_false (has_button (self, "I Sent It"));
  g_assert_true (has_button (self, "They Answered"));
  g_assert_cmpint (piga_test_count (&self->room, "feedback_request"
                                                 " WHERE sent_on = '2026-11-22' AND text <> ''"),
                   ==, 1);

  /* What was sent stays as it was sent, whatever becomes of the facts. */
  piga_record_set_text (self->application, PIGA_JOB_APPLICATION_ROLE, "Yard clerk");
  adw_expander_row_set_expanded (find_row (self, "What you sent"), TRUE);
  piga_test_rest (&self->room);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), written));

  piga_test_undo (&self->room);
  g_assert_true (has_button (self, "I Sent It"));
  g_assert_false (has_button (self, "They Answered"));
  assert_letter_has (self, "Yard clerk");
  g_assert_cmpint (piga_test_count (&self->room, "feedback_request WHERE sent_on IS NULL"
                                                 " AND text = ''"),
                   ==, 1);
}

static PigaFeedbackRequest *
keep_request (Fixture *self, PigaDay sent_on)
{
  PigaFeedbackRequest *request = piga_record_new (PIGA_TYPE_FEEDBACK_REQUEST);

  piga_record_set_text (request, PIGA_FEEDBACK_REQUEST_INTERVIEW,
                        piga_record_get_id (self->interview));
  piga_record_set_text (request, PIGA_FEEDBACK_REQUEST_TEXT, "The words that went.");
  piga_record_set_day (request, PIGA_FEEDBACK_REQUEST_SENT_ON, sent_on);
  piga_test_keep (&self->room, request);
  return request;
}

static void
test_waiting (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaFeedbackRequest) request = keep_request (self, PIGA_TEST_TODAY - 1);

  show (self, piga_feedback_desk_new);
  g_assert_false (has_button (self, "I Sent It"));
  g_assert_true (has_button (self, "Close Without an Answer"));
  press (self, "Close Without an Answer");
  g_assert_cmpuint (piga_record_get_day (request, PIGA_FEEDBACK_REQUEST_CLOSED_ON), ==,
                    PIGA_TEST_TODAY);
  g_assert_false (has_button (self, "Close Without an Answer"));
  /* It may come yet. */
  press (self, "They Answered");
  g_assert_cmpint (piga_test_count (&self->room, "feedback_request"
                                                 " WHERE answered_on = '2026-11-22'"),
                   ==, 1);
  g_assert_true (gtk_widget_get_mapped (find_row (self, "Sort what they said")));
  g_assert_false (has_button (self, "They Answered"));
}

static void
test_calendar (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaFeedbackRequest) request = keep_request (self, PIGA_TEST_TODAY - 1);
  g_autoptr (PigaFeedbackLetter) letter = NULL;
  g_autofree char *calendar = NULL;

  show (self, piga_feedback_desk_new);
  g_assert_true (has_button (self, "Save for Calendar…"));
  letter = piga_feedback_letter_new (self->room.context, self->interview);
  calendar = piga_feedback_calendar (self->room.context, letter);
  /* A week after it was sent. */
  g_assert_nonnull (strstr (calendar, "DTSTART;VALUE=DATE:20261128"));
  g_assert_nonnull (strstr (calendar, "Store keeper"));
  piga_record_set_day (request, PIGA_FEEDBACK_REQUEST_ANSWERED_ON, PIGA_TEST_TODAY);
  g_assert_null (piga_feedback_calendar (self->room.context, letter));
  g_assert_false (has_button (self, "Save for Calendar…"));
}

static void
test_follow_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaFeedbackRequest) request = keep_request (self, PIGA_TEST_TODAY - 10);

  show (self, piga_feedback_desk_new);
  g_assert_true (has_button (self, "I Sent It"));
  g_assert_null (strstr (piga_text_row_get_text (find_letter (self)), "The words that went."));
  type_letter (self, "Once more. ");
  g_assert_cmpstr (piga_record_get_text (request, PIGA_FEEDBACK_REQUEST_TEXT), ==,
                   "The words that went.");

  press (self, "I Sent It");
  g_assert_false (has_button (self, "I Sent It"));
  g_assert_cmpint (piga_test_count (&self->room, "feedback_request"
                                                 " WHERE followed_up_on = '2026-11-22'"
                                                 " AND text = 'The words that went.'"
                                                 " AND follow_up_text LIKE '%Once more. %'"),
                   ==, 1);
  adw_expander_row_set_expanded (find_row (self, "Your follow-up"), TRUE);
  piga_test_rest (&self->room);
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), "Once more. "));
}

/* Who asks again when the page is opened again asks with the same request and the same name. */
static void
test_reopened (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaFeedbackRequest) request = keep_request (self, PIGA_DAY_NONE);
  g_autoptr (PigaProfile) profile = piga_profile_new ();

  piga_record_set_text (profile, PIGA_PROFILE_NAME, "A. Mwangi");
  piga_test_keep (&self->room, profile);
  show (self, piga_feedback_desk_new);
  assert_letter_has (self, "The words that went.");
  g_assert_nonnull (piga_test_find_label (GTK_WIDGET (self->page), "A. Mwangi"));
  type_letter (self, "And more. ");
  piga_page_flush (PIGA_PAGE (self->page));
  g_assert_cmpint (piga_test_count (&self->room, "feedback_request"), ==, 1);
  g_assert_cmpint (piga_test_count (&self->room, "feedback_request"
                                                 " WHERE text LIKE '%And more. %'"),
                   ==, 1);
}

/* A text that comes from the disk while its page slides in has the height that it needs. */
static void
test_height (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaFeedbackRequest) request = keep_request (self, PIGA_DAY_NONE);

  piga_record_set_integer (request, PIGA_FEEDBACK_REQUEST_CHANNEL, PIGA_FEEDBACK_CHANNEL_SMS);
  piga_record_set_text (request, PIGA_FEEDBACK_REQUEST_TEXT, "");
  piga_test_keep (&self->room, request);
  show (self, piga_feedback_desk_new);
  g_assert_cmpint (gtk_widget_get_height (find_row (self, "Your text message")), >, 80);
}

static void
test_interview_gone (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  piga_test_delete (self->room.disk.store, self->interview, &error);
  g_assert_no_error (error);
  g_assert_null (piga_feedback_desk_new (self->room.context, piga_record_get_id (self->interview)));
}

static void
test_describe (Fixture *self, gconstpointer data)
{
  const char *id = piga_record_get_id (self->interview);
  g_autoptr (PigaFeedbackRequest) request = NULL;
  g_autofree char *cadence = NULL;

  g_assert_null (piga_feedback_desk_describe (self->room.context, id));
  piga_test_settle (&self->room);
  request = keep_request (self, PIGA_TEST_TODAY - 1);
  cadence = piga_feedback_desk_describe (self->room.context, id);
  g_assert_nonnull (strstr (cadence, "28 November"));
}

#define ADD(name, func) g_test_add ("/feedback/desk/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  piga_language_prepare ("en", g_getenv ("PIGA_HATUA_LOCALEDIR"));
  piga_test_room_init (&argc, &argv);

  ADD ("live", test_live);
  ADD ("role-hint", test_role_hint);
  ADD ("language", test_language);
  ADD ("edited", test_edited);
  ADD ("unedited", test_unedited);
  ADD ("emptied", test_emptied);
  ADD ("channels", test_channels);
  ADD ("paper", test_paper);
  ADD ("copy", test_copy);
  ADD ("sent", test_sent);
  ADD ("waiting", test_waiting);
  ADD ("calendar", test_calendar);
  ADD ("follow-up", test_follow_up);
  ADD ("reopened", test_reopened);
  ADD ("height", test_height);
  ADD ("interview-gone", test_interview_gone);
  ADD ("describe", test_describe);

  return g_test_run ();
}
