/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The trash is emptied while the store is being opened. With a record goes what belongs to it, and
 * links to it are cut; whoever had one of those in memory would save what is not there any more.
 * Before the store is open nobody has anything.
 *
 * In the same way times are corrected that a wrong clock has left. A record that says it was
 * modified far in the future would win over every other form of it until then; one that was deleted
 * then would never go, and one that was deleted long ago, as the clock said, would go at once. It
 * is known by what is gone: whatever had been deleted before that is not there any more. */

#include "piga-statement.h"
#include "piga-store-private.h"
#include "piga-trash-clock.h"

/* One look through the trash; all times are in microseconds since 1970. */
typedef struct
{
  PigaStore *store;
  PigaTrashClock clock;
  gint64 now;
  gboolean is_believed;
} Look;

static gboolean
read_clock (PigaDatabase *database, PigaTrashClock *clock, GError **error)
{
  return piga_store_get_note (database, "trash-looked-through", &clock->last, error)
         && piga_store_get_note (database, "trash-looked-before", &clock->before_last, error)
         && piga_store_get_note (database, "trash-doubt", &clock->doubt, error)
         && piga_store_get_note (database, "trash-horizon", &clock->horizon, error);
}

static gboolean
keep_clock (PigaDatabase *database, const PigaTrashClock *clock, GError **error)
{
  return piga_store_set_note (database, "trash-looked-through", clock->last, error)
         && piga_store_set_note (database, "trash-looked-before", clock->before_last, error)
         && piga_store_set_note (database, "trash-doubt", clock->doubt, error)
         && piga_store_set_note (database, "trash-horizon", clock->horizon, error);
}

static gboolean
has_records (PigaStore *self, PigaDatabase *database, gboolean *found, GError **error)
{
  gint64 exists = 0;

  for (guint i = 0; i < self->n_shelves && exists == 0; i++)
    {
      const char *kind = piga_table_get_kind (self->shelves[i].table);
      g_autofree char *sql = g_strconcat ("SELECT EXISTS (SELECT 1 FROM ", kind, ")", NULL);

      if (!piga_database_get_integer (database, sql, &exists, error))
        return FALSE;
    }

  *found = exists != 0;
  return TRUE;
}

/* It is no change of the record: its revision stays. */
static gboolean
correct_times (PigaDatabase *database, const char *kind, gint64 now, gint64 gone, GError **error)
{
  g_autofree char *sql =
    g_strconcat ("UPDATE ", kind,
                 " SET modified_at = min (modified_at, :now),"
                 " deleted_at = CASE WHEN deleted_at IS NOT NULL THEN :now END"
                 " WHERE modified_at > :far OR deleted_at > :far OR deleted_at < :gone",
                 NULL);
  g_autoptr (PigaStatement) statement = piga_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  piga_statement_bind_integer (statement, ":now", now);
  piga_statement_bind_integer (statement, ":far", now + PIGA_TRASH_CLOCK_FAR);
  piga_statement_bind_integer (statement, ":gone", gone);
  return piga_statement_run (statement, error);
}

static gboolean
remove_old (PigaDatabase *database, const char *kind, gint64 before, GError **error)
{
  g_autofree char *sql = g_strconcat ("DELETE FROM ", kind, " WHERE deleted_at < :before", NULL);
  g_autoptr (PigaStatement) statement = piga_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  piga_statement_bind_integer (statement, ":before", before);
  return piga_statement_run (statement, error);
}

static gboolean
tidy_shelves (Look *look, PigaDatabase *database, gint64 gone, GError **error)
{
  PigaStore *self = look->store;
  gint64 n_removed = 0;

  for (guint i = 0; i < self->n_shelves; i++)
    {
      const char *kind = piga_table_get_kind (self->shelves[i].table);

      if (!correct_times (database, kind, look->now, gone, error)
          || !remove_old (database, kind, look->clock.horizon, error))
        return FALSE;
      n_removed += piga_database_get_changes (database);
    }

  return n_removed == 0 || piga_store_set_note (database, PIGA_STORE_NOTE_REMOVED, 1, error);
}

static gboolean
look_through (PigaDatabase *database, gpointer data, GError **error)
{
  Look *look = data;
  const gint64 gone = look->clock.horizon;

  look->is_believed =
    piga_trash_clock_look (&look->clock, look->now, PIGA_STORE_TRASH_DAYS * G_TIME_SPAN_DAY);
  if (!keep_clock (database, &look->clock, error))
    return FALSE;

  /* A horizon that lay further ahead came from a clock that was wrong. */
  return !look->is_believed
         || tidy_shelves (look, database, MIN (gone, look->clock.horizon), error);
}

/**
 * piga_store_empty_trash:
 * @self: the store
 * @database: the database, on its thread and in no transaction, before anything was read
 * @now: what the clock says, in microseconds since 1970
 * @error: return location for an error
 *
 * Removes for good what was put into the trash more than thirty days ago; times that a wrong clock
 * left are corrected. All of that is done at most once a day and where the clock is believed, see
 * #PigaTrashClock.
 *
 * Returns: whether it was done, or there was nothing to do
 */
gboolean
piga_store_empty_trash (PigaStore *self, PigaDatabase *database, gint64 now, GError **error)
{
  Look look = { .store = self, .now = now };
  gboolean found;

  if (!read_clock (database, &look.clock, error))
    return FALSE;
  if (!piga_trash_clock_is_due (&look.clock, now))
    return TRUE;
  if (!has_records (self, database, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  return piga_database_transact (database, look_through, &look, error);
}
