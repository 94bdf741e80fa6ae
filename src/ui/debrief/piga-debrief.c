/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A question that was rated strong or a gap is offered as a thing that went well, or as a gap.
 * Taken up, it leads to the remark that came of it; a question to practise that was born of a
 * remark leads to it too, but is younger, and nobody asked it. */

#include "config.h"

#include "piga-debrief.h"

#include "kit/piga-linked-records.h"
#include "kit/piga-record-draft.h"

struct _PigaDebrief
{
  GObject parent_instance;

  PigaContext *context;
  PigaStore *store;
  PigaInterview *interview;
  GtkFilterListModel *questions;
  GtkFilterListModel *remarks[PIGA_SIDE_GAP + 1];
  GtkFilterListModel *offers[PIGA_SIDE_GAP + 1];
  GHashTable *drafts; /* by record */
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaDebrief, piga_debrief, G_TYPE_OBJECT)

static gboolean
was_asked (gpointer item, gpointer user_data)
{
  return piga_question_was_asked (item);
}

static gboolean
is_own_strength (gpointer item, gpointer user_data)
{
  return piga_debrief_is_own (item, PIGA_SIDE_STRENGTH);
}

static gboolean
is_own_gap (gpointer item, gpointer user_data)
{
  return piga_debrief_is_own (item, PIGA_SIDE_GAP);
}

static gboolean
is_offered (PigaDebrief *self, gpointer question, PigaRating rating)
{
  return piga_record_get_integer (question, PIGA_QUESTION_RATING) == rating
         && piga_record_get_text (question, PIGA_QUESTION_TEXT)[0] != '\0'
         && piga_store_get (self->store, PIGA_TYPE_REMARK,
                            piga_record_get_text (question, PIGA_QUESTION_REMARK))
              == NULL;
}

static gboolean
is_offered_strength (gpointer item, gpointer user_data)
{
  return is_offered (user_data, item, PIGA_RATING_STRONG);
}

static gboolean
is_offered_gap (gpointer item, gpointer user_data)
{
  PigaDebrief *self = user_data;

  return piga_debrief_can_add (self, PIGA_SIDE_GAP) && is_offered (self, item, PIGA_RATING_GAP);
}

