/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A letter is printed as it will be sent, and nothing else. What is said on the telephone comes
 * with the number to call and room to write down the answer. */

#include "config.h"

#include "piga-feedback-paper.h"

#include <glib/gi18n-lib.h>

#include "print/piga-sheet-print.h"

/* How many lines there are to write an answer on. */
#define ANSWER_LINES 8

static void
add_contact (PigaSheet *sheet, PigaJobApplication *application)
{
  if (application == NULL)
    return;
  piga_sheet_add_fact (sheet, _ ("Employer"),
                       piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER));
  piga_sheet_add_fact (sheet, _ ("Whom to call"),
                       piga_record_get_text (application, PIGA_JOB_APPLICATION_CONTACT));
  piga_sheet_add_fact (sheet, _ ("Telephone"),
                       piga_record_get_text (application, PIGA_JOB_APPLICATION_CONTACT_PHONE));
}

/**
 * piga_feedback_create_sheet:
 * @letter: a letter
 *
 * Returns: (transfer full): what is printed of it
 */
PigaSheet *
piga_feedback_create_sheet (PigaFeedbackLetter *letter)
{
  const PigaFeedbackChannel channel = piga_record_get_integer (
    piga_feedback_letter_get_request (letter), PIGA_FEEDBACK_REQUEST_CHANNEL);
  g_autofree char *text = piga_feedback_letter_get_text (letter);
  g_autofree char *subject = piga_feedback_letter_get_subject (letter);
  PigaSheet *sheet;

  if (channel != PIGA_FEEDBACK_CHANNEL_TELEPHONE)
    {
      sheet = piga_sheet_new (channel == PIGA_FEEDBACK_CHANNEL_MAIL ? subject : "", NULL);
      piga_sheet_add_paragraph (sheet, text);
      return sheet;
    }
  sheet = piga_sheet_new (_ ("What you say on the telephone"), NULL);
  add_contact (sheet, piga_feedback_letter_get_application (letter));
  piga_sheet_add_paragraph (sheet, text);
  piga_sheet_add_lines (sheet, _ ("What they said"), ANSWER_LINES);
  return sheet;
}

/**
 * piga_feedback_print:
 * @parent: where the dialog opens
 * @letter: a letter
 *
 * Lets the person print it.
 */
void
piga_feedback_print (GtkWidget *parent, PigaFeedbackLetter *letter)
{
  g_autoptr (PigaSheet) sheet = piga_feedback_create_sheet (letter);

  piga_sheet_print (sheet, parent);
}
