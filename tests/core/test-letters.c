/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters: that they read well whichever facts are missing, in both languages, and carry each fact
 * as it was typed. */

#include <string.h>

#include "letters/piga-letter.h"
#include "piga-language.h"

typedef enum
{
  KIND_REQUEST,
  KIND_FOLLOW_UP,
  KIND_SILENCE,
  N_KINDS,
} Kind;

/* The facts that may be given or not: a bit each. */
enum
{
  FACT_EMPLOYER = 1 << 0,
  FACT_ROLE = 1 << 1,
  FACT_CONTACT = 1 << 2,
  FACT_DAY = 1 << 3,
  FACT_NAME = 1 << 4,
  FACT_PHONE = 1 << 5,
  FACT_EMAIL = 1 << 6,
  FACT_TOWN = 1 << 7,
  FACT_TODAY = 1 << 8,
  FACT_EARLIER = 1 << 9,
  ALL_FACTS = (1 << 10) - 1,
};

static const PigaFeedbackQuestion questions[][2] = {
  { PIGA_FEEDBACK_QUESTION_NONE, PIGA_FEEDBACK_QUESTION_NONE },
  { PIGA_FEEDBACK_QUESTION_IMPROVE, PIGA_FEEDBACK_QUESTION_NONE },
  { PIGA_FEEDBACK_QUESTION_STRENGTH, PIGA_FEEDBACK_QUESTION_WEAKEST },
};

typedef struct
{
  Kind kind;
  guint given;
  PigaLetterFacts facts;
  PigaDay earlier;
} Case;

static void
fill_case (Case *c)
{
  const guint given = c->given;

  c->facts.employer = given & FACT_EMPLOYER ? "Ziwa Works" : NULL;
  c->facts.role = given & FACT_ROLE ? "Data Clerk" : "";
  c->facts.contact = given & FACT_CONTACT ? "Eng. Achieng Otieno" : NULL;
  c->facts.interviewed_on = given & FACT_DAY ? piga_day_new (2026, 11, 12) : PIGA_DAY_NONE;
  c->facts.name = given & FACT_NAME ? "Amina Wanjiku" : " \t";
  c->facts.phone = given & FACT_PHONE ? "+254 712 345 678" : "";
  c->facts.email = given & FACT_EMAIL ? "amina@post.example" : NULL;
  c->facts.town = given & FACT_TOWN ? "Kisumu" : NULL;
  c->facts.today = given & FACT_TODAY ? piga_day_new (2026, 11, 30) : PIGA_DAY_NONE;
  c->earlier = given & FACT_EARLIER ? piga_day_new (2026, 2, 3) : PIGA_DAY_NONE;
}

static char *
make_text (const Case *c)
{
  switch (c->kind)
    {
    case KIND_REQUEST:
      return piga_letter_text (&c->facts);
    case KIND_FOLLOW_UP:
      return piga_letter_follow_up_text (&c->facts, c->earlier);
    case KIND_SILENCE:
      return piga_letter_silence_text (&c->facts, c->earlier);
    case N_KINDS:
      break;
    }
  g_assert_not_reached ();
}

static char *
make_subject (const Case *c)
{
  switch (c->kind)
    {
    case KIND_REQUEST:
      return piga_letter_subject (&c->facts);
    case KIND_FOLLOW_UP:
      return piga_letter_follow_up_subject (&c->facts, c->earlier);
    case KIND_SILENCE:
      return piga_letter_silence_subject (&c->facts, c->earlier);
    case N_KINDS:
      break;
    }
  g_assert_not_reached ();
}

static void
fail_with (const Case *c, const char *what, const char *text)
{
  g_error ("kind %d, channel %d, language %d, tone %d, facts %x: %s\n%s", c->kind, c->facts.channel,
           c->facts.language, c->facts.tone, c->given, what, text);
}

static void
check_has (const Case *c, const char *text, const char *words, gboolean has)
{
  if ((strstr (text, words) != NULL) != has)
    fail_with (c, words, text);
}

static void
check_count (const Case *c, const char *text, const char *words, guint most)
{
  guint n = 0;

  for (const char *p = strstr (text, words); p != NULL; p = strstr (p + 1, words))
    n++;
  if (n > most)
    fail_with (c, words, text);
}

