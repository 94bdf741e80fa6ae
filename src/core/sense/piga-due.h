/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "piga-record.h"
#include "sense/piga-silence.h"

G_BEGIN_DECLS

/* What is due. Of one day, it stands in this order. */
typedef enum
{
  PIGA_DUE_INTERVIEW,
  PIGA_DUE_CLOSING,
  PIGA_DUE_FOLLOW_UP,
  PIGA_DUE_FEEDBACK,
  PIGA_DUE_FEEDBACK_FOLLOW_UP,
  PIGA_DUE_GOAL,
  PIGA_DUE_MISSED,
} PigaDueKind;

/**
 * PigaDue:
 * @kind: what it is; %PIGA_DUE_MISSED is a closing date that went by yesterday, to be said quietly
 * @record: the application, interview or goal; the interview too where feedback is due
 * @day: the day it is for; of what is overdue, the day on which it fell due
 * @sentence: a whole sentence for today
 * @summary: what to call it in a calendar, where any day may be today
 */
typedef struct
{
  PigaDueKind kind;
  PigaRecord *record;
  PigaDay day;
  char *sentence;
  char *summary;
} PigaDue;

/**
 * PigaDueScope:
 * @PIGA_DUE_NOW: what to look at today: due, or within days
 * @PIGA_DUE_COMING: all that has a day from today on, for a calendar
 */
typedef enum
{
  PIGA_DUE_NOW,
  PIGA_DUE_COMING,
} PigaDueScope;

/**
 * PigaDueFacts:
 * @applications: (nullable) (element-type PigaJobApplication): the applications
 * @all_applications: (nullable) (element-type PigaJobApplication): where the interviews find the
 *   application they were for, if that is not @applications
 * @interviews: (nullable) (element-type PigaInterview): the interviews
 * @requests: (nullable) (element-type PigaFeedbackRequest): the requests for feedback
 * @goals: (nullable) (element-type PigaGoal): the goals
 * @rule: when a follow-up fits
 * @today: the day it is
 *
 * What it is found in. Whatever is %NULL is left out.
 */
typedef struct
{
  GListModel *applications;
  GListModel *all_applications;
  GListModel *interviews;
  GListModel *requests;
  GListModel *goals;
  PigaSilenceRule rule;
  PigaDay today;
} PigaDueFacts;

extern const guint piga_due_days[];
extern const guint piga_due_n_days;

PigaDay piga_due_since (const PigaSilenceRule *rule, PigaDay today);
GPtrArray *piga_due_list (const PigaDueFacts *facts, PigaDueScope scope);
void piga_due_free (PigaDue *due);

G_END_DECLS
