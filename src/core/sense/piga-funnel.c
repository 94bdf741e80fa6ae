/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What became of the applications, as counts; and, once there are enough of them, how often one
 * leads to an interview and what that costs.
 *
 * An application has been to a stage when its day says so, or when a later one, or an interview,
 * could not have come without it. An offer without an interview is left as it is told: it happens,
 * and it is one of the signs of a scam. */

#include "piga-funnel.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "piga-language.h"
#include "records/piga-interview.h"
#include "sense/piga-stage.h"

/* An interview that is still to come is an invitation. One without a day, or of which the outcome
 * is known, has been held whatever its day says. */
static gboolean
is_held (PigaInterview *interview, PigaDay today)
{
  switch ((PigaInterviewOutcome) piga_record_get_integer (interview, PIGA_INTERVIEW_OUTCOME))
    {
    case PIGA_INTERVIEW_OUTCOME_NEXT_ROUND:
    case PIGA_INTERVIEW_OUTCOME_NOT_CHOSEN:
    case PIGA_INTERVIEW_OUTCOME_OFFER:
      return TRUE;
    case PIGA_INTERVIEW_OUTCOME_WAITING:
    case PIGA_INTERVIEW_OUTCOME_WITHDRAWN:
    default:
      return piga_record_get_day (interview, PIGA_INTERVIEW_DAY) <= today;
    }
}

/* The interviews of an application, in a table by its id. */
typedef struct
{
  guint held;
  guint coming;
} Interviews;

static GHashTable *
tally_interviews (GListModel *interviews, PigaDay today)
{
  GHashTable *tally =
    g_hash_table_new_full (g_str_hash, g_str_equal, (GDestroyNotify) g_ref_string_release, g_free);
  const guint n_interviews = interviews != NULL ? g_list_model_get_n_items (interviews) : 0;

  for (guint i = 0; i < n_interviews; i++)
    {
      g_autoptr (PigaInterview) interview = g_list_model_get_item (interviews, i);
      const char *id = piga_record_get_text (interview, PIGA_INTERVIEW_APPLICATION);
      Interviews *its = g_hash_table_lookup (tally, id);

      if (its == NULL)
        {
          its = g_new0 (Interviews, 1);
          g_hash_table_insert (tally, g_ref_string_acquire ((char *) id), its);
        }
      if (is_held (interview, today))
        its->held++;
      else
        its->coming++;
    }
  return tally;
}

static gboolean
has_been (PigaJobApplication *application, PigaStage stage)
{
  return piga_stage_get_day (application, stage) != PIGA_DAY_NONE;
}

static gboolean
was_interviewed (PigaJobApplication *application, PigaDay today)
{
  const PigaDay day = piga_stage_get_day (application, PIGA_STAGE_INTERVIEWED);

  return day != PIGA_DAY_NONE && day <= today;
}

static gboolean
was_sent (PigaJobApplication *application)
{
  for (PigaStage stage = PIGA_STAGE_APPLIED; stage < PIGA_STAGE_WITHDRAWN; stage++)
    if (has_been (application, stage))
      return TRUE;
  return FALSE;
}

/* What was not typed is 0; what was typed wrong counts nothing. */
static double
get_cost (PigaJobApplication *application)
{
  static const guint fields[] = { PIGA_JOB_APPLICATION_FARE, PIGA_JOB_APPLICATION_PRINTING,
                                  PIGA_JOB_APPLICATION_DATA };
  double cost = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const double part = piga_record_get_real (application, fields[i]);

      if (isfinite (part) && part > 0)
        cost += part;
    }
  return cost;
}

static void
count_end (PigaFunnel *funnel, PigaStage stage)
{
  funnel->not_chosen += stage == PIGA_STAGE_NOT_CHOSEN ? 1 : 0;
  funnel->no_answer += stage == PIGA_STAGE_SILENT ? 1 : 0;
  funnel->open += piga_stage_is_open (stage) ? 1 : 0;
}

static void
count_one (PigaFunnel *funnel, PigaJobApplication *application, const Interviews *its,
           PigaDay today)
{
  const guint n_held = MAX (its->held, was_interviewed (application, today) ? 1 : 0);
  const gboolean is_invited = n_held > 0 || its->coming > 0
                              || has_been (application, PIGA_STAGE_INVITED)
                              || has_been (application, PIGA_STAGE_INTERVIEWED);
  const PigaStage stage = piga_stage_get (application);
  const double cost = get_cost (application);

  funnel->noted++;
  funnel->withdrawn += stage == PIGA_STAGE_WITHDRAWN ? 1 : 0;
  if (cost > 0)
    {
      funnel->cost += cost;
      funnel->costed++;
      funnel->costed_interviews += n_held;
    }
  if (!was_sent (application) && !is_invited)
    return;

  funnel->applied++;
  funnel->invited += is_invited ? 1 : 0;
  funnel->interviewed += n_held > 0 ? 1 : 0;
  funnel->interviews += n_held;
  funnel->offers += has_been (application, PIGA_STAGE_OFFERED) ? 1 : 0;
  count_end (funnel, stage);
}

