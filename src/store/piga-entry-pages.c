/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lines of the journal that somebody has, and the pages they were read with, of which those
 * read longest ago are let go. A line is one object for as long as anybody has it, and changes in
 * place. */

#include "piga-entry-pages.h"

#include "piga-entry-line.h"
#include "piga-error.h"
#include "piga-excerpt.h"
#include "piga-statement.h"
#include "piga-store-private.h"
#include "records/piga-entry.h"

#define MOST_PAGES 40

struct _PigaEntryPages
{
  GObject parent_instance;

  PigaStore *store;
  /* Row to Seat, for each line that somebody has. */
  GHashTable *seats;
  /* GPtrArrays of lines, to keep them a while. */
  GQueue pages;
};

G_DEFINE_FINAL_TYPE (PigaEntryPages, piga_entry_pages, G_TYPE_OBJECT)

/* A line that somebody has. */
typedef struct
{
  PigaEntryPages *pages;
  gint64 row;
  /* Not a reference. */
  PigaEntryLine *line;
  gboolean is_asked_for;
} Seat;

static void
on_line_gone (gpointer data, GObject *line)
{
  Seat *seat = data;

  seat->line = NULL;
  g_hash_table_remove (seat->pages->seats, &seat->row);
}

static void
seat_free (Seat *self)
{
  if (self->line != NULL)
    g_object_weak_unref (G_OBJECT (self->line), on_line_gone, self);
  g_free (self);
}

/* Returns a reference to the line of @row, and where it sits. */
static PigaEntryLine *
ensure_line (PigaEntryPages *self, gint64 row, Seat **seat)
{
  *seat = g_hash_table_lookup (self->seats, &row);
  if (*seat != NULL)
    return g_object_ref ((*seat)->line);

  *seat = g_new0 (Seat, 1);
  (*seat)->pages = self;
  (*seat)->row = row;
  (*seat)->line = piga_entry_line_new (row * PIGA_ENTRY_ROW_TIME);
  g_object_weak_ref (G_OBJECT ((*seat)->line), on_line_gone, *seat);
  g_hash_table_insert (self->seats, &(*seat)->row, *seat);
  return (*seat)->line;
}

static void
keep_page (PigaEntryPages *self, GPtrArray *lines)
{
  g_queue_push_tail (&self->pages, lines);
  if (self->pages.length > MOST_PAGES)
    g_ptr_array_unref (g_queue_pop_head (&self->pages));
}

/* A page on its way: rows for the worker, and the lines they belong to. */
typedef struct
{
  GArray *rows;
  GPtrArray *lines;
  GPtrArray *summaries;
  /* Why some of them are missing, where a part of the file is damaged. */
  GError *damage;
} Page;

static void
page_free (Page *self)
{
  g_array_unref (self->rows);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_ptr_array_unref (self->summaries);
  g_clear_error (&self->damage);
  g_free (self);
}

static void
summary_free (gpointer summary)
{
  if (summary != NULL)
    piga_entry_summary_free (summary);
}

static PigaEntrySummary *
read_summary (PigaStatement *statement)
{
  const PigaRecordClass *klass = g_type_class_peek (PIGA_TYPE_ENTRY);
  PigaEntrySummary *summary = g_new0 (PigaEntrySummary, 1);
  gint64 mood = PIGA_MOOD_UNSAID;
  g_autofree char *id = NULL, *title = NULL, *body = NULL;

  summary->id = g_strdup (piga_statement_get_valid_text (statement, 0, &id));
  summary->created_at = piga_statement_get_integer (statement, 1);
  piga_excerpt_make (piga_statement_get_valid_text (statement, 2, &title),
                     piga_statement_get_valid_text (statement, 3, &body), &summary->title,
                     &summary->excerpt);
  summary->is_damaged = title != NULL || body != NULL;
  summary->step = (guint) piga_statement_get_integer (statement, 4);
  piga_field_find_choice (&klass->fields[PIGA_ENTRY_MOOD],
                          piga_statement_get_text (statement, 5, NULL), &mood);
  summary->mood = (guint) mood;
  return summary;
}

/* One line that cannot be read leaves the others as they are. */
static gboolean
keep_damage (Page *page, const GError *cause)
{
  if (!g_error_matches (cause, PIGA_ERROR, PIGA_ERROR_CORRUPT))
    return FALSE;

  if (page->damage == NULL)
    page->damage = g_error_copy (cause);
  return TRUE;
}

static gboolean
read_page (PigaDatabase *database, Page *page, GError **error)
{
  g_autoptr (PigaStatement) statement = piga_database_prepare (
    database, "SELECT id, created_at, title, body, step, mood FROM entry WHERE row = :row", error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < page->rows->len; i++)
    {
      g_autoptr (GError) cause = NULL;
      PigaStatementResult result;

      piga_statement_bind_integer (statement, ":row", g_array_index (page->rows, gint64, i));
      result = piga_statement_step (statement, &cause);
      if (result == PIGA_STATEMENT_FAILED && !keep_damage (page, cause))
        {
          g_propagate_error (error, g_steal_pointer (&cause));
          return FALSE;
        }
      g_ptr_array_add (page->summaries,
                       result == PIGA_STATEMENT_ROW ? read_summary (statement) : NULL);
      piga_statement_rewind (statement);
    }

  return TRUE;
}

