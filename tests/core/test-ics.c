/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Calendar files. */

#include "files/piga-ics.h"
#include "piga-test-sense.h"
#include "sense/piga-due.h"

/* 2026-11-22 09:05:07 UTC */
#define NOW G_GINT64_CONSTANT (1795338307000000)

static PigaDue *
new_due (PigaDueKind kind, const char *day, const char *summary)
{
  PigaDue *due = g_new0 (PigaDue, 1);

  due->kind = kind;
  due->record =
    piga_record_new_with_id (PIGA_TYPE_JOB_APPLICATION, "01990000-0000-7000-8000-000000000001");
  due->day = piga_test_day (day);
  due->summary = g_strdup (summary);
  return due;
}

static char *
write_one (PigaDueKind kind, const char *day, const char *summary)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new_with_free_func ((GDestroyNotify) piga_due_free);

  g_ptr_array_add (due, new_due (kind, day, summary));
  return piga_ics_from_due (due, NOW);
}

static void
test_event (void)
{
  piga_test_assert_text (
    write_one (PIGA_DUE_CLOSING, "2026-12-31", "Applications close: Clerk, Safari"),
    "BEGIN:VCALENDAR\r\n"
    "VERSION:2.0\r\n"
    "PRODID:-//Piga Hatua//Piga Hatua//EN\r\n"
    "CALSCALE:GREGORIAN\r\n"
    "BEGIN:VEVENT\r\n"
    "UID:01990000-0000-7000-8000-000000000001-closing@piga-hatua\r\n"
    "DTSTAMP:20261122T090507Z\r\n"
    "DTSTART;VALUE=DATE:20261231\r\n"
    "DTEND;VALUE=DATE:20270101\r\n"
    "SUMMARY:Applications close: Clerk\\, Safari\r\n"
    "CLASS:PRIVATE\r\n"
    "TRANSP:TRANSPARENT\r\n"
    "BEGIN:VALARM\r\n"
    "ACTION:DISPLAY\r\n"
    "DESCRIPTION:Applications close: Clerk\\, Safari\r\n"
    "TRIGGER:-P1D\r\n"
    "END:VALARM\r\n"
    "END:VEVENT\r\n"
    "END:VCALENDAR\r\n");
}

static void
test_kinds (void)
{
  static const char *const names[] = {
    [PIGA_DUE_INTERVIEW] = "-interview@",
    [PIGA_DUE_CLOSING] = "-closing@",
    [PIGA_DUE_FOLLOW_UP] = "-follow-up@",
    [PIGA_DUE_FEEDBACK] = "-feedback@",
    [PIGA_DUE_FEEDBACK_FOLLOW_UP] = "-feedback-follow-up@",
    [PIGA_DUE_GOAL] = "-goal@",
    [PIGA_DUE_MISSED] = "-closing@",
  };

  for (guint kind = 0; kind < G_N_ELEMENTS (names); kind++)
    {
      g_autofree char *ics = write_one (kind, "2026-03-15", "");

      g_assert_nonnull (strstr (ics, names[kind]));
    }
}

static void
test_escapes (void)
{
  static const struct
  {
    const char *text;
    const char *line;
  } texts[] = {
    { "a;b,c\\d", "\r\nSUMMARY:a\\;b\\,c\\\\d\r\n" },
    { "one\ntwo", "\r\nSUMMARY:one\\ntwo\r\n" },
    { "one\r\nEND:VEVENT", "\r\nSUMMARY:one\\nEND:VEVENT\r\n" },
    { "tab\tbell\a", "\r\nSUMMARY:tabbell\r\n" },
    { "", "\r\nSUMMARY:\r\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *ics = write_one (PIGA_DUE_GOAL, "2026-03-15", texts[i].text);

      g_assert_nonnull (strstr (ics, texts[i].line));
    }
}

/* Takes the folds out again and looks for @summary; no line is longer than 75 octets, and none
 * begins or ends within a character. */
static void
assert_folded (const char *ics, const char *summary)
{
  g_auto (GStrv) lines = g_strsplit (ics, "\r\n", -1);
  g_auto (GStrv) parts = g_strsplit (ics, "\r\n ", -1);
  g_autofree char *unfolded = g_strjoinv ("", parts);
  g_autofree char *line = g_strdup_printf ("\r\nSUMMARY:%s\r\n", summary);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
  g_assert_nonnull (strstr (unfolded, line));
}

static void
test_folds (void)
{
  for (guint length = 0; length < 300; length++)
    {
      g_autofree char *plain = g_strnfill (length, 'x');
      g_autoptr (GString) wide = g_string_new ("a");
      g_autofree char *plain_ics = write_one (PIGA_DUE_GOAL, "2026-03-15", plain);
      g_autofree char *wide_ics = NULL;

      for (guint i = 0; i < length; i++)
        g_string_append (wide, i % 2 == 0 ? "€" : "😀");
      wide_ics = write_one (PIGA_DUE_GOAL, "2026-03-15", wide->str);
      assert_folded (plain_ics, plain);
      assert_folded (wide_ics, wide->str);
    }
}

/* A text that fills a line is not folded; one more octet is. */
static void
test_full_line (void)
{
  g_autofree char *full = g_strnfill (75 - strlen ("SUMMARY:"), 'x');
  g_autofree char *more = g_strconcat (full, "y", NULL);
  g_autofree char *full_ics = write_one (PIGA_DUE_GOAL, "2026-03-15", full);
  g_autofree char *more_ics = write_one (PIGA_DUE_GOAL, "2026-03-15", more);

  g_assert_nonnull (strstr (full_ics, "x\r\nCLASS"));
  g_assert_nonnull (strstr (more_ics, "x\r\n y\r\nCLASS"));
}

static void
test_nothing (void)
{
  g_autoptr (GPtrArray) due = g_ptr_array_new ();

  piga_test_assert_text (piga_ics_from_due (due, NOW),
                         "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
                         "PRODID:-//Piga Hatua//Piga Hatua//EN\r\nCALSCALE:GREGORIAN\r\n"
                         "END:VCALENDAR\r\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ics/event", test_event);
  g_test_add_func ("/ics/kinds", test_kinds);
  g_test_add_func ("/ics/escapes", test_escapes);
  g_test_add_func ("/ics/folds", test_folds);
  g_test_add_func ("/ics/full-line", test_full_line);
  g_test_add_func ("/ics/nothing", test_nothing);

  return g_test_run ();
}
