/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is kept when a file and the store hold the same record: by their times, by what a wrong
 * clock has left of them, and by how often each was saved; and that nothing of the other is
 * lost. */

#include <string.h>

#include "exchange/piga-import.h"
#include "exchange/piga-progress.h"
#include "piga-entry-list.h"
#include "piga-test-exchange.h"

#define HEADER "{\"format\":\"piga-hatua\",\"version\":3}\n"
#define ID(n) "0190a5b0-0000-7000-8000-00000000000" #n
#define WHERE " FROM entry WHERE id = '" ID (1) "'"

typedef struct
{
  const char *name;
  /* What is here: when it was modified and deleted; -1 where it is not here. */
  gint64 here;
  gint64 here_deleted;
  /* What the file says. */
  gint64 there;
  gint64 there_deleted;
  /* What comes of it. */
  PigaImportSummary summary;
  const char *body;
  gboolean deleted;
} Merge;

static const Merge merges[] = {
  { "new", -1, 0, 20, 0, { 1, 0, 0 }, "there", FALSE },
  { "new-in-trash", -1, 0, 20, 10, { 1, 0, 0 }, "there", TRUE },
  { "newer", 10, 0, 20, 0, { 0, 1, 0 }, "there", FALSE },
  { "older", 20, 0, 10, 0, { 0, 0, 1 }, "here", FALSE },
  { "tie", 10, 0, 10, 0, { 0, 0, 1 }, "here", FALSE },
  { "newer-in-trash", 10, 0, 20, 20, { 0, 1, 0 }, "there", TRUE },
  { "older-in-trash", 20, 0, 10, 10, { 0, 0, 1 }, "here", FALSE },
  { "tie-in-trash", 10, 0, 10, 10, { 0, 0, 1 }, "here", FALSE },
  { "out-of-trash", 10, 10, 20, 0, { 0, 1, 0 }, "there", FALSE },
  { "out-of-trash-older", 20, 20, 10, 0, { 0, 0, 1 }, "here", TRUE },
  { "both-in-trash", 10, 10, 20, 20, { 0, 1, 0 }, "there", TRUE },
};

static char *
write_entry (const char *body, gint64 modified_at, gint64 deleted_at)
{
  return g_strdup_printf (HEADER
                          "{\"kind\":\"entry\",\"id\":\"" ID (1) "\",\"created_at\":1,"
                                                                 "\"modified_at\":%" G_GINT64_FORMAT
                                                                 ",\"deleted_at\":%" G_GINT64_FORMAT
                                                                 ",\"body\":\"%s\"}\n",
                          modified_at, deleted_at, body);
}

static void
test_merge (PigaTestExchange *self, gconstpointer data)
{
  const Merge *merge = data;
  const guint n_saves = merge->here >= 0 ? 1 : 0;
  g_autofree char *there = write_entry ("there", merge->there, merge->there_deleted);
  PigaImportSummary summary;

  if (merge->here >= 0)
    {
      g_autofree char *here = write_entry ("here", merge->here, merge->here_deleted);

      piga_test_import (self, here);
    }

  summary = piga_test_preview (self, there);
  piga_test_assert_summary (&summary, merge->summary.added, merge->summary.changed,
                            merge->summary.kept);
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT count(*) FROM entry"), ==,
                   n_saves);
  summary = piga_test_import (self, there);
  piga_test_assert_summary (&summary, merge->summary.added, merge->summary.changed,
                            merge->summary.kept);

  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT body = 'there'" WHERE), ==,
                   g_str_equal (merge->body, "there"));
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT deleted_at IS NOT NULL" WHERE),
                   ==, merge->deleted);
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT revision" WHERE), ==,
                   1 + merge->summary.changed);
}

/* What an import puts into the trash stays there for thirty days from now. */
static void
test_trash_begins_now (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *here = write_entry ("here", 10, 0);
  g_autofree char *there = write_entry ("there", 20, 20);
  const gint64 before = g_get_real_time ();

  piga_test_import (self, here);
  piga_test_import (self, there);
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT deleted_at" WHERE), >=, before);
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT modified_at" WHERE), ==, 20);
}

