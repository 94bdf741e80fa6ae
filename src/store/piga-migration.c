/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Schemas, and how a file comes to have the newest. Each migration is a script in a resource
 * folder, named by its number from 0001 on; it ends by setting user_version to that number. It is
 * done in a transaction of its own, so that a file always has one whole schema.
 *
 * A new file is made under another name and gets its own only when it is whole: there is no moment
 * in which the file is there and empty, and thus an empty file is known to be damaged. */

#include "piga-migration.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "backup/piga-backup-writer.h"
#include "piga-database-file.h"
#include "piga-error.h"
#include "piga-schema.h"
#include "piga-statement.h"

/* A file this small is read through at every start, in some ten milliseconds. A greater one that
 * was closed well is looked at once a week, when nobody waits for it. */
#define SMALL_FILE (4 * 1024 * 1024)

typedef struct
{
  const char *script;
  gint64 version;
} Migration;

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* The names in their order; where they are not numbered 0001, 0002, …, the build is at fault. */
static GStrv
list_migrations (const char *migrations, GError **error)
{
  g_auto (GStrv) names =
    g_resources_enumerate_children (migrations, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  if (names == NULL)
    return NULL;

  qsort (names, g_strv_length (names), sizeof *names, compare_names);
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_ascii_strtoull (names[i], NULL, 10) != i + 1)
        {
          g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_FAILED,
                               _ ("This app was not put together properly. Install it again."));
          return NULL;
        }
    }

  return g_steal_pointer (&names);
}