/* Counts each application into the funnel of its source among @funnels, or all into the one. */
static void
count_all (GListModel *applications, GListModel *interviews, PigaDay today, PigaFunnel *funnels,
           gboolean by_source)
{
  static const Interviews no_interviews;
  g_autoptr (GHashTable) tally = tally_interviews (interviews, today);
  const guint n_applications = g_list_model_get_n_items (applications);

  for (guint i = 0; i < n_applications; i++)
    {
      g_autoptr (PigaJobApplication) application = g_list_model_get_item (applications, i);
      const Interviews *its = g_hash_table_lookup (tally, piga_record_get_id (application));
      const gint64 source =
        by_source ? piga_record_get_integer (application, PIGA_JOB_APPLICATION_SOURCE) : 0;

      count_one (&funnels[source], application, its != NULL ? its : &no_interviews, today);
    }
}

/**
 * piga_funnel_count:
 * @applications: (element-type PigaJobApplication): the applications to count
 * @interviews: (nullable) (element-type PigaInterview): interviews; those for other applications
 *   are passed over
 * @today: the day it is
 * @funnel: (out caller-allocates): what became of the applications
 *
 * An application was interviewed if its stage says so, or if it has an interview that has been
 * held.
 */
void
piga_funnel_count (GListModel *applications, GListModel *interviews, PigaDay today,
                   PigaFunnel *funnel)
{
  *funnel = (PigaFunnel) { 0 };
  count_all (applications, interviews, today, funnel, FALSE);
}

/**
 * piga_funnel_count_by_source:
 * @applications: (element-type PigaJobApplication): the applications to count
 * @interviews: (nullable) (element-type PigaInterview): interviews
 * @today: the day it is
 *
 * Returns: (transfer full) (element-type PigaSourceFunnel): what became of the applications of each
 *   source from which at least one was sent, in the sources' order, where the source was said
 */
GArray *
piga_funnel_count_by_source (GListModel *applications, GListModel *interviews, PigaDay today)
{
  PigaFunnel funnels[PIGA_SOURCE_OTHER + 1] = { 0 };
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (PigaSourceFunnel));

  count_all (applications, interviews, today, funnels, TRUE);
  for (PigaSource source = PIGA_SOURCE_BOARD; source <= PIGA_SOURCE_OTHER; source++)
    {
      const PigaSourceFunnel one = { source, funnels[source] };

      if (one.funnel.applied > 0)
        g_array_append_val (sources, one);
    }
  return sources;
}

/**
 * piga_funnel_applied_in:
 * @applications: (element-type PigaJobApplication): applications
 * @first: the first day
 * @last: the last day
 *
 * Returns: how many applications were sent from @first to @last
 */
guint
piga_funnel_applied_in (GListModel *applications, PigaDay first, PigaDay last)
{
  const guint n_applications = g_list_model_get_n_items (applications);
  guint n_applied = 0;

  for (guint i = 0; i < n_applications; i++)
    {
      g_autoptr (PigaJobApplication) application = g_list_model_get_item (applications, i);
      const PigaDay day = piga_stage_get_day (application, PIGA_STAGE_APPLIED);

      if (day != PIGA_DAY_NONE && day >= first && day <= last)
        n_applied++;
    }
  return n_applied;
}

/**
 * piga_funnel_sentence:
 * @funnel: what became of some applications
 *
 * Returns: (transfer full): how many interviews came of how many applications
 */
char *
piga_funnel_sentence (const PigaFunnel *funnel)
{
  if (funnel->applied == 0)
    return g_strdup (_ ("No application sent yet."));
  if (funnel->interviews == 0)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "From %u application came no interview yet.",
                   "From %u applications came no interview yet.", funnel->applied),
      funnel->applied);
  if (funnel->applied == 1)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "From 1 application came %u interview.",
                                         "From 1 application came %u interviews.",
                                         funnel->interviews),
                            funnel->interviews);
  return g_strdup_printf (
    /* Translators: %1$u is how many applications (2 or more), %2$u how many interviews; the
       * plural is that of the interviews */
    g_dngettext (GETTEXT_PACKAGE, "From %1$u applications came %2$u interview.",
                 "From %1$u applications came %2$u interviews.", funnel->interviews),
    funnel->applied, funnel->interviews);
}

/**
 * piga_funnel_rate_sentence:
 * @funnel: what became of some applications
 *
 * Returns: (transfer full) (nullable): how often an application leads to an interview, or that
 *   there are too few to say (below %PIGA_FUNNEL_LEAST_FOR_RATE); %NULL where none has led to one
 */