static gboolean
ends_well (const char *line)
{
  static const char *const facts[] = { "Ziwa Works",
                                       "Eng. Achieng Otieno",
                                       "Amina Wanjiku",
                                       "Kisumu",
                                       "+254 712 345 678",
                                       "2026",
                                       "amina@post.example",
                                       "Data Clerk",
                                       "Office",
                                       "Watu",
                                       "interview",
                                       "ya kazi",
                                       "application",
                                       "la kazi",
                                       "la maoni",
                                       "feedback" };
  static const char *const stops[] = { ".", "?", ":", ",", "”" };

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      if (g_str_has_suffix (line, stops[i]))
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      if (g_str_has_suffix (line, facts[i]))
        return TRUE;
    }
  return FALSE;
}

/* What is wrong in any letter. */
static void
check_form (const Case *c, const char *text)
{
  static const char *const never[] = { "  ", " ,", " .", " ?",         " :", "..", ",.",
                                       "{",  "}",  "%",  "\n\n\n\n\n", "()", "\t" };
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; i < G_N_ELEMENTS (never); i++)
    check_has (c, text, never[i], FALSE);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (g_str_has_prefix (lines[i], " ") || g_str_has_suffix (lines[i], " "))
        fail_with (c, "a space at an end", text);
      if (lines[i][0] != '\0' && !ends_well (lines[i]))
        fail_with (c, lines[i], text);
    }
  if (text[0] == '\n' || g_str_has_suffix (text, "\n"))
    fail_with (c, "an empty line at an end", text);
  /* Room to sign, on paper only. */
  if (c->facts.channel == PIGA_FEEDBACK_CHANNEL_LETTER && (c->given & FACT_NAME))
    check_count (c, text, "\n\n\n", 2);
  else
    check_has (c, text, "\n\n\n", FALSE);
}

static void
check_language (const Case *c, const char *text)
{
  static const char *const english[] = { " the ", " you",     " my ",     " I ",
                                         "Thank", "November", "February", "What " };
  static const char *const kiswahili[] = { " ya ",   " kwa ",       " na ",    " yangu",
                                           "Asante", "Nawashukuru", "Novemba", "Februari" };
  const gboolean is_english = c->facts.language == PIGA_FEEDBACK_LANGUAGE_ENGLISH;

  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    check_has (c, text, is_english ? kiswahili[i] : english[i], FALSE);
}

/* Which facts a text speaks of when it has them. */
static guint
spoken_of (const Case *c)
{
  const PigaFeedbackChannel channel = c->facts.channel;
  guint facts = FACT_EMPLOYER | FACT_ROLE | FACT_CONTACT | FACT_NAME | FACT_PHONE;

  if (c->kind != KIND_REQUEST)
    facts |= FACT_EARLIER;
  if (c->kind == KIND_REQUEST)
    facts |= FACT_DAY;
  if (channel == PIGA_FEEDBACK_CHANNEL_MAIL || channel == PIGA_FEEDBACK_CHANNEL_LETTER)
    facts |= FACT_EMAIL | (c->kind == KIND_FOLLOW_UP ? FACT_DAY : 0);
  if (c->kind == KIND_SILENCE && channel == PIGA_FEEDBACK_CHANNEL_TELEPHONE)
    facts |= FACT_EMAIL;
  if (channel == PIGA_FEEDBACK_CHANNEL_LETTER)
    facts |= FACT_TOWN | FACT_TODAY;
  return facts & c->given;
}

static void
check_facts (const Case *c, const char *text)
{
  const gboolean english = c->facts.language == PIGA_FEEDBACK_LANGUAGE_ENGLISH;
  const guint spoken = spoken_of (c);

  check_has (c, text, "Ziwa Works", (spoken & FACT_EMPLOYER) != 0);
  check_has (c, text, "Data Clerk", (spoken & FACT_ROLE) != 0);
  check_has (c, text, "Eng. Achieng Otieno", (spoken & FACT_CONTACT) != 0);
  check_has (c, text, "Amina Wanjiku", (spoken & FACT_NAME) != 0);
  check_has (c, text, "+254 712 345 678", (spoken & FACT_PHONE) != 0);
  check_has (c, text, "amina@post.example", (spoken & FACT_EMAIL) != 0);
  check_has (c, text, "Kisumu", (spoken & FACT_TOWN) != 0);
  check_has (c, text, english ? "12 November 2026" : "12 Novemba 2026", (spoken & FACT_DAY) != 0);
  check_has (c, text, english ? "30 November 2026" : "30 Novemba 2026", (spoken & FACT_TODAY) != 0);
  check_has (c, text, english ? "3 February 2026" : "3 Februari 2026",
             (spoken & FACT_EARLIER) != 0);
}

