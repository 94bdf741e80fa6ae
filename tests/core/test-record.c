/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records: properties, changes, validation and JSON, shown with a kind made up here. */

#include <math.h>
#include <string.h>

#include "piga-error.h"
#include "piga-id.h"
#include "piga-record.h"
#include "records/piga-kinds.h"

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
  [VISIT_STORY] = { "long_story", PIGA_FIELD_LONG, "Story", PIGA_FIELD_SEARCHED },
  [VISIT_PEOPLE] = { "people", PIGA_FIELD_INTEGER, "People", .least = 0, .most = 50 },
  [VISIT_FARE] = { "fare", PIGA_FIELD_REAL, "Fare" },
  [VISIT_AGAIN] = { "again", PIGA_FIELD_BOOLEAN, "Again" },
  [VISIT_WEATHER] = { "weather", PIGA_FIELD_CHOICE, "Weather", .choices = weathers },
  [VISIT_DAY] = { "day", PIGA_FIELD_DAY, "Day", PIGA_FIELD_REQUIRED },
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

static gpointer
new_visit (void)
{
  gpointer visit = piga_record_new (SAMPLE_TYPE_VISIT);

  piga_record_set_text (visit, VISIT_PLACE, "Nakuru");
  piga_record_set_day (visit, VISIT_DAY, piga_day_new (2026, 11, 12));
  return visit;
}

static gpointer
new_full_visit (void)
{
  gpointer visit = new_visit ();

  piga_record_set_text (visit, VISIT_STORY, "By matatu, then “on foot” \\ \n🙂");
  piga_record_set_integer (visit, VISIT_PEOPLE, 3);
  piga_record_set_real (visit, VISIT_FARE, 350.5);
  piga_record_set_boolean (visit, VISIT_AGAIN, TRUE);
  piga_record_set_integer (visit, VISIT_WEATHER, 1);
  piga_record_set_text (visit, VISIT_BEFORE, "0190f8a2-0000-7000-8000-000000000001");
  return visit;
}

static void
count_notify (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_properties (void)
{
  g_autoptr (GObject) visit = piga_record_new (SAMPLE_TYPE_VISIT);
  g_autofree char *place = NULL;
  guint notified = 0, dirtied = 0, people = 0;

  g_signal_connect (visit, "notify::place", G_CALLBACK (count_notify), &notified);
  g_signal_connect (visit, "notify::dirty", G_CALLBACK (count_notify), &dirtied);
  g_assert_cmpstr (piga_record_get_text (visit, VISIT_PLACE), ==, "");
  g_assert_false (piga_record_is_dirty (visit));

  g_object_set (visit, "place", "Kisumu", "long-story", "By the lake", "weather", 1, NULL);
  g_object_set (visit, "place", "Kisumu", NULL);
  g_object_get (visit, "place", &place, "weather", &people, NULL);

  g_assert_cmpstr (place, ==, "Kisumu");
  g_assert_cmpuint (people, ==, 1);
  g_assert_cmpstr (piga_record_get_text (visit, VISIT_STORY), ==, "By the lake");
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpuint (dirtied, ==, 1);
  g_assert_finalize_object (g_steal_pointer (&visit));
}

static void
test_dirty (void)
{
  g_autoptr (GObject) visit = new_visit ();
  const guint changes = piga_record_get_changes (visit);

  g_assert_true (piga_record_is_dirty (visit));
  piga_record_set_text (visit, VISIT_STORY, "typed while the disk was writing");
  piga_record_mark_saved (visit, 1, changes);
  g_assert_true (piga_record_is_dirty (visit));
  piga_record_mark_saved (visit, 2, piga_record_get_changes (visit));
  g_assert_false (piga_record_is_dirty (visit));
  g_assert_cmpint (piga_record_get_revision (visit), ==, 2);
}

/* Gives one of the fields a value, which is empty now and then, and notes it in @expected. */
static void
change_field (gpointer visit, guint field, GRand *rand, gint64 *expected)
{
  static const gint64 ends[] = { [VISIT_AGAIN] = 2, [VISIT_WEATHER] = 2, [VISIT_BEFORE] = 4 };
  const gint64 number = g_rand_int_range (rand, 0, ends[field] != 0 ? (gint32) ends[field] : 4);
  g_autofree char *text = number != 0 ? g_strdup_printf ("%d", (int) number) : NULL;

  expected[field] = number;
  if (piga_field_is_text (&visit_fields[field]))
    piga_record_set_text (visit, field, text);
  else if (visit_fields[field].type == PIGA_FIELD_REAL)
    piga_record_set_real (visit, field, (double) number / 4);
  else
    piga_record_set_integer (visit, field, number);
}

static void
assert_fields (gpointer visit, const gint64 *expected)
{
  for (guint i = 0; i < G_N_ELEMENTS (visit_fields); i++)
    {
      g_autofree char *text =
        expected[i] != 0 ? g_strdup_printf ("%d", (int) expected[i]) : g_strdup ("");

      if (piga_field_is_text (&visit_fields[i]))
        g_assert_cmpstr (piga_record_get_text (visit, i), ==, text);
      else if (visit_fields[i].type == PIGA_FIELD_REAL)
        g_assert_cmpfloat (piga_record_get_real (visit, i), ==, (double) expected[i] / 4);
      else
        g_assert_cmpint (piga_record_get_integer (visit, i), ==, expected[i]);
    }
}

/* Fields are filled and emptied in any order, and none takes the value of another. */
static void
test_values (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (64);
  g_autoptr (GObject) visit = piga_record_new (SAMPLE_TYPE_VISIT);
  gint64 expected[G_N_ELEMENTS (visit_fields)] = { 0 };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GObject) copy = NULL;

      change_field (visit, (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (visit_fields)), rand,
                    expected);
      assert_fields (visit, expected);
      copy = piga_record_dup (visit);
      assert_fields (copy, expected);
    }
}

