/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The room of the journal: the list of entries beside the editor or, where there is no room for
 * both, the list that leads to the editor. */

#include "config.h"

#include "piga-journal-page.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-page.h"
#include "kit/piga-record-remove.h"
#include "kit/piga-toast.h"
#include "kit/piga-writable.h"
#include "piga-focus-mode.h"
#include "piga-journal-editor.h"
#include "piga-journal-list.h"

struct _PigaJournalPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  AdwNavigationSplitView *split_view;
  PigaJournalList *list;
  PigaJournalEditor *editor;

  PigaContext *context;
  PigaFocusMode *focus_mode;
  GCancellable *opening;
  char *opening_words; /* to jump to in the entry that is on its way */
};

static void page_iface_init (PigaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaJournalPage, piga_journal_page, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (PIGA_TYPE_PAGE, page_iface_init))

static PigaStore *
get_store (PigaJournalPage *self)
{
  return piga_context_get_store (self->context);
}

static void
update_stack (PigaJournalPage *self)
{
  const gboolean empty =
    piga_journal_list_is_empty (self->list) && piga_journal_editor_get_entry (self->editor) == NULL;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "entries");
}

static void
update_actions (PigaJournalPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean open = piga_journal_editor_get_entry (self->editor) != NULL;
  const gboolean changeable = open && piga_writable_is (get_store (self));

  gtk_widget_action_set_enabled (widget, "journal.insert-date", changeable);
  gtk_widget_action_set_enabled (widget, "journal.full-screen", open);
  gtk_widget_action_set_enabled (widget, "journal.delete", changeable);
  gtk_widget_action_set_enabled (widget, "journal.leave-full-screen",
                                 piga_focus_mode_is_active (self->focus_mode));
}

/* A search or a press that was slow to be answered must not take away what came after it. */
static void
stop_opening (PigaJournalPage *self)
{
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->opening_words, g_free);
}

static void
show_entry (PigaJournalPage *self, PigaEntry *entry)
{
  stop_opening (self);
  piga_journal_editor_show (self->editor, entry);
  if (entry == NULL)
    {
      piga_focus_mode_leave (self->focus_mode);
      piga_journal_list_select (self->list, NULL, 0);
      adw_navigation_split_view_set_show_content (self->split_view, FALSE);
    }
  else
    piga_journal_list_select (self->list, piga_record_get_id (entry),
                              piga_record_get_created_at (entry));
  update_actions (self);
  update_stack (self);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaJournalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaEntry) entry = piga_store_find_finish (PIGA_STORE (source), result, &error);
  g_autofree char *words = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (entry == NULL || piga_record_get_deleted_at (entry) != 0)
    {
      piga_toast_show (GTK_WIDGET (self), _ ("This entry is no longer here."));
      return;
    }

  words = g_steal_pointer (&self->opening_words);
  show_entry (self, entry);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  if (words != NULL && words[0] != '\0')
    piga_journal_editor_jump (self->editor, words);
  else if (adw_navigation_split_view_get_collapsed (self->split_view))
    piga_journal_editor_write (self->editor);
}

static void
open_entry (PigaJournalPage *self, const char *id, const char *words)
{
  stop_opening (self);
  self->opening = g_cancellable_new ();
  self->opening_words = g_strdup (words);
  piga_store_find_async (get_store (self), PIGA_TYPE_ENTRY, id, self->opening, found_cb,
                         g_object_ref (self));
}

static void
opened_cb (PigaJournalPage *self)
{
  PigaJournalModel *model = piga_journal_list_get_model (self->list);
  PigaEntry *entry = piga_journal_editor_get_entry (self->editor);
  const char *id = piga_journal_model_get_selected_id (model);

  if (entry != NULL && g_str_equal (piga_record_get_id (entry), id))
    {
      adw_navigation_split_view_set_show_content (self->split_view, TRUE);
      piga_journal_editor_write (self->editor);
    }
  else
    open_entry (self, id, "");
}

static void
narrow_cb (PigaJournalPage *self)
{
  piga_journal_editor_set_narrow (self->editor, TRUE);
}

static void
wide_cb (PigaJournalPage *self)
{
  piga_journal_editor_set_narrow (self->editor, FALSE);
}

/* Side by side again: what is selected is what is open, whatever the pointer passed over before. */
static void
collapsed_cb (PigaJournalPage *self)
{
  PigaEntry *entry = piga_journal_editor_get_entry (self->editor);

  if (entry != NULL && !adw_navigation_split_view_get_collapsed (self->split_view))
    piga_journal_list_select (self->list, piga_record_get_id (entry),
                              piga_record_get_created_at (entry));
}

