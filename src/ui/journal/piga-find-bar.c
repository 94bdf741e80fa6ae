/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds words in the text that is being written: counts the matches, goes to the next and the one
 * before, round and round. The count comes when the text has been gone through, which GtkSourceView
 * does while nothing else is to be done. */

#include "config.h"

#include "piga-find-bar.h"

#include <glib/gi18n-lib.h>

struct _PigaFindBar
{
  AdwBin parent_instance;

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkWidget *previous;
  GtkWidget *next;

  GtkSourceView *view; /* borrowed from the editor, which holds both */

  GtkSourceSearchSettings *settings;
  GtkSourceSearchContext *context;
};

G_DEFINE_FINAL_TYPE (PigaFindBar, piga_find_bar, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (PigaFindBar *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static char *
dup_count (PigaFindBar *self)
{
  const int n_matches = gtk_source_search_context_get_occurrences_count (self->context);
  GtkTextIter start, end;
  int position;

  if (gtk_source_search_settings_get_search_text (self->settings) == NULL || n_matches < 0)
    return g_strdup ("");
  if (n_matches == 0)
    return g_strdup (_ ("No matches"));

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  position = gtk_source_search_context_get_occurrence_position (self->context, &start, &end);
  if (position > 0)
    /* Translators: the %1$d-th of %2$d matches of a search. */
    return g_strdup_printf (_ ("%1$d of %2$d"), position, n_matches);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d match", "%d matches", n_matches),
                          n_matches);
}

static void
update_count (PigaFindBar *self)
{
  g_autofree char *count = NULL;
  gboolean found;

  if (self->context == NULL)
    return;

  count = dup_count (self);
  found = gtk_source_search_context_get_occurrences_count (self->context) > 0;
  gtk_label_set_label (self->count, count);
  gtk_widget_set_sensitive (self->previous, found);
  gtk_widget_set_sensitive (self->next, found);
}

static void
count_cb (PigaFindBar *self)
{
  update_count (self);
  if (gtk_label_get_label (self->count)[0] != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->count),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
close_context (PigaFindBar *self)
{
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  g_clear_object (&self->context);
}

static void
open_context (PigaFindBar *self, gboolean highlight)
{
  close_context (self);
  self->context =
    gtk_source_search_context_new (GTK_SOURCE_BUFFER (get_buffer (self)), self->settings);
  gtk_source_search_context_set_highlight (self->context, highlight);
  g_signal_connect_object (self->context, "notify::occurrences-count", G_CALLBACK (count_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
select_match (PigaFindBar *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextBuffer *buffer = get_buffer (self);

  gtk_text_buffer_select_range (buffer, start, end);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer),
                                0.1, FALSE, 0, 0.4);
}

static gboolean
go_forward (PigaFindBar *self, const GtkTextIter *from)
{
  GtkTextIter start, end;

  if (!gtk_source_search_context_forward (self->context, from, &start, &end, NULL))
    return FALSE;

  select_match (self, &start, &end);
  update_count (self);
  return TRUE;
}

static void
search_changed_cb (PigaFindBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GtkTextIter start, end;

  gtk_source_search_settings_set_search_text (self->settings, text);
  if (self->context == NULL || text[0] == '\0')
    return;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  go_forward (self, &start);
}

static void
next_cb (PigaFindBar *self)
{
  GtkTextIter start, end;

  if (self->context == NULL)
    return;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  go_forward (self, &end);
}

static void
previous_cb (PigaFindBar *self)
{
  GtkTextIter start, end;

  if (self->context == NULL)
    return;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end);
  if (!gtk_source_search_context_backward (self->context, &start, &start, &end, NULL))
    return;
  select_match (self, &start, &end);
  update_count (self);
}

static void
stop_cb (PigaFindBar *self)
{
  piga_find_bar_close (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
mode_cb (PigaFindBar *self)
{
  if (gtk_search_bar_get_search_mode (self->bar))
    open_context (self, TRUE);
  else
    close_context (self);
}

static void
piga_find_bar_dispose (GObject *object)
{
  PigaFindBar *self = PIGA_FIND_BAR (object);

  close_context (self);
  /* A bin whose child the template takes away would take it away again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_FIND_BAR);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (piga_find_bar_parent_class)->dispose (object);
}

static void
piga_find_bar_class_init (PigaFindBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_find_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaFindBar, bar);
  gtk_widget_class_bind_template_child (widget_class, PigaFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, PigaFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, PigaFindBar, previous);
  gtk_widget_class_bind_template_child (widget_class, PigaFindBar, next);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
piga_find_bar_init (PigaFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));

  self->settings = gtk_source_search_settings_new ();
  gtk_source_search_settings_set_wrap_around (self->settings, TRUE);
}

/**
 * piga_find_bar_set_view:
 * @self: the bar
 * @view: where to find; it has to live as long as the bar
 */
void
piga_find_bar_set_view (PigaFindBar *self, GtkSourceView *view)
{
  self->view = view;
  g_signal_connect_object (view, "notify::buffer", G_CALLBACK (piga_find_bar_close), self,
                           G_CONNECT_SWAPPED);
}

/**
 * piga_find_bar_open:
 * @self: the bar
 *
 * Opens the bar and puts the cursor into it; what is selected in the text is searched for.
 */
void
piga_find_bar_open (PigaFindBar *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  gtk_search_bar_set_search_mode (self->bar, TRUE);
  if (gtk_text_buffer_get_selection_bounds (buffer, &start, &end)
      && gtk_text_iter_get_line (&start) == gtk_text_iter_get_line (&end))
    {
      g_autofree char *selected = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

      gtk_editable_set_text (GTK_EDITABLE (self->entry), selected);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * piga_find_bar_close:
 * @self: the bar
 *
 * Closes the bar; the last match stays selected.
 */
void
piga_find_bar_close (PigaFindBar *self)
{
  gtk_search_bar_set_search_mode (self->bar, FALSE);
}

/**
 * piga_find_bar_is_open:
 * @self: the bar
 *
 * Returns: whether it is open
 */
gboolean
piga_find_bar_is_open (PigaFindBar *self)
{
  return gtk_search_bar_get_search_mode (self->bar);
}

static gboolean
jump_to (PigaFindBar *self, const char *text)
{
  GtkTextIter start;

  gtk_source_search_settings_set_search_text (self->settings, text);
  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  return go_forward (self, &start);
}

/**
 * piga_find_bar_jump:
 * @self: the bar
 * @words: what the person searched for
 *
 * Selects the first place where @words stand as they are, or else the first place of the first of
 * them that is there, without opening the bar.
 *
 * Returns: whether one of them is in the text
 */
gboolean
piga_find_bar_jump (PigaFindBar *self, const char *words)
{
  g_autofree char *phrase = g_strstrip (g_strdup (words));
  g_auto (GStrv) each = g_strsplit_set (phrase, " \t\n\"", -1);
  gboolean found;

  open_context (self, FALSE);
  found = phrase[0] != '\0' && jump_to (self, phrase);
  for (guint i = 0; !found && each[i] != NULL; i++)
    found = each[i][0] != '\0' && jump_to (self, each[i]);
  close_context (self);
  return found;
}
