/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives all records of a database that can be read, and says which cannot. They come as an export
 * has them and an import wants them: a record behind the one that it leads to. Where nothing is
 * damaged these are simply all records.
 *
 * A record that leads to one that was lost stays. If it can be without it, the link is cut, and its
 * id kept as a damaged value is; if not, a record that holds nothing stands in for the lost one,
 * with its id and an old time, so that the true one takes its place wherever it still is. */

#include "piga-salvage.h"

#include <string.h>

#include "piga-error.h"
#include "piga-row-reader.h"
#include "records/piga-damaged-value.h"

/* What is seen of a text that is lost. */
#define LOST_TEXT "\xef\xbf\xbd"

struct _PigaSalvage
{
  const GType *kinds;
  /* Kind to a set of the ids that were given out. */
  GHashTable *ids;
  /* Damaged values as they were found, to be given out last. */
  GPtrArray *values;
  GPtrArray *lost;

  PigaDatabase *database; /* borrowed while it runs, as the two below */
  PigaSalvageFunc func;
  gpointer data;
};

static gboolean mend_links (PigaSalvage *self, gpointer record, GError **error);

/**
 * piga_salvage_new:
 * @kinds: (array zero-terminated=1): the kinds there are, each behind those that it links to
 *
 * Returns: (transfer full): a salvage that has not begun
 */
PigaSalvage *
piga_salvage_new (const GType *kinds)
{
  PigaSalvage *self = g_new0 (PigaSalvage, 1);

  self->kinds = kinds;
  self->ids = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; kinds[i] != G_TYPE_INVALID; i++)
    g_hash_table_insert (self->ids, GSIZE_TO_POINTER (kinds[i]),
                         g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL));
  self->values = g_ptr_array_new_with_free_func (g_object_unref);
  self->lost = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_lost_record_free);
  return self;
}

/**
 * piga_salvage_free:
 * @self: (transfer full): a salvage
 */
void
piga_salvage_free (PigaSalvage *self)
{
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->lost);
  g_free (self);
}

static GHashTable *
get_ids (PigaSalvage *self, GType kind)
{
  return g_hash_table_lookup (self->ids, GSIZE_TO_POINTER (kind));
}

static gboolean
has_given (PigaSalvage *self, GType kind, const char *id)
{
  return g_hash_table_contains (get_ids (self, kind), id);
}

static void
add_lost (PigaSalvage *self, GType kind, const char *id, gint64 created_at, gboolean is_partial)
{
  g_ptr_array_add (self->lost, piga_lost_record_new (kind, id, created_at, is_partial));
}

/* Whether the record would be taken in again. Only what came out of a damaged row can fail. */
static gboolean
can_be_taken_in (PigaSalvage *self, gpointer record)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GObject) again = NULL;

  if (!piga_record_is_damaged (record))
    return TRUE;

  node = piga_record_to_json (record);
  again = piga_record_from_json (self->kinds, node, NULL);
  return again != NULL;
}

static gboolean
give (PigaSalvage *self, gpointer record, GError **error)
{
  const char *id = piga_record_get_id (record);
  g_autoptr (GError) cause = NULL;

  if (self->func (record, self->data, &cause))
    {
      g_hash_table_add (get_ids (self, G_OBJECT_TYPE (record)), g_strdup (id));
      return TRUE;
    }
  if (!g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_INVALID))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }

  add_lost (self, G_OBJECT_TYPE (record), id, piga_record_get_created_at (record), FALSE);
  return TRUE;
}

/* Fills in what a record cannot be without. */
static void
mend_texts (gpointer record)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == PIGA_FIELD_TEXT
        && (klass->fields[i].flags & PIGA_FIELD_REQUIRED) != 0
        && *piga_record_get_text (record, i) == '\0')
      piga_record_set_text (record, i, LOST_TEXT);
}

/* So that it can be seen in a list, the first line of it says that it is lost. */
static void
mark_stand_in (gpointer record)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == PIGA_FIELD_TEXT)
      {
        piga_record_set_text (record, i, LOST_TEXT);
        break;
      }
}

