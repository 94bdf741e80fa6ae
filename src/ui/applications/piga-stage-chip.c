/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-stage-chip.h"

/* The colour only underlines what the word says: on its way, good news, over. */
static const char *
get_style (PigaStage stage)
{
  switch (stage)
    {
    case PIGA_STAGE_APPLIED:
    case PIGA_STAGE_INVITED:
    case PIGA_STAGE_INTERVIEWED:
      return "on-its-way";
    case PIGA_STAGE_OFFERED:
      return "good-news";
    case PIGA_STAGE_THINKING:
    case PIGA_STAGE_SILENT:
    case PIGA_STAGE_NOT_CHOSEN:
    case PIGA_STAGE_WITHDRAWN:
    default:
      return "quiet";
    }
}

/**
 * piga_stage_chip_new:
 *
 * Returns: (transfer floating): a chip for no stage yet
 */
GtkWidget *
piga_stage_chip_new (void)
{
  GtkWidget *chip = gtk_label_new (NULL);

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (chip, "stage-chip");
  return chip;
}

/**
 * piga_stage_chip_show:
 * @chip: a chip
 * @stage: the stage to name
 */
void
piga_stage_chip_show (GtkLabel *chip, PigaStage stage)
{
  static const char *const styles[] = { "on-its-way", "good-news", "quiet" };
  const char *style = get_style (stage);

  gtk_label_set_label (chip, piga_stage_get_label (stage));
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i], style))
      gtk_widget_add_css_class (GTK_WIDGET (chip), styles[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (chip), styles[i]);
}
