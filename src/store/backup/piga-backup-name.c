/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The name of a backup, such as "piga-hatua-1f0c52aa-00042-20261201T101500Z-daily.db". All that has
 * to be known to choose which ones are kept stands in it, so that no list can be lost or be wrong.
 *
 * The series tells the backups of one computer from those of another in the same folder, such as
 * that of a stick. The number counts them, as a clock may jump. */

#include "piga-backup-name.h"

#include <string.h>

#define PREFIX "piga-hatua-"
#define SUFFIX ".db"
#define TIME_FORMAT "%Y%m%dT%H%M%SZ"
#define TIME_LENGTH 16

static const char *const reasons[PIGA_BACKUP_N_REASONS] = {
  [PIGA_BACKUP_DAILY] = "daily",       [PIGA_BACKUP_UPDATE] = "update",
  [PIGA_BACKUP_IMPORT] = "import",     [PIGA_BACKUP_RESTORE] = "restore",
  [PIGA_BACKUP_DELETION] = "deletion", [PIGA_BACKUP_ASKED] = "asked",
};

static gboolean
parse_series (const char *text, char *series)
{
  if (strlen (text) != PIGA_BACKUP_SERIES_LENGTH
      || strspn (text, "0123456789abcdef") != PIGA_BACKUP_SERIES_LENGTH)
    return FALSE;

  g_strlcpy (series, text, PIGA_BACKUP_SERIES_LENGTH + 1);
  return TRUE;
}

static gboolean
parse_number (const char *text, guint *number)
{
  guint64 parsed;

  if (strlen (text) < 5 || !g_ascii_string_to_unsigned (text, 10, 1, G_MAXUINT, &parsed, NULL))
    return FALSE;

  *number = (guint) parsed;
  return TRUE;
}

static gboolean
parse_time (const char *text, gint64 *time)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) parsed = NULL;

  if (strlen (text) != TIME_LENGTH)
    return FALSE;
  parsed = g_date_time_new_from_iso8601 (text, utc);
  if (parsed == NULL)
    return FALSE;

  *time = g_date_time_to_unix (parsed) * G_TIME_SPAN_SECOND;
  return TRUE;
}

static gboolean
parse_reason (const char *text, PigaBackupReason *reason)
{
  for (guint i = 0; i < PIGA_BACKUP_N_REASONS; i++)
    if (g_str_equal (text, reasons[i]))
      {
        *reason = (PigaBackupReason) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * piga_backup_name_parse:
 * @text: the name of a file, without its folder
 * @name: (out): what it says
 *
 * Returns: whether it is the name of a backup
 */
gboolean
piga_backup_name_parse (const char *text, PigaBackupName *name)
{
  g_autofree char *middle = NULL;
  g_auto (GStrv) parts = NULL;

  if (!g_str_has_prefix (text, PREFIX) || !g_str_has_suffix (text, SUFFIX))
    return FALSE;

  middle = g_strndup (text + strlen (PREFIX), strlen (text) - strlen (PREFIX) - strlen (SUFFIX));
  parts = g_strsplit (middle, "-", -1);
  return g_strv_length (parts) == 4 && parse_series (parts[0], name->series)
         && parse_number (parts[1], &name->number) && parse_time (parts[2], &name->time)
         && parse_reason (parts[3], &name->reason);
}

/**
 * piga_backup_name_to_text:
 * @name: what the name is to say
 *
 * Returns: (transfer full): the name of a file
 */
char *
piga_backup_name_to_text (const PigaBackupName *name)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (name->time / G_TIME_SPAN_SECOND);
  g_autofree char *text = g_date_time_format (time, TIME_FORMAT);

  return g_strdup_printf (PREFIX "%s-%05u-%s-%s" SUFFIX, name->series, name->number, text,
                          reasons[name->reason]);
}
