/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Text messages: a few short sentences. What does not fit into two messages is left out, what the
 * reader knows best first. */

#include "piga-letter-private.h"

#include <glib/gi18n-lib.h>

/* A longer fact leaves no room for the others. */
#define LONGEST_IN_SMS 60

/* How much one message holds, and each of several: 3GPP TS 23.040, in 7-bit characters and in the
 * 16-bit units that any character outside the alphabet of 3GPP TS 23.038 calls for. */
#define SEPTETS_IN_ONE 160
#define SEPTETS_IN_EACH 153
#define UNITS_IN_ONE 70
#define UNITS_IN_EACH 67

static const char basic_alphabet[] =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/* These take two places each. */
static const char extended_alphabet[] = "^{}\\[~]|€";

static PigaTemplates greetings[] = {
  /* Translators: how a friendly text message begins */
  [PIGA_FEEDBACK_TONE_WARM] = { N_ ("Hello {contact}."), N_ ("Hello.") },
  /* Translators: how a formal text message begins */
  [PIGA_FEEDBACK_TONE_FORMAL] = { N_ ("Good day, {contact}."), N_ ("Good day.") },
};

/* Translators: in a text message, as short as can be; straight quotation marks only, so that it
 * stays cheap to send */
static PigaTemplates thanks = {
  N_ ("Thank you for the interview on {day} for {role} at {employer}."),
  N_ ("Thank you for the interview for {role} at {employer}."),
  N_ ("Thank you for the interview on {day} for {role}."),
  N_ ("Thank you for the interview on {day} at {employer}."),
  N_ ("Thank you for the interview for {role}."),
  N_ ("Thank you for the interview at {employer}."),
  N_ ("Thank you for the interview on {day}."),
  N_ ("Thank you for the interview."),
};

static PigaTemplates acceptance = { N_ ("I accept the result.") };
static PigaTemplates any_comment = { N_ ("Any comment on how to do better would help me.") };
static PigaTemplates line_is_enough = { N_ (
  "One line is enough. I remain interested in future openings.") };

static PigaTemplates second_asking = {
  N_ ("On {sent} I asked for feedback on my interview for {role} at {employer}."),
  N_ ("I recently asked for feedback on my interview for {role} at {employer}."),
  N_ ("On {sent} I asked for feedback on my interview for {role}."),
  N_ ("On {sent} I asked for feedback on my interview at {employer}."),
  N_ ("I recently asked for feedback on my interview for {role}."),
  N_ ("I recently asked for feedback on my interview at {employer}."),
  N_ ("On {sent} I asked for feedback on my interview."),
  N_ ("I recently asked for feedback on my interview."),
};

static PigaTemplates last_word = { N_ (
  "One line is enough. If it is not possible, I understand and will not ask again. Thank "
  "you.") };

static PigaTemplates application = {
  N_ ("I applied on {sent} for the post of {role} at {employer}."),
  N_ ("I applied for the post of {role} at {employer}."),
  N_ ("I applied on {sent} for the post of {role}."),
  N_ ("I applied on {sent} for work at {employer}."),
  N_ ("I applied for the post of {role}."),
  N_ ("I applied for work at {employer}."),
  N_ ("I sent you a job application on {sent}."),
  N_ ("I sent you a job application."),
};

static PigaTemplates how_it_stands = { N_ (
  "Is the selection still going on, or has the post been filled? I am still interested. "
  "One line is enough. Thank you.") };

static PigaTemplates signature = { "{name}, {phone}", "{name}", "{phone}" };

/* What is left out, in this order, until the message fits. */
static const PigaBlank least_needed[] = {
  PIGA_BLANK_EMPLOYER, PIGA_BLANK_CONTACT, PIGA_BLANK_DAY,  PIGA_BLANK_SENT,
  PIGA_BLANK_ROLE,     PIGA_BLANK_PHONE,   PIGA_BLANK_NAME,
};

static gboolean
is_in (gunichar c, const char *alphabet)
{
  return g_utf8_strchr (alphabet, -1, c) != NULL;
}

/* Returns: whether the text can be sent in 7-bit characters, and how many they are */
static gboolean
count_septets (const char *text, glong *n_septets)
{
  *n_septets = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_in (c, basic_alphabet))
        *n_septets += 1;
      else if (is_in (c, extended_alphabet))
        *n_septets += 2;
      else
        return FALSE;
    }
  return TRUE;
}

static glong
count_units (const char *text)
{
  glong n_units = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    n_units += g_utf8_get_char (p) > 0xffff ? 2 : 1;
  return n_units;
}

