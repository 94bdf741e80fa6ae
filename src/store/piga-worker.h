/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "piga-database.h"

G_BEGIN_DECLS

typedef struct _PigaWorker PigaWorker;

/* Does a task on the worker's thread and returns its result or error. */
typedef void (*PigaWorkerFunc) (PigaWorker *worker, GTask *task);

PigaWorker *piga_worker_new (void);
void piga_worker_free (PigaWorker *self);

void piga_worker_push (PigaWorker *self, GTask *task, PigaWorkerFunc func);
gboolean piga_worker_is_awaited (PigaWorker *self);

PigaDatabase *piga_worker_get_database (PigaWorker *self);
void piga_worker_set_database (PigaWorker *self, PigaDatabase *database);

G_END_DECLS
