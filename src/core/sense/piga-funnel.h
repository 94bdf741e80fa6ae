/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "records/piga-job-application.h"

G_BEGIN_DECLS

/* From so many applications on it is said how often one leads to an interview, and from so many
 * applications or interviews on, what one costs. */
#define PIGA_FUNNEL_LEAST_FOR_RATE 5
#define PIGA_FUNNEL_LEAST_FOR_COST 3

/**
 * PigaFunnel:
 * @noted: all applications
 * @applied: those that were sent
 * @invited: of these, those that led to an invitation
 * @interviewed: of these, those that led to an interview that has been held
 * @offers: those that led to an offer
 * @not_chosen: those that ended with another being chosen
 * @no_answer: those that ended with no answer
 * @withdrawn: those that the person ended, sent or not
 * @open: those sent of which something may still come
 * @interviews: the interviews held; an application may lead to several
 * @cost: what the applications cost together, KSh
 * @costed: the applications that have a cost
 * @costed_interviews: the interviews that those led to
 *
 * What became of some applications. All but the last four count applications.
 */
typedef struct
{
  guint noted;
  guint applied;
  guint invited;
  guint interviewed;
  guint offers;
  guint not_chosen;
  guint no_answer;
  guint withdrawn;
  guint open;
  guint interviews;
  double cost;
  guint costed;
  guint costed_interviews;
} PigaFunnel;

/**
 * PigaSourceFunnel:
 * @source: where the applications were seen
 * @funnel: what became of them
 */
typedef struct
{
  PigaSource source;
  PigaFunnel funnel;
} PigaSourceFunnel;

void piga_funnel_count (GListModel *applications, GListModel *interviews, PigaDay today,
                        PigaFunnel *funnel);
GArray *piga_funnel_count_by_source (GListModel *applications, GListModel *interviews,
                                     PigaDay today);
guint piga_funnel_applied_in (GListModel *applications, PigaDay first, PigaDay last);

char *piga_funnel_sentence (const PigaFunnel *funnel);
char *piga_funnel_rate_sentence (const PigaFunnel *funnel);
char *piga_funnel_source_sentence (const PigaSourceFunnel *source);
char *piga_funnel_application_cost_sentence (const PigaFunnel *funnel);
char *piga_funnel_interview_cost_sentence (const PigaFunnel *funnel);
char *piga_funnel_money (double shillings);

G_END_DECLS
