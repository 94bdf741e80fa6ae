/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Feeds files to the import that are nearly right. Each run takes a sound file, damages it in a few
 * places and looks that it is either refused with a sentence, or taken in so that writing and
 * reading it again gives the same; and that nothing of it is in the database afterwards.
 *
 * The same seed damages in the same way. PIGA_FUZZ_RUNS and PIGA_FUZZ_SEED are for longer runs by
 * hand. LLVMFuzzerTestOneInput() is there for libFuzzer: build with -DPIGA_LIBFUZZER and
 * -fsanitize=fuzzer. */

#include <stdlib.h>
#include <string.h>

#include "exchange/piga-exchange-reader.h"
#include "exchange/piga-import.h"
#include "config.h"
#include "piga-error.h"
#include "piga-migration.h"
#include "piga-test-store.h"

#define USUAL_RUNS 3000
/* Between the times of the records, so that some are ahead of it. */
#define NOW (G_GINT64_CONSTANT (1800000000) * G_TIME_SPAN_SECOND)

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* clang-format off */
static const char *const seeds[] = {
  "{\"format\":\"piga-hatua\",\"version\":1,\"records\":3}\n"
  "{\"kind\":\"entry\",\"id\":\"0190a5b0-0000-7000-8000-000000000001\","
  "\"created_at\":1700000000000000,\"modified_at\":1700000000000001,\"title\":\"Habari\","
  "\"body\":\"Mstari\\n\\\"wa pili\\\" \\ud83d\\ude00 \\u00e9 \xf0\x9f\x98\x80\",\"step\":3,"
  "\"prompt\":\"a\",\"mood\":\"good\"}\n"
  "{\"kind\":\"goal\",\"id\":\"0190a5b0-0000-7000-8000-000000000002\","
  "\"created_at\":1700000000000000,\"modified_at\":1700000000000001,"
  "\"deleted_at\":1700000000000002,\"revision\":7,"
  "\"title\":\"Lengo\",\"amount\":0.1,\"rhythm\":\"weekly\","
  "\"due\":\"2027-03-14\",\"state\":\"reached\"}\n"
  "{\"kind\":\"goal_mark\",\"id\":\"0190a5b0-0000-7000-8000-000000000003\","
  "\"created_at\":1,\"modified_at\":1,\"goal\":\"0190a5b0-0000-7000-8000-000000000002\","
  "\"day\":\"2026-11-22\",\"rest\":true}\n",
  "{\"format\":\"piga-hatua\",\"version\":1}\n"
  "{\"kind\":\"step_check\",\"id\":\"0190a5b0-0000-7000-8000-000000000004\",\"created_at\":-1,"
  "\"modified_at\":4000000000000000,\"step\":1,\"guide_key\":\"thank\",\"done\":true}\n"
  "{\"kind\":\"step_state\",\"id\":\"0190a5b0-0000-7000-8000-000000000005\",\"created_at\":0,"
  "\"modified_at\":0,\"step\":12,\"done\":false}\n",
};
/* clang-format on */

/* What breaks readers of JSON. */
/* clang-format off */
static const char *const tokens[] = {
  "{", "}", "[", "]", "\"", "\\", ":", ",", "\n", "\r\n", "null", "true", "1e999", "-0", "NaN",
  "9223372036854775808", "18446744073709551617", "0.1e-400", "\\u0000", "\\ud800", "\\udc00",
  "\\u", "\\x", "//", "/*", "\xef\xbb\xbf", "\xff", "\xc0\x80", "\xed\xa0\x80", "\x01", "[[[[[[[[",
  "{\"a\":", "\"kind\":\"goal\"", "\"id\":\"\"", "\"deleted_at\":1", "\"amount\":-1",
  "0190a5b0-0000-7000-8000-000000000001", "9999-12-31", "0000-00-00", "2026-02-30",
};
/* clang-format on */

typedef struct
{
  char *folder;
  GFile *file;
  PigaDatabase *database;
  PigaProgress *progress;
} Rig;

static Rig rig;

static void
set_up (void)
{
  g_autofree char *path = NULL;
  g_autofree char *database = NULL;
  g_autoptr (GError) error = NULL;

  rig.folder = piga_test_make_folder ();
  path = g_build_filename (rig.folder, "import.jsonl", NULL);
  rig.file = g_file_new_for_path (path);
  database = g_build_filename (rig.folder, "kept", "piga-hatua.db", NULL);
  rig.database = piga_migration_open (database, RESOURCE_BASE "/migrations", &error);
  g_assert_no_error (error);
  rig.progress = piga_progress_new (NULL, NULL);
}

static void
tear_down (void)
{
  piga_progress_free (rig.progress);
  piga_database_free (rig.database);
  g_object_unref (rig.file);
  piga_test_remove_folder (rig.folder);
  g_free (rig.folder);
}

