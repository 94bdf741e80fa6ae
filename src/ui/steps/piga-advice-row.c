/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-advice-row.h"

#include <glib/gi18n-lib.h>

struct _PigaAdviceRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *text_row;
  GtkBox *text;

  const PigaAdvice *advice; /* one of these two */
  const PigaPassage *passage;
};

G_DEFINE_FINAL_TYPE (PigaAdviceRow, piga_advice_row, ADW_TYPE_EXPANDER_ROW)

static void
add_label (PigaAdviceRow *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (self->text, label);
}

static void
add_part (PigaAdviceRow *self, const char *heading, const char *text)
{
  add_label (self, heading, "caption-heading");
  add_label (self, text, "body");
}

static void
fill (PigaAdviceRow *self)
{
  if (self->passage != NULL)
    {
      for (const char *const *paragraph = self->passage->paragraphs; *paragraph != NULL;
           paragraph++)
        add_label (self, _ (*paragraph), "body");
      return;
    }
  /* Translators: a small heading in a piece of advice. */
  add_part (self, _ ("Why it matters"), _ (self->advice->why));
  /* Translators: a small heading in a piece of advice. */
  add_part (self, _ ("How to do it"), _ (self->advice->how));
  /* Translators: a small heading in a piece of advice. */
  add_part (self, _ ("For example"), _ (self->advice->example));
}

/* What the labels say, for those who listen: the keyboard stops at the row, not at its labels. */
static char *
read_out (PigaAdviceRow *self)
{
  GString *words = g_string_new (NULL);

  for (GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (self->text)); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    g_string_append_printf (words, "%s\n", gtk_label_get_label (GTK_LABEL (label)));
  return g_string_free (words, FALSE);
}

/* The text is laid out when it is first opened. */
static void
expanded_cb (PigaAdviceRow *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)))
    return;
  if (gtk_widget_get_first_child (GTK_WIDGET (self->text)) == NULL)
    {
      g_autofree char *words = NULL;

      fill (self);
      words = read_out (self);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_row),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }
}

static void
piga_advice_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PIGA_TYPE_ADVICE_ROW);

  G_OBJECT_CLASS (piga_advice_row_parent_class)->dispose (object);
}

static void
piga_advice_row_class_init (PigaAdviceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_advice_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-advice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaAdviceRow, text_row);
  gtk_widget_class_bind_template_child (widget_class, PigaAdviceRow, text);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
piga_advice_row_init (PigaAdviceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_advice_row_new:
 * @advice: a piece of advice
 *
 * Returns: (transfer floating): its card, closed
 */
GtkWidget *
piga_advice_row_new (const PigaAdvice *advice)
{
  PigaAdviceRow *self = g_object_new (PIGA_TYPE_ADVICE_ROW, "title", _ (advice->title), NULL);

  self->advice = advice;
  return GTK_WIDGET (self);
}

/**
 * piga_advice_row_new_for_passage:
 * @passage: a passage of the guide
 *
 * Returns: (transfer floating): its card, closed
 */
GtkWidget *
piga_advice_row_new_for_passage (const PigaPassage *passage)
{
  PigaAdviceRow *self = g_object_new (PIGA_TYPE_ADVICE_ROW, "title", _ (passage->title), NULL);

  self->passage = passage;
  return GTK_WIDGET (self);
}
