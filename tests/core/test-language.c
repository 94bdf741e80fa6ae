/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The choice of language, under the locales that real machines have; texts in the other language;
 * numbers. */

#include <float.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "piga-catalogue.h"
#include "piga-language.h"

/* What a catalogue cannot be read without. */
#define HEADER_LENGTH 20

static const char *
get_locale_dir (void)
{
  return g_getenv ("PIGA_HATUA_LOCALEDIR");
}

/* Runs in a process of its own, under the environment that is to be tried. */
static void
tell (void)
{
  g_autofree char *ctype = NULL;

  piga_language_prepare (g_getenv ("CHOICE"), get_locale_dir ());
  ctype = g_strdup (setlocale (LC_CTYPE, NULL));
  /* GTK does this too; it must not undo the choice. */
  g_assert_nonnull (setlocale (LC_ALL, ""));
  g_assert_cmpstr (setlocale (LC_CTYPE, NULL), ==, ctype);

  g_print ("<%s|%s|%.1f>\n", piga_language_current (), _ ("Yesterday"), 2.5);
}

typedef struct
{
  const char *choice;
  const char *language;
  const char *lc_all;
  const char *lc_messages;
  const char *lang;
  const char *expected;
} Setting;

static const char english[] = "*<en|Yesterday|2.5>*";
static const char kiswahili[] = "*<sw|Jana|2.5>*";

static const Setting settings[] = {
  /* A choice holds under every locale. */
  { "sw", NULL, "C", NULL, NULL, kiswahili },
  { "sw", NULL, "POSIX", NULL, NULL, kiswahili },
  { "sw", NULL, "C.UTF-8", NULL, NULL, kiswahili },
  { "sw", NULL, "en_US.UTF-8", NULL, NULL, kiswahili },
  { "sw", NULL, "en_US", NULL, NULL, kiswahili },
  { "sw", NULL, "sw_TZ.UTF-8", NULL, NULL, kiswahili },
  { "sw", NULL, "bogus", NULL, NULL, kiswahili },
  { "sw", NULL, NULL, NULL, NULL, kiswahili },
  { "sw", NULL, NULL, NULL, "C.UTF-8", kiswahili },
  { "sw", NULL, NULL, "bogus", "C.UTF-8", kiswahili },
  { "sw", "en_GB:en", "C", "bogus", "bogus", kiswahili },
  { "sw", "fr", "fr_FR.UTF-8", NULL, NULL, kiswahili },
  { "en", NULL, "C", NULL, NULL, english },
  { "en", NULL, NULL, NULL, "sw_KE.UTF-8", english },
  { "en", "sw", "bogus", NULL, NULL, english },
  { "en", "sw:en", NULL, NULL, "en_US.UTF-8", english },
  /* The system's language, if it is one of ours. */
  { "system", NULL, NULL, NULL, "sw_KE.UTF-8", kiswahili },
  { "system", NULL, NULL, NULL, "sw_TZ.UTF-8", kiswahili },
  { "system", NULL, NULL, NULL, "sw", kiswahili },
  { "system", NULL, NULL, "sw_KE.UTF-8", "en_US.UTF-8", kiswahili },
  { "system", NULL, "sw_KE.UTF-8", "en_US.UTF-8", "en_US.UTF-8", kiswahili },
  { "system", "sw", NULL, NULL, "C.UTF-8", kiswahili },
  { "system", "fr:sw:en", NULL, NULL, "fr_FR.UTF-8", kiswahili },
  { "system", "sw_KE:sw:en", NULL, NULL, "en_US.UTF-8", kiswahili },
  { "system", "en_GB:en:sw", NULL, NULL, "en_US.UTF-8", english },
  { "system", NULL, NULL, NULL, "en_US.UTF-8", english },
  { "system", NULL, NULL, NULL, "fr_FR.UTF-8", english },
  { "system", NULL, NULL, NULL, "swg_DE.UTF-8", english },
  { "system", NULL, "C", NULL, "sw_KE.UTF-8", english },
  { "system", NULL, NULL, NULL, NULL, english },
  { "Kiswahili", NULL, NULL, NULL, "en_US.UTF-8", english },
};

