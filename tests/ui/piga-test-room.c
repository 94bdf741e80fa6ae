/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-test-room.h"

#include "sense/piga-round.h"

void
piga_test_room_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
  /* Otherwise nothing with a cursor in it ever comes to rest. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
}

void
piga_test_room_set_up (PigaTestRoom *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (PigaClock) clock = piga_clock_new_fixed (PIGA_TEST_TODAY);

  g_settings_reset (settings, "week-start");
  g_settings_reset (settings, "applications-look");
  g_settings_reset (settings, "applications-order");
  piga_test_store_set_up (&self->disk, NULL);
  self->context = piga_context_new (self->disk.store, settings, clock);
}

void
piga_test_room_tear_down (PigaTestRoom *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  piga_test_settle (self);
  g_assert_finalize_object (g_steal_pointer (&self->context));
  piga_test_store_tear_down (&self->disk, NULL);
}

void
piga_test_room_show (PigaTestRoom *self, GtkWidget *content)
{
  self->window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL);
  self->area = g_object_new (PIGA_TYPE_TOAST_AREA, "content", content, NULL);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self->window),
                                      GTK_WIDGET (self->area));
  gtk_window_present (GTK_WINDOW (self->window));
  piga_test_settle (self);
}

/* Shows a page that came from another one, as the rooms do. */
void
piga_test_room_push (PigaTestRoom *self, AdwNavigationPage *page)
{
  GtkWidget *view = adw_navigation_view_new ();

  adw_navigation_view_add (ADW_NAVIGATION_VIEW (view),
                           adw_navigation_page_new (gtk_label_new (""), "Root"));
  piga_test_room_show (self, view);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view), page);
  piga_test_rest (self);
}

/* Lets the disk answer, and the widgets hear of it. What takes time on the screen may be over or
 * not. */
void
piga_test_settle (PigaTestRoom *self)
{
  piga_test_settle_store (self->disk.store);
}

static void
note (gboolean *noted)
{
  *noted = TRUE;
}

/* Asks for a frame that has nothing of its own to do. Returns: whether something had */
static gboolean
has_moved (GdkFrameClock *clock)
{
  static const char *const phases[] = { "update", "layout", "paint" };
  gulong ids[G_N_ELEMENTS (phases) + 1];
  gboolean moved = FALSE, ended = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (phases); i++)
    ids[i] = g_signal_connect_swapped (clock, phases[i], G_CALLBACK (note), &moved);
  ids[G_N_ELEMENTS (phases)] =
    g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (note), &ended);
  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_signal_handler_disconnect (clock, ids[i]);
  return moved;
}

/* Lets a window come to rest: nothing moves in it, and nothing waits to be laid out or drawn. */
void
piga_test_rest_window (GtkWidget *window)
{
  const gint64 end = g_get_monotonic_time () + PIGA_TEST_CEILING;
  gboolean moved;

  do
    {
      piga_test_drain ();
      moved = has_moved (gtk_widget_get_frame_clock (window));
    }
  while (moved && g_get_monotonic_time () < end);
  g_assert_false (moved);
}

/* Lets the disk answer and the window come to rest, until neither has anything to say to the
 * other. */
void
piga_test_rest (PigaTestRoom *self)
{
  piga_test_settle (self);
  piga_test_rest_window (self->window);
  piga_test_settle (self);
  piga_test_rest_window (self->window);
}

/* Saves a record, and lets the widgets hear of it. */
void
piga_test_keep (PigaTestRoom *self, gpointer record)
{
  g_autoptr (GError) error = NULL;

  piga_test_save (self->disk.store, record, &error);
  g_assert_no_error (error);
  piga_test_settle (self);
}

/* An application that is kept. Returns: (transfer full) */
PigaJobApplication *
piga_test_add_application (PigaTestRoom *self, const char *employer, const char *role)
{
  PigaJobApplication *application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, employer);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, role);
  piga_test_keep (self, application);
  return application;
}

/* An interview that is kept, of which nobody has heard yet. Returns: (transfer full) */
PigaInterview *
piga_test_add_interview (PigaTestRoom *self, PigaJobApplication *application, PigaDay day)
{
  PigaInterview *interview = piga_record_new (PIGA_TYPE_INTERVIEW);

  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_record_set_day (interview, PIGA_INTERVIEW_DAY, day);
  piga_test_keep (self, interview);
  return interview;
}

/* A rejection that is kept: heard of on @heard_on, for an interview on @day. Returns: (transfer
 * full) */
PigaInterview *
piga_test_add_round (PigaTestRoom *self, PigaJobApplication *application, PigaDay day,
                     PigaDay heard_on)
{
  PigaInterview *interview = piga_test_add_interview (self, application, day);

  piga_round_begin (interview, heard_on);
  piga_test_keep (self, interview);
  return interview;
}

void
piga_test_undo (PigaTestRoom *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->area), "undo.last", NULL));
  piga_test_settle (self);
}

/* How many rows the disk has of @what: a table, and what narrows it. */
gint64
piga_test_count (PigaTestRoom *self, const char *what)
{
  g_autofree char *sql = g_strconcat ("SELECT count(*) FROM ", what, NULL);

  piga_test_settle (self);
  return piga_test_get_integer (self->disk.store, sql);
}

GtkWidget *
piga_test_find_widget (GtkWidget *root, PigaTestPick func, gconstpointer data)
{
  if (func (root, data))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = piga_test_find_widget (child, func, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) data);
}

gpointer
piga_test_find_type (GtkWidget *root, GType type)
{
  return piga_test_find_widget (root, is_of_type, &type);
}

static void
collect (GtkWidget *root, GType type, GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

/* All widgets of a type, in the order of the screen. Returns: (transfer container) */
GPtrArray *
piga_test_find_all (GtkWidget *root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, found);
  return found;
}

static gboolean
is_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), data) == 0;
}

GtkWidget *
piga_test_find_button (GtkWidget *root, const char *label)
{
  return piga_test_find_widget (root, is_button, label);
}

static gboolean
is_label (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_label (GTK_LABEL (widget)), data) != NULL;
}

/* A label that is on the screen and holds @label. */
GtkWidget *
piga_test_find_label (GtkWidget *root, const char *label)
{
  return piga_test_find_widget (root, is_label, label);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data) == 0;
}

gboolean
piga_test_has_row (GtkWidget *root, const char *title)
{
  return piga_test_find_widget (root, is_row, title) != NULL;
}

/* The row with a title, which has to be there. */
gpointer
piga_test_find_row (GtkWidget *root, const char *title)
{
  GtkWidget *row = piga_test_find_widget (root, is_row, title);

  if (row == NULL)
    g_error ("There is no row “%s”.", title);
  return row;
}

static gboolean
is_shown_button (GtkWidget *widget, gconstpointer data)
{
  return is_button (widget, data) && gtk_widget_get_mapped (widget);
}

/* Whether a button is on the screen. */
gboolean
piga_test_has_button (GtkWidget *root, const char *label)
{
  return piga_test_find_widget (root, is_shown_button, label) != NULL;
}

/* Presses a button that has to be on the screen. */
void
piga_test_press (PigaTestRoom *self, const char *label)
{
  GtkWidget *button = piga_test_find_widget (self->window, is_shown_button, label);

  if (button == NULL)
    g_error ("There is no button “%s”.", label);
  g_signal_emit_by_name (button, "clicked");
  piga_test_settle (self);
}
