/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "records/piga-job-application.h"
#include "records/piga-interview.h"

G_BEGIN_DECLS

gboolean piga_round_is (PigaInterview *interview);
void piga_round_begin (PigaInterview *interview, PigaDay day);

char *piga_job_application_title (PigaJobApplication *application);
char *piga_interview_title (PigaInterview *interview, PigaJobApplication *application,
                            PigaDay today);

G_END_DECLS