static void
filter_again (GtkFilterListModel *model)
{
  gtk_filter_changed (gtk_filter_list_model_get_filter (model), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
changed_cb (PigaDebrief *self)
{
  for (guint side = 0; side < G_N_ELEMENTS (self->offers); side++)
    filter_again (self->offers[side]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* In the sorter a remark can be given to another voice, or to the other side. */
static void
remarks_saved_cb (PigaDebrief *self)
{
  for (guint side = 0; side < G_N_ELEMENTS (self->remarks); side++)
    filter_again (self->remarks[side]);
  changed_cb (self);
}

static void
keep (PigaDebrief *self, GListModel *records, GHashTable *drafts)
{
  const guint n_records = g_list_model_get_n_items (records);

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (PigaRecord) record = g_list_model_get_item (records, i);
      PigaRecordDraft *draft = g_hash_table_lookup (self->drafts, record);

      if (draft != NULL)
        {
          g_hash_table_insert (drafts, record, g_object_ref (draft));
          continue;
        }
      draft = piga_record_draft_new (self->store, record);
      g_hash_table_insert (drafts, piga_record_draft_get_record (draft), draft);
      /* One that comes back from the trash is followed already. */
      g_signal_handlers_disconnect_by_func (record, changed_cb, self);
      g_signal_connect_object (record, "notify", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
}

static GHashTable *
create_drafts (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
}

/* Each record has a draft for as long as it belongs to the debrief. */
static void
records_changed_cb (PigaDebrief *self)
{
  g_autoptr (GHashTable) drafts = create_drafts ();
  g_autoptr (GHashTable) old = NULL;

  keep (self, G_LIST_MODEL (self->questions), drafts);
  for (guint side = 0; side < G_N_ELEMENTS (self->remarks); side++)
    keep (self, G_LIST_MODEL (self->remarks[side]), drafts);
  old = g_steal_pointer (&self->drafts);
  self->drafts = g_steal_pointer (&drafts);
  changed_cb (self);
}

static void
piga_debrief_dispose (GObject *object)
{
  PigaDebrief *self = PIGA_DEBRIEF (object);

  for (guint side = 0; side < G_N_ELEMENTS (self->remarks); side++)
    {
      g_clear_object (&self->offers[side]);
      g_clear_object (&self->remarks[side]);
    }
  g_clear_object (&self->questions);
  g_clear_pointer (&self->drafts, g_hash_table_unref);
  g_clear_object (&self->interview);
  g_clear_object (&self->store);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_debrief_parent_class)->dispose (object);
}

static void
piga_debrief_class_init (PigaDebriefClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_debrief_dispose;

  signals[CHANGED] = g_signal_new ("changed", PIGA_TYPE_DEBRIEF, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
piga_debrief_init (PigaDebrief *self)
{
  self->drafts = create_drafts ();
}

static GtkFilterListModel *
filter (PigaDebrief *self, GListModel *model, GtkCustomFilterFunc func)
{
  return gtk_filter_list_model_new (model, GTK_FILTER (gtk_custom_filter_new (func, self, NULL)));
}

static void
follow (PigaDebrief *self)
{
  g_signal_connect_object (self->questions, "items-changed", G_CALLBACK (records_changed_cb), self,
                           G_CONNECT_SWAPPED);
  for (guint side = 0; side < G_N_ELEMENTS (self->remarks); side++)
    g_signal_connect_object (self->remarks[side], "items-changed", G_CALLBACK (records_changed_cb),
                             self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "record-saved::remark", G_CALLBACK (remarks_saved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->interview, "notify", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * piga_debrief_is_own:
 * @remark: a remark
 * @side: strength or gap
 *
 * Returns: whether it is on that side, and the person's own
 */
gboolean
piga_debrief_is_own (PigaRemark *remark, PigaSide side)
{
  return piga_record_get_integer (remark, PIGA_REMARK_VOICE) == PIGA_VOICE_ME
         && piga_record_get_integer (remark, PIGA_REMARK_SIDE) == side;
}

/**
 * piga_debrief_new:
 * @context: the context
 * @interview: an interview
 *
 * Returns: (transfer full): what is noted of it
 */
PigaDebrief *
piga_debrief_new (PigaContext *context, PigaInterview *interview)
{
  static const GtkCustomFilterFunc own[] = { is_own_strength, is_own_gap };
  static const GtkCustomFilterFunc offered[] = { is_offered_strength, is_offered_gap };
  PigaDebrief *self = g_object_new (PIGA_TYPE_DEBRIEF, NULL);
  const char *id = piga_record_get_id (interview);

  self->context = g_object_ref (context);
  self->store = g_object_ref (piga_context_get_store (context));
  self->interview = g_object_ref (interview);
  self->questions = filter (
    self, piga_linked_records (self->store, PIGA_TYPE_QUESTION, PIGA_QUESTION_INTERVIEW, id),
    was_asked);
  for (guint side = 0; side < G_N_ELEMENTS (own); side++)
    self->remarks[side] =
      filter (self, piga_linked_records (self->store, PIGA_TYPE_REMARK, PIGA_REMARK_INTERVIEW, id),
              own[side]);
  for (guint side = 0; side < G_N_ELEMENTS (offered); side++)
    self->offers[side] =
      filter (self, g_object_ref (G_LIST_MODEL (self->questions)), offered[side]);
  follow (self);
  records_changed_cb (self);
  return self;
}

/**
 * piga_debrief_get_context:
 * @self: a debrief
 *
 * Returns: (transfer none): the context
 */
PigaContext *
piga_debrief_get_context (PigaDebrief *self)
{
  return self->context;
}

/**
 * piga_debrief_get_interview:
 * @self: a debrief
 *
 * Returns: (transfer none): the interview that it is about
 */
PigaInterview *
piga_debrief_get_interview (PigaDebrief *self)
{
  return self->interview;
}

/**
 * piga_debrief_get_questions:
 * @self: a debrief
 *
 * Returns: (transfer none) (element-type PigaQuestion): the questions that were asked, as they were
 *   written down
 */
GListModel *
piga_debrief_get_questions (PigaDebrief *self)
{
  return G_LIST_MODEL (self->questions);
}

/**
 * piga_debrief_get_remarks:
 * @self: a debrief
 * @side: strength or gap
 *
 * Returns: (transfer none) (element-type PigaRemark): what the person says went well, or did not
 */
GListModel *
piga_debrief_get_remarks (PigaDebrief *self, PigaSide side)
{
  return G_LIST_MODEL (self->remarks[side]);
}

/**
 * piga_debrief_get_offers:
 * @self: a debrief
 * @side: strength or gap
 *
 * Returns: (transfer none) (element-type PigaQuestion): the questions that could be one, as they
 *   were rated, and are not yet; no gaps where there are enough
 */
GListModel *
piga_debrief_get_offers (PigaDebrief *self, PigaSide side)
{
  return G_LIST_MODEL (self->offers[side]);
}

/**
 * piga_debrief_find_question:
 * @self: a debrief
 * @remark: a remark
 *
 * Returns: (transfer none) (nullable): the question, of those that were asked, that it came from
 */
PigaQuestion *
piga_debrief_find_question (PigaDebrief *self, PigaRemark *remark)
{
  const guint n_questions = g_list_model_get_n_items (G_LIST_MODEL (self->questions));

  for (guint i = 0; i < n_questions; i++)
    {
      g_autoptr (PigaQuestion) question = g_list_model_get_item (G_LIST_MODEL (self->questions), i);

      if (g_str_equal (piga_record_get_text (question, PIGA_QUESTION_REMARK),
                       piga_record_get_id (remark)))
        return question;
    }
  return NULL;
}

/**
 * piga_debrief_can_add:
 * @self: a debrief
 * @side: strength or gap
 *
 * Returns: whether there is room for one more
 */
gboolean
piga_debrief_can_add (PigaDebrief *self, PigaSide side)
{
  return side == PIGA_SIDE_STRENGTH
         || g_list_model_get_n_items (G_LIST_MODEL (self->remarks[side])) < PIGA_DEBRIEF_MOST_GAPS;
}

/**
 * piga_debrief_add_question:
 * @self: a debrief
 * @text: a question that was asked
 */
void
piga_debrief_add_question (PigaDebrief *self, const char *text)
{
  g_autoptr (PigaQuestion) question = piga_record_new (PIGA_TYPE_QUESTION);

  piga_record_set_text (question, PIGA_QUESTION_INTERVIEW, piga_record_get_id (self->interview));
  piga_record_set_text (question, PIGA_QUESTION_TEXT, text);
  piga_store_save_async (self->store, question, NULL, NULL, NULL);
}

static PigaRemark *
create_remark (PigaDebrief *self, PigaSide side, const char *text)
{
  PigaRemark *remark = piga_record_new (PIGA_TYPE_REMARK);

  piga_record_set_text (remark, PIGA_REMARK_INTERVIEW, piga_record_get_id (self->interview));
  piga_record_set_text (remark, PIGA_REMARK_TEXT, text);
  piga_record_set_integer (remark, PIGA_REMARK_VOICE, PIGA_VOICE_ME);
  piga_record_set_integer (remark, PIGA_REMARK_SIDE, side);
  return remark;
}

/**
 * piga_debrief_add_remark:
 * @self: a debrief
 * @side: strength or gap
 * @text: what went well, or did not
 *
 * Returns: whether it was added; not where there are enough gaps
 */
gboolean
piga_debrief_add_remark (PigaDebrief *self, PigaSide side, const char *text)
{
  g_autoptr (PigaRemark) remark = NULL;

  if (!piga_debrief_can_add (self, side))
    return FALSE;
  remark = create_remark (self, side, text);
  piga_store_save_async (self->store, remark, NULL, NULL, NULL);
  return TRUE;
}

/**
 * piga_debrief_take_offer:
 * @self: a debrief
 * @side: strength or gap
 * @question: one of the offers
 *
 * Makes a remark of it, with the same theme.
 *
 * Returns: whether it was made; not where there are enough gaps
 */
gboolean
piga_debrief_take_offer (PigaDebrief *self, PigaSide side, PigaQuestion *question)
{
  g_autoptr (PigaRemark) remark = NULL;

  if (!piga_debrief_can_add (self, side))
    return FALSE;
  remark = create_remark (self, side, piga_record_get_text (question, PIGA_QUESTION_TEXT));
  piga_record_set_integer (remark, PIGA_REMARK_THEME,
                           piga_record_get_integer (question, PIGA_QUESTION_THEME));
  piga_store_save_async (self->store, remark, NULL, NULL, NULL);
  piga_record_set_text (question, PIGA_QUESTION_REMARK, piga_record_get_id (remark));
  piga_store_save_async (self->store, question, NULL, NULL, NULL);
  return TRUE;
}

/**
 * piga_debrief_flush:
 * @self: a debrief
 *
 * Hands what was changed in the questions and remarks to the store, without waiting for the answer.
 */
void
piga_debrief_flush (PigaDebrief *self)
{
  GHashTableIter iter;
  gpointer draft;

  g_hash_table_iter_init (&iter, self->drafts);
  while (g_hash_table_iter_next (&iter, NULL, &draft))
    piga_record_draft_flush (draft);
}
