/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export and import by the store: that everything comes back, how records are merged, and that
 * what fails or is stopped changes nothing. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "piga-exchange.h"
#include "piga-test-exchange.h"

#define HEADER "{\"format\":\"piga-hatua\",\"version\":1}\n"
#define TIMES "\"created_at\":1700000000000000,\"modified_at\":1700000000000000"
#define ID(n) "0190a5b0-0000-7000-8000-00000000000" #n

static void
save_new (PigaStore *store, gpointer record)
{
  g_autoptr (GError) error = NULL;

  piga_test_save (store, record, &error);
  g_assert_no_error (error);
  g_object_unref (record);
}

/* Some of every kind, with every sort of text, and one in the trash. */
static void
fill (PigaStore *store)
{
  g_autoptr (GObject) goal = piga_record_new (PIGA_TYPE_GOAL);
  g_autoptr (GObject) trash = piga_test_new_entry ("Iliyofutwa", "Bado ipo.");
  gpointer mark = piga_record_new (PIGA_TYPE_GOAL_MARK);
  gpointer check = piga_step_check_new_for_guide (3, "thank", "");
  gpointer state = piga_step_state_new_for_step (12, "");
  gpointer entry = piga_test_new_entry ("Habari 😀", "Mstari\n\"wa pili\"\t\\ \u2028 \x7f \x01.");

  piga_record_set_integer (entry, PIGA_ENTRY_MOOD, PIGA_MOOD_GOOD);
  save_new (store, entry);
  save_new (store, piga_test_new_entry ("", ""));
  save_new (store, g_object_ref (trash));
  g_assert_true (piga_test_delete (store, trash, NULL));

  piga_record_set_text (goal, PIGA_GOAL_TITLE, "Maombi mawili kwa wiki");
  piga_record_set_real (goal, PIGA_GOAL_AMOUNT, 0.1);
  piga_record_set_day (goal, PIGA_GOAL_DUE, piga_day_new (2027, 3, 14));
  save_new (store, g_object_ref (goal));
  piga_record_set_text (mark, PIGA_GOAL_MARK_GOAL, piga_record_get_id (goal));
  piga_record_set_day (mark, PIGA_GOAL_MARK_DAY, piga_day_new (2026, 11, 22));
  piga_record_set_boolean (mark, PIGA_GOAL_MARK_REST, TRUE);
  save_new (store, mark);
  piga_record_set_boolean (check, PIGA_STEP_CHECK_DONE, TRUE);
  save_new (store, check);
  save_new (store, state);
}

static void
test_round_trip (PigaTestExchange *self, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  PigaImportSummary summary;

  fill (self->kept.store);
  first = piga_test_export (self);
  second = piga_test_export (self);
  g_assert_cmpstr (first, ==, second);
  g_assert_true (g_str_has_prefix (
    first, "{\"format\":\"piga-hatua\",\"version\":3,\"records\":7}\n{\"kind\":\"entry\""));
  g_clear_pointer (&second, g_free);

  piga_test_exchange_start_anew (self);
  summary = piga_test_import (self, first);
  piga_test_assert_summary (&summary, 7, 0, 0);
  second = piga_test_export (self);
  g_assert_cmpstr (first, ==, second);

  summary = piga_test_import (self, first);
  piga_test_assert_summary (&summary, 0, 0, 7);
}

/* Puts something into every field of a record, as its declaration allows; @all are the records
 * made before, the newest of each kind last. */
static void
fill_fields (gpointer record, GPtrArray *all)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const PigaField *field = &klass->fields[i];

      switch (field->type)
        {
        case PIGA_FIELD_TEXT:
          piga_record_set_text (record, i, "Ng’ombe 😀 \"\\");
          break;
        case PIGA_FIELD_LONG:
          piga_record_set_text (record, i, "Mstari\nwa pili\t\u2028 \x7f");
          break;
        case PIGA_FIELD_INTEGER:
          piga_record_set_integer (record, i, (gint64) field->least + 1);
          break;
        case PIGA_FIELD_REAL:
          piga_record_set_real (record, i, field->least + 0.1);
          break;
        case PIGA_FIELD_BOOLEAN:
          piga_record_set_boolean (record, i, TRUE);
          break;
        case PIGA_FIELD_CHOICE:
          piga_record_set_integer (record, i, piga_field_n_choices (field) - 1);
          break;
        case PIGA_FIELD_DAY:
          piga_record_set_day (record, i, piga_day_new (2026, 11, 22));
          break;
        case PIGA_FIELD_LINK:
          for (guint j = 0; j < all->len; j++)
            if (G_OBJECT_TYPE (all->pdata[j]) == field->linked ())
              piga_record_set_text (record, i, piga_record_get_id (all->pdata[j]));
          g_assert_cmpstr (piga_record_get_text (record, i), !=, "");
          break;
        }
    }
}

