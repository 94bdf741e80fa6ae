/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-error.h"
#include "piga-search.h"
#include "piga-store-private.h"
#include "records/piga-job-application.h"
#include "records/piga-entry.h"
#include "records/piga-goal-mark.h"
#include "records/piga-goal.h"
#include "records/piga-interview.h"
#include "records/piga-kinds.h"
#include "records/piga-step-check.h"
#include "records/piga-step-state.h"

G_BEGIN_DECLS

/* A private folder with a store in it. What a test does with it waits for the answer. */
typedef struct
{
  char *folder;
  char *path;
  PigaStore *store;
} PigaTestStore;

void piga_test_store_set_up (PigaTestStore *self, gconstpointer data);
void piga_test_store_tear_down (PigaTestStore *self, gconstpointer data);

char *piga_test_make_folder (void);
void piga_test_remove_folder (const char *folder);
gboolean piga_test_is_somewhere (const char *folder, const char *word);

/* A private folder, and the path in it at which there may be a store. */
typedef struct
{
  char *folder;
  char *path;
} PigaTestFolder;

void piga_test_folder_set_up (PigaTestFolder *self, gconstpointer data);
void piga_test_folder_tear_down (PigaTestFolder *self, gconstpointer data);

/* An answer that a test waits for: hand over where it shall be kept, and wait. */
void piga_test_keep_result (GObject *object, GAsyncResult *result, gpointer data);
GAsyncResult *piga_test_wait_for (GAsyncResult **result);

gboolean piga_test_open (PigaStore *store, GError **error);
void piga_test_close (PigaTestStore *self);
void piga_test_close_anyway (PigaTestStore *self);
void piga_test_reopen (PigaTestStore *self);
gboolean piga_test_save (PigaStore *store, gpointer record, GError **error);
gboolean piga_test_delete (PigaStore *store, gpointer record, GError **error);
gboolean piga_test_undelete (PigaStore *store, gpointer record, GError **error);
gboolean piga_test_flush (PigaStore *store, GError **error);
gpointer piga_test_find (PigaStore *store, GType type, const char *id, GError **error);

GPtrArray *piga_test_search (PigaStore *store, const char *text, guint limit, GError **error);

gpointer piga_test_new_entry (const char *title, const char *body);
void piga_test_keep_entry (PigaStore *store, const char *title, const char *body, gint64 time);

/* The trash as the floor above has it; a number of records, -1 where there is an error. */
GPtrArray *piga_test_list_trash (PigaStore *store, GHashTable **linked);
int piga_test_bring_back (PigaStore *store, GPtrArray *records, GError **error);
int piga_test_preview_erase (PigaStore *store, GPtrArray *records, GError **error);
int piga_test_erase (PigaStore *store, GPtrArray *records, GError **error);

/* Runs a function on the store's own thread, with its database. */
typedef void (*PigaTestFunc) (PigaDatabase *database, gpointer data);
void piga_test_with_database (PigaStore *store, PigaTestFunc func, gpointer data);
gint64 piga_test_ask_integer (PigaDatabase *database, const char *sql);
gint64 piga_test_get_integer (PigaStore *store, const char *sql);
void piga_test_execute (PigaStore *store, const char *sql);

/* In microseconds: longer than the slowest machine may take. Only what never comes is a failure. */
#define PIGA_TEST_CEILING (60 * G_TIME_SPAN_SECOND)

typedef gboolean (*PigaTestCheck) (gpointer data);
gboolean piga_test_wait_until (PigaTestCheck check, gpointer data);
void piga_test_wait_for_integer (PigaStore *store, const char *sql, gint64 expected);
void piga_test_drain (void);
void piga_test_let_finish (gpointer object);
void piga_test_settle_store (PigaStore *store);
void piga_test_iterate (guint milliseconds);
void piga_test_let_believe_clock (PigaStore *store);

G_END_DECLS