static void
check_questions (const Case *c, const char *text)
{
  const gboolean sms = c->facts.channel == PIGA_FEEDBACK_CHANNEL_SMS;

  if (c->kind == KIND_SILENCE || sms)
    return;
  check_has (c, text, piga_letter_question (c->facts.language, PIGA_FEEDBACK_QUESTION_IMPROVE),
             c->facts.first_question == PIGA_FEEDBACK_QUESTION_IMPROVE);
  check_has (c, text, piga_letter_question (c->facts.language, PIGA_FEEDBACK_QUESTION_WEAKEST),
             c->facts.second_question == PIGA_FEEDBACK_QUESTION_WEAKEST);
  if (c->facts.channel != PIGA_FEEDBACK_CHANNEL_TELEPHONE)
    check_has (c, text, "\n2. ", c->facts.second_question != PIGA_FEEDBACK_QUESTION_NONE);
}

static void
check_subject (const Case *c)
{
  g_autofree char *subject = make_subject (c);
  const guint day = c->kind == KIND_REQUEST ? FACT_DAY : FACT_EARLIER;
  const gboolean has_subject = c->facts.channel == PIGA_FEEDBACK_CHANNEL_MAIL
                               || c->facts.channel == PIGA_FEEDBACK_CHANNEL_LETTER;

  g_assert_true (has_subject == (subject[0] != '\0'));
  if (!has_subject)
    return;
  check_form (c, subject);
  check_language (c, subject);
  check_has (c, subject, "\n", FALSE);
  check_has (c, subject, "Data Clerk", (c->given & FACT_ROLE) != 0);
  check_has (c, subject, " 2026", (c->given & day) != 0);
  g_assert_cmpint (g_utf8_strlen (subject, -1), <=, 100);
}

static void
check_case (Case *c)
{
  g_autofree char *text = NULL;

  fill_case (c);
  text = make_text (c);
  check_form (c, text);
  check_language (c, text);
  check_facts (c, text);
  check_questions (c, text);
  check_subject (c);
  if (c->facts.channel == PIGA_FEEDBACK_CHANNEL_SMS)
    {
      g_assert_cmpuint (piga_letter_sms_parts (text), <=, 2);
      g_assert_cmpint (g_utf8_strlen (text, -1), <=, PIGA_LETTER_SMS_LENGTH);
    }
}

static void
check_ways (Kind kind, guint given, const PigaFeedbackQuestion asked[2])
{
  for (guint way = 0; way < 16; way++)
    {
      Case c = { .kind = kind, .given = given };

      c.facts.channel = way % 4;
      c.facts.tone = way / 4 % 2;
      c.facts.language = way / 8;
      c.facts.first_question = asked[0];
      c.facts.second_question = asked[1];
      check_case (&c);
    }
}

static void
test_missing_facts (void)
{
  for (Kind kind = 0; kind < N_KINDS; kind++)
    {
      for (guint given = 0; given <= ALL_FACTS; given++)
        check_ways (kind, given, questions[given % G_N_ELEMENTS (questions)]);
      for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
        {
          check_ways (kind, ALL_FACTS, questions[i]);
          check_ways (kind, 0, questions[i]);
        }
    }
}

/* A letter does not change with what the program speaks. */
static void
test_language (void)
{
  Case c = { .given = ALL_FACTS };
  char *texts[2][2];

  fill_case (&c);
  for (guint i = 0; i < 4; i++)
    {
      piga_language_prepare (i / 2 == 0 ? "en" : "sw", g_getenv ("PIGA_HATUA_LOCALEDIR"));
      c.facts.language = i % 2;
      texts[i / 2][i % 2] = piga_letter_text (&c.facts);
    }
  piga_language_prepare ("en", g_getenv ("PIGA_HATUA_LOCALEDIR"));

  g_assert_cmpstr (texts[0][0], ==, texts[1][0]);
  g_assert_cmpstr (texts[0][1], ==, texts[1][1]);
  g_assert_cmpstr (texts[0][0], !=, texts[0][1]);
  for (guint i = 0; i < 4; i++)
    g_free (texts[i / 2][i % 2]);
}

