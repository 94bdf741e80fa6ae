/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "records/piga-interview.h"
#include "records/piga-job-application.h"

G_BEGIN_DECLS

/**
 * PigaInterviewDoubt:
 * @PIGA_INTERVIEW_DOUBT_NONE: the days can be
 * @PIGA_INTERVIEW_DOUBT_TO_COME: there is an answer to an interview that is still to come
 * @PIGA_INTERVIEW_DOUBT_HEARD_TO_COME: it was heard of on a day that is still to come
 * @PIGA_INTERVIEW_DOUBT_HEARD_BEFORE: it was heard of before the interview
 * @PIGA_INTERVIEW_DOUBT_HEARD_UNAPPLIED: it was heard of before the person applied
 * @PIGA_INTERVIEW_DOUBT_UNAPPLIED: the interview was before the person applied
 *
 * Why the days of an interview cannot be right; the last one may be, where the application was
 * written down later than it was sent.
 */
typedef enum
{
  PIGA_INTERVIEW_DOUBT_NONE,
  PIGA_INTERVIEW_DOUBT_TO_COME,
  PIGA_INTERVIEW_DOUBT_HEARD_TO_COME,
  PIGA_INTERVIEW_DOUBT_HEARD_BEFORE,
  PIGA_INTERVIEW_DOUBT_HEARD_UNAPPLIED,
  PIGA_INTERVIEW_DOUBT_UNAPPLIED,
} PigaInterviewDoubt;

PigaInterviewDoubt piga_interview_doubt (PigaInterview *interview, PigaJobApplication *application,
                                         gboolean is_over, PigaDay today);
char *piga_interview_doubt_sentence (PigaInterviewDoubt doubt, PigaJobApplication *application,
                                     PigaDay today);

guint piga_interview_number (GListModel *interviews, PigaInterview *interview, guint *n_interviews);

G_END_DECLS
