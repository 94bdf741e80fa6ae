/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-test-vfs.h"

#include <sqlite3.h>

/* Our file, behind which lies the true one. */
typedef struct
{
  sqlite3_file base;
  sqlite3_file *file;
  gpointer watched; /* what the watch has of it */
} File;

static sqlite3_vfs *true_vfs;

/* Set by the test's thread, used by the store's; nothing is under way when they are set. */
static gint calls_left;
static gboolean is_armed;
static gboolean has_failed;
static gboolean fault_stays;
static PigaTestFault armed_fault;
static const PigaTestWatch *watch;

static gboolean
is_faulty (gboolean writes)
{
  if (!is_armed || (!writes && armed_fault != PIGA_TEST_FAULT_IO))
    return FALSE;
  if (calls_left > 0)
    calls_left--;
  if (calls_left > 0 || (has_failed && !fault_stays))
    return FALSE;

  has_failed = TRUE;
  return TRUE;
}

static int
get_code (int io_code)
{
  return armed_fault == PIGA_TEST_FAULT_IO ? io_code : SQLITE_FULL;
}

static sqlite3_file *
get_file (sqlite3_file *file)
{
  return ((File *) (void *) file)->file;
}

static gpointer
get_watched (sqlite3_file *file)
{
  return ((File *) (void *) file)->watched;
}

static int
vfs_close (sqlite3_file *file)
{
  sqlite3_file *inner = get_file (file);
  const int code = inner->pMethods->xClose (inner);

  sqlite3_free (inner);
  return code;
}

static int
vfs_read (sqlite3_file *file, void *bytes, int length, sqlite3_int64 offset)
{
  if (is_faulty (FALSE))
    return SQLITE_IOERR_READ;
  return get_file (file)->pMethods->xRead (get_file (file), bytes, length, offset);
}

static int
vfs_write (sqlite3_file *file, const void *bytes, int length, sqlite3_int64 offset)
{
  if (is_faulty (TRUE))
    {
      if (armed_fault == PIGA_TEST_FAULT_SHORT)
        get_file (file)->pMethods->xWrite (get_file (file), bytes, length / 2, offset);
      return get_code (SQLITE_IOERR_WRITE);
    }
  if (get_watched (file) != NULL)
    watch->write (get_watched (file), bytes, (gsize) length, offset);
  return get_file (file)->pMethods->xWrite (get_file (file), bytes, length, offset);
}

static int
vfs_truncate (sqlite3_file *file, sqlite3_int64 size)
{
  if (is_faulty (TRUE))
    return get_code (SQLITE_IOERR_TRUNCATE);
  if (get_watched (file) != NULL)
    watch->truncate (get_watched (file), size);
  return get_file (file)->pMethods->xTruncate (get_file (file), size);
}

static int
vfs_sync (sqlite3_file *file, int flags)
{
  if (is_faulty (TRUE))
    return get_code (SQLITE_IOERR_FSYNC);
  if (get_watched (file) != NULL)
    watch->sync (get_watched (file));
  /* No test pulls the plug, and waiting for the true disk would take most of its time. */
  return SQLITE_OK;
}

static int
vfs_file_size (sqlite3_file *file, sqlite3_int64 *size)
{
  if (is_faulty (FALSE))
    return SQLITE_IOERR_FSTAT;
  return get_file (file)->pMethods->xFileSize (get_file (file), size);
}

static int
vfs_lock (sqlite3_file *file, int lock)
{
  return get_file (file)->pMethods->xLock (get_file (file), lock);
}

static int
vfs_unlock (sqlite3_file *file, int lock)
{
  return get_file (file)->pMethods->xUnlock (get_file (file), lock);
}

static int
vfs_check_lock (sqlite3_file *file, int *reserved)
{
  return get_file (file)->pMethods->xCheckReservedLock (get_file (file), reserved);
}

static int
vfs_control (sqlite3_file *file, int operation, void *argument)
{
  return get_file (file)->pMethods->xFileControl (get_file (file), operation, argument);
}

static int
vfs_sector_size (sqlite3_file *file)
{
  return get_file (file)->pMethods->xSectorSize (get_file (file));
}

static int
vfs_characteristics (sqlite3_file *file)
{
  return get_file (file)->pMethods->xDeviceCharacteristics (get_file (file));
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = vfs_close,
  .xRead = vfs_read,
  .xWrite = vfs_write,
  .xTruncate = vfs_truncate,
  .xSync = vfs_sync,
  .xFileSize = vfs_file_size,
  .xLock = vfs_lock,
  .xUnlock = vfs_unlock,
  .xCheckReservedLock = vfs_check_lock,
  .xFileControl = vfs_control,
  .xSectorSize = vfs_sector_size,
  .xDeviceCharacteristics = vfs_characteristics,
};

static int
vfs_open (sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out_flags)
{
  File *self = (File *) (void *) file;
  int code;

  file->pMethods = NULL;
  if (is_faulty ((flags & SQLITE_OPEN_CREATE) != 0))
    return get_code (SQLITE_CANTOPEN);

  self->file = sqlite3_malloc (true_vfs->szOsFile);
  code = true_vfs->xOpen (true_vfs, name, self->file, flags, out_flags);
  if (code != SQLITE_OK)
    {
      sqlite3_free (self->file);
      return code;
    }
  file->pMethods = &methods;
  self->watched = watch != NULL && name != NULL ? watch->open (name) : NULL;
  return code;
}

static int
vfs_delete (sqlite3_vfs *vfs, const char *name, int sync_folder)
{
  if (is_faulty (TRUE))
    return get_code (SQLITE_IOERR_DELETE);
  if (watch != NULL)
    watch->remove (name);
  return true_vfs->xDelete (true_vfs, name, FALSE);
}

void
piga_test_vfs_install (void)
{
  static sqlite3_vfs vfs;

  true_vfs = sqlite3_vfs_find (NULL);
  vfs = *true_vfs;
  vfs.zName = "piga-test";
  vfs.pNext = NULL;
  vfs.szOsFile = sizeof (File);
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

void
piga_test_vfs_arm (PigaTestFault fault, guint n, gboolean stays)
{
  calls_left = (gint) n;
  armed_fault = fault;
  fault_stays = stays;
  has_failed = FALSE;
  is_armed = TRUE;
}

gboolean
piga_test_vfs_disarm (void)
{
  is_armed = FALSE;
  return has_failed;
}

void
piga_test_vfs_watch (const PigaTestWatch *new_watch)
{
  watch = new_watch;
}
