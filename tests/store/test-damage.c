/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two hundred damaged files. Each is either opened, and then can be used or says what is wrong with
 * it, or is refused and left as it is, and can be set aside for a new one. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "piga-entry-list.h"
#include "piga-test-store.h"

#define N_FILES 200
#define N_ENTRIES 150
#define PAGE 4096
#define SECOND G_TIME_SPAN_SECOND

/* A sound file, its WAL while it was in use, and the WAL of another. */
typedef struct
{
  GBytes *file;
  GBytes *file_in_use;
  GBytes *wal;
  GBytes *foreign_wal;
} Sound;

typedef struct
{
  char *folder;
  char *path;
  char *wal;
} Place;

static void
set_up (Place *self)
{
  self->folder = piga_test_make_folder ();
  self->path = g_build_filename (self->folder, "piga-hatua.db", NULL);
  self->wal = g_strconcat (self->path, "-wal", NULL);
}

static void
tear_down (Place *self)
{
  piga_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->wal);
}

static GBytes *
read_bytes (const char *path)
{
  char *bytes;
  gsize length;

  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  return g_bytes_new_take (bytes, length);
}

static void
write_bytes (const char *path, GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_true (g_file_set_contents (path, data, (gssize) length, NULL));
  g_chmod (path, 0600);
}

static void
fill (PigaDatabase *database, gpointer data)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO entry (id, created_at, modified_at, deleted_at, revision, title, body, step,"
          " prompt, mood, row) VALUES ('%08x-0000-7000-8000-000000000000', %u, 0, NULL, 1,"
          " 'Title', 'word%u ' || hex (randomblob (%u)), 0, '', 'unsaid', %u)",
          i, i * 1000, i, i * 40, i);

      piga_database_execute (database, sql, &error);
      g_assert_no_error (error);
    }
}

static void
make_sound (Sound *sound, gboolean foreign)
{
  Place place;
  PigaTestStore test = { 0 };
  g_autoptr (GError) error = NULL;

  set_up (&place);
  test.path = place.path;
  test.store = piga_store_new (place.path, piga_kinds_get ());
  g_assert_true (piga_test_open (test.store, &error));
  piga_test_with_database (test.store, fill, NULL);
  g_ptr_array_unref (piga_test_search (test.store, "word", 1, &error));
  if (foreign)
    {
      sound->foreign_wal = read_bytes (place.wal);
    }
  else
    {
      sound->wal = read_bytes (place.wal);
      sound->file_in_use = read_bytes (place.path);
    }
  piga_test_close (&test);
  if (!foreign)
    sound->file = read_bytes (place.path);
  tear_down (&place);
}

static GBytes *
flip_bits (GBytes *sound, guint n)
{
  gsize length;
  guint8 *bytes = g_memdup2 (g_bytes_get_data (sound, &length), g_bytes_get_size (sound));

  g_bytes_get_data (sound, &length);
  for (guint i = 0; i < n; i++)
    bytes[g_test_rand_int_range (0, (gint32) length)]
        ^= (guint8) (1 << g_test_rand_int_range (0, 8));
  return g_bytes_new_take (bytes, length);
}

static GBytes *
blank_page (GBytes *sound, guint page)
{
  gsize length = g_bytes_get_size (sound);
  guint8 *bytes = g_memdup2 (g_bytes_get_data (sound, NULL), length);

  memset (bytes + page * PAGE, 0, PAGE);
  return g_bytes_new_take (bytes, length);
}

static guint
get_random_page (GBytes *sound)
{
  return (guint) g_test_rand_int_range (0, (gint32) (g_bytes_get_size (sound) / PAGE));
}

/* Puts a file damaged in one of eight ways. */
static void
put_damaged (Place *place, const Sound *sound, guint way)
{
  g_autoptr (GBytes) damaged = NULL;
  g_autoptr (GBytes) wal = NULL;

  switch (way)
    {
    case 0:
      damaged = flip_bits (sound->file, (guint) g_test_rand_int_range (1, 30));
      break;
    case 1:
      damaged = g_bytes_new_from_bytes (sound->file, 0, get_random_page (sound->file) * PAGE);
      break;
    case 2:
      damaged = g_bytes_new_from_bytes (
          sound->file, 0,
          (gsize) g_test_rand_int_range (0, (gint32) g_bytes_get_size (sound->file)));
      break;
    case 3:
      damaged = blank_page (sound->file, get_random_page (sound->file));
      break;
    case 4:
      damaged = blank_page (sound->file, 0);
      break;
    case 5: /* its WAL is gone */
      damaged = g_bytes_ref (sound->file_in_use);
      break;
    case 6:
      damaged = g_bytes_ref (sound->file_in_use);
      wal = flip_bits (sound->wal, (guint) g_test_rand_int_range (1, 30));
      break;
    default:
      damaged = g_bytes_ref (g_test_rand_bit () ? sound->file : sound->file_in_use);
      wal = g_bytes_ref (sound->foreign_wal);
      break;
    }

  write_bytes (place->path, damaged);
  if (wal != NULL)
    write_bytes (place->wal, wal);
}

