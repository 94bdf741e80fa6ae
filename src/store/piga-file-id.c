/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file is looked at here without being opened: to close it again would take SQLite's locks off
 * it, where SQLite has it open in this process. */

#include "piga-file-id.h"

#include <glib/gstdio.h>

static gboolean
take (int result, const GStatBuf *info, PigaFileId *id)
{
  *id = (PigaFileId) { 0 };
  if (result == 0)
    *id = (PigaFileId) { info->st_dev, info->st_ino };
  return result == 0;
}

/**
 * piga_file_id_read:
 * @path: a path
 * @id: (out): what stands there, be it a symbolic link
 *
 * Returns: whether anything does
 */
gboolean
piga_file_id_read (const char *path, PigaFileId *id)
{
  GStatBuf info;
  const int result = g_lstat (path, &info);

  return take (result, &info, id);
}

/**
 * piga_file_id_follow:
 * @path: a path
 * @id: (out): the file to which it leads, over symbolic links
 *
 * Returns: whether there is one
 */
gboolean
piga_file_id_follow (const char *path, PigaFileId *id)
{
  GStatBuf info;
  const int result = g_stat (path, &info);

  return take (result, &info, id);
}

/**
 * piga_file_id_equal:
 * @a: a file
 * @b: another
 *
 * Returns: whether both are the same
 */
gboolean
piga_file_id_equal (const PigaFileId *a, const PigaFileId *b)
{
  return a->device == b->device && a->inode == b->inode;
}
