/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-rejection.h"

G_BEGIN_DECLS

#define PIGA_TYPE_REJECTION_DIALOG (piga_rejection_dialog_get_type ())

/* The dialog in which a person tells of an interview after which they were not chosen. */
G_DECLARE_FINAL_TYPE (PigaRejectionDialog, piga_rejection_dialog, PIGA, REJECTION_DIALOG, AdwDialog)

PigaRejectionDialog *piga_rejection_dialog_new (PigaContext *context, PigaRejection *rejection);

gboolean piga_rejection_dialog_holds_back (PigaRejectionDialog *self);

G_END_DECLS
