/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_CHECKED_ROW (piga_checked_row_get_type ())

/* A row whose text has to make sense: a number, a day, a line that is not too long. While something
 * is being typed it is often neither here nor there, so the row takes what it can read and says
 * nothing; it speaks up under itself when it is left, on Enter, and when it is asked. What was
 * typed stays in any case. Property "problem" (string, read-only, NULL when all is well: what to
 * tell the person). */
G_DECLARE_DERIVABLE_TYPE (PigaCheckedRow, piga_checked_row, PIGA, CHECKED_ROW, AdwEntryRow)

/**
 * PigaCheckedRowClass:
 * @check: takes what is typed where it can be read, else says why not and takes nothing; when it
 *   @is_done and not still being typed, it may write what it understood in full
 */
struct _PigaCheckedRowClass
{
  AdwEntryRowClass parent_class;

  gboolean (*check) (PigaCheckedRow *self, gboolean is_done, GError **error);
};

const char *piga_checked_row_get_problem (PigaCheckedRow *self);
gboolean piga_checked_row_check (PigaCheckedRow *self);
gboolean piga_checked_row_insist (PigaCheckedRow *self);

/* For the rows that derive from it. */
void piga_checked_row_set_problem (PigaCheckedRow *self, const char *problem);
void piga_checked_row_write (PigaCheckedRow *self, const char *text);

G_END_DECLS