static gboolean
give_stand_in (PigaSalvage *self, GType kind, const char *id, gint64 time, GError **error)
{
  g_autoptr (GObject) record = piga_record_new_with_id (kind, id);
  const gint64 of_id = piga_id_get_time (id);

  if (piga_day_from_time (of_id) != PIGA_DAY_NONE && of_id > 0)
    time = of_id;
  piga_record_set_times (record, time, time, 0);
  piga_record_set_damaged (record, TRUE);
  mark_stand_in (record);
  mend_texts (record);
  return mend_links (self, record, error) && give (self, record, error);
}

/* A link that leads nowhere and can be cut; its id is not forgotten. */
static void
cut_link (PigaSalvage *self, gpointer record, guint field)
{
  const char *id = piga_record_get_text (record, field);
  const PigaField *declared = &PIGA_RECORD_GET_CLASS (record)->fields[field];

  g_ptr_array_add (self->values, piga_damaged_value_new (record, declared->name, 0,
                                                         (const guint8 *) id, strlen (id)));
  piga_record_set_text (record, field, "");
}

static gboolean
mend_link (PigaSalvage *self, gpointer record, guint field, GError **error)
{
  const PigaField *declared = &PIGA_RECORD_GET_CLASS (record)->fields[field];
  const gboolean is_required = (declared->flags & PIGA_FIELD_REQUIRED) != 0;
  const GType linked = declared->linked ();
  g_autofree char *id = g_strdup (piga_record_get_text (record, field));

  if (*id == '\0' && is_required)
    {
      g_autofree char *name =
        g_strconcat ("lost:", declared->name, ":", piga_record_get_id (record), NULL);

      g_free (id);
      id = piga_id_from_name (name);
      piga_record_set_text (record, field, id);
    }
  if (*id == '\0' || has_given (self, linked, id))
    return TRUE;

  piga_record_set_damaged (record, TRUE);
  if (is_required)
    return give_stand_in (self, linked, id, piga_record_get_created_at (record), error);
  cut_link (self, record, field);
  return TRUE;
}

static gboolean
mend_links (PigaSalvage *self, gpointer record, GError **error)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == PIGA_FIELD_LINK && !mend_link (self, record, i, error))
      return FALSE;

  return TRUE;
}

static gboolean
mend_and_give (PigaSalvage *self, gpointer record, GError **error)
{
  mend_texts (record);
  if (!mend_links (self, record, error))
    return FALSE;
  if (can_be_taken_in (self, record))
    return give (self, record, error);

  add_lost (self, G_OBJECT_TYPE (record), piga_record_get_id (record),
            piga_record_get_created_at (record), FALSE);
  return TRUE;
}

/* An id that nobody knows any more, or that another record has by now. */
static void
ensure_id (PigaSalvage *self, GType kind, PigaFoundRow *found)
{
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  if (found->id[0] != '\0' && !has_given (self, kind, found->id))
    return;

  name = g_strdup_printf ("lost:%s:%" G_GINT64_FORMAT, g_type_name (kind), found->row);
  id = piga_id_from_name (name);
  g_strlcpy (found->id, id, sizeof found->id);
}

static gboolean
give_row (PigaSalvage *self, PigaRowReader *reader, GType kind, const PigaFoundRow *found,
          GError **error)
{
  g_autoptr (GObject) record = NULL;
  gboolean is_partial;

  if (!piga_row_reader_read (reader, found, (gpointer *) &record, &is_partial, self->values, error))
    return FALSE;

  if (record == NULL || is_partial)
    add_lost (self, kind, found->id, found->created_at, is_partial);
  return record == NULL || mend_and_give (self, record, error);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  gpointer value = *(gpointer *) a, other = *(gpointer *) b;
  const gint64 time = piga_record_get_created_at (value);
  const gint64 other_time = piga_record_get_created_at (other);

  if (time != other_time)
    return time < other_time ? -1 : 1;
  return strcmp (piga_record_get_id (value), piga_record_get_id (other));
}

