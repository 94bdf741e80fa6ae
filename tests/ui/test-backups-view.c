/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which backups there are, here and in the second place; what is said where none can be made. */

#include "config.h"

#include <glib/gstdio.h>

#include "piga-test-safe.h"
#include "safe/piga-backup-row.h"
#include "safe/piga-second-place-group.h"

#define MORNING "20261122T071500Z"
#define NOON (piga_day_to_time (PIGA_TEST_TODAY) + 12 * G_TIME_SPAN_HOUR)

static void
keep_entry (PigaTestSafe *self, PigaDay day)
{
  piga_test_keep_entry (self->room.disk.store, "Supper", "Ugali.",
                        piga_day_to_time (day) + 12 * G_TIME_SPAN_HOUR);
}

/* One backup of today, the only one there is. Returns: (transfer full): its path */
static char *
keep_backup (PigaTestSafe *self)
{
  g_autofree char *made = NULL;
  char *path;

  piga_test_safe_back_up (self);
  made = piga_test_get_newest_backup (self->room.disk.path);
  path = piga_test_safe_copy_backup (self, 7, MORNING);
  g_assert_cmpint (g_unlink (made), ==, 0);
  return path;
}

static const char *
get_subtitle (gpointer row)
{
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static guint
count_shown (GPtrArray *rows)
{
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    n += gtk_widget_get_mapped (rows->pdata[i]);
  return n;
}

static gboolean
is_at_home (PigaTestSafe *self)
{
  AdwNavigationView *view =
    piga_test_find_type (GTK_WIDGET (self->dialog), ADW_TYPE_NAVIGATION_VIEW);

  return g_strcmp0 (adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (view)),
                    "safe")
         == 0;
}

static void
test_rows (PigaTestSafe *self, gconstpointer data)
{
  g_autofree char *path = NULL, *old = NULL, *size = NULL, *about = NULL, *asked = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GStatBuf info;

  keep_entry (self, PIGA_TEST_TODAY - 3);
  keep_entry (self, PIGA_TEST_TODAY);
  path = keep_backup (self);
  old = piga_test_safe_copy_backup (self, 6, "20261104T071500Z");
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  size = g_format_size ((guint64) info.st_size);
  about = g_strdup_printf ("2 records · 19 November to 22 November · %s", size);
  asked = g_strconcat (about, " · at your request", NULL);

  piga_test_safe_open (self, "backups");
  rows = piga_test_safe_see_backups (self, 2);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[0]), ==, "Today, 10:15");
  g_assert_cmpstr (get_subtitle (rows->pdata[0]), ==, asked);
  g_assert_cmpstr (adw_preferences_row_get_title (rows->pdata[1]), ==,
                   "Wednesday, 4 November 2026, 10:15");
  g_assert_true (is_at_home (self));
  piga_test_safe_activate (self, "Today, 10:15");
  g_assert_false (is_at_home (self));
}

static void
test_damaged (PigaTestSafe *self, gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  PigaBackup *backup;
  gsize length;

  keep_entry (self, PIGA_TEST_TODAY);
  path = keep_backup (self);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) length - 4096, NULL));

  piga_test_safe_open (self, "backups");
  rows = piga_test_safe_see_backups (self, 1);
  backup = piga_backup_row_get_backup (rows->pdata[0]);
  g_assert_error (piga_backup_get_error (backup), PIGA_ERROR, PIGA_ERROR_CORRUPT);
  g_assert_cmpstr (get_subtitle (rows->pdata[0]), ==, piga_backup_get_error (backup)->message);
  g_assert_false (gtk_list_box_row_get_activatable (rows->pdata[0]));
  piga_test_safe_activate (self, "Today, 10:15");
  g_assert_true (is_at_home (self));
}

static void
test_back_up_now (PigaTestSafe *self, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  keep_entry (self, PIGA_TEST_TODAY);
  piga_test_safe_open (self, "backups");
  piga_test_safe_see (self, "No Backup Yet");
  piga_test_safe_press (self, "_Back Up Now");
  rows = piga_test_safe_see_backups (self, 1);
  piga_test_safe_see (self, "Backed up");
  g_assert_true (g_str_has_prefix (get_subtitle (rows->pdata[0]), "1 record · 22 November · "));
  g_assert_true (g_str_has_suffix (get_subtitle (rows->pdata[0]), " · at your request"));
  g_assert_false (piga_test_safe_shows (self, "No Backup Yet"));
  g_assert_true (piga_test_safe_can_press (self, "_Back Up Now"));
}

