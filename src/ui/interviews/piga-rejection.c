/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* It keeps what is typed in two records of its own, which are not in the store. Only when the
 * person says “begin” is it written: into the application that it was for, where that one is known,
 * and into the interview that the application is still waiting to hear of, where there is one;
 * otherwise the two records themselves are saved. */

#include "piga-rejection.h"

#include "sense/piga-interview-days.h"
#include "sense/piga-stage.h"

struct _PigaRejection
{
  GObject parent_instance;

  PigaContext *context;
  PigaJobApplication *typed;
  PigaInterview *interview;
  PigaJobApplication *application; /* the one that is known, or NULL */
  PigaInterview *round;            /* what it is written into, from the first try on */
  gboolean is_given;               /* it was told from that application */
  gboolean is_told;                /* something was typed */
  gboolean is_begun;
};

G_DEFINE_FINAL_TYPE (PigaRejection, piga_rejection, G_TYPE_OBJECT)

static PigaDay
get_day (PigaRejection *self)
{
  return piga_record_get_day (self->interview, PIGA_INTERVIEW_DAY);
}

/* One that nothing was said about was heard of today. */
static PigaDay
get_heard_on (PigaRejection *self)
{
  const PigaDay heard_on = piga_record_get_day (self->interview, PIGA_INTERVIEW_HEARD_ON);

  return heard_on != PIGA_DAY_NONE ? heard_on : piga_context_get_today (self->context);
}

static gboolean
is_waiting_for (PigaInterview *interview, const char *application_id)
{
  return piga_record_get_integer (interview, PIGA_INTERVIEW_OUTCOME)
           == PIGA_INTERVIEW_OUTCOME_WAITING
         && g_str_equal (piga_record_get_text (interview, PIGA_INTERVIEW_APPLICATION),
                         application_id);
}

/* The last interview of the application that nothing has been heard of yet. One that is planned for
 * a day to come is not it. */
static PigaInterview *
find_waiting (PigaRejection *self)
{
  GListModel *interviews =
    piga_store_list (piga_context_get_store (self->context), PIGA_TYPE_INTERVIEW);
  const guint n_interviews = g_list_model_get_n_items (interviews);
  g_autoptr (PigaInterview) last = NULL;

  if (self->application == NULL)
    return NULL;
  for (guint i = 0; i < n_interviews; i++)
    {
      g_autoptr (PigaInterview) other = g_list_model_get_item (interviews, i);
      const PigaDay day = piga_record_get_day (other, PIGA_INTERVIEW_DAY);

      if (is_waiting_for (other, piga_record_get_id (self->application))
          && day <= piga_context_get_today (self->context)
          && (last == NULL || day >= piga_record_get_day (last, PIGA_INTERVIEW_DAY)))
        g_set_object (&last, other);
    }
  return g_steal_pointer (&last);
}

/* What is known of the interview is not asked again; what was typed stays. */
static void
take_from (PigaRejection *self, PigaInterview *known)
{
  const gboolean was_told = self->is_told;

  if (get_day (self) == PIGA_DAY_NONE)
    piga_record_set_day (self->interview, PIGA_INTERVIEW_DAY,
                         piga_record_get_day (known, PIGA_INTERVIEW_DAY));
  if (piga_record_get_integer (self->interview, PIGA_INTERVIEW_FORMAT) == 0)
    piga_record_set_integer (self->interview, PIGA_INTERVIEW_FORMAT,
                             piga_record_get_integer (known, PIGA_INTERVIEW_FORMAT));
  if (piga_record_get_text (self->interview, PIGA_INTERVIEW_PEOPLE)[0] == '\0')
    piga_record_set_text (self->interview, PIGA_INTERVIEW_PEOPLE,
                          piga_record_get_text (known, PIGA_INTERVIEW_PEOPLE));
  self->is_told = was_told;
}

static void
told_cb (PigaRejection *self)
{
  self->is_told = TRUE;
}

static void
piga_rejection_dispose (GObject *object)
{
  PigaRejection *self = PIGA_REJECTION (object);

  g_clear_object (&self->round);
  g_clear_object (&self->application);
  g_clear_object (&self->interview);
  g_clear_object (&self->typed);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_rejection_parent_class)->dispose (object);
}

static void
piga_rejection_class_init (PigaRejectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_rejection_dispose;
}

