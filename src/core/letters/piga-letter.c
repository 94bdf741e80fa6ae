/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The letters of a job seeker after an interview: the request for feedback, its one follow-up, and
 * the question after an application that nobody answered. They thank first, accept the result, ask
 * what can be answered in a line, and never reopen a decision. */

#include "piga-letter-private.h"

#include <glib/gi18n-lib.h>

/* A longer fact would hide what a mail is about. */
#define LONGEST_IN_SUBJECT 60

static PigaTemplates request_subject = {
  N_ ("Request for feedback on my interview for {role}, {day}"),
  N_ ("Request for feedback on my interview for {role}"),
  N_ ("Request for feedback on my interview of {day}"),
  N_ ("Request for feedback on my interview"),
};

/* Translators: {sent} is the day of the first request */
static PigaTemplates follow_up_subject = {
  N_ ("Following up on my request for feedback of {sent}: {role}"),
  N_ ("Following up on my request for feedback: {role}"),
  N_ ("Following up on my request for feedback of {sent}"),
  N_ ("Following up on my request for feedback"),
};

/* Translators: {sent} is the day of the application */
static PigaTemplates silence_subject = {
  N_ ("My application of {sent} for the post of {role}"),
  N_ ("My application for the post of {role}"),
  N_ ("My job application of {sent}"),
  N_ ("My job application"),
};

PigaTemplates piga_letter_thanks[] = {
  [PIGA_FEEDBACK_TONE_WARM] = {
    /* Translators: {day} is the day of the interview, a date in full; {role} is a post as it was
     * typed */
    N_("Thank you for talking with me on {day} about the post of {role} at {employer}."),
    N_("Thank you for talking with me about the post of {role} at {employer}."),
    N_("Thank you for talking with me on {day} about the post of {role}."),
    N_("Thank you for talking with me on {day} about working at {employer}."),
    N_("Thank you for talking with me about the post of {role}."),
    N_("Thank you for talking with me about working at {employer}."),
    N_("Thank you for talking with me at the interview on {day}."),
    N_("Thank you for talking with me at the interview."),
  },
  [PIGA_FEEDBACK_TONE_FORMAL] = {
    N_("Thank you for the time you gave me on {day}, when I was interviewed for the post of {role} "
       "at {employer}."),
    N_("Thank you for the time you gave me when I was interviewed for the post of {role} at "
       "{employer}."),
    N_("Thank you for the time you gave me on {day}, when I was interviewed for the post of "
       "{role}."),
    N_("Thank you for the time you gave me on {day}, when I was interviewed at {employer}."),
    N_("Thank you for the time you gave me when I was interviewed for the post of {role}."),
    N_("Thank you for the time you gave me when I was interviewed at {employer}."),
    N_("Thank you for the time you gave me on {day}, when I was interviewed."),
    N_("Thank you for the time you gave me at my interview."),
  },
};

PigaTemplates piga_letter_acceptance[] = {
  [PIGA_FEEDBACK_TONE_WARM] = {
    N_("I had hoped to join you, but I accept your decision and wish the person you chose every "
       "success."),
  },
  [PIGA_FEEDBACK_TONE_FORMAL]
  = { N_("I accept your decision, and I would like to learn from the experience.") },
};

/* By tone and by how many questions follow. */
static PigaTemplates asking[][3] = {
  [PIGA_FEEDBACK_TONE_WARM] = {
    { N_("I would like to do better next time, and any comment from you would help me.") },
    { N_("I would like to do better next time, and your view would help me. May I ask you one "
         "question?") },
    { N_("I would like to do better next time, and your view would help me. May I ask you two "
         "questions?") },
  },
  [PIGA_FEEDBACK_TONE_FORMAL] = {
    { N_("I would be grateful for any comment on how I could do better.") },
    { N_("I would be grateful for your answer to one question:") },
    { N_("I would be grateful for your answers to two questions:") },
  },
};

static PigaTemplates line_is_enough[] = {
  [PIGA_FEEDBACK_TONE_WARM]
  = { N_("Even a single line would help, and I will understand if it is not possible.") },
  [PIGA_FEEDBACK_TONE_FORMAL] = {
    N_("One or two lines in reply would be enough, and I will understand if you are not able to "
       "comment."),
  },
};

static PigaTemplates future[] = {
  [PIGA_FEEDBACK_TONE_WARM] = {
    N_("I would still be glad to work with {employer} one day, so please keep me in mind for "
       "future openings."),
    N_("I would still be glad to work with you one day, so please keep me in mind for future "
       "openings."),
  },
  [PIGA_FEEDBACK_TONE_FORMAL] = {
    N_("I remain interested in working with {employer}, and would be glad to be considered when a "
       "suitable post is open."),
    N_("I remain interested in working with you, and would be glad to be considered when a "
       "suitable post is open."),
  },
};

