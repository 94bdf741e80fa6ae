/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An interview for an application, and what the person notes of it afterwards. One that ended in
 * “not chosen” is a round: the steps that belong to it keep their checks and entries for it, from
 * the day it was heard of to the day the person closes it. */

#include "piga-interview.h"

#include <glib/gi18n-lib.h>

#include "piga-job-application.h"

struct _PigaInterview
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (PigaInterview, piga_interview, PIGA_TYPE_RECORD)

static const PigaChoice formats[] = {
  { "unsaid", NC_ ("format", "Not said") },
  { "panel", NC_ ("format", "Panel") },
  { "telephone", NC_ ("format", "Telephone") },
  { "online", NC_ ("format", "Online") },
  { "practical", NC_ ("format", "Practical") },
  { "aptitude", NC_ ("format", "Aptitude test") },
  { NULL, NULL },
};

static const PigaChoice outcomes[] = {
  { "waiting", NC_ ("outcome", "Waiting to hear") },
  { "next-round", NC_ ("outcome", "Invited to another one") },
  { "not-chosen", NC_ ("outcome", "Not chosen") },
  { "offer", NC_ ("outcome", "Offer") },
  { "withdrawn", NC_ ("outcome", "Withdrawn") },
  { NULL, NULL },
};

static const PigaField fields[] = {
  [PIGA_INTERVIEW_APPLICATION] = { "application", PIGA_FIELD_LINK, N_ ("Application"),
                                   PIGA_FIELD_REQUIRED, .linked = piga_job_application_get_type },
  [PIGA_INTERVIEW_DAY] = { "day", PIGA_FIELD_DAY, N_ ("Interview day") },
  [PIGA_INTERVIEW_FORMAT] = { "format", PIGA_FIELD_CHOICE, N_ ("Format"), .choices = formats,
                              .context = "format" },
  [PIGA_INTERVIEW_PEOPLE] = { "people", PIGA_FIELD_TEXT, N_ ("Who was there"),
                              PIGA_FIELD_SEARCHED },
  [PIGA_INTERVIEW_OUTCOME] = { "outcome", PIGA_FIELD_CHOICE, N_ ("Outcome"), .choices = outcomes,
                               .context = "outcome" },
  [PIGA_INTERVIEW_HEARD_ON] = { "heard_on", PIGA_FIELD_DAY, N_ ("Heard on") },
  [PIGA_INTERVIEW_CLOSED_ON] = { "closed_on", PIGA_FIELD_DAY, N_ ("Round closed on") },
  [PIGA_INTERVIEW_NOTES] = { "notes", PIGA_FIELD_LONG, N_ ("Notes"), PIGA_FIELD_SEARCHED },
  [PIGA_INTERVIEW_RECALL] = { "recall", PIGA_FIELD_LONG, N_ ("All that you remember"),
                              PIGA_FIELD_SEARCHED },
  [PIGA_INTERVIEW_SURPRISE] = { "surprise", PIGA_FIELD_LONG, N_ ("What surprised you"),
                                PIGA_FIELD_SEARCHED },
  [PIGA_INTERVIEW_DEBRIEFED_ON] = { "debriefed_on", PIGA_FIELD_DAY, N_ ("Debriefed on") },
  [PIGA_INTERVIEW_PREP_ADVERT] = { "prep_advert", PIGA_FIELD_BOOLEAN,
                                   N_ ("Read the advert again") },
  [PIGA_INTERVIEW_PREP_EMPLOYER] = { "prep_employer", PIGA_FIELD_BOOLEAN,
                                     N_ ("Read about the employer") },
  [PIGA_INTERVIEW_PREP_ALOUD] = { "prep_aloud", PIGA_FIELD_BOOLEAN,
                                  N_ ("Practised answers aloud") },
  [PIGA_INTERVIEW_PREP_STORIES] = { "prep_stories", PIGA_FIELD_BOOLEAN, N_ ("Had stories ready") },
  [PIGA_INTERVIEW_PREP_PAPERS] = { "prep_papers", PIGA_FIELD_BOOLEAN, N_ ("Had the papers ready") },
  [PIGA_INTERVIEW_PREP_ROUTE] = { "prep_route", PIGA_FIELD_BOOLEAN, N_ ("Planned the way there") },
  [PIGA_INTERVIEW_PREP_REST] = { "prep_rest", PIGA_FIELD_BOOLEAN, N_ ("Slept and ate before") },
};

static void
piga_interview_class_init (PigaInterviewClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "interview", fields, G_N_ELEMENTS (fields));
}

static void
piga_interview_init (PigaInterview *self)
{
}