static void
restored_cb (gpointer entry, GtkWidget *widget)
{
  show_entry (PIGA_JOURNAL_PAGE (widget), entry);
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), _ ("The entry is back."),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The entry after the deleted one moves up into its place, and is shown where there is room. */
static void
show_next (PigaJournalPage *self)
{
  PigaJournalModel *model = piga_journal_list_get_model (self->list);
  const guint position = piga_journal_model_get_selected (model);
  const guint n_entries = g_list_model_get_n_items (G_LIST_MODEL (model));
  const gboolean narrow = adw_navigation_split_view_get_collapsed (self->split_view);

  if (narrow || position == GTK_INVALID_LIST_POSITION || n_entries < 2)
    show_entry (self, NULL);
  else
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (model),
                                     position + 1 < n_entries ? position + 1 : position - 1, TRUE);
}

static void
delete_entry (PigaJournalPage *self, PigaEntry *entry)
{
  PigaDraft *draft = piga_journal_editor_get_draft (self->editor);
  g_autoptr (PigaEntry) kept = g_object_ref (entry);

  if (draft != NULL && piga_draft_get_entry (draft) == entry)
    {
      const gboolean blank = piga_draft_get_state (draft) == PIGA_DRAFT_BLANK;

      piga_draft_abandon (draft);
      show_next (self);
      if (blank)
        return;
    }
  piga_record_remove_full (GTK_WIDGET (self), get_store (self), kept,
                           _ ("Entry moved to the trash"), restored_cb);
}

static void
delete_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaJournalPage *self = PIGA_JOURNAL_PAGE (widget);

  delete_entry (self, piga_journal_editor_get_entry (self->editor));
}

static void
found_for_deletion_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaJournalPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaEntry) entry = piga_store_find_finish (PIGA_STORE (source), result, &error);

  if (entry != NULL && piga_record_get_deleted_at (entry) == 0)
    delete_entry (self, entry);
}

static void
delete_selected_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaJournalPage *self = PIGA_JOURNAL_PAGE (widget);
  const char *id = piga_journal_model_get_selected_id (piga_journal_list_get_model (self->list));

  if (id != NULL)
    piga_store_find_async (get_store (self), PIGA_TYPE_ENTRY, id, NULL, found_for_deletion_cb,
                           g_object_ref (self));
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  piga_journal_page_write (PIGA_JOURNAL_PAGE (widget), 0, "");
}

static void
insert_date_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  piga_journal_editor_insert_date (PIGA_JOURNAL_PAGE (widget)->editor);
}

static void
full_screen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PigaJournalPage *self = PIGA_JOURNAL_PAGE (widget);

  if (piga_focus_mode_is_active (self->focus_mode))
    piga_focus_mode_leave (self->focus_mode);
  else
    piga_focus_mode_enter (self->focus_mode);
}

static void
leave_full_screen_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  piga_focus_mode_leave (PIGA_JOURNAL_PAGE (widget)->focus_mode);
}

static void
focus_mode_cb (PigaJournalPage *self)
{
  piga_journal_editor_set_focus_mode (self->editor, piga_focus_mode_is_active (self->focus_mode));
  if (!piga_journal_editor_is_written_in (self->editor))
    piga_journal_editor_write (self->editor);
  update_actions (self);
}

/* The person turns to another window, or the computer goes to sleep: nothing waits for the timer.
 */
static void
window_active_cb (PigaJournalPage *self, GParamSpec *pspec, GtkWindow *window)
{
  if (!gtk_window_is_active (window))
    piga_journal_editor_flush (self->editor);
}

static void
piga_journal_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (piga_journal_page_parent_class)->root (widget);

  if (GTK_IS_WINDOW (gtk_widget_get_root (widget)))
    g_signal_connect_object (gtk_widget_get_root (widget), "notify::is-active",
                             G_CALLBACK (window_active_cb), widget, G_CONNECT_SWAPPED);
}

static void
piga_journal_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), window_active_cb, widget);

  GTK_WIDGET_CLASS (piga_journal_page_parent_class)->unroot (widget);
}