char *
piga_funnel_rate_sentence (const PigaFunnel *funnel)
{
  guint every;

  if (funnel->applied < PIGA_FUNNEL_LEAST_FOR_RATE)
    return g_strdup_printf (
      /* Translators: %u is always 5 */
      _ ("Too few to say how often one leads to an interview: that takes %u applications."),
      PIGA_FUNNEL_LEAST_FOR_RATE);
  if (funnel->interviewed == 0)
    return NULL;

  every = (guint) lround ((double) funnel->applied / funnel->interviewed);
  if (every == 1)
    return g_strdup (_ ("Nearly every application led to an interview."));
  return g_strdup_printf (
    /* Translators: %u is never 1 */
    g_dngettext (GETTEXT_PACKAGE, "About 1 application in %u led to an interview.",
                 "About 1 application in %u led to an interview.", every),
    every);
}

/**
 * piga_funnel_source_sentence:
 * @source: what became of the applications of a source
 *
 * Returns: (transfer full): how many of them led to an interview, or that they are too few to say
 */
char *
piga_funnel_source_sentence (const PigaSourceFunnel *source)
{
  const PigaFunnel *funnel = &source->funnel;
  const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "source", piga_sources[source->source].label);

  if (funnel->applied < PIGA_FUNNEL_LEAST_FOR_RATE)
    return g_strdup_printf (
      /* Translators: %1$s is where applications were seen, such as “Job board” */
      g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u application, too few to say",
                   "%1$s: %2$u applications, too few to say", funnel->applied),
      label, funnel->applied);
  if (funnel->interviewed == 0)
    return g_strdup_printf (
      /* Translators: %1$s is where applications were seen, such as “Job board”; %2$u is 5 or
         * more */
      g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u application led to no interview yet",
                   "%1$s: %2$u applications led to no interview yet", funnel->applied),
      label, funnel->applied);
  return g_strdup_printf (
    /* Translators: %1$s is where applications were seen, such as “Job board”; %2$u how many led
       * to an interview, which the plural is for, %3$u how many there were */
    g_dngettext (GETTEXT_PACKAGE, "%1$s: %2$u of %3$u applications led to an interview",
                 "%1$s: %2$u of %3$u applications led to an interview", funnel->interviewed),
    label, funnel->interviewed, funnel->applied);
}

/**
 * piga_funnel_money:
 * @shillings: an amount
 *
 * Returns: (transfer full): the amount in whole shillings, "KSh 1,234"
 */
char *
piga_funnel_money (double shillings)
{
  g_autofree char *number = piga_language_number (round (shillings));

  /* Translators: an amount of money, “KSh 1,234” */
  return g_strdup_printf (C_ ("money", "KSh %s"), number);
}

/**
 * piga_funnel_application_cost_sentence:
 * @funnel: what became of some applications
 *
 * Only applications that have a cost are counted: one without was most likely not noted.
 *
 * Returns: (transfer full) (nullable): what an application costs, or that there are too few to say
 *   (below %PIGA_FUNNEL_LEAST_FOR_COST); %NULL where no cost was noted
 */
char *
piga_funnel_application_cost_sentence (const PigaFunnel *funnel)
{
  g_autofree char *money = NULL;

  if (funnel->costed == 0)
    return NULL;
  if (funnel->costed < PIGA_FUNNEL_LEAST_FOR_COST)
    return g_strdup_printf (
      /* Translators: %u is always 3 */
      _ ("Too few to say what an application costs: that takes %u with a cost."),
      PIGA_FUNNEL_LEAST_FOR_COST);

  money = piga_funnel_money (funnel->cost / funnel->costed);
  return g_strdup_printf (
    /* Translators: %1$s is an amount such as “KSh 350”; %2$u is never 1 */
    g_dngettext (GETTEXT_PACKAGE, "%1$s per application, from the %2$u that have a cost",
                 "%1$s per application, from the %2$u that have a cost", funnel->costed),
    money, funnel->costed);
}

/**
 * piga_funnel_interview_cost_sentence:
 * @funnel: what became of some applications
 *
 * All that applications with a cost have cost, by the interviews that they led to.
 *
 * Returns: (transfer full) (nullable): what an interview costs, or that there are too few to say
 *   (below %PIGA_FUNNEL_LEAST_FOR_COST); %NULL where no cost was noted
 */
char *
piga_funnel_interview_cost_sentence (const PigaFunnel *funnel)
{
  g_autofree char *money = NULL;

  if (funnel->costed == 0)
    return NULL;
  if (funnel->costed_interviews < PIGA_FUNNEL_LEAST_FOR_COST)
    return g_strdup_printf (
      /* Translators: %u is always 3 */
      _ ("Too few to say what an interview costs: that takes %u interviews."),
      PIGA_FUNNEL_LEAST_FOR_COST);

  money = piga_funnel_money (funnel->cost / funnel->costed_interviews);
  return g_strdup_printf (
    /* Translators: %1$s is an amount such as “KSh 1,400”; %2$u is never 1 */
    g_dngettext (GETTEXT_PACKAGE, "%1$s per interview, from %2$u interviews",
                 "%1$s per interview, from %2$u interviews", funnel->costed_interviews),
    money, funnel->costed_interviews);
}
