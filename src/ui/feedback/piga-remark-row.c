/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-remark-row.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-field-binding.h"
#include "kit/piga-record-draft.h"
#include "kit/piga-record-remove.h"
#include "kit/piga-text-row.h"
#include "piga-remark-yield.h"
#include "records/piga-question.h"
#include "records/piga-remark-actions.h"
#include "records/piga-theme.h"
#include "sense/piga-own-mark.h"

#define CV_STEP 5

struct _PigaRemarkRow
{
  AdwExpanderRow parent_instance;

  PigaTextRow *text_row;
  AdwComboRow *theme_row;
  AdwPreferencesRow *side_row;
  AdwToggleGroup *side;
  AdwComboRow *voice_row;
  AdwComboRow *mine_row;
  AdwComboRow *agree_row;
  AdwPreferencesRow *own_row;
  PigaTextRow *fix_row;
  GtkWidget *goal_button;
  GtkWidget *practise_button;
  GtkWidget *cv_button;
  GtkWidget *delete_button;

  PigaContext *context;
  PigaRecordDraft *draft;
  PigaRemarkYield *yield;
};

enum
{
  MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaRemarkRow, piga_remark_row, ADW_TYPE_EXPANDER_ROW)

static void
show_title (PigaRemarkRow *self, PigaRemark *remark)
{
  g_autofree char *title =
    g_strdelimit (g_strdup (piga_record_get_text (remark, PIGA_REMARK_TEXT)), "\n\r\t", ' ');

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
}

/* What was said of it, and what came of it. */
static void
show_subtitle (PigaRemarkRow *self, PigaRemark *remark)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) strings = NULL;
  g_autofree char *yield = piga_remark_yield_describe (self->yield);
  g_autofree char *subtitle = NULL;

  if (piga_record_get_integer (remark, PIGA_REMARK_VOICE) != PIGA_VOICE_EMPLOYER)
    g_strv_builder_add (parts, piga_record_get_choice_label (remark, PIGA_REMARK_VOICE));
  if (piga_record_get_integer (remark, PIGA_REMARK_THEME) != PIGA_THEME_UNSAID)
    g_strv_builder_add (parts, piga_record_get_choice_label (remark, PIGA_REMARK_THEME));
  if (piga_record_get_integer (remark, PIGA_REMARK_MINE) != PIGA_MINE_UNSAID)
    g_strv_builder_add (parts, piga_record_get_choice_label (remark, PIGA_REMARK_MINE));
  if (yield != NULL)
    g_strv_builder_add (parts, yield);
  strings = g_strv_builder_end (parts);
  subtitle = g_strjoinv (" · ", strings);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
}

static void
show_own_mark (PigaRemarkRow *self, PigaRemark *remark)
{
  PigaStore *store = piga_context_get_store (self->context);
  const char *sentence = piga_own_mark_sentence (
    remark, piga_store_list (store, PIGA_TYPE_QUESTION), piga_store_list (store, PIGA_TYPE_REMARK));

  gtk_widget_set_visible (GTK_WIDGET (self->own_row), sentence != NULL);
  adw_preferences_row_set_title (self->own_row, sentence != NULL ? sentence : "");
}

static void
show_acts (PigaRemarkRow *self, PigaRemark *remark)
{
  const gboolean is_gap = piga_record_get_integer (remark, PIGA_REMARK_SIDE) == PIGA_SIDE_GAP;
  const gboolean is_apart =
    piga_record_get_integer (remark, PIGA_REMARK_MINE) == PIGA_MINE_NOT_MINE;
  const gboolean can_act = is_gap && !is_apart;

  /* Whose a strength is needs no asking. */
  gtk_widget_set_visible (GTK_WIDGET (self->mine_row), is_gap);
  gtk_widget_set_visible (GTK_WIDGET (self->fix_row), can_act);
  gtk_widget_set_visible (self->goal_button, can_act);
  gtk_widget_set_visible (self->practise_button, can_act);
  gtk_widget_set_visible (self->cv_button, can_act && piga_remark_get_step (remark) != CV_STEP);
  if (is_apart)
    gtk_widget_add_css_class (GTK_WIDGET (self), "apart");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "apart");
}

static void
update_cb (PigaRemarkRow *self)
{
  PigaRemark *remark = piga_remark_row_get_remark (self);

  show_title (self, remark);
  show_subtitle (self, remark);
  show_own_mark (self, remark);
  show_acts (self, remark);
}

