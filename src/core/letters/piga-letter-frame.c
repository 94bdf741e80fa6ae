/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands around the body of a mail and of a letter on paper: the addresses, the date, the
 * heading, the greeting and the signature, in the order that Kenyan schools and offices teach. No
 * title is made up for anybody. */

#include "piga-letter-private.h"

#include <glib/gi18n-lib.h>

static PigaTemplates name_line = { "{name}" };
static PigaTemplates town_line = { "{town}" };
static PigaTemplates date_line = { "{today}" };

/* Translators: letters have blanks in braces, such as {name}, {role} and {employer}; keep them as
 * they are. Here, the telephone number under a signature. */
static PigaTemplates phone_line = { N_ ("Tel: {phone}") };
static PigaTemplates email_line = { N_ ("Email: {email}") };

static PigaTemplates addressee = { "{contact}", N_ ("The Human Resources Office") };
static PigaTemplates addressee_employer = { "{employer}" };

/* Translators: the heading of a letter on paper; in Kiswahili, KUH: */
static PigaTemplates heading = { N_ ("RE: {subject}") };

static PigaTemplates greetings[] = {
  /* Translators: a friendly greeting in a mail; {contact} is a name as it was typed */
  [PIGA_FEEDBACK_TONE_WARM] = { N_ ("Hello {contact},"), N_ ("Dear Team,") },
  /* Translators: the greeting of a formal letter, to a person and to an office */
  [PIGA_FEEDBACK_TONE_FORMAL] = { N_ ("Dear {contact},"), N_ ("Dear Hiring Team,") },
};

static PigaTemplates warm_close = { N_ ("With thanks and kind regards,") };
/* Translators: the end of a formal letter to somebody whose name is known */
static PigaTemplates close_to_person = { N_ ("Yours sincerely,") };
/* Translators: the end of a formal letter to an office */
static PigaTemplates close_to_office = { N_ ("Yours faithfully,") };

/* Room to sign by hand. */
#define SIGNATURE_SPACE "\n\n\n\n"

static void
add_lines (PigaLetterDraft *draft, const PigaTemplates *const lines[])
{
  gboolean started = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = piga_letter_draft_fill (draft, *lines[i]);

      if (line == NULL)
        continue;
      if (started)
        piga_letter_draft_append (draft, "\n", *lines[i]);
      else
        piga_letter_draft_take (draft, g_steal_pointer (&line));
      started = TRUE;
    }
}

static void
add_head (PigaLetterDraft *draft)
{
  static const PigaTemplates *const sender[] = { &name_line, &town_line, &phone_line, &email_line,
                                                 NULL };
  static const PigaTemplates *const receiver[] = { &addressee, &addressee_employer, NULL };

  add_lines (draft, sender);
  piga_letter_draft_add (draft, date_line);
  add_lines (draft, receiver);
}

/**
 * piga_letter_open:
 * @draft: an empty draft
 * @channel: a mail or a letter on paper
 * @subject: (transfer full): what it is about
 *
 * Adds what stands before the body.
 */
void
piga_letter_open (PigaLetterDraft *draft, PigaFeedbackChannel channel, char *subject)
{
  const gboolean on_paper = channel == PIGA_FEEDBACK_CHANNEL_LETTER;

  draft->values[PIGA_BLANK_SUBJECT] = subject;
  if (on_paper)
    add_head (draft);
  piga_letter_draft_add (draft, greetings[on_paper ? PIGA_FEEDBACK_TONE_FORMAL : draft->tone]);
  if (on_paper)
    piga_letter_draft_add (draft, heading);
}

static void
add_close (PigaLetterDraft *draft)
{
  if (draft->tone == PIGA_FEEDBACK_TONE_WARM)
    piga_letter_draft_add (draft, warm_close);
  else if (draft->values[PIGA_BLANK_CONTACT] != NULL)
    piga_letter_draft_add (draft, close_to_person);
  else
    piga_letter_draft_add (draft, close_to_office);
}

/**
 * piga_letter_close:
 * @draft: a draft with a body
 * @channel: a mail or a letter on paper
 *
 * Adds what stands after the body.
 *
 * Returns: (transfer full): the whole letter
 */
char *
piga_letter_close (PigaLetterDraft *draft, PigaFeedbackChannel channel)
{
  add_close (draft);
  if (channel == PIGA_FEEDBACK_CHANNEL_LETTER)
    {
      piga_letter_draft_append (draft, SIGNATURE_SPACE, name_line);
    }
  else
    {
      piga_letter_draft_append (draft, "\n", name_line);
      piga_letter_draft_append (draft, "\n", phone_line);
      piga_letter_draft_append (draft, "\n", email_line);
    }
  return piga_letter_draft_get_text (draft, "\n\n");
}
