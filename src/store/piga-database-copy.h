/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _PigaDatabaseCopy PigaDatabaseCopy;

PigaDatabaseCopy *piga_database_copy_new (sqlite3 *from, const char *path, int *code);
void piga_database_copy_free (PigaDatabaseCopy *self);

int piga_database_copy_step (PigaDatabaseCopy *self, gint64 duration);

G_END_DECLS
