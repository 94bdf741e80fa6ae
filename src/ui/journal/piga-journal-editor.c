/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where an entry is written: the prompt it answers, its title, its text, and the quiet bar below.
 *
 * The editor shows a draft, which binds an entry to buffers of its own; see piga-draft.c for how
 * the words reach the disk. Another entry means another draft: what was typed into the last one is
 * handed to the store before it is let go. The place of the cursor is remembered while the program
 * runs. */

#include "config.h"

#include "piga-journal-editor.h"

#include <glib/gi18n-lib.h>

#include "guide/piga-guide.h"
#include "piga-body-view.h"
#include "piga-calendar.h"
#include "piga-find-bar.h"
#include "piga-language.h"
#ifdef HAVE_SPELLING
#include "piga-spelling.h"
#endif
#include "piga-writing-bar.h"

struct _PigaJournalEditor
{
  AdwNavigationPage parent_instance;

  AdwToolbarView *toolbar_view;
  AdwHeaderBar *header_bar;
  AdwWindowTitle *window_title;
  GtkWidget *menu_button;
  GtkWidget *leave_button;
  PigaFindBar *find_bar;
  GtkStack *stack;
  GtkLabel *prompt;
  GtkText *title_text;
  PigaBodyView *body;
  PigaWritingBar *bar;

  PigaContext *context;
  PigaDraft *draft;
  GHashTable *cursors; /* id of an entry → where its cursor was */
#ifdef HAVE_SPELLING
  PigaSpelling *spelling;
  guint spelling_idle;
#endif
};

G_DEFINE_FINAL_TYPE (PigaJournalEditor, piga_journal_editor, ADW_TYPE_NAVIGATION_PAGE)

static void
remember_cursor (PigaJournalEditor *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (piga_draft_get_body (self->draft));
  const char *id = piga_record_get_id (piga_draft_get_entry (self->draft));
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_hash_table_insert (self->cursors, g_strdup (id),
                       GINT_TO_POINTER (gtk_text_iter_get_offset (&cursor)));
}

static void
restore_cursor (PigaJournalEditor *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (piga_draft_get_body (self->draft));
  const char *id = piga_record_get_id (piga_draft_get_entry (self->draft));
  GtkTextIter cursor;

  gtk_text_buffer_get_iter_at_offset (buffer, &cursor,
                                      GPOINTER_TO_INT (g_hash_table_lookup (self->cursors, id)));
  gtk_text_buffer_place_cursor (buffer, &cursor);
  /* A text begins at its top by itself; sent there before it was laid out, it would not. */
  if (!gtk_text_iter_is_start (&cursor))
    piga_body_view_scroll_to_cursor (self->body);
}

static void
show_prompt (PigaJournalEditor *self, PigaEntry *entry)
{
  const PigaPrompt *prompt =
    piga_guide_find_prompt (piga_record_get_integer (entry, PIGA_ENTRY_STEP),
                            piga_record_get_text (entry, PIGA_ENTRY_PROMPT));

  gtk_widget_set_visible (GTK_WIDGET (self->prompt), prompt != NULL);
  if (prompt != NULL)
    gtk_label_set_label (self->prompt, _ (prompt->text));
}

static void
show_time (PigaJournalEditor *self, PigaEntry *entry)
{
  const gint64 time = piga_record_get_created_at (entry);
  const PigaDay day = piga_day_from_time (time);
  const PigaDay today = piga_clock_get_today (piga_context_get_clock (self->context));
  g_autofree char *date = piga_calendar_date_near (day, today);
  g_autofree char *hour = piga_calendar_time (time);
  g_autofree char *when = NULL;

  /* Translators: %1$s is the name of a day, such as “Friday”; %2$s is a time, such as “14:30”. */
  when = g_strdup_printf (_ ("%1$s, %2$s"),
                          piga_calendar_weekday_name (piga_calendar_weekday (day)), hour);
  adw_window_title_set_title (self->window_title, date);
  adw_window_title_set_subtitle (self->window_title, when);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), date);
}

#ifdef HAVE_SPELLING
static void
start_spelling_cb (gpointer user_data)
{
  PigaJournalEditor *self = user_data;

  self->spelling_idle = 0;
  self->spelling = piga_spelling_new (self->body, piga_context_get_settings (self->context),
                                      piga_language_current ());
}

