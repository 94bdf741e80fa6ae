/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sentence is the one thing that a goal cannot be kept without. So that nothing is lost when
 * somebody answers a question and leaves the sentence empty, the first answer stands in for it, as
 * the first line stands in for the title of an entry; the field itself stays empty. */

#include "config.h"

#include "piga-goal-form.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-day-row.h"
#include "kit/piga-field-binding.h"
#include "kit/piga-number-row.h"
#include "kit/piga-text-row.h"
#include "piga-alike-marks.h"
#include "piga-language.h"
#include "sense/piga-pace.h"

#define N_WEEKS 4
#define DAYS_IN_WEEK 7

struct _PigaGoalForm
{
  AdwBin parent_instance;

  PigaTextRow *title_row;
  GtkLabel *title_hint;
  PigaSmartChips *chips;
  AdwPreferencesGroup *specific_group;
  PigaTextRow *what_row;
  AdwPreferencesGroup *measurable_group;
  PigaNumberRow *amount_row;
  AdwEntryRow *unit_row;
  AdwSwitchRow *counts_row;
  AdwPreferencesGroup *achievable_group;
  PigaTextRow *able_row;
  GtkLabel *weeks_label;
  AdwPreferencesGroup *relevant_group;
  PigaTextRow *reason_row;
  AdwPreferencesGroup *time_group;
  AdwComboRow *rhythm_row;
  PigaDayRow *due_row;
  AdwEntryRow *when_row;
  AdwEntryRow *where_row;
  GtkLabel *specific_hint;
  GtkLabel *measurable_hint;
  GtkLabel *achievable_hint;
  GtkLabel *relevant_hint;
  GtkLabel *time_hint;

  PigaContext *context;
  PigaGoal *goal;
  GListModel *marks;
};

enum
{
  FINISH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaGoalForm, piga_goal_form, ADW_TYPE_BIN)

static gboolean
is_blank (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return *text == '\0';
}

static PigaDay
get_today (PigaGoalForm *self)
{
  return piga_clock_get_today (piga_context_get_clock (self->context));
}

/* What stands in for a sentence that is not written yet: the first line of the first answer. */
static char *
make_stand_in (PigaGoal *goal)
{
  static const guint answers[] = { PIGA_GOAL_WHAT,   PIGA_GOAL_UNIT,      PIGA_GOAL_ABLE,
                                   PIGA_GOAL_REASON, PIGA_GOAL_PLAN_WHEN, PIGA_GOAL_PLAN_WHERE };

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *answer = g_strstrip (g_strdup (piga_record_get_text (goal, answers[i])));
      const gsize line = strcspn (answer, "\n\r");

      if (line > 0)
        return g_strndup (answer, line);
    }
  return g_strdup ("");
}

static void
update_title (PigaGoalForm *self)
{
  const char *sentence = piga_text_row_get_text (self->title_row);
  g_autofree char *stand_in = is_blank (sentence) ? make_stand_in (self->goal) : NULL;

  piga_record_set_text (self->goal, PIGA_GOAL_TITLE, stand_in != NULL ? stand_in : sentence);
}

static void
show_hint (GtkLabel *label, const char *hint)
{
  gtk_label_set_label (label, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (label), hint != NULL);
}

/* What cannot be kept although it can be typed, such as a sentence as long as a book. */
static char *
get_title_problem (PigaGoalForm *self)
{
  g_autoptr (GError) error = NULL;

  if (is_blank (piga_record_get_text (self->goal, PIGA_GOAL_TITLE))
      || piga_record_validate (self->goal, &error))
    return NULL;
  return g_strdup (error->message);
}

static void
update_hints (PigaGoalForm *self)
{
  GtkLabel *const labels[PIGA_SMART_N_LETTERS] = { self->specific_hint, self->measurable_hint,
                                                   self->achievable_hint, self->relevant_hint,
                                                   self->time_hint };
  g_autofree char *title_problem = get_title_problem (self);

  show_hint (self->title_hint, title_problem);
  for (guint i = 0; i < PIGA_SMART_N_LETTERS; i++)
    {
      g_autofree char *hint = piga_smart_hint (self->goal, i, self->marks, get_today (self));

      show_hint (labels[i], hint);
    }
  piga_smart_chips_show (self->chips, self->goal);
}

/* The person's own last four weeks, to hold the number against. */
static void
update_weeks (PigaGoalForm *self)
{
  g_auto (GStrv) amounts = g_new0 (char *, N_WEEKS + 1);
  g_autofree char *sentence = NULL;
  double sum = 0;

  for (guint i = 0; i < N_WEEKS; i++)
    {
      const PigaDay last = get_today (self) - (N_WEEKS - 1 - i) * DAYS_IN_WEEK;
      PigaPeriod week;

      piga_pace_count (self->marks, last - DAYS_IN_WEEK + 1, last, &week);
      amounts[i] = piga_language_number (week.done);
      sum += week.done;
    }

  sentence = g_strdup_printf (
    /* Translators: four numbers, the oldest week first, such as 2, 3, 0 and 4. */
    _ ("In your last four weeks you did %1$s, %2$s, %3$s and %4$s."), amounts[0], amounts[1],
    amounts[2], amounts[3]);
  gtk_label_set_label (self->weeks_label, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->weeks_label), sum > 0);
}

