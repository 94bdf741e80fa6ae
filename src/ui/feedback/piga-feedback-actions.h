/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-feedback-letter.h"

G_BEGIN_DECLS

/* What a person does with a request for feedback. Each is kept at once and says so with a toast
 * that can undo it; the toast shows in the window that holds @widget. */

void piga_feedback_sent (GtkWidget *widget, PigaContext *context, PigaFeedbackLetter *letter);
void piga_feedback_answered (GtkWidget *widget, PigaContext *context, PigaFeedbackLetter *letter);
void piga_feedback_close (GtkWidget *widget, PigaContext *context, PigaFeedbackLetter *letter);
void piga_feedback_write_again (GtkWidget *widget, PigaContext *context,
                                PigaFeedbackLetter *letter);

G_END_DECLS