PigaTemplates piga_letter_second_asking = {
  /* Translators: {sent} is the day of the first request for feedback */
  N_ ("On {sent} I asked for feedback on my interview for the post of {role} at {employer}."),
  N_ ("On {sent} I asked for feedback on my interview for the post of {role}."),
  N_ ("On {sent} I asked for feedback on my interview at {employer}."),
  N_ ("I recently asked for feedback on my interview for the post of {role} at {employer}."),
  N_ ("On {sent} I asked for feedback on my interview."),
  N_ ("I recently asked for feedback on my interview for the post of {role}."),
  N_ ("I recently asked for feedback on my interview at {employer}."),
  N_ ("I recently asked for feedback on my interview."),
};

static PigaTemplates interview_day = { N_ ("The interview was on {day}.") };

/* By tone and by how many questions follow. */
static PigaTemplates asking_again[][3] = {
  [PIGA_FEEDBACK_TONE_WARM] = {
    { N_("I know how full your days are. Any comment would still help me.") },
    { N_("I know how full your days are, so here is my question once more:") },
    { N_("I know how full your days are, so here are my two questions once more:") },
  },
  [PIGA_FEEDBACK_TONE_FORMAL] = {
    { N_("I know that your time is limited. Any comment would still be of use to me.") },
    { N_("As I know that your time is limited, I repeat my question here:") },
    { N_("As I know that your time is limited, I repeat my two questions here:") },
  },
};

static PigaTemplates last_word[] = {
  [PIGA_FEEDBACK_TONE_WARM] = {
    N_("A single line would be plenty. If it is not possible, I understand, and I will not ask "
       "again. Thank you for the chance to be interviewed."),
  },
  [PIGA_FEEDBACK_TONE_FORMAL] = {
    N_("One or two lines would be enough. If you are not able to comment, I understand, and I will "
       "not write about it again. Thank you once more for the opportunity."),
  },
};

static PigaTemplates greeting_wish = { N_ ("I hope you are well.") };

static PigaTemplates application = {
  /* Translators: {sent} is the day of the application */
  N_ ("I am following up on my application of {sent} for the post of {role} at {employer}."),
  N_ ("I am following up on my application for the post of {role} at {employer}."),
  N_ ("I am following up on my application of {sent} for the post of {role}."),
  N_ ("I am following up on my application of {sent} to {employer}."),
  N_ ("I am following up on my application for the post of {role}."),
  N_ ("I am following up on my application to {employer}."),
  N_ ("I am following up on the job application that I sent you on {sent}."),
  N_ ("I am following up on the job application that I sent you."),
};

static PigaTemplates how_it_stands[] = {
  [PIGA_FEEDBACK_TONE_WARM] = {
    N_("The work still interests me, and I would be glad to know where things stand: are you still "
       "choosing, or have you found someone?"),
  },
  [PIGA_FEEDBACK_TONE_FORMAL] = {
    N_("I remain interested in the post, and would be grateful to know whether the selection is "
       "still going on or the post has been filled."),
  },
};

static PigaTemplates papers_ready = { N_ (
  "If any paper is missing from my application, I can send it at once.") };

static PigaTemplates thanks_for_line = { N_ (
  "One line in reply would be enough. Thank you for your time.") };

static void
add_pair (PigaLetterDraft *draft, PigaTemplates first, PigaTemplates second)
{
  piga_letter_draft_add (draft, first);
  piga_letter_draft_append (draft, " ", second);
}

static void
shorten_for_subject (PigaLetterDraft *draft)
{
  for (guint i = 0; i < PIGA_N_BLANKS; i++)
    {
      if (draft->values[i] != NULL && g_utf8_strlen (draft->values[i], -1) > LONGEST_IN_SUBJECT)
        piga_letter_draft_leave_out (draft, i);
    }
}

static gboolean
has_subject (const PigaLetterFacts *facts)
{
  return facts->channel == PIGA_FEEDBACK_CHANNEL_MAIL
         || facts->channel == PIGA_FEEDBACK_CHANNEL_LETTER;
}

static char *
make_subject (const PigaLetterFacts *facts, PigaDay sent_on, PigaTemplates subject)
{
  g_autoptr (PigaLetterDraft) draft = NULL;

  if (!has_subject (facts))
    return g_strdup ("");

  draft = piga_letter_draft_new (facts, sent_on);
  shorten_for_subject (draft);
  return piga_letter_draft_fill (draft, subject);
}

/* On paper, the formal way has no good wishes: the heading comes first, then the matter. */
static void
add_wish (PigaLetterDraft *draft, const PigaLetterFacts *facts, PigaTemplates matter)
{
  if (draft->tone == PIGA_FEEDBACK_TONE_WARM && facts->channel == PIGA_FEEDBACK_CHANNEL_MAIL)
    add_pair (draft, greeting_wish, matter);
  else
    piga_letter_draft_add (draft, matter);
}