static char **
set_or_unset (char **environment, const char *name, const char *value)
{
  return value != NULL ? g_environ_setenv (environment, name, value, TRUE)
                       : g_environ_unsetenv (environment, name);
}

static void
test_locales (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      const Setting *setting = &settings[i];
      g_auto (GStrv) environment = g_get_environ ();

      environment = set_or_unset (environment, "CHOICE", setting->choice);
      environment = set_or_unset (environment, "LANGUAGE", setting->language);
      environment = set_or_unset (environment, "LC_ALL", setting->lc_all);
      environment = set_or_unset (environment, "LC_MESSAGES", setting->lc_messages);
      environment = set_or_unset (environment, "LANG", setting->lang);

      g_test_message ("setting %u", i);
      g_test_trap_subprocess_with_envp ("/language/tell/subprocess",
                                        (const char *const *) environment, 0,
                                        G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stdout (setting->expected);
    }
}

/* LC_ALL says what holds for every category; taking it apart must not wake what it covered. */
static void
cover (void)
{
  g_setenv ("LC_ALL", "en_US.UTF-8", TRUE);
  g_setenv ("LC_CTYPE", "C", TRUE);
  piga_language_prepare ("sw", get_locale_dir ());
  g_assert_cmpstr (setlocale (LC_CTYPE, NULL), ==, "en_US.UTF-8");
}

static void
test_lc_all (void)
{
  g_test_trap_subprocess ("/language/cover/subprocess", 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

static void
test_switch (void)
{
  piga_language_prepare ("sw", get_locale_dir ());
  g_assert_cmpstr (piga_language_current (), ==, "sw");
  g_assert_cmpstr (_ ("Today"), ==, "Leo");

  piga_language_prepare ("en", get_locale_dir ());
  g_assert_cmpstr (piga_language_current (), ==, "en");
  g_assert_cmpstr (_ ("Today"), ==, "Today");
}

static void
test_other_language (void)
{
  static const char *const choices[] = { "en", "sw" };

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const char *text;

      piga_language_prepare (choices[i], get_locale_dir ());

      text = piga_language_text ("sw", "Tomorrow");
      g_assert_cmpstr (text, ==, "Kesho");
      g_assert_cmpstr (piga_language_text ("en", "Tomorrow"), ==, "Tomorrow");
      g_assert_true (text == piga_language_text ("sw", "Tomorrow"));
      /* Of a text with plural forms, the first. */
      g_assert_cmpstr (piga_language_text ("sw", "%u day ago"), ==, "Siku %u iliyopita");

      g_assert_cmpstr (piga_language_text_in_context ("sw", "month", "May"), ==, "Mei");
      g_assert_cmpstr (piga_language_text_in_context ("en", "month", "May"), ==, "May");
      g_assert_cmpstr (piga_language_text_in_context ("sw", "nowhere", "May"), ==, "May");
      g_assert_cmpstr (piga_language_text ("sw", "A text that nobody wrote"), ==,
                       "A text that nobody wrote");
      g_assert_cmpstr (piga_language_text ("sw", ""), ==, "");
      g_assert_cmpstr (piga_language_current (), ==, choices[i]);
    }
}

static char *
read_catalogue (gsize *length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
    g_build_filename (get_locale_dir (), "sw", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);
  return contents;
}

/* Every text of the catalogue is found as gettext finds it. */
static void
test_catalogue_is_whole (void)
{
  gsize length;
  g_autofree char *contents = read_catalogue (&length);
  guint32 n_messages, table;

  piga_language_prepare ("sw", get_locale_dir ());
  memcpy (&n_messages, contents + 8, 4);
  memcpy (&table, contents + 12, 4);
  n_messages = GUINT32_FROM_LE (n_messages);
  g_assert_cmpuint (n_messages, >, 40);

  for (guint32 i = 1; i < n_messages; i++)
    {
      guint32 offset;
      const char *msgid;

      memcpy (&offset, contents + GUINT32_FROM_LE (table) + i * 8 + 4, 4);
      msgid = contents + GUINT32_FROM_LE (offset);
      g_assert_cmpstr (piga_language_text ("sw", msgid), ==, g_dgettext (GETTEXT_PACKAGE, msgid));
    }
}

static gboolean
open_damaged (const char *contents, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaCatalogue) catalogue = NULL;
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "damaged.mo", NULL);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_file_set_contents_full (path, contents, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600,
                            &error);
  g_assert_no_error (error);

  catalogue = piga_catalogue_open (path, &error);
  if (catalogue == NULL)
    {
      g_assert_nonnull (error);
    }
  else
    {
      const char *text = piga_catalogue_lookup (catalogue, "Tomorrow");

      /* Whatever it is, it ends inside the file: a sanitizer would see otherwise. */
      g_assert_true (text == NULL || strlen (text) < length);
    }
  g_remove (path);
  return catalogue != NULL;
}

