/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-lists: what it costs to have years of looking for work in the store's lists: how long the
 * main loop is busy at a stretch while they fill, how long that takes, and the memory of each kind,
 * beside a list of as many objects that hold nothing. */

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench-search-for-work.h"
#include "bench-wait.h"
#include "piga-store-private.h"
#include "records/piga-interview.h"
#include "records/piga-job-application.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"

typedef struct
{
  GPollFunc poll;
  gint64 since;
  gint64 longest;
  guint n_changes;
} Watch;

/* GLib hands its poll function no user data. */
static Watch watch;

static gint
measure_poll (GPollFD *fds, guint n_fds, gint timeout)
{
  gint result;

  watch.longest = MAX (watch.longest, g_get_monotonic_time () - watch.since);
  result = watch.poll (fds, n_fds, timeout);
  watch.since = g_get_monotonic_time ();
  return result;
}

static void
count_change (void)
{
  watch.n_changes++;
}

/* What the process has to itself, in KiB. */
static guint
get_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL)
      || (line = strstr (text, "\nPss:")) == NULL)
    g_error ("The kernel does not tell of the memory");
  return (guint) strtoul (line + strlen ("\nPss:"), NULL, 10);
}

static void
print_row (const char *what, guint n, gint64 duration, guint memory)
{
  g_print ("%-22s %7u %9.1f ms %9.1f ms %8u %9u B\n", what, n, (double) watch.longest / 1000,
           (double) duration / 1000, watch.n_changes, (guint) ((guint64) memory * 1024 / n));
}

static GListModel *
measure_floor (guint n)
{
  const guint memory = get_memory ();
  const gint64 start = watch.since = g_get_monotonic_time ();
  GListStore *list = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (objects, g_object_new (G_TYPE_OBJECT, NULL));
  g_list_store_splice (list, 0, 0, objects->pdata, n);
  watch.longest = g_get_monotonic_time () - start;
  watch.n_changes = 1;
  print_row ("nothing", n, watch.longest, get_memory () - memory);
  return G_LIST_MODEL (list);
}

static void
measure (PigaStore *store, GType type, guint n)
{
  const guint memory = get_memory ();
  const gint64 start = g_get_monotonic_time ();
  GListModel *list = piga_store_list (store, type);

  watch.longest = 0;
  watch.n_changes = 0;
  watch.since = start;
  g_signal_connect (list, "items-changed", G_CALLBACK (count_change), NULL);
  while (g_list_model_get_n_items (list) < n)
    g_main_context_iteration (NULL, TRUE);
  watch.longest = MAX (watch.longest, g_get_monotonic_time () - watch.since);
  print_row (g_type_name (type), n, g_get_monotonic_time () - start, get_memory () - memory);
}

/* What an import does with everything that is in the lists. */
static void
measure_reload (PigaStore *store)
{
  const guint n = BENCH_APPLICATIONS + BENCH_INTERVIEWS + BENCH_QUESTIONS + BENCH_REMARKS;
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (GAsyncResult) result = NULL;
  const guint memory = get_memory ();

  watch.longest = 0;
  watch.n_changes = 0;
  watch.since = start;
  piga_store_reload_async (store, bench_keep_result, &result);
  bench_wait_for (&result);
  watch.longest = MAX (watch.longest, g_get_monotonic_time () - watch.since);
  print_row ("all, read again", n, g_get_monotonic_time () - start, get_memory () - memory);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("piga-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "work.db", NULL);
  g_autoptr (GListModel) floor = NULL;
  PigaStore *store;

  bench_search_for_work_fill (path);
  watch.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, measure_poll);

  g_print ("%-22s %7s %12s %12s %8s %11s\n", "list of", "records", "longest", "all of it",
           "changes", "each");
  floor = measure_floor (BENCH_APPLICATIONS);
  store = bench_open (path);
  measure (store, PIGA_TYPE_JOB_APPLICATION, BENCH_APPLICATIONS);
  measure (store, PIGA_TYPE_INTERVIEW, BENCH_INTERVIEWS);
  measure (store, PIGA_TYPE_QUESTION, BENCH_QUESTIONS);
  measure (store, PIGA_TYPE_REMARK, BENCH_REMARKS);
  measure_reload (store);
  bench_close (store);

  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
