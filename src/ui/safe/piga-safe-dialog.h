/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_SAFE_DIALOG (piga_safe_dialog_get_type ())

/* What is kept for the person beside what they see: the trash. */
G_DECLARE_FINAL_TYPE (PigaSafeDialog, piga_safe_dialog, PIGA, SAFE_DIALOG, AdwDialog)

AdwDialog *piga_safe_dialog_new (PigaContext *context);

G_END_DECLS
