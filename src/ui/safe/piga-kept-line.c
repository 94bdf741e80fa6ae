/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-kept-line.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"
#include "piga-entry-list.h"
#include "piga-kept-words.h"

struct _PigaKeptLine
{
  GtkBox parent_instance;

  GtkLabel *title;
  GtkLabel *about;

  /* What is shown, or NULL. */
  GtkListItem *item;
  GObject *object;
  GHashTable *linked;
  PigaDay today;
};

G_DEFINE_FINAL_TYPE (PigaKeptLine, piga_kept_line, GTK_TYPE_BOX)

static char *
dup_title (PigaKeptLine *self)
{
  const char *text;

  if (!PIGA_IS_ENTRY_LINE (self->object))
    return piga_kept_words_title (self->object, self->linked, self->today);

  text = piga_entry_line_get_title (PIGA_ENTRY_LINE (self->object));
  if (text == NULL || text[0] == '\0')
    text = piga_entry_line_get_excerpt (PIGA_ENTRY_LINE (self->object));
  return g_strdup (text != NULL && text[0] != '\0' ? text : _ ("No words yet"));
}

static char *
dup_day (PigaKeptLine *self)
{
  const gint64 created_at = PIGA_IS_ENTRY_LINE (self->object)
                              ? piga_entry_line_get_created_at (PIGA_ENTRY_LINE (self->object))
                              : piga_record_get_created_at (self->object);

  return piga_calendar_relative (piga_day_from_time (created_at), self->today);
}

static void
update (PigaKeptLine *self)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *day = dup_day (self);

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->about, day);
  gtk_list_item_set_accessible_label (self->item, title);
  gtk_list_item_set_accessible_description (self->item, day);
}

static void
piga_kept_line_dispose (GObject *object)
{
  piga_kept_line_clear (PIGA_KEPT_LINE (object));

  G_OBJECT_CLASS (piga_kept_line_parent_class)->dispose (object);
}

static void
piga_kept_line_class_init (PigaKeptLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_kept_line_dispose;
}

static GtkLabel *
add_label (PigaKeptLine *self)
{
  GtkWidget *label =
    g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static void
piga_kept_line_init (PigaKeptLine *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  self->title = add_label (self);
  self->about = add_label (self);
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "dimmed");
}

/**
 * piga_kept_line_new:
 *
 * Returns: (transfer floating): a line that shows nothing yet
 */
GtkWidget *
piga_kept_line_new (void)
{
  return g_object_new (PIGA_TYPE_KEPT_LINE, NULL);
}

/**
 * piga_kept_line_show:
 * @self: the line
 * @item: the item that it is the child of, whose object is a #PigaRecord or a #PigaEntryLine
 * @linked: (element-type utf8 PigaRecord): by their ids, the records that others link to
 * @today: the day it is
 *
 * Shows the object, and what it becomes: a line of the journal is read when it is about to be seen.
 */
void
piga_kept_line_show (PigaKeptLine *self, GtkListItem *item, GHashTable *linked, PigaDay today)
{
  piga_kept_line_clear (self);
  self->item = item;
  self->object = g_object_ref (gtk_list_item_get_item (item));
  self->linked = g_hash_table_ref (linked);
  self->today = today;
  g_signal_connect_swapped (self->object, "notify", G_CALLBACK (update), self);
  update (self);
}

/**
 * piga_kept_line_clear:
 * @self: the line
 *
 * Lets go of what it shows.
 */
void
piga_kept_line_clear (PigaKeptLine *self)
{
  if (self->object != NULL)
    g_signal_handlers_disconnect_by_data (self->object, self);
  g_clear_object (&self->object);
  g_clear_pointer (&self->linked, g_hash_table_unref);
  self->item = NULL;
}