/* Offered where the goal speaks of applications. Once on, it stays in sight. */
static void
update_counts (PigaGoalForm *self)
{
  if (adw_switch_row_get_active (self->counts_row) || piga_smart_is_about_applications (self->goal))
    gtk_widget_set_visible (GTK_WIDGET (self->counts_row), TRUE);
}

static void
update (PigaGoalForm *self)
{
  piga_day_row_set_calendar (self->due_row, get_today (self),
                             piga_context_get_week_start (self->context));
  update_title (self);
  update_counts (self);
  update_weeks (self);
  update_hints (self);
}

static void
title_changed_cb (PigaGoalForm *self)
{
  if (self->goal != NULL)
    update_title (self);
}

static void
title_apply_cb (PigaGoalForm *self)
{
  g_signal_emit (self, signals[FINISH], 0);
}

static void
chip_chosen_cb (PigaGoalForm *self, guint letter)
{
  GtkWidget *const rows[PIGA_SMART_N_LETTERS] = {
    GTK_WIDGET (self->what_row), GTK_WIDGET (self->amount_row), GTK_WIDGET (self->able_row),
    GTK_WIDGET (self->reason_row), GTK_WIDGET (self->rhythm_row)
  };

  gtk_widget_grab_focus (rows[letter]);
}

static void
name_groups (PigaGoalForm *self)
{
  AdwPreferencesGroup *const groups[PIGA_SMART_N_LETTERS] = {
    self->specific_group, self->measurable_group, self->achievable_group, self->relevant_group,
    self->time_group
  };

  for (guint i = 0; i < PIGA_SMART_N_LETTERS; i++)
    adw_preferences_group_set_title (groups[i], piga_smart_name (i));
}

static gboolean
piga_goal_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PIGA_GOAL_FORM (widget)->title_row));
}

static void
piga_goal_form_dispose (GObject *object)
{
  PigaGoalForm *self = PIGA_GOAL_FORM (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_GOAL_FORM);
  g_clear_object (&self->marks);
  g_clear_object (&self->goal);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_goal_form_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, title_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, title_hint);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, chips);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, specific_group);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, what_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, measurable_group);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, amount_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, unit_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, counts_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, achievable_group);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, able_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, weeks_label);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, relevant_group);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, reason_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, time_group);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, rhythm_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, due_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, when_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, where_row);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, specific_hint);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, measurable_hint);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, achievable_hint);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, relevant_hint);
  gtk_widget_class_bind_template_child (widget_class, PigaGoalForm, time_hint);
}

static void
piga_goal_form_class_init (PigaGoalFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_goal_form_dispose;
  widget_class->grab_focus = piga_goal_form_grab_focus;

  signals[FINISH] = g_signal_new ("finish", PIGA_TYPE_GOAL_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  g_type_ensure (PIGA_TYPE_DAY_ROW);
  g_type_ensure (PIGA_TYPE_NUMBER_ROW);
  g_type_ensure (PIGA_TYPE_SMART_CHIPS);
  g_type_ensure (PIGA_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-goal-form.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, chip_chosen_cb);
}

static void
piga_goal_form_init (PigaGoalForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_groups (self);
}

/**
 * piga_goal_form_show:
 * @self: the form, which has shown none yet
 * @context: the context
 * @goal: the goal that it fills in
 */
void
piga_goal_form_show (PigaGoalForm *self, PigaContext *context, PigaGoal *goal)
{
  PigaClock *clock = piga_context_get_clock (context);

  self->context = g_object_ref (context);
  self->marks = piga_alike_marks_new (piga_context_get_store (context), goal);
  piga_text_row_set_text (self->title_row, piga_record_get_text (goal, PIGA_GOAL_TITLE));

  self->goal = g_object_ref (goal);
  piga_field_bind (goal, PIGA_GOAL_WHAT, self->what_row, "text");
  piga_field_bind (goal, PIGA_GOAL_AMOUNT, self->amount_row, "number");
  piga_field_bind (goal, PIGA_GOAL_UNIT, self->unit_row, "text");
  piga_field_bind (goal, PIGA_GOAL_COUNTS, self->counts_row, "active");
  piga_field_bind (goal, PIGA_GOAL_ABLE, self->able_row, "text");
  piga_field_bind (goal, PIGA_GOAL_REASON, self->reason_row, "text");
  piga_field_offer_choices (goal, PIGA_GOAL_RHYTHM, self->rhythm_row);
  piga_field_bind (goal, PIGA_GOAL_RHYTHM, self->rhythm_row, "selected");
  piga_field_bind (goal, PIGA_GOAL_DUE, self->due_row, "day");
  piga_field_bind (goal, PIGA_GOAL_PLAN_WHEN, self->when_row, "text");
  piga_field_bind (goal, PIGA_GOAL_PLAN_WHERE, self->where_row, "text");

  g_signal_connect_object (goal, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->marks, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "notify::today", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * piga_goal_form_check:
 * @self: the form
 *
 * Returns: whether everything that was typed could be read; else the form points at what could not
 */
gboolean
piga_goal_form_check (PigaGoalForm *self)
{
  g_autofree char *title_problem = get_title_problem (self);

  if (title_problem != NULL)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
      gtk_accessible_announce (GTK_ACCESSIBLE (self), title_problem,
                               GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
      return FALSE;
    }
  return piga_checked_row_insist (PIGA_CHECKED_ROW (self->amount_row))
         && piga_checked_row_insist (PIGA_CHECKED_ROW (self->due_row));
}
