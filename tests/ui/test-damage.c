/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says of damaged data. */

#include <string.h>

#include "kit/piga-damage-banner.h"
#include "kit/piga-lost-words.h"
#include "piga-test-room.h"
#include "shell/piga-recovery-page.h"

#define PAGE 4096

static gpointer
keep_entry (PigaTestRoom *room, const char *body)
{
  gpointer entry = piga_test_new_entry ("", body);

  piga_test_keep (room, entry);
  return entry;
}

/* Damages the text of an entry that nobody has in hand, and reads it. */
static void
damage (PigaTestRoom *room, const char *body)
{
  g_autofree char *id = NULL;
  g_autoptr (GObject) entry = keep_entry (room, body);
  g_autofree char *sql =
    g_strdup_printf ("UPDATE entry SET body = CAST (x'61ff62' AS TEXT) WHERE body = '%s'", body);
  g_autoptr (GError) error = NULL;

  id = g_strdup (piga_record_get_id (entry));
  g_clear_object (&entry);
  piga_test_settle (room);
  piga_test_execute (room->disk.store, sql);
  entry = piga_test_find (room->disk.store, PIGA_TYPE_ENTRY, id, &error);
  g_assert_no_error (error);
}

static void
assert_shown (AdwBanner *banner, const char *start)
{
  g_assert_true (adw_banner_get_revealed (banner) == (start != NULL));
  if (start != NULL)
    g_assert_true (g_str_has_prefix (adw_banner_get_title (banner), start));
}

/* It is said once of each record, and stays until it is closed. */
static void
test_banner (PigaTestRoom *room, gconstpointer data)
{
  PigaDamageBanner *damage_banner = g_object_new (PIGA_TYPE_DAMAGE_BANNER, NULL);
  GSettings *settings = piga_context_get_settings (room->context);
  PigaDamageBanner *later;
  AdwBanner *banner;

  g_settings_reset (settings, "damage-told");
  piga_damage_banner_set_up (damage_banner, room->disk.store, settings);
  piga_test_room_show (room, GTK_WIDGET (damage_banner));
  banner = piga_test_find_type (room->window, ADW_TYPE_BANNER);
  assert_shown (banner, NULL);

  damage (room, "first");
  assert_shown (banner, "The disk has damaged 1 record.");
  damage (room, "second");
  assert_shown (banner, "The disk has damaged 2 records.");
  g_signal_emit_by_name (banner, "button-clicked");
  assert_shown (banner, NULL);
  damage (room, "third");
  assert_shown (banner, "The disk has damaged 1 record.");

  /* The next window knows what was told. */
  later = g_object_ref_sink (g_object_new (PIGA_TYPE_DAMAGE_BANNER, NULL));
  piga_damage_banner_set_up (later, room->disk.store, settings);
  assert_shown (piga_test_find_type (GTK_WIDGET (later), ADW_TYPE_BANNER),
                "The disk has damaged 1 record.");
  g_object_unref (later);
  g_settings_reset (settings, "damage-told");
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) lost =
    g_ptr_array_new_with_free_func ((GDestroyNotify) piga_lost_record_free);
  const gint64 noon = piga_day_to_time (piga_day_new (2026, 5, 3)) + 12 * G_TIME_SPAN_HOUR;
  g_autofree char *few = NULL, *many = NULL;

  g_ptr_array_add (lost, piga_lost_record_new (PIGA_TYPE_ENTRY, "a", noon, FALSE));
  g_ptr_array_add (lost, piga_lost_record_new (PIGA_TYPE_GOAL, "b", noon, TRUE));
  g_ptr_array_add (lost, piga_lost_record_new (PIGA_TYPE_GOAL_MARK, NULL, 0, FALSE));
  few = piga_lost_words_describe (lost);
  g_assert_cmpstr (few, ==,
                   "3 records could not be read:\n• Journal, 3 May 2026\n"
                   "• Goals, 3 May 2026: only a part was read\n• Notes on goals: some more");

  for (guint i = 0; i < 20; i++)
    g_ptr_array_add (lost, piga_lost_record_new (PIGA_TYPE_ENTRY, "c", 0, FALSE));
  many = piga_lost_words_describe (lost);
  g_assert_true (g_str_has_suffix (many, "\n• Journal\n• and 16 more"));

  /* Every kind has a name. */
  for (const GType *kind = piga_kinds_get (); *kind != G_TYPE_INVALID; kind++)
    {
      g_autofree char *words = NULL;

      g_ptr_array_set_size (lost, 0);
      g_ptr_array_add (lost, piga_lost_record_new (*kind, "d", 0, FALSE));
      words = piga_lost_words_describe (lost);
      g_assert_cmpuint (strlen (words), >, strlen ("1 record could not be read:\n• "));
    }
}

