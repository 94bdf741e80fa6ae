/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Schemas: that they agree with the declarations, how a file comes to have them, and that a new
 * kind of record costs what is in this file: its declaration, a migration, a place in a list. */

#include <glib/gstdio.h>
#include <string.h>

#include "piga-migration.h"
#include "piga-statement.h"
#include "piga-test-backups.h"
#include "piga-test-store.h"

#define SAMPLE_TYPE_VISIT (sample_visit_get_type ())
G_DECLARE_FINAL_TYPE (SampleVisit, sample_visit, SAMPLE, VISIT, PigaRecord)

enum
{
  VISIT_PLACE,
  VISIT_STORY,
  VISIT_PEOPLE,
  VISIT_FARE,
  VISIT_AGAIN,
  VISIT_WEATHER,
  VISIT_DAY,
  VISIT_BEFORE,
};

struct _SampleVisit
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (SampleVisit, sample_visit, PIGA_TYPE_RECORD)

static const PigaChoice weathers[] = { { "sun", "Sun" }, { "rain", "Rain" }, { NULL, NULL } };

static const PigaField visit_fields[] = {
  [VISIT_PLACE] = { "place", PIGA_FIELD_TEXT, "Place", PIGA_FIELD_REQUIRED | PIGA_FIELD_SEARCHED },
  [VISIT_STORY] = { "story", PIGA_FIELD_LONG, "Story", PIGA_FIELD_SEARCHED },
  [VISIT_PEOPLE] = { "people", PIGA_FIELD_INTEGER, "People" },
  [VISIT_FARE] = { "fare", PIGA_FIELD_REAL, "Fare" },
  [VISIT_AGAIN] = { "again", PIGA_FIELD_BOOLEAN, "Again" },
  [VISIT_WEATHER] = { "weather", PIGA_FIELD_CHOICE, "Weather", .choices = weathers },
  [VISIT_DAY] = { "day", PIGA_FIELD_DAY, "Day" },
  [VISIT_BEFORE] = { "before", PIGA_FIELD_LINK, "Before", .linked = sample_visit_get_type },
};

static void
sample_visit_class_init (SampleVisitClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "visit", visit_fields,
                             G_N_ELEMENTS (visit_fields));
}

static void
sample_visit_init (SampleVisit *self)
{
}

static const GType *
get_sample_kinds (void)
{
  static GType kinds[2];

  kinds[0] = SAMPLE_TYPE_VISIT;
  return kinds;
}

static PigaStore *
open_visits (PigaTestFolder *self)
{
  g_autoptr (PigaStore) store =
    piga_store_new_with_migrations (self->path, get_sample_kinds (), "/test/migrations");
  g_autoptr (GError) error = NULL;

  piga_test_open (store, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&store);
}

static gpointer
new_visit (const char *place)
{
  gpointer visit = piga_record_new (SAMPLE_TYPE_VISIT);

  piga_record_set_text (visit, VISIT_PLACE, place);
  return visit;
}