/* Times as the one who looks at the clock knows them: NOW is what it says. */
#define NOW (G_GINT64_CONSTANT (1800000000) * G_TIME_SPAN_SECOND)
#define PAST (NOW - 400 * G_TIME_SPAN_DAY)
#define TONIGHT (NOW + 6 * G_TIME_SPAN_HOUR)
#define FAR (G_GINT64_CONSTANT (7226582400) * G_TIME_SPAN_SECOND)
/* A revision that the file does not say. */
#define UNSAID 0

typedef struct
{
  gint64 modified_at;
  gint64 revision;
} Form;

typedef struct
{
  const char *name;
  gint64 now;
  Form here;
  Form there;
  gboolean wins;
  /* What is here afterwards. */
  Form after;
} Clock;

static const Clock clocks[] = {
  { "tie", NOW, { PAST, 3 }, { PAST, 3 }, FALSE, { PAST, 3 } },
  { "tie-unsaid", NOW, { PAST, 3 }, { PAST, UNSAID }, FALSE, { PAST, 3 } },
  { "tie-saved-more", NOW, { PAST, 3 }, { PAST, 4 }, TRUE, { PAST, 4 } },
  { "tie-saved-much-more", NOW, { PAST, 3 }, { PAST, 40 }, TRUE, { PAST, 40 } },
  { "tie-saved-less", NOW, { PAST, 3 }, { PAST, 2 }, FALSE, { PAST, 3 } },
  { "later-saved-less", NOW, { PAST, 30 }, { PAST + 1, 2 }, TRUE, { PAST + 1, 31 } },
  { "earlier-saved-more", NOW, { PAST, 3 }, { PAST - 1, 40 }, FALSE, { PAST, 3 } },
  { "tonight", NOW, { PAST, 3 }, { TONIGHT, 3 }, TRUE, { TONIGHT, 4 } },
  { "far", NOW, { PAST, 3 }, { FAR, UNSAID }, FALSE, { PAST, 3 } },
  { "far-saved-as-often", NOW, { PAST, 3 }, { FAR, 3 }, FALSE, { PAST, 3 } },
  { "far-saved-more", NOW, { PAST, 3 }, { FAR, 5 }, TRUE, { NOW, 5 } },
  { "here-far", NOW, { FAR, 3 }, { PAST, UNSAID }, FALSE, { FAR, 3 } },
  { "here-far-saved-more", NOW, { FAR, 3 }, { PAST, 4 }, TRUE, { PAST, 4 } },
  { "here-far-tonight", NOW, { FAR, 3 }, { TONIGHT, UNSAID }, TRUE, { TONIGHT, 4 } },
  { "both-far", NOW, { FAR, 3 }, { FAR + 1, 3 }, FALSE, { FAR, 3 } },
  { "both-far-saved-more", NOW, { FAR + 1, 3 }, { FAR, 4 }, TRUE, { NOW, 4 } },
  /* A clock that is wrong for certain says nothing about other times. */
  { "flat-battery", 0, { PAST, 3 }, { PAST + 1, 3 }, TRUE, { PAST + 1, 4 } },
  { "flat-battery-older", 0, { PAST, 3 }, { PAST - 1, 4 }, FALSE, { PAST, 3 } },
};

static char *
write_form (const char *body, const Form *form)
{
  g_autofree char *revision = g_strdup_printf (",\"revision\":%" G_GINT64_FORMAT, form->revision);

  return g_strdup_printf (HEADER "{\"kind\":\"entry\",\"id\":\"" ID (
                            1) "\",\"created_at\":1,\"modified_at\":%" G_GINT64_FORMAT
                               "%s,\"body\":\"%s\"}\n",
                          form->modified_at, form->revision == UNSAID ? "" : revision, body);
}

typedef struct
{
  PigaTestExchange *test;
  gint64 now;
  gboolean keep;
  PigaImportSummary summary;
} Visit;

