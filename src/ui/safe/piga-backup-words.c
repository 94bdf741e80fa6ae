/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A backup in the words of a person: when it was made, why, and what is in it. */

#include "config.h"

#include "piga-backup-words.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"

/**
 * piga_backup_words_title:
 * @backup: a backup
 * @today: the day it is
 *
 * Returns: (transfer full): when it was made, such as “Today, 10:15”
 */
char *
piga_backup_words_title (PigaBackup *backup, PigaDay today)
{
  const gint64 time = piga_backup_get_time (backup);
  const PigaDay day = piga_day_from_time (time);
  g_autofree char *clock = piga_calendar_time (time);
  g_autofree char *date = piga_calendar_date_with_weekday (day);

  if (day == today)
    /* Translators: when a backup was made; %s is such as “10:15”. */
    return g_strdup_printf (_ ("Today, %s"), clock);
  if (day + 1 == today)
    /* Translators: when a backup was made; %s is such as “10:15”. */
    return g_strdup_printf (_ ("Yesterday, %s"), clock);
  /* Translators: when a backup was made: a date, and a time such as “10:15”. */
  return g_strdup_printf (_ ("%1$s, %2$s"), date, clock);
}

/* The daily one needs no reason. */
static const char *
get_reason (PigaBackupReason reason)
{
  switch (reason)
    {
    case PIGA_BACKUP_UPDATE:
      return _ ("before an update");
    case PIGA_BACKUP_IMPORT:
      return _ ("before an import");
    case PIGA_BACKUP_RESTORE:
      return _ ("before something was brought back");
    case PIGA_BACKUP_DELETION:
      return _ ("before much was deleted for good");
    case PIGA_BACKUP_ASKED:
      return _ ("at your request");
    case PIGA_BACKUP_DAILY:
    case PIGA_BACKUP_N_REASONS:
      break;
    }

  return NULL;
}

static char *
describe_days (PigaBackup *backup, PigaDay today)
{
  const PigaDay first_day = piga_backup_get_first_day (backup);
  const PigaDay last_day = piga_backup_get_last_day (backup);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (first_day == PIGA_DAY_NONE)
    return NULL;
  first = piga_calendar_date_near (first_day, today);
  if (first_day == last_day)
    return g_steal_pointer (&first);
  last = piga_calendar_date_near (last_day, today);
  /* Translators: the days of the first and the last thing written. */
  return g_strdup_printf (_ ("%1$s to %2$s"), first, last);
}

/**
 * piga_backup_words_about:
 * @backup: a backup
 * @today: the day it is
 *
 * Returns: (transfer full): what is in it and why it was made, or what is wrong with it
 */
char *
piga_backup_words_about (PigaBackup *backup, PigaDay today)
{
  const guint n_records = piga_backup_get_n_records (backup);
  const char *reason = get_reason (piga_backup_get_reason (backup));
  g_autofree char *size = g_format_size ((guint64) piga_backup_get_size (backup));
  g_autofree char *days = describe_days (backup, today);
  GString *text;

  if (piga_backup_get_error (backup) != NULL)
    return g_strdup (piga_backup_get_error (backup)->message);

  text = g_string_new (NULL);
  g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE, "%u record", "%u records", n_records),
                          n_records);
  if (days != NULL)
    g_string_append_printf (text, " · %s", days);
  g_string_append_printf (text, " · %s", size);
  if (reason != NULL)
    g_string_append_printf (text, " · %s", reason);
  return g_string_free_and_steal (text);
}

/**
 * piga_backup_words_last_day:
 * @backups: (element-type PigaBackup): backups that still hold what is to be deleted for good
 * @today: the day it is
 *
 * Returns: (transfer full) (nullable): which they are and until when; %NULL where there is none
 */
char *
piga_backup_words_last_day (GPtrArray *backups, PigaDay today)
{
  gint64 end = 0;
  g_autofree char *date = NULL;

  for (guint i = 0; i < backups->len; i++)
    end = MAX (end, piga_backup_get_end (backups->pdata[i]));
  if (end == 0)
    return NULL;

  date = piga_calendar_date_near (piga_day_from_time (end), today);
  return g_strdup_printf (
    /* Translators: of what was deleted for good; %2$s is a date. */
    g_dngettext (GETTEXT_PACKAGE,
                 "%1$u backup still holds it. If you keep writing, that one is removed after "
                 "%2$s.",
                 "%1$u backups still hold it. If you keep writing, the last one is removed "
                 "after %2$s.",
                 backups->len),
    backups->len, date);
}
