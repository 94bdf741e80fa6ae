/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far work on another thread has come. The work only leaves two numbers; the main thread looks
 * at them some thirty times a second, so that neither ever waits for the other. */

#include "piga-progress.h"

#include <stdatomic.h>

#define INTERVAL_MS 33

struct _PigaProgress
{
  PigaExchangeProgress func;
  gpointer data;
  GSource *source;
  gint64 told;

  _Atomic gint64 done;
  _Atomic gint64 total;
};

static gboolean
tell_cb (gpointer data)
{
  PigaProgress *self = data;
  const gint64 done = atomic_load (&self->done);

  if (done != self->told)
    self->func (done, atomic_load (&self->total), self->data);
  self->told = done;
  return G_SOURCE_CONTINUE;
}

/**
 * piga_progress_new:
 * @func: (nullable): called on this thread, until the progress is freed
 * @data: for @func
 *
 * Returns: (transfer full): progress that is told to @func
 */
PigaProgress *
piga_progress_new (PigaExchangeProgress func, gpointer data)
{
  PigaProgress *self = g_new0 (PigaProgress, 1);

  self->func = func;
  self->data = data;
  if (func != NULL)
    {
      self->source = g_timeout_source_new (INTERVAL_MS);
      g_source_set_callback (self->source, tell_cb, self, NULL);
      g_source_attach (self->source, g_main_context_get_thread_default ());
    }
  return self;
}

/**
 * piga_progress_free:
 * @self: (transfer full): progress whose work has ended; on the thread that made it
 */
void
piga_progress_free (PigaProgress *self)
{
  if (self->source != NULL)
    g_source_destroy (self->source);
  g_clear_pointer (&self->source, g_source_unref);
  g_free (self);
}

/**
 * piga_progress_set:
 * @self: progress
 * @done: how much of the work is done
 * @total: how much there is, 0 while it is not known
 *
 * May be called on any thread, as often as one likes.
 */
void
piga_progress_set (PigaProgress *self, gint64 done, gint64 total)
{
  atomic_store (&self->total, total);
  atomic_store (&self->done, done);
}
