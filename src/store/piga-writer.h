/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "piga-store.h"

G_BEGIN_DECLS

typedef struct _PigaWriter PigaWriter;

/**
 * PigaWish:
 * @PIGA_WISH_SAVE: write what was changed
 * @PIGA_WISH_DELETE: write it and put the record into the trash
 * @PIGA_WISH_UNDELETE: write it and take the record out of the trash
 */
typedef enum
{
  PIGA_WISH_SAVE,
  PIGA_WISH_DELETE,
  PIGA_WISH_UNDELETE,
} PigaWish;

PigaWriter *piga_writer_new (PigaStore *store);
void piga_writer_free (PigaWriter *self);

void piga_writer_ask (PigaWriter *self, gpointer record, PigaWish wish, GTask *task);
void piga_writer_flush (PigaWriter *self, GTask *task);
void piga_writer_forget (PigaWriter *self, gpointer record);
void piga_writer_stop (PigaWriter *self);
gboolean piga_writer_is_pending (PigaWriter *self);
GPtrArray *piga_writer_list_unsaved (PigaWriter *self);

G_END_DECLS
