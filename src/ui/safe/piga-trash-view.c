/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list follows the store: whatever is deleted, comes back or goes for good is in it or not a
 * moment later, and what was chosen stays chosen. */

#include "config.h"

#include "piga-trash-view.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-toast.h"
#include "kit/piga-writable.h"
#include "piga-backup-words.h"
#include "piga-kept-record-page.h"
#include "piga-kept-words.h"
#include "piga-trash-row.h"
#include "piga-trash.h"

struct _PigaTrashView
{
  AdwBin parent_instance;

  GtkStack *stack;
  AdwStatusPage *failed;
  GtkListView *view;
  GtkToggleButton *all;

  PigaContext *context;
  GListStore *items;
  GHashTable *linked;

  PigaKeptRecordPage *page; /* weak: a record that was opened */
  guint reading_id;
  gboolean is_reading;
  gboolean is_stale;    /* something happened since the reading began */
  gboolean is_busy;     /* something is being done */
  gboolean is_checking; /* many boxes change at once */
};

G_DEFINE_FINAL_TYPE (PigaTrashView, piga_trash_view, ADW_TYPE_BIN)

static PigaStore *
get_store (PigaTrashView *self)
{
  return piga_context_get_store (self->context);
}

static PigaDay
get_today (PigaTrashView *self)
{
  return piga_context_get_today (self->context);
}

static guint
get_n_items (PigaTrashView *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

/* The list has a reference for as long as it is in there. */
static PigaTrashItem *
peek_item (PigaTrashView *self, guint i)
{
  g_autoptr (PigaTrashItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

  return item;
}

static GPtrArray *
list_checked (PigaTrashView *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < get_n_items (self); i++)
    if (piga_trash_item_is_checked (peek_item (self, i)))
      g_ptr_array_add (records, g_object_ref (piga_trash_item_get_record (peek_item (self, i))));
  return records;
}

static void
update_actions (PigaTrashView *self)
{
  g_autoptr (GPtrArray) checked = list_checked (self);
  const gboolean can_act = !self->is_busy && piga_writable_is (get_store (self));
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "trash.bring-back", can_act && checked->len > 0);
  gtk_widget_action_set_enabled (widget, "trash.erase", can_act && checked->len > 0);
  if (self->page != NULL)
    g_object_set (self->page, "can-act", can_act, NULL);
  self->is_checking = TRUE;
  gtk_toggle_button_set_active (self->all, checked->len > 0 && checked->len == get_n_items (self));
  self->is_checking = FALSE;
}

static void
checked_cb (PigaTrashView *self)
{
  if (!self->is_checking)
    update_actions (self);
}

static void
all_toggled_cb (PigaTrashView *self)
{
  if (self->is_checking)
    return;

  self->is_checking = TRUE;
  for (guint i = 0; i < get_n_items (self); i++)
    piga_trash_item_set_checked (peek_item (self, i), gtk_toggle_button_get_active (self->all));
  self->is_checking = FALSE;
  update_actions (self);
}

static void
setup_row_cb (PigaTrashView *self, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, piga_trash_row_new ());
}

static void
bind_row_cb (PigaTrashView *self, GtkListItem *list_item)
{
  PigaTrashItem *item = gtk_list_item_get_item (list_item);
  gpointer record = piga_trash_item_get_record (item);
  g_autofree char *title = piga_kept_words_title (record, self->linked, get_today (self));
  g_autofree char *about = piga_kept_words_about (record, self->linked, get_today (self));
  g_autofree char *name = g_strjoin (", ", title, about, NULL);

  piga_trash_row_set_item (PIGA_TRASH_ROW (gtk_list_item_get_child (list_item)), item, title,
                           about);
  gtk_list_item_set_accessible_label (list_item, name);
}

static void
unbind_row_cb (PigaTrashView *self, GtkListItem *list_item)
{
  piga_trash_row_set_item (PIGA_TRASH_ROW (gtk_list_item_get_child (list_item)), NULL, NULL, NULL);
}

/* The space bar checks the box of the row that has the focus, or of the one the box is in. */
static void
check_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = NULL;
  PigaTrashItem *item;

  if (focus != NULL)
    row = gtk_widget_get_ancestor (focus, PIGA_TYPE_TRASH_ROW);
  if (row == NULL && focus != NULL)
    row = gtk_widget_get_first_child (focus);
  if (!PIGA_IS_TRASH_ROW (row))
    return;

  item = piga_trash_row_get_item (PIGA_TRASH_ROW (row));
  piga_trash_item_set_checked (item, !piga_trash_item_is_checked (item));
}

static PigaTrashItem *
create_item (PigaTrashView *self, gpointer record)
{
  PigaTrashItem *item = piga_trash_item_new (record);

  g_signal_connect_object (item, "notify::checked", G_CALLBACK (checked_cb), self,
                           G_CONNECT_SWAPPED);
  return item;
}

