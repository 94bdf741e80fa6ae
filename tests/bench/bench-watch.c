/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the main loop is busy at a stretch: between two waits, drawing included. */

#include "bench-watch.h"

#include <time.h>

typedef struct
{
  gint64 duration;
  gint64 work;
} Stretch;

typedef struct
{
  GPollFunc poll;
  gint64 since;
  gint64 work_since;
  GArray *stretches; /* NULL while nothing is measured */
} Watch;

/* GLib hands its poll function no user data. */
static Watch watch;

/* What this thread has worked so far, in microseconds. */
static gint64
get_work (void)
{
  struct timespec work;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &work);
  return work.tv_sec * G_USEC_PER_SEC + work.tv_nsec / 1000;
}

static gint
measure_poll (GPollFD *fds, guint n_fds, gint timeout)
{
  const Stretch stretch = { g_get_monotonic_time () - watch.since, get_work () - watch.work_since };
  gint result;

  if (watch.stretches != NULL)
    g_array_append_val (watch.stretches, stretch);
  result = watch.poll (fds, n_fds, timeout);
  watch.since = g_get_monotonic_time ();
  watch.work_since = get_work ();
  return result;
}

/* Watches the main loop from now on. Once. */
void
bench_watch_start (void)
{
  watch.poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, measure_poll);
}

/* What the caller does until it lets the main loop run is part of the first stretch. */
void
bench_watch_begin (void)
{
  watch.stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  watch.since = g_get_monotonic_time ();
  watch.work_since = get_work ();
}

static gint
compare_stretches (gconstpointer a, gconstpointer b)
{
  const gint64 left = ((const Stretch *) a)->duration, right = ((const Stretch *) b)->duration;

  return (left > right) - (left < right);
}

BenchStretches
bench_watch_end (void)
{
  g_autoptr (GArray) stretches = g_steal_pointer (&watch.stretches);
  BenchStretches found = { .n = stretches->len };

  g_array_sort (stretches, compare_stretches);
  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);

      found.above += stretch->duration > 16000;
      found.work = MAX (found.work, stretch->work);
      found.all_work += stretch->work;
    }
  found.longest = g_array_index (stretches, Stretch, stretches->len - 1).duration;
  found.most = g_array_index (stretches, Stretch, stretches->len * 99 / 100).duration;
  return found;
}

static void
set_true (gpointer data)
{
  *(gboolean *) data = TRUE;
}

void
bench_run_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add_once (milliseconds, set_true, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/* The first widget of @type that is in sight, or %NULL. */
gpointer
bench_find_widget (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = bench_find_widget (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}