static void
test_catalogue_is_damaged (void)
{
  gsize length;
  g_autofree char *contents = read_catalogue (&length);
  g_autoptr (PigaCatalogue) missing = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (open_damaged (contents, length));
  for (gsize cut = 0; cut < length; cut += cut < 64 ? 1 : length / 100 + 1)
    g_assert_cmpint (open_damaged (contents, cut), ==, cut >= HEADER_LENGTH);

  for (gsize i = 0; i < 512; i++)
    {
      char kept = contents[i];
      gboolean in_magic = i < 4;
      gboolean in_major_revision = i == 6 || i == 7;

      contents[i] = (char) 0xff;
      g_assert_cmpint (open_damaged (contents, length), ==, !in_magic && !in_major_revision);
      contents[i] = kept;
    }

  missing = piga_catalogue_open ("/nowhere/at/all.mo", &error);
  g_assert_null (missing);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *text;
  } numbers[] = {
    { 0, "0" },        { -0.0, "0" },           { 4, "4" },
    { 2.5, "2.5" },    { 2.25, "2.25" },        { 10, "10" },
    { 100, "100" },    { 999, "999" },          { 1000, "1,000" },
    { 1250, "1,250" }, { 1234.5, "1,234.5" },   { 1000000, "1,000,000" },
    { 0.1, "0.1" },    { 0.05, "0.05" },        { 0.004, "0" },
    { -0.004, "0" },   { 0.999, "1" },          { 999.999, "1,000" },
    { -3, "−3" },      { -1250.5, "−1,250.5" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *text = piga_language_number (numbers[i].number);

      g_assert_cmpstr (text, ==, numbers[i].text);
    }
}

static void
test_largest_number (void)
{
  g_autofree char *text = piga_language_number (DBL_MAX);

  g_assert_cmpuint (strlen (text), ==, 309 + 102);
  g_assert_true (g_str_has_prefix (text, "179,769,"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/language/tell/subprocess", tell);
  g_test_add_func ("/language/cover/subprocess", cover);
  g_test_add_func ("/language/locales", test_locales);
  g_test_add_func ("/language/locales/lc-all", test_lc_all);
  g_test_add_func ("/language/switch", test_switch);
  g_test_add_func ("/language/other", test_other_language);
  g_test_add_func ("/language/catalogue/whole", test_catalogue_is_whole);
  g_test_add_func ("/language/catalogue/damaged", test_catalogue_is_damaged);
  g_test_add_func ("/language/numbers", test_numbers);
  g_test_add_func ("/language/numbers/largest", test_largest_number);

  return g_test_run ();
}
