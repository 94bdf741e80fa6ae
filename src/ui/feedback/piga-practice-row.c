/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-practice-row.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-field-binding.h"
#include "kit/piga-record-draft.h"
#include "kit/piga-record-remove.h"

struct _PigaPracticeRow
{
  AdwEntryRow parent_instance;

  PigaContext *context;
  PigaRecordDraft *draft;
};

G_DEFINE_FINAL_TYPE (PigaPracticeRow, piga_practice_row, ADW_TYPE_ENTRY_ROW)

static void
remove_cb (PigaPracticeRow *self)
{
  piga_record_draft_flush (self->draft);
  piga_record_remove (GTK_WIDGET (self), piga_context_get_store (self->context),
                      piga_record_draft_get_record (self->draft), _ ("Question deleted"));
}

static void
piga_practice_row_dispose (GObject *object)
{
  PigaPracticeRow *self = PIGA_PRACTICE_ROW (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_practice_row_parent_class)->dispose (object);
}

static void
piga_practice_row_class_init (PigaPracticeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_practice_row_dispose;
}

static void
piga_practice_row_init (PigaPracticeRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("Question to practise"));
  gtk_widget_set_tooltip_text (button, _ ("Delete Question"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
}

/**
 * piga_practice_row_new:
 * @context: the context
 * @question: a question to practise
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
piga_practice_row_new (PigaContext *context, PigaQuestion *question)
{
  PigaPracticeRow *self = g_object_new (PIGA_TYPE_PRACTICE_ROW, NULL);

  self->context = g_object_ref (context);
  self->draft = piga_record_draft_new (piga_context_get_store (context), question);
  piga_field_bind (question, PIGA_QUESTION_TEXT, self, "text");
  return GTK_WIDGET (self);
}

/**
 * piga_practice_row_flush:
 * @self: the row
 *
 * Hands what was changed to the store, without waiting for the answer.
 */
void
piga_practice_row_flush (PigaPracticeRow *self)
{
  piga_record_draft_flush (self->draft);
}