/* Uses all there is; whatever is wrong is said and not died of. */
static void
use (PigaStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaEntryList) list = piga_entry_list_new (store, NULL);
  g_autoptr (GPtrArray) hits = piga_test_search (store, "word", 50, &error);
  g_autoptr (GObject) entry = piga_test_new_entry ("", "new words");

  if (error != NULL)
    g_assert_true (error->domain == PIGA_ERROR);
  g_clear_error (&error);
  while (piga_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      g_autoptr (PigaEntryLine) line = g_list_model_get_item (G_LIST_MODEL (list), i);
    }
  if (!piga_test_save (store, entry, &error))
    g_assert_true (error->domain == PIGA_ERROR);
  else
    g_assert_cmpint (piga_test_get_integer (store, "SELECT count (*) FROM entry"), >, 0);
}

static void
on_set_aside (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **) data = piga_store_set_aside_finish (PIGA_STORE (object), result, &error);
  g_assert_no_error (error);
}

/* Nothing has been done to the file; it is kept under another name, and a new one works. */
static void
set_aside (Place *place, PigaStore *store, GBytes *before)
{
  g_autoptr (GBytes) refused = read_bytes (place->path);
  g_autoptr (GBytes) kept = NULL;
  g_autofree char *name = NULL;

  g_assert_true (g_bytes_equal (refused, before));
  piga_store_set_aside_async (store, on_set_aside, &name);
  while (name == NULL)
    g_main_context_iteration (NULL, TRUE);
  kept = read_bytes (name);
  g_assert_true (g_bytes_equal (kept, before));
  g_assert_cmpuint (piga_store_get_state (store), ==, PIGA_STORE_READY);
  g_assert_null (piga_store_get_error (store));
  use (store);
}

static gboolean
try_file (const Sound *sound, guint way)
{
  Place place;
  PigaTestStore test = { 0 };
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;
  gboolean opened;

  set_up (&place);
  put_damaged (&place, sound, way);
  before = read_bytes (place.path);
  test.path = place.path;
  test.store = piga_store_new (place.path, piga_kinds_get ());
  opened = piga_test_open (test.store, &error);
  if (opened)
    {
      use (test.store);
    }
  else
    {
      g_assert_cmpuint (piga_store_get_state (test.store), ==, PIGA_STORE_REFUSED);
      g_assert_true (error->domain == PIGA_ERROR);
      set_aside (&place, test.store, before);
    }
  piga_test_close_anyway (&test);
  tear_down (&place);
  return opened;
}

static void
test_damage (void)
{
  Sound sound = { 0 };
  guint n_opened = 0;

  make_sound (&sound, FALSE);
  make_sound (&sound, TRUE);
  for (guint i = 0; i < N_FILES; i++)
    n_opened += try_file (&sound, i % 8);
  g_test_message ("%u of %u were opened", n_opened, N_FILES);
  g_assert_cmpuint (n_opened, <, N_FILES);

  g_bytes_unref (sound.file);
  g_bytes_unref (sound.file_in_use);
  g_bytes_unref (sound.wal);
  g_bytes_unref (sound.foreign_wal);
}

/* The index can be made again, and is, when somebody searches. */
static void
test_index_heals (PigaTestStore *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  piga_test_keep_entry (test->store, "a", "words to be found", SECOND);
  piga_test_keep_entry (test->store, "b", "other words", 2 * SECOND);
  hits = piga_test_search (test->store, "words", 10, &error);
  g_assert_cmpuint (hits->len, ==, 2);
  g_clear_pointer (&hits, g_ptr_array_unref);

  piga_test_close (test);
  {
    sqlite3 *handle = NULL;

    g_assert_cmpint (sqlite3_open (test->path, &handle), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_exec (handle,
                                   "UPDATE entry_search_data SET block = x'00ff00ff00ff' WHERE id >"
                                   " 100",
                                   NULL, NULL, NULL),
                     ==, SQLITE_OK);
    sqlite3_close (handle);
  }
  test->store = piga_store_new (test->path, piga_kinds_get ());
  g_assert_true (piga_test_open (test->store, &error));
  hits = piga_test_search (test->store, "words", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/damage/files", test_damage);
  g_test_add ("/damage/index-heals", PigaTestStore, NULL, piga_test_store_set_up,
              test_index_heals, piga_test_store_tear_down);

  return g_test_run ();
}