/**
 * piga_letter_subject:
 * @facts: what it is made from
 *
 * Returns: (transfer full): what a request for feedback is about, in one line; empty for the
 *   telephone and text messages, which have no subject
 */
char *
piga_letter_subject (const PigaLetterFacts *facts)
{
  return make_subject (facts, PIGA_DAY_NONE, request_subject);
}

/**
 * piga_letter_text:
 * @facts: what it is made from
 *
 * Returns: (transfer full): a request for feedback, ready to be read over and sent: a mail, a
 *   letter on paper, a text message, or what to say on the telephone turn by turn
 */
char *
piga_letter_text (const PigaLetterFacts *facts)
{
  g_autoptr (PigaLetterDraft) draft = NULL;

  if (facts->channel == PIGA_FEEDBACK_CHANNEL_SMS)
    return piga_letter_request_sms (facts);
  if (facts->channel == PIGA_FEEDBACK_CHANNEL_TELEPHONE)
    return piga_letter_request_script (facts);

  draft = piga_letter_draft_new (facts, PIGA_DAY_NONE);
  piga_letter_open (draft, facts->channel, piga_letter_subject (facts));
  add_pair (draft, piga_letter_thanks[draft->tone], piga_letter_acceptance[draft->tone]);
  piga_letter_draft_add (draft, asking[draft->tone][draft->n_questions]);
  piga_letter_add_questions (draft);
  add_pair (draft, line_is_enough[draft->tone], future[draft->tone]);
  return piga_letter_close (draft, facts->channel);
}

/**
 * piga_letter_follow_up_subject:
 * @facts: what it is made from
 * @sent_on: the day on which feedback was asked for, or %PIGA_DAY_NONE
 *
 * Returns: (transfer full): what the follow-up is about, in one line; empty for the telephone and
 *   text messages, which have no subject
 */
char *
piga_letter_follow_up_subject (const PigaLetterFacts *facts, PigaDay sent_on)
{
  return make_subject (facts, sent_on, follow_up_subject);
}

/**
 * piga_letter_follow_up_text:
 * @facts: what it is made from
 * @sent_on: the day on which feedback was asked for, or %PIGA_DAY_NONE
 *
 * Returns: (transfer full): the one polite reminder of a request for feedback; it says that there
 *   will be no other
 */
char *
piga_letter_follow_up_text (const PigaLetterFacts *facts, PigaDay sent_on)
{
  g_autoptr (PigaLetterDraft) draft = NULL;

  if (facts->channel == PIGA_FEEDBACK_CHANNEL_SMS)
    return piga_letter_follow_up_sms (facts, sent_on);
  if (facts->channel == PIGA_FEEDBACK_CHANNEL_TELEPHONE)
    return piga_letter_follow_up_script (facts, sent_on);

  draft = piga_letter_draft_new (facts, sent_on);
  piga_letter_open (draft, facts->channel, piga_letter_follow_up_subject (facts, sent_on));
  add_wish (draft, facts, piga_letter_second_asking);
  piga_letter_draft_append (draft, " ", interview_day);
  piga_letter_draft_add (draft, asking_again[draft->tone][draft->n_questions]);
  piga_letter_add_questions (draft);
  piga_letter_draft_add (draft, last_word[draft->tone]);
  return piga_letter_close (draft, facts->channel);
}

/**
 * piga_letter_silence_subject:
 * @facts: what it is made from
 * @applied_on: the day of the application, or %PIGA_DAY_NONE
 *
 * Returns: (transfer full): what a question about an application is about, in one line; empty for
 *   text messages, which have no subject
 */
char *
piga_letter_silence_subject (const PigaLetterFacts *facts, PigaDay applied_on)
{
  return make_subject (facts, applied_on, silence_subject);
}

/**
 * piga_letter_silence_text:
 * @facts: what it is made from; its questions and its day of the interview are not used
 * @applied_on: the day of the application, or %PIGA_DAY_NONE
 *
 * Returns: (transfer full): the question how an application stands that nobody answered: a text
 *   message, a letter on paper, or a mail, which also serves as notes for the telephone
 */
char *
piga_letter_silence_text (const PigaLetterFacts *facts, PigaDay applied_on)
{
  g_autoptr (PigaLetterDraft) draft = NULL;

  if (facts->channel == PIGA_FEEDBACK_CHANNEL_SMS)
    return piga_letter_silence_sms (facts, applied_on);

  draft = piga_letter_draft_new (facts, applied_on);
  piga_letter_open (draft, facts->channel, piga_letter_silence_subject (facts, applied_on));
  add_wish (draft, facts, application);
  add_pair (draft, how_it_stands[draft->tone], papers_ready);
  piga_letter_draft_add (draft, thanks_for_line);
  return piga_letter_close (draft, facts->channel);
}
