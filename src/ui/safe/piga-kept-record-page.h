/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-record.h"

G_BEGIN_DECLS

/**
 * PigaKeptRecordDeeds:
 * @PIGA_KEPT_RECORD_BRING_BACK: a button brings it back
 * @PIGA_KEPT_RECORD_ERASE: a button deletes it for good
 *
 * What a person can do with a record that is kept somewhere.
 */
typedef enum
{
  PIGA_KEPT_RECORD_BRING_BACK = 1 << 0,
  PIGA_KEPT_RECORD_ERASE = 1 << 1,
} PigaKeptRecordDeeds;

#define PIGA_TYPE_KEPT_RECORD_PAGE (piga_kept_record_page_get_type ())

/* A record to be read, with whatever is filled in. Properties: "can-act" (boolean: whether its
 * buttons can be pressed). Signals: "bring-back" () and "erase" (): one of them was. */
G_DECLARE_FINAL_TYPE (PigaKeptRecordPage, piga_kept_record_page, PIGA, KEPT_RECORD_PAGE,
                      AdwNavigationPage)

PigaKeptRecordPage *piga_kept_record_page_new (gpointer record, GHashTable *linked, PigaDay today,
                                               PigaKeptRecordDeeds deeds);
gpointer piga_kept_record_page_get_record (PigaKeptRecordPage *self);

G_END_DECLS
