/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Says in a word whether what is written is on the disk. The screen reader hears of it only when a
 * save fails and when it works again: a "Saved" each second would drown the text. */

#include "piga-save-mark.h"

#include <glib/gi18n-lib.h>

struct _PigaSaveMark
{
  AdwBin parent_instance;

  GtkLabel *label;

  GSignalGroup *draft_signals;
  PigaDraftState last_state;
};

G_DEFINE_FINAL_TYPE (PigaSaveMark, piga_save_mark, ADW_TYPE_BIN)

static const char *
get_text (PigaDraftState state)
{
  switch (state)
    {
    case PIGA_DRAFT_BLANK:
      return "";
    case PIGA_DRAFT_SAVED:
      /* Translators: what is written in the entry is on the disk. */
      return C_ ("entry", "Saved");
    case PIGA_DRAFT_SAVING:
      /* Translators: what is written in the entry is on its way to the disk. */
      return C_ ("entry", "Saving…");
    case PIGA_DRAFT_FAILED:
      /* Translators: what is written in the entry is not on the disk. */
      return C_ ("entry", "Not saved");
    }

  g_return_val_if_reached ("");
}

static void
announce (PigaSaveMark *self, PigaDraft *draft, PigaDraftState state)
{
  if (state == PIGA_DRAFT_FAILED)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), piga_draft_get_error (draft)->message,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
  else if (self->last_state == PIGA_DRAFT_FAILED && state == PIGA_DRAFT_SAVED)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), get_text (state),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_state (PigaSaveMark *self, PigaDraft *draft)
{
  const PigaDraftState state = piga_draft_get_state (draft);
  const gboolean failed = state == PIGA_DRAFT_FAILED;

  gtk_label_set_label (self->label, get_text (state));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label),
                               failed ? piga_draft_get_error (draft)->message : NULL);
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->label), "error");
}

static void
state_cb (PigaSaveMark *self, GParamSpec *pspec, PigaDraft *draft)
{
  const PigaDraftState state = piga_draft_get_state (draft);

  show_state (self, draft);
  announce (self, draft, state);
  if (state != PIGA_DRAFT_SAVING)
    self->last_state = state;
}

static void
bind_cb (PigaSaveMark *self, PigaDraft *draft)
{
  self->last_state = piga_draft_get_state (draft);
  show_state (self, draft);
}

static void
piga_save_mark_dispose (GObject *object)
{
  g_clear_object (&PIGA_SAVE_MARK (object)->draft_signals);

  G_OBJECT_CLASS (piga_save_mark_parent_class)->dispose (object);
}

static void
piga_save_mark_class_init (PigaSaveMarkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_save_mark_dispose;
}

static void
piga_save_mark_init (PigaSaveMark *self)
{
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->label, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dimmed");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->label));

  self->draft_signals = g_signal_group_new (PIGA_TYPE_DRAFT);
  g_signal_group_connect_swapped (self->draft_signals, "notify::state", G_CALLBACK (state_cb),
                                  self);
  g_signal_connect_object (self->draft_signals, "bind", G_CALLBACK (bind_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * piga_save_mark_set_draft:
 * @self: the mark
 * @draft: (nullable): the draft to tell of
 */
void
piga_save_mark_set_draft (PigaSaveMark *self, PigaDraft *draft)
{
  g_signal_group_set_target (self->draft_signals, draft);
}
