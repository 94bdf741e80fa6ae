/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Underlines the words of a text that the dictionary does not know, when the person wants it and a
 * dictionary of the interface's language is there; where none is, as mostly for Kiswahili, it is
 * quietly off. A dictionary of another language would underline every word. */

#include "piga-spelling.h"

#include <glib/gi18n-lib.h>
#include <libspelling.h>
#include <string.h>

/* Above this, going through the text again costs more than the underlines give. */
#define LONGEST_CHECKED (256 * 1024)

struct _PigaSpelling
{
  GObject parent_instance;

  GtkTextView *view; /* borrowed, cleared when it goes */

  GSettings *settings;
  SpellingTextBufferAdapter *adapter;
  char *dictionary;
};

G_DEFINE_FINAL_TYPE (PigaSpelling, piga_spelling, G_TYPE_OBJECT)

/* English as it is written in Kenya comes first, then as it is written elsewhere. */
static const char *const english[] = { "en_KE", "en_GB", "en_ZA", "en_AU", "en_US", NULL };
static const char *const kiswahili[] = { "sw_KE", "sw_TZ", "sw", NULL };

/* Returns: (nullable): the code of the best dictionary that is there */
static char *
find_dictionary (const char *language)
{
  const char *const *codes = g_str_equal (language, "sw") ? kiswahili : english;
  SpellingProvider *provider = spelling_provider_get_default ();

  for (guint i = 0; codes[i] != NULL; i++)
    if (spelling_provider_supports_language (provider, codes[i]))
      return g_strdup (codes[i]);
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
  g_menu_append (words, _("_Add to Dictionary"), "spelling.add");
  g_menu_append (words, _("_Ignore Word"), "spelling.ignore");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  return G_MENU_MODEL (menu);
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
start (PigaSpelling *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  g_autoptr (SpellingChecker) checker = NULL;
  g_autoptr (GMenuModel) menu = NULL;

  if (gtk_text_buffer_get_char_count (buffer) > LONGEST_CHECKED)
    return;

  checker = spelling_checker_new (spelling_provider_get_default (), self->dictionary);
  self->adapter = spelling_text_buffer_adapter_new (GTK_SOURCE_BUFFER (buffer), checker);
  menu = create_menu (self->adapter);
  gtk_text_view_set_extra_menu (self->view, menu);
  gtk_widget_insert_action_group (GTK_WIDGET (self->view), "spelling",
                                  G_ACTION_GROUP (self->adapter));
  spelling_text_buffer_adapter_set_enabled (self->adapter, TRUE);
}

static void
update (PigaSpelling *self)
{
  stop (self);
  if (self->view != NULL && self->dictionary != NULL
      && GTK_SOURCE_IS_BUFFER (gtk_text_view_get_buffer (self->view))
      && g_settings_get_boolean (self->settings, "spell-check"))
    start (self);
}

static void
piga_spelling_dispose (GObject *object)
{
  PigaSpelling *self = PIGA_SPELLING (object);

  stop (self);
  g_clear_weak_pointer (&self->view);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (piga_spelling_parent_class)->dispose (object);
}

static void
piga_spelling_finalize (GObject *object)
{
  g_free (PIGA_SPELLING (object)->dictionary);

  G_OBJECT_CLASS (piga_spelling_parent_class)->finalize (object);
}

static void
piga_spelling_class_init (PigaSpellingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_spelling_dispose;
  G_OBJECT_CLASS (klass)->finalize = piga_spelling_finalize;
}

static void
piga_spelling_init (PigaSpelling *self)
{
}

/**
 * piga_spelling_new:
 * @view: the view whose text is checked, whichever buffer it shows
 * @settings: the settings, of which "spell-check" is followed
 * @language: the language of the interface, "en" or "sw"
 *
 * Returns: (transfer full): the spell checker of @view; it reads the dictionary now
 */
PigaSpelling *
piga_spelling_new (GtkSourceView *view, GSettings *settings, const char *language)
{
  PigaSpelling *self = g_object_new (PIGA_TYPE_SPELLING, NULL);

  g_set_weak_pointer (&self->view, GTK_TEXT_VIEW (view));
  self->settings = g_object_ref (settings);
  self->dictionary = find_dictionary (language);

  g_signal_connect_object (view, "notify::buffer", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::spell-check", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  return self;
}

/**
 * piga_spelling_get_dictionary:
 * @self: the spell checker
 *
 * Returns: (transfer none) (nullable): the code of the dictionary; %NULL where none is there
 */
const char *
piga_spelling_get_dictionary (PigaSpelling *self)
{
  return self->dictionary;
}
