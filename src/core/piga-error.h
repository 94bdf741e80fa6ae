/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PIGA_ERROR (piga_error_quark ())

/**
 * PigaError:
 * @PIGA_ERROR_INVALID: a value or a file is not what it has to be
 * @PIGA_ERROR_NOT_FOUND: there is no such record
 * @PIGA_ERROR_CONFLICT: the record on the disk is not the one that was read
 * @PIGA_ERROR_BUSY: somebody else holds the data
 * @PIGA_ERROR_READ_ONLY: nothing may be written
 * @PIGA_ERROR_FULL: there is no room on the disk
 * @PIGA_ERROR_CORRUPT: the data are damaged
 * @PIGA_ERROR_NOT_OURS: the file is not this application's
 * @PIGA_ERROR_TOO_NEW: the file was made by a newer version
 * @PIGA_ERROR_FAILED: anything else that went wrong while reading or writing
 *
 * What can go wrong, by what a person can do about it. The message is a whole translated sentence
 * for the person; it never holds what they wrote.
 */
typedef enum
{
  PIGA_ERROR_INVALID,
  PIGA_ERROR_NOT_FOUND,
  PIGA_ERROR_CONFLICT,
  PIGA_ERROR_BUSY,
  PIGA_ERROR_READ_ONLY,
  PIGA_ERROR_FULL,
  PIGA_ERROR_CORRUPT,
  PIGA_ERROR_NOT_OURS,
  PIGA_ERROR_TOO_NEW,
  PIGA_ERROR_FAILED,
} PigaError;

GQuark piga_error_quark (void);

G_END_DECLS
