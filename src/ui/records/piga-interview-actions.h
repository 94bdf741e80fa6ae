/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"

G_BEGIN_DECLS

/* What a person does to an interview; a toast tells of it and offers to take it back. */

void piga_interview_add (GtkWidget *widget, PigaContext *context, PigaJobApplication *application);
void piga_interview_decide (GtkWidget *widget, PigaContext *context, PigaInterview *interview,
                            PigaInterviewOutcome outcome);
void piga_interview_move_heard_on (PigaContext *context, PigaInterview *interview, PigaDay before);
void piga_interview_close_round (GtkWidget *widget, PigaContext *context, PigaInterview *round);
void piga_interview_reopen_round (GtkWidget *widget, PigaContext *context, PigaInterview *round);
void piga_interview_delete (GtkWidget *widget, PigaContext *context, PigaInterview *interview);

G_END_DECLS