/* A dictionary takes its time to be read: after the first entry is on the screen. */
static void
start_spelling (PigaJournalEditor *self)
{
  if (self->spelling == NULL && self->spelling_idle == 0)
    self->spelling_idle = g_timeout_add_once (500, start_spelling_cb, self);
}

static void
stop_spelling (PigaJournalEditor *self)
{
  g_clear_handle_id (&self->spelling_idle, g_source_remove);
  g_clear_object (&self->spelling);
}
#endif

static void
show_draft (PigaJournalEditor *self)
{
  PigaEntry *entry = piga_draft_get_entry (self->draft);
  const PigaStoreState state = piga_store_get_state (piga_context_get_store (self->context));
  const gboolean writable = state != PIGA_STORE_READ_ONLY;

  show_time (self, entry);
  show_prompt (self, entry);
  gtk_text_set_buffer (self->title_text, piga_draft_get_title (self->draft));
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->body),
                            GTK_TEXT_BUFFER (piga_draft_get_body (self->draft)));
  gtk_editable_set_editable (GTK_EDITABLE (self->title_text), writable);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->body), writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->bar), writable);
  restore_cursor (self);
#ifdef HAVE_SPELLING
  start_spelling (self);
#endif
}

static void
show_none (PigaJournalEditor *self)
{
  adw_window_title_set_title (self->window_title, "");
  adw_window_title_set_subtitle (self->window_title, "");
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Entry"));
  piga_find_bar_close (self->find_bar);
  gtk_text_set_buffer (self->title_text, NULL);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->body), NULL);
}

static void
title_activated_cb (PigaJournalEditor *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

/* Of the editor and not of the page: the window asks for it where the keyboard is, and searches
 * everything where it is elsewhere. */
static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  piga_find_bar_open (PIGA_JOURNAL_EDITOR (widget)->find_bar);
}

