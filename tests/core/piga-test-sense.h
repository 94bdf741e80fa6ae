/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <time.h>

#include "records/piga-feedback-request.h"
#include "records/piga-interview.h"
#include "records/piga-job-application.h"

G_BEGIN_DECLS

/* The languages of a table with a text in each. */
#define N_LANGUAGES 2

void piga_test_speak (guint language);
PigaDay piga_test_day (const char *iso);
void piga_test_assert_text (char *text, const char *expected);
GListModel *piga_test_list (GType type);
void piga_test_append (GListModel *list, gpointer record);

PigaJobApplication *piga_test_application (const char *employer, const char *role,
                                           const char *days);
PigaInterview *piga_test_interview (PigaJobApplication *application, const char *day,
                                    PigaInterviewOutcome outcome);
PigaFeedbackRequest *piga_test_request (PigaInterview *interview, const char *sent_on,
                                        const char *followed_up_on, const char *answered_on);

void piga_test_say_time (const char *what, clock_t start);

G_END_DECLS
