/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "piga-feedback-letter.h"
#include "print/piga-sheet.h"

G_BEGIN_DECLS

PigaSheet *piga_feedback_create_sheet (PigaFeedbackLetter *letter);
void piga_feedback_print (GtkWidget *parent, PigaFeedbackLetter *letter);

G_END_DECLS
