/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PIGA_TYPE_LINE_READER (piga_line_reader_get_type ())

G_DECLARE_FINAL_TYPE (PigaLineReader, piga_line_reader, PIGA, LINE_READER, GObject)

PigaLineReader *piga_line_reader_new (GInputStream *stream);

gboolean piga_line_reader_read (PigaLineReader *self, gsize longest, const char **line,
                                gsize *length, GCancellable *cancellable, GError **error);
guint piga_line_reader_get_number (PigaLineReader *self);
gint64 piga_line_reader_get_position (PigaLineReader *self);
gboolean piga_line_reader_is_cut_off (PigaLineReader *self);

G_END_DECLS
