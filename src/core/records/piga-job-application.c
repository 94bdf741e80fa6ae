/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An application for a job, from the first thought to the answer. The history of its
 * status is the days on which it came to each stage, see piga_stage_get(). */

#include "piga-job-application.h"

#include <glib/gi18n-lib.h>

struct _PigaJobApplication
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (PigaJobApplication, piga_job_application, PIGA_TYPE_RECORD)

const PigaChoice piga_sources[] = {
  { "unsaid", NC_ ("source", "Not said") },
  { "board", NC_ ("source", "Job board") },
  { "newspaper", NC_ ("source", "Newspaper") },
  { "site", NC_ ("source", "The employer’s own site") },
  { "person", NC_ ("source", "Somebody told me") },
  { "social", NC_ ("source", "Social media") },
  { "agency", NC_ ("source", "Agency") },
  { "visit", NC_ ("source", "I walked in") },
  { "other", NC_ ("source", "Somewhere else") },
  { NULL, NULL },
};

static const PigaField fields[] = {
  [PIGA_JOB_APPLICATION_EMPLOYER] = { "employer", PIGA_FIELD_TEXT, N_ ("Employer"),
                                      PIGA_FIELD_SEARCHED },
  [PIGA_JOB_APPLICATION_ROLE] = { "role", PIGA_FIELD_TEXT, N_ ("Role"), PIGA_FIELD_SEARCHED },
  [PIGA_JOB_APPLICATION_SOURCE] = { "source", PIGA_FIELD_CHOICE, N_ ("Where you saw it"),
                                    .choices = piga_sources, .context = "source" },
  [PIGA_JOB_APPLICATION_LINK] = { "link", PIGA_FIELD_TEXT, N_ ("Link") },
  [PIGA_JOB_APPLICATION_CLOSING_ON] = { "closing_on", PIGA_FIELD_DAY, N_ ("Closes on") },
  [PIGA_JOB_APPLICATION_COUNTY] = { "county", PIGA_FIELD_TEXT, N_ ("County") },
  [PIGA_JOB_APPLICATION_PAY] = { "pay", PIGA_FIELD_TEXT, N_ ("Pay") },
  [PIGA_JOB_APPLICATION_FARE] = { "fare", PIGA_FIELD_REAL, N_ ("Fare (KSh)"), .least = 0,
                                  .most = 10000000 },
  [PIGA_JOB_APPLICATION_PRINTING] = { "printing", PIGA_FIELD_REAL, N_ ("Printing (KSh)"),
                                      .least = 0, .most = 10000000 },
  [PIGA_JOB_APPLICATION_DATA] = { "data", PIGA_FIELD_REAL, N_ ("Data (KSh)"), .least = 0,
                                  .most = 10000000 },
  [PIGA_JOB_APPLICATION_DOCUMENTS] = { "documents", PIGA_FIELD_LONG, N_ ("Documents sent") },
  [PIGA_JOB_APPLICATION_NOTES] = { "notes", PIGA_FIELD_LONG, N_ ("Notes"), PIGA_FIELD_SEARCHED },
  [PIGA_JOB_APPLICATION_CONTACT] = { "contact", PIGA_FIELD_TEXT, N_ ("Whom to write to") },
  [PIGA_JOB_APPLICATION_CONTACT_EMAIL] = { "contact_email", PIGA_FIELD_TEXT, N_ ("Email address") },
  [PIGA_JOB_APPLICATION_CONTACT_PHONE] = { "contact_phone", PIGA_FIELD_TEXT, N_ ("Telephone") },
  [PIGA_JOB_APPLICATION_THINKING_ON] = { "thinking_on", PIGA_FIELD_DAY, N_ ("Noted on") },
  [PIGA_JOB_APPLICATION_APPLIED_ON] = { "applied_on", PIGA_FIELD_DAY, N_ ("Applied on") },
  [PIGA_JOB_APPLICATION_SILENT_ON] = { "silent_on", PIGA_FIELD_DAY, N_ ("No answer on") },
  [PIGA_JOB_APPLICATION_INVITED_ON] = { "invited_on", PIGA_FIELD_DAY, N_ ("Invited on") },
  [PIGA_JOB_APPLICATION_INTERVIEWED_ON] = { "interviewed_on", PIGA_FIELD_DAY,
                                            N_ ("Interviewed on") },
  [PIGA_JOB_APPLICATION_OFFERED_ON] = { "offered_on", PIGA_FIELD_DAY, N_ ("Offered on") },
  [PIGA_JOB_APPLICATION_NOT_CHOSEN_ON] = { "not_chosen_on", PIGA_FIELD_DAY, N_ ("Not chosen on") },
  [PIGA_JOB_APPLICATION_WITHDRAWN_ON] = { "withdrawn_on", PIGA_FIELD_DAY, N_ ("Withdrawn on") },
  [PIGA_JOB_APPLICATION_FOLLOWED_UP_ON] = { "followed_up_on", PIGA_FIELD_DAY,
                                            N_ ("Followed up on") },
  [PIGA_JOB_APPLICATION_SIGN_FEE] = { "sign_fee", PIGA_FIELD_BOOLEAN, N_ ("A fee is asked for") },
  [PIGA_JOB_APPLICATION_SIGN_CONNECTION] = { "sign_connection", PIGA_FIELD_BOOLEAN,
                                             N_ ("The job comes “through a connection”") },
  [PIGA_JOB_APPLICATION_SIGN_ADDRESS] = { "sign_address", PIGA_FIELD_BOOLEAN,
                                          N_ ("A big firm writes from a free email address") },
  [PIGA_JOB_APPLICATION_SIGN_PAY] = { "sign_pay", PIGA_FIELD_BOOLEAN,
                                      N_ ("Very high pay for little work") },
  [PIGA_JOB_APPLICATION_SIGN_NO_INTERVIEW] = { "sign_no_interview", PIGA_FIELD_BOOLEAN,
                                               N_ ("An offer without an interview") },
  [PIGA_JOB_APPLICATION_SIGN_HURRY] = { "sign_hurry", PIGA_FIELD_BOOLEAN,
                                        N_ ("You are hurried to send money by phone") },
};

static void
piga_job_application_class_init (PigaJobApplicationClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "application", fields,
                             G_N_ELEMENTS (fields));
}

static void
piga_job_application_init (PigaJobApplication *self)
{
}
