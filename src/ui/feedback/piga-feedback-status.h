/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-feedback-letter.h"

G_BEGIN_DECLS

#define PIGA_TYPE_FEEDBACK_STATUS (piga_feedback_status_get_type ())

/* What has become of a request that was sent: its days, the words that went, and what there is to
 * do now. It is not there before. */
G_DECLARE_FINAL_TYPE (PigaFeedbackStatus, piga_feedback_status, PIGA, FEEDBACK_STATUS, AdwBin)

void piga_feedback_status_show (PigaFeedbackStatus *self, PigaContext *context,
                                PigaFeedbackLetter *letter);

G_END_DECLS
