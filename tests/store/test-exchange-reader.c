/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading an exported file: what is taken in, and each way in which a file can be wrong, with the
 * line that is named and a sentence that quotes nothing of it. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/piga-exchange-reader.h"
#include "piga-error.h"
#include "records/piga-entry.h"
#include "records/piga-goal.h"
#include "records/piga-kinds.h"

#define HEADER "{\"format\":\"piga-hatua\",\"version\":1}\n"
#define TIMES "\"created_at\":1700000000000000,\"modified_at\":1700000000000000"
#define ID(n) "\"id\":\"0190a5b0-0000-7000-8000-00000000000" #n "\""
#define ENTRY(n, more) "{\"kind\":\"entry\"," ID (n) "," TIMES more "}\n"

/* In every text that is wrong, and in no message. */
#define SECRET "Wanjiku"

typedef struct
{
  const char *name;
  PigaError code;
  guint line; /* 0 where no line is named */
  const char *text;
  gsize length; /* 0 for all of a text without NUL bytes */
} Malformed;

#define WITH_NUL(text) sizeof (text) - 1

#define NUL_IN_LINE HEADER ENTRY (1, "") "{\"kind\":\"entry\"\0," ID (2) "," TIMES "}\n"
#define NUL_IN_TEXT HEADER "{\"kind\":\"entry\"," ID (2) "," TIMES ",\"body\":\"a\0" SECRET "\"}\n"
#define UTF_16 "\xff\xfe{\0\"\0f\0o\0r\0m\0a\0t\0\"\0}\0\n\0"

