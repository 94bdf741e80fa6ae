/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes what can be read out of a damaged file, record by record, into a new one. The damaged file
 * is only read; then it gets the name of a file that was set aside, and the new one gets its name.
 * Until the new file is whole it has a name under which nobody looks for it; from then on until it
 * has its own it has another, under which the next start finds it, should the power go between. */

#include "piga-rescue.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "piga-database-file.h"
#include "piga-error.h"
#include "piga-migration.h"
#include "piga-salvage.h"
#include "piga-table.h"

typedef struct
{
  const GType *kinds;
  GPtrArray *tables; /* in the order of the kinds */
  PigaDatabase *from;
  PigaDatabase *to;
  PigaSalvage *salvage;
  guint n_records;
} Rescue;

static char *
get_making_path (const char *path)
{
  return g_strconcat (path, "-rescuing", NULL);
}

static char *
get_whole_path (const char *path)
{
  return g_strconcat (path, "-rescued", NULL);
}

/* What SQLite needs to find anything is in the first pages. */
static void
set_hopeless (GError **error)
{
  g_clear_error (error);
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_CORRUPT,
                       _ ("The part of the file that says where everything is has been lost, so "
                          "nothing in it can be found. The file was left as it is."));
}

static gboolean
keep (gpointer record, gpointer data, GError **error)
{
  Rescue *self = data;

  for (guint i = 0; i < self->tables->len; i++)
    {
      PigaTable *table = self->tables->pdata[i];

      if (piga_table_get_record_type (table) != G_OBJECT_TYPE (record))
        continue;
      if (!piga_table_insert (table, self->to, record, error))
        return FALSE;
      self->n_records++;
    }
  return TRUE;
}

static gboolean
take_out (PigaDatabase *database, gpointer data, GError **error)
{
  Rescue *self = data;

  return piga_salvage_run (self->salvage, self->from, keep, self, error);
}

static PigaDatabase *
open_damaged (const char *path, const char *migrations, GError **error)
{
  const guint latest = piga_migration_get_latest (migrations, error);
  g_autoptr (PigaDatabaseFile) file = NULL;

  if (latest == 0)
    return NULL;
  file = piga_database_file_inspect (path, latest, error);
  if (file == NULL)
    return NULL;
  return piga_database_connect (file->path, PIGA_DATABASE_READ_ONLY | PIGA_DATABASE_DAMAGED, error);
}

/* Fills a new file, which is closed and whole then. */
static gboolean
fill (Rescue *self, const char *path, const char *making, const char *migrations, GError **error)
{
  g_autoptr (PigaDatabase) from = open_damaged (path, migrations, error);
  g_autoptr (PigaDatabase) to = NULL;

  if (from == NULL)
    return FALSE;
  to = piga_migration_open (making, migrations, error);
  if (to == NULL)
    return FALSE;

  self->from = from;
  self->to = to;
  if (!piga_database_transact (to, take_out, self, error))
    return FALSE;
  if (self->n_records == 0)
    {
      set_hopeless (error);
      return FALSE;
    }
  return piga_database_close (g_steal_pointer (&to), error);
}

static void
write_list (PigaRescueReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *path = g_strconcat (report->kept_path, ".txt", NULL);

  if (report->lost->len == 0)
    return;

  for (guint i = 0; i < report->lost->len; i++)
    {
      g_autofree char *line = piga_lost_record_to_line (report->lost->pdata[i]);

      g_string_append_printf (text, "%s\n", line);
    }
  /* Where even this cannot be written, the person hears of it all the same, once. */
  if (g_file_set_contents_full (path, text->str, (gssize) text->len, G_FILE_SET_CONTENTS_DURABLE,
                                0600, NULL))
    report->list_path = g_steal_pointer (&path);
}

static gboolean
give_name (const char *made, const char *path, GError **error)
{
  gboolean is_taken;

  if (piga_database_file_publish (made, path, &is_taken, error))
    return TRUE;

  if (is_taken)
    g_set_error_literal (
      error, PIGA_ERROR, PIGA_ERROR_BUSY,
      _ ("Another program is using what you wrote. Close it there and try again."));
  return FALSE;
}

