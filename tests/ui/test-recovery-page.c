/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window offers where the database is missing or damaged, and there are backups. */

#include "config.h"

#include <glib/gstdio.h>

#include "piga-test-backups.h"
#include "piga-test-room.h"
#include "shell/piga-recovery-page.h"
#include "shell/piga-window.h"

#define NEWEST "Bring Back the Newest _Backup"
#define FRESH "Start Fresh"

/* The database is beside that of the room. */
typedef struct
{
  PigaTestRoom room;
  PigaTestBackups data;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  piga_test_room_set_up (&self->room, NULL);
  piga_test_backups_set_up (&self->data, NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  piga_test_drain ();
  piga_test_close_anyway (&self->data.kept);
  piga_test_backups_tear_down (&self->data, NULL);
  piga_test_room_tear_down (&self->room, NULL);
}

static void
keep_entry (Fixture *self, const char *title)
{
  piga_test_keep_entry (self->data.kept.store, title, "",
                        piga_day_to_time (PIGA_TEST_TODAY) + 12 * G_TIME_SPAN_HOUR);
}

static void
back_up (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  piga_test_make_backup (&self->data, &error);
  g_assert_no_error (error);
}

static GtkWidget *
get_page (Fixture *self)
{
  return piga_test_find_type (self->window, PIGA_TYPE_RECOVERY_PAGE);
}

static gboolean
is_offered (gpointer page)
{
  return piga_test_has_button (page, NEWEST);
}

/* Closes the store, does something to its file, and opens a window with what there is then. */
static void
open_after (Fixture *self, void (*act) (const char *path))
{
  g_autoptr (PigaContext) context = NULL;
  g_autoptr (GError) error = NULL;
  PigaTestStore *kept = &self->data.kept;

  g_clear_object (&self->data.backups);
  piga_test_close (kept);
  act (kept->path);
  kept->store = piga_store_new (kept->path, piga_kinds_get ());
  context = piga_context_new (kept->store, piga_context_get_settings (self->room.context),
                              piga_context_get_clock (self->room.context));
  g_assert_false (piga_test_open (kept->store, &error));
  self->window = piga_window_new (NULL, context);
  gtk_window_present (GTK_WINDOW (self->window));
  piga_test_rest_window (self->window);
  g_assert_nonnull (get_page (self));
}

static void
remove_file (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static void
spoil_file (const char *path)
{
  g_assert_true (g_file_set_contents (path, "SQLite format 3", -1, NULL));
}

static gboolean
is_open (gpointer store)
{
  return piga_store_get_state (store) == PIGA_STORE_READY;
}

static void
press (Fixture *self, const char *label)
{
  PigaStore *store = self->data.kept.store;

  g_signal_emit_by_name (piga_test_find_button (get_page (self), label), "clicked");
  g_assert_true (piga_test_wait_until (is_open, store));
  piga_test_settle_store (store);
  piga_test_rest_window (self->window);
}

static const char *
get_title (Fixture *self)
{
  return adw_status_page_get_title (piga_test_find_type (get_page (self), ADW_TYPE_STATUS_PAGE));
}

static gint64
count (Fixture *self, const char *title)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM entry WHERE title = '%s'", title);

  return piga_test_get_integer (self->data.kept.store, sql);
}

static void
test_missing (Fixture *self, gconstpointer data)
{
  keep_entry (self, "First");
  back_up (self);
  keep_entry (self, "Second");
  back_up (self);
  open_after (self, remove_file);
  g_assert_true (piga_test_wait_until (is_offered, get_page (self)));
  g_assert_cmpstr (get_title (self), ==, "Your data are missing");
  g_assert_nonnull (piga_test_find_label (get_page (self), "2 records · 22 November · "));
  g_assert_true (piga_test_has_button (get_page (self), FRESH));
  g_assert_true (piga_test_has_button (get_page (self), "All Backups…"));
  g_assert_true (piga_test_has_button (get_page (self), "Try Again"));
  g_assert_false (piga_test_has_button (get_page (self), "Take Out What Can Be Read"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window))
                 == piga_test_find_button (get_page (self), NEWEST));

  press (self, NEWEST);
  g_assert_null (get_page (self));
  g_assert_nonnull (piga_test_find_label (self->window, "Everything was brought back"));
  /* There is nothing to go back to. */
  g_assert_false (piga_test_has_button (self->window, "Undo"));
  g_assert_cmpint (count (self, "First"), ==, 1);
  g_assert_cmpint (count (self, "Second"), ==, 1);
}

static void
test_fresh (Fixture *self, gconstpointer data)
{
  keep_entry (self, "First");
  back_up (self);
  open_after (self, remove_file);
  press (self, FRESH);
  g_assert_null (get_page (self));
  g_assert_cmpint (count (self, "First"), ==, 0);
  g_assert_cmpuint (piga_test_count_backups (self->data.kept.path), ==, 1);
}

/* Where the newest cannot be used, the next is offered. */
static void
test_damaged_newest (Fixture *self, gconstpointer data)
{
  g_autofree char *newest = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  keep_entry (self, "First");
  back_up (self);
  keep_entry (self, "Second");
  back_up (self);
  newest = piga_test_get_newest_backup (self->data.kept.path);
  g_assert_true (g_file_get_contents (newest, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (newest, bytes, (gssize) length - 4096, NULL));

  open_after (self, remove_file);
  g_assert_true (piga_test_wait_until (is_offered, get_page (self)));
  g_assert_nonnull (piga_test_find_label (get_page (self), "1 record · 22 November · "));
  press (self, NEWEST);
  g_assert_cmpint (count (self, "First"), ==, 1);
  g_assert_cmpint (count (self, "Second"), ==, 0);
}

/* The damaged file is kept under another name. */
static void
test_damaged (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->data.kept.path);
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n_kept = 0;

  keep_entry (self, "First");
  back_up (self);
  open_after (self, spoil_file);
  g_assert_true (piga_test_wait_until (is_offered, get_page (self)));
  g_assert_cmpstr (get_title (self), ==, "Your data are damaged");
  g_assert_true (piga_test_has_button (get_page (self), "Take Out What Can Be Read"));
  g_assert_true (piga_test_has_button (get_page (self), "Set Aside and Start Fresh"));
  press (self, NEWEST);
  g_assert_null (get_page (self));
  g_assert_nonnull (piga_test_find_label (self->window, "Everything was brought back"));
  g_assert_cmpint (count (self, "First"), ==, 1);

  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    n_kept += strstr (name, "-broken-") != NULL;
  g_assert_cmpuint (n_kept, ==, 1);
}

static void
add (const char *name, void (*func) (Fixture *self, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/recovery-page/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  add ("missing", test_missing);
  add ("fresh", test_fresh);
  add ("damaged-newest", test_damaged_newest);
  add ("damaged", test_damaged);

  return g_test_run ();
}