static void
blank (const char *path, gint64 page)
{
  g_autofree char *file = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &file, &length, &error));
  memset (file + (page - 1) * PAGE, 0, PAGE);
  g_file_set_contents (path, file, (gssize) length, &error);
  g_assert_no_error (error);
}

static gboolean
is_settled (gpointer store)
{
  return piga_store_get_state (store) != PIGA_STORE_OPENING;
}

/* Opens with a page blanked, and presses the button that takes out what can be read. */
static PigaStore *
take_out (PigaTestRoom *room, const char *path, gint64 page)
{
  PigaStore *store = piga_store_new (path, piga_kinds_get ());
  g_autoptr (PigaContext) context = piga_context_new (
    store, piga_context_get_settings (room->context), piga_context_get_clock (room->context));

  blank (path, page);
  g_assert_false (piga_test_open (store, NULL));
  piga_test_room_show (room, piga_recovery_page_new (context));
  piga_test_press (room, "Take Out What Can Be Read");
  g_assert_true (piga_test_wait_until (is_settled, store));
  piga_test_drain ();
  return store;
}

static void
close_store (PigaTestRoom *room, PigaStore *store)
{
  PigaTestStore other = { .store = store };

  gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&room->window)));
  piga_test_drain ();
  piga_test_close_anyway (&other);
}

static gint64
make_file (PigaTestRoom *room, const char *path)
{
  PigaTestStore other = { .path = (char *) path };
  gint64 page;

  other.store = piga_store_new (path, piga_kinds_get ());
  g_assert_true (piga_test_open (other.store, NULL));
  piga_test_keep_entry (other.store, "Title", "Body", G_TIME_SPAN_DAY);
  page =
    piga_test_get_integer (other.store, "SELECT rootpage FROM sqlite_schema WHERE name = 'goal'");
  piga_test_close (&other);
  return page;
}

static void
test_take_out (PigaTestRoom *room, gconstpointer data)
{
  g_autofree char *path = g_build_filename (room->disk.folder, "other.db", NULL);
  const gint64 page = make_file (room, path);
  PigaStore *store = take_out (room, path, page);
  AdwDialog *dialog;

  g_assert_cmpuint (piga_store_get_state (store), ==, PIGA_STORE_READY);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (room->window));
  g_assert_cmpstr (adw_alert_dialog_get_heading (ADW_ALERT_DIALOG (dialog)), ==,
                   "Taken Out: 1 Record");
  g_assert_true (g_str_has_prefix (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)),
                                   "Everything could be read. The damaged file is kept as “"));
  close_store (room, store);
}

/* Where nothing can be found, the page says so and offers no more what cannot be done. */
static void
test_hopeless (PigaTestRoom *room, gconstpointer data)
{
  g_autofree char *path = g_build_filename (room->disk.folder, "other.db", NULL);
  PigaStore *store;

  make_file (room, path);
  store = take_out (room, path, 1);
  g_assert_cmpuint (piga_store_get_state (store), ==, PIGA_STORE_REFUSED);
  g_assert_false (piga_test_has_button (room->window, "Take Out What Can Be Read"));
  g_assert_true (piga_test_has_button (room->window, "Set Aside and Start Fresh"));
  g_assert_true (g_str_has_prefix (
    adw_status_page_get_description (piga_test_find_type (room->window, ADW_TYPE_STATUS_PAGE)),
    "The part of the file that says where everything is has been lost"));
  close_store (room, store);
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

#define add(path, func)                                                                            \
  g_test_add (path, PigaTestRoom, NULL, piga_test_room_set_up, func, piga_test_room_tear_down)
  add ("/damage/banner", test_banner);
  g_test_add_func ("/damage/words", test_words);
  add ("/damage/take-out", test_take_out);
  add ("/damage/hopeless", test_hopeless);

  return g_test_run ();
}
