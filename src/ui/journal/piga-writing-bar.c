/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The quiet bar below the text: step, mood, number of words, and whether it is saved.
 *
 * The words are counted when the text is taken for a save, not at each key, and on another thread,
 * so that a book of an entry is written in as lightly as a line. */

#include "config.h"

#include "piga-writing-bar.h"

#include <glib/gi18n-lib.h>

#include "piga-mood-button.h"
#include "piga-save-mark.h"
#include "piga-step-chooser.h"
#include "piga-words.h"

struct _PigaWritingBar
{
  AdwBin parent_instance;

  PigaStepChooser *step;
  PigaMoodButton *mood;
  GtkLabel *words;
  PigaSaveMark *mark;

  PigaDraft *draft;
  GSignalGroup *entry_signals;
  GCancellable *counting;

  gboolean showing;
};

G_DEFINE_FINAL_TYPE (PigaWritingBar, piga_writing_bar, ADW_TYPE_BIN)

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaWritingBar) self = user_data;
  g_autofree char *label = NULL;
  guint n_words;

  /* Cancelled: a newer text is being counted, or the bar has gone. */
  if (!piga_words_count_finish (result, &n_words, NULL))
    return;

  label =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u word", "%'u words", n_words), n_words);
  gtk_label_set_label (self->words, label);
}

static void
stop_counting (PigaWritingBar *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
}

static void
count_words (PigaWritingBar *self)
{
  PigaEntry *entry = piga_draft_get_entry (self->draft);

  stop_counting (self);
  self->counting = g_cancellable_new ();
  piga_words_count_async (piga_record_get_text (entry, PIGA_ENTRY_BODY), self->counting, counted_cb,
                          g_object_ref (self));
}

static void
show_entry (PigaWritingBar *self)
{
  PigaEntry *entry = piga_draft_get_entry (self->draft);

  self->showing = TRUE;
  piga_step_chooser_set_step (self->step, piga_record_get_integer (entry, PIGA_ENTRY_STEP));
  piga_mood_button_set_mood (self->mood, piga_record_get_integer (entry, PIGA_ENTRY_MOOD));
  self->showing = FALSE;
}

static void
step_cb (PigaWritingBar *self)
{
  if (!self->showing && self->draft != NULL)
    piga_draft_set_step (self->draft, piga_step_chooser_get_step (self->step));
}

static void
mood_cb (PigaWritingBar *self)
{
  if (!self->showing && self->draft != NULL)
    piga_draft_set_mood (self->draft, piga_mood_button_get_mood (self->mood));
}

static void
piga_writing_bar_dispose (GObject *object)
{
  PigaWritingBar *self = PIGA_WRITING_BAR (object);

  stop_counting (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_WRITING_BAR);
  g_clear_object (&self->entry_signals);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (piga_writing_bar_parent_class)->dispose (object);
}

static void
piga_writing_bar_class_init (PigaWritingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_writing_bar_dispose;

  g_type_ensure (PIGA_TYPE_MOOD_BUTTON);
  g_type_ensure (PIGA_TYPE_SAVE_MARK);
  g_type_ensure (PIGA_TYPE_STEP_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-writing-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaWritingBar, step);
  gtk_widget_class_bind_template_child (widget_class, PigaWritingBar, mood);
  gtk_widget_class_bind_template_child (widget_class, PigaWritingBar, words);
  gtk_widget_class_bind_template_child (widget_class, PigaWritingBar, mark);
  gtk_widget_class_bind_template_callback (widget_class, step_cb);
  gtk_widget_class_bind_template_callback (widget_class, mood_cb);
}

static void
piga_writing_bar_init (PigaWritingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->entry_signals = g_signal_group_new (PIGA_TYPE_ENTRY);
  g_signal_group_connect_swapped (self->entry_signals, "notify::step", G_CALLBACK (show_entry),
                                  self);
  g_signal_group_connect_swapped (self->entry_signals, "notify::mood", G_CALLBACK (show_entry),
                                  self);
  g_signal_group_connect_swapped (self->entry_signals, "notify::body", G_CALLBACK (count_words),
                                  self);
}

/**
 * piga_writing_bar_set_draft:
 * @self: the bar
 * @draft: (nullable): the draft to tell of and to change
 */
void
piga_writing_bar_set_draft (PigaWritingBar *self, PigaDraft *draft)
{
  if (!g_set_object (&self->draft, draft))
    return;

  stop_counting (self);
  gtk_label_set_label (self->words, "");
  piga_save_mark_set_draft (self->mark, draft);
  g_signal_group_set_target (self->entry_signals,
                             draft != NULL ? piga_draft_get_entry (draft) : NULL);
  if (draft == NULL)
    return;

  show_entry (self);
  count_words (self);
}

/**
 * piga_writing_bar_set_narrow:
 * @self: the bar
 * @narrow: whether there is little room
 *
 * Leaves out the number of words where there is little room.
 */
void
piga_writing_bar_set_narrow (PigaWritingBar *self, gboolean narrow)
{
  gtk_widget_set_visible (GTK_WIDGET (self->words), !narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->mark), narrow);
}