static const Malformed malformed[] = {
  { "empty", PIGA_ERROR_NOT_OURS, 0, "" },
  { "newline", PIGA_ERROR_NOT_OURS, 0, "\n" },
  { "text", PIGA_ERROR_NOT_OURS, 0, SECRET " is not JSON\n" },
  { "no-header", PIGA_ERROR_NOT_OURS, 0, ENTRY (1, "") },
  { "array", PIGA_ERROR_NOT_OURS, 0, "[" HEADER "]" },
  { "other-format", PIGA_ERROR_NOT_OURS, 0, "{\"format\":\"" SECRET "\",\"version\":1}\n" },
  { "format-of-other-type", PIGA_ERROR_NOT_OURS, 0, "{\"format\":1,\"version\":1}\n" },
  { "format-null", PIGA_ERROR_NOT_OURS, 0, "{\"format\":null,\"version\":1}\n" },
  { "no-version", PIGA_ERROR_NOT_OURS, 0, "{\"format\":\"piga-hatua\"}\n" },
  { "version-text", PIGA_ERROR_NOT_OURS, 0, "{\"format\":\"piga-hatua\",\"version\":\"1\"}\n" },
  { "version-0", PIGA_ERROR_NOT_OURS, 0, "{\"format\":\"piga-hatua\",\"version\":0}\n" },
  { "version-less", PIGA_ERROR_NOT_OURS, 0, "{\"format\":\"piga-hatua\",\"version\":-1}\n" },
  { "version-real", PIGA_ERROR_NOT_OURS, 0, "{\"format\":\"piga-hatua\",\"version\":1.0}\n" },
  { "version-4", PIGA_ERROR_TOO_NEW, 0, "{\"format\":\"piga-hatua\",\"version\":4}\n" SECRET },
  { "header-more", PIGA_ERROR_INVALID, 0,
    "{\"format\":\"piga-hatua\",\"version\":1,\"" SECRET "\":1}\n" },
  { "header-twice", PIGA_ERROR_NOT_OURS, 0,
    "{\"format\":\"piga-hatua\",\"version\":2,\"version\":1}\n" },
  { "count-text", PIGA_ERROR_INVALID, 0,
    "{\"format\":\"piga-hatua\",\"version\":1,\"records\":\"1\"}\n" },
  { "count-less", PIGA_ERROR_INVALID, 0,
    "{\"format\":\"piga-hatua\",\"version\":1,\"records\":-2}\n" },
  { "end-missing", PIGA_ERROR_INVALID, 0,
    "{\"format\":\"piga-hatua\",\"version\":1,\"records\":2}\n" ENTRY (1, "") },
  { "too-many", PIGA_ERROR_INVALID, 0,
    "{\"format\":\"piga-hatua\",\"version\":1,\"records\":0}\n" ENTRY (1, "") },
  { "utf-16", PIGA_ERROR_NOT_OURS, 0, UTF_16, WITH_NUL (UTF_16) },
  { "second-header", PIGA_ERROR_INVALID, 2, HEADER HEADER },
  { "not-json", PIGA_ERROR_INVALID, 3, HEADER ENTRY (1, "") SECRET "\n" },
  { "blank-line", PIGA_ERROR_INVALID, 2, HEADER "\n" ENTRY (1, "") },
  { "null", PIGA_ERROR_INVALID, 2, HEADER "null\n" },
  { "list", PIGA_ERROR_INVALID, 2, HEADER "[\"" SECRET "\"]\n" },
  { "two-objects", PIGA_ERROR_INVALID, 2, HEADER "{}{}\n" },
  { "comment", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"entry\"," ID (1) "," TIMES "} // " SECRET "\n" },
  { "comment-inside", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"entry\"," ID (1) "," TIMES " /* " SECRET " */}\n" },
  { "assignment", PIGA_ERROR_INVALID, 2, HEADER "var x = " ENTRY (1, "") },
  { "trailing-comma", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"entry\"," ID (1) "," TIMES ",}\n" },
  { "cut-off", PIGA_ERROR_INVALID, 3,
    HEADER ENTRY (1, "") "{\"kind\":\"entry\",\"id\":\"0190a5b0-00" },
  { "cut-off-in-escape", PIGA_ERROR_INVALID, 2, HEADER "{\"kind\":\"" SECRET "\\" },
  { "cut-off-in-unicode", PIGA_ERROR_INVALID, 2, HEADER "{\"kind\":\"" SECRET "\\u00" },
  { "byte-order-mark-later", PIGA_ERROR_INVALID, 2, HEADER "\xef\xbb\xbf" ENTRY (1, "") },
  { "nul-in-line", PIGA_ERROR_INVALID, 3, NUL_IN_LINE, WITH_NUL (NUL_IN_LINE) },
  { "nul-in-text", PIGA_ERROR_INVALID, 2, NUL_IN_TEXT, WITH_NUL (NUL_IN_TEXT) },
  { "nul-escaped", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":\"a\\u0000" SECRET "\"") },
  { "nul-octal", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":\"a\\0" SECRET "\"") },
  { "high-surrogate", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":\"\\ud83d" SECRET "\"") },
  { "low-surrogate", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":\"" SECRET "\\ude00\"") },
  { "surrogates-swapped", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":\"\\ude00\\ud83d\"") },
  { "surrogate-bytes", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":\"\xed\xa0\xbd\"") },
  { "not-utf-8", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":\"caf\xe9 " SECRET "\"") },
  { "overlong-utf-8", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":\"\xc0\x80\"") },
  { "control", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":\"" SECRET "\x01\"") },
  { "tab", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":\"" SECRET "\t\"") },
  { "no-kind", PIGA_ERROR_INVALID, 2, HEADER "{" ID (1) "," TIMES "}\n" },
  { "unknown-kind", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"" SECRET "\"," ID (1) "," TIMES "}\n" },
  { "kind-of-other-type", PIGA_ERROR_INVALID, 2, HEADER "{\"kind\":7," ID (1) "," TIMES "}\n" },
  { "no-id", PIGA_ERROR_INVALID, 2, HEADER "{\"kind\":\"entry\"," TIMES "}\n" },
  { "id-upper-case", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"entry\",\"id\":\"0190A5B0-0000-7000-8000-000000000001\"," TIMES "}\n" },
  { "id-not-an-id", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"entry\",\"id\":\"" SECRET "\"," TIMES "}\n" },
  { "no-created-at", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"entry\"," ID (1) ",\"modified_at\":1}\n" },
  { "no-modified-at", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"entry\"," ID (1) ",\"created_at\":1}\n" },
  { "time-text", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"entry\"," ID (1) ",\"created_at\":\"1\",\"modified_at\":1}\n" },
  { "time-real", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"entry\"," ID (1) ",\"created_at\":1.5,\"modified_at\":1}\n" },
  { "time-2^63", PIGA_ERROR_INVALID, 2,
    HEADER
    "{\"kind\":\"entry\"," ID (1) ",\"created_at\":9223372036854775808,\"modified_at\":1}\n" },
  { "time-2^64", PIGA_ERROR_INVALID, 2,
    HEADER
    "{\"kind\":\"entry\"," ID (1) ",\"created_at\":18446744073709551617,\"modified_at\":1}\n" },
  { "time-1e999", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"entry\"," ID (1) ",\"created_at\":1e999,\"modified_at\":1}\n" },
  { "time-year-10000", PIGA_ERROR_INVALID, 2,
    HEADER
    "{\"kind\":\"entry\"," ID (1) ",\"created_at\":253402300800000001,\"modified_at\":1}\n" },
  { "deleted-at-null", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"deleted_at\":null") },
  { "unknown-member", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"" SECRET "\":1") },
  { "empty-member", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"\":1") },
  { "revision-text", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"revision\":\"1\"") },
  { "revision-negative", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"revision\":-1") },
  { "revision-beyond", PIGA_ERROR_INVALID, 2,
    HEADER ENTRY (1, ",\"revision\":9223372036854775807") },
  { "member-twice", PIGA_ERROR_INVALID, 2,
    HEADER ENTRY (1, ",\"body\":\"" SECRET "\",\"body\":\"\"") },
  { "member-twice-escaped", PIGA_ERROR_INVALID, 2,
    HEADER ENTRY (1, ",\"body\":\"\",\"b\\u006fdy\":\"\"") },
  { "id-twice-in-a-line", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"entry\"," ID (1) "," ID (2) "," TIMES "}\n" },
  { "text-number", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":1") },
  { "text-null", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":null") },
  { "text-array", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":[\"" SECRET "\"]") },
  { "text-object", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"body\":{\"a\":\"" SECRET "\"}") },
  { "integer-text", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"step\":\"1\"") },
  { "integer-out-of-range", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"step\":13") },
  { "integer-nan", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"step\":NaN") },
  { "integer-leading-zero", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"step\":01") },
  { "choice-unknown", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"mood\":\"" SECRET "\"") },
  { "choice-number", PIGA_ERROR_INVALID, 2, HEADER ENTRY (1, ",\"mood\":1") },
  { "required-missing", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"goal\"," ID (1) "," TIMES "}\n" },
  { "real-too-great", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"goal\"," ID (1) "," TIMES ",\"title\":\"x\",\"amount\":1e999}\n" },
  { "day-wrong", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"goal\"," ID (1) "," TIMES ",\"title\":\"x\",\"due\":\"2026-02-30\"}\n" },
  { "day-year-0", PIGA_ERROR_INVALID, 2,
    HEADER "{\"kind\":\"goal\"," ID (1) "," TIMES ",\"title\":\"x\",\"due\":\"0000-01-01\"}\n" },
  { "same-id", PIGA_ERROR_INVALID, 4,
    HEADER ENTRY (1, "") ENTRY (2, "") ENTRY (1, ",\"body\":\"" SECRET "\"") },
  { "same-id-other-kind", PIGA_ERROR_INVALID, 3,
    HEADER ENTRY (1, "") "{\"kind\":\"goal\"," ID (1) "," TIMES ",\"title\":\"x\"}\n" },
};

