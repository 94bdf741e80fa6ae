/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The letters stay S M A R T in both languages, as people know them by that word; what each stands
 * for is said in the person's language. An answered letter has a tick besides its colour. */

#include "piga-smart-chips.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *button;
  GtkWidget *tick;
} Chip;

struct _PigaSmartChips
{
  AdwBin parent_instance;

  AdwWrapBox *box;
  Chip chips[PIGA_SMART_N_LETTERS];
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaSmartChips, piga_smart_chips, ADW_TYPE_BIN)

static const char *const letters[PIGA_SMART_N_LETTERS] = { "S", "M", "A", "R", "T" };

/* Translators: these describe a goal; in Kiswahili they agree with “lengo”. */
static const char *const names[PIGA_SMART_N_LETTERS] = {
  NC_ ("goal", "Specific"), NC_ ("goal", "Measurable"), NC_ ("goal", "Achievable"),
  NC_ ("goal", "Relevant"), NC_ ("goal", "Time-bound"),
};

static void
clicked_cb (PigaSmartChips *self, GtkWidget *button)
{
  for (guint i = 0; i < PIGA_SMART_N_LETTERS; i++)
    if (self->chips[i].button == button)
      g_signal_emit (self, signals[CHOSEN], 0, i);
}

static char *
say_state (PigaSmartLetter letter, gboolean is_answered)
{
  if (is_answered)
    /* Translators: %s is what a letter of SMART stands for, such as “Specific”. */
    return g_strdup_printf (_ ("%s: answered"), piga_smart_name (letter));
  /* Translators: %s is what a letter of SMART stands for, such as “Specific”. */
  return g_strdup_printf (_ ("%s: not answered yet"), piga_smart_name (letter));
}

static void
make_chip (PigaSmartChips *self, PigaSmartLetter letter)
{
  Chip *chip = &self->chips[letter];
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_label_new (letters[letter]);

  chip->tick = gtk_image_new_from_icon_name ("object-select-symbolic");
  chip->button = gtk_button_new ();
  gtk_widget_add_css_class (mark, "letter");
  gtk_box_append (GTK_BOX (content), mark);
  gtk_box_append (GTK_BOX (content), gtk_label_new (piga_smart_name (letter)));
  gtk_box_append (GTK_BOX (content), chip->tick);

  gtk_button_set_child (GTK_BUTTON (chip->button), content);
  gtk_widget_add_css_class (chip->button, "chip");
  g_signal_connect_object (chip->button, "clicked", G_CALLBACK (clicked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->box, chip->button);
}

static void
piga_smart_chips_class_init (PigaSmartChipsClass *klass)
{
  signals[CHOSEN] = g_signal_new ("chosen", PIGA_TYPE_SMART_CHIPS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
piga_smart_chips_init (PigaSmartChips *self)
{
  self->box = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->box, 6);
  adw_wrap_box_set_line_spacing (self->box, 6);
  for (guint i = 0; i < PIGA_SMART_N_LETTERS; i++)
    make_chip (self, i);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

/**
 * piga_smart_chips_show:
 * @self: the chips
 * @goal: a goal
 *
 * Shows which of the five questions @goal answers.
 */
void
piga_smart_chips_show (PigaSmartChips *self, PigaGoal *goal)
{
  for (guint i = 0; i < PIGA_SMART_N_LETTERS; i++)
    {
      const Chip *chip = &self->chips[i];
      const gboolean is_answered = piga_smart_is_answered (goal, i);
      g_autofree char *name = say_state (i, is_answered);

      gtk_widget_set_visible (chip->tick, is_answered);
      if (is_answered)
        gtk_widget_add_css_class (chip->button, "answered");
      else
        gtk_widget_remove_css_class (chip->button, "answered");
      gtk_accessible_update_property (GTK_ACCESSIBLE (chip->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name, -1);
    }
}

/**
 * piga_smart_name:
 * @letter: a letter of SMART
 *
 * Returns: (transfer none): what it stands for, in the person's language
 */
const char *
piga_smart_name (PigaSmartLetter letter)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "goal", names[letter]);
}