/**
 * piga_letter_sms_parts:
 * @text: a text message
 *
 * Counts as networks do: a message of plain letters holds 160 characters, or 153 in each of
 * several; with a single letter outside that alphabet it holds 70, or 67.
 *
 * Returns: how many messages are paid for; 0 for no text
 */
guint
piga_letter_sms_parts (const char *text)
{
  glong length;
  const gboolean plain = count_septets (text, &length);
  const glong in_one = plain ? SEPTETS_IN_ONE : UNITS_IN_ONE;
  const glong in_each = plain ? SEPTETS_IN_EACH : UNITS_IN_EACH;

  if (!plain)
    length = count_units (text);
  if (length <= in_one)
    return length > 0 ? 1 : 0;
  return (length + in_each - 1) / in_each;
}

/* Typed facts with curly quotes would more than double what the message costs. */
static void
make_plain (char **text)
{
  static const char *const plainer[][2] = { { "’", "'" },  { "‘", "'" }, { "“", "\"" },
                                            { "”", "\"" }, { "–", "-" }, { "—", "-" } };
  g_autoptr (GString) plain = g_string_new (*text);

  for (guint i = 0; i < G_N_ELEMENTS (plainer); i++)
    g_string_replace (plain, plainer[i][0], plainer[i][1], 0);
  g_free (*text);
  *text = g_string_free (g_steal_pointer (&plain), FALSE);
}

static PigaLetterDraft *
new_draft (const PigaLetterFacts *facts, PigaDay sent_on)
{
  PigaLetterDraft *draft = piga_letter_draft_new (facts, sent_on);

  for (guint i = 0; i < PIGA_N_BLANKS; i++)
    {
      if (draft->values[i] == NULL)
        continue;
      make_plain (&draft->values[i]);
      if (g_utf8_strlen (draft->values[i], -1) > LONGEST_IN_SMS)
        piga_letter_draft_leave_out (draft, i);
    }
  return draft;
}

/* A function that adds the sentences of one kind of message to an empty draft. */
typedef void (*Compose) (PigaLetterDraft *draft);

static char *
write_message (PigaLetterDraft *draft, Compose compose)
{
  g_ptr_array_set_size (draft->paragraphs, 0);
  piga_letter_draft_add (draft, greetings[draft->tone]);
  compose (draft);
  piga_letter_draft_add (draft, signature);
  return piga_letter_draft_get_text (draft, " ");
}

static gboolean
fits (const char *message)
{
  return g_utf8_strlen (message, -1) <= PIGA_LETTER_SMS_LENGTH;
}

static char *
make_message (const PigaLetterFacts *facts, PigaDay sent_on, Compose compose)
{
  g_autoptr (PigaLetterDraft) draft = new_draft (facts, sent_on);
  char *message = write_message (draft, compose);

  for (guint i = 0; i < G_N_ELEMENTS (least_needed) && !fits (message); i++)
    {
      g_free (message);
      piga_letter_draft_leave_out (draft, least_needed[i]);
      message = write_message (draft, compose);
    }
  return message;
}

static void
add_questions (PigaLetterDraft *draft)
{
  char *questions = piga_letter_short_questions (draft);

  if (questions != NULL)
    piga_letter_draft_take (draft, questions);
  else
    piga_letter_draft_add (draft, any_comment);
}

static void
compose_request (PigaLetterDraft *draft)
{
  piga_letter_draft_add (draft, thanks);
  piga_letter_draft_add (draft, acceptance);
  add_questions (draft);
  piga_letter_draft_add (draft, line_is_enough);
}

static void
compose_follow_up (PigaLetterDraft *draft)
{
  piga_letter_draft_add (draft, second_asking);
  add_questions (draft);
  piga_letter_draft_add (draft, last_word);
}

static void
compose_silence (PigaLetterDraft *draft)
{
  piga_letter_draft_add (draft, application);
  piga_letter_draft_add (draft, how_it_stands);
}

/* Returns: (transfer full): the request for feedback as a text message */
char *
piga_letter_request_sms (const PigaLetterFacts *facts)
{
  return make_message (facts, PIGA_DAY_NONE, compose_request);
}

/* Returns: (transfer full): the reminder of a request as a text message */
char *
piga_letter_follow_up_sms (const PigaLetterFacts *facts, PigaDay sent_on)
{
  return make_message (facts, sent_on, compose_follow_up);
}

/* Returns: (transfer full): the question how an application stands as a text message */
char *
piga_letter_silence_sms (const PigaLetterFacts *facts, PigaDay applied_on)
{
  return make_message (facts, applied_on, compose_silence);
}