/* What is read from the disk comes in at one stroke, and is no change. */
static void
test_take_values (void)
{
  g_autoptr (GObject) visit = piga_record_new (SAMPLE_TYPE_VISIT);
  const gint64 expected[] = { 7, 0, 3, 5, 0, 1, 0, 2 };
  PigaFieldValue values[PIGA_RECORD_MOST_FIELDS] = { 0 };

  values[VISIT_PLACE].text = g_ref_string_new ("7");
  values[VISIT_PEOPLE].integer = 3;
  values[VISIT_FARE].real = 1.25;
  values[VISIT_WEATHER].integer = 1;
  values[VISIT_BEFORE].text = g_ref_string_new ("2");
  piga_record_take_values (visit, values);
  assert_fields (visit, expected);
  g_assert_false (piga_record_is_dirty (visit));
  g_assert_cmpuint (piga_record_get_changes (visit), ==, 0);
}

typedef struct
{
  PigaRecordKeeper keeper;
  char id[PIGA_ID_LENGTH];
} SampleKeeper;

static void
note_let_go (PigaRecordKeeper *keeper, gpointer record)
{
  g_strlcpy (((SampleKeeper *) keeper)->id, piga_record_get_id (record), PIGA_ID_LENGTH);
}

/* Who has the one object of a record hears when it goes, and of no copy. */
static void
test_keeper (void)
{
  SampleKeeper keeper = { { note_let_go }, "" };
  gpointer visit = new_visit ();
  g_autofree char *id = g_strdup (piga_record_get_id (visit));

  piga_record_set_keeper (visit, &keeper.keeper);
  piga_record_set_row (visit, 12);
  g_assert_finalize_object (piga_record_dup (visit));
  g_assert_cmpstr (keeper.id, ==, "");
  g_assert_finalize_object (visit);
  g_assert_cmpstr (keeper.id, ==, id);
}

static void
test_dup_shares_texts (void)
{
  g_autoptr (GObject) visit = new_full_visit ();
  g_autoptr (GObject) copy = piga_record_dup (visit);

  g_assert_true (piga_record_get_text (visit, VISIT_STORY)
                 == piga_record_get_text (copy, VISIT_STORY));
  g_assert_cmpstr (piga_record_get_id (copy), ==, piga_record_get_id (visit));
  g_assert_cmpuint (piga_record_get_changes (copy), ==, piga_record_get_changes (visit));
  piga_record_set_text (visit, VISIT_STORY, "changed");
  g_assert_cmpstr (piga_record_get_text (copy, VISIT_STORY), !=, "changed");
}