static void
piga_journal_editor_dispose (GObject *object)
{
  PigaJournalEditor *self = PIGA_JOURNAL_EDITOR (object);

  piga_journal_editor_flush (self);
#ifdef HAVE_SPELLING
  stop_spelling (self);
#endif
  /* A page whose child the template takes away would take it away again. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_JOURNAL_EDITOR);
  g_clear_pointer (&self->cursors, g_hash_table_unref);
  g_clear_object (&self->draft);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_journal_editor_parent_class)->dispose (object);
}

static void
piga_journal_editor_class_init (PigaJournalEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_journal_editor_dispose;

  gtk_widget_class_install_action (widget_class, "entry.find", NULL, find_action);
  g_type_ensure (PIGA_TYPE_BODY_VIEW);
  g_type_ensure (PIGA_TYPE_FIND_BAR);
  g_type_ensure (PIGA_TYPE_WRITING_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-journal-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaJournalEditor, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalEditor, header_bar);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalEditor, window_title);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalEditor, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalEditor, leave_button);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalEditor, find_bar);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalEditor, prompt);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalEditor, title_text);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalEditor, body);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalEditor, bar);
  gtk_widget_class_bind_template_callback (widget_class, title_activated_cb);
}

static void
piga_journal_editor_init (PigaJournalEditor *self)
{
  self->cursors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  piga_find_bar_set_view (self->find_bar, GTK_SOURCE_VIEW (self->body));
  piga_journal_editor_show (self, NULL);
}

/**
 * piga_journal_editor_set_context:
 * @self: the editor
 * @context: the context
 *
 * Hands the editor where it saves; once, before an entry is shown.
 */
void
piga_journal_editor_set_context (PigaJournalEditor *self, PigaContext *context)
{
  g_set_object (&self->context, context);
}

/**
 * piga_journal_editor_show:
 * @self: the editor
 * @entry: (nullable): the entry to write; %NULL for none
 *
 * Hands what was typed into the last entry to the store, and shows @entry.
 */
void
piga_journal_editor_show (PigaJournalEditor *self, PigaEntry *entry)
{
  if (self->draft != NULL)
    {
      if (piga_draft_get_entry (self->draft) == entry)
        return;
      piga_draft_flush (self->draft);
      remember_cursor (self);
      g_clear_object (&self->draft);
    }

  if (entry != NULL)
    self->draft = piga_draft_new (piga_context_get_store (self->context), entry);
  piga_writing_bar_set_draft (self->bar, self->draft);
  if (entry != NULL)
    show_draft (self);
  else
    show_none (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.find", entry != NULL);
  gtk_widget_set_visible (self->menu_button, entry != NULL);
  adw_toolbar_view_set_reveal_bottom_bars (self->toolbar_view, entry != NULL);
  gtk_stack_set_visible_child_name (self->stack, entry != NULL ? "entry" : "none");
}

/**
 * piga_journal_editor_get_draft:
 * @self: the editor
 *
 * Returns: (transfer none) (nullable): the draft that is shown
 */
PigaDraft *
piga_journal_editor_get_draft (PigaJournalEditor *self)
{
  return self->draft;
}

/**
 * piga_journal_editor_get_entry:
 * @self: the editor
 *
 * Returns: (transfer none) (nullable): the entry that is shown
 */
PigaEntry *
piga_journal_editor_get_entry (PigaJournalEditor *self)
{
  return self->draft != NULL ? piga_draft_get_entry (self->draft) : NULL;
}

/**
 * piga_journal_editor_flush:
 * @self: the editor
 *
 * Hands what was typed to the store at once.
 */
void
piga_journal_editor_flush (PigaJournalEditor *self)
{
  if (self->draft != NULL)
    piga_draft_flush (self->draft);
}

/**
 * piga_journal_editor_write:
 * @self: the editor
 *
 * Puts the cursor into the text.
 */
void
piga_journal_editor_write (PigaJournalEditor *self)
{
  gtk_editable_select_region (GTK_EDITABLE (self->title_text), 0, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

/**
 * piga_journal_editor_is_written_in:
 * @self: the editor
 *
 * Returns: whether the keyboard is in the title or the text
 */
gboolean
piga_journal_editor_is_written_in (PigaJournalEditor *self)
{
  return gtk_widget_is_focus (GTK_WIDGET (self->title_text))
         || gtk_widget_is_focus (GTK_WIDGET (self->body));
}

/**
 * piga_journal_editor_jump:
 * @self: the editor
 * @words: what the person searched for
 *
 * Goes to the first place where @words stand: in the text, or else in the title.
 */
void
piga_journal_editor_jump (PigaJournalEditor *self, const char *words)
{
  if (self->draft == NULL)
    return;

  if (piga_find_bar_jump (self->find_bar, words))
    gtk_widget_grab_focus (GTK_WIDGET (self->body));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->title_text));
}

/**
 * piga_journal_editor_insert_date:
 * @self: the editor
 *
 * Writes today's date where the cursor is.
 */
void
piga_journal_editor_insert_date (PigaJournalEditor *self)
{
  const PigaDay today = piga_clock_get_today (piga_context_get_clock (self->context));
  g_autofree char *date = piga_calendar_date_with_weekday (today);

  if (self->draft == NULL)
    return;

  piga_body_view_insert (self->body, date);
  gtk_widget_grab_focus (GTK_WIDGET (self->body));
}

/**
 * piga_journal_editor_set_narrow:
 * @self: the editor
 * @narrow: whether there is little room
 *
 * Leaves out what can be missed where there is little room.
 */
void
piga_journal_editor_set_narrow (PigaJournalEditor *self, gboolean narrow)
{
  piga_writing_bar_set_narrow (self->bar, narrow);
}

/**
 * piga_journal_editor_set_focus_mode:
 * @self: the editor
 * @active: whether the text fills the screen
 *
 * Offers the way out of the full screen instead of the way back to the list.
 */
void
piga_journal_editor_set_focus_mode (PigaJournalEditor *self, gboolean active)
{
  adw_header_bar_set_show_back_button (self->header_bar, !active);
  adw_header_bar_set_show_end_title_buttons (self->header_bar, !active);
  adw_header_bar_set_show_start_title_buttons (self->header_bar, !active);
  gtk_widget_set_visible (self->leave_button, active);
}
