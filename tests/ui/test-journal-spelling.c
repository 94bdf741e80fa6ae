/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <libspelling.h>

#include "journal/piga-body-view.h"
#include "journal/piga-spelling.h"

static gboolean
has_dictionary (const char *code)
{
  return spelling_provider_supports_language (spelling_provider_get_default (), code);
}

static void
assert_language (PigaSpelling *spelling, const char *language)
{
  const char *dictionary = piga_spelling_get_dictionary (spelling);

  if (language == NULL)
    g_assert_null (dictionary);
  else
    {
      g_assert_nonnull (dictionary);
      g_assert_true (g_str_has_prefix (dictionary, language));
    }
}

static void
show_text (GtkWidget *view, const char *text)
{
  g_autoptr (PigaBodyBuffer) buffer = piga_body_buffer_new ();

  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (buffer), text, -1);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (view), GTK_TEXT_BUFFER (buffer));
}

static void
test_text_tells (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWidget *view = g_object_ref_sink (g_object_new (PIGA_TYPE_BODY_VIEW, NULL));
  g_autoptr (PigaSpelling) spelling = NULL;

  if (!has_dictionary ("en_US"))
    {
      g_test_skip ("the dictionary en_US is not there");
      g_object_unref (view);
      return;
    }

  spelling = piga_spelling_new (PIGA_BODY_VIEW (view), settings, "sw");
  assert_language (spelling, NULL);
  show_text (view, "The panel asked about a conflict and I went blank.");
  assert_language (spelling, "en");
  show_text (view, "Leo asubuhi nilikwenda kwenye mahojiano na watu wengi sana.");
  assert_language (spelling, NULL);

  g_settings_set_boolean (settings, "spell-check", FALSE);
  show_text (view, "The panel asked about a conflict and I went blank.");
  assert_language (spelling, NULL);
  g_settings_set_boolean (settings, "spell-check", TRUE);
  assert_language (spelling, "en");
  g_settings_reset (settings, "spell-check");

  g_clear_object (&spelling);
  g_object_unref (view);
}

/* In a very long text it costs more than it gives. */
static void
test_long (void)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  GtkWidget *view = g_object_ref_sink (g_object_new (PIGA_TYPE_BODY_VIEW, NULL));
  g_autoptr (PigaSpelling) spelling = NULL;
  g_autofree char *filler = g_strnfill (PIGA_BODY_BUFFER_LONGEST_SHORT, ' ');
  GtkTextBuffer *buffer;

  if (!has_dictionary ("en_US"))
    {
      g_test_skip ("the dictionary en_US is not there");
      g_object_unref (view);
      return;
    }

  show_text (view, "The panel asked about a conflict and I went blank.");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  spelling = piga_spelling_new (PIGA_BODY_VIEW (view), settings, "sw");
  assert_language (spelling, "en");
  gtk_text_buffer_insert_at_cursor (buffer, filler, -1);
  assert_language (spelling, NULL);
  gtk_text_buffer_undo (buffer);
  assert_language (spelling, "en");

  g_clear_object (&spelling);
  g_object_unref (view);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/journal-spelling/text-tells", test_text_tells);
  g_test_add_func ("/journal-spelling/long", test_long);
  return g_test_run ();
}
