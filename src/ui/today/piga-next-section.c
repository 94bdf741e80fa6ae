/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-next-section.h"

#include <glib/gi18n-lib.h>

#include "charts/piga-progress-ring.h"
#include "kit/piga-page-ids.h"
#include "records/piga-next-act.h"

struct _PigaNextSection
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *act_row;
  PigaProgressRing *ring;
  GtkWidget *go_button;
  AdwActionRow *round_row;
  GtkWidget *log_row;

  PigaContext *context;
  PigaStepTally *tally;
  guint step; /* 0 when all are done */
};

G_DEFINE_FINAL_TYPE (PigaNextSection, piga_next_section, ADW_TYPE_PREFERENCES_GROUP)

static void
show_step (PigaNextSection *self)
{
  const PigaStep *step = piga_guide_get_step (self->step);
  const PigaCheck *check = piga_next_act_find_check (self->context, self->step);
  const guint n_checks = piga_step_tally_count_checks (self->tally, self->step);
  const guint n_ticked = piga_step_tally_count_ticked (self->tally, self->step);
  g_autofree char *number = g_strdup_printf ("%u", self->step);
  g_autofree char *line = g_strdup_printf (
    /* Translators: the number of a step and its short title. */
    _ ("Step %1$u: %2$s"), self->step, _ (step->short_title));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->act_row),
                                 check != NULL ? _ (check->text)
                                               : _ ("All its small acts are done"));
  adw_action_row_set_subtitle (self->act_row, line);
  piga_progress_ring_set_label (self->ring, number);
  piga_progress_ring_set_fraction (self->ring, n_checks > 0 ? (double) n_ticked / n_checks : 0);
  piga_progress_ring_set_checked (self->ring, FALSE);
}

static void
show_end (PigaNextSection *self)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->act_row),
                                 _ ("You have walked all twelve steps"));
  adw_action_row_set_subtitle (
    self->act_row, _ ("A no does not decide your future. The next chance may be near."));
  piga_progress_ring_set_label (self->ring, "");
  piga_progress_ring_set_fraction (self->ring, 1);
  piga_progress_ring_set_checked (self->ring, TRUE);
}

static char *
describe_round (PigaInterview *round)
{
  const PigaDay heard = piga_record_get_day (round, PIGA_INTERVIEW_HEARD_ON);
  const PigaDay closed = piga_record_get_day (round, PIGA_INTERVIEW_CLOSED_ON);
  g_autofree char *date = piga_calendar_date (closed != PIGA_DAY_NONE ? closed : heard);

  if (closed != PIGA_DAY_NONE)
    /* Translators: %s is a date: the day the person was through with a rejection. */
    return g_strdup_printf (C_ ("round", "Closed on %s"), date);
  if (heard != PIGA_DAY_NONE)
    /* Translators: %s is a date: the day the person heard that they were not chosen. */
    return g_strdup_printf (_ ("The answer came on %s"), date);
  return g_strdup ("");
}

static void
show_round (PigaNextSection *self)
{
  PigaRounds *rounds = piga_context_get_rounds (self->context);
  PigaInterview *round = piga_rounds_get_current (rounds);
  g_autofree char *title = round != NULL ? piga_rounds_get_title (rounds, round) : NULL;
  g_autofree char *line = round != NULL ? describe_round (round) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->round_row), round != NULL);
  gtk_widget_set_visible (self->log_row, round == NULL);
  if (round == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->round_row), title);
  adw_action_row_set_subtitle (self->round_row, line);
}

static void
update (PigaNextSection *self)
{
  self->step = piga_next_act_find_step (self->tally);
  gtk_widget_set_visible (self->go_button, self->step != 0);
  if (self->step != 0)
    show_step (self);
  else
    show_end (self);
  show_round (self);
}

static void
go_cb (PigaNextSection *self)
{
  char id[PIGA_PAGE_ID_LENGTH];

  piga_page_ids_get_step_id (self->step, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", id);
}

static void
round_cb (PigaNextSection *self)
{
  PigaRounds *rounds = piga_context_get_rounds (self->context);

  gtk_widget_activate_action (GTK_WIDGET (self), "room.open-tool", "(ss)", "interview",
                              piga_rounds_get_current_id (rounds));
}

static void
piga_next_section_dispose (GObject *object)
{
  PigaNextSection *self = PIGA_NEXT_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_NEXT_SECTION);
  g_clear_object (&self->tally);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_next_section_parent_class)->dispose (object);
}

static void
piga_next_section_class_init (PigaNextSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_next_section_dispose;

  g_type_ensure (PIGA_TYPE_PROGRESS_RING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-next-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaNextSection, act_row);
  gtk_widget_class_bind_template_child (widget_class, PigaNextSection, ring);
  gtk_widget_class_bind_template_child (widget_class, PigaNextSection, go_button);
  gtk_widget_class_bind_template_child (widget_class, PigaNextSection, round_row);
  gtk_widget_class_bind_template_child (widget_class, PigaNextSection, log_row);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, round_cb);
}

static void
piga_next_section_init (PigaNextSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_next_section_set_context:
 * @self: the section, which has none yet
 * @context: the context
 */
void
piga_next_section_set_context (PigaNextSection *self, PigaContext *context)
{
  PigaStore *store = piga_context_get_store (context);

  self->context = g_object_ref (context);
  self->tally = piga_step_tally_new (context);
  g_signal_connect_object (self->tally, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_rounds (context), "notify::current",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  /* A ticked act can be another one while their number stays the same; a title can be mended. */
  g_signal_connect_object (store, "record-saved::step_check", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::interview", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::application", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
