/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The journal as a list that costs the same with one entry and with a hundred thousand. In memory
 * it has only the key of each entry, eight bytes, newest first; the key is the row, and with that
 * the time the entry was made. Lines are read a page at a time when somebody asks for one. */

#include "piga-entry-list.h"

#include "piga-entry-pages.h"
#include "piga-statement.h"
#include "piga-store-private.h"
#include "records/piga-entry.h"

#define PAGE_LENGTH 50

struct _PigaEntryList
{
  GObject parent_instance;

  PigaStore *store;
  /* Its round is our own copy. */
  PigaEntryFilter filter;
  gboolean is_loading;
  /* Cancelled when the filter changes. */
  GCancellable *loading;

  /* Rows, newest first. */
  GArray *keys;
  PigaEntryPages *pages;
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaEntryList, piga_entry_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

enum
{
  PROP_LOADING = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static gint64
get_key (PigaEntryList *self, guint position)
{
  return g_array_index (self->keys, gint64, position);
}

/* The first position whose key is smaller than @row or @row itself. */
static guint
find_position (PigaEntryList *self, gint64 row)
{
  guint from = 0, until = self->keys->len;

  while (from < until)
    {
      const guint middle = from + (until - from) / 2;

      if (get_key (self, middle) > row)
        from = middle + 1;
      else
        until = middle;
    }

  return from;
}

static gboolean
has_key (PigaEntryList *self, guint position, gint64 row)
{
  return position < self->keys->len && get_key (self, position) == row;
}

static GType
get_item_type (GListModel *model)
{
  return PIGA_TYPE_ENTRY_LINE;
}

static guint
get_n_items (GListModel *model)
{
  return PIGA_ENTRY_LIST (model)->keys->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PigaEntryList *self = PIGA_ENTRY_LIST (model);
  const guint start = position - position % PAGE_LENGTH;
  PigaEntryLine *line;
  gboolean is_missing;

  if (position >= self->keys->len)
    return NULL;

  line = piga_entry_pages_get_line (self->pages, get_key (self, position), &is_missing);
  if (is_missing)
    piga_entry_pages_ask (self->pages, &g_array_index (self->keys, gint64, start),
                          MIN (PAGE_LENGTH, self->keys->len - start));
  return line;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* What the worker needs to know of a filter. */
typedef struct
{
  gint64 from;
  gint64 until;
  guint step;
  guint mood;
  char *round;
} Range;

/* The row of the first millisecond of a day, where the person is. */
static gint64
get_day_row (PigaDay day)
{
  return piga_day_to_time (day) / PIGA_ENTRY_ROW_TIME;
}

static Range *
range_new (const PigaEntryFilter *filter)
{
  Range *self = g_new (Range, 1);

  self->from = filter->from != PIGA_DAY_NONE ? get_day_row (filter->from) : G_MININT64;
  self->until = filter->until != PIGA_DAY_NONE ? get_day_row (filter->until + 1) : G_MAXINT64;
  self->step = filter->step;
  self->mood = filter->mood;
  self->round = g_strdup (filter->round);
  return self;
}

static void
range_free (Range *self)
{
  g_free (self->round);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Range, range_free)

static gboolean
matches (PigaEntryList *self, gpointer entry, gint64 row)
{
  g_autoptr (Range) range = range_new (&self->filter);

  return piga_record_get_deleted_at (entry) == 0 && row >= range->from && row < range->until
         && (range->step == 0 || piga_record_get_integer (entry, PIGA_ENTRY_STEP) == range->step)
         && (range->mood == 0 || piga_record_get_integer (entry, PIGA_ENTRY_MOOD) == range->mood)
         && (range->round == NULL
             || g_str_equal (piga_record_get_text (entry, PIGA_ENTRY_ROUND), range->round));
}

static gboolean
read_keys (PigaDatabase *database, const Range *range, GArray *keys, GError **error)
{
  g_autoptr (PigaStatement) statement = piga_database_prepare (
    database,
    "SELECT row FROM entry INDEXED BY entry_list WHERE deleted_at IS NULL"
    " AND row >= :from AND row < :until"
    " AND (:step = 0 OR step = :step) AND (:mood = '' OR mood = :mood)"
    " AND (:round IS NULL OR coalesce (round, '') = :round) ORDER BY row DESC",
    error);
  PigaStatementResult result;

  if (statement == NULL)
    return FALSE;

  piga_statement_bind_integer (statement, ":from", range->from);
  piga_statement_bind_integer (statement, ":until", range->until);
  piga_statement_bind_integer (statement, ":step", range->step);
  piga_statement_bind_text (statement, ":mood",
                            range->mood != 0 ? piga_moods[range->mood].key : "");
  if (range->round != NULL)
    piga_statement_bind_text (statement, ":round", range->round);
  else
    piga_statement_bind_null (statement, ":round");
  while ((result = piga_statement_step (statement, error)) == PIGA_STATEMENT_ROW)
    {
      const gint64 row = piga_statement_get_integer (statement, 0);

      g_array_append_val (keys, row);
    }

  return result == PIGA_STATEMENT_DONE;
}

static void
do_read_keys (PigaWorker *worker, GTask *task)
{
  PigaDatabase *database = piga_store_get_database (worker, task);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  GError *error = NULL;

  if (database == NULL || g_task_return_error_if_cancelled (task))
    return;
  if (read_keys (database, g_task_get_task_data (task), keys, &error))
    g_task_return_pointer (task, g_steal_pointer (&keys), (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void
set_keys (PigaEntryList *self, GArray *keys)
{
  const guint n_before = self->keys->len;

  g_array_unref (self->keys);
  self->keys = g_array_ref (keys);
  if (n_before > 0 || keys->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, keys->len);
}

static void
on_keys_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (PigaEntryList) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->loading)
    return;

  g_clear_object (&self->loading);
  if (keys != NULL)
    set_keys (self, keys);
  else
    piga_store_set_error (self->store, error);

  self->is_loading = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
load (PigaEntryList *self)
{
  GTask *task;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  if (!self->is_loading)
    {
      self->is_loading = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
    }

  self->loading = g_cancellable_new ();
  task = g_task_new (self->store, self->loading, on_keys_read, g_object_ref (self));
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, range_new (&self->filter), (GDestroyNotify) range_free);
  piga_worker_push (self->store->worker, task, do_read_keys);
}

static void
load_when_open (PigaEntryList *self)
{
  const PigaStoreState state = piga_store_get_state (self->store);

  if (state == PIGA_STORE_READY || state == PIGA_STORE_READ_ONLY)
    load (self);
}

static void
on_reset (PigaEntryList *self)
{
  piga_entry_pages_forget (self->pages);
  load_when_open (self);
}

static void
remove_row (PigaEntryList *self, gint64 row)
{
  const guint position = find_position (self, row);

  if (!has_key (self, position, row))
    return;

  g_array_remove_index (self->keys, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

static void
on_record_saved (PigaEntryList *self, PigaRecord *entry, gboolean fresh)
{
  guint position;
  gint64 row;

  if (!piga_store_get_row (self->store, PIGA_TYPE_ENTRY, piga_record_get_id (entry), &row))
    return;

  position = find_position (self, row);
  if (!matches (self, entry, row))
    {
      remove_row (self, row);
    }
  else if (has_key (self, position, row))
    {
      piga_entry_pages_show (self->pages, row, entry);
    }
  else if (!self->is_loading || self->keys->len > 0)
    {
      piga_entry_pages_show (self->pages, row, entry);
      g_array_insert_val (self->keys, position, row);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
    }
}

static void
on_record_deleted (PigaEntryList *self, PigaRecord *entry)
{
  gint64 row;

  if (piga_store_get_row (self->store, PIGA_TYPE_ENTRY, piga_record_get_id (entry), &row))
    remove_row (self, row);
}

static void
piga_entry_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaEntryList *self = PIGA_ENTRY_LIST (object);

  switch (id)
    {
    case PROP_LOADING:
      g_value_set_boolean (value, self->is_loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_entry_list_dispose (GObject *object)
{
  PigaEntryList *self = PIGA_ENTRY_LIST (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->pages);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (piga_entry_list_parent_class)->dispose (object);
}

static void
piga_entry_list_finalize (GObject *object)
{
  PigaEntryList *self = PIGA_ENTRY_LIST (object);

  g_array_unref (self->keys);
  g_free ((char *) self->filter.round);

  G_OBJECT_CLASS (piga_entry_list_parent_class)->finalize (object);
}

static void
piga_entry_list_class_init (PigaEntryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_entry_list_get_property;
  object_class->dispose = piga_entry_list_dispose;
  object_class->finalize = piga_entry_list_finalize;

  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_entry_list_init (PigaEntryList *self)
{
  self->is_loading = TRUE;
  self->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
take_filter (PigaEntryList *self, const PigaEntryFilter *filter)
{
  static const PigaEntryFilter all;
  g_autofree char *before = (char *) self->filter.round;

  self->filter = filter != NULL ? *filter : all;
  self->filter.round = g_strdup (self->filter.round);
}

/**
 * piga_entry_list_new:
 * @store: the store
 * @filter: (nullable): which entries; %NULL for all
 *
 * Returns: (transfer full): the journal, empty until the disk has answered
 */
PigaEntryList *
piga_entry_list_new (PigaStore *store, const PigaEntryFilter *filter)
{
  PigaEntryList *self = g_object_new (PIGA_TYPE_ENTRY_LIST, NULL);

  self->store = g_object_ref (store);
  self->pages = piga_entry_pages_new (store);
  take_filter (self, filter);

  g_signal_connect_object (store, "record-saved::entry", G_CALLBACK (on_record_saved), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-deleted::entry", G_CALLBACK (on_record_deleted), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reset", G_CALLBACK (on_reset), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (load_when_open), self,
                           G_CONNECT_SWAPPED);
  load_when_open (self);
  return self;
}

/**
 * piga_entry_list_set_filter:
 * @self: the list
 * @filter: (nullable): which entries; %NULL for all
 *
 * Shows other entries, once the disk has answered.
 */
void
piga_entry_list_set_filter (PigaEntryList *self, const PigaEntryFilter *filter)
{
  take_filter (self, filter);
  load_when_open (self);
}

/**
 * piga_entry_list_is_loading:
 * @self: the list
 *
 * Returns: whether the disk has not answered yet
 */
gboolean
piga_entry_list_is_loading (PigaEntryList *self)
{
  return self->is_loading;
}

/**
 * piga_entry_list_get_time:
 * @self: the list
 * @position: a position in it
 *
 * Tells when an entry was made without reading it.
 *
 * Returns: the time in microseconds since 1970, UTC, to the millisecond
 */
gint64
piga_entry_list_get_time (PigaEntryList *self, guint position)
{
  g_return_val_if_fail (position < self->keys->len, 0);
  return get_key (self, position) * PIGA_ENTRY_ROW_TIME;
}

/**
 * piga_entry_list_get_month:
 * @self: the list
 * @position: a position in it
 * @start: (out): the first position of the same month, where the person is
 * @end: (out): the position after the last one
 *
 * Finds the month that a line belongs to, in the time it takes to look at some twenty keys.
 */
void
piga_entry_list_get_month (PigaEntryList *self, guint position, guint *start, guint *end)
{
  guint year, month, day_of_month;
  PigaDay day, next;

  g_return_if_fail (position < self->keys->len);

  *start = 0;
  *end = self->keys->len;
  day = piga_day_from_time (piga_entry_list_get_time (self, position));
  if (day == PIGA_DAY_NONE)
    return;

  /* Newest first: what comes before is later. */
  piga_day_split (day, &year, &month, &day_of_month);
  next = piga_day_new (year + month / 12, month % 12 + 1, 1);
  if (next != PIGA_DAY_NONE)
    *start = find_position (self, get_day_row (next) - 1);
  *end = find_position (self, get_day_row (piga_day_new (year, month, 1)) - 1);
}

/**
 * piga_entry_list_find:
 * @self: the list
 * @id: the id of an entry
 * @created_at: when it was made
 *
 * Returns: where the entry is, or #GTK_INVALID_LIST_POSITION (%G_MAXUINT) where it is not
 */
guint
piga_entry_list_find (PigaEntryList *self, const char *id, gint64 created_at)
{
  gint64 row;
  guint position;

  if (piga_store_get_row (self->store, PIGA_TYPE_ENTRY, id, &row))
    {
      position = find_position (self, row);
      return has_key (self, position, row) ? position : G_MAXUINT;
    }

  /* Entries of one moment lie in the rows that follow; a line that was read tells them apart. */
  row = created_at / PIGA_ENTRY_ROW_TIME;
  for (position = find_position (self, row); has_key (self, position, row); row++)
    {
      PigaEntryLine *line = piga_entry_pages_peek_line (self->pages, row);

      if (line == NULL || g_str_equal (piga_entry_line_get_id (line), id))
        return position;
      if (position == 0)
        break;
      position--;
    }

  return G_MAXUINT;
}