static PigaExchangeReader *
new_reader (const char *text, gsize length)
{
  g_autoptr (GInputStream) stream =
    g_memory_input_stream_new_from_data (text, (gssize) length, NULL);

  return piga_exchange_reader_new (stream, piga_kinds_get ());
}

/* Reads to the end, or to the error. */
static gboolean
read_all (PigaExchangeReader *reader, GCancellable *cancellable, GError **error)
{
  for (;;)
    {
      g_autoptr (GObject) record = NULL;

      if (!piga_exchange_reader_read (reader, (gpointer *) &record, cancellable, error))
        {
          g_assert_null (record);
          return FALSE;
        }
      if (record == NULL)
        return TRUE;
      g_assert_true (PIGA_IS_RECORD (record));
    }
}

static void
assert_named_line (const GError *error, guint line)
{
  g_autofree char *start = g_strdup_printf ("Line %u of the file cannot be taken in. ", line);

  if (line == 0)
    g_assert_false (g_str_has_prefix (error->message, "Line "));
  else
    g_assert_true (g_str_has_prefix (error->message, start));
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, SECRET));
}

static void
test_malformed (gconstpointer data)
{
  const Malformed *sample = data;
  const gsize length = sample->length != 0 ? sample->length : strlen (sample->text);
  g_autoptr (PigaExchangeReader) reader = new_reader (sample->text, length);
  g_autoptr (GError) error = NULL;

  g_assert_false (read_all (reader, NULL, &error));
  g_assert_error (error, PIGA_ERROR, (int) sample->code);
  assert_named_line (error, sample->line);
}