static void
test_ids (void)
{
  g_autofree char *first = piga_id_new (1763800000000000);
  g_autofree char *second = piga_id_new (1763800000001000);
  g_autofree char *named = piga_id_from_name ("step_state:3");
  g_autofree char *again = piga_id_from_name ("step_state:3");
  g_autofree char *other = piga_id_from_name ("step_state:4");

  g_assert_cmpstr (first, <, second);
  g_assert_true (first[14] == '7' && named[14] == '5');
  g_assert_true (piga_id_is_valid (first) && piga_id_is_valid (named));
  g_assert_cmpstr (named, ==, again);
  g_assert_cmpstr (named, !=, other);
  g_assert_false (piga_id_is_valid (""));
  g_assert_false (piga_id_is_valid ("0190F8A2-0000-7000-8000-000000000001"));
  g_assert_false (piga_id_is_valid ("0190f8a2-0000-7000-8000-00000000000'"));
}

static void
assert_invalid (gpointer record, const char *label)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (piga_record_validate (record, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, label));
}

static void
test_validation (void)
{
  g_autoptr (GObject) visit = new_visit ();
  g_autofree char *long_text = g_strnfill (10001, 'a');
  g_autoptr (GError) error = NULL;

  g_assert_true (piga_record_validate (visit, &error));
  g_assert_no_error (error);

  piga_record_set_text (visit, VISIT_PLACE, " \t\n");
  assert_invalid (visit, "Place");
  piga_record_set_text (visit, VISIT_PLACE, long_text);
  assert_invalid (visit, "Place");
  piga_record_set_text (visit, VISIT_PLACE, "bad \xff bytes");
  assert_invalid (visit, "Place");
  piga_record_set_text (visit, VISIT_PLACE, "Thika");

  piga_record_set_integer (visit, VISIT_PEOPLE, 51);
  assert_invalid (visit, "People");
  piga_record_set_integer (visit, VISIT_PEOPLE, 50);

  piga_record_set_real (visit, VISIT_FARE, NAN);
  assert_invalid (visit, "Fare");
  piga_record_set_real (visit, VISIT_FARE, -1);
  g_assert_true (piga_record_validate (visit, NULL));

  piga_record_set_day (visit, VISIT_DAY, PIGA_DAY_NONE);
  assert_invalid (visit, "Day");
}

static void
test_json_round_trip (void)
{
  g_autoptr (GObject) visit = new_full_visit ();
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (GObject) back = NULL;
  g_autoptr (GError) error = NULL;

  /* The last is beyond what a double keeps. */
  piga_record_set_times (visit, 1763800000000001, 1763800000000002, 10413792000000003);
  piga_record_mark_saved (visit, 7, 0);
  node = piga_record_to_json (visit);
  back = piga_record_from_json (get_sample_kinds (), node, &error);
  g_assert_no_error (error);
  again = piga_record_to_json (back);

  g_assert_true (json_node_equal (node, again));
  g_assert_cmpint (piga_record_get_deleted_at (back), ==, 10413792000000003);
  g_assert_cmpint (piga_record_get_revision (back), ==, 7);
  g_assert_true (piga_record_is_dirty (back));
  g_assert_cmpstr (piga_record_get_text (back, VISIT_STORY), ==,
                   piga_record_get_text (visit, VISIT_STORY));
}

static void
test_json_leaves_out_defaults (void)
{
  g_autoptr (GObject) visit = new_visit ();
  g_autoptr (JsonNode) node = piga_record_to_json (visit);

  g_assert_cmpuint (json_object_get_size (json_node_get_object (node)), ==, 6);
}

typedef struct
{
  const char *name;
  const char *json;
} BadJson;

#define HEAD                                                                                       \
  "{\"kind\":\"visit\",\"id\":\"0190f8a2-0000-7000-8000-000000000001\","                           \
  "\"created_at\":1763800000000001,\"modified_at\":1763800000000001,"

