/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"
#include "sense/piga-stage.h"

G_BEGIN_DECLS

/* What a person does to an application, from wherever it is shown. Each is kept at once and says so
 * with a toast that can undo it; the toast shows in the window that holds @widget. */

void piga_application_move (GtkWidget *widget, PigaContext *context,
                            PigaJobApplication *application, PigaStage stage);
void piga_application_follow_up (GtkWidget *widget, PigaContext *context,
                                 PigaJobApplication *application);
void piga_application_delete (GtkWidget *widget, PigaContext *context,
                              PigaJobApplication *application);
void piga_application_discard (GtkWidget *widget, PigaContext *context,
                               PigaJobApplication *application);

G_END_DECLS
