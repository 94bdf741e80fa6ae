/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has the database. SQLite's own locks belong to a process and a file, and are gone as soon as
 * that process closes the file after having opened it for anything else: to look at its first bytes
 * for its type is enough, which the file chooser does with each file of a folder that it shows. A
 * second process would then write, too, and damage everything. So there is one more lock beside
 * SQLite's, of the kind that goes only with what took it. */

#define _GNU_SOURCE

#include "piga-database-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* The bytes that SQLite locks, a part of its file format, and the one behind them, which is
 * ours. In a file so large nothing is kept there. */
#define LOCK_START 0x40000000
#define LOCK_LENGTH 512
#define GUARD (LOCK_START + LOCK_LENGTH)

static struct flock
make_lock (short type, off_t start, off_t length)
{
  return (struct flock) { .l_type = type, .l_whence = SEEK_SET, .l_start = start, .l_len = length };
}

/**
 * piga_database_file_guard:
 * @path: a database that this process has open
 * @guard: (out): the lock, to be given to piga_database_file_unguard() before the database is
 *   closed, and closed itself afterwards; -1 where the file system knows no such lock
 *
 * Returns: whether no other process has the lock
 */
gboolean
piga_database_file_guard (const char *path, int *guard)
{
  const int fd = g_open (path, O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0);
  struct flock lock = make_lock (F_WRLCK, GUARD, 1);

  *guard = fd;
  return fd < 0 || fcntl (fd, F_OFD_SETLK, &lock) == 0 || (errno != EAGAIN && errno != EACCES);
}

/**
 * piga_database_file_unguard:
 * @guard: a lock, or -1
 *
 * Lets another process take the lock as soon as SQLite lets it have the database.
 */
void
piga_database_file_unguard (int guard)
{
  struct flock lock = make_lock (F_UNLCK, GUARD, 1);

  if (guard >= 0)
    fcntl (guard, F_OFD_SETLK, &lock);
}

/**
 * piga_database_file_is_in_use:
 * @path: a path at which stands nothing that this process has open
 *
 * Returns: whether another process has a database open there
 */
gboolean
piga_database_file_is_in_use (const char *path)
{
  g_autofd int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
  struct flock lock = make_lock (F_WRLCK, LOCK_START, LOCK_LENGTH + 1);

  return fd >= 0 && fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}