/* As the database would keep it, so that an export is the same before and after it does. */
static gboolean
give_value (PigaSalvage *self, gpointer value, GError **error)
{
  piga_record_mark_saved (value, 1, piga_record_get_changes (value));
  return give (self, value, error);
}

/* Gives out the damaged values that come before @next, or all, in the order of an export. What the
 * database keeps already comes by itself. */
static gboolean
give_values (PigaSalvage *self, const PigaFoundRow *next, guint *n_given, GError **error)
{
  for (; *n_given < self->values->len; (*n_given)++)
    {
      gpointer value = self->values->pdata[*n_given];
      const char *id = piga_record_get_id (value);
      const gint64 time = piga_record_get_created_at (value);

      if (next != NULL
          && (time > next->created_at || (time == next->created_at && strcmp (id, next->id) > 0)))
        return TRUE;
      if ((next == NULL || !g_str_equal (id, next->id))
          && !has_given (self, PIGA_TYPE_DAMAGED_VALUE, id) && !give_value (self, value, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
give_rows (PigaSalvage *self, PigaRowReader *reader, GType kind, GArray *rows, GError **error)
{
  const gboolean with_values = kind == PIGA_TYPE_DAMAGED_VALUE;
  guint n_given = 0;

  if (with_values)
    g_ptr_array_sort (self->values, compare_values);
  for (guint i = 0; i < rows->len; i++)
    {
      PigaFoundRow *found = &g_array_index (rows, PigaFoundRow, i);

      ensure_id (self, kind, found);
      if ((with_values && !give_values (self, found, &n_given, error))
          || !give_row (self, reader, kind, found, error))
        return FALSE;
    }
  return !with_values || give_values (self, NULL, &n_given, error);
}

/* Where a part of the schema cannot be read, a table may be there and yet not be known. */
static gboolean
knows_all_tables (PigaSalvage *self)
{
  g_autoptr (GError) error = NULL;

  return piga_database_execute (self->database, "SELECT sql FROM sqlite_schema", &error);
}

static gboolean
give_kind (PigaSalvage *self, GType kind, GError **error)
{
  g_autoptr (PigaRecordClass) klass = g_type_class_ref (kind);
  g_autoptr (PigaRowReader) reader = piga_row_reader_new (self->database, klass, error);
  g_autoptr (GArray) rows = NULL;
  gboolean are_all = TRUE;

  if (reader == NULL)
    return FALSE;

  rows = piga_row_reader_has_table (reader)
           ? piga_row_finder_find (self->database, klass->kind, &are_all, error)
           : g_array_new (FALSE, FALSE, sizeof (PigaFoundRow));
  if (rows == NULL)
    return FALSE;

  if (!are_all || (!piga_row_reader_has_table (reader) && !knows_all_tables (self)))
    add_lost (self, kind, NULL, 0, FALSE);
  return give_rows (self, reader, kind, rows, error);
}

/**
 * piga_salvage_run:
 * @self: a salvage that has not begun
 * @database: the database, on its thread
 * @func: (scope call): called for each record, those in the trash too
 * @data: for @func
 * @error: return location for an error, other than that a part of the data is damaged
 *
 * Returns: whether all was given out that can be read; see piga_salvage_get_lost() for what cannot
 */
gboolean
piga_salvage_run (PigaSalvage *self, PigaDatabase *database, PigaSalvageFunc func, gpointer data,
                  GError **error)
{
  self->database = database;
  self->func = func;
  self->data = data;
  for (guint i = 0; self->kinds[i] != G_TYPE_INVALID; i++)
    if (!give_kind (self, self->kinds[i], error))
      return FALSE;

  return TRUE;
}

/**
 * piga_salvage_get_lost:
 * @self: a salvage
 *
 * Returns: (transfer none) (element-type PigaLostRecord): what could not be read, or not all of it
 */
GPtrArray *
piga_salvage_get_lost (PigaSalvage *self)
{
  return self->lost;
}
