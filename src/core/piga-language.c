/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which language the program speaks.
 *
 * gettext follows LANGUAGE, but only while the locale of messages is a real one: under "C" and
 * "C.UTF-8" (seen with glibc 2.41) it does not translate at all. Many machines in Kenya run such
 * a locale or name one that is not installed; inside a Flatpak only C.UTF-8 and en_US.UTF-8 are
 * sure to be there. So the locale of messages falls back to any real one, only to let LANGUAGE
 * be heard. All is said through the environment, because GTK sets the locale from it again. */

#include "piga-language.h"

#include "piga-catalogue.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

static const char *const fallback_locales[] = { "en_US.UTF-8", "en_GB.UTF-8", "sw_KE.UTF-8",
                                                "sw_TZ.UTF-8", NULL };

/* LC_ALL is missing on purpose: move_lc_all() deals with it. */
static const char *const categories[] = {
  "LC_ADDRESS",  "LC_COLLATE", "LC_CTYPE",   "LC_IDENTIFICATION", "LC_MEASUREMENT", "LC_MESSAGES",
  "LC_MONETARY", "LC_NAME",    "LC_NUMERIC", "LC_PAPER",          "LC_TELEPHONE",   "LC_TIME",
};

/* "swg" is Swabian, so the code must end where the language ends. */
static gboolean
is_language (const char *locale, const char *code)
{
  gsize length = strlen (code);

  return strncmp (locale, code, length) == 0 && strchr ("_.@", locale[length]) != NULL;
}

static const char *
spoken_language (const char *locale)
{
  if (is_language (locale, PIGA_LANGUAGE_KISWAHILI))
    return PIGA_LANGUAGE_KISWAHILI;
  if (is_language (locale, PIGA_LANGUAGE_ENGLISH))
    return PIGA_LANGUAGE_ENGLISH;
  return NULL;
}

/* The first of the person's own languages that is also @wanted (%NULL: that the program speaks).
 * It is taken as it is spelled, so that GTK's own words stay those of, say, en_GB. The whole list
 * is not kept: with "en:sw" gettext would pass over English, which has no catalogue. */
static char *
find_language (const char *wanted)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *spoken = spoken_language (names[i]);

      if (spoken != NULL && (wanted == NULL || g_str_equal (spoken, wanted)))
        return g_strdup (names[i]);
    }

  return g_strdup (wanted != NULL ? wanted : PIGA_LANGUAGE_ENGLISH);
}

static void
unset_categories (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (categories); i++)
    g_unsetenv (categories[i]);
}

/* LC_ALL speaks for every category. LANG does the same, but lets single ones differ. */
static void
move_lc_all (void)
{
  g_autofree char *lc_all = g_strdup (g_getenv ("LC_ALL"));

  g_unsetenv ("LC_ALL");
  if (lc_all == NULL || lc_all[0] == '\0')
    return;

  unset_categories ();
  g_setenv ("LANG", lc_all, TRUE);
}

static gboolean
is_real_locale (const char *locale)
{
  return locale != NULL && !is_language (locale, "C") && !g_str_equal (locale, "POSIX");
}

static const char *
find_fallback_locale (void)
{
  for (guint i = 0; fallback_locales[i] != NULL; i++)
    if (setlocale (LC_MESSAGES, fallback_locales[i]) != NULL)
      return fallback_locales[i];

  return "C.UTF-8";
}

static void
set_locale (void)
{
  move_lc_all ();
  g_setenv ("LC_NUMERIC", "C", TRUE);

  if (setlocale (LC_ALL, "") == NULL)
    {
      unset_categories ();
      g_setenv ("LANG", find_fallback_locale (), TRUE);
      g_setenv ("LC_NUMERIC", "C", TRUE);
      setlocale (LC_ALL, "");
    }
  else if (!is_real_locale (setlocale (LC_MESSAGES, NULL)))
    {
      g_setenv ("LC_MESSAGES", find_fallback_locale (), TRUE);
      setlocale (LC_MESSAGES, "");
    }
}

/**
 * piga_language_prepare:
 * @choice: `system`, `en` or `sw`; anything else counts as `system`
 * @locale_dir: the folder of the message catalogues
 *
 * Makes the process speak the chosen language. To be called first in main(), before any thread
 * is started. With `system`, it is the first of the person's languages that the program speaks;
 * English when there is none.
 *
 * Numbers are written with a decimal point whatever the locale, as both languages do in Kenya.
 *
 * It changes LANGUAGE and the locale's variables in the environment, so that a later
 * setlocale (LC_ALL, "") (GTK's) and child processes (the help viewer) agree. A program that
 * starts itself again must hand on the environment from before this call.
 */