static void
assert_same_fields (gpointer record, gpointer other)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char *name = klass->fields[i].name;
      g_auto (GValue) one = G_VALUE_INIT, two = G_VALUE_INIT;
      g_autofree char *first = NULL, *second = NULL;

      g_object_get_property (record, name, &one);
      g_object_get_property (other, name, &two);
      first = g_strdup_value_contents (&one);
      second = g_strdup_value_contents (&two);
      g_assert_cmpstr (first, ==, second);
    }
}

static void
save_every_kind (PigaTestExchange *self, GPtrArray *all)
{
  const GType *kinds = piga_kinds_get ();

  for (guint i = 0; kinds[i] != G_TYPE_INVALID; i++)
    {
      gpointer record = piga_record_new (kinds[i]);

      fill_fields (record, all);
      g_ptr_array_add (all, g_object_ref (record));
      save_new (self->kept.store, record);
    }
}

/* Whatever is declared goes out and comes in again: every field of every kind. */
static void
test_every_kind (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  const GType *kinds = piga_kinds_get ();
  g_autofree char *first = NULL, *second = NULL;
  PigaImportSummary summary;

  save_every_kind (self, all);
  first = piga_test_export (self);
  piga_test_exchange_start_anew (self);
  summary = piga_test_import (self, first);
  piga_test_assert_summary (&summary, all->len, 0, 0);
  second = piga_test_export (self);
  g_assert_cmpstr (first, ==, second);

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GObject) found =
        piga_test_find (self->kept.store, kinds[i], piga_record_get_id (all->pdata[i]), &error);

      g_assert_no_error (error);
      g_assert_true (found != all->pdata[i]);
      assert_same_fields (found, all->pdata[i]);
    }
}

/* Saves something else in every record, so that an older file differs from it. */
static void
change_all (PigaStore *store, GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const PigaField *fields = PIGA_RECORD_GET_CLASS (all->pdata[i])->fields;
      g_autoptr (GError) error = NULL;
      guint field = 0;

      while (fields[field].type != PIGA_FIELD_TEXT && fields[field].type != PIGA_FIELD_LONG
             && fields[field].type != PIGA_FIELD_BOOLEAN)
        field++;
      if (fields[field].type == PIGA_FIELD_BOOLEAN)
        piga_record_set_boolean (all->pdata[i], field, FALSE);
      else
        piga_record_set_text (all->pdata[i], field, "Baadaye");
      piga_test_save (store, all->pdata[i], &error);
      g_assert_no_error (error);
    }
}

static gint64
count_trash (PigaStore *store, GType kind)
{
  g_autoptr (PigaRecordClass) klass = g_type_class_ref (kind);
  g_autofree char *sql =
    g_strconcat ("SELECT count(*) FROM ", klass->kind, " WHERE deleted_at IS NOT NULL", NULL);

  return piga_test_get_integer (store, sql);
}

/* A file that is newer, as its times say, replaces one record of every kind. What was here is in
 * the trash, once, and leads to what it led to. */
static void
test_every_kind_replaced (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  const GType *kinds = piga_kinds_get ();
  g_autofree char *older = NULL, *after = NULL, *again = NULL;
  g_autoptr (GString) newer = NULL;
  PigaImportSummary summary;

  save_every_kind (self, all);
  older = piga_test_export (self);
  change_all (self->kept.store, all);
  /* The same words, said to be saved once more than those that are here, which are from 1970. */
  newer = g_string_new (older);
  g_string_replace (newer, "\"revision\":1,", "\"revision\":7,", 0);
  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("UPDATE %s SET modified_at = 1", piga_record_get_kind (all->pdata[i]));

      piga_test_execute (self->kept.store, sql);
    }

  summary = piga_test_preview (self, newer->str);
  piga_test_assert_summary (&summary, 0, all->len, 0);
  summary = piga_test_import (self, newer->str);
  piga_test_assert_summary (&summary, 0, all->len, 0);
  after = piga_test_export (self);
  for (guint i = 0; kinds[i] != G_TYPE_INVALID; i++)
    g_assert_cmpint (count_trash (self->kept.store, kinds[i]), ==, 1);
  g_assert_cmpint (
    piga_test_get_integer (self->kept.store, "SELECT count(*) FROM pragma_foreign_key_check"), ==,
    0);

  summary = piga_test_import (self, newer->str);
  piga_test_assert_summary (&summary, 0, 0, all->len);
  summary = piga_test_import (self, after);
  piga_test_assert_summary (&summary, 0, 0, 2 * all->len);
  again = piga_test_export (self);
  g_assert_cmpstr (after, ==, again);
}