static void
do_read_page (PigaWorker *worker, GTask *task)
{
  PigaDatabase *database = piga_store_get_database (worker, task);
  Page *page = g_task_get_task_data (task);
  GError *error = NULL;
  gboolean read;

  if (database == NULL)
    return;

  read = read_page (database, page, &error);
  piga_store_mark_damaged (database, page->damage);
  if (read)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Where the reading failed there may be fewer summaries than lines. */
static void
note_damage (PigaEntryPages *self, GPtrArray *summaries, guint i)
{
  const PigaEntrySummary *summary = i < summaries->len ? summaries->pdata[i] : NULL;

  if (summary != NULL && summary->is_damaged)
    piga_store_note_damaged (self->store, summary->id);
}

static void
on_page_read (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (PigaEntryPages) self = data;
  Page *page = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  const gboolean read = g_task_propagate_boolean (G_TASK (result), &error);

  if (!read || page->damage != NULL)
    piga_store_set_error (self->store, read ? page->damage : error);
  for (guint i = 0; i < page->lines->len; i++)
    {
      PigaEntryLine *line = page->lines->pdata[i];
      Seat *seat = g_hash_table_lookup (self->seats, &g_array_index (page->rows, gint64, i));

      if (seat != NULL)
        seat->is_asked_for = FALSE;
      note_damage (self, page->summaries, i);
      /* What was saved since the page was asked for is newer than what was read. */
      if (read && page->summaries->pdata[i] != NULL && !piga_entry_line_is_loaded (line))
        piga_entry_line_show (line, g_steal_pointer (&page->summaries->pdata[i]));
    }
}

static void
piga_entry_pages_finalize (GObject *object)
{
  PigaEntryPages *self = PIGA_ENTRY_PAGES (object);

  piga_entry_pages_forget (self);
  g_hash_table_unref (self->seats);
  g_object_unref (self->store);

  G_OBJECT_CLASS (piga_entry_pages_parent_class)->finalize (object);
}

static void
piga_entry_pages_class_init (PigaEntryPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = piga_entry_pages_finalize;
}

static void
piga_entry_pages_init (PigaEntryPages *self)
{
  /* The key is the row in the value. */
  self->seats =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) seat_free);
}

/**
 * piga_entry_pages_new:
 * @store: the store
 *
 * Returns: (transfer full): no pages yet
 */
PigaEntryPages *
piga_entry_pages_new (PigaStore *store)
{
  PigaEntryPages *self = g_object_new (PIGA_TYPE_ENTRY_PAGES, NULL);

  self->store = g_object_ref (store);
  return self;
}

/**
 * piga_entry_pages_ask:
 * @self: the pages
 * @rows: (array length=n_rows): the rows of a page
 * @n_rows: how many there are
 *
 * Asks the disk for those of the lines that are not there, all at once.
 */
void
piga_entry_pages_ask (PigaEntryPages *self, const gint64 *rows, guint n_rows)
{
  Page *page = g_new0 (Page, 1);
  GTask *task;

  page->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  page->lines = g_ptr_array_new_with_free_func (g_object_unref);
  page->summaries = g_ptr_array_new_with_free_func (summary_free);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (PigaEntryLine) line = NULL;
      Seat *seat;

      line = ensure_line (self, rows[i], &seat);
      if (seat->is_asked_for || piga_entry_line_is_loaded (line))
        continue;
      seat->is_asked_for = TRUE;
      g_array_append_val (page->rows, rows[i]);
      g_ptr_array_add (page->lines, g_steal_pointer (&line));
    }

  keep_page (self, g_ptr_array_ref (page->lines));
  task = g_task_new (self->store, NULL, on_page_read, g_object_ref (self));
  g_task_set_source_tag (task, piga_entry_pages_ask);
  g_task_set_task_data (task, page, (GDestroyNotify) page_free);
  piga_worker_push (self->store->worker, task, do_read_page);
}

/**
 * piga_entry_pages_get_line:
 * @self: the pages
 * @row: the row of an entry
 * @is_missing: (out): whether it has to be asked for
 *
 * Returns: (transfer full): its line
 */
PigaEntryLine *
piga_entry_pages_get_line (PigaEntryPages *self, gint64 row, gboolean *is_missing)
{
  Seat *seat;
  PigaEntryLine *line = ensure_line (self, row, &seat);

  *is_missing = !seat->is_asked_for && !piga_entry_line_is_loaded (line);
  return line;
}

/**
 * piga_entry_pages_peek_line:
 * @self: the pages
 * @row: the row of an entry
 *
 * Returns: (transfer none) (nullable): its line, where somebody has it and it was read
 */
PigaEntryLine *
piga_entry_pages_peek_line (PigaEntryPages *self, gint64 row)
{
  const Seat *seat = g_hash_table_lookup (self->seats, &row);

  return seat != NULL && piga_entry_line_is_loaded (seat->line) ? seat->line : NULL;
}

/**
 * piga_entry_pages_show:
 * @self: the pages
 * @row: the row of an entry
 * @entry: the entry, just saved
 *
 * Shows what was just given to the disk without asking the disk for it.
 */
void
piga_entry_pages_show (PigaEntryPages *self, gint64 row, gpointer entry)
{
  const Seat *known = g_hash_table_lookup (self->seats, &row);
  Seat *seat;
  g_autoptr (PigaEntryLine) line = ensure_line (self, row, &seat);

  piga_entry_line_show (line, piga_entry_summary_new_for_record (entry));
  if (known == NULL)
    {
      GPtrArray *page = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (page, g_steal_pointer (&line));
      keep_page (self, page);
    }
}

/**
 * piga_entry_pages_forget:
 * @self: the pages
 *
 * Forgets all lines. Who has one keeps it, but it does not change any more.
 */
void
piga_entry_pages_forget (PigaEntryPages *self)
{
  g_queue_clear_full (&self->pages, (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_remove_all (self->seats);
}