static void
run_import (PigaDatabase *database, gpointer data)
{
  Visit *visit = data;
  PigaProgress *progress = piga_progress_new (NULL, NULL);
  g_autoptr (PigaImport) import =
    piga_import_new (visit->test->file, piga_kinds_get (), visit->now, progress);
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_import_run (import, database, visit->keep, NULL, &error));
  g_assert_no_error (error);
  visit->summary = *piga_import_get_summary (import);
  piga_progress_free (progress);
}

/* An import by a clock of the test's own; the preview says the same. */
static PigaImportSummary
take_in (PigaTestExchange *self, const char *text, gint64 now)
{
  Visit preview = { self, now, FALSE };
  Visit import = { self, now, TRUE };

  piga_test_write_file (self, text);
  piga_test_with_database (self->kept.store, run_import, &preview);
  piga_test_with_database (self->kept.store, run_import, &import);
  g_assert_cmpmem (&preview.summary, sizeof preview.summary, &import.summary,
                   sizeof import.summary);
  return import.summary;
}

static void
set_form (PigaTestExchange *self, const char *body, const Form *form)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE entry SET body = '%s', modified_at = %" G_GINT64_FORMAT
                     ", revision = %" G_GINT64_FORMAT " WHERE id = '" ID (1) "'",
                     body, form->modified_at, form->revision);

  piga_test_execute (self->kept.store, sql);
}

static void
assert_form (PigaTestExchange *self, const char *body, const Form *form)
{
  g_autofree char *sql = g_strdup_printf ("SELECT body = '%s'" WHERE, body);

  g_assert_cmpint (piga_test_get_integer (self->kept.store, sql), ==, 1);
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT modified_at" WHERE), ==,
                   form->modified_at);
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT revision" WHERE), ==,
                   form->revision);
}

static void
test_clock (PigaTestExchange *self, gconstpointer data)
{
  const Clock *clock = data;
  g_autofree char *here = write_form ("here", &clock->here);
  g_autofree char *there = write_form ("there", &clock->there);
  PigaImportSummary summary;

  take_in (self, here, NOW);
  set_form (self, "here", &clock->here);

  summary = take_in (self, there, clock->now);
  piga_test_assert_summary (&summary, 0, clock->wins, !clock->wins);
  assert_form (self, clock->wins ? "there" : "here", &clock->after);
  /* The second time there is nothing to do. */
  summary = take_in (self, there, clock->now);
  piga_test_assert_summary (&summary, 0, 0, 1);
  assert_form (self, clock->wins ? "there" : "here", &clock->after);
}

/* A record from a clock that was far ahead comes in with a time that can be true, stands where it
 * stood in the journal, and loses against what is written here afterwards. */
static void
test_from_2199 (PigaTestExchange *self, gconstpointer data)
{
  static const char text[] = HEADER "{\"kind\":\"entry\",\"id\":\"" ID (
    1) "\",\"created_at\":7226582400000000,"
       "\"modified_at\":7226582400000000,\"deleted_at\":7226582400000000,\"body\":\"there\"}\n";
  const Form later = { NOW + 1, 2 };

  take_in (self, text, NOW);
  assert_form (self, "there", &(Form) { NOW, 1 });
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT deleted_at" WHERE), ==, NOW);
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT created_at" WHERE), ==, FAR);

  set_form (self, "newer words", &later);
  take_in (self, text, NOW + G_TIME_SPAN_DAY);
  assert_form (self, "newer words", &later);
}

static gint64
count_older (PigaTestExchange *self)
{
  return piga_test_get_integer (self->kept.store,
                                "SELECT count(*) FROM entry"
                                " WHERE id <> '" ID (1) "'"
                                                        " AND deleted_at IS NOT NULL");
}