static const BadJson bad_json[] = {
  { "not-an-object", "[1]" },
  { "no-kind", "{\"id\":\"0190f8a2-0000-7000-8000-000000000001\"}" },
  { "unknown-kind", "{\"kind\":\"spaceship\",\"id\":\"0190f8a2-0000-7000-8000-000000000001\"}" },
  { "kind-not-text", "{\"kind\":7,\"id\":\"0190f8a2-0000-7000-8000-000000000001\"}" },
  { "no-id", "{\"kind\":\"visit\",\"created_at\":1,\"modified_at\":1}" },
  { "id-not-uuid", "{\"kind\":\"visit\",\"id\":\"x\",\"created_at\":1,\"modified_at\":1}" },
  { "no-times", "{\"kind\":\"visit\",\"id\":\"0190f8a2-0000-7000-8000-000000000001\"}" },
  { "time-far", "{\"kind\":\"visit\",\"id\":\"0190f8a2-0000-7000-8000-000000000001\","
                "\"created_at\":1e300,\"modified_at\":1}" },
  { "time-year-3000", "{\"kind\":\"visit\",\"id\":\"0190f8a2-0000-7000-8000-000000000001\","
                      "\"created_at\":32503766400000000,\"modified_at\":1}" },
  { "revision-less", HEAD "\"place\":\"A\",\"day\":\"2026-11-12\",\"revision\":-1}" },
  { "unknown-member", HEAD "\"place\":\"A\",\"day\":\"2026-11-12\",\"colour\":\"red\"}" },
  { "required-missing", HEAD "\"day\":\"2026-11-12\"}" },
  { "text-is-number", HEAD "\"place\":5,\"day\":\"2026-11-12\"}" },
  { "text-is-null", HEAD "\"place\":null,\"day\":\"2026-11-12\"}" },
  { "day-impossible", HEAD "\"place\":\"A\",\"day\":\"2026-02-30\"}" },
  { "day-year-0", HEAD "\"place\":\"A\",\"day\":\"0000-01-01\"}" },
  { "day-year-9999", HEAD "\"place\":\"A\",\"day\":\"9999-12-31\"}" },
  { "integer-real", HEAD "\"place\":\"A\",\"day\":\"2026-11-12\",\"people\":1.5}" },
  { "integer-beyond", HEAD "\"place\":\"A\",\"day\":\"2026-11-12\",\"people\":9007199254740994}" },
  { "integer-range", HEAD "\"place\":\"A\",\"day\":\"2026-11-12\",\"people\":51}" },
  { "real-text", HEAD "\"place\":\"A\",\"day\":\"2026-11-12\",\"fare\":\"4\"}" },
  { "real-infinite", HEAD "\"place\":\"A\",\"day\":\"2026-11-12\",\"fare\":1e999}" },
  { "boolean-number", HEAD "\"place\":\"A\",\"day\":\"2026-11-12\",\"again\":1}" },
  { "choice-unknown", HEAD "\"place\":\"A\",\"day\":\"2026-11-12\",\"weather\":\"snow\"}" },
  { "link-not-id", HEAD "\"place\":\"A\",\"day\":\"2026-11-12\",\"before\":\"'); DROP\"}" },
};