static void
remove_gone (PigaTrashView *self, GPtrArray *records)
{
  g_autoptr (GHashTable) here = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (here, records->pdata[i]);
  for (guint i = get_n_items (self); i-- > 0;)
    if (!g_hash_table_contains (here, piga_trash_item_get_record (peek_item (self, i))))
      g_list_store_remove (self->items, i);
}

static void
show_first (PigaTrashView *self, GPtrArray *records)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (items, create_item (self, records->pdata[i]));
  g_list_store_splice (self->items, 0, get_n_items (self), items->pdata, items->len);
}

/* One by one, so that the keyboard and the place in the list stay where they are. */
static void
show_changes (PigaTrashView *self, GPtrArray *records)
{
  remove_gone (self, records);
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (PigaTrashItem) item = NULL;

      if (i < get_n_items (self)
          && piga_trash_item_get_record (peek_item (self, i)) == records->pdata[i])
        continue;
      item = create_item (self, records->pdata[i]);
      g_list_store_insert (self->items, i, item);
    }
  g_list_store_splice (self->items, records->len, get_n_items (self) - records->len, NULL, 0);
}

static void queue_reading (PigaTrashView *self);

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaTrashView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) linked = NULL;
  g_autoptr (GPtrArray) records =
    piga_trash_list_finish (PIGA_STORE (source), result, &linked, &error);

  self->is_reading = FALSE;
  if (self->items == NULL)
    return;
  if (records == NULL)
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }

  g_clear_pointer (&self->linked, g_hash_table_unref);
  self->linked = g_steal_pointer (&linked);
  if (get_n_items (self) == 0 || records->len == 0)
    show_first (self, records);
  else
    show_changes (self, records);
  gtk_stack_set_visible_child_name (self->stack, records->len > 0 ? "list" : "empty");
  update_actions (self);
  if (self->is_stale)
    queue_reading (self);
}

static gboolean
read_cb (gpointer user_data)
{
  PigaTrashView *self = user_data;

  self->reading_id = 0;
  self->is_reading = TRUE;
  self->is_stale = FALSE;
  piga_trash_list_async (get_store (self), NULL, listed_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
queue_reading (PigaTrashView *self)
{
  if (self->is_reading)
    self->is_stale = TRUE;
  else if (self->reading_id == 0 && self->context != NULL)
    self->reading_id = g_idle_add (read_cb, self);
}

/* What is to be done with some records, on its way. */
typedef struct
{
  PigaTrashView *view;
  GPtrArray *records;
  /* How many would be deleted for good, with all that belongs to them. */
  guint n_erased;
} Deed;

static Deed *
deed_new (PigaTrashView *self, GPtrArray *records)
{
  Deed *deed = g_new0 (Deed, 1);

  deed->view = g_object_ref (self);
  deed->records = g_ptr_array_ref (records);
  return deed;
}

static void
deed_free (Deed *self)
{
  g_object_unref (self->view);
  g_ptr_array_unref (self->records);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Deed, deed_free)

/* Nothing else can be begun while the disk works. */
static void
set_busy (PigaTrashView *self, gboolean is_busy)
{
  self->is_busy = is_busy;
  if (self->context != NULL)
    update_actions (self);
}

static AdwNavigationView *
get_navigation (PigaTrashView *self)
{
  return ADW_NAVIGATION_VIEW (
    gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW));
}

/* Says what was done, and leaves the record that is not in the trash any more. */
static void
tell_done (Deed *self, const char *title)
{
  PigaKeptRecordPage *page = self->view->page;

  piga_toast_show (GTK_WIDGET (self->view), title);
  if (page != NULL
      && g_ptr_array_find (self->records, piga_kept_record_page_get_record (page), NULL)
      && get_navigation (self->view) != NULL)
    adw_navigation_view_pop (get_navigation (self->view));
  queue_reading (self->view);
}

static void
brought_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  guint n = 0;

  set_busy (deed->view, FALSE);
  if (!piga_trash_bring_back_finish (PIGA_STORE (source), result, &n, &error))
    {
      piga_toast_show (GTK_WIDGET (deed->view), error->message);
      return;
    }
  title = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Brought back: %u record", "Brought back: %u records", n), n);
  tell_done (deed, title);
}

static void
bring_back (PigaTrashView *self, GPtrArray *records)
{
  set_busy (self, TRUE);
  piga_trash_bring_back_async (get_store (self), records, brought_back_cb,
                               deed_new (self, records));
}

static void
erased_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  guint n = 0;

  set_busy (deed->view, FALSE);
  if (!piga_trash_erase_finish (PIGA_STORE (source), result, &n, &error))
    {
      piga_toast_show (GTK_WIDGET (deed->view), error->message);
      return;
    }
  title = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "Deleted for good: %u record", "Deleted for good: %u records", n),
    n);
  tell_done (deed, title);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deed) deed = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (!g_str_equal (response, "erase"))
    return;
  set_busy (deed->view, TRUE);
  piga_trash_erase_async (get_store (deed->view), deed->records, erased_cb, deed);
  g_steal_pointer (&deed);
}