static gboolean
has_failed (gpointer backups)
{
  return piga_backups_get_error (backups) != NULL && !piga_backups_is_busy (backups);
}

static void
test_banner (PigaTestSafe *self, gconstpointer data)
{
  PigaBackups *backups = piga_context_get_backups (self->room.context);
  g_autoptr (GPtrArray) rows = NULL;
  AdwBanner *banner;

  g_assert_true (g_file_set_contents (piga_backups_get_folder (backups), "mine", -1, NULL));
  keep_entry (self, PIGA_TEST_TODAY);
  piga_test_safe_open (self, "backups");
  banner = piga_test_find_type (GTK_WIDGET (self->dialog), ADW_TYPE_BANNER);
  g_assert_false (adw_banner_get_revealed (banner));

  piga_test_safe_press (self, "_Back Up Now");
  g_assert_true (piga_test_wait_until (has_failed, backups));
  piga_test_rest (&self->room);
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==, piga_backups_get_error (backups)->message);

  g_assert_cmpint (g_unlink (piga_backups_get_folder (backups)), ==, 0);
  piga_test_safe_press (self, "_Try Again");
  rows = piga_test_safe_see_backups (self, 1);
  g_assert_false (adw_banner_get_revealed (banner));
}

static void
test_older (PigaTestSafe *self, gconstpointer data)
{
  g_autofree char *newest = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  keep_entry (self, PIGA_TEST_TODAY);
  newest = keep_backup (self);
  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *time = g_strdup_printf ("202611%02uT071500Z", i);
      g_autofree char *path = piga_test_safe_copy_backup (self, i, time);
    }

  piga_test_safe_open (self, "backups");
  rows = piga_test_safe_see_backups (self, 7);
  g_assert_cmpuint (count_shown (rows), ==, 5);
  piga_test_safe_activate (self, "Show Older Backups");
  g_assert_cmpuint (count_shown (rows), ==, 7);
  g_assert_false (piga_test_safe_shows (self, "Show Older Backups"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->room.window)) == rows->pdata[5]);
}

/* A row in the place of the one more is no gain. */
static void
test_six (PigaTestSafe *self, gconstpointer data)
{
  g_autofree char *newest = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  keep_entry (self, PIGA_TEST_TODAY);
  newest = keep_backup (self);
  for (guint i = 1; i <= 5; i++)
    {
      g_autofree char *time = g_strdup_printf ("202611%02uT071500Z", i);
      g_autofree char *path = piga_test_safe_copy_backup (self, i, time);
    }

  piga_test_safe_open (self, "backups");
  rows = piga_test_safe_see_backups (self, 6);
  g_assert_cmpuint (count_shown (rows), ==, 6);
  g_assert_false (piga_test_safe_shows (self, "Show Older Backups"));
}

static PigaSecondPlace *
get_place (PigaTestSafe *self)
{
  return piga_backups_get_second_place (piga_context_get_backups (self->room.context));
}

static gboolean
is_idle (gpointer place)
{
  return !piga_second_place_is_busy (place);
}

static void
act (PigaTestSafe *self, const char *action)
{
  GtkWidget *group = piga_test_find_type (GTK_WIDGET (self->dialog), PIGA_TYPE_SECOND_PLACE_GROUP);

  g_assert_true (gtk_widget_activate_action (group, action, NULL));
  g_assert_true (piga_test_wait_until (is_idle, get_place (self)));
  piga_test_rest (&self->room);
}

static void
assert_seen (PigaTestSafe *self, guint days, const char *words)
{
  g_object_set (get_place (self), "seen", NOON - days * G_TIME_SPAN_DAY, NULL);
  g_assert_cmpstr (get_subtitle (piga_test_find_row (GTK_WIDGET (self->dialog), "Stick & co")), ==,
                   words);
}

static void
test_place (PigaTestSafe *self, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (self->room.disk.folder, "Stick & co", NULL);
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *copy = NULL;

  keep_entry (self, PIGA_TEST_TODAY);
  path = keep_backup (self);
  name = g_path_get_basename (path);
  copy = g_build_filename (stick, name, NULL);
  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  piga_test_safe_open (self, "backups");
  g_assert_true (piga_test_safe_shows (self, "Choose a Folder…"));
  g_assert_false (piga_test_safe_shows (self, "Stick & co"));

  piga_second_place_set_path (get_place (self), stick);
  g_assert_false (piga_test_safe_shows (self, "Choose a Folder…"));
  piga_test_safe_see (self, "Nothing has been copied there yet.");
  act (self, "place.copy");
  g_assert_no_error (piga_second_place_get_error (get_place (self)));
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
  assert_seen (self, 0, "Last copied there today.");
  assert_seen (self, 1, "Last copied there yesterday.");
  assert_seen (self, 5, "Last copied there 5 days ago.");

  act (self, "place.stop");
  g_assert_true (piga_test_safe_shows (self, "Choose a Folder…"));
  g_assert_false (piga_test_safe_shows (self, "Stick & co"));
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
}