/* A kind that the store has never heard of is kept, listed, found and searched. */
static void
test_own_kind (PigaTestFolder *self, gconstpointer data)
{
  PigaTestStore test = { .path = self->path, .store = open_visits (self) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) before = new_visit ("Kisumu");
  g_autoptr (GObject) visit = new_visit ("Nakuru");
  g_autoptr (GObject) found = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autofree char *id = g_strdup (piga_record_get_id (visit));

  piga_record_set_text (visit, VISIT_STORY, "By matatu, then on foot");
  piga_record_set_integer (visit, VISIT_PEOPLE, -3);
  piga_record_set_real (visit, VISIT_FARE, 350.5);
  piga_record_set_boolean (visit, VISIT_AGAIN, TRUE);
  piga_record_set_integer (visit, VISIT_WEATHER, 1);
  piga_record_set_day (visit, VISIT_DAY, piga_day_new (2026, 11, 12));
  piga_record_set_text (visit, VISIT_BEFORE, piga_record_get_id (before));
  /* A link to what is not there is refused. */
  g_assert_false (piga_test_save (test.store, visit, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (piga_test_save (test.store, before, &error));
  g_assert_true (piga_test_save (test.store, visit, &error));
  g_assert_cmpuint (g_list_model_get_n_items (piga_store_list (test.store, SAMPLE_TYPE_VISIT)), ==,
                    0);
  g_clear_object (&visit);
  g_clear_object (&before);
  piga_test_close (&test);

  test.store = open_visits (self);
  found = piga_test_find (test.store, SAMPLE_TYPE_VISIT, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (piga_record_get_text (found, VISIT_STORY), ==, "By matatu, then on foot");
  g_assert_cmpint (piga_record_get_integer (found, VISIT_PEOPLE), ==, -3);
  g_assert_cmpfloat (piga_record_get_real (found, VISIT_FARE), ==, 350.5);
  g_assert_true (piga_record_get_boolean (found, VISIT_AGAIN));
  g_assert_cmpint (piga_record_get_integer (found, VISIT_WEATHER), ==, 1);
  g_assert_cmpuint (piga_record_get_day (found, VISIT_DAY), ==, piga_day_new (2026, 11, 12));
  hits = piga_test_search (test.store, "matatu nakuru", 10, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (piga_search_hit_get_title (hits->pdata[0]), ==, "Nakuru");
  g_assert_cmpstr (piga_search_hit_get_excerpt (hits->pdata[0]), ==, "By matatu, then on foot");
  g_clear_object (&found);
  piga_test_close (&test);
}

static char *
get_text (PigaDatabase *database, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaStatement) statement = piga_database_prepare (database, sql, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  while (piga_statement_step (statement, &error) == PIGA_STATEMENT_ROW)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            piga_statement_get_text (statement, 0, NULL));
  g_assert_no_error (error);
  return g_string_free_and_steal (text);
}

static const char *
get_column_type (PigaFieldType type)
{
  switch (type)
    {
    case PIGA_FIELD_INTEGER:
    case PIGA_FIELD_BOOLEAN:
      return "INTEGER";
    case PIGA_FIELD_REAL:
      return "REAL";
    case PIGA_FIELD_TEXT:
    case PIGA_FIELD_LONG:
    case PIGA_FIELD_CHOICE:
    case PIGA_FIELD_DAY:
    case PIGA_FIELD_LINK:
      return "TEXT";
    }

  g_assert_not_reached ();
}

static int
compare_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Words separated by spaces, in the order of the alphabet. */
static char *
sort_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  qsort (words, g_strv_length (words), sizeof *words, compare_words);
  return g_strjoinv (" ", words);
}

/* Columns, their types, the searched ones, and the choices all come out of one table of fields;
 * here is what the schema says of them. The order of the columns is free: a migration can only
 * append. */
static void
check_kind (PigaDatabase *database, PigaRecordClass *klass)
{
  g_autoptr (GString) columns = g_string_new ("id:TEXT created_at:INTEGER modified_at:INTEGER"
                                              " deleted_at:INTEGER revision:INTEGER");
  g_autoptr (GString) searched = g_string_new (NULL);
  g_autofree char *sql = NULL, *search_sql = NULL, *schema_sql = NULL;
  g_autofree char *there = NULL, *searched_there = NULL, *schema = NULL;
  g_autofree char *expected = NULL, *sorted = NULL;

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const PigaField *field = &klass->fields[i];

      g_string_append_printf (columns, " %s:%s", field->name, get_column_type (field->type));
      if ((field->flags & PIGA_FIELD_SEARCHED) != 0)
        g_string_append_printf (searched, "%s%s", searched->len > 0 ? " " : "", field->name);
    }
  g_string_append (columns, " row:INTEGER");

  sql = g_strdup_printf ("SELECT name || ':' || type FROM pragma_table_info ('%s')", klass->kind);
  there = get_text (database, sql);
  expected = sort_words (columns->str);
  sorted = sort_words (there);
  g_assert_cmpstr (sorted, ==, expected);
  search_sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s_search')", klass->kind);
  searched_there = get_text (database, search_sql);
  g_assert_cmpstr (searched_there, ==, searched->str);

  schema_sql = g_strdup_printf ("SELECT sql FROM sqlite_schema WHERE name = '%s'", klass->kind);
  schema = get_text (database, schema_sql);
  g_assert_nonnull (strstr (schema, "STRICT"));
  for (guint i = 0; i < klass->n_fields; i++)
    for (guint j = 0; klass->fields[i].choices != NULL && klass->fields[i].choices[j].key; j++)
      {
        g_autofree char *quoted = g_strdup_printf ("'%s'", klass->fields[i].choices[j].key);

        g_assert_nonnull (strstr (schema, quoted));
      }
}

static void
check_kinds (PigaDatabase *database, gpointer data)
{
  const GType *kinds = piga_kinds_get ();

  for (guint i = 0; kinds[i] != G_TYPE_INVALID; i++)
    {
      PigaRecordClass *klass = g_type_class_ref (kinds[i]);

      check_kind (database, klass);
      g_type_class_unref (klass);
    }
}

static void
test_agrees (PigaTestStore *test, gconstpointer data)
{
  piga_test_with_database (test->store, check_kinds, NULL);
}

/* The schemas as they were released, each as the scripts up to it make it: they never change. */
static char *
dump (PigaDatabase *database)
{
  return get_text (database,
                   "SELECT group_concat (sql || ';' || char (10), '') FROM (SELECT sql"
                   " FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB '*_search_*'"
                   " AND name NOT GLOB 'sqlite_*' ORDER BY rowid)");
}

static void
test_dump (PigaTestFolder *self, gconstpointer data)
{
  const guint version = GPOINTER_TO_UINT (data);
  g_autofree char *scripts = g_strdup_printf ("/test/released-%u", version);
  g_autofree char *name = g_strdup_printf ("/test/schema-%u.sql", version);
  g_autoptr (GBytes) expected = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaDatabase) database = piga_migration_open (self->path, scripts, &error);
  g_autofree char *there = NULL;

  g_assert_no_error (error);
  there = dump (database);
  g_assert_cmpstr (there, ==, g_bytes_get_data (expected, NULL));
  g_assert_cmpint (piga_test_ask_integer (database, "PRAGMA user_version"), ==, version);
  g_assert_cmpint (piga_test_ask_integer (database, "PRAGMA application_id"), ==,
                   PIGA_DATABASE_APPLICATION_ID);
}