static void
assert_is_sentence (const GError *error)
{
  g_assert_cmpint (error->domain, ==, PIGA_ERROR);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

/* What was taken in comes back the same when it is written and read once more. */
static void
assert_comes_back (gpointer record)
{
  g_autoptr (JsonNode) node = piga_record_to_json (record);
  g_autofree char *text = json_to_string (node, FALSE);
  g_autoptr (JsonNode) parsed = json_from_string (text, NULL);
  g_autoptr (GObject) again = piga_record_from_json (piga_kinds_get (), parsed, NULL);
  g_autoptr (JsonNode) node_again = NULL;

  g_assert_nonnull (again);
  node_again = piga_record_to_json (again);
  g_assert_true (json_node_equal (node, node_again));
}

static gboolean
read_records (const guint8 *data, gsize size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize) size, NULL);
  g_autoptr (PigaExchangeReader) reader = piga_exchange_reader_new (stream, piga_kinds_get ());

  for (;;)
    {
      g_autoptr (GObject) record = NULL;
      g_autoptr (GError) error = NULL;

      if (!piga_exchange_reader_read (reader, (gpointer *) &record, NULL, &error))
        {
          assert_is_sentence (error);
          return FALSE;
        }
      if (record == NULL)
        return TRUE;
      assert_comes_back (record);
    }
}

/* The database may refuse what the reader takes, but not the other way round. */
static gboolean
run_import (const guint8 *data, gsize size, gboolean is_readable)
{
  g_autoptr (PigaImport) import = piga_import_new (rig.file, piga_kinds_get (), NOW, rig.progress);
  g_autoptr (GError) error = NULL;
  gint64 n_records = -1;
  gboolean done;

  g_assert_true (g_file_set_contents_full (g_file_peek_path (rig.file), (const char *) data,
                                           (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  done = piga_import_run (import, rig.database, FALSE, NULL, &error);
  if (!done)
    assert_is_sentence (error);
  g_assert_true (is_readable || !done);

  g_assert_true (piga_database_get_integer (
    rig.database, "SELECT (SELECT count(*) FROM entry) + (SELECT count(*) FROM goal)", &n_records,
    NULL));
  g_assert_cmpint (n_records, ==, 0);
  return done;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  if (rig.folder == NULL)
    set_up ();
  run_import (data, size, read_records (data, size));
  return 0;
}

#ifndef PIGA_LIBFUZZER

static void
insert_token (GRand *rand, GString *text)
{
  const char *token = tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))];

  g_string_insert (text, g_rand_int_range (rand, 0, (gint32) text->len + 1), token);
}

static void
damage (GRand *rand, GString *text)
{
  const gint32 at = g_rand_int_range (rand, 0, (gint32) text->len);
  const gint32 longest = g_rand_int_range (rand, 1, 40);
  const gint32 length = MIN ((gint32) text->len - at, longest);
  g_autofree char *piece = g_strndup (text->str + at, (gsize) length);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      text->str[at] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      break;
    case 1:
      g_string_erase (text, at, length);
      break;
    case 2:
      g_string_insert (text, g_rand_int_range (rand, 0, (gint32) text->len + 1), piece);
      break;
    case 3:
      g_string_truncate (text, (gsize) at);
      break;
    default:
      insert_token (rand, text);
      break;
    }
}

static guint64
get_setting (const char *name, guint64 usual)
{
  const char *value = g_getenv (name);

  return value != NULL ? g_ascii_strtoull (value, NULL, 10) : usual;
}

static void
test_damaged (void)
{
  const guint64 n_runs = get_setting ("PIGA_FUZZ_RUNS", USUAL_RUNS);
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) get_setting ("PIGA_FUZZ_SEED", 1));
  guint64 n_readable = 0;
  guint64 n_taken = 0;

  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    g_assert_true (run_import ((const guint8 *) seeds[i], strlen (seeds[i]), TRUE));

  for (guint64 i = 0; i < n_runs; i++)
    {
      g_autoptr (GString) text =
        g_string_new (seeds[g_rand_int_range (rand, 0, G_N_ELEMENTS (seeds))]);
      gboolean is_readable;

      for (gint32 n = g_rand_int_range (rand, 0, 5); n > 0 && text->len > 0; n--)
        damage (rand, text);
      is_readable = read_records ((const guint8 *) text->str, text->len);
      n_readable += is_readable;
      n_taken += run_import ((const guint8 *) text->str, text->len, is_readable);
    }

  g_test_message ("%" G_GUINT64_FORMAT " runs, %" G_GUINT64_FORMAT " readable, %" G_GUINT64_FORMAT
                  " taken in",
                  n_runs, n_readable, n_taken);
  /* Damage that always broke the file, or never, would show nothing. */
  g_assert_cmpuint (n_taken, >, n_runs / 20);
  g_assert_cmpuint (n_readable, <, n_runs / 2);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  set_up ();
  g_test_add_func ("/import/damaged", test_damaged);
  status = g_test_run ();
  tear_down ();
  return status;
}

#endif
