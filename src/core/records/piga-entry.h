/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_ENTRY (piga_entry_get_type ())

G_DECLARE_FINAL_TYPE (PigaEntry, piga_entry, PIGA, ENTRY, PigaRecord)

/* The fields, in the order of their declaration. */
enum
{
  PIGA_ENTRY_TITLE,
  PIGA_ENTRY_BODY,
  PIGA_ENTRY_STEP,
  PIGA_ENTRY_PROMPT,
  PIGA_ENTRY_MOOD,
  PIGA_ENTRY_ROUND,
};

typedef enum
{
  PIGA_MOOD_UNSAID,
  PIGA_MOOD_VERY_LOW,
  PIGA_MOOD_LOW,
  PIGA_MOOD_MIDDLING,
  PIGA_MOOD_GOOD,
  PIGA_MOOD_VERY_GOOD,
} PigaMood;

extern const PigaChoice piga_moods[];

G_END_DECLS
