/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"
#include "piga-id.h"

G_BEGIN_DECLS

/**
 * PigaFoundRow:
 * @row: the number of a row
 * @created_at: about when its record was made, in microseconds since 1970
 * @id: its id; empty where the disk has damaged it
 */
typedef struct
{
  gint64 row;
  gint64 created_at;
  char id[PIGA_ID_LENGTH];
} PigaFoundRow;

GArray *piga_row_finder_find (PigaDatabase *database, const char *kind, gboolean *are_all,
                              GError **error);

G_END_DECLS
