/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-body-buffer.h"

G_BEGIN_DECLS

#define PIGA_TYPE_BODY_VIEW (piga_body_view_get_type ())

/* Where the text of an entry is written; its buffer is a PigaBodyBuffer. */
G_DECLARE_FINAL_TYPE (PigaBodyView, piga_body_view, PIGA, BODY_VIEW, GtkSourceView)

void piga_body_view_insert (PigaBodyView *self, const char *text);
void piga_body_view_scroll_to_cursor (PigaBodyView *self);

G_END_DECLS
