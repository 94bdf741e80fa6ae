/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which backups are kept, by a plan of names and numbers alone, under every clock. */

#include "backup/piga-backup-plan.h"
#include "piga-day.h"

/* Tuesday, 1 December 2026, at noon. */
#define NOON (G_GINT64_CONSTANT (1796126400) * G_TIME_SPAN_SECOND)

typedef struct
{
  PigaBackupEntry entries[600];
  guint n_entries;
} Folder;

static void
add (Folder *self, gint64 time, PigaBackupReason reason)
{
  PigaBackupEntry *entry = &self->entries[0];

  for (guint i = self->n_entries; i > 0; i--)
    self->entries[i] = self->entries[i - 1];
  self->n_entries++;
  entry->name.number = self->n_entries;
  entry->name.time = time;
  entry->name.reason = reason;
}

/* As the folder does it after every backup. */
static void
prune (Folder *self, gint64 now)
{
  guint n_kept = 0;

  piga_backup_plan (self->entries, self->n_entries, now);
  for (guint i = 0; i < self->n_entries; i++)
    if (self->entries[i].is_kept)
      self->entries[n_kept++] = self->entries[i];
  self->n_entries = n_kept;
}

static void
live_daily (Folder *self, gint64 from, guint n_days)
{
  for (guint i = 0; i < n_days; i++)
    {
      add (self, from + i * G_TIME_SPAN_DAY, PIGA_BACKUP_DAILY);
      prune (self, from + i * G_TIME_SPAN_DAY);
    }
}

/* After a year: the last seven days, and the newest of the weeks before. */
static void
test_year (void)
{
  Folder folder = { 0 };
  const gint64 last = NOON + 364 * G_TIME_SPAN_DAY;
  guint n_old = 0;

  live_daily (&folder, NOON, 365);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (folder.entries[i].name.time, ==, last - i * G_TIME_SPAN_DAY);
  for (guint i = 7; i < folder.n_entries; i++)
    {
      /* The newest of its week is that of a Sunday. */
      g_assert_cmpuint (piga_day_from_time (folder.entries[i].name.time) % 7, ==, 0);
      n_old++;
    }
  g_assert_cmpuint (n_old, ==, 2);
}

static void
test_weeks (void)
{
  Folder folder = { 0 };

  for (guint i = 0; i < 20; i++)
    {
      add (&folder, NOON + i * 7 * G_TIME_SPAN_DAY, PIGA_BACKUP_DAILY);
      prune (&folder, NOON + i * 7 * G_TIME_SPAN_DAY);
    }
  /* Seven days that have any; the oldest is not too old by the third of them. */
  g_assert_cmpuint (folder.n_entries, ==, 7);
  g_assert_cmpint (folder.entries[0].name.time, ==, NOON + 19 * 7 * G_TIME_SPAN_DAY);
}

static void
test_reasons (void)
{
  Folder folder = { 0 };
  guint n_updates = 0;

  for (guint i = 0; i < 6; i++)
    add (&folder, NOON + i, PIGA_BACKUP_UPDATE);
  for (guint i = 0; i < 40; i++)
    add (&folder, NOON + 100 + i, PIGA_BACKUP_DAILY);
  prune (&folder, NOON + 1000);
  for (guint i = 0; i < folder.n_entries; i++)
    n_updates += folder.entries[i].name.reason == PIGA_BACKUP_UPDATE;
  g_assert_cmpuint (n_updates, ==, 3);
  g_assert_cmpuint (folder.entries[folder.n_entries - 1].name.number, ==, 4);
}

/* Two days without a change, a month without one: what is there stays. */
static void
test_pause (void)
{
  Folder folder = { 0 };
  guint n_before;

  live_daily (&folder, NOON, 30);
  n_before = folder.n_entries;
  add (&folder, NOON + 33 * G_TIME_SPAN_DAY, PIGA_BACKUP_DAILY);
  prune (&folder, NOON + 33 * G_TIME_SPAN_DAY);
  g_assert_cmpuint (folder.n_entries, ==, n_before);

  /* After a year, the last three are there, however old. */
  add (&folder, NOON + 400 * G_TIME_SPAN_DAY, PIGA_BACKUP_DAILY);
  prune (&folder, NOON + 400 * G_TIME_SPAN_DAY);
  g_assert_cmpuint (folder.n_entries, >=, n_before - 1);
}

