/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry of the journal. */

#include "piga-entry.h"

#include <glib/gi18n-lib.h>

#include "piga-interview.h"

struct _PigaEntry
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (PigaEntry, piga_entry, PIGA_TYPE_RECORD)

const PigaChoice piga_moods[] = {
  { "unsaid", NC_ ("mood", "Not said") },
  { "very-low", NC_ ("mood", "Very low") },
  { "low", NC_ ("mood", "Low") },
  { "middling", NC_ ("mood", "So-so") },
  { "good", NC_ ("mood", "Good") },
  { "very-good", NC_ ("mood", "Very good") },
  { NULL, NULL },
};

static const PigaField fields[] = {
  [PIGA_ENTRY_TITLE] = { "title", PIGA_FIELD_TEXT, N_ ("Title"), PIGA_FIELD_SEARCHED },
  [PIGA_ENTRY_BODY] = { "body", PIGA_FIELD_LONG, N_ ("Text"), PIGA_FIELD_SEARCHED },
  [PIGA_ENTRY_STEP] = { "step", PIGA_FIELD_INTEGER, N_ ("Step"), .least = 0, .most = 12 },
  [PIGA_ENTRY_PROMPT] = { "prompt", PIGA_FIELD_TEXT, N_ ("Prompt") },
  [PIGA_ENTRY_MOOD] = { "mood", PIGA_FIELD_CHOICE, N_ ("Mood"), .choices = piga_moods,
                        .context = "mood" },
  [PIGA_ENTRY_ROUND] = { "round", PIGA_FIELD_LINK, N_ ("Round"),
                         .linked = piga_interview_get_type },
};

static void
piga_entry_class_init (PigaEntryClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "entry", fields, G_N_ELEMENTS (fields));
}

static void
piga_entry_init (PigaEntry *self)
{
}
