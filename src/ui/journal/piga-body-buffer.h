/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/* Above this, in characters, colours and spell check cost more than they give. */
#define PIGA_BODY_BUFFER_LONGEST_SHORT (256 * 1024)

#define PIGA_TYPE_BODY_BUFFER (piga_body_buffer_get_type ())

/* The text of an entry. Property "long" (boolean, read-only): whether it is so long that it is
 * shown plain. Signal "pasted": all of a paste is in, with a boolean that says whether characters
 * had to be taken out of it. */
G_DECLARE_FINAL_TYPE (PigaBodyBuffer, piga_body_buffer, PIGA, BODY_BUFFER, GtkSourceBuffer)

PigaBodyBuffer *piga_body_buffer_new (void);

gboolean piga_body_buffer_is_long (PigaBodyBuffer *self);

void piga_body_buffer_begin_paste (PigaBodyBuffer *self);
void piga_body_buffer_paste (PigaBodyBuffer *self, GBytes *bytes);
gboolean piga_body_buffer_is_pasting (PigaBodyBuffer *self);
void piga_body_buffer_finish_paste (PigaBodyBuffer *self);

G_END_DECLS
