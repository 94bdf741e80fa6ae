/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"

G_BEGIN_DECLS

/* More gaps than these are too many to work on after one interview. */
#define PIGA_DEBRIEF_MOST_GAPS 3

#define PIGA_TYPE_DEBRIEF (piga_debrief_get_type ())

/* What a person has noted of one interview: the questions, what went well, the gaps. It follows the
 * store, and brings what changes in these records to the disk. Signal "changed" (): something of it
 * is no longer as it was. */
G_DECLARE_FINAL_TYPE (PigaDebrief, piga_debrief, PIGA, DEBRIEF, GObject)

gboolean piga_debrief_is_own (PigaRemark *remark, PigaSide side);

PigaDebrief *piga_debrief_new (PigaContext *context, PigaInterview *interview);

PigaContext *piga_debrief_get_context (PigaDebrief *self);
PigaInterview *piga_debrief_get_interview (PigaDebrief *self);
GListModel *piga_debrief_get_questions (PigaDebrief *self);
GListModel *piga_debrief_get_remarks (PigaDebrief *self, PigaSide side);
GListModel *piga_debrief_get_offers (PigaDebrief *self, PigaSide side);
PigaQuestion *piga_debrief_find_question (PigaDebrief *self, PigaRemark *remark);

gboolean piga_debrief_can_add (PigaDebrief *self, PigaSide side);
void piga_debrief_add_question (PigaDebrief *self, const char *text);
gboolean piga_debrief_add_remark (PigaDebrief *self, PigaSide side, const char *text);
gboolean piga_debrief_take_offer (PigaDebrief *self, PigaSide side, PigaQuestion *question);
void piga_debrief_flush (PigaDebrief *self);

G_END_DECLS
