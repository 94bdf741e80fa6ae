/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "records/piga-question.h"

G_BEGIN_DECLS

#define PIGA_TYPE_PRACTICE_ROW (piga_practice_row_get_type ())

/* A question to practise, which can be worded otherwise or taken away. */
G_DECLARE_FINAL_TYPE (PigaPracticeRow, piga_practice_row, PIGA, PRACTICE_ROW, AdwEntryRow)

GtkWidget *piga_practice_row_new (PigaContext *context, PigaQuestion *question);

void piga_practice_row_flush (PigaPracticeRow *self);

G_END_DECLS
