/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_EXCHANGE_READER (piga_exchange_reader_get_type ())

G_DECLARE_FINAL_TYPE (PigaExchangeReader, piga_exchange_reader, PIGA, EXCHANGE_READER, GObject)

PigaExchangeReader *piga_exchange_reader_new (GInputStream *stream, const GType *kinds);
PigaExchangeReader *piga_exchange_reader_open (GFile *file, const GType *kinds,
                                               GCancellable *cancellable, GError **error);

gboolean piga_exchange_reader_read (PigaExchangeReader *self, gpointer *record,
                                    GCancellable *cancellable, GError **error);
gboolean piga_exchange_reader_has_read (PigaExchangeReader *self, GType kind, const char *id);
void piga_exchange_reader_prefix_line (PigaExchangeReader *self, GError **error);

guint piga_exchange_reader_get_n_records (PigaExchangeReader *self);
gint64 piga_exchange_reader_get_position (PigaExchangeReader *self);
gint64 piga_exchange_reader_get_size (PigaExchangeReader *self);

G_END_DECLS