/* Deleted from elsewhere. */
static void
record_deleted_cb (PigaJournalPage *self, PigaRecord *record)
{
  PigaDraft *draft = piga_journal_editor_get_draft (self->editor);

  if (draft == NULL || PIGA_RECORD (piga_draft_get_entry (draft)) != record)
    return;

  piga_draft_abandon (draft);
  show_entry (self, NULL);
}

/* An import may have brought the entry's way into the trash with it. */
static void
reset_cb (PigaJournalPage *self)
{
  PigaDraft *draft = piga_journal_editor_get_draft (self->editor);

  if (draft != NULL && piga_record_get_deleted_at (piga_draft_get_entry (draft)) != 0)
    record_deleted_cb (self, PIGA_RECORD (piga_draft_get_entry (draft)));
}

static void
piga_journal_page_flush (PigaPage *page)
{
  piga_journal_editor_flush (PIGA_JOURNAL_PAGE (page)->editor);
}

static void
page_iface_init (PigaPageInterface *iface)
{
  iface->flush = piga_journal_page_flush;
}

static void
piga_journal_page_dispose (GObject *object)
{
  PigaJournalPage *self = PIGA_JOURNAL_PAGE (object);

  stop_opening (self);
  g_clear_object (&self->focus_mode);
  /* A page whose child the template takes away would take it away again. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_JOURNAL_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_journal_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "journal.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "journal.insert-date", NULL, insert_date_action);
  gtk_widget_class_install_action (widget_class, "journal.full-screen", NULL, full_screen_action);
  gtk_widget_class_install_action (widget_class, "journal.leave-full-screen", NULL,
                                   leave_full_screen_action);
  gtk_widget_class_install_action (widget_class, "journal.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "journal.delete-selected", NULL,
                                   delete_selected_action);
}

static void
piga_journal_page_class_init (PigaJournalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_journal_page_dispose;
  widget_class->root = piga_journal_page_root;
  widget_class->unroot = piga_journal_page_unroot;

  install_actions (widget_class);
  g_type_ensure (PIGA_TYPE_JOURNAL_EDITOR);
  g_type_ensure (PIGA_TYPE_JOURNAL_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalPage, split_view);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalPage, editor);
  gtk_widget_class_bind_template_callback (widget_class, collapsed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, wide_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, update_stack);
}

static void
piga_journal_page_init (PigaJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->focus_mode = piga_focus_mode_new (GTK_WIDGET (self->editor));
  g_signal_connect_object (self->focus_mode, "notify::active", G_CALLBACK (focus_mode_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * piga_journal_page_new:
 * @context: the context
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
piga_journal_page_new (PigaContext *context)
{
  PigaJournalPage *self = g_object_new (PIGA_TYPE_JOURNAL_PAGE, NULL);

  self->context = g_object_ref (context);
  piga_journal_editor_set_context (self->editor, context);
  piga_journal_list_set_context (self->list, context);
  g_signal_connect_object (get_store (self), "record-deleted::entry",
                           G_CALLBACK (record_deleted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_store (self), "reset", G_CALLBACK (reset_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_store (self), "notify::state", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  piga_writable_follow_action (self, get_store (self), "journal.new");
  piga_writable_follow_action (self, get_store (self), "journal.delete-selected");
  update_actions (self);
  return GTK_WIDGET (self);
}

/**
 * piga_journal_page_write:
 * @self: the page
 * @step: the step that the entry belongs to; 0 for none
 * @prompt: the key of the prompt that it answers; empty for none
 *
 * Opens the editor with a new entry and puts the cursor in its text. Nothing is kept of it until
 * something is typed.
 */
void
piga_journal_page_write (PigaJournalPage *self, guint step, const char *prompt)
{
  g_autoptr (PigaEntry) entry = piga_record_new (PIGA_TYPE_ENTRY);

  piga_record_set_integer (entry, PIGA_ENTRY_STEP, step);
  piga_record_set_text (entry, PIGA_ENTRY_PROMPT, prompt);
  piga_record_set_text (
    entry, PIGA_ENTRY_ROUND,
    piga_rounds_get_id_for_step (piga_context_get_rounds (self->context), step));

  piga_journal_list_clear_filter (self->list);
  show_entry (self, entry);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  piga_journal_editor_write (self->editor);
}

/**
 * piga_journal_page_open:
 * @self: the page
 * @id: the entry
 * @search: words to jump to; empty for none
 *
 * Opens an entry in the editor.
 */
void
piga_journal_page_open (PigaJournalPage *self, const char *id, const char *search)
{
  open_entry (self, id, search);
}
