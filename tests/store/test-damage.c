/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two hundred damaged files; another number where PIGA_HATUA_DAMAGE_ROUNDS gives one. Each is
 * either opened, and then can be used or says what is wrong with it, or is refused and left as
 * it is. What can be read of it then is taken out into a new file, or it is set aside for a new
 * one. Of each entry that was there an export has what is left, or names it among the lost. */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "piga-exchange.h"
#include "piga-entry-list.h"
#include "piga-test-store.h"

#define N_FILES 200
#define N_WAYS 10
#define N_ENTRIES 150
#define PAGE 4096

/* A sound file, its WAL while it was in use, and the WAL of another. */
typedef struct
{
  GBytes *file;
  GBytes *file_in_use;
  GBytes *wal;
  GBytes *foreign_wal;
  /* Id to the body of each entry. */
  GHashTable *bodies;
} Sound;

/* What became of the files that were damaged in one way, and of all their entries. */
typedef struct
{
  guint n_files;
  guint n_opened;
  guint n_rescued;
  guint n_hopeless;
  guint n_refused;
  guint n_same;
  guint n_marked;
  guint n_other;
  guint n_lost;
} Outcome;

static const char *const ways[N_WAYS] = {
  "up to 29 bits flipped",   "one bit flipped",     "cut at a page's edge", "cut anywhere",
  "one page blank",          "five pages blank",    "first page blank",     "its WAL is gone",
  "bits flipped in its WAL", "WAL of another file",
};

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

static GHashTable *
read_bodies (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTable *bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (JsonNode) node = json_from_string (lines[i], NULL);
      JsonObject *record = json_node_get_object (node);

      if (g_str_equal (json_object_get_string_member (record, "kind"), "entry"))
        g_hash_table_insert (
          bodies, g_strdup (json_object_get_string_member (record, "id")),
          g_strdup (json_object_get_string_member_with_default (record, "body", "")));
    }
  return bodies;
}

/* Whatever is damaged, an export has the rest. */
static GHashTable *export (PigaStore *store, const char *folder, GPtrArray **lost)
{
  g_autofree char *path = g_build_filename (folder, "export", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  piga_exchange_export_async (store, file, NULL, NULL, NULL, piga_test_keep_result, &result);
  piga_exchange_export_finish (store, piga_test_wait_for (&result), NULL, &error);
  g_assert_no_error (error);
  *lost = g_ptr_array_ref (piga_exchange_export_get_lost (result));
  return read_bodies (path);
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
  /* So that there is something of the entries in the WAL. */
  piga_test_execute (test.store, "UPDATE entry SET body = body || ' later' WHERE row % 4 = 0");
  if (foreign)
    {
      sound->foreign_wal = read_bytes (place.wal);
    }
  else
    {
      sound->wal = read_bytes (place.wal);
      sound->file_in_use = read_bytes (place.path);
    }
  if (!foreign)
    {
      g_autoptr (GPtrArray) lost = NULL;

      sound->bodies = export (test.store, place.folder, &lost);
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
    bytes[g_test_rand_int_range (0, (gint32) length)] ^=
      (guint8) (1 << g_test_rand_int_range (0, 8));
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

static GBytes *
blank_pages (GBytes *sound, guint n)
{
  GBytes *damaged = g_bytes_ref (sound);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) before = damaged;

      /* Not the first, without which nothing can be found. */
      damaged = blank_page (before, MAX (get_random_page (sound), 1));
    }
  return damaged;
}

/* Puts a file damaged in one of the ways. */
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
      damaged = flip_bits (sound->file, 1);
      break;
    case 2:
      damaged = g_bytes_new_from_bytes (sound->file, 0, get_random_page (sound->file) * PAGE);
      break;
    case 3:
      damaged = g_bytes_new_from_bytes (
        sound->file, 0, (gsize) g_test_rand_int_range (0, (gint32) g_bytes_get_size (sound->file)));
      break;
    case 4:
      damaged = blank_pages (sound->file, 1);
      break;
    case 5:
      damaged = blank_pages (sound->file, 5);
      break;
    case 6:
      damaged = blank_page (sound->file, 0);
      break;
    case 7:
      damaged = g_bytes_ref (sound->file_in_use);
      break;
    case 8:
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

/* Whether what was lost is said of one entry, or of some that nobody knows. */
static gboolean
is_named (GPtrArray *lost, const char *id)
{
  for (guint i = 0; i < lost->len; i++)
    {
      const PigaLostRecord *record = lost->pdata[i];

      if (record->kind == PIGA_TYPE_ENTRY && (record->id == NULL || g_str_equal (record->id, id)))
        return TRUE;
    }
  return FALSE;
}

/* Looks what an export has of each entry that was there. */
static void
compare (const Sound *sound, GHashTable *bodies, GPtrArray *lost, gboolean must_name,
         Outcome *outcome)
{
  GHashTableIter iter;
  gpointer id, body;

  g_hash_table_iter_init (&iter, sound->bodies);
  while (g_hash_table_iter_next (&iter, &id, &body))
    {
      const char *there = g_hash_table_lookup (bodies, id);

      if (there == NULL)
        {
          outcome->n_lost++;
          if (must_name)
            g_assert_true (is_named (lost, id));
        }
      else if (g_str_equal (there, body))
        outcome->n_same++;
      else if (strstr (there, "�") != NULL)
        outcome->n_marked++;
      else
        outcome->n_other++;
    }
}

/* Takes out what can be read; the damaged file is kept as it was. Returns what was lost, or NULL
 * where nothing could be read. */
static GPtrArray *
rescue (Place *place, PigaStore *store, GBytes *before)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (PigaRescueReport) report = NULL;
  g_autoptr (GBytes) kept = NULL;
  g_autoptr (GError) error = NULL;

  piga_store_rescue_async (store, piga_test_keep_result, &result);
  report = piga_store_rescue_finish (store, piga_test_wait_for (&result), &error);
  if (report == NULL)
    {
      g_assert_error (error, PIGA_ERROR, PIGA_ERROR_CORRUPT);
      return NULL;
    }

  kept = read_bytes (report->kept_path);
  g_assert_true (g_bytes_equal (kept, before));
  g_assert_cmpuint (piga_store_get_state (store), ==, PIGA_STORE_READY);
  return g_ptr_array_ref (report->lost);
}