/* A record that leads to one which is neither here nor in the file is not taken in, be the link
 * required or not; the sentence names the line. */
static void
test_missing_link (PigaTestExchange *self, gconstpointer data)
{
  static const char *const records[] = {
    "\"kind\":\"interview\"," TIMES ",\"id\":\"" ID (1) "\",\"application\":\"" ID (9) "\"",
    "\"kind\":\"entry\"," TIMES ",\"id\":\"" ID (1) "\",\"round\":\"" ID (9) "\"",
    "\"kind\":\"goal\",\"title\":\"Goal\"," TIMES
    ",\"id\":\"" ID (1) "\",\"remark\":\"" ID (9) "\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autofree char *text = g_strdup_printf (HEADER "{%s}\n", records[i]);

      piga_test_assert_refused (self, text, PIGA_ERROR_INVALID, 2);
    }
}

/* Two made in one moment, and one in the next that was saved first, and one gone for good: the
 * order in the file is that of the times all the same. */
static void
test_order (PigaTestExchange *self, gconstpointer data)
{
  static const char text[] = HEADER "{\"kind\":\"entry\",\"id\":\"" ID (
    3) "\",\"created_at\":5000,\"modified_at\":1}\n"
       "{\"kind\":\"entry\",\"id\":\"" ID (
         4) "\",\"created_at\":900000,\"modified_at\":1}\n"
            "{\"kind\":\"entry\",\"id\":\"" ID (
              2) "\",\"created_at\":5000,\"modified_at\":1}\n"
                 "{\"kind\":\"entry\",\"id\":\"" ID (
                   1) "\",\"created_at\":5001,\"modified_at\":1}\n";
  const char *at;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  piga_test_import (self, text);
  piga_test_execute (self->kept.store, "DELETE FROM entry WHERE id = '" ID (3) "'");
  first = piga_test_export (self);
  at = first;
  for (guint i = 0; i < 3; i++)
    {
      static const char *const ids[] = { ID (2), ID (1), ID (4) };

      at = strstr (at, ids[i]);
      g_assert_nonnull (at);
    }

  piga_test_exchange_start_anew (self);
  piga_test_import (self, first);
  second = piga_test_export (self);
  g_assert_cmpstr (first, ==, second);
}

/* A mark comes in where its goal stands before it in the file, or is here. */
static void
test_links (PigaTestExchange *self, gconstpointer data)
{
  static const char goal[] =
    "{\"kind\":\"goal\",\"id\":\"" ID (1) "\"," TIMES ",\"title\":\"Lengo\"}\n";
  static const char mark[] =
    "{\"kind\":\"goal_mark\",\"id\":\"" ID (2) "\"," TIMES
                                               ",\"goal\":\"" ID (1) "\",\"day\":\"2026-11-22\"}\n";
  static const char entry[] = "{\"kind\":\"entry\",\"id\":\"" ID (1) "\"," TIMES "}\n";
  g_autofree char *alone = g_strconcat (HEADER, mark, NULL);
  g_autofree char *wrong_order = g_strconcat (HEADER, mark, goal, NULL);
  g_autofree char *wrong_kind = g_strconcat (HEADER, entry, mark, NULL);
  g_autofree char *right = g_strconcat (HEADER, goal, mark, NULL);
  PigaImportSummary summary;

  piga_test_assert_refused (self, alone, PIGA_ERROR_INVALID, 2);
  piga_test_assert_refused (self, wrong_order, PIGA_ERROR_INVALID, 2);
  piga_test_assert_refused (self, wrong_kind, PIGA_ERROR_INVALID, 3);

  summary = piga_test_import (self, right);
  piga_test_assert_summary (&summary, 2, 0, 0);
  piga_test_execute (self->kept.store, "DELETE FROM goal_mark");
  summary = piga_test_import (self, alone);
  piga_test_assert_summary (&summary, 1, 0, 0);
}

