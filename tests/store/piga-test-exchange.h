/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-exchange.h"
#include "piga-test-store.h"

G_BEGIN_DECLS

/* A store, and a file beside it that it is exported to and imported from. */
typedef struct
{
  PigaTestStore kept;
  char *path;
  GFile *file;
} PigaTestExchange;

void piga_test_exchange_set_up (PigaTestExchange *self, gconstpointer data);
void piga_test_exchange_tear_down (PigaTestExchange *self, gconstpointer data);
void piga_test_exchange_start_anew (PigaTestExchange *self);

gboolean piga_test_try_export (PigaTestExchange *self, PigaExchangeProgress progress,
                               GCancellable *cancellable, GError **error);
gboolean piga_test_try_import (PigaTestExchange *self, gboolean preview,
                               PigaExchangeProgress progress, GCancellable *cancellable,
                               PigaImportSummary *summary, GError **error);

void piga_test_write_file (PigaTestExchange *self, const char *text);
char *piga_test_export (PigaTestExchange *self);
PigaImportSummary piga_test_preview (PigaTestExchange *self, const char *text);
PigaImportSummary piga_test_import (PigaTestExchange *self, const char *text);

void piga_test_assert_summary (const PigaImportSummary *summary, guint added, guint changed,
                               guint kept);
void piga_test_assert_refused (PigaTestExchange *self, const char *text, PigaError code,
                               guint line);

G_END_DECLS
