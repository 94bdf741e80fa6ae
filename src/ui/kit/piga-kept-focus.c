/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The toolkit disturbs whoever writes in two ways while a window changes its layout.
 *
 * AdwBreakpointBin hides its child until the next frame: GTK takes the keyboard out of what is
 * hidden, and throws away the keys that come meanwhile. And AdwNavigationSplitView and AdwDialog
 * move their children to another parent: they give the keyboard back, but a GtkText then selects
 * all of itself, which the next key replaces, and a GtkTextView forgets what was selected. */

#include "piga-kept-focus.h"

#include <adwaita.h>

static gboolean
is_text (GtkWidget *widget)
{
  return GTK_IS_TEXT (widget) || GTK_IS_TEXT_VIEW (widget);
}

/* The ends of the selection; both are the cursor where nothing is selected. */
static void
read_selection (GtkWidget *widget, int *cursor, int *bound)
{
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  *cursor = *bound = 0;
  if (GTK_IS_TEXT (widget))
    g_object_get (widget, "cursor-position", cursor, "selection-bound", bound, NULL);
  else if (GTK_IS_TEXT_VIEW (widget))
    {
      buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
      *cursor = gtk_text_iter_get_offset (&iter);
      gtk_text_buffer_get_iter_at_mark (buffer, &iter,
                                        gtk_text_buffer_get_selection_bound (buffer));
      *bound = gtk_text_iter_get_offset (&iter);
    }
}

static void
write_selection (GtkWidget *widget, int cursor, int bound)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;

  if (GTK_IS_TEXT (widget))
    gtk_editable_select_region (GTK_EDITABLE (widget), bound, cursor);
  else if (GTK_IS_TEXT_VIEW (widget))
    {
      buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
      gtk_text_buffer_get_iter_at_offset (buffer, &start, cursor);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, bound);
      gtk_text_buffer_select_range (buffer, &start, &end);
    }
}

/* GDK on X11 takes a selection for lost that is let go of and claimed in the same millisecond. */
static void
select_again (GtkWidget *widget, int cursor, int bound)
{
  write_selection (widget, cursor, cursor);
  if (cursor == bound)
    return;
  g_usleep (2000);
  write_selection (widget, cursor, bound);
}

/* Where only one of two panes has room, it is the one that is written in. */
static void
prefer_pane (GtkWidget *widget)
{
  for (GtkWidget *pane = widget, *view; (view = gtk_widget_get_parent (pane)) != NULL; pane = view)
    if (ADW_IS_NAVIGATION_SPLIT_VIEW (view)
        && !adw_navigation_split_view_get_collapsed (ADW_NAVIGATION_SPLIT_VIEW (view)))
      {
        AdwNavigationPage *content =
          adw_navigation_split_view_get_content (ADW_NAVIGATION_SPLIT_VIEW (view));

        adw_navigation_split_view_set_show_content (
          ADW_NAVIGATION_SPLIT_VIEW (view),
          content != NULL && gtk_widget_is_ancestor (widget, GTK_WIDGET (content)));
      }
}

/* What a bin shows until the next frame is a picture of its child, which may be there by now. */
static void
show_again (GtkWidget *widget)
{
  for (GtkWidget *parent; (parent = gtk_widget_get_parent (widget)) != NULL; widget = parent)
    if (ADW_IS_BREAKPOINT_BIN (parent))
      gtk_widget_set_child_visible (widget, TRUE);
}

/**
 * piga_kept_focus_take:
 * @self: where to remember it; not used yet, or cleared
 * @root: the window, before its layout changes
 *
 * Remembers where the keyboard is. A text also sees to it that its side of a split view is the one
 * that stays, should only one have room.
 */
void
piga_kept_focus_take (PigaKeptFocus *self, GtkRoot *root)
{
  self->widget = gtk_root_get_focus (root);
  if (self->widget == NULL)
    return;

  g_object_ref (self->widget);
  read_selection (self->widget, &self->cursor, &self->bound);
  if (is_text (self->widget))
    prefer_pane (self->widget);
}

/**
 * piga_kept_focus_put_back:
 * @self: where the keyboard was
 * @root: the window, after its layout changed
 *
 * Puts the keyboard, the cursor and the selection back. Changes nothing where nothing was
 * disturbed, or where the widget is out of sight now.
 */
void
piga_kept_focus_put_back (PigaKeptFocus *self, GtkRoot *root)
{
  gboolean was_moved;
  int cursor;
  int bound;

  if (self->widget == NULL || gtk_widget_get_root (self->widget) != root)
    return;
  was_moved = !gtk_widget_get_realized (self->widget);
  show_again (self->widget);
  if (!gtk_widget_get_mapped (self->widget))
    return;

  /* Also where the keyboard still is: it tells GTK not to move it at the end of this frame. */
  gtk_root_set_focus (root, self->widget);
  read_selection (self->widget, &cursor, &bound);
  if (was_moved || cursor != self->cursor || bound != self->bound)
    select_again (self->widget, self->cursor, self->bound);
}

/**
 * piga_kept_focus_clear:
 * @self: where the keyboard was
 *
 * Forgets it.
 */
void
piga_kept_focus_clear (PigaKeptFocus *self)
{
  g_clear_object (&self->widget);
}
