/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_FEEDBACK_DESK (piga_feedback_desk_get_type ())

/* Where an employer is asked for feedback on an interview: from what is known to a mail, a call, a
 * text message or a letter, its one follow-up, and the answer. */
G_DECLARE_FINAL_TYPE (PigaFeedbackDesk, piga_feedback_desk, PIGA, FEEDBACK_DESK, AdwNavigationPage)

AdwNavigationPage *piga_feedback_desk_new (PigaContext *context, const char *interview);
char *piga_feedback_desk_describe (PigaContext *context, const char *interview);

G_END_DECLS
