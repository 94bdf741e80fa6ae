/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whatever changes, the lists are found out anew, in small portions between two frames, and only
 * then swapped, so many rows with each frame as leave time to draw them: ten thousand applications
 * never hold up a key, and no list is ever seen half sorted. GTK's own models for this tell of
 * every portion that was found, and each view then lays itself out. */

#include "piga-applications-model.h"

#include <glib/gi18n-lib.h>

#include "piga-swift-list.h"

/* How long the applications are looked at between two frames, in microseconds, and how many before
 * the clock is. */
#define PORTION_TIME 2000
#define PORTION 64

/* How long rows are swapped for one frame, in microseconds: to style, lay out and draw them takes
 * longer still. And how long a frame is, in milliseconds. */
#define SWAP_TIME 3000
#define FRAME 16

/* That of all that are asked for, and one for each stage. */
#define N_LISTS (PIGA_N_STAGES + 1)

struct _PigaApplicationsModel
{
  GObject parent_instance;

  PigaContext *context;
  PigaSwiftList *shown;
  PigaSwiftList *stages[PIGA_N_STAGES]; /* NULL until somebody asks for it */

  GArray *places; /* of those that were found so far */
  guint n_looked_at;
  guint turn; /* which list is swapped next */
  guint work; /* a source, 0 while the lists are as they should be */
  gboolean is_found;

  char *text;
  char *words; /* the text, folded */
  guint show;
  PigaApplicationsOrder order;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_SHOW,
  PROP_ORDER,
} PigaApplicationsModelProperty;

static GParamSpec *properties[PROP_ORDER + 1];

G_DEFINE_FINAL_TYPE (PigaApplicationsModel, piga_applications_model, G_TYPE_OBJECT)

static gboolean
is_shown (PigaApplicationsModel *self, PigaJobApplication *application)
{
  return (self->show == PIGA_APPLICATIONS_SHOW_ALL
          || piga_applications_model_shows_stage (self, piga_stage_get (application)))
         && piga_applications_match (application, self->words);
}

/* The applications are kept by the list of the store, which starts it all over when it changes. */
static void
look_at_next (PigaApplicationsModel *self, GListModel *all, PigaDay today)
{
  g_autoptr (PigaJobApplication) application = g_list_model_get_item (all, self->n_looked_at++);
  PigaApplicationPlace place;

  if (!is_shown (self, application))
    return;
  piga_application_place_find (&place, application, self->order, today);
  g_array_append_val (self->places, place);
}

static void
take (PigaSwiftList *list, GPtrArray *items)
{
  if (list != NULL)
    piga_swift_list_take (list, items);
  else
    g_ptr_array_unref (items);
}

/* The columns keep the order of the whole. */
static void
hand_out (PigaApplicationsModel *self)
{
  GPtrArray *shown = g_ptr_array_new_full (self->places->len, g_object_unref);
  GPtrArray *stages[PIGA_N_STAGES];

  for (PigaStage stage = PIGA_STAGE_THINKING; stage < PIGA_N_STAGES; stage++)
    stages[stage] = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->places->len; i++)
    {
      PigaJobApplication *application =
        g_array_index (self->places, PigaApplicationPlace, i).application;
      const PigaStage stage = piga_stage_get (application);

      g_ptr_array_add (shown, g_object_ref (application));
      if (self->stages[stage] != NULL)
        g_ptr_array_add (stages[stage], g_object_ref (application));
    }

  g_array_set_size (self->places, 0);
  for (PigaStage stage = PIGA_STAGE_THINKING; stage < PIGA_N_STAGES; stage++)
    take (self->stages[stage], stages[stage]);
  take (self->shown, shown);
}

/* The next list that is not as it should be, in turn. */
static gboolean
swap_next (PigaApplicationsModel *self)
{
  for (guint i = 0; i < N_LISTS; i++)
    {
      const guint turn = self->turn++ % N_LISTS;
      PigaSwiftList *list = turn < PIGA_N_STAGES ? self->stages[turn] : self->shown;

      if (list != NULL && piga_swift_list_swap (list))
        return TRUE;
    }
  return FALSE;
}

static gboolean
swap_some (PigaApplicationsModel *self)
{
  const gint64 end = g_get_monotonic_time () + SWAP_TIME;

  do
    if (!swap_next (self))
      return FALSE;
  while (g_get_monotonic_time () < end);
  return TRUE;
}

/* Whether there are more. */
static gboolean
look_at_some (PigaApplicationsModel *self)
{
  GListModel *all = piga_applications_model_get_all (self);
  const guint n_all = g_list_model_get_n_items (all);
  const PigaDay today = piga_context_get_today (self->context);
  const gint64 end = g_get_monotonic_time () + PORTION_TIME;

  do
    for (guint i = 0; i < PORTION && self->n_looked_at < n_all; i++)
      look_at_next (self, all, today);
  while (self->n_looked_at < n_all && g_get_monotonic_time () < end);
  return self->n_looked_at < n_all;
}

static void
sort (PigaApplicationsModel *self)
{
  g_array_sort (self->places, piga_application_place_compare);
  hand_out (self);
  self->is_found = TRUE;
}