static void
piga_rejection_init (PigaRejection *self)
{
  self->typed = piga_record_new (PIGA_TYPE_JOB_APPLICATION);
  self->interview = piga_record_new (PIGA_TYPE_INTERVIEW);
  g_signal_connect_object (self->typed, "notify", G_CALLBACK (told_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->interview, "notify", G_CALLBACK (told_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * piga_rejection_new:
 * @context: the context
 * @application_id: the id of the application that it was for, empty where that is to be told
 *
 * Returns: (transfer full): a story that nothing has been told of yet
 */
PigaRejection *
piga_rejection_new (PigaContext *context, const char *application_id)
{
  PigaRejection *self = g_object_new (PIGA_TYPE_REJECTION, NULL);

  self->context = g_object_ref (context);
  piga_record_set_day (self->interview, PIGA_INTERVIEW_HEARD_ON, piga_context_get_today (context));
  piga_rejection_set_application (self, piga_store_get (piga_context_get_store (context),
                                                        PIGA_TYPE_JOB_APPLICATION, application_id));
  self->is_given = self->application != NULL;
  self->is_told = FALSE;
  return self;
}

/**
 * piga_rejection_get_typed:
 * @self: the rejection
 *
 * Returns: (transfer none): the employer and the role as they are typed
 */
PigaJobApplication *
piga_rejection_get_typed (PigaRejection *self)
{
  return self->typed;
}

/**
 * piga_rejection_get_interview:
 * @self: the rejection
 *
 * Returns: (transfer none): the facts of the interview as they are typed
 */
PigaInterview *
piga_rejection_get_interview (PigaRejection *self)
{
  return self->interview;
}

/**
 * piga_rejection_get_application:
 * @self: the rejection
 *
 * Returns: (transfer none) (nullable): the application that it was for, where that is known
 */
PigaJobApplication *
piga_rejection_get_application (PigaRejection *self)
{
  return self->application;
}

/**
 * piga_rejection_set_application:
 * @self: the rejection
 * @application: (nullable): the application that it was for, or %NULL for the one that is typed
 */
void
piga_rejection_set_application (PigaRejection *self, PigaJobApplication *application)
{
  g_autoptr (PigaInterview) waiting = NULL;

  if (!g_set_object (&self->application, application))
    return;
  waiting = find_waiting (self);
  if (waiting != NULL)
    take_from (self, waiting);
}

/**
 * piga_rejection_find_problem:
 * @self: the rejection
 * @field: (out): the field of the interview that it is about
 *
 * That the interview was before the person applied is no problem: an application is often written
 * down after it was sent.
 *
 * Returns: (transfer full) (nullable): what cannot be, as it is told, for the person to read
 */
char *
piga_rejection_find_problem (PigaRejection *self, guint *field)
{
  const PigaDay today = piga_context_get_today (self->context);
  const PigaInterviewDoubt doubt =
    piga_interview_doubt (self->interview, self->application, TRUE, today);

  *field = doubt == PIGA_INTERVIEW_DOUBT_TO_COME ? PIGA_INTERVIEW_DAY : PIGA_INTERVIEW_HEARD_ON;
  if (doubt == PIGA_INTERVIEW_DOUBT_UNAPPLIED)
    return NULL;
  return piga_interview_doubt_sentence (doubt, self->application, today);
}

static void
trim (PigaJobApplication *application, guint field)
{
  g_autofree char *text = g_strstrip (g_strdup (piga_record_get_text (application, field)));

  piga_record_set_text (application, field, text);
}

/* The day of the interview is put into the history as it is told: moving the application there
 * would take out what came later, and what came later is why we are here. */
static void
fill_application (PigaRejection *self, PigaJobApplication *application)
{
  trim (application, PIGA_JOB_APPLICATION_EMPLOYER);
  trim (application, PIGA_JOB_APPLICATION_ROLE);
  if (get_day (self) != PIGA_DAY_NONE)
    piga_record_set_day (application, PIGA_JOB_APPLICATION_INTERVIEWED_ON, get_day (self));
  piga_stage_move (application, PIGA_STAGE_NOT_CHOSEN, get_heard_on (self));
}

static void
fill_round (PigaRejection *self, PigaJobApplication *application)
{
  if (self->round != self->interview)
    {
      piga_record_set_day (self->round, PIGA_INTERVIEW_DAY, get_day (self));
      piga_record_set_integer (self->round, PIGA_INTERVIEW_FORMAT,
                               piga_record_get_integer (self->interview, PIGA_INTERVIEW_FORMAT));
      piga_record_set_text (self->round, PIGA_INTERVIEW_PEOPLE,
                            piga_record_get_text (self->interview, PIGA_INTERVIEW_PEOPLE));
    }
  piga_record_set_text (self->round, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_record_set_day (self->round, PIGA_INTERVIEW_HEARD_ON, get_heard_on (self));
  piga_round_begin (self->round, get_heard_on (self));
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  PigaRejection *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (piga_store_save_finish (PIGA_STORE (source), result, &error))
    {
      self->is_begun = TRUE;
      g_task_return_pointer (task, g_object_ref (self->round), g_object_unref);
    }
  else
    g_task_return_error (task, error);
}

/**
 * piga_rejection_begin_async:
 * @self: the rejection, without a problem
 * @callback: called when the disk has said yes or no
 * @user_data: for @callback
 *
 * Writes the application and the interview, which is a round from now on. Doing it again after it
 * failed makes nothing twice.
 */
void
piga_rejection_begin_async (PigaRejection *self, GAsyncReadyCallback callback, gpointer user_data)
{
  PigaStore *store = piga_context_get_store (self->context);
  GTask *task = g_task_new (self, NULL, callback, user_data);
  PigaJobApplication *application = self->application != NULL ? self->application : self->typed;

  if (self->round == NULL)
    self->round = find_waiting (self);
  if (self->round == NULL)
    self->round = g_object_ref (self->interview);
  fill_application (self, application);
  fill_round (self, application);
  g_task_set_source_tag (task, piga_rejection_begin_async);
  piga_store_save_async (store, application, NULL, NULL, NULL);
  piga_store_save_async (store, self->round, NULL, saved_cb, task);
}

/**
 * piga_rejection_begin_finish:
 * @self: the rejection
 * @result: the result
 * @error: return location for a #PigaError
 *
 * Returns: (transfer full): the round, or %NULL when it is not on the disk
 */
PigaInterview *
piga_rejection_begin_finish (PigaRejection *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * piga_rejection_is_given:
 * @self: the rejection
 *
 * Returns: whether there was never a question for which application it was
 */
gboolean
piga_rejection_is_given (PigaRejection *self)
{
  return self->is_given;
}

/**
 * piga_rejection_is_told:
 * @self: the rejection
 *
 * Returns: whether something was typed that is kept nowhere yet
 */
gboolean
piga_rejection_is_told (PigaRejection *self)
{
  return self->is_told && !self->is_begun;
}

/**
 * piga_rejection_is_begun:
 * @self: the rejection
 *
 * Returns: whether it has become a round, so that there is nothing left to tell
 */
gboolean
piga_rejection_is_begun (PigaRejection *self)
{
  return self->is_begun;
}