void
piga_language_prepare (const char *choice, const char *locale_dir)
{
  g_autofree char *language = NULL;
  const char *wanted = NULL;

  if (g_strcmp0 (choice, PIGA_LANGUAGE_ENGLISH) == 0
      || g_strcmp0 (choice, PIGA_LANGUAGE_KISWAHILI) == 0)
    wanted = choice;

  language = find_language (wanted);
  g_setenv ("LANGUAGE", language, TRUE);
  set_locale ();

  bindtextdomain (GETTEXT_PACKAGE, locale_dir);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/**
 * piga_language_current:
 *
 * Tells which language the program's texts are in. That is `en`, whatever was chosen, on a
 * machine that has no real locale at all.
 *
 * Returns: (transfer none): `en` or `sw`
 */
const char *
piga_language_current (void)
{
  const char *language = g_getenv ("LANGUAGE");

  if (language == NULL || !is_language (language, PIGA_LANGUAGE_KISWAHILI)
      || !is_real_locale (setlocale (LC_MESSAGES, NULL)))
    return PIGA_LANGUAGE_ENGLISH;

  return PIGA_LANGUAGE_KISWAHILI;
}

static PigaCatalogue *
open_kiswahili (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path =
    g_build_filename (bindtextdomain (GETTEXT_PACKAGE, NULL), PIGA_LANGUAGE_KISWAHILI,
                      "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  PigaCatalogue *catalogue = piga_catalogue_open (path, &error);

  if (catalogue != NULL)
    return catalogue;

  g_warning ("No texts in Kiswahili: %s", error->message);
  return piga_catalogue_new_empty ();
}

/**
 * piga_language_text:
 * @language: `en` or `sw`
 * @msgid: a message id without context
 *
 * Gives a text in a language, whichever the program speaks: the letters, prompts and questions
 * can be had in both. May be called from any thread.
 *
 * Returns: (transfer none): the text, which lives as long as the process; @msgid itself where
 *   there is no translation
 */
const char *
piga_language_text (const char *language, const char *msgid)
{
  static PigaCatalogue *kiswahili;
  const char *text;

  if (msgid[0] == '\0' || !g_str_equal (language, PIGA_LANGUAGE_KISWAHILI))
    return msgid;

  if (g_once_init_enter_pointer (&kiswahili))
    g_once_init_leave_pointer (&kiswahili, open_kiswahili ());

  text = piga_catalogue_lookup (kiswahili, msgid);
  return text != NULL ? text : msgid;
}

/**
 * piga_language_text_in_context:
 * @language: `en` or `sw`
 * @context: the context of the message
 * @msgid: its message id
 *
 * Gives a text in a language, as piga_language_text() does.
 *
 * Returns: (transfer none): the text, which lives as long as the process; @msgid itself where
 *   there is no translation
 */
const char *
piga_language_text_in_context (const char *language, const char *context, const char *msgid)
{
  /* So a catalogue joins the two. */
  g_autofree char *key = g_strconcat (context, "\004", msgid, NULL);
  const char *text = piga_language_text (language, key);

  return text != key ? text : msgid;
}

static void
append_grouped (GString *text, const char *digits, gsize n_digits)
{
  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
}

/**
 * piga_language_number:
 * @number: a finite number
 *
 * Writes a number as Kenya does in both languages: comma thousands, decimal point, at most two
 * decimals and no idle ones: "4", "2.5", "1,250".
 *
 * Returns: (transfer full): the text
 */
char *
piga_language_number (double number)
{
  /* The largest double has 309 digits before the point. */
  char digits[320];
  g_autoptr (GString) text = g_string_new (NULL);
  gsize n_digits, length;

  g_return_val_if_fail (isfinite (number), g_strdup ("0"));

  g_ascii_formatd (digits, sizeof digits, "%.2f", fabs (number));
  length = strlen (digits);
  n_digits = length - 3;
  while (digits[length - 1] == '0' && length > n_digits)
    length--;
  if (length == n_digits + 1)
    length--;

  if (number < 0 && strncmp (digits, "0.00", 4) != 0)
    g_string_append (text, "\u2212");
  append_grouped (text, digits, n_digits);
  g_string_append_len (text, digits + n_digits, length - n_digits);

  return g_string_free_and_steal (g_steal_pointer (&text));
}