static void
changed_cb (PigaRemarkRow *self, GParamSpec *pspec)
{
  update_cb (self);
  if (g_str_equal (pspec->name, "side") || g_str_equal (pspec->name, "mine")
      || g_str_equal (pspec->name, "voice"))
    g_signal_emit (self, signals[MOVED], 0);
}

static void
goal_cb (PigaRemarkRow *self)
{
  PigaRemark *remark = piga_remark_row_get_remark (self);

  piga_record_draft_flush (self->draft);
  piga_remark_make_goal (GTK_WIDGET (self), remark, piga_remark_get_step (remark));
}

static void
cv_cb (PigaRemarkRow *self)
{
  piga_record_draft_flush (self->draft);
  piga_remark_make_goal (GTK_WIDGET (self), piga_remark_row_get_remark (self), CV_STEP);
}

static void
practise_cb (PigaRemarkRow *self)
{
  piga_record_draft_flush (self->draft);
  piga_remark_practise (GTK_WIDGET (self), self->context, piga_remark_row_get_remark (self));
}

static void
delete_cb (PigaRemarkRow *self)
{
  PigaRemark *remark = piga_remark_row_get_remark (self);

  piga_record_draft_flush (self->draft);
  piga_record_remove (GTK_WIDGET (self), piga_context_get_store (self->context), remark,
                      _ ("Remark deleted"));
}

static void
piga_remark_row_dispose (GObject *object)
{
  PigaRemarkRow *self = PIGA_REMARK_ROW (object);

  g_clear_object (&self->yield);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_REMARK_ROW);
  g_clear_object (&self->draft);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_remark_row_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, text_row);
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, theme_row);
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, side_row);
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, side);
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, voice_row);
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, mine_row);
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, agree_row);
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, own_row);
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, fix_row);
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, goal_button);
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, practise_button);
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, cv_button);
  gtk_widget_class_bind_template_child (widget_class, PigaRemarkRow, delete_button);
}

static void
piga_remark_row_class_init (PigaRemarkRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_remark_row_dispose;

  signals[MOVED] = g_signal_new ("moved", PIGA_TYPE_REMARK_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  g_type_ensure (PIGA_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-remark-row.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, goal_cb);
  gtk_widget_class_bind_template_callback (widget_class, practise_cb);
  gtk_widget_class_bind_template_callback (widget_class, cv_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
}

static void
piga_remark_row_init (PigaRemarkRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_remark (PigaRemarkRow *self, PigaRemark *remark)
{
  piga_field_set_title (remark, PIGA_REMARK_SIDE, self->side_row);
  piga_field_set_title (remark, PIGA_REMARK_FIX, self->fix_row);
  piga_field_bind (remark, PIGA_REMARK_TEXT, self->text_row, "text");
  piga_field_bind (remark, PIGA_REMARK_SIDE, self->side, "active");
  piga_field_bind (remark, PIGA_REMARK_FIX, self->fix_row, "text");
  piga_field_bind_choice (remark, PIGA_REMARK_THEME, self->theme_row);
  piga_field_bind_choice (remark, PIGA_REMARK_VOICE, self->voice_row);
  piga_field_bind_choice (remark, PIGA_REMARK_MINE, self->mine_row);
  piga_field_bind_choice (remark, PIGA_REMARK_AGREE, self->agree_row);
  g_signal_connect_object (remark, "notify", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * piga_remark_row_new:
 * @context: the context
 * @remark: a remark
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
piga_remark_row_new (PigaContext *context, PigaRemark *remark)
{
  PigaRemarkRow *self = g_object_new (PIGA_TYPE_REMARK_ROW, NULL);

  self->context = g_object_ref (context);
  self->draft = piga_record_draft_new (piga_context_get_store (context), remark);
  self->yield = piga_remark_yield_new (context, remark, ADW_EXPANDER_ROW (self));
  g_signal_connect_object (self->yield, "changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  show_remark (self, remark);
  update_cb (self);
  return GTK_WIDGET (self);
}

/**
 * piga_remark_row_get_remark:
 * @self: the row
 *
 * Returns: (transfer none): its remark
 */
PigaRemark *
piga_remark_row_get_remark (PigaRemarkRow *self)
{
  return piga_record_draft_get_record (self->draft);
}

/**
 * piga_remark_row_flush:
 * @self: the row
 *
 * Hands what was changed to the store, without waiting for the answer.
 */
void
piga_remark_row_flush (PigaRemarkRow *self)
{
  piga_record_draft_flush (self->draft);
  piga_remark_yield_flush (self->yield);
}