/* What was replaced is in the trash, once: found by nobody who does not look there. */
static void
test_older_form (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *here = write_form ("zamani", &(Form) { PAST, 3 });
  g_autofree char *there = write_form ("sasa", &(Form) { PAST + 1, 5 });
  g_autofree char *first = NULL, *second = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (PigaEntryList) entries = NULL;
  PigaImportSummary summary;

  piga_test_import (self, here);
  summary = piga_test_import (self, there);
  piga_test_assert_summary (&summary, 0, 1, 0);
  g_assert_cmpint (count_older (self), ==, 1);
  g_assert_cmpint (piga_test_get_integer (self->kept.store,
                                          "SELECT modified_at FROM entry WHERE body = 'zamani'"
                                          " AND revision = 3 AND created_at = 1"),
                   ==, PAST);

  hits = piga_test_search (self->kept.store, "zamani", 10, NULL);
  g_assert_cmpuint (hits->len, ==, 0);
  entries = piga_entry_list_new (self->kept.store, NULL);
  piga_test_settle_store (self->kept.store);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (entries)), ==, 1);
  g_clear_object (&entries);

  summary = piga_test_import (self, there);
  piga_test_assert_summary (&summary, 0, 0, 1);
  summary = piga_test_import (self, here);
  piga_test_assert_summary (&summary, 0, 0, 1);
  g_assert_cmpint (count_older (self), ==, 1);

  first = piga_test_export (self);
  piga_test_exchange_start_anew (self);
  piga_test_import (self, first);
  second = piga_test_export (self);
  g_assert_cmpstr (first, ==, second);
}

/* Two computers that replace the same form have the same copy, whoever takes in whose file. */
static void
test_older_form_twice (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *here = write_form ("here", &(Form) { PAST, 3 });
  g_autofree char *there = write_form ("there", &(Form) { PAST + 1, 5 });
  g_autofree char *other = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) copy_first = g_string_new (HEADER);
  PigaImportSummary summary;

  take_in (self, here, NOW);
  take_in (self, there, NOW);
  other = piga_test_export (self);
  lines = g_strsplit (other, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  for (guint i = 1; i < 3; i++)
    if (strstr (lines[i], "deleted_at") != NULL)
      g_string_append_printf (copy_first, "%s\n%s\n", lines[i], lines[3 - i]);

  for (gboolean in_order = FALSE; in_order <= TRUE; in_order++)
    {
      piga_test_exchange_start_anew (self);
      take_in (self, here, NOW);
      summary = take_in (self, in_order ? other : copy_first->str, NOW + 1);
      g_assert_cmpuint (summary.changed, ==, 1);
      g_assert_cmpint (count_older (self), ==, 1);
    }
}

/* Only times, or only whether it is in the trash: there is no other form to keep. */
static void
test_same_content (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *here = write_form ("same", &(Form) { PAST, 3 });
  g_autofree char *later = write_form ("same", &(Form) { PAST + 1, 5 });
  g_autofree char *deleted = write_entry ("same", PAST + 2, PAST + 2);

  take_in (self, here, NOW);
  take_in (self, later, NOW);
  assert_form (self, "same", &(Form) { PAST + 1, 5 });
  take_in (self, deleted, NOW);
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT deleted_at" WHERE), ==, NOW);
  g_assert_cmpint (piga_test_get_integer (self->kept.store, "SELECT count(*) FROM entry"), ==, 1);
}

static gpointer
find (PigaTestExchange *self)
{
  g_autoptr (GError) error = NULL;
  gpointer entry = piga_test_find (self->kept.store, PIGA_TYPE_ENTRY, ID (1), &error);

  g_assert_no_error (error);
  return entry;
}

/* The clock was ahead by some hours, or is behind now: what is saved, deleted and brought back is
 * later than what was there all the same, so that an older copy never wins. */
