/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Underlines the English words that the dictionary does not know, when the person wants it.
 *
 * Many write in both languages, whichever the interface speaks, and a dictionary underlines every
 * word of the other language. So the text itself tells: where the dictionary does not know half of
 * its words it is not English, and is left alone. A text that is too short to tell is taken to be
 * in the language of the interface.
 *
 * Kiswahili is not checked. The dictionary that there is lists some 68,000 forms of a language
 * whose verbs have thousands each; it would tell a person that one in eight of their right words is
 * wrong. */

#include "piga-spelling.h"

#include <glib/gi18n-lib.h>
#include <libspelling.h>
#include <string.h>

/* The words at the start of a text by which its language is told. */
#define MOST_SAMPLED 60
#define FEWEST_SAMPLED 6
/* How long after a change the language is looked at again, as long as the text is short. */
#define LOOK_AGAIN_MS 1500

struct _PigaSpelling
{
  GObject parent_instance;

  GtkTextView *view; /* borrowed, cleared when it goes */

  GSettings *settings;
  SpellingTextBufferAdapter *adapter;
  SpellingChecker *checker; /* NULL without a dictionary */
  gboolean expects_english; /* of a text that is too short to tell */
  GSignalGroup *buffer_signals;
  guint look_again;
};

G_DEFINE_FINAL_TYPE (PigaSpelling, piga_spelling, G_TYPE_OBJECT)

/* English as it is written in Kenya comes first, then as it is written elsewhere. */
static const char *const english[] = { "en_KE", "en_GB", "en_ZA", "en_AU", "en_US", NULL };

/* Returns: (nullable) (transfer full): a checker with the best dictionary that is there */
static SpellingChecker *
create_checker (void)
{
  SpellingProvider *provider = spelling_provider_get_default ();

  for (guint i = 0; english[i] != NULL; i++)
    if (spelling_provider_supports_language (provider, english[i]))
      return spelling_checker_new (provider, english[i]);
  return NULL;
}

/* libspelling's own menu knows no Kiswahili and offers languages that are not there. Its first
 * section is the list of corrections, which is all that can be taken from it. */
static GMenuModel *
create_menu (SpellingTextBufferAdapter *adapter)
{
  GMenuModel *whole = spelling_text_buffer_adapter_get_menu_model (adapter);
  g_autoptr (GMenuModel) corrections = g_menu_model_get_item_link (whole, 0, G_MENU_LINK_SECTION);
  g_autoptr (GMenu) words = g_menu_new ();
  GMenu *menu = g_menu_new ();

  if (corrections != NULL)
    g_menu_append_section (menu, NULL, corrections);
  g_menu_append (words, _ ("_Add to Dictionary"), "spelling.add");
  g_menu_append (words, _ ("_Ignore Word"), "spelling.ignore");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  return G_MENU_MODEL (menu);
}

/* Returns: (transfer full): the start of the text in words, without what is no word */
static GPtrArray *
sample_words (GtkTextBuffer *buffer)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (buffer, &start);
  while (words->len < MOST_SAMPLED)
    {
      while (!gtk_text_iter_starts_word (&start))
        if (!gtk_text_iter_forward_char (&start))
          return words;
      end = start;
      gtk_text_iter_forward_word_end (&end);
      if (g_unichar_isalpha (gtk_text_iter_get_char (&start)))
        g_ptr_array_add (words, gtk_text_iter_get_text (&start, &end));
      start = end;
    }
  return words;
}

static gboolean
is_english (PigaSpelling *self, GtkTextBuffer *buffer)
{
  g_autoptr (GPtrArray) words = sample_words (buffer);
  guint n_known = 0;

  if (words->len < FEWEST_SAMPLED)
    return self->expects_english;

  for (guint i = 0; i < words->len; i++)
    if (spelling_checker_check_word (self->checker, words->pdata[i], -1))
      n_known++;
  return n_known * 2 >= words->len;
}

static void
stop (PigaSpelling *self)
{
  if (self->adapter != NULL)
    spelling_text_buffer_adapter_set_enabled (self->adapter, FALSE);
  g_clear_object (&self->adapter);
  if (self->view == NULL)
    return;

  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "spelling", NULL);
  gtk_text_view_set_extra_menu (self->view, NULL);
}

