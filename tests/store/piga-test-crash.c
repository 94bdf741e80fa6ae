/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one who is killed: writes, switches, deletes and undoes without a pause, and tells a pipe of
 * every deed before it is done and after the disk said yes to it. */

#include "piga-test-crash.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "piga-search.h"
#include "piga-test-store.h"

/* How many deeds may be on their way at once: a person is never further ahead of the disk. */
#define N_WAITING 4

typedef struct
{
  gpointer entry;
  guint serial;
} Slot;

typedef struct
{
  PigaStore *store;
  GRand *rand;
  guint n_deeds;
  guint n_waiting;
  Slot slots[PIGA_TEST_N_SLOTS];
} Driver;

typedef struct
{
  Driver *driver;
  PigaTestReport report;
} Waiting;

/* Texts of many lengths, with the entry's own mark on every line. */
char *
piga_test_make_text (const char *id, guint serial)
{
  const guint n_lines = 1 + serial * 7 % 50;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_lines; i++)
    g_string_append_printf (text, "%s word%u line%u\n", id, serial, i);
  return g_string_free (text, FALSE);
}

static void
tell (const PigaTestReport *report)
{
  g_assert_cmpint (write (PIGA_TEST_PIPE, report, sizeof *report), ==, sizeof *report);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Waiting *waiting = user_data;
  g_autoptr (GError) error = NULL;

  waiting->driver->n_waiting--;
  if (waiting->report.deed == PIGA_TEST_SAVE)
    piga_store_save_finish (PIGA_STORE (source), result, &error);
  else if (waiting->report.deed == PIGA_TEST_DELETE)
    piga_store_delete_finish (PIGA_STORE (source), result, &error);
  else
    piga_store_undelete_finish (PIGA_STORE (source), result, &error);
  g_assert_no_error (error);

  waiting->report.acknowledged = TRUE;
  tell (&waiting->report);
}

static void
act (Driver *self, const Slot *slot, PigaTestDeed deed)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->driver = self;
  waiting->report.deed = deed;
  waiting->report.serial = slot->serial;
  waiting->report.number = ++self->n_deeds;
  g_strlcpy (waiting->report.id, piga_record_get_id (slot->entry), sizeof waiting->report.id);
  tell (&waiting->report);

  self->n_waiting++;
  if (deed == PIGA_TEST_SAVE)
    piga_store_save_async (self->store, slot->entry, NULL, done_cb, waiting);
  else if (deed == PIGA_TEST_DELETE)
    piga_store_delete_async (self->store, slot->entry, NULL, done_cb, waiting);
  else
    piga_store_undelete_async (self->store, slot->entry, NULL, done_cb, waiting);
}

static void
write_something (Driver *self, Slot *slot)
{
  g_autofree char *text = NULL;

  if (slot->entry == NULL)
    *slot = (Slot) { piga_record_new (PIGA_TYPE_ENTRY), 0 };
  text = piga_test_make_text (piga_record_get_id (slot->entry), ++slot->serial);
  piga_record_set_text (slot->entry, PIGA_ENTRY_TITLE, piga_record_get_id (slot->entry));
  piga_record_set_text (slot->entry, PIGA_ENTRY_BODY, text);
  act (self, slot, PIGA_TEST_SAVE);
}

/* Sometimes undone; otherwise another entry takes the slot, and the old one stays away. */
static void
delete_something (Driver *self, Slot *slot)
{
  act (self, slot, PIGA_TEST_DELETE);
  if (g_rand_boolean (self->rand))
    act (self, slot, PIGA_TEST_UNDELETE);
  else
    g_clear_object (&slot->entry);
}

static void
search_something (Driver *self)
{
  g_autofree char *word = g_strdup_printf ("word%d", g_rand_int_range (self->rand, 1, 99));

  piga_search_async (self->store, word, 50, NULL, NULL, NULL);
}

/* Is in another entry before the disk has answered about the last. */
static void
do_something (Driver *self)
{
  Slot *slot = &self->slots[g_rand_int_range (self->rand, 0, PIGA_TEST_N_SLOTS)];
  const int what = g_rand_int_range (self->rand, 0, 100);

  if (what < 80 || slot->entry == NULL)
    write_something (self, slot);
  else if (what < 97)
    delete_something (self, slot);
  else
    search_something (self);
}

/* Goes on with what earlier drivers left. */
static void
find_entries (Driver *self, char **arguments)
{
  for (guint i = 0; arguments[i] != NULL && arguments[i + 1] != NULL; i += 2)
    {
      g_autoptr (GError) error = NULL;
      Slot *slot = &self->slots[i / 2];

      slot->entry = piga_test_find (self->store, PIGA_TYPE_ENTRY, arguments[i], &error);
      g_assert_no_error (error);
      slot->serial = strtoul (arguments[i + 1], NULL, 10);
    }
}

/**
 * piga_test_drive:
 * @arguments: the path of the database, a seed, and up to %PIGA_TEST_N_SLOTS entries to go on with,
 *   each as its id and the serial of its text
 *
 * Works until killed.
 */
int
piga_test_drive (char **arguments)
{
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  PigaTestReport opened = { .acknowledged = TRUE };
  Driver self = { .rand = g_rand_new_with_seed (strtoul (arguments[1], NULL, 10)) };

  self.store = piga_store_new (arguments[0], piga_kinds_get ());
  piga_test_open (self.store, &error);
  g_assert_no_error (error);
  g_assert_cmpint (piga_store_get_state (self.store), ==, PIGA_STORE_READY);
  opened.serial = g_get_monotonic_time () - start;
  tell (&opened);

  find_entries (&self, arguments + 2);
  while (TRUE)
    {
      if (self.n_waiting < N_WAITING)
        do_something (&self);
      g_main_context_iteration (NULL, self.n_waiting >= N_WAITING);
    }
}
