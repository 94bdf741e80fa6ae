/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The button that lets choose which entries are listed: by step, by mood, by month, in any
 * combination. The months it offers are those in which something of the chosen step and mood was
 * written; they are read when the popover is opened, from a list of its own. */

#include "config.h"

#include "piga-journal-filter.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"
#include "piga-month-chooser.h"
#include "piga-mood-chooser.h"
#include "piga-step-chooser.h"

struct _PigaJournalFilter
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  PigaStepChooser *step;
  PigaMoodChooser *mood;
  PigaMonthChooser *month;
  GtkWidget *clear;

  PigaStore *store;
  PigaEntryList *all_months;

  gboolean setting;
};

enum
{
  PROP_ACTIVE = 1,
  N_PROPS,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaJournalFilter, piga_journal_filter, ADW_TYPE_BIN)

static void
update_months (PigaJournalFilter *self)
{
  PigaEntryFilter filter;

  if (self->all_months == NULL)
    return;

  piga_journal_filter_get (self, &filter);
  filter.from = filter.until = PIGA_DAY_NONE;
  piga_entry_list_set_filter (self->all_months, &filter);
}

static void
emit_changed (PigaJournalFilter *self)
{
  const gboolean active = piga_journal_filter_is_active (self);

  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
  gtk_widget_set_sensitive (self->clear, active);

  update_months (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
choice_cb (PigaJournalFilter *self)
{
  if (!self->setting)
    emit_changed (self);
}

static void
clear_cb (PigaJournalFilter *self)
{
  piga_journal_filter_clear (self);
  gtk_popover_popdown (self->popover);
}

static void
shown_cb (PigaJournalFilter *self)
{
  if (self->all_months != NULL || self->store == NULL)
    return;

  self->all_months = piga_entry_list_new (self->store, NULL);
  update_months (self);
  piga_month_chooser_set_list (self->month, self->all_months);
}

static void
piga_journal_filter_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, piga_journal_filter_is_active (PIGA_JOURNAL_FILTER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_journal_filter_dispose (GObject *object)
{
  PigaJournalFilter *self = PIGA_JOURNAL_FILTER (object);

  /* A bin whose child the template takes away would take it away again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_JOURNAL_FILTER);
  g_clear_object (&self->all_months);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (piga_journal_filter_parent_class)->dispose (object);
}

static void
piga_journal_filter_class_init (PigaJournalFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_journal_filter_get_property;
  object_class->dispose = piga_journal_filter_dispose;

  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PIGA_TYPE_MONTH_CHOOSER);
  g_type_ensure (PIGA_TYPE_MOOD_CHOOSER);
  g_type_ensure (PIGA_TYPE_STEP_CHOOSER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-journal-filter.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaJournalFilter, button);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalFilter, popover);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalFilter, step);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalFilter, mood);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalFilter, month);
  gtk_widget_class_bind_template_child (widget_class, PigaJournalFilter, clear);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
}

static void
piga_journal_filter_init (PigaJournalFilter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_journal_filter_set_store:
 * @self: the filter
 * @store: the store, from which the months are read
 */
void
piga_journal_filter_set_store (PigaJournalFilter *self, PigaStore *store)
{
  g_set_object (&self->store, store);
}

/**
 * piga_journal_filter_get:
 * @self: the filter
 * @filter: (out caller-allocates): what was chosen
 */
void
piga_journal_filter_get (PigaJournalFilter *self, PigaEntryFilter *filter)
{
  const PigaDay month = piga_month_chooser_get_month (self->month);

  filter->step = piga_step_chooser_get_step (self->step);
  filter->mood = piga_mood_chooser_get_mood (self->mood);
  filter->from = month;
  filter->until =
    month == PIGA_DAY_NONE ? PIGA_DAY_NONE : piga_calendar_first_of_next_month (month) - 1;
  filter->round = NULL;
}

/**
 * piga_journal_filter_set:
 * @self: the filter
 * @filter: what to choose; "from" has to be the first day of a month, which is taken whole
 *
 * Chooses everything at once; "changed" is emitted once.
 */
void
piga_journal_filter_set (PigaJournalFilter *self, const PigaEntryFilter *filter)
{
  self->setting = TRUE;
  piga_step_chooser_set_step (self->step, filter->step);
  piga_mood_chooser_set_mood (self->mood, filter->mood);
  piga_month_chooser_set_month (self->month, filter->from);
  self->setting = FALSE;

  emit_changed (self);
}

/**
 * piga_journal_filter_clear:
 * @self: the filter
 *
 * Takes every choice back.
 */
void
piga_journal_filter_clear (PigaJournalFilter *self)
{
  const PigaEntryFilter everything = { 0 };

  if (piga_journal_filter_is_active (self))
    piga_journal_filter_set (self, &everything);
}

/**
 * piga_journal_filter_is_active:
 * @self: the filter
 *
 * Returns: whether some entries are left out
 */
gboolean
piga_journal_filter_is_active (PigaJournalFilter *self)
{
  PigaEntryFilter filter;

  piga_journal_filter_get (self, &filter);
  return filter.step != 0 || filter.mood != PIGA_MOOD_UNSAID || filter.from != PIGA_DAY_NONE;
}

/**
 * piga_journal_filter_dup_description:
 * @self: the filter
 *
 * Returns: (transfer full): what was chosen, "Step 3 · Good · March 2025"
 */
char *
piga_journal_filter_dup_description (PigaJournalFilter *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  PigaEntryFilter filter;

  piga_journal_filter_get (self, &filter);
  if (filter.step != 0)
    g_strv_builder_take (builder, piga_step_chooser_dup_name (filter.step));
  if (filter.mood != PIGA_MOOD_UNSAID)
    g_strv_builder_add (builder, piga_mood_get_label (filter.mood));
  if (filter.from != PIGA_DAY_NONE)
    g_strv_builder_take (builder, piga_calendar_month (filter.from));

  parts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", parts);
}
