/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-body-buffer.h"
#include "piga-store.h"
#include "records/piga-entry.h"

G_BEGIN_DECLS

/**
 * PigaDraftState:
 * @PIGA_DRAFT_BLANK: a new entry in which nothing was typed; it is not kept
 * @PIGA_DRAFT_SAVED: everything typed is on the disk
 * @PIGA_DRAFT_SAVING: something typed is on its way to the disk
 * @PIGA_DRAFT_FAILED: something typed is not on the disk, and the last try failed
 */
typedef enum
{
  PIGA_DRAFT_BLANK,
  PIGA_DRAFT_SAVED,
  PIGA_DRAFT_SAVING,
  PIGA_DRAFT_FAILED,
} PigaDraftState;

#define PIGA_TYPE_DRAFT (piga_draft_get_type ())

/* An entry while it is being written. Property "state" (uint, a PigaDraftState). */
G_DECLARE_FINAL_TYPE (PigaDraft, piga_draft, PIGA, DRAFT, GObject)

PigaDraft *piga_draft_new (PigaStore *store, PigaEntry *entry);

PigaEntry *piga_draft_get_entry (PigaDraft *self);
GtkEntryBuffer *piga_draft_get_title (PigaDraft *self);
PigaBodyBuffer *piga_draft_get_body (PigaDraft *self);
PigaDraftState piga_draft_get_state (PigaDraft *self);
const GError *piga_draft_get_error (PigaDraft *self);

void piga_draft_set_step (PigaDraft *self, guint step);
void piga_draft_set_mood (PigaDraft *self, PigaMood mood);

void piga_draft_flush (PigaDraft *self);
void piga_draft_abandon (PigaDraft *self);

G_END_DECLS