static void
test_unreachable (PigaTestSafe *self, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (self->room.disk.folder, "Stick", NULL);
  g_autofree char *path = NULL;
  GtkWidget *row;

  keep_entry (self, PIGA_TEST_TODAY);
  path = keep_backup (self);
  piga_second_place_set_path (get_place (self), stick);
  piga_test_safe_open (self, "backups");
  act (self, "place.copy");
  row = piga_test_find_row (GTK_WIDGET (self->dialog), "Stick");
  g_assert_nonnull (piga_second_place_get_error (get_place (self)));
  g_assert_true (
    g_str_has_prefix (get_subtitle (row), piga_second_place_get_error (get_place (self))->message));
  g_assert_true (g_str_has_suffix (get_subtitle (row), " Nothing has been copied there yet."));
  /* It is no fault of the backups here. */
  g_assert_no_error (piga_backups_get_error (piga_context_get_backups (self->room.context)));

  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  act (self, "place.copy");
  g_assert_no_error (piga_second_place_get_error (get_place (self)));
  g_assert_true (g_str_has_prefix (get_subtitle (row), "Last copied there"));
}

/* What lies only in the second place can be looked into there. */
static void
test_only_there (PigaTestSafe *self, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (self->room.disk.folder, "Stick", NULL);
  g_autofree char *path = NULL, *lost = NULL, *name = NULL, *there = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  keep_entry (self, PIGA_TEST_TODAY);
  path = keep_backup (self);
  lost = piga_test_safe_copy_backup (self, 3, "20261121T071500Z");
  name = g_path_get_basename (lost);
  there = g_build_filename (stick, name, NULL);
  g_assert_cmpint (g_mkdir (stick, 0700), ==, 0);
  g_assert_cmpint (g_rename (lost, there), ==, 0);

  piga_second_place_set_path (get_place (self), stick);
  piga_test_safe_open (self, "backups");
  rows = piga_test_safe_see_backups (self, 2);
  g_assert_cmpstr (piga_backup_get_path (piga_backup_row_get_backup (rows->pdata[1])), ==, there);
  piga_test_safe_activate (self, "Yesterday, 10:15");
  g_assert_false (is_at_home (self));
  piga_test_safe_see (self, "Journal Entries");
}

static void
test_states (PigaTestSafe *self, gconstpointer data)
{
  static const struct
  {
    PigaStoreState state;
    gboolean can_make;
    gboolean can_restore;
  } cases[] = {
    { PIGA_STORE_READ_ONLY, FALSE, FALSE },
    { PIGA_STORE_REFUSED, FALSE, TRUE },
    { PIGA_STORE_READY, TRUE, TRUE },
  };
  PigaStore *store = self->room.disk.store;
  g_autofree char *path = NULL;

  keep_entry (self, PIGA_TEST_TODAY);
  path = keep_backup (self);
  piga_test_safe_open (self, "backups");
  g_ptr_array_unref (piga_test_safe_see_backups (self, 1));
  piga_test_safe_activate (self, "Today, 10:15");
  piga_test_safe_see (self, "Journal Entries");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = piga_test_find_row (GTK_WIDGET (self->dialog), "Bring Back _Everything…");

      piga_store_set_state (store, cases[i].state);
      g_assert_cmpint (piga_test_safe_can_press (self, "_Back Up Now"), ==, cases[i].can_make);
      g_assert_cmpint (gtk_widget_get_sensitive (row), ==, cases[i].can_restore);
    }
}

static void
add (const char *name, void (*func) (PigaTestSafe *self, gconstpointer data))
{
  g_autofree char *path = g_strconcat ("/backups-view/", name, NULL);

  g_test_add (path, PigaTestSafe, NULL, piga_test_safe_set_up, func, piga_test_safe_tear_down);
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  add ("rows", test_rows);
  add ("damaged", test_damaged);
  add ("back-up-now", test_back_up_now);
  add ("banner", test_banner);
  add ("older", test_older);
  add ("six", test_six);
  add ("place", test_place);
  add ("unreachable", test_unreachable);
  add ("only-there", test_only_there);
  add ("states", test_states);

  return g_test_run ();
}