/* What the program makes is the newest of them. */
static void
compare_dump (PigaDatabase *database, gpointer data)
{
  g_autoptr (GBytes) expected =
    g_resources_lookup_data ("/test/schema-3.sql", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *there = dump (database);

  g_assert_cmpstr (there, ==, g_bytes_get_data (expected, NULL));
}

static void
test_newest (PigaTestStore *test, gconstpointer data)
{
  piga_test_with_database (test->store, compare_dump, NULL);
}

/* The file as it was before is kept, for the person alone. */
static void
check_copy (PigaTestFolder *self)
{
  g_autofree char *path = piga_test_get_newest_backup (self->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaDatabase) copy = NULL;
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  copy = piga_migration_open (path, "/test/migrations-first", &error);
  g_assert_no_error (error);
  g_assert_cmpint (piga_test_ask_integer (copy, "PRAGMA user_version"), ==, 1);
  g_assert_cmpint (piga_test_ask_integer (copy, "SELECT value FROM note WHERE key = 'kept'"), ==,
                   7);
}

static void
test_upgrade (PigaTestFolder *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaDatabase) database =
    piga_migration_open (self->path, "/test/migrations-first", &error);

  g_assert_no_error (error);
  piga_database_execute (database, "INSERT INTO note VALUES ('kept', 7)", &error);
  g_assert_cmpint (piga_test_ask_integer (database, "PRAGMA user_version"), ==, 1);
  g_assert_true (piga_database_close (g_steal_pointer (&database), &error));

  /* A script that fails in the middle leaves nothing behind. */
  g_assert_null (piga_migration_open (self->path, "/test/migrations-broken", &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FAILED);
  g_clear_error (&error);
  /* Nor does one that forgets to say its number. */
  g_assert_null (piga_migration_open (self->path, "/test/migrations-unnumbered", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  /* Scripts that are not numbered in a row are not run at all. */
  g_assert_null (piga_migration_open (self->path, "/test/migrations-gap", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  database = piga_migration_open (self->path, "/test/migrations-first", &error);
  g_assert_no_error (error);
  g_assert_cmpint (piga_test_ask_integer (database, "SELECT count (*) FROM note"), ==, 1);
  g_assert_cmpint (
    piga_test_ask_integer (database, "SELECT count (*) FROM sqlite_schema WHERE name = 'half'"), ==,
    0);
  g_clear_pointer (&database, piga_database_free);

  database = piga_migration_open (self->path, "/test/migrations", &error);
  g_assert_no_error (error);
  g_assert_cmpint (piga_test_ask_integer (database, "PRAGMA user_version"), ==, 2);
  g_assert_cmpint (piga_test_ask_integer (database, "SELECT value FROM note WHERE key = 'kept'"),
                   ==, 7);
  g_assert_cmpint (piga_test_ask_integer (database, "SELECT count (*) FROM visit"), ==, 0);
  check_copy (self);
}

static void
expect_invalid (PigaDatabase *database, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (piga_database_execute (database, data, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
}

/* A table refuses what a record cannot be, should a fault in the program ever try. */
static void
test_constraints (PigaTestStore *test, gconstpointer data)
{
  static const char *const bad[] = {
    "UPDATE entry SET body = NULL",  "UPDATE entry SET mood = 'ecstatic'",
    "UPDATE entry SET step = 13",    "UPDATE entry SET revision = 0",
    "UPDATE entry SET id = 'short'", "UPDATE entry SET step = 'x'",
    "UPDATE goal SET title = ''",    "UPDATE goal SET due = 'tomorrow'",
    "UPDATE goal SET amount = -1",   "UPDATE goal SET rhythm = ''",
  };
  g_autoptr (GObject) goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (GError) error = NULL;

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Goal");
  g_assert_true (piga_test_save (test->store, goal, &error));
  piga_test_keep_entry (test->store, "", "", 1000);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    piga_test_with_database (test->store, expect_invalid, (gpointer) bad[i]);
}

static void
add (const char *path, gconstpointer data, void (*test) (PigaTestFolder *, gconstpointer))
{
  g_test_add (path, PigaTestFolder, data, piga_test_folder_set_up, test,
              piga_test_folder_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add_store(path, func)                                                                      \
  g_test_add (path, PigaTestStore, NULL, piga_test_store_set_up, func, piga_test_store_tear_down)
  add ("/schema/own-kind", NULL, test_own_kind);
  add_store ("/schema/agrees", test_agrees);
  add ("/schema/released-1", GUINT_TO_POINTER (1), test_dump);
  add ("/schema/released-2", GUINT_TO_POINTER (2), test_dump);
  add ("/schema/released-3", GUINT_TO_POINTER (3), test_dump);
  add_store ("/schema/newest", test_newest);
  add ("/schema/upgrade", NULL, test_upgrade);
  add_store ("/schema/constraints", test_constraints);

  return g_test_run ();
}
