/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-rounds.h"

#include <gtk/gtk.h>

#include "guide/piga-guide.h"

struct _PigaRounds
{
  GObject parent_instance;

  PigaStore *store;
  PigaClock *clock;
  GListModel *applications; /* those that led to an interview */
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  PigaInterview *current;
  gboolean is_chosen; /* the person chose the current one */
};

enum
{
  PROP_CURRENT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaRounds, piga_rounds, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static GType
get_item_type (GListModel *model)
{
  return PIGA_TYPE_INTERVIEW;
}

static guint
get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (PIGA_ROUNDS (model)->sorted));
}

static gpointer
get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (PIGA_ROUNDS (model)->sorted), position);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* An interview stays when its application goes into the trash, but nothing is shown of it. */
static gboolean
is_round (gpointer item, gpointer user_data)
{
  return piga_round_is (item) && piga_rounds_get_application (user_data, item) != NULL;
}

static int
compare_days (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PigaDay a_day = piga_record_get_day ((gpointer) a, PIGA_INTERVIEW_HEARD_ON);
  const PigaDay b_day = piga_record_get_day ((gpointer) b, PIGA_INTERVIEW_HEARD_ON);

  if (a_day != b_day)
    return a_day > b_day ? -1 : 1;
  return -g_strcmp0 (piga_record_get_id ((gpointer) a), piga_record_get_id ((gpointer) b));
}

static gboolean
is_there (PigaRounds *self, PigaInterview *round)
{
  const guint n_rounds = get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (PigaInterview) other = get_item (G_LIST_MODEL (self), i);

      if (other == round)
        return TRUE;
    }
  return FALSE;
}

static PigaInterview *
choose (PigaRounds *self)
{
  const guint n_rounds = get_n_items (G_LIST_MODEL (self));

  for (guint i = 0; i < n_rounds; i++)
    {
      g_autoptr (PigaInterview) round = get_item (G_LIST_MODEL (self), i);

      if (piga_record_get_day (round, PIGA_INTERVIEW_CLOSED_ON) == PIGA_DAY_NONE)
        return g_steal_pointer (&round);
    }
  return n_rounds > 0 ? get_item (G_LIST_MODEL (self), 0) : NULL;
}

static void
take_current (PigaRounds *self, PigaInterview *current)
{
  if (g_set_object (&self->current, current))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static void
update_current (PigaRounds *self)
{
  g_autoptr (PigaInterview) choice = NULL;

  if (self->is_chosen && (self->current == NULL || is_there (self, self->current)))
    return;
  self->is_chosen = FALSE;
  choice = choose (self);
  take_current (self, choice);
}

static void
items_changed_cb (PigaRounds *self, guint position, guint n_removed, guint n_added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
  update_current (self);
}

/* A new round is what the person has on their mind: it takes over from one chosen before. */
static void
interview_saved_cb (PigaRounds *self, PigaInterview *interview)
{
  const gboolean was_there = is_there (self, interview);

  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered),
                      GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (gtk_sort_list_model_get_sorter (self->sorted), GTK_SORTER_CHANGE_DIFFERENT);
  if (!was_there && is_there (self, interview))
    self->is_chosen = FALSE;
  update_current (self);
}

/* They come in many parts at first; what is a round stays one when more of them are there. */
static void
applications_changed_cb (PigaRounds *self, guint position, guint n_removed, guint n_added)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered),
                      n_removed == 0 ? GTK_FILTER_CHANGE_LESS_STRICT : GTK_FILTER_CHANGE_DIFFERENT);
}

static void
piga_rounds_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaRounds *self = PIGA_ROUNDS (object);

  switch (id)
    {
    case PROP_CURRENT:
      g_value_set_object (value, self->current);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_rounds_dispose (GObject *object)
{
  PigaRounds *self = PIGA_ROUNDS (object);

  g_clear_object (&self->current);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->applications);
  g_clear_object (&self->clock);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (piga_rounds_parent_class)->dispose (object);
}