/* What a day of another clock makes of what is there already. */
static void
test_jump (gconstpointer data)
{
  const gint64 jump = GPOINTER_TO_INT (data) * G_TIME_SPAN_DAY;
  Folder folder = { 0 };
  guint n_before;

  live_daily (&folder, NOON, 30);
  n_before = folder.n_entries;
  add (&folder, NOON + 30 * G_TIME_SPAN_DAY + jump, PIGA_BACKUP_DAILY);
  prune (&folder, NOON + 30 * G_TIME_SPAN_DAY + jump);
  g_assert_cmpuint (folder.n_entries, >=, n_before - 1);

  /* And when it is right again. */
  add (&folder, NOON + 31 * G_TIME_SPAN_DAY, PIGA_BACKUP_DAILY);
  prune (&folder, NOON + 31 * G_TIME_SPAN_DAY);
  g_assert_cmpuint (folder.n_entries, >=, 8);
  g_assert_cmpint (folder.entries[0].name.time, ==, NOON + 31 * G_TIME_SPAN_DAY);
  for (guint i = 0; i < 6; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; j < folder.n_entries; j++)
        found |= folder.entries[j].name.time == NOON + (29 - i) * G_TIME_SPAN_DAY;
      if (i < 5)
        g_assert_true (found);
    }
}

/* Words that were deleted do not live on in a backup for ever, where somebody goes on writing. */
static void
test_age (void)
{
  Folder folder = { 0 };

  add (&folder, NOON, PIGA_BACKUP_IMPORT);
  add (&folder, NOON + 1, PIGA_BACKUP_ASKED);
  live_daily (&folder, NOON + G_TIME_SPAN_DAY, 40);
  g_assert_cmpint (folder.entries[folder.n_entries - 1].name.time, >, NOON + 1);
}

static void
test_names (void)
{
  static const char *const wrong[] = {
    "",
    ".",
    "piga-hatua.db",
    "piga-hatua-.db",
    "piga-hatua-1f0c52aa-00042-20261201T101500Z.db",
    "piga-hatua-1f0c52aa-00042-20261201T101500Z-hourly.db",
    "piga-hatua-1f0c52aa-00000-20261201T101500Z-daily.db",
    "piga-hatua-1f0c52aa-42-20261201T101500Z-daily.db",
    "piga-hatua-1F0C52AA-00042-20261201T101500Z-daily.db",
    "piga-hatua-1f0c52aa-00042-20261301T101500Z-daily.db",
    "piga-hatua-1f0c52aa-00042-20261201T101500Z-daily.db-wal",
    "piga-hatua-1f0c52aa-99999999999-20261201T101500Z-daily.db",
    "x-piga-hatua-1f0c52aa-00042-20261201T101500Z-daily.db",
  };
  PigaBackupName name = { "1f0c52aa", 42, NOON, PIGA_BACKUP_DAILY }, parsed;

  for (PigaBackupReason reason = 0; reason < PIGA_BACKUP_N_REASONS; reason++)
    {
      g_autofree char *text = NULL;

      name.reason = reason;
      name.number = reason == 0 ? 42 : 1000000 * reason;
      text = piga_backup_name_to_text (&name);
      g_assert_true (piga_backup_name_parse (text, &parsed));
      g_assert_cmpstr (parsed.series, ==, name.series);
      g_assert_cmpuint (parsed.number, ==, name.number);
      g_assert_cmpint (parsed.time, ==, name.time);
      g_assert_cmpuint (parsed.reason, ==, reason);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (piga_backup_name_parse (wrong[i], &parsed));
}

int
main (int argc, char *argv[])
{
  static const int jumps[] = { -20000, -400, -31, -1, 1, 8, 36, 400, 3650 };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup-plan/year", test_year);
  g_test_add_func ("/backup-plan/weeks", test_weeks);
  g_test_add_func ("/backup-plan/reasons", test_reasons);
  g_test_add_func ("/backup-plan/pause", test_pause);
  g_test_add_func ("/backup-plan/age", test_age);
  g_test_add_func ("/backup-plan/names", test_names);
  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      g_autofree char *path = g_strdup_printf ("/backup-plan/jump/%d", jumps[i]);

      g_test_add_data_func (path, GINT_TO_POINTER (jumps[i]), test_jump);
    }

  return g_test_run ();
}
