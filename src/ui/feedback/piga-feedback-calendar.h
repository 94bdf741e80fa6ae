/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-feedback-letter.h"

G_BEGIN_DECLS

char *piga_feedback_calendar (PigaContext *context, PigaFeedbackLetter *letter);

G_END_DECLS
