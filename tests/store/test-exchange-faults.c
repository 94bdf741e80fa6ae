/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The n-th call to the disk fails while a file is taken in or written, for n = 1, 2, … until
 * nothing fails any more: what was there stays, and the next try works. */

#include <string.h>

#include "piga-test-exchange.h"
#include "piga-test-vfs.h"

#define HEADER "{\"format\":\"piga-hatua\",\"version\":1}\n"
#define NEVER 1000
#define ENTRIES 24
#define STEP 7

typedef struct
{
  PigaTestFault fault;
  gboolean stays;
} Case;

static const Case cases[] = {
  { PIGA_TEST_FAULT_IO, FALSE },  { PIGA_TEST_FAULT_IO, TRUE },    { PIGA_TEST_FAULT_FULL, FALSE },
  { PIGA_TEST_FAULT_FULL, TRUE }, { PIGA_TEST_FAULT_SHORT, TRUE },
};

/* Entries that no other number has, and one that all have, each time newer. */
static char *
make_file (guint number)
{
  g_autoptr (GString) text = g_string_new (HEADER);
  g_autofree char *body = g_strnfill (2000, 'x');

  for (guint i = 0; i < ENTRIES; i++)
    g_string_append_printf (text,
                            "{\"kind\":\"entry\",\"id\":\"0190a5b0-%04x-7000-8000-%012x\","
                            "\"created_at\":1,\"modified_at\":%u,\"body\":\"%s\"}\n",
                            i == 0 ? 0 : number, i, number, body);
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static gint64
count_entries (PigaTestExchange *self)
{
  return piga_test_get_integer (self->kept.store, "SELECT count(*) FROM entry");
}

/* When the entry that all files have was last modified. */
static gint64
get_newest (PigaTestExchange *self)
{
  return piga_test_get_integer (self->kept.store,
                                "SELECT modified_at FROM entry WHERE substr (id, 10, 4) = '0000'");
}

/* Most calls are those of the backup that is made first. */
static guint
get_step (void)
{
  return g_getenv ("PIGA_HATUA_ALL_FAULTS") != NULL ? 1 : STEP;
}

/* All but the one that all files have. */
static void
forget_entries (PigaTestExchange *self)
{
  piga_test_execute (self->kept.store, "DELETE FROM entry WHERE substr (id, 10, 4) <> '0000'");
}

static void
assert_says_why (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, PIGA_ERROR);
  g_assert_cmpint (error->code, !=, PIGA_ERROR_INVALID);
  g_assert_null (strstr (error->message, "Line "));
}

static void
test_import (PigaTestExchange *self, gconstpointer data)
{
  const Case *one = data;
  g_autofree char *first = make_file (1);
  const gint64 n_entries = 1;
  gboolean failed = TRUE;
  guint n, number = 1;

  piga_test_import (self, first);
  forget_entries (self);
  for (n = 1; failed; n += get_step ())
    {
      g_autofree char *text = make_file (number + 1);
      g_autoptr (GError) error = NULL;
      gboolean done;

      piga_test_write_file (self, text);
      piga_test_vfs_arm (one->fault, n, one->stays);
      done = piga_test_try_import (self, FALSE, NULL, NULL, NULL, &error);
      failed = piga_test_vfs_disarm ();
      if (!done)
        {
          assert_says_why (error);
          g_assert_cmpint (count_entries (self), ==, n_entries);
          g_assert_cmpint (get_newest (self), ==, number);
          piga_test_import (self, text);
        }

      number++;
      g_assert_cmpint (count_entries (self), ==, n_entries + ENTRIES - 1);
      g_assert_cmpint (get_newest (self), ==, number);
      g_assert_cmpuint (n, <, NEVER);
      /* Or the backup that is made before would ask more of the disk every time. */
      forget_entries (self);
    }
  g_assert_cmpuint (n, >, 10);
}

static void
test_export (PigaTestExchange *self, gconstpointer data)
{
  const Case *one = data;
  g_autofree char *first = make_file (1);
  g_autofree char *whole = NULL;
  gboolean failed = TRUE;
  guint n;

  piga_test_import (self, first);
  whole = piga_test_export (self);
  for (n = 1; failed; n++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;
      gboolean done;

      /* Nothing is left in memory, so that the disk is asked. */
      piga_test_execute (self->kept.store, "PRAGMA shrink_memory");
      piga_test_vfs_arm (one->fault, n, one->stays);
      done = piga_test_try_export (self, NULL, NULL, &error);
      failed = piga_test_vfs_disarm ();
      if (!done)
        assert_says_why (error);
      g_assert_true (g_file_get_contents (self->path, &text, NULL, NULL));
      g_assert_cmpstr (text, ==, whole);
      g_assert_cmpuint (n, <, NEVER);
    }
  /* Only reading can fail, and only in one way. */
  g_assert_true (one->fault != PIGA_TEST_FAULT_IO || n > 10);
}

static void
add (const char *name, void (*test) (PigaTestExchange *, gconstpointer))
{
  static const char *const faults[] = { "io", "full", "short" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf (
        "/exchange-faults/%s/%s%s", name, faults[cases[i].fault], cases[i].stays ? "-stays" : "");

      g_test_add (path, PigaTestExchange, &cases[i], piga_test_exchange_set_up, test,
                  piga_test_exchange_tear_down);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  piga_test_vfs_install ();

  add ("import", test_import);
  add ("export", test_export);
  return g_test_run ();
}
