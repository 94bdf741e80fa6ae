/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_TEXT_ROW (piga_text_row_get_type ())

/* A row that takes as much text as the person likes and grows with it. Properties: "text" (string,
 * never NULL), "placeholder" (string), "single-line" (boolean: line breaks become spaces). Signal
 * "apply" (): Enter was pressed in a single line. */
G_DECLARE_FINAL_TYPE (PigaTextRow, piga_text_row, PIGA, TEXT_ROW, AdwPreferencesRow)

const char *piga_text_row_get_text (PigaTextRow *self);
void piga_text_row_set_text (PigaTextRow *self, const char *text);

G_END_DECLS
