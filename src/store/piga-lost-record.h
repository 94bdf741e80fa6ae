/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PigaLostRecord:
 * @kind: the kind of the record
 * @id: (nullable): its id; %NULL for all those of the kind of which not even that is known
 * @created_at: when it was made, in microseconds since 1970; 0 where that is not known
 * @is_partial: whether a part of it could be read
 *
 * A record that could not be read, or not all of it. It holds nothing that a person wrote.
 */
typedef struct
{
  GType kind;
  char *id;
  gint64 created_at;
  gboolean is_partial;
} PigaLostRecord;

PigaLostRecord *piga_lost_record_new (GType kind, const char *id, gint64 created_at,
                                      gboolean is_partial);
void piga_lost_record_free (PigaLostRecord *self);
char *piga_lost_record_to_line (const PigaLostRecord *self);

G_END_DECLS
