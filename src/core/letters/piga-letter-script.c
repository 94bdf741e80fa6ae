/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What to say on the telephone, turn by turn: a line that says when, and under it the words. */

#include "piga-letter-private.h"

#include <glib/gi18n-lib.h>

static PigaTemplates when_they_answer = { N_ ("When they answer, say:") };

/* Translators: spoken on the telephone */
static PigaTemplates introduction = {
  N_ ("Hello. My name is {name}. May I speak to {contact}, please?"),
  N_ ("Hello. May I speak to {contact}, please?"),
  N_ ("Hello. My name is {name}. May I speak to somebody in the human resources office, please?"),
  N_ ("Hello. May I speak to somebody in the human resources office, please?"),
};

static PigaTemplates when_connected = { N_ ("When you are with the right person, say:") };

/* Translators: spoken on the telephone; by how many questions follow */
static PigaTemplates have_you_time[] = {
  { N_ ("Do you have two minutes to tell me how I could do better?") },
  { N_ ("Do you have two minutes for one question?") },
  { N_ ("Do you have two minutes for two questions?") },
};

static PigaTemplates when_free_to_talk = { N_ (
  "If they have time, listen, and write their words down.") };
static PigaTemplates when_free_to_answer = { N_ (
  "If they have time, ask, then listen, and write their words down:") };

static PigaTemplates when_busy = { N_ ("If this is not a good time, say:") };
/* Translators: spoken on the telephone */
static PigaTemplates call_again = { N_ ("I understand. When may I call again?") };

static PigaTemplates when_silent = { N_ ("If they say that they cannot comment, say:") };
/* Translators: spoken on the telephone */
static PigaTemplates thanks_all_the_same = { N_ (
  "I understand. Thank you all the same for the chance to be interviewed.") };

static PigaTemplates before_goodbye = { N_ ("Before you say goodbye:") };

/* Translators: spoken on the telephone */
static PigaTemplates goodbye = {
  N_ (
    "Thank you for your time. I remain interested in working with {employer}. You can reach me on "
    "{phone}. Goodbye."),
  N_ ("Thank you for your time. I remain interested in working with {employer}. Goodbye."),
  N_ ("Thank you for your time. I remain interested in working with you. You can reach me on "
      "{phone}. Goodbye."),
  N_ ("Thank you for your time. I remain interested in working with you. Goodbye."),
};

/* Translators: the words to say on the telephone, in quotation marks */
static PigaTemplates spoken = { N_ ("“{words}”") };

static void
say (PigaLetterDraft *draft, char *words)
{
  g_free (draft->values[PIGA_BLANK_WORDS]);
  draft->values[PIGA_BLANK_WORDS] = words;
  piga_letter_draft_append (draft, "\n", spoken);
}

static void
add_turn (PigaLetterDraft *draft, PigaTemplates when, PigaTemplates words)
{
  piga_letter_draft_add (draft, when);
  say (draft, piga_letter_draft_fill (draft, words));
}

/* Says why one calls, and asks for two minutes. */
static void
add_reason (PigaLetterDraft *draft, PigaTemplates matter)
{
  g_autofree char *first = piga_letter_draft_fill (draft, matter);
  g_autofree char *second = piga_letter_draft_fill (draft, piga_letter_acceptance[draft->tone]);
  g_autofree char *third = piga_letter_draft_fill (draft, have_you_time[draft->n_questions]);

  piga_letter_draft_add (draft, when_connected);
  say (draft, g_strjoin (" ", first, second, third, NULL));
}

static void
add_asking (PigaLetterDraft *draft)
{
  if (draft->n_questions == 0)
    {
      piga_letter_draft_add (draft, when_free_to_talk);
      return;
    }

  piga_letter_draft_add (draft, when_free_to_answer);
  for (guint i = 0; i < draft->n_questions; i++)
    say (draft, g_strdup (piga_letter_get_question (draft, i)));
}

static char *
make_script (const PigaLetterFacts *facts, PigaDay sent_on, PigaTemplates matter)
{
  g_autoptr (PigaLetterDraft) draft = piga_letter_draft_new (facts, sent_on);

  add_turn (draft, when_they_answer, introduction);
  add_reason (draft, matter);
  add_asking (draft);
  add_turn (draft, when_busy, call_again);
  add_turn (draft, when_silent, thanks_all_the_same);
  add_turn (draft, before_goodbye, goodbye);
  return piga_letter_draft_get_text (draft, "\n\n");
}

/* Returns: (transfer full): what to say when asking for feedback */
char *
piga_letter_request_script (const PigaLetterFacts *facts)
{
  return make_script (facts, PIGA_DAY_NONE, piga_letter_thanks[facts->tone]);
}

/* Returns: (transfer full): what to say when asking once more */
char *
piga_letter_follow_up_script (const PigaLetterFacts *facts, PigaDay sent_on)
{
  return make_script (facts, sent_on, piga_letter_second_asking);
}
