/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that was said about an interview, by whoever said it: a strength or a gap. */

#include "piga-remark.h"

#include <glib/gi18n-lib.h>

#include "piga-interview.h"
#include "piga-theme.h"

struct _PigaRemark
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (PigaRemark, piga_remark, PIGA_TYPE_RECORD)

static const PigaChoice voices[] = {
  { "me", NC_ ("voice", "Me") },
  { "employer", NC_ ("voice", "Employer") },
  { "partner", NC_ ("voice", "Practice partner") },
  { NULL, NULL },
};

static const PigaChoice sides[] = {
  { "strength", NC_ ("side", "Strength") },
  { "gap", NC_ ("side", "Gap") },
  { NULL, NULL },
};

static const PigaChoice mines[] = {
  { "unsaid", NC_ ("mine", "Not said") },
  { "mine", NC_ ("mine", "Mine to change") },
  { "partly", NC_ ("mine", "Partly") },
  { "not-mine", NC_ ("mine", "Not mine") },
  { NULL, NULL },
};

static const PigaChoice agrees[] = {
  { "unsaid", NC_ ("agree", "Not said") },
  { "fully", NC_ ("agree", "Fully") },
  { "partly", NC_ ("agree", "Partly") },
  { "not", NC_ ("agree", "Not at all") },
  { NULL, NULL },
};

static const PigaField fields[] = {
  [PIGA_REMARK_INTERVIEW] = { "interview", PIGA_FIELD_LINK, N_ ("Interview"), PIGA_FIELD_REQUIRED,
                              .linked = piga_interview_get_type },
  [PIGA_REMARK_VOICE] = { "voice", PIGA_FIELD_CHOICE, N_ ("Who says so"), .choices = voices,
                          .context = "voice" },
  [PIGA_REMARK_TEXT] = { "text", PIGA_FIELD_LONG, N_ ("Remark"), PIGA_FIELD_SEARCHED },
  [PIGA_REMARK_THEME] = { "theme", PIGA_FIELD_CHOICE, N_ ("Theme"), .choices = piga_themes,
                          .context = "theme" },
  [PIGA_REMARK_SIDE] = { "side", PIGA_FIELD_CHOICE, N_ ("Strength or gap"), .choices = sides,
                         .context = "side" },
  [PIGA_REMARK_MINE] = { "mine", PIGA_FIELD_CHOICE, N_ ("Mine to change?"), .choices = mines,
                         .context = "mine" },
  [PIGA_REMARK_AGREE] = { "agree", PIGA_FIELD_CHOICE, N_ ("How far I agree"), .choices = agrees,
                          .context = "agree" },
  [PIGA_REMARK_FIX] = { "fix", PIGA_FIELD_LONG, N_ ("One fix"), PIGA_FIELD_SEARCHED },
};

static void
piga_remark_class_init (PigaRemarkClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "remark", fields, G_N_ELEMENTS (fields));
}

static void
piga_remark_init (PigaRemark *self)
{
}
