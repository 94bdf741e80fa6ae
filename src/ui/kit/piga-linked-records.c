/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-linked-records.h"

typedef struct
{
  guint field;
  char *id;
} Link;

static void
link_free (gpointer data)
{
  Link *link = data;

  g_free (link->id);
  g_free (link);
}

static gboolean
is_linked (gpointer record, gpointer data)
{
  const Link *link = data;

  return g_str_equal (piga_record_get_text (record, link->field), link->id);
}

/* A model does not watch what it holds (GtkFilter learns to with 4.20), so it is told. */
static void
record_saved_cb (GtkFilter *filter)
{
  gtk_filter_changed (filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * piga_linked_records:
 * @store: the store
 * @type: a kind of which there are few; not the journal
 * @field: the index of one of its links
 * @id: the id of a record
 *
 * Returns: (transfer full): the records whose link leads to @id, in the order in which they were
 *   made; it follows the store
 */
GListModel *
piga_linked_records (PigaStore *store, GType type, guint field, const char *id)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  g_autofree char *signal = g_strconcat ("record-saved::", PIGA_RECORD_CLASS (klass)->kind, NULL);
  Link *link = g_new (Link, 1);
  GtkFilter *filter;

  link->field = field;
  link->id = g_strdup (id);
  filter = GTK_FILTER (gtk_custom_filter_new (is_linked, link, link_free));
  g_signal_connect_object (store, signal, G_CALLBACK (record_saved_cb), filter, G_CONNECT_SWAPPED);
  return G_LIST_MODEL (
    gtk_filter_list_model_new (g_object_ref (piga_store_list (store, type)), filter));
}
