/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-database.h"

G_BEGIN_DECLS

/**
 * PigaStatementResult:
 * @PIGA_STATEMENT_ROW: there is a row to read
 * @PIGA_STATEMENT_DONE: there is no other row, and the work is done
 * @PIGA_STATEMENT_FAILED: it failed; for a statement that stands alone this includes its commit
 */
typedef enum
{
  PIGA_STATEMENT_ROW,
  PIGA_STATEMENT_DONE,
  PIGA_STATEMENT_FAILED,
} PigaStatementResult;

PigaStatement *piga_statement_new (PigaDatabase *database, const char *sql, GError **error);
void piga_statement_free (PigaStatement *self);
PigaStatement *piga_statement_borrow (PigaStatement *self);
void piga_statement_give_back (PigaStatement *self);

void piga_statement_bind_text (PigaStatement *self, const char *name, const char *text);
void piga_statement_bind_integer (PigaStatement *self, const char *name, gint64 integer);
void piga_statement_bind_real (PigaStatement *self, const char *name, double real);
void piga_statement_bind_null (PigaStatement *self, const char *name);

PigaStatementResult piga_statement_step (PigaStatement *self, GError **error);
gboolean piga_statement_run (PigaStatement *self, GError **error);
void piga_statement_rewind (PigaStatement *self);

gboolean piga_statement_is_null (PigaStatement *self, int column);
const char *piga_statement_get_text (PigaStatement *self, int column, gsize *length);
const guint8 *piga_statement_get_bytes (PigaStatement *self, int column, gsize *length);
const char *piga_statement_get_valid_text (PigaStatement *self, int column, char **repaired);
int piga_statement_get_type (PigaStatement *self, int column);
gint64 piga_statement_get_integer (PigaStatement *self, int column);
double piga_statement_get_real (PigaStatement *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaStatement, piga_statement_give_back)

G_END_DECLS