/* Swaps only once in a frame: one that is due is drawn first, as it has the higher priority. */
static gboolean
work_cb (gpointer user_data)
{
  PigaApplicationsModel *self = user_data;

  self->work = 0;
  if (!self->is_found)
    {
      if (!look_at_some (self))
        sort (self);
      self->work = g_idle_add (work_cb, self);
    }
  else if (swap_some (self))
    self->work = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, FRAME, work_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
update (PigaApplicationsModel *self)
{
  self->n_looked_at = 0;
  self->is_found = FALSE;
  g_array_set_size (self->places, 0);
  if (self->work == 0)
    self->work = g_idle_add (work_cb, self);
}

/* The list of the store stays as it is when one of its records changes. */
static void
saved_cb (PigaApplicationsModel *self, gpointer application, gboolean is_fresh)
{
  if (!is_fresh)
    update (self);
}

static void
set_text (PigaApplicationsModel *self, const char *text)
{
  g_autofree char *words = piga_applications_fold (text);

  if (!g_set_str (&self->text, text))
    return;
  if (g_set_str (&self->words, words))
    update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
set_show (PigaApplicationsModel *self, guint show)
{
  if (self->show == show)
    return;
  self->show = show;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW]);
}

static void
set_order (PigaApplicationsModel *self, PigaApplicationsOrder order)
{
  if (self->order == order)
    return;
  self->order = order;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
piga_applications_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaApplicationsModel *self = PIGA_APPLICATIONS_MODEL (object);

  switch ((PigaApplicationsModelProperty) id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_SHOW:
      g_value_set_uint (value, self->show);
      break;
    case PROP_ORDER:
      g_value_set_uint (value, self->order);
      break;
    }
}

static void
piga_applications_model_set_property (GObject *object, guint id, const GValue *value,
                                      GParamSpec *pspec)
{
  PigaApplicationsModel *self = PIGA_APPLICATIONS_MODEL (object);

  switch ((PigaApplicationsModelProperty) id)
    {
    case PROP_TEXT:
      set_text (self, g_value_get_string (value));
      break;
    case PROP_SHOW:
      set_show (self, g_value_get_uint (value));
      break;
    case PROP_ORDER:
      set_order (self, g_value_get_uint (value));
      break;
    }
}

static void
piga_applications_model_dispose (GObject *object)
{
  PigaApplicationsModel *self = PIGA_APPLICATIONS_MODEL (object);

  g_clear_handle_id (&self->work, g_source_remove);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_applications_model_parent_class)->dispose (object);
}

static void
piga_applications_model_finalize (GObject *object)
{
  PigaApplicationsModel *self = PIGA_APPLICATIONS_MODEL (object);

  for (PigaStage stage = PIGA_STAGE_THINKING; stage < PIGA_N_STAGES; stage++)
    g_clear_object (&self->stages[stage]);
  g_object_unref (self->shown);
  g_array_unref (self->places);
  g_free (self->text);
  g_free (self->words);

  G_OBJECT_CLASS (piga_applications_model_parent_class)->finalize (object);
}

