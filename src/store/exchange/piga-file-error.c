/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What GIO says of a file, in a sentence for a person. GIO's own words name paths and know no
 * Kiswahili. Being cancelled is passed on as it is. */

#include "piga-file-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "piga-error.h"

typedef struct
{
  GIOErrorEnum cause;
  PigaError code;
  const char *sentence;
} Meaning;

static const Meaning reading[] = {
  { G_IO_ERROR_NOT_FOUND, PIGA_ERROR_NOT_FOUND, N_ ("There is no such file.") },
  { G_IO_ERROR_PERMISSION_DENIED, PIGA_ERROR_FAILED,
    N_ ("You are not allowed to read this file.") },
  { G_IO_ERROR_IS_DIRECTORY, PIGA_ERROR_NOT_OURS, N_ ("This is a folder, not a file.") },
  { G_IO_ERROR_NOT_REGULAR_FILE, PIGA_ERROR_NOT_OURS, N_ ("This is not an ordinary file.") },
};

static const Meaning writing[] = {
  { G_IO_ERROR_NOT_FOUND, PIGA_ERROR_NOT_FOUND,
    N_ ("The folder is not there. Choose another one.") },
  { G_IO_ERROR_NOT_DIRECTORY, PIGA_ERROR_NOT_FOUND,
    N_ ("The folder is not there. Choose another one.") },
  { G_IO_ERROR_PERMISSION_DENIED, PIGA_ERROR_READ_ONLY,
    N_ ("You are not allowed to write there. Choose another folder.") },
  { G_IO_ERROR_READ_ONLY, PIGA_ERROR_READ_ONLY,
    N_ ("Nothing can be written there. Choose another folder.") },
  { G_IO_ERROR_NO_SPACE, PIGA_ERROR_FULL,
    N_ ("There is no room left there. Make some room, or choose another place.") },
  { G_IO_ERROR_IS_DIRECTORY, PIGA_ERROR_FAILED,
    N_ ("A folder has this name. Choose another name.") },
  { G_IO_ERROR_NOT_REGULAR_FILE, PIGA_ERROR_FAILED,
    N_ ("Something that is not an ordinary file has this name. Choose another name.") },
};

/* Takes over @cause. */
static void
propagate (GError **error, GError *cause, const Meaning *meanings, gsize n_meanings,
           const char *otherwise)
{
  g_autoptr (GError) owned = cause;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return;
    }
  for (gsize i = 0; i < n_meanings; i++)
    {
      if (g_error_matches (cause, G_IO_ERROR, (int) meanings[i].cause))
        {
          g_set_error_literal (error, PIGA_ERROR, (int) meanings[i].code, _ (meanings[i].sentence));
          return;
        }
    }
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_FAILED, otherwise);
}

/**
 * piga_file_error_propagate_reading:
 * @error: return location for a #PigaError
 * @cause: (transfer full): what GIO said when a file was read
 */
void
piga_file_error_propagate_reading (GError **error, GError *cause)
{
  propagate (error, cause, reading, G_N_ELEMENTS (reading), _ ("The file could not be read."));
}

/**
 * piga_file_error_propagate_writing:
 * @error: return location for a #PigaError
 * @cause: (transfer full): what GIO said when a file was written
 */
void
piga_file_error_propagate_writing (GError **error, GError *cause)
{
  propagate (error, cause, writing, G_N_ELEMENTS (writing), _ ("The file could not be written."));
}
