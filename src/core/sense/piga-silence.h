/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/piga-job-application.h"

G_BEGIN_DECLS

/**
 * PigaSilence:
 * @PIGA_SILENCE_NONE: no answer is waited for, or nobody can say since when
 * @PIGA_SILENCE_FRESH: too early to ask
 * @PIGA_SILENCE_FOLLOW_UP_DUE: a short follow-up fits now
 * @PIGA_SILENCE_FOLLOWED_UP: the person has asked, and waits
 * @PIGA_SILENCE_PROBABLY_CLOSED: so long that an answer is no longer likely
 *
 * How long an employer has been silent about an application that was sent.
 */
typedef enum
{
  PIGA_SILENCE_NONE,
  PIGA_SILENCE_FRESH,
  PIGA_SILENCE_FOLLOW_UP_DUE,
  PIGA_SILENCE_FOLLOWED_UP,
  PIGA_SILENCE_PROBABLY_CLOSED,
} PigaSilence;

/**
 * PigaSilenceRule:
 * @follow_up_days: after so many days a follow-up fits; the setting `follow-up-days`
 * @closed_days: after so many days it is probably closed; the setting `closed-days`
 *
 * The person's own patience. Both count days without a word; a follow-up starts @closed_days anew.
 */
typedef struct
{
  guint follow_up_days;
  guint closed_days;
} PigaSilenceRule;

PigaSilence piga_silence_get (PigaJobApplication *application, const PigaSilenceRule *rule,
                              PigaDay today);
PigaDay piga_silence_get_since (PigaJobApplication *application, PigaDay today);
PigaDay piga_silence_get_follow_up_day (PigaJobApplication *application,
                                        const PigaSilenceRule *rule, PigaDay today);
char *piga_silence_sentence (PigaJobApplication *application, const PigaSilenceRule *rule,
                             PigaDay today);

G_END_DECLS
