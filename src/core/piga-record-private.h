/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

/* What an instance holds, for the two files that PigaRecord is written in. */
typedef struct
{
  char *id;
  PigaFieldValue *values;

  gint64 created_at;
  gint64 modified_at;
  gint64 deleted_at;
  gint64 revision;
  guint64 changes;
  guint64 saved_changes;
} PigaRecordPrivate;

PigaRecordPrivate *piga_record_get_private (gpointer record);
const PigaField *piga_record_get_field (gpointer record, guint field);
void piga_record_note_change (gpointer record, guint field);
void piga_record_take_text (gpointer record, guint field, char *text);

G_END_DECLS
