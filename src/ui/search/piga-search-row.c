/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-search-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "piga-calendar.h"
#include "piga-search-words.h"
#include "records/piga-interview.h"
#include "records/piga-job-application.h"

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
  g_autoptr (PangoAttrList) attributes =
    piga_search_words_mark (gtk_label_get_label (GTK_LABEL (label)), query);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

/* An application and an interview are called by what they are for, and what they say of themselves
 * is read below; everything else is called by its own words. */
static gboolean
is_called_by_place (PigaSearchRow *self)
{
  const GType type = piga_search_hit_get_record_type (self->hit);

  return type == PIGA_TYPE_JOB_APPLICATION || type == PIGA_TYPE_INTERVIEW;
}

static char *
dup_excerpt (PigaSearchRow *self, const char *title)
{
  const char *first = piga_search_hit_get_title (self->hit);
  const char *rest = piga_search_hit_get_excerpt (self->hit);

  /* Nothing is said twice. */
  if (strstr (title, first) != NULL || g_str_has_prefix (rest, first))
    first = "";
  if (strstr (title, rest) != NULL)
    rest = "";
  if (first[0] == '\0' && rest[0] == '\0')
    return NULL;
  if (first[0] == '\0' || rest[0] == '\0')
    return g_strconcat (first, rest, NULL);
  return g_strconcat (first, " · ", rest, NULL);
}

static void
fill (PigaSearchRow *self, const char *place, const char *query, PigaDay today)
{
  const gboolean by_place = place != NULL && is_called_by_place (self);
  const char *title = by_place ? place : piga_search_hit_get_title (self->hit);
  const PigaDay day = piga_day_from_time (piga_search_hit_get_created_at (self->hit));
  g_autofree char *when = piga_calendar_relative (day, today);
  g_autofree char *excerpt = NULL;
  g_autofree char *name = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label;

  if (title[0] == '\0')
    title = _ ("No words yet");
  if (place != NULL && !by_place)
    g_set_str (&when, place);
  mark_found (add_label (box, title, 2), query);
  excerpt = dup_excerpt (self, title);
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
 * @place: (nullable): the application or interview that it is or belongs to
 * @query: what was searched for
 * @today: the day it is
 *
 * Returns: (transfer floating): a row that shows @hit, with the found words in bold
 */
GtkWidget *
piga_search_row_new (PigaSearchHit *hit, const char *place, const char *query, PigaDay today)
{
  PigaSearchRow *self = g_object_new (PIGA_TYPE_SEARCH_ROW, NULL);

  self->hit = g_object_ref (hit);
  fill (self, place, query, today);
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
