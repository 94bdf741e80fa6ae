/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PigaFileId:
 * @device: the file system; 0 where no file is meant
 * @inode: the file in it
 *
 * Which file it is, whatever its names.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
} PigaFileId;

gboolean piga_file_id_read (const char *path, PigaFileId *id);
gboolean piga_file_id_follow (const char *path, PigaFileId *id);
gboolean piga_file_id_equal (const PigaFileId *a, const PigaFileId *b);

G_END_DECLS