static void
start (PigaSpelling *self, GtkTextBuffer *buffer)
{
  g_autoptr (GMenuModel) menu = NULL;

  self->adapter = spelling_text_buffer_adapter_new (GTK_SOURCE_BUFFER (buffer), self->checker);
  menu = create_menu (self->adapter);
  gtk_text_view_set_extra_menu (self->view, menu);
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "spelling",
                                  G_ACTION_GROUP (self->adapter));
  spelling_text_buffer_adapter_set_enabled (self->adapter, TRUE);
}

/* Returns: (nullable): the text that is to be checked */
static GtkTextBuffer *
get_buffer (PigaSpelling *self)
{
  GtkTextBuffer *buffer = self->view != NULL ? gtk_text_view_get_buffer (self->view) : NULL;

  if (self->checker == NULL || buffer == NULL
      || !g_settings_get_boolean (self->settings, "spell-check")
      || piga_body_buffer_is_long (PIGA_BODY_BUFFER (buffer)))
    return NULL;
  return buffer;
}

static void
update (PigaSpelling *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextBuffer *checked =
    self->adapter != NULL
      ? GTK_TEXT_BUFFER (spelling_text_buffer_adapter_get_buffer (self->adapter))
      : NULL;

  if (buffer != NULL && !is_english (self, buffer))
    buffer = NULL;
  if (buffer != NULL && buffer == checked)
    return;

  stop (self);
  if (buffer != NULL)
    start (self, buffer);
}

static void
look_again_cb (gpointer user_data)
{
  PigaSpelling *self = user_data;

  self->look_again = 0;
  update (self);
}

/* After so many words the language is known, and nobody looks again. */
static void
changed_cb (PigaSpelling *self, GtkTextBuffer *buffer)
{
  if (self->look_again == 0 && gtk_text_buffer_get_char_count (buffer) < MOST_SAMPLED * 8)
    self->look_again = g_timeout_add_once (LOOK_AGAIN_MS, look_again_cb, self);
}

static void
buffer_cb (PigaSpelling *self)
{
  g_clear_handle_id (&self->look_again, g_source_remove);
  g_signal_group_set_target (self->buffer_signals, gtk_text_view_get_buffer (self->view));
  update (self);
}

static void
piga_spelling_dispose (GObject *object)
{
  PigaSpelling *self = PIGA_SPELLING (object);

  stop (self);
  g_clear_handle_id (&self->look_again, g_source_remove);
  g_clear_object (&self->buffer_signals);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->checker);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (piga_spelling_parent_class)->dispose (object);
}

static void
piga_spelling_class_init (PigaSpellingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_spelling_dispose;
}

static void
piga_spelling_init (PigaSpelling *self)
{
  self->buffer_signals = g_signal_group_new (PIGA_TYPE_BODY_BUFFER);
  g_signal_group_connect_swapped (self->buffer_signals, "changed", G_CALLBACK (changed_cb), self);
  g_signal_group_connect_swapped (self->buffer_signals, "notify::long", G_CALLBACK (update), self);
}

/**
 * piga_spelling_new:
 * @view: the view whose text is checked, whichever buffer it shows
 * @settings: the settings, of which "spell-check" is followed
 * @language: the language of the interface, "en" or "sw"
 *
 * Returns: (transfer full): the spell checker of @view; it reads a dictionary now
 */
PigaSpelling *
piga_spelling_new (PigaBodyView *view, GSettings *settings, const char *language)
{
  PigaSpelling *self = g_object_new (PIGA_TYPE_SPELLING, NULL);

  g_set_weak_pointer (&self->view, GTK_TEXT_VIEW (view));
  self->settings = g_object_ref (settings);
  self->checker = create_checker ();
  self->expects_english = g_str_equal (language, "en");

  g_signal_connect_object (view, "notify::buffer", G_CALLBACK (buffer_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::spell-check", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  buffer_cb (self);
  return self;
}

/**
 * piga_spelling_get_dictionary:
 * @self: the spell checker
 *
 * Returns: (transfer none) (nullable): the code of the dictionary that the text is checked with;
 *   %NULL where it is not checked
 */
const char *
piga_spelling_get_dictionary (PigaSpelling *self)
{
  return self->adapter != NULL ? spelling_text_buffer_adapter_get_language (self->adapter) : NULL;
}
