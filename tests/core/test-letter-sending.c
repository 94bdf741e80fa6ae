/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How letters leave: what a text message costs, and the address that opens a mail program. */

#include <gio/gio.h>
#include <string.h>

#include "letters/piga-letter.h"
#include "piga-language.h"

static void
test_sms_parts (void)
{
  static const struct
  {
    const char *letter;
    guint n;
    guint parts;
  } messages[] = {
    { "a", 0, 0 },   { "a", 1, 1 },    { "a", 160, 1 }, { "a", 161, 2 }, { "a", 306, 2 },
    { "a", 307, 3 }, { "€", 80, 1 },   { "€", 81, 2 },  { "[", 153, 2 }, { "[", 154, 3 },
    { "é", 160, 1 }, { "\n", 160, 1 }, { "’", 70, 1 },  { "’", 71, 2 },  { "ĩ", 134, 2 },
    { "ĩ", 135, 3 }, { "🙂", 35, 1 },  { "🙂", 36, 2 }, { "`", 71, 2 },  { "@", 161, 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < messages[i].n; j++)
        g_string_append (text, messages[i].letter);
      g_test_message ("%u of %s", messages[i].n, messages[i].letter);
      g_assert_cmpuint (piga_letter_sms_parts (text->str), ==, messages[i].parts);
    }
}

static char *
with_mail_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  return g_strjoinv ("\r\n", lines);
}

static void
check_mailto (const char *to, const char *subject, const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GHashTable) headers = NULL;
  g_autofree char *text = piga_letter_mailto (to, subject, body);
  g_autofree char *expected = with_mail_lines (body);
  g_autofree char *back = NULL;

  g_assert_true (g_str_is_ascii (text));
  g_assert_null (strpbrk (text, " \r\n\"<>+"));
  uri = g_uri_parse (text, G_URI_FLAGS_ENCODED, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_uri_get_scheme (uri), ==, "mailto");
  back = g_uri_unescape_string (g_uri_get_path (uri), NULL);
  g_assert_cmpstr (back, ==, to);

  headers = g_uri_parse_params (g_uri_get_query (uri), -1, "&", G_URI_PARAMS_NONE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (headers), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (headers, "subject"), ==, subject);
  g_assert_cmpstr (g_hash_table_lookup (headers, "body"), ==, expected);
}

static void
test_mailto (void)
{
  PigaLetterFacts facts = {
    .employer = "Mwangi & Sons Ltd.",
    .role = "100% Clerk",
    .contact = "Achieng O’Otieno",
    .name = "Ng'ang'a",
    .interviewed_on = piga_day_new (2026, 11, 12),
    .second_question = PIGA_FEEDBACK_QUESTION_AGAIN,
  };
  g_autofree char *broken = NULL;

  for (guint way = 0; way < 4; way++)
    {
      g_autofree char *subject = NULL;
      g_autofree char *body = NULL;

      facts.language = way % 2;
      facts.tone = way / 2;
      subject = piga_letter_subject (&facts);
      body = piga_letter_text (&facts);
      check_mailto ("hr@ziwa.example", subject, body);
    }
  check_mailto ("", "50% & “more” = ?", "“Ng'ang'a” & Sons\n\n<b>1+1=2</b> #1 100%25\n");
  check_mailto ("o'neil+jobs@ziwa.example", "", "");
  check_mailto ("a?bcc=b@c.example&x", "s", "b");

  /* A line break in a header would begin another. */
  broken = piga_letter_mailto (" hr@ziwa.example\n", "One\r\nBcc: two", "a\r\nb\rc");
  g_assert_cmpstr (broken, ==,
                   "mailto:hr@ziwa.example?subject=One%20%20Bcc%3A%20two&body=a%0D%0Ab%0D%0Ac");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  piga_language_prepare ("en", g_getenv ("PIGA_HATUA_LOCALEDIR"));

  g_test_add_func ("/letter-sending/sms-parts", test_sms_parts);
  g_test_add_func ("/letter-sending/mailto", test_mailto);

  return g_test_run ();
}
