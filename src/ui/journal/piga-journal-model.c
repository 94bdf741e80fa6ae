/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The journal as a list view wants it: the lazy list of entries, in sections of one month, with
 * one of them selected.
 *
 * The selection is an entry's id and not a position or an item. It stays with its entry while
 * others come, go and are filtered out, is there before its entry has reached the list, and comes
 * back with it. GtkSingleSelection would look at every item to find its own again, which for a
 * list that reads its lines when they are asked for means reading the whole journal. */

#include "piga-journal-model.h"

struct _PigaJournalModel
{
  GObject parent_instance;

  PigaEntryList *list;
  char *selected_id;
  gint64 selected_time;
  guint selected;
};

enum
{
  PROP_SELECTED_ID = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);
static void section_model_init (GtkSectionModelInterface *iface);
static void selection_model_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaJournalModel, piga_journal_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_model_init))

static guint
get_n_items (PigaJournalModel *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

static guint
find_selected (PigaJournalModel *self)
{
  guint position;

  if (self->selected_id == NULL)
    return GTK_INVALID_LIST_POSITION;

  position = piga_entry_list_find (self->list, self->selected_id, self->selected_time);
  return position < get_n_items (self) ? position : GTK_INVALID_LIST_POSITION;
}

static void
announce_selection (PigaJournalModel *self, guint old_position)
{
  if (old_position < get_n_items (self))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), old_position, 1);
  if (self->selected != GTK_INVALID_LIST_POSITION && self->selected != old_position)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), self->selected, 1);
}

static void
list_changed_cb (PigaJournalModel *self, guint position, guint removed, guint added)
{
  self->selected = find_selected (self);
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static GType
get_item_type (GListModel *model)
{
  return PIGA_TYPE_ENTRY_LINE;
}

static guint
model_get_n_items (GListModel *model)
{
  return get_n_items (PIGA_JOURNAL_MODEL (model));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (PIGA_JOURNAL_MODEL (model)->list), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = model_get_n_items;
  iface->get_item = get_item;
}

static void
get_section (GtkSectionModel *model, guint position, guint *start, guint *end)
{
  PigaJournalModel *self = PIGA_JOURNAL_MODEL (model);

  if (position < get_n_items (self))
    {
      piga_entry_list_get_month (self->list, position, start, end);
      return;
    }

  *start = get_n_items (self);
  *end = G_MAXUINT;
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = get_section;
}

static gboolean
is_selected (GtkSelectionModel *model, guint position)
{
  return position == PIGA_JOURNAL_MODEL (model)->selected;
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  PigaJournalModel *self = PIGA_JOURNAL_MODEL (model);
  GtkBitset *selection = gtk_bitset_new_empty ();

  if (self->selected != GTK_INVALID_LIST_POSITION)
    gtk_bitset_add (selection, self->selected);
  return selection;
}

static gboolean
select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  PigaJournalModel *self = PIGA_JOURNAL_MODEL (model);
  g_autoptr (PigaEntryLine) line = NULL;

  line = g_list_model_get_item (G_LIST_MODEL (self->list), position);
  if (line == NULL || piga_entry_line_get_id (line) == NULL)
    return FALSE;

  piga_journal_model_select (self, piga_entry_line_get_id (line),
                             piga_entry_line_get_created_at (line));
  return TRUE;
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = is_selected;
  iface->get_selection_in_range = get_selection_in_range;
  iface->select_item = select_item;
}

static void
piga_journal_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED_ID:
      g_value_set_string (value, PIGA_JOURNAL_MODEL (object)->selected_id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_journal_model_dispose (GObject *object)
{
  g_clear_object (&PIGA_JOURNAL_MODEL (object)->list);

  G_OBJECT_CLASS (piga_journal_model_parent_class)->dispose (object);
}

static void
piga_journal_model_finalize (GObject *object)
{
  g_free (PIGA_JOURNAL_MODEL (object)->selected_id);

  G_OBJECT_CLASS (piga_journal_model_parent_class)->finalize (object);
}

static void
piga_journal_model_class_init (PigaJournalModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_journal_model_get_property;
  object_class->dispose = piga_journal_model_dispose;
  object_class->finalize = piga_journal_model_finalize;

  properties[PROP_SELECTED_ID] = g_param_spec_string ("selected-id", NULL, NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_journal_model_init (PigaJournalModel *self)
{
  self->selected = GTK_INVALID_LIST_POSITION;
}

/**
 * piga_journal_model_new:
 * @list: the entries
 *
 * Returns: (transfer full): @list in months, nothing selected
 */
PigaJournalModel *
piga_journal_model_new (PigaEntryList *list)
{
  PigaJournalModel *self = g_object_new (PIGA_TYPE_JOURNAL_MODEL, NULL);

  self->list = g_object_ref (list);
  g_signal_connect_object (list, "items-changed", G_CALLBACK (list_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * piga_journal_model_get_list:
 * @self: the model
 *
 * Returns: (transfer none): the entries
 */
PigaEntryList *
piga_journal_model_get_list (PigaJournalModel *self)
{
  return self->list;
}

/**
 * piga_journal_model_get_selected_id:
 * @self: the model
 *
 * Returns: (transfer none) (nullable): the id of the selected entry, in the list or not
 */
const char *
piga_journal_model_get_selected_id (PigaJournalModel *self)
{
  return self->selected_id;
}

/**
 * piga_journal_model_get_selected:
 * @self: the model
 *
 * Returns: where the selected entry stands; %GTK_INVALID_LIST_POSITION while it is not there
 */
guint
piga_journal_model_get_selected (PigaJournalModel *self)
{
  return self->selected;
}

/**
 * piga_journal_model_select:
 * @self: the model
 * @id: (nullable): the id of an entry, or %NULL for none
 * @created_at: when it was made
 *
 * Selects an entry, be it in the list already or on its way there.
 */
void
piga_journal_model_select (PigaJournalModel *self, const char *id, gint64 created_at)
{
  const guint old_position = self->selected;

  if (!g_set_str (&self->selected_id, id))
    return;

  self->selected_time = created_at;
  self->selected = find_selected (self);
  announce_selection (self, old_position);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_ID]);
}