static void
piga_applications_model_class_init (PigaApplicationsModelClass *klass)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_applications_model_get_property;
  object_class->set_property = piga_applications_model_set_property;
  object_class->dispose = piga_applications_model_dispose;
  object_class->finalize = piga_applications_model_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_SHOW] = g_param_spec_uint ("show", NULL, NULL, 0, PIGA_APPLICATIONS_N_SHOWN - 1,
                                             PIGA_APPLICATIONS_SHOW_ALL, flags);
  properties[PROP_ORDER] = g_param_spec_uint (
    "order", NULL, NULL, 0, PIGA_APPLICATIONS_N_ORDERS - 1, PIGA_APPLICATIONS_NEWEST, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
piga_applications_model_init (PigaApplicationsModel *self)
{
  self->text = g_strdup ("");
  self->words = g_strdup ("");
  self->places = g_array_new (FALSE, FALSE, sizeof (PigaApplicationPlace));
  self->shown = piga_swift_list_new (PIGA_TYPE_JOB_APPLICATION);
}

/**
 * piga_applications_model_new:
 * @context: the context
 *
 * Returns: (transfer full): all applications, the newest first
 */
PigaApplicationsModel *
piga_applications_model_new (PigaContext *context)
{
  PigaApplicationsModel *self = g_object_new (PIGA_TYPE_APPLICATIONS_MODEL, NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (piga_applications_model_get_all (self), "items-changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_store (context), "record-saved::application",
                           G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_store (context), "reset", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

/**
 * piga_applications_model_get_all:
 * @self: the model
 *
 * Returns: (transfer none): all applications, in the order in which they were made
 */
GListModel *
piga_applications_model_get_all (PigaApplicationsModel *self)
{
  return piga_store_list (piga_context_get_store (self->context), PIGA_TYPE_JOB_APPLICATION);
}

/**
 * piga_applications_model_get_shown:
 * @self: the model
 *
 * Returns: (transfer none): those that are asked for, in the order that is asked for
 */
GListModel *
piga_applications_model_get_shown (PigaApplicationsModel *self)
{
  return G_LIST_MODEL (self->shown);
}

/**
 * piga_applications_model_count_shown:
 * @self: the model
 *
 * Returns: how many they are, also while their rows are still being swapped
 */
guint
piga_applications_model_count_shown (PigaApplicationsModel *self)
{
  return piga_swift_list_get_n_final (self->shown);
}

/**
 * piga_applications_model_get_stage:
 * @self: the model
 * @stage: a stage
 *
 * Returns: (transfer none): those of them that are in that stage
 */
GListModel *
piga_applications_model_get_stage (PigaApplicationsModel *self, PigaStage stage)
{
  if (self->stages[stage] == NULL)
    {
      self->stages[stage] = piga_swift_list_new (PIGA_TYPE_JOB_APPLICATION);
      update (self);
    }
  return G_LIST_MODEL (self->stages[stage]);
}

/**
 * piga_applications_model_count_stage:
 * @self: the model
 * @stage: a stage that was asked for
 *
 * Returns: how many they are, also while their rows are still being swapped
 */
guint
piga_applications_model_count_stage (PigaApplicationsModel *self, PigaStage stage)
{
  return piga_swift_list_get_n_final (self->stages[stage]);
}

/**
 * piga_applications_model_get_text:
 * @self: the model
 *
 * Returns: (transfer none): what is searched for
 */
const char *
piga_applications_model_get_text (PigaApplicationsModel *self)
{
  return self->text;
}

/**
 * piga_applications_model_get_show:
 * @self: the model
 *
 * Returns: which are shown, see #PigaApplicationsShow
 */
guint
piga_applications_model_get_show (PigaApplicationsModel *self)
{
  return self->show;
}

/**
 * piga_applications_model_is_filtered:
 * @self: the model
 *
 * Returns: whether not all of them are asked for
 */
gboolean
piga_applications_model_is_filtered (PigaApplicationsModel *self)
{
  return self->show != PIGA_APPLICATIONS_SHOW_ALL || self->words[0] != '\0';
}

/**
 * piga_applications_model_shows_stage:
 * @self: the model
 * @stage: a stage
 *
 * Returns: whether those in that stage are among the ones asked for
 */
gboolean
piga_applications_model_shows_stage (PigaApplicationsModel *self, PigaStage stage)
{
  switch (self->show)
    {
    case PIGA_APPLICATIONS_SHOW_ALL:
      return TRUE;
    case PIGA_APPLICATIONS_SHOW_OPEN:
      return piga_stage_is_open (stage);
    default:
      return self->show == PIGA_APPLICATIONS_SHOW_STAGE + stage;
    }
}

/**
 * piga_applications_model_show_all:
 * @self: the model
 *
 * Shows all of them again.
 */
void
piga_applications_model_show_all (PigaApplicationsModel *self)
{
  set_text (self, "");
  set_show (self, PIGA_APPLICATIONS_SHOW_ALL);
}

/**
 * piga_applications_model_finish:
 * @self: the model
 *
 * Shows now what is asked for, without regard for the frames: for who writes it into a file.
 */
void
piga_applications_model_finish (PigaApplicationsModel *self)
{
  if (!self->is_found)
    {
      while (look_at_some (self))
        ;
      sort (self);
    }
  piga_swift_list_finish (self->shown);
}

/**
 * piga_applications_model_dup_description:
 * @self: the model
 *
 * Returns: (transfer full): which applications are shown, in words
 */
char *
piga_applications_model_dup_description (PigaApplicationsModel *self)
{
  const char *label = piga_applications_show_get_label (self->show);

  if (self->words[0] == '\0')
    return g_strdup (label);
  /* Translators: which applications are shown: %1$s is such as “Still open”, %2$s is what was
   * searched for. */
  return g_strdup_printf (_ ("%1$s, with “%2$s”"), label, self->text);
}

/**
 * piga_applications_show_get_label:
 * @show: see #PigaApplicationsShow
 *
 * Returns: (transfer none): how it is called
 */
const char *
piga_applications_show_get_label (guint show)
{
  if (show == PIGA_APPLICATIONS_SHOW_ALL)
    /* Translators: which applications are shown. */
    return C_ ("applications", "All applications");
  if (show == PIGA_APPLICATIONS_SHOW_OPEN)
    /* Translators: which applications are shown: those that something can still come of. */
    return C_ ("applications", "Still open");
  return piga_stage_get_label (show - PIGA_APPLICATIONS_SHOW_STAGE);
}

/**
 * piga_applications_order_get_label:
 * @order: an order
 *
 * Returns: (transfer none): how it is called
 */
const char *
piga_applications_order_get_label (PigaApplicationsOrder order)
{
  static const char *const labels[PIGA_APPLICATIONS_N_ORDERS] = {
    [PIGA_APPLICATIONS_NEWEST] = NC_ ("order", "Newest first"),
    [PIGA_APPLICATIONS_CLOSING] = NC_ ("order", "By closing date"),
    [PIGA_APPLICATIONS_EMPLOYER] = NC_ ("order", "By employer"),
    [PIGA_APPLICATIONS_WAITING] = NC_ ("order", "Waiting longest"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "order", labels[order]);
}
