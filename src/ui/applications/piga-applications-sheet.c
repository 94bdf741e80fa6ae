/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the applications come to, in words and bars, and the sheet that says it on paper. */

#include "piga-applications-sheet.h"

#include <glib/gi18n-lib.h>

#include "charts/piga-funnel-chart.h"
#include "records/piga-interview.h"
#include "sense/piga-round.h"

static void
add_bar (GPtrArray *bars, const char *label, guint amount)
{
  /* Translators: one bar of a chart in words: %1$s is such as “Invited”, %2$u how many. */
  g_autofree char *sentence = g_strdup_printf (C_ ("chart", "%1$s: %2$u"), label, amount);

  g_ptr_array_add (bars, piga_funnel_bar_new (label, amount, sentence));
}

/**
 * piga_applications_funnel_bars:
 * @funnel: what became of some applications
 *
 * Returns: (transfer full) (element-type PigaFunnelBar): the same in bars
 */
GPtrArray *
piga_applications_funnel_bars (const PigaFunnel *funnel)
{
  GPtrArray *bars = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_funnel_bar_free);

  add_bar (bars, piga_stage_get_label (PIGA_STAGE_APPLIED), funnel->applied);
  add_bar (bars, piga_stage_get_label (PIGA_STAGE_INVITED), funnel->invited);
  add_bar (bars, piga_stage_get_label (PIGA_STAGE_INTERVIEWED), funnel->interviewed);
  add_bar (bars, piga_stage_get_label (PIGA_STAGE_OFFERED), funnel->offers);
  return bars;
}

static void
add_sentence (GPtrArray *sentences, char *sentence)
{
  if (sentence != NULL)
    g_ptr_array_add (sentences, sentence);
}

/**
 * piga_applications_funnel_sentences:
 * @funnel: what became of some applications
 *
 * Returns: (transfer full) (element-type utf8): the same in sentences
 */
GPtrArray *
piga_applications_funnel_sentences (const PigaFunnel *funnel)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  add_sentence (sentences, piga_funnel_sentence (funnel));
  add_sentence (sentences, piga_funnel_rate_sentence (funnel));
  return sentences;
}

/**
 * piga_applications_cost_sentences:
 * @funnel: what became of some applications
 *
 * Returns: (transfer full) (element-type utf8): what they cost; empty where no cost was noted
 */
GPtrArray *
piga_applications_cost_sentences (const PigaFunnel *funnel)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  add_sentence (sentences, piga_funnel_application_cost_sentence (funnel));
  add_sentence (sentences, piga_funnel_interview_cost_sentence (funnel));
  return sentences;
}

/* The stages in the order of their days. */
static int
compare_stages (gconstpointer one, gconstpointer other, gpointer application)
{
  const PigaStage stage = *(const PigaStage *) one;
  const PigaStage other_stage = *(const PigaStage *) other;
  const PigaDay day = piga_stage_get_day (application, stage);
  const PigaDay other_day = piga_stage_get_day (application, other_stage);

  if (day != other_day)
    return day < other_day ? -1 : 1;
  return (int) stage - (int) other_stage;
}

static char *
dup_history (PigaJobApplication *application, PigaDay today)
{
  g_autoptr (GArray) stages = g_array_new (FALSE, FALSE, sizeof (PigaStage));
  GString *history = g_string_new (NULL);

  for (PigaStage stage = PIGA_STAGE_THINKING; stage < PIGA_N_STAGES; stage++)
    if (piga_stage_get_day (application, stage) != PIGA_DAY_NONE)
      g_array_append_val (stages, stage);
  g_array_sort_with_data (stages, compare_stages, application);

  for (guint i = 0; i < stages->len; i++)
    {
      const PigaStage stage = g_array_index (stages, PigaStage, i);
      g_autofree char *date =
        piga_calendar_date_near (piga_stage_get_day (application, stage), today);

      if (i > 0)
        g_string_append_c (history, '\n');
      /* Translators: a line of a history: %1$s is a date, %2$s what happened, such as “Invited”. */
      g_string_append_printf (history, C_ ("history", "%1$s: %2$s"), date,
                              piga_stage_get_label (stage));
    }
  return g_string_free_and_steal (history);
}

static void
add_table (PigaSheet *sheet, GListModel *applications, PigaDay today)
{
  const PigaSheetColumn columns[] = {
    { _ ("Role"), 3, FALSE },
    { _ ("Employer"), 3, FALSE },
    { _ ("History"), 3, FALSE },
  };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < g_list_model_get_n_items (applications); i++)
    {
      g_autoptr (PigaJobApplication) application = g_list_model_get_item (applications, i);
      char **row = g_new0 (char *, G_N_ELEMENTS (columns) + 1);

      row[0] = g_strdup (piga_record_get_text (application, PIGA_JOB_APPLICATION_ROLE));
      row[1] = g_strdup (piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER));
      row[2] = dup_history (application, today);
      g_ptr_array_add (rows, row);
    }
  piga_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), rows);
}

static void
add_sentences (PigaSheet *sheet, const char *heading, GPtrArray *sentences)
{
  if (sentences->len == 0)
    return;
  piga_sheet_add_heading (sheet, heading);
  for (guint i = 0; i < sentences->len; i++)
    piga_sheet_add_paragraph (sheet, sentences->pdata[i]);
}

static void
add_chart (PigaSheet *sheet, const PigaFunnel *funnel)
{
  g_autoptr (GtkWidget) chart = g_object_ref_sink (piga_funnel_chart_new ());
  g_autoptr (GskRenderNode) node = NULL;

  piga_funnel_chart_take (PIGA_FUNNEL_CHART (chart), piga_applications_funnel_bars (funnel));
  node = piga_funnel_chart_dup_print_node (PIGA_FUNNEL_CHART (chart), PIGA_SHEET_TEXT_WIDTH);
  if (node != NULL)
    piga_sheet_add_node (sheet, node);
}

/**
 * piga_applications_sheet_new:
 * @model: the applications
 * @context: the context
 *
 * Returns: (transfer full): a report about those that are shown, which says which they are
 */
PigaSheet *
piga_applications_sheet_new (PigaApplicationsModel *model, PigaContext *context)
{
  GListModel *applications = piga_applications_model_get_shown (model);
  const PigaDay today = piga_context_get_today (context);
  g_autofree char *which = piga_applications_model_dup_description (model);
  g_autofree char *date = piga_calendar_date (today);
  /* Translators: under the title of a printed report: %1$s is which applications it is about, such
   * as “Still open”, %2$s is a date. */
  g_autofree char *subtitle = g_strdup_printf (C_ ("report", "%1$s · %2$s"), which, date);
  PigaSheet *sheet = piga_sheet_new (_ ("Applications"), subtitle);
  g_autoptr (GPtrArray) sentences = NULL;
  g_autoptr (GPtrArray) costs = NULL;
  PigaFunnel funnel;

  piga_funnel_count (applications,
                     piga_store_list (piga_context_get_store (context), PIGA_TYPE_INTERVIEW), today,
                     &funnel);
  sentences = piga_applications_funnel_sentences (&funnel);
  costs = piga_applications_cost_sentences (&funnel);
  add_sentences (sheet, _ ("What became of them"), sentences);
  if (funnel.applied > 0)
    add_chart (sheet, &funnel);
  add_sentences (sheet, _ ("What they cost"), costs);
  piga_sheet_add_heading (sheet, _ ("One by one"));
  add_table (sheet, applications, today);
  return sheet;
}
