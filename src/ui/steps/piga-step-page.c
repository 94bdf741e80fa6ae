/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-step-page.h"

#include <glib/gi18n-lib.h>

#include "guide/piga-guide.h"
#include "kit/piga-page-ids.h"
#include "kit/piga-toast.h"
#include "piga-advice-row.h"
#include "piga-check-section.h"
#include "piga-round-switcher.h"
#include "piga-step-goals.h"
#include "records/piga-step-tally.h"
#include "piga-tool-section.h"
#include "piga-write-section.h"
#include "records/piga-step-state.h"

struct _PigaStepPage
{
  AdwNavigationPage parent_instance;

  AdwHeaderBar *header;
  GtkLabel *number;
  GtkLabel *title;
  GtkLabel *sentence;
  PigaRoundSwitcher *round_switcher;
  GtkListBox *advice;
  PigaCheckSection *checks;
  PigaToolSection *tools;
  PigaWriteSection *write;
  PigaStepGoals *goals;
  GtkWidget *support;
  GtkButton *done_button;
  GtkWidget *next_button;

  PigaStore *store;
  PigaStepTally *tally;
  PigaRounds *rounds;
  const PigaStep *step;
};

G_DEFINE_FINAL_TYPE (PigaStepPage, piga_step_page, ADW_TYPE_NAVIGATION_PAGE)

/* The record that is kept of the step, or a new one. */
static PigaStepState *
find_state (PigaStepPage *self)
{
  GListModel *states = piga_store_list (self->store, PIGA_TYPE_STEP_STATE);
  const char *round = piga_rounds_get_id_for_step (self->rounds, self->step->number);
  const guint n_states = g_list_model_get_n_items (states);

  for (guint i = 0; i < n_states; i++)
    {
      g_autoptr (PigaStepState) state = g_list_model_get_item (states, i);

      if (piga_record_get_integer (state, PIGA_STEP_STATE_STEP) == self->step->number
          && g_str_equal (piga_record_get_text (state, PIGA_STEP_STATE_ROUND), round))
        return g_steal_pointer (&state);
    }
  return piga_step_state_new_for_step (self->step->number, round);
}

static void
set_suggested (GtkWidget *button, gboolean suggested)
{
  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

/* One of the two acts is the next one: to call the step done, then to go on. */
static void
show_state (PigaStepPage *self)
{
  const gboolean done = piga_step_tally_is_done (self->tally, self->step->number);

  gtk_button_set_label (self->done_button,
                        done ? _ ("Open This Step Again") : _ ("Mark This Step as Done"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->done_button),
                            piga_store_get_state (self->store) == PIGA_STORE_READY);
  set_suggested (GTK_WIDGET (self->done_button), !done);
  set_suggested (self->next_button, done);
}

static void
done_cb (PigaStepPage *self)
{
  g_autoptr (PigaStepState) state = find_state (self);
  const gboolean done = !piga_record_get_boolean (state, PIGA_STEP_STATE_DONE);

  piga_record_set_boolean (state, PIGA_STEP_STATE_DONE, done);
  piga_store_save_async (self->store, state, NULL, NULL, NULL);
  if (done)
    {
      /* Translators: the number of a step that was just called done. */
      g_autofree char *praise =
        g_strdup_printf (_ ("Well done! Step %u is complete."), self->step->number);

      piga_toast_show (GTK_WIDGET (self), praise);
    }
}

static void
next_cb (PigaStepPage *self)
{
  char id[PIGA_PAGE_ID_LENGTH];

  piga_page_ids_get_step_id (self->step->number + 1, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", id);
}

/* The title stands large on the page; the bar takes over where that has scrolled away. */
static void
scrolled_cb (GtkAdjustment *adjustment, PigaStepPage *self)
{
  const int height = gtk_widget_get_height (GTK_WIDGET (self->title));

  adw_header_bar_set_show_title (self->header, gtk_adjustment_get_value (adjustment) > height);
}

static void
add_advice (PigaStepPage *self)
{
  if (self->step->number == 1)
    gtk_list_box_append (self->advice,
                         piga_advice_row_new_for_passage (piga_guide_get_introduction ()));
  for (const PigaAdvice *advice = self->step->advice; advice->title != NULL; advice++)
    gtk_list_box_append (self->advice, piga_advice_row_new (advice));
  if (self->step->number == PIGA_GUIDE_N_STEPS)
    gtk_list_box_append (self->advice, piga_advice_row_new_for_passage (piga_guide_get_closing ()));
}

static void
piga_step_page_dispose (GObject *object)
{
  PigaStepPage *self = PIGA_STEP_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_STEP_PAGE);
  g_clear_object (&self->tally);
  g_clear_object (&self->rounds);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (piga_step_page_parent_class)->dispose (object);
}

static void
piga_step_page_class_init (PigaStepPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_step_page_dispose;

  g_type_ensure (PIGA_TYPE_CHECK_SECTION);
  g_type_ensure (PIGA_TYPE_ROUND_SWITCHER);
  g_type_ensure (PIGA_TYPE_TOOL_SECTION);
  g_type_ensure (PIGA_TYPE_WRITE_SECTION);
  g_type_ensure (PIGA_TYPE_STEP_GOALS);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-step-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, header);
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, number);
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, title);
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, round_switcher);
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, advice);
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, checks);
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, tools);
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, write);
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, goals);
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, support);
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, done_button);
  gtk_widget_class_bind_template_child (widget_class, PigaStepPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, scrolled_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
}

static void
piga_step_page_init (PigaStepPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Large text on a narrow screen needs a second line. */
static void
wrap_label (GtkButton *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (button));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

static void
show_texts (PigaStepPage *self)
{
  /* Translators: the number of a step. */
  g_autofree char *title = g_strdup_printf (_ ("Step %u"), self->step->number);
  /* Translators: above a step’s title: its number, of how many. */
  g_autofree char *number =
    g_strdup_printf (_ ("Step %1$u of %2$u"), self->step->number, PIGA_GUIDE_N_STEPS);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_label_set_label (self->number, number);
  gtk_label_set_label (self->title, _ (self->step->title));
  gtk_label_set_label (self->sentence, _ (self->step->sentence));
  add_advice (self);
  gtk_widget_set_visible (self->support, self->step->number == 1);
  gtk_widget_set_visible (self->next_button, self->step->number < PIGA_GUIDE_N_STEPS);
}

/**
 * piga_step_page_new:
 * @context: the context
 * @step: the number of the step
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
piga_step_page_new (PigaContext *context, guint step)
{
  PigaStepPage *self = g_object_new (PIGA_TYPE_STEP_PAGE, NULL);

  self->store = g_object_ref (piga_context_get_store (context));
  self->step = piga_guide_get_step (step);
  show_texts (self);
  gtk_widget_set_visible (GTK_WIDGET (self->round_switcher), self->step->of_round);
  if (self->step->of_round)
    piga_round_switcher_set_context (self->round_switcher, context);
  piga_check_section_set_step (self->checks, context, step);
  piga_tool_section_set_step (self->tools, context, step);
  piga_write_section_set_step (self->write, context, step);
  piga_step_goals_set_step (self->goals, context, step);

  self->rounds = g_object_ref (piga_context_get_rounds (context));
  self->tally = piga_step_tally_new (context);
  g_signal_connect_object (self->tally, "changed", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::state", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
  wrap_label (self->done_button);
  wrap_label (GTK_BUTTON (self->next_button));
  return GTK_WIDGET (self);
}
