/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "records/piga-feedback-request.h"
#include "records/piga-interview.h"

G_BEGIN_DECLS

/**
 * PigaCadence:
 * @PIGA_CADENCE_TOO_EARLY: the person has only just heard
 * @PIGA_CADENCE_GOOD: a good time to ask
 * @PIGA_CADENCE_LATE: the panel may have forgotten
 * @PIGA_CADENCE_SENT: asked, and waiting
 * @PIGA_CADENCE_FOLLOW_UP_DUE: one short reminder fits
 * @PIGA_CADENCE_FOLLOWED_UP: asked twice, and waiting
 * @PIGA_CADENCE_ANSWERED: an answer came
 * @PIGA_CADENCE_CLOSED: nothing more is asked
 *
 * Where a request for feedback stands.
 */
typedef enum
{
  PIGA_CADENCE_TOO_EARLY,
  PIGA_CADENCE_GOOD,
  PIGA_CADENCE_LATE,
  PIGA_CADENCE_SENT,
  PIGA_CADENCE_FOLLOW_UP_DUE,
  PIGA_CADENCE_FOLLOWED_UP,
  PIGA_CADENCE_ANSWERED,
  PIGA_CADENCE_CLOSED,
} PigaCadence;

PigaCadence piga_cadence_get (PigaInterview *interview, PigaFeedbackRequest *request,
                              PigaDay today);
PigaDay piga_cadence_get_day (PigaInterview *interview, PigaFeedbackRequest *request,
                              PigaDay today);
char *piga_cadence_sentence (PigaInterview *interview, PigaFeedbackRequest *request, PigaDay today);

PigaFeedbackRequest *piga_cadence_find_request (GListModel *requests, PigaInterview *interview);
char *piga_cadence_reply_rate (GListModel *requests);

G_END_DECLS