static void
test_save_is_later (PigaTestExchange *self, gconstpointer data)
{
  const gint64 ahead = g_get_real_time () + 12 * G_TIME_SPAN_HOUR;
  g_autofree char *text = write_form ("older", &(Form) { ahead, 3 });
  g_autofree char *older = NULL;
  g_autoptr (GObject) entry = NULL;
  PigaImportSummary summary;

  piga_test_import (self, text);
  older = piga_test_export (self);
  entry = find (self);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "newer words");
  g_assert_true (piga_test_save (self->kept.store, entry, NULL));
  assert_form (self, "newer words", &(Form) { ahead + 1, 4 });
  g_assert_true (piga_test_delete (self->kept.store, entry, NULL));
  g_assert_cmpint (piga_record_get_deleted_at (entry), ==, ahead + 2);
  g_assert_true (piga_test_undelete (self->kept.store, entry, NULL));
  assert_form (self, "newer words", &(Form) { ahead + 3, 6 });
  g_assert_cmpint (piga_record_get_modified_at (entry), ==, ahead + 3);

  summary = piga_test_import (self, older);
  piga_test_assert_summary (&summary, 0, 0, 1);
  assert_form (self, "newer words", &(Form) { ahead + 3, 6 });
}

/* What somebody is writing while a file comes in is saved over it, and later than it. */
static void
test_save_after_import (PigaTestExchange *self, gconstpointer data)
{
  const gint64 ahead = g_get_real_time () + 12 * G_TIME_SPAN_HOUR;
  g_autofree char *here = write_form ("here", &(Form) { PAST, 1 });
  g_autofree char *there = write_form ("there", &(Form) { ahead, 9 });
  g_autoptr (GObject) entry = NULL;

  piga_test_import (self, here);
  entry = find (self);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "being written");
  piga_test_import (self, there);
  assert_form (self, "there", &(Form) { ahead, 9 });
  g_assert_true (piga_test_save (self->kept.store, entry, NULL));
  assert_form (self, "being written", &(Form) { ahead + 1, 10 });
}

/* Clocks that show a year no other program may know: what was made then goes out and comes in. */
static void
test_far_years (PigaTestExchange *self, gconstpointer data)
{
  static const gint64 years[] = { 2038, 2200, 2250, 2256, 2300, 2999 };
  g_autofree char *first = NULL, *second = NULL;
  PigaImportSummary summary;

  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      g_autoptr (GDateTime) date = g_date_time_new_utc ((int) years[i], 6, 1, 0, 0, 0);

      piga_test_keep_entry (self->kept.store, "", "body",
                            g_date_time_to_unix (date) * G_TIME_SPAN_SECOND);
    }
  piga_test_execute (self->kept.store, "UPDATE entry SET modified_at = created_at");
  first = piga_test_export (self);
  summary = take_in (self, first, 0);
  piga_test_assert_summary (&summary, 0, 0, G_N_ELEMENTS (years));
  piga_test_exchange_start_anew (self);
  summary = take_in (self, first, 0);
  piga_test_assert_summary (&summary, G_N_ELEMENTS (years), 0, 0);
  second = piga_test_export (self);
  g_assert_cmpstr (first, ==, second);
}

static void
add (const char *path, gconstpointer data, void (*test) (PigaTestExchange *, gconstpointer))
{
  g_test_add (path, PigaTestExchange, data, piga_test_exchange_set_up, test,
              piga_test_exchange_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (merges); i++)
    {
      g_autofree char *path = g_strconcat ("/merge/", merges[i].name, NULL);

      add (path, &merges[i], test_merge);
    }
  add ("/merge/trash-begins-now", NULL, test_trash_begins_now);
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      g_autofree char *path = g_strconcat ("/merge/clock/", clocks[i].name, NULL);

      add (path, &clocks[i], test_clock);
    }
  add ("/merge/from-2199", NULL, test_from_2199);
  add ("/merge/older-form", NULL, test_older_form);
  add ("/merge/older-form-twice", NULL, test_older_form_twice);
  add ("/merge/same-content", NULL, test_same_content);
  add ("/merge/save-is-later", NULL, test_save_is_later);
  add ("/merge/save-after-import", NULL, test_save_after_import);
  add ("/merge/far-years", NULL, test_far_years);
  return g_test_run ();
}
