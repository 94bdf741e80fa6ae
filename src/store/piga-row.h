/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-id.h"
#include "piga-record.h"
#include "piga-statement.h"

G_BEGIN_DECLS

/* The columns of a row: these, the fields of its kind in their order, and its number. */
enum
{
  PIGA_ROW_ID,
  PIGA_ROW_CREATED_AT,
  PIGA_ROW_MODIFIED_AT,
  PIGA_ROW_DELETED_AT,
  PIGA_ROW_REVISION,
  PIGA_ROW_FIELDS,
};

gboolean piga_row_get_id (PigaStatement *statement, int column, char id[PIGA_ID_LENGTH]);
gpointer piga_row_read (PigaStatement *statement, PigaRecordClass *klass, const char *id);
void piga_row_copy_damaged (PigaStatement *statement, gpointer record, GPtrArray *values);

G_END_DECLS