static void
piga_rounds_class_init (PigaRoundsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_rounds_get_property;
  object_class->dispose = piga_rounds_dispose;

  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, PIGA_TYPE_INTERVIEW,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_rounds_init (PigaRounds *self)
{
}

/**
 * piga_rounds_new:
 * @store: the store
 * @clock: the clock
 *
 * Returns: (transfer full): the rounds there are
 */
PigaRounds *
piga_rounds_new (PigaStore *store, PigaClock *clock)
{
  PigaRounds *self = g_object_new (PIGA_TYPE_ROUNDS, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->applications = piga_store_list_linked (store, PIGA_TYPE_JOB_APPLICATION,
                                               PIGA_TYPE_INTERVIEW, PIGA_INTERVIEW_APPLICATION);
  self->filtered =
    gtk_filter_list_model_new (g_object_ref (piga_store_list (store, PIGA_TYPE_INTERVIEW)),
                               GTK_FILTER (gtk_custom_filter_new (is_round, self, NULL)));
  self->sorted =
    gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)),
                             GTK_SORTER (gtk_custom_sorter_new (compare_days, NULL, NULL)));
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->applications, "items-changed",
                           G_CALLBACK (applications_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::interview", G_CALLBACK (interview_saved_cb), self,
                           G_CONNECT_SWAPPED);
  update_current (self);
  return self;
}

/**
 * piga_rounds_get_current:
 * @self: the rounds
 *
 * Returns: (transfer none) (nullable): the round that the pages are about
 */
PigaInterview *
piga_rounds_get_current (PigaRounds *self)
{
  return self->current;
}

/**
 * piga_rounds_get_current_id:
 * @self: the rounds
 *
 * Returns: (transfer none): the id of the round that the pages are about, empty for none
 */
const char *
piga_rounds_get_current_id (PigaRounds *self)
{
  return self->current != NULL ? piga_record_get_id (self->current) : "";
}

/**
 * piga_rounds_get_id_for_step:
 * @self: the rounds
 * @step: the number of a step; 0 for none
 *
 * Returns: (transfer none): the id of the round to which belongs what is done in that step now,
 *   empty for none
 */
const char *
piga_rounds_get_id_for_step (PigaRounds *self, guint step)
{
  if (step == 0 || !piga_guide_get_step (step)->of_round)
    return "";
  return piga_rounds_get_current_id (self);
}

/**
 * piga_rounds_set_current:
 * @self: the rounds
 * @round: (nullable): the round that the person wants to see, or %NULL for what belongs to none
 */
void
piga_rounds_set_current (PigaRounds *self, PigaInterview *round)
{
  self->is_chosen = TRUE;
  take_current (self, round);
}

/**
 * piga_rounds_get_application:
 * @self: the rounds
 * @interview: an interview
 *
 * Returns: (transfer none) (nullable): the application that it was for
 */
PigaJobApplication *
piga_rounds_get_application (PigaRounds *self, PigaInterview *interview)
{
  return piga_store_peek (self->store, PIGA_TYPE_JOB_APPLICATION,
                          piga_record_get_text (interview, PIGA_INTERVIEW_APPLICATION));
}

/**
 * piga_rounds_get_title:
 * @self: the rounds
 * @interview: an interview, be it a round or not
 *
 * Returns: (transfer full): how it is called, such as “Data analyst, 12 November”
 */
char *
piga_rounds_get_title (PigaRounds *self, PigaInterview *interview)
{
  return piga_interview_title (interview, piga_rounds_get_application (self, interview),
                               piga_clock_get_today (self->clock));
}

static void
set_closed (PigaRounds *self, PigaInterview *round, PigaDay day)
{
  piga_record_set_day (round, PIGA_INTERVIEW_CLOSED_ON, day);
  piga_store_save_async (self->store, round, NULL, NULL, NULL);
}

/**
 * piga_rounds_close:
 * @self: the rounds
 * @round: a round that the person is through with, whatever is left to do in it
 */
void
piga_rounds_close (PigaRounds *self, PigaInterview *round)
{
  set_closed (self, round, piga_clock_get_today (self->clock));
}

/**
 * piga_rounds_reopen:
 * @self: the rounds
 * @round: a round that was closed
 */
void
piga_rounds_reopen (PigaRounds *self, PigaInterview *round)
{
  set_closed (self, round, PIGA_DAY_NONE);
}
