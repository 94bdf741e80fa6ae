/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-store.h"

G_BEGIN_DECLS

#define PIGA_TYPE_RECORD_DRAFT (piga_record_draft_get_type ())

/* A record while it is being filled in: brings what changes in it to the disk. */
G_DECLARE_FINAL_TYPE (PigaRecordDraft, piga_record_draft, PIGA, RECORD_DRAFT, GObject)

PigaRecordDraft *piga_record_draft_new (PigaStore *store, gpointer record);

gpointer piga_record_draft_get_record (PigaRecordDraft *self);
void piga_record_draft_flush (PigaRecordDraft *self);
void piga_record_draft_keep (PigaRecordDraft *self);
void piga_record_draft_abandon (PigaRecordDraft *self);

G_END_DECLS