/* Each is read without an error, and gives one entry. */
static void
test_accepted (void)
{
  static const char *const texts[] = {
    HEADER ENTRY (1, ""),
    "\xef\xbb\xbf" HEADER ENTRY (1, ""),
    "{\"format\":\"piga-hatua\",\"version\":1}\r\n{\"kind\":\"entry\"," ID (1) "," TIMES "}\r\n",
    HEADER "{\"kind\":\"entry\"," ID (1) "," TIMES "}",
    "{\"version\":1,\"records\":1,\"format\":\"piga-hatua\"}\n" ENTRY (1, ""),
    HEADER " { \"kind\" : \"entry\" , " ID (1) " , " TIMES " } \n",
    HEADER ENTRY (1, ",\"body\":\"a:b \\\"c\\\": {[\\u007f\\ud83d\\ude00 \\/ \xe2\x80\xa8\""),
    HEADER ENTRY (1, ",\"step\":1e1,\"deleted_at\":0"),
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PigaExchangeReader) reader = new_reader (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      g_assert_true (read_all (reader, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (piga_exchange_reader_get_n_records (reader), ==, 1);
      g_assert_cmpint (piga_exchange_reader_get_position (reader), ==, (gint64) strlen (texts[i]));
    }
}

static void
test_values (void)
{
  static const char text[] =
    HEADER ENTRY (1, ",\"title\":\"Habari \\ud83d\\ude00\",\"body\":\"a\\nb\\u2028c\"");
  g_autoptr (PigaExchangeReader) reader = new_reader (text, strlen (text));
  g_autoptr (GObject) record = NULL;
  const char *id = "0190a5b0-0000-7000-8000-000000000001";

  g_assert_false (piga_exchange_reader_has_read (reader, PIGA_TYPE_ENTRY, id));
  g_assert_true (piga_exchange_reader_read (reader, (gpointer *) &record, NULL, NULL));
  g_assert_cmpstr (piga_record_get_id (record), ==, id);
  g_assert_cmpstr (piga_record_get_text (record, PIGA_ENTRY_TITLE), ==, "Habari 😀");
  g_assert_cmpstr (piga_record_get_text (record, PIGA_ENTRY_BODY), ==, "a\nb\u2028c");
  g_assert_true (piga_exchange_reader_has_read (reader, PIGA_TYPE_ENTRY, id));
  g_assert_false (piga_exchange_reader_has_read (reader, PIGA_TYPE_GOAL, id));
  g_assert_false (piga_exchange_reader_has_read (reader, PIGA_TYPE_ENTRY,
                                                 "0190a5b0-0000-7000-8000-000000000002"));
}

/* Every beginning of a file that says how many records it holds is refused, but for the last one,
 * which lacks no more than a newline. */
static void
test_truncated (void)
{
  static const char text[] = "{\"format\":\"piga-hatua\",\"version\":1,\"records\":2}\n" ENTRY (
    1, ",\"body\":\"Mambo 😀\\n\"") ENTRY (2, ",\"step\":12");
  const gsize length = strlen (text);

  for (gsize kept = 0; kept <= length; kept++)
    {
      g_autoptr (PigaExchangeReader) reader = new_reader (text, kept);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (read_all (reader, NULL, &error), ==, kept + 1 >= length);
      g_assert_cmpint (error == NULL, ==, kept + 1 >= length);
    }
}

/* A file that lost its end is not one that something was added to. */
static void
test_wrong_count (void)
{
  static const struct
  {
    const char *text;
    const char *said;
  } files[] = {
    { "{\"format\":\"piga-hatua\",\"version\":1,\"records\":2}\n" ENTRY (1, ""), "missing" },
    { "{\"format\":\"piga-hatua\",\"version\":1,\"records\":1}\n" ENTRY (1, "") ENTRY (2, ""),
      "more records" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (PigaExchangeReader) reader = new_reader (files[i].text, strlen (files[i].text));
      g_autoptr (GError) error = NULL;

      g_assert_false (read_all (reader, NULL, &error));
      for (guint j = 0; j < G_N_ELEMENTS (files); j++)
        g_assert_cmpint (strstr (error->message, files[j].said) != NULL, ==, i == j);
    }
}

static void
test_nested (void)
{
  static const char *const openings[] = { "[", "{\"body\":", "{\"body\":[" };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      g_autoptr (GString) text = g_string_new (HEADER);
      g_autoptr (PigaExchangeReader) reader = NULL;
      g_autoptr (GError) error = NULL;

      for (guint n = 0; n < 1000000; n++)
        g_string_append (text, openings[i]);
      g_string_append_c (text, '\n');
      reader = new_reader (text->str, text->len);
      g_assert_false (read_all (reader, NULL, &error));
      g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
      assert_named_line (error, 2);
      g_assert_nonnull (strstr (error->message, "nested"));
    }
}

static void
test_cancelled (void)
{
  static const char text[] = HEADER ENTRY (1, "") ENTRY (2, "");
  g_autoptr (PigaExchangeReader) reader = new_reader (text, strlen (text));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GObject) record = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_exchange_reader_read (reader, (gpointer *) &record, cancellable, &error));
  g_cancellable_cancel (cancellable);
  g_clear_object (&record);
  g_assert_false (piga_exchange_reader_read (reader, (gpointer *) &record, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Place;

static void
set_up_place (Place *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("piga-reader-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "export.jsonl", NULL);
  self->file = g_file_new_for_path (self->path);
}

static void
tear_down_place (Place *self, gconstpointer data)
{
  g_remove (self->path);
  g_assert_no_errno (g_rmdir (self->folder));
  g_object_unref (self->file);
  g_free (self->path);
  g_free (self->folder);
}

static void
assert_not_opened (Place *self, PigaError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (piga_exchange_reader_open (self->file, piga_kinds_get (), NULL, &error));
  g_assert_error (error, PIGA_ERROR, (int) code);
  assert_named_line (error, 0);
  g_assert_null (strstr (error->message, self->folder));
}

static void
test_not_a_file (Place *self, gconstpointer data)
{
  assert_not_opened (self, PIGA_ERROR_NOT_FOUND);

  g_assert_no_errno (g_mkdir (self->path, 0700));
  assert_not_opened (self, PIGA_ERROR_NOT_OURS);
  g_assert_no_errno (g_rmdir (self->path));

  g_assert_no_errno (mkfifo (self->path, 0600));
  assert_not_opened (self, PIGA_ERROR_NOT_OURS);
  g_assert_no_errno (g_unlink (self->path));

  g_assert_no_errno (symlink ("/dev/zero", self->path));
  assert_not_opened (self, PIGA_ERROR_NOT_OURS);
  g_assert_no_errno (g_unlink (self->path));

  g_assert_no_errno (symlink (self->path, self->path));
  assert_not_opened (self, PIGA_ERROR_NOT_OURS);
}

static void
test_no_permission (Place *self, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("root may read everything");
      return;
    }

  g_assert_true (
    g_file_set_contents_full (self->path, HEADER, -1, G_FILE_SET_CONTENTS_NONE, 0000, NULL));
  assert_not_opened (self, PIGA_ERROR_FAILED);
}

static glong
get_peak_kib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* A file of 1 GiB that takes no room on the disk: @start, then nothing but NUL bytes. */
static void
test_endless_line (Place *self, const char *start, PigaError code, guint line, glong most_kib)
{
  const glong before = get_peak_kib ();
  g_autoptr (PigaExchangeReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, start, -1, NULL));
  g_assert_no_errno (truncate (self->path, (off_t) 1024 * 1024 * 1024));

  reader = piga_exchange_reader_open (self->file, piga_kinds_get (), NULL, &error);
  g_assert_no_error (error);
  g_assert_false (read_all (reader, NULL, &error));
  g_assert_error (error, PIGA_ERROR, (int) code);
  assert_named_line (error, line);
  g_assert_cmpint (get_peak_kib () - before, <, most_kib);
}

static void
test_endless_header (Place *self, gconstpointer data)
{
  test_endless_line (self, "", PIGA_ERROR_NOT_OURS, 0, 8 * 1024);
}

static void
test_endless_record (Place *self, gconstpointer data)
{
  test_endless_line (self, HEADER ENTRY (1, ""), PIGA_ERROR_INVALID, 3, 256 * 1024);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange-reader/malformed/", malformed[i].name, NULL);

      g_test_add_data_func (path, &malformed[i], test_malformed);
    }
  g_test_add_func ("/exchange-reader/accepted", test_accepted);
  g_test_add_func ("/exchange-reader/values", test_values);
  g_test_add_func ("/exchange-reader/truncated", test_truncated);
  g_test_add_func ("/exchange-reader/wrong-count", test_wrong_count);
  g_test_add_func ("/exchange-reader/nested", test_nested);
  g_test_add_func ("/exchange-reader/cancelled", test_cancelled);
  g_test_add ("/exchange-reader/not-a-file", Place, NULL, set_up_place, test_not_a_file,
              tear_down_place);
  g_test_add ("/exchange-reader/no-permission", Place, NULL, set_up_place, test_no_permission,
              tear_down_place);
  g_test_add ("/exchange-reader/endless-header", Place, NULL, set_up_place, test_endless_header,
              tear_down_place);
  g_test_add ("/exchange-reader/endless-record", Place, NULL, set_up_place, test_endless_record,
              tear_down_place);
  return g_test_run ();
}