/* What only the database refuses is refused by the preview too, with its line. */
static void
test_refused_by_database (PigaTestExchange *self, gconstpointer data)
{
  piga_test_execute (self->kept.store,
                     "CREATE TRIGGER barrier BEFORE INSERT ON entry WHEN new.step = 7"
                     " BEGIN SELECT RAISE (ABORT, 'no'); END");
  piga_test_assert_refused (self,
                            HEADER "{\"kind\":\"entry\",\"id\":\"" ID (
                              1) "\"," TIMES "}\n"
                                 "{\"kind\":\"entry\",\"id\":\"" ID (2) "\"," TIMES
                                                                        ",\"step\":7}\n",
                            PIGA_ERROR_INVALID, 3);
}

/* The last line of a long file is wrong, or it is missing: nothing of it stays. */
static void
test_all_or_nothing (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEADER);

  fill (self->kept.store);
  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text,
                            "{\"kind\":\"entry\",\"id\":\"0190a5b0-0000-7000-8000-%012u\"," TIMES
                            ",\"body\":\"Mpya\"}\n",
                            i);
  g_string_append (text, "{}\n");
  piga_test_assert_refused (self, text->str, PIGA_ERROR_INVALID, 502);
}

static void
cancel_soon (gint64 done, gint64 total, gpointer data)
{
  g_assert_cmpint (done, <=, total);
  g_cancellable_cancel (data);
}