static GBytes *
load_script (const char *migrations, const char *name, GError **error)
{
  g_autofree char *path = g_build_path ("/", migrations, name, NULL);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

/**
 * piga_migration_get_latest:
 * @migrations: the resource folder of the scripts
 * @error: return location for an error
 *
 * Returns: the number of the newest schema, 0 on error
 */
guint
piga_migration_get_latest (const char *migrations, GError **error)
{
  g_auto (GStrv) names = list_migrations (migrations, error);

  return names != NULL ? g_strv_length (names) : 0;
}

static gboolean
count_loose_links (PigaDatabase *database, gint64 *n_loose, GError **error)
{
  return piga_database_get_integer (database, "SELECT count (*) FROM pragma_foreign_key_check",
                                    n_loose, error);
}

/* A link that a damaged byte has cut is no reason to refuse a file; one that the script would cut
 * is. */
static gboolean
migrate_once (PigaDatabase *database, gpointer data, GError **error)
{
  const Migration *migration = data;
  gint64 version = -1, n_before = 0, n_after = 0;

  if (!count_loose_links (database, &n_before, error)
      || !piga_database_execute (database, migration->script, error)
      || !piga_database_get_integer (database, "PRAGMA user_version", &version, error)
      || !count_loose_links (database, &n_after, error))
    return FALSE;
  if (n_after > n_before)
    piga_database_set_error (database, SQLITE_CORRUPT, error);
  else if (version != migration->version)
    piga_database_set_error (database, SQLITE_MISMATCH, error);
  return n_after <= n_before && version == migration->version;
}

static gboolean
make_backup (PigaDatabase *database, GError **error)
{
  g_autofree char *path = piga_backup_write (database, PIGA_BACKUP_UPDATE, error);

  return path != NULL;
}

/* Brings the schema up to the newest, script by script, each wholly or not at all. */
static gboolean
bring_up_to_date (PigaDatabase *database, const char *migrations, gboolean with_backup,
                  GError **error)
{
  g_auto (GStrv) names = list_migrations (migrations, error);
  gint64 version = 0;

  if (names == NULL
      || !piga_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;

  if (with_backup && version > 0 && version < g_strv_length (names)
      && !make_backup (database, error))
    return FALSE;
  for (guint i = (guint) version; i < g_strv_length (names); i++)
    {
      g_autoptr (GBytes) script = load_script (migrations, names[i], error);
      Migration migration = { NULL, i + 1 };

      if (script == NULL)
        return FALSE;
      migration.script = g_bytes_get_data (script, NULL);
      if (!piga_database_transact (database, migrate_once, &migration, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
fill (const char *path, const char *migrations, GError **error)
{
  g_autoptr (PigaDatabase) database = piga_database_connect (path, PIGA_DATABASE_READ_WRITE, error);

  return database != NULL && piga_database_accept (database, error)
         && bring_up_to_date (database, migrations, FALSE, error)
         && piga_database_close (g_steal_pointer (&database), error);
}

/* Where another process is faster, its file is the one. */
static gboolean
make (const char *path, const char *migrations, GError **error)
{
  g_autofree char *made = piga_database_file_make_unfinished (path, error);
  gboolean is_taken = FALSE;

  if (made == NULL)
    return FALSE;
  if (fill (made, migrations, error) && piga_database_file_publish (made, path, &is_taken, error))
    return TRUE;

  piga_database_file_discard (made, NULL);
  return is_taken;
}

/* Returns: (transfer full) (nullable): the file that there is, or the new one */
static PigaDatabaseFile *
find_or_make (const char *path, const char *migrations, guint latest, GError **error)
{
  g_autoptr (PigaDatabaseFile) file = piga_database_file_inspect (path, latest, error);

  if (file == NULL || file->exists)
    return g_steal_pointer (&file);
  if (!make (file->path, migrations, error))
    return NULL;

  return piga_database_file_inspect (path, latest, error);
}

/* The header of the file can be older than what its WAL says, so ours is asked again through
 * SQLite. */
static gboolean
get_version (PigaDatabase *database, guint latest, gint64 *version, GError **error)
{
  if (!piga_database_get_integer (database, "PRAGMA user_version", version, error))
    return FALSE;
  if (*version > latest)
    piga_database_file_set_too_new (error);
  return *version <= latest;
}

static gboolean
check_schema (PigaDatabase *database, const char *migrations, gint64 version, GError **error)
{
  g_auto (GStrv) names = list_migrations (migrations, error);
  g_autoptr (GString) scripts = g_string_new (NULL);

  for (gint64 i = 0; names != NULL && i < version; i++)
    {
      g_autoptr (GBytes) script = load_script (migrations, names[i], error);

      if (script == NULL)
        return FALSE;
      g_string_append (scripts, g_bytes_get_data (script, NULL));
    }

  return names != NULL && piga_schema_check (database, scripts->str, error);
}

static gboolean
check (PigaDatabase *database, PigaDatabaseFile *file, const char *migrations, guint latest,
       GError **error)
{
  gint64 version = 0;

  if (!get_version (database, latest, &version, error))
    return FALSE;
  if ((file->size <= SMALL_FILE || file->unclean) && !piga_database_check (database, error))
    return FALSE;

  return check_schema (database, migrations, version, error);
}

/* What can only be read cannot be brought up to date, and an older schema is none that this program
 * can read. */
static gboolean
check_newest (PigaDatabase *database, guint latest, GError **error)
{
  gint64 version = 0;

  if (!piga_database_get_integer (database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version < latest)
    g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_READ_ONLY,
                         _ ("What you wrote with an earlier version has to be brought up to date, "
                            "but its file or folder may not be written to. Check what it allows, "
                            "then try again."));
  return version == latest;
}

static PigaDatabase *
open_file (PigaDatabaseFile *file, const char *migrations, guint latest, gboolean with_backup,
           GError **error)
{
  g_autoptr (PigaDatabase) database = piga_database_connect (file->path, file->flags, error);

  if (database == NULL || !check (database, file, migrations, latest, error)
      || !piga_database_accept (database, error))
    return NULL;
  if (piga_database_is_read_only (database)
        ? !check_newest (database, latest, error)
        : !bring_up_to_date (database, migrations, with_backup, error))
    return NULL;

  return g_steal_pointer (&database);
}

/**
 * piga_migration_open:
 * @path: where the file is, or where it is to be on the first start
 * @migrations: the resource folder of the scripts
 * @error: return location for an error
 *
 * Opens the file with the newest schema, or leaves it as it is.
 *
 * Returns: (transfer full) (nullable): the database, which belongs to this thread
 */
PigaDatabase *
piga_migration_open (const char *path, const char *migrations, GError **error)
{
  const guint latest = piga_migration_get_latest (migrations, error);
  g_autoptr (PigaDatabaseFile) file = NULL;

  if (latest == 0)
    return NULL;
  file = find_or_make (path, migrations, latest, error);
  return file != NULL ? open_file (file, migrations, latest, TRUE, error) : NULL;
}

/**
 * piga_migration_open_copy:
 * @path: a copy of a database or of a backup
 * @flags: how it shall be used
 * @migrations: the resource folder of the scripts
 * @error: return location for an error
 *
 * Opens a file that is there, with the newest schema. It is not backed up first.
 *
 * Returns: (transfer full) (nullable): the database, which belongs to this thread
 */
PigaDatabase *
piga_migration_open_copy (const char *path, PigaDatabaseFlags flags, const char *migrations,
                          GError **error)
{
  const guint latest = piga_migration_get_latest (migrations, error);
  g_autoptr (PigaDatabaseFile) file = NULL;

  if (latest == 0)
    return NULL;
  file = piga_database_file_inspect (path, latest, error);
  if (file == NULL)
    return NULL;
  if (!file->exists)
    {
      piga_database_file_set_system_error (ENOENT, error);
      return NULL;
    }

  file->flags |= flags;
  return open_file (file, migrations, latest, FALSE, error);
}
