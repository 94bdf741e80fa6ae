/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-test-exchange.h"

#include <glib/gstdio.h>

void
piga_test_exchange_set_up (PigaTestExchange *self, gconstpointer data)
{
  piga_test_store_set_up (&self->kept, data);
  self->path = g_build_filename (self->kept.folder, "export.jsonl", NULL);
  self->file = g_file_new_for_path (self->path);
}

void
piga_test_exchange_tear_down (PigaTestExchange *self, gconstpointer data)
{
  g_clear_object (&self->file);
  g_clear_pointer (&self->path, g_free);
  piga_test_store_tear_down (&self->kept, data);
}

/* A new store with nothing in it; the exported file stays. */
void
piga_test_exchange_start_anew (PigaTestExchange *self)
{
  g_autofree char *folder = g_path_get_dirname (self->kept.path);
  g_autoptr (GError) error = NULL;

  piga_test_close (&self->kept);
  piga_test_remove_folder (folder);
  self->kept.store = piga_store_new (self->kept.path, piga_kinds_get ());
  piga_test_open (self->kept.store, &error);
  g_assert_no_error (error);
}

gboolean
piga_test_try_export (PigaTestExchange *self, PigaExchangeProgress progress,
                      GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  piga_exchange_export_async (self->kept.store, self->file, progress, cancellable, cancellable,
                              piga_test_keep_result, &result);
  return piga_exchange_export_finish (self->kept.store, piga_test_wait_for (&result), NULL, error);
}

gboolean
piga_test_try_import (PigaTestExchange *self, gboolean preview, PigaExchangeProgress progress,
                      GCancellable *cancellable, PigaImportSummary *summary, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  if (preview)
    {
      piga_exchange_preview_async (self->kept.store, self->file, progress, cancellable, cancellable,
                                   piga_test_keep_result, &result);
      return piga_exchange_preview_finish (self->kept.store, piga_test_wait_for (&result), summary,
                                           error);
    }

  piga_exchange_import_async (self->kept.store, self->file, progress, cancellable, cancellable,
                              piga_test_keep_result, &result);
  return piga_exchange_import_finish (self->kept.store, piga_test_wait_for (&result), summary,
                                      error);
}

void
piga_test_write_file (PigaTestExchange *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->path, text, -1, &error);
  g_assert_no_error (error);
}

char *
piga_test_export (PigaTestExchange *self)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  piga_test_try_export (self, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (self->path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static PigaImportSummary
take_in (PigaTestExchange *self, const char *text, gboolean preview)
{
  g_autoptr (GError) error = NULL;
  PigaImportSummary summary;

  piga_test_write_file (self, text);
  piga_test_try_import (self, preview, NULL, NULL, &summary, &error);
  g_assert_no_error (error);
  return summary;
}

PigaImportSummary
piga_test_preview (PigaTestExchange *self, const char *text)
{
  return take_in (self, text, TRUE);
}

PigaImportSummary
piga_test_import (PigaTestExchange *self, const char *text)
{
  return take_in (self, text, FALSE);
}

void
piga_test_assert_summary (const PigaImportSummary *summary, guint added, guint changed, guint kept)
{
  g_assert_cmpuint (summary->added, ==, added);
  g_assert_cmpuint (summary->changed, ==, changed);
  g_assert_cmpuint (summary->kept, ==, kept);
}

/* Neither a preview nor an import takes it in; both name @line, and nothing is changed. */
void
piga_test_assert_refused (PigaTestExchange *self, const char *text, PigaError code, guint line)
{
  g_autofree char *start = g_strdup_printf ("Line %u of the file cannot be taken in. ", line);
  g_autofree char *before = piga_test_export (self);
  g_autofree char *after = NULL;

  piga_test_write_file (self, text);
  for (gboolean preview = FALSE; preview <= TRUE; preview++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (piga_test_try_import (self, preview, NULL, NULL, NULL, &error));
      g_assert_error (error, PIGA_ERROR, (int) code);
      g_assert_cmpint (g_str_has_prefix (error->message, start), ==, line != 0);
    }
  after = piga_test_export (self);
  g_assert_cmpstr (before, ==, after);
}