/* Cancelled by the first word of progress, which comes long before the end. */
static void
test_cancelled_midway (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autofree char *before = piga_test_export (self);
  g_autofree char *body = g_strnfill (200000, 'a');
  g_autofree char *after = NULL;
  const gboolean preview = g_str_equal (data, "preview");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 500; i++)
    g_string_append_printf (text,
                            "{\"kind\":\"entry\",\"id\":\"0190a5b0-0000-7000-8000-%012u\"," TIMES
                            ",\"body\":\"%s\"}\n",
                            i, body);
  piga_test_write_file (self, text->str);
  g_assert_false (piga_test_try_import (self, preview, cancel_soon, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = piga_test_export (self);
  g_assert_cmpstr (before, ==, after);

  g_clear_error (&error);
  g_assert_true (piga_test_try_import (self, preview, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
count_reset (PigaStore *store, gpointer data)
{
  (*(guint *) data)++;
}

/* Live objects and lists follow; what somebody is changing stays and is saved afterwards. */
static void
test_live_objects (PigaTestExchange *self, gconstpointer data)
{
  static const char text[] = HEADER "{\"kind\":\"entry\",\"id\":\"" ID (
    1) "\",\"created_at\":1,\"modified_at\":%s,"
       "\"body\":\"Toleo la %s\"}\n"
       "{\"kind\":\"entry\",\"id\":\"" ID (2) "\",\"created_at\":2,\"modified_at\":%s,"
                                              "\"body\":\"Toleo la %s\"}\n"
                                              "{\"kind\":\"goal\",\"id\":\"" ID (
                                                3) "\",\"created_at\":3,\"modified_at\":%s,"
                                                   "\"title\":\"Lengo la %s\"}\n";
  g_autofree char *first = g_strdup_printf (text, "1", "1", "1", "1", "1", "1");
  g_autofree char *second = g_strdup_printf (text, "2", "2", "2", "2", "2", "2");
  GListModel *goals = piga_store_list (self->kept.store, PIGA_TYPE_GOAL);
  g_autoptr (GObject) clean = NULL;
  g_autoptr (GObject) dirty = NULL;
  g_autoptr (GObject) goal = NULL;
  g_autoptr (GError) error = NULL;
  guint n_resets = 0;

  g_signal_connect (self->kept.store, "reset", G_CALLBACK (count_reset), &n_resets);
  piga_test_import (self, first);
  g_assert_cmpuint (n_resets, ==, 1);
  piga_test_import (self, first);
  g_assert_cmpuint (n_resets, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (goals), ==, 1);

  goal = g_list_model_get_item (goals, 0);
  clean = piga_test_find (self->kept.store, PIGA_TYPE_ENTRY, ID (1), NULL);
  dirty = piga_test_find (self->kept.store, PIGA_TYPE_ENTRY, ID (2), NULL);
  piga_record_set_text (dirty, PIGA_ENTRY_BODY, "Ninaandika");
  piga_test_import (self, second);
  g_assert_cmpuint (n_resets, ==, 2);

  g_assert_cmpstr (piga_record_get_text (goal, PIGA_GOAL_TITLE), ==, "Lengo la 2");
  g_assert_cmpstr (piga_record_get_text (clean, PIGA_ENTRY_BODY), ==, "Toleo la 2");
  g_assert_false (piga_record_is_dirty (clean));
  g_assert_cmpstr (piga_record_get_text (dirty, PIGA_ENTRY_BODY), ==, "Ninaandika");
  g_assert_true (piga_record_is_dirty (dirty));
  piga_test_save (self->kept.store, dirty, &error);
  g_assert_no_error (error);
  g_assert_cmpint (
    piga_test_get_integer (self->kept.store,
                           "SELECT count(*) FROM entry WHERE body = 'Ninaandika' AND revision = 3"),
    ==, 1);
}

/* What was asked for just before is part of an export, also where it waits for an earlier save. */
static void
test_flushes_first (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (GObject) entry = piga_test_new_entry ("", "Maneno");
  g_autofree char *text = NULL;

  piga_store_save_async (self->kept.store, entry, NULL, NULL, NULL);
  piga_record_set_text (entry, PIGA_ENTRY_BODY, "Maneno ya mwisho");
  piga_store_save_async (self->kept.store, entry, NULL, NULL, NULL);
  text = piga_test_export (self);
  g_assert_nonnull (strstr (text, "Maneno ya mwisho"));
}

static void
cancel_at_reset (PigaStore *store, gpointer data)
{
  g_cancellable_cancel (data);
}

/* Who cancels when it is done is told that it is done. */
static void
test_cancelled_too_late (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  PigaImportSummary summary;

  g_signal_connect (self->kept.store, "reset", G_CALLBACK (cancel_at_reset), cancellable);
  piga_test_write_file (self, HEADER "{\"kind\":\"entry\",\"id\":\"" ID (1) "\"," TIMES "}\n");
  g_assert_true (piga_test_try_import (self, FALSE, NULL, cancellable, &summary, &error));
  g_assert_no_error (error);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  piga_test_assert_summary (&summary, 1, 0, 0);
}

static void
test_closed (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (PigaStore) store = piga_store_new (self->kept.path, piga_kinds_get ());
  g_autoptr (GError) error = NULL;

  piga_test_write_file (self, HEADER);
  piga_test_close (&self->kept);
  g_set_object (&self->kept.store, store);
  g_assert_false (piga_test_try_import (self, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_false (piga_test_try_export (self, NULL, NULL, &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FAILED);
}

static void
test_refused_store (PigaTestExchange *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  piga_test_write_file (self, HEADER);
  piga_test_close (&self->kept);
  g_assert_true (g_file_set_contents (self->kept.path, "Hii si database.", -1, NULL));
  self->kept.store = piga_store_new (self->kept.path, piga_kinds_get ());
  g_assert_false (piga_test_open (self->kept.store, NULL));
  g_assert_false (piga_test_try_import (self, FALSE, NULL, NULL, NULL, &error));
  g_assert_error (error, PIGA_ERROR, piga_store_get_error (self->kept.store)->code);
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

  add ("/exchange/round-trip", NULL, test_round_trip);
  add ("/exchange/every-kind", NULL, test_every_kind);
  add ("/exchange/missing-link", NULL, test_missing_link);
  add ("/exchange/order", NULL, test_order);
  add ("/exchange/every-kind-replaced", NULL, test_every_kind_replaced);
  add ("/exchange/links", NULL, test_links);
  add ("/exchange/refused-by-database", NULL, test_refused_by_database);
  add ("/exchange/all-or-nothing", NULL, test_all_or_nothing);
  add ("/exchange/cancelled/preview", "preview", test_cancelled_midway);
  add ("/exchange/cancelled/import", "import", test_cancelled_midway);
  add ("/exchange/cancelled/too-late", NULL, test_cancelled_too_late);
  add ("/exchange/live-objects", NULL, test_live_objects);
  add ("/exchange/flushes-first", NULL, test_flushes_first);
  add ("/exchange/closed", NULL, test_closed);
  add ("/exchange/refused-store", NULL, test_refused_store);
  return g_test_run ();
}
