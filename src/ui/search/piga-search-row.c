/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-search-row.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"
#include "piga-search-words.h"

struct _PigaSearchRow
{
  GtkListBoxRow parent_instance;

  PigaSearchHit *hit;
};

G_DEFINE_FINAL_TYPE (PigaSearchRow, piga_search_row, GTK_TYPE_LIST_BOX_ROW)

static GtkWidget *
add_label (GtkWidget *box, const char *text, int n_lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), n_lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), n_lines);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* Attributes and not markup: what was written is never read as markup. */
static void
mark_found (GtkWidget *label, const char *query)
{
  g_autoptr (PangoAttrList) attributes
      = piga_search_words_mark (gtk_label_get_label (GTK_LABEL (label)), query);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

static void
fill (PigaSearchRow *self, const char *query, PigaDay today)
{
  const char *title = piga_search_hit_get_title (self->hit);
  const char *excerpt = piga_search_hit_get_excerpt (self->hit);
  const PigaDay day = piga_day_from_time (piga_search_hit_get_created_at (self->hit));
  g_autofree char *when = piga_calendar_relative (day, today);
  g_autofree char *name = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label;

  if (title == NULL || title[0] == '\0')
    title = _("No words yet");
  mark_found (add_label (box, title, 2), query);
  if (excerpt != NULL && (excerpt[0] == '\0' || g_str_equal (excerpt, title)))
    excerpt = NULL;
  name = g_strjoin (", ", title, when, excerpt, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (excerpt != NULL)
    {
      label = add_label (box, excerpt, 2);
      gtk_widget_add_css_class (label, "caption");
      mark_found (label, query);
    }
  label = add_label (box, when, 1);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");

  gtk_widget_add_css_class (box, "search-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
piga_search_row_dispose (GObject *object)
{
  g_clear_object (&PIGA_SEARCH_ROW (object)->hit);

  G_OBJECT_CLASS (piga_search_row_parent_class)->dispose (object);
}

static void
piga_search_row_class_init (PigaSearchRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_search_row_dispose;
}

static void
piga_search_row_init (PigaSearchRow *self)
{
}

/**
 * piga_search_row_new:
 * @hit: what was found
 * @query: what was searched for
 * @today: the day it is
 *
 * Returns: (transfer floating): a row that shows @hit, with the found words in bold
 */
GtkWidget *
piga_search_row_new (PigaSearchHit *hit, const char *query, PigaDay today)
{
  PigaSearchRow *self = g_object_new (PIGA_TYPE_SEARCH_ROW, NULL);

  self->hit = g_object_ref (hit);
  fill (self, query, today);
  return GTK_WIDGET (self);
}

/**
 * piga_search_row_get_hit:
 * @self: the row
 *
 * Returns: (transfer none): what was found
 */
PigaSearchHit *
piga_search_row_get_hit (PigaSearchRow *self)
{
  return self->hit;
}