/* Thanks come before the question, and the question before the farewell. */
static void
test_order (void)
{
  for (guint tone = 0; tone < 2; tone++)
    {
      PigaLetterFacts facts = { .tone = tone,
                                .name = "Amina Wanjiku",
                                .first_question = PIGA_FEEDBACK_QUESTION_IMPROVE };
      g_autofree char *text = piga_letter_text (&facts);
      const char *thanks = strstr (text, "Thank you");
      const char *acceptance = strstr (text, "I accept your decision");
      const char *question = strstr (text, "What one thing");

      g_assert_nonnull (thanks);
      g_assert_true (thanks < acceptance);
      g_assert_true (acceptance < question);
      g_assert_true (g_str_has_suffix (text, "\nAmina Wanjiku"));
    }
}

static void
test_addressing (void)
{
  PigaLetterFacts facts = { .tone = PIGA_FEEDBACK_TONE_FORMAL };
  g_autofree char *to_office = piga_letter_text (&facts);
  g_autofree char *to_person = NULL;
  g_autofree char *on_paper = NULL;

  g_assert_true (g_str_has_prefix (to_office, "Dear Hiring Team,\n\n"));
  g_assert_true (g_str_has_suffix (to_office, "\n\nYours faithfully,"));

  facts.contact = "Dr. Achieng Otieno";
  to_person = piga_letter_text (&facts);
  g_assert_true (g_str_has_prefix (to_person, "Dear Dr. Achieng Otieno,\n\n"));
  g_assert_true (g_str_has_suffix (to_person, "\n\nYours sincerely,"));

  facts.channel = PIGA_FEEDBACK_CHANNEL_LETTER;
  facts.employer = "Ziwa Works";
  facts.name = "Amina Wanjiku";
  facts.town = "Kisumu";
  facts.today = piga_day_new (2026, 11, 30);
  on_paper = piga_letter_text (&facts);
  g_assert_true (g_str_has_prefix (
    on_paper, "Amina Wanjiku\nKisumu\n\n30 November 2026\n\nDr. Achieng Otieno\nZiwa Works\n\n"
              "Dear Dr. Achieng Otieno,\n\nRE: Request for feedback on my interview\n\n"));
  g_assert_true (g_str_has_suffix (on_paper, "Yours sincerely,\n\n\n\nAmina Wanjiku"));
}

static void
test_questions (void)
{
  for (guint language = 0; language < 2; language++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpstr (piga_letter_question (language, PIGA_FEEDBACK_QUESTION_NONE), ==, "");
      for (guint i = 1; piga_feedback_questions[i].key != NULL; i++)
        {
          const char *question = piga_letter_question (language, i);

          g_assert_true (g_str_has_suffix (question, "?"));
          g_assert_true (g_hash_table_add (seen, (gpointer) question));
        }
    }
}

/* The same question twice is one, and a second alone is the first. */
static void
test_one_question (void)
{
  PigaLetterFacts once = { .first_question = PIGA_FEEDBACK_QUESTION_AGAIN };
  PigaLetterFacts twice = { .first_question = PIGA_FEEDBACK_QUESTION_AGAIN,
                            .second_question = PIGA_FEEDBACK_QUESTION_AGAIN };
  PigaLetterFacts second = { .second_question = PIGA_FEEDBACK_QUESTION_AGAIN };

  for (guint channel = 0; channel < 4; channel++)
    {
      g_autofree char *a = NULL, *b = NULL, *c = NULL;

      once.channel = twice.channel = second.channel = channel;
      a = piga_letter_text (&once);
      b = piga_letter_text (&twice);
      c = piga_letter_text (&second);
      g_assert_cmpstr (a, ==, b);
      g_assert_cmpstr (a, ==, c);
      g_assert_nonnull (strchr (a, '?'));
    }
}