static gboolean
put_in_place (const char *path, char **kept_path, GError **error)
{
  g_autofree char *whole = get_whole_path (path);

  return piga_database_file_set_aside (path, "broken", kept_path, error)
         && give_name (whole, path, error);
}

/**
 * piga_rescue_replace:
 * @path: a file that was refused, or is not there
 * @made: a whole, closed file in the same folder
 * @error: return location for an error
 *
 * Puts a file in the place of another, which is kept. Where that was begun and could not be ended,
 * the next opening ends it.
 *
 * Returns: whether it was done
 */
gboolean
piga_rescue_replace (const char *path, const char *made, GError **error)
{
  g_autofree char *whole = get_whole_path (path);
  g_autofree char *kept_path = NULL;

  if (!piga_database_file_discard (whole, error) || !give_name (made, whole, error))
    return FALSE;
  if (put_in_place (path, &kept_path, error))
    return TRUE;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    piga_database_file_discard (whole, NULL);
  return FALSE;
}

static gboolean
make_whole (Rescue *self, const char *path, const char *migrations, GError **error)
{
  g_autofree char *making = get_making_path (path);
  g_autofree char *whole = get_whole_path (path);

  if (!piga_database_file_discard (making, error) || !piga_database_file_discard (whole, error))
    return FALSE;
  if (fill (self, path, making, migrations, error) && give_name (making, whole, error))
    return TRUE;

  piga_database_file_discard (making, NULL);
  return FALSE;
}

static void
init (Rescue *self, const GType *kinds)
{
  self->kinds = kinds;
  self->salvage = piga_salvage_new (kinds);
  self->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_table_free);
  for (guint i = 0; kinds[i] != G_TYPE_INVALID; i++)
    g_ptr_array_add (self->tables, piga_table_new (kinds[i]));
}

/**
 * piga_rescue_run:
 * @path: a file that was refused because it is damaged
 * @kinds: (array zero-terminated=1): the kinds there are
 * @migrations: the resource folder of the scripts
 * @error: return location for an error; a %PIGA_ERROR_CORRUPT where nothing can be read. Nothing
 *   was changed then
 *
 * Puts a new file in the place of a damaged one, with all that can be read. The damaged one is
 * kept.
 *
 * Returns: (transfer full) (nullable): what was taken over and what was not
 */
PigaRescueReport *
piga_rescue_run (const char *path, const GType *kinds, const char *migrations, GError **error)
{
  g_autoptr (PigaRescueReport) report = g_atomic_rc_box_new0 (PigaRescueReport);
  g_autoptr (GError) cause = NULL;
  Rescue rescue = { 0 };
  gboolean done;

  init (&rescue, kinds);
  done = make_whole (&rescue, path, migrations, &cause);
  report->n_records = rescue.n_records;
  report->lost = g_ptr_array_ref (piga_salvage_get_lost (rescue.salvage));
  piga_salvage_free (rescue.salvage);
  g_ptr_array_unref (rescue.tables);

  if (g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_CORRUPT))
    set_hopeless (&cause);
  if (!done)
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  if (!put_in_place (path, &report->kept_path, error))
    return NULL;

  write_list (report);
  return g_steal_pointer (&report);
}

/**
 * piga_rescue_complete:
 * @path: where the database is, or where it is to be
 * @error: return location for an error
 *
 * Where the power went after a damaged file was set aside and before the new one had its name:
 * gives it that.
 *
 * Returns: whether nothing is in the way of opening @path
 */
gboolean
piga_rescue_complete (const char *path, GError **error)
{
  g_autofree char *whole = get_whole_path (path);
  g_autofree char *kept_path = NULL;

  return g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK)
         || !g_file_test (whole, G_FILE_TEST_IS_REGULAR) || put_in_place (path, &kept_path, error);
}

static void
clear_report (gpointer data)
{
  PigaRescueReport *report = data;

  g_clear_pointer (&report->lost, g_ptr_array_unref);
  g_free (report->kept_path);
  g_free (report->list_path);
}

/**
 * piga_rescue_report_unref:
 * @self: (transfer full): a report
 */
void
piga_rescue_report_unref (PigaRescueReport *self)
{
  g_atomic_rc_box_release_full (self, clear_report);
}