/* @deed: (transfer full) */
static void
ask (Deed *deed, const char *note)
{
  g_autofree char *body = piga_kept_words_erasure (deed->records, deed->n_erased, note);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Delete for Good?"), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "erase",
                                  _ ("_Delete for Good"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "erase",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (deed->view), NULL, answered_cb,
                           deed);
}

static void
holding_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GPtrArray) backups =
    piga_backups_find_holding_finish (PIGA_BACKUPS (source), result, NULL);
  g_autofree char *note = NULL;

  set_busy (deed->view, FALSE);
  if (gtk_widget_get_root (GTK_WIDGET (deed->view)) == NULL)
    return;
  if (backups != NULL)
    note = piga_backup_words_last_day (backups, piga_context_get_today (deed->view->context));
  ask (g_steal_pointer (&deed), note);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Deed) deed = user_data;
  g_autoptr (GError) error = NULL;
  PigaTrashView *self = deed->view;

  if (!piga_trash_preview_erase_finish (PIGA_STORE (source), result, &deed->n_erased, &error))
    piga_toast_show (GTK_WIDGET (self), error->message);
  if (deed->n_erased == 0 || self->context == NULL)
    {
      set_busy (self, FALSE);
      return;
    }

  piga_backups_find_holding_async (piga_context_get_backups (self->context), deed->records,
                                   holding_found_cb, deed);
  g_steal_pointer (&deed);
}

static void
ask_to_erase (PigaTrashView *self, GPtrArray *records)
{
  set_busy (self, TRUE);
  piga_trash_preview_erase_async (get_store (self), records, previewed_cb,
                                  deed_new (self, records));
}

static void
bring_back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) records = list_checked (PIGA_TRASH_VIEW (widget));

  bring_back (PIGA_TRASH_VIEW (widget), records);
}

static void
erase_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) records = list_checked (PIGA_TRASH_VIEW (widget));

  ask_to_erase (PIGA_TRASH_VIEW (widget), records);
}

static GPtrArray *
list_shown (PigaKeptRecordPage *page)
{
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, g_object_ref (piga_kept_record_page_get_record (page)));
  return records;
}

static void
page_brings_back_cb (PigaKeptRecordPage *page, PigaTrashView *self)
{
  g_autoptr (GPtrArray) records = list_shown (page);

  bring_back (self, records);
}

static void
page_erases_cb (PigaKeptRecordPage *page, PigaTrashView *self)
{
  g_autoptr (GPtrArray) records = list_shown (page);

  ask_to_erase (self, records);
}

static void
activated_cb (PigaTrashView *self, guint position)
{
  PigaKeptRecordPage *page = piga_kept_record_page_new (
    piga_trash_item_get_record (peek_item (self, position)), self->linked, get_today (self),
    PIGA_KEPT_RECORD_BRING_BACK | PIGA_KEPT_RECORD_ERASE);

  g_signal_connect_object (page, "bring-back", G_CALLBACK (page_brings_back_cb), self, 0);
  g_signal_connect_object (page, "erase", G_CALLBACK (page_erases_cb), self, 0);
  g_set_weak_pointer (&self->page, page);
  update_actions (self);
  adw_navigation_view_push (get_navigation (self), ADW_NAVIGATION_PAGE (page));
}

static void
piga_trash_view_dispose (GObject *object)
{
  PigaTrashView *self = PIGA_TRASH_VIEW (object);

  g_clear_handle_id (&self->reading_id, g_source_remove);
  /* What is on its way keeps the view for a while. */
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (get_store (self), self);
  g_clear_weak_pointer (&self->page);
  /* The bin would let go of it once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_TRASH_VIEW);
  g_clear_object (&self->items);
  g_clear_object (&self->context);
  g_clear_pointer (&self->linked, g_hash_table_unref);

  G_OBJECT_CLASS (piga_trash_view_parent_class)->dispose (object);
}

static void
piga_trash_view_class_init (PigaTrashViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_trash_view_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-trash-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaTrashView, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaTrashView, failed);
  gtk_widget_class_bind_template_child (widget_class, PigaTrashView, view);
  gtk_widget_class_bind_template_child (widget_class, PigaTrashView, all);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_install_action (widget_class, "trash.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "trash.bring-back", NULL, bring_back_cb);
  gtk_widget_class_install_action (widget_class, "trash.erase", NULL, erase_cb);
}

static void
piga_trash_view_init (PigaTrashView *self)
{
  self->items = g_list_store_new (PIGA_TYPE_TRASH_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_trash_view_set_context:
 * @self: the view, which has no context yet
 * @context: the context
 *
 * Has it read the trash.
 */
void
piga_trash_view_set_context (PigaTrashView *self, PigaContext *context)
{
  PigaStore *store = piga_context_get_store (context);
  g_autoptr (GtkNoSelection) model =
    gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->items)));

  self->context = g_object_ref (context);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  g_signal_connect_object (store, "reset", G_CALLBACK (queue_reading), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved", G_CALLBACK (queue_reading), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-deleted", G_CALLBACK (queue_reading), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
  queue_reading (self);
}