static void
test_odd_facts (void)
{
  PigaLetterFacts facts = {
    .employer = "Mwangi & Sons Ltd.",
    .role = "100% %s {day} \"<b>Clerk</b>\"",
    .contact = "  Achieng\r\n\r\nO’Otieno \t",
    .name = "Ng'ang'a {name}",
    .interviewed_on = piga_day_new (2026, 11, 12),
  };
  g_autofree char *mail = piga_letter_text (&facts);
  g_autofree char *subject = piga_letter_subject (&facts);
  g_autofree char *sms = NULL;

  g_assert_nonnull (strstr (mail, "Hello Achieng O’Otieno,\n\n"));
  g_assert_nonnull (strstr (mail, "of 100% %s {day} \"<b>Clerk</b>\" at Mwangi & Sons Ltd. I "));
  g_assert_null (strstr (mail, "Ltd.."));
  g_assert_nonnull (strstr (mail, "with Mwangi & Sons Ltd. one day"));
  g_assert_nonnull (strstr (mail, "\nNg'ang'a {name}"));
  g_assert_cmpstr (subject, ==,
                   "Request for feedback on my interview for 100% %s {day} "
                   "\"<b>Clerk</b>\", 12 November 2026");

  /* In a text message, a curly quotation mark would cost more than it is worth. */
  facts.channel = PIGA_FEEDBACK_CHANNEL_SMS;
  sms = piga_letter_text (&facts);
  g_assert_true (g_str_has_prefix (sms, "Hello Achieng O'Otieno. "));
  g_assert_true (g_str_is_ascii (sms));
}

static void
test_long_facts (void)
{
  g_autofree char *employer = g_strnfill (5000, 'W');
  PigaLetterFacts facts = { .employer = employer, .role = "Data Clerk", .name = "Amina Wanjiku" };
  g_autofree char *mail = piga_letter_text (&facts);
  g_autofree char *sms = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *crowded = NULL;

  g_assert_nonnull (strstr (mail, employer));
  facts.channel = PIGA_FEEDBACK_CHANNEL_SMS;
  sms = piga_letter_text (&facts);
  g_assert_nonnull (strstr (sms, " interview for Data Clerk. "));
  g_assert_null (strstr (sms, "WW"));
  g_free (sms);
  facts.contact = "Achieng Otieno";
  facts.name = employer;
  sms = piga_letter_text (&facts);
  g_assert_true (g_str_has_prefix (sms, "Hello Achieng Otieno. "));
  g_assert_null (strstr (sms, "WW"));

  facts.channel = PIGA_FEEDBACK_CHANNEL_MAIL;
  facts.role = employer;
  subject = piga_letter_subject (&facts);
  g_assert_cmpstr (subject, ==, "Request for feedback on my interview");

  /* Each fits, not all together: the employer knows who it is. */
  facts.channel = PIGA_FEEDBACK_CHANNEL_SMS;
  facts.employer = "The Lake Basin Development Authority, Western Kenya Office";
  facts.role = "Assistant Monitoring, Evaluation and Learning Officer";
  facts.contact = "Professor Achieng Otieno";
  facts.name = "Amina Wanjiku";
  facts.phone = "+254 712 345 678";
  facts.interviewed_on = piga_day_new (2026, 11, 12);
  facts.first_question = PIGA_FEEDBACK_QUESTION_APPOINTED;
  facts.second_question = PIGA_FEEDBACK_QUESTION_PAPERS;
  crowded = piga_letter_text (&facts);
  g_assert_cmpint (g_utf8_strlen (crowded, -1), <=, PIGA_LETTER_SMS_LENGTH);
  g_assert_null (strstr (crowded, facts.employer));
  g_assert_nonnull (strstr (crowded, facts.role));
  g_assert_nonnull (strstr (crowded, facts.name));
}

/* A name that a network writes in 16 bits costs more, and is not left out for it. */
static void
test_foreign_name (void)
{
  PigaLetterFacts facts = { .channel = PIGA_FEEDBACK_CHANNEL_SMS, .name = "Wanjĩkũ" };
  g_autofree char *text = piga_letter_text (&facts);

  g_assert_true (g_str_has_suffix (text, " Wanjĩkũ"));
  g_assert_cmpuint (piga_letter_sms_parts (text), >, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  piga_language_prepare ("en", g_getenv ("PIGA_HATUA_LOCALEDIR"));

  g_test_add_func ("/letters/missing-facts", test_missing_facts);
  g_test_add_func ("/letters/language", test_language);
  g_test_add_func ("/letters/order", test_order);
  g_test_add_func ("/letters/addressing", test_addressing);
  g_test_add_func ("/letters/questions", test_questions);
  g_test_add_func ("/letters/one-question", test_one_question);
  g_test_add_func ("/letters/odd-facts", test_odd_facts);
  g_test_add_func ("/letters/long-facts", test_long_facts);
  g_test_add_func ("/letters/foreign-name", test_foreign_name);

  return g_test_run ();
}
