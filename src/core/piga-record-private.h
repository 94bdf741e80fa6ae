/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-id.h"
#include "piga-record.h"

G_BEGIN_DECLS

/* What an instance holds, for the two files that PigaRecord is written in. Of some kinds there are
 * ten thousand, so it is counted in bytes. */
typedef struct
{
  char id[PIGA_ID_LENGTH];
  /* Stands here because there is room. */
  guint8 is_damaged;
  /* A bit for each field that holds something, and the values of these fields in their order. */
  guint64 filled;
  PigaFieldValue *values;

  gint64 created_at;
  gint64 modified_at;
  gint64 deleted_at;
  gint64 revision;
  guint changes;
  guint saved_changes;

  PigaRecordKeeper *keeper;
  gint64 row;
} PigaRecordPrivate;

PigaRecordPrivate *piga_record_get_private (gpointer record);
const PigaField *piga_record_get_field (gpointer record, guint field);
void piga_record_note_change (gpointer record, guint field);

PigaFieldValue piga_record_get_value (gpointer record, guint field);
void piga_record_take_value (gpointer record, guint field, PigaFieldValue value);
void piga_record_clear_values (gpointer record);

G_END_DECLS
