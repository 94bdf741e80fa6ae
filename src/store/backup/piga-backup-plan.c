/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which backups are kept. The plan is made from the names alone, of those files that are whole: a
 * bad one counts for nothing, so that it cannot push out a good one. It counts by their numbers. So
 * a clock that jumped makes a day of its own and not an old age; and old age itself counts only
 * where the clock now and those of the last backups agree on it. */

#include "piga-backup-plan.h"

#include "piga-day.h"

#define N_DAYS 7
#define N_WEEKS 4
#define N_OF_REASON 3
/* How many backups have to agree on what is old. They are kept whatever their age. */
#define N_WITNESSES 3

/* Day 1 is a Monday. */
static guint
get_week (PigaDay day)
{
  return (day - 1) / 7;
}

/* The newest of each of the last days, or weeks; what is not daily counts as well. */
static void
keep_spans (PigaBackupEntry *entries, guint n_entries, guint n_spans, gboolean by_week)
{
  guint seen[N_DAYS];
  guint n_seen = 0;

  for (guint i = 0; i < n_entries && n_seen < n_spans; i++)
    {
      const PigaDay day = piga_day_from_time (entries[i].name.time);
      const guint span = by_week ? get_week (day) : day;
      gboolean is_new = TRUE;

      for (guint j = 0; j < n_seen; j++)
        is_new &= seen[j] != span;
      if (is_new)
        {
          seen[n_seen++] = span;
          entries[i].is_kept = TRUE;
        }
    }
}

static void
keep_reasons (PigaBackupEntry *entries, guint n_entries)
{
  guint n_kept[PIGA_BACKUP_N_REASONS] = { 0 };

  for (guint i = 0; i < n_entries; i++)
    {
      const PigaBackupReason reason = entries[i].name.reason;

      if (reason != PIGA_BACKUP_DAILY && n_kept[reason]++ < N_OF_REASON)
        entries[i].is_kept = TRUE;
    }
}

static void
drop_old (PigaBackupEntry *entries, guint n_entries, gint64 now)
{
  gint64 time = now;

  for (guint i = 0; i < MIN (n_entries, N_WITNESSES); i++)
    {
      time = MIN (time, entries[i].name.time);
      entries[i].is_kept = TRUE;
    }
  for (guint i = N_WITNESSES; i < n_entries; i++)
    if (entries[i].name.time < time - PIGA_BACKUP_DAYS * G_TIME_SPAN_DAY)
      entries[i].is_kept = FALSE;
}

/**
 * piga_backup_plan:
 * @entries: (inout) (array length=n_entries): the whole backups of one series, the highest number
 *   first
 * @n_entries: how many
 * @now: what the clock says, in microseconds since 1970
 *
 * Says which of them are kept: the newest of each of the last seven days and of the last four weeks
 * that have any, the last three of every reason but the daily one, and in any case the last three.
 * What is older than %PIGA_BACKUP_DAYS is not.
 */
void
piga_backup_plan (PigaBackupEntry *entries, guint n_entries, gint64 now)
{
  for (guint i = 0; i < n_entries; i++)
    entries[i].is_kept = FALSE;

  keep_spans (entries, n_entries, N_DAYS, FALSE);
  keep_spans (entries, n_entries, N_WEEKS, TRUE);
  keep_reasons (entries, n_entries);
  drop_old (entries, n_entries, now);
}
