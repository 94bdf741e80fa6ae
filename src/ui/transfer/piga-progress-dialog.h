/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_PROGRESS_DIALOG (piga_progress_dialog_get_type ())

/* Tells how far a long work has come, and lets it be cancelled. Short work ends before it shows. */
G_DECLARE_FINAL_TYPE (PigaProgressDialog, piga_progress_dialog, PIGA, PROGRESS_DIALOG, AdwDialog)

PigaProgressDialog *piga_progress_dialog_start (GtkWidget *parent, const char *title,
                                                GCancellable *cancellable);

void piga_progress_dialog_report (gint64 done, gint64 total, gpointer self);
void piga_progress_dialog_end (PigaProgressDialog *self);

G_END_DECLS