/* Only where nothing but whole pages of the file are missing is it sure what must be known. */
static gboolean
must_name (guint way)
{
  return way == 4 || way == 5;
}

static void
try_refused (Place *place, const Sound *sound, PigaStore *store, const GError *error, guint way,
             Outcome *outcome)
{
  g_autoptr (GBytes) before = read_bytes (place->path);
  g_autoptr (GPtrArray) lost = NULL;
  g_autoptr (GPtrArray) lost_again = NULL;
  g_autoptr (GHashTable) bodies = NULL;

  g_assert_cmpuint (piga_store_get_state (store), ==, PIGA_STORE_REFUSED);
  g_assert_true (error->domain == PIGA_ERROR);
  if (g_error_matches (error, PIGA_ERROR, PIGA_ERROR_CORRUPT))
    lost = rescue (place, store, before);
  if (lost == NULL)
    {
      outcome->n_hopeless += g_error_matches (error, PIGA_ERROR, PIGA_ERROR_CORRUPT);
      outcome->n_refused += !g_error_matches (error, PIGA_ERROR, PIGA_ERROR_CORRUPT);
      set_aside (place, store, before);
      return;
    }

  outcome->n_rescued++;
  bodies = export (store, place->folder, &lost_again);
  g_assert_cmpuint (lost_again->len, ==, 0);
  compare (sound, bodies, lost, must_name (way), outcome);
  use (store);
}

static void
try_file (const Sound *sound, guint way, Outcome *outcome)
{
  Place place;
  PigaTestStore test = { 0 };
  g_autoptr (GError) error = NULL;

  set_up (&place);
  put_damaged (&place, sound, way);
  test.path = place.path;
  test.store = piga_store_new (place.path, piga_kinds_get ());
  outcome->n_files++;
  if (piga_test_open (test.store, &error))
    {
      g_autoptr (GPtrArray) lost = NULL;
      g_autoptr (GHashTable) bodies = export (test.store, place.folder, &lost);

      outcome->n_opened++;
      compare (sound, bodies, lost, must_name (way), outcome);
      use (test.store);
    }
  else
    {
      try_refused (&place, sound, test.store, error, way, outcome);
    }
  piga_test_close_anyway (&test);
  tear_down (&place);
}

static void
print (guint way, const Outcome *outcome)
{
  g_test_message ("%-24s %4u files: %4u opened, %4u taken out, %4u hopeless, %4u not known;"
                  " entries: %6u as they were, %4u marked, %4u other, %5u lost",
                  ways[way], outcome->n_files, outcome->n_opened, outcome->n_rescued,
                  outcome->n_hopeless, outcome->n_refused, outcome->n_same, outcome->n_marked,
                  outcome->n_other, outcome->n_lost);
}

static void
test_damage (void)
{
  const char *rounds = g_getenv ("PIGA_HATUA_DAMAGE_ROUNDS");
  const guint n_files = rounds != NULL ? (guint) g_ascii_strtoull (rounds, NULL, 10) : N_FILES;
  Sound sound = { 0 };
  Outcome outcomes[N_WAYS] = { 0 };

  make_sound (&sound, FALSE);
  make_sound (&sound, TRUE);
  for (guint i = 0; i < n_files; i++)
    try_file (&sound, i % N_WAYS, &outcomes[i % N_WAYS]);
  for (guint i = 0; i < N_WAYS; i++)
    print (i, &outcomes[i]);
  g_assert_cmpuint (outcomes[6].n_hopeless, ==, outcomes[6].n_files);

  g_bytes_unref (sound.file);
  g_bytes_unref (sound.file_in_use);
  g_bytes_unref (sound.wal);
  g_bytes_unref (sound.foreign_wal);
  g_hash_table_unref (sound.bodies);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/damage/files", test_damage);

  return g_test_run ();
}