static void
test_bad_json (gconstpointer data)
{
  const BadJson *bad = data;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  node = json_from_string (bad->json, &error);
  g_assert_no_error (error);
  g_assert_null (piga_record_from_json (get_sample_kinds (), node, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_INVALID);
}

static void
test_kinds (void)
{
  const GType *kinds = piga_kinds_get ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint n = 0;

  for (; kinds[n] != G_TYPE_INVALID; n++)
    {
      PigaRecordClass *klass = g_type_class_ref (kinds[n]);

      g_assert_true (g_hash_table_add (names, (gpointer) klass->kind));
      for (guint i = 0; i < klass->n_fields; i++)
        {
          const PigaField *field = &klass->fields[i];

          g_assert_cmpuint (strspn (field->name, "abcdefghijklmnopqrstuvwxyz_"), ==,
                            strlen (field->name));
          g_assert_cmpuint (piga_record_class_find_field (klass, field->name), ==, i);
          g_assert_nonnull (field->label);
          g_assert_true ((field->type == PIGA_FIELD_CHOICE) == (field->choices != NULL));
          g_assert_true ((field->type == PIGA_FIELD_LINK) == (field->linked != NULL));
          g_assert_true ((field->flags & PIGA_FIELD_SEARCHED) == 0 || piga_field_is_text (field));
        }
      g_type_class_unref (klass);
    }
  g_assert_cmpuint (n, ==, 12);
}

static void
test_days (void)
{
  char iso[PIGA_DAY_ISO_LENGTH];
  guint year, month, day;

  g_assert_cmpuint (piga_day_from_iso ("2028-02-29") - piga_day_from_iso ("2028-02-28"), ==, 1);
  g_assert_cmpuint (piga_day_from_iso ("2026-02-29"), ==, PIGA_DAY_NONE);
  g_assert_cmpuint (piga_day_from_iso ("2026-2-29"), ==, PIGA_DAY_NONE);
  g_assert_cmpuint (piga_day_from_iso ("2026-02-011"), ==, PIGA_DAY_NONE);
  g_assert_cmpuint (piga_day_from_iso (""), ==, PIGA_DAY_NONE);
  g_assert_cmpuint (piga_day_from_iso ("1899-12-31"), ==, PIGA_DAY_NONE);
  piga_day_to_iso (piga_day_new (2026, 3, 5), iso);
  g_assert_cmpstr (iso, ==, "2026-03-05");
  piga_day_split (piga_day_from_iso ("2199-12-31"), &year, &month, &day);
  g_assert_true (year == 2199 && month == 12 && day == 31);
  /* Whatever a clock that is wrong shows is a day, too. */
  g_assert_cmpuint (piga_day_from_time (8836000000 * G_GINT64_CONSTANT (1000000)), ==,
                    piga_day_from_iso ("2250-01-01"));
  g_assert_cmpuint (piga_day_from_iso ("2999-12-31"), !=, PIGA_DAY_NONE);
  g_assert_cmpuint (piga_day_from_iso ("3000-01-01"), ==, PIGA_DAY_NONE);
  /* 21:30 UTC on the 12th is after midnight in Nairobi. */
  g_assert_cmpuint (piga_day_from_time (1794519000 * G_GINT64_CONSTANT (1000000)), ==,
                    piga_day_from_iso ("2026-11-13"));
  g_assert_cmpint (piga_day_to_time (piga_day_from_iso ("2026-11-13")), ==,
                   (1794519000 - 30 * 60) * G_GINT64_CONSTANT (1000000));
  g_assert_cmpuint (piga_day_from_time (-1), ==, piga_day_from_iso ("1970-01-01"));
  g_assert_cmpuint (piga_day_from_time (G_MININT64), ==, PIGA_DAY_NONE);
  g_assert_cmpuint (piga_day_from_time (G_MAXINT64), ==, PIGA_DAY_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/properties", test_properties);
  g_test_add_func ("/record/dirty", test_dirty);
  g_test_add_func ("/record/values", test_values);
  g_test_add_func ("/record/take-values", test_take_values);
  g_test_add_func ("/record/keeper", test_keeper);
  g_test_add_func ("/record/dup-shares-texts", test_dup_shares_texts);
  g_test_add_func ("/record/ids", test_ids);
  g_test_add_func ("/record/validation", test_validation);
  g_test_add_func ("/record/json/round-trip", test_json_round_trip);
  g_test_add_func ("/record/json/leaves-out-defaults", test_json_leaves_out_defaults);
  for (guint i = 0; i < G_N_ELEMENTS (bad_json); i++)
    {
      g_autofree char *path = g_strconcat ("/record/json/bad/", bad_json[i].name, NULL);

      g_test_add_data_func (path, &bad_json[i], test_bad_json);
    }
  g_test_add_func ("/record/kinds", test_kinds);
  g_test_add_func ("/record/days", test_days);

  return g_test_run ();
}
