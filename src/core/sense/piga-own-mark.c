/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the employer says, held against what the person noted of the same theme in the same
 * interview: their own remarks, and how they rated the answers that they gave. */

#include "piga-own-mark.h"

#include <glib/gi18n-lib.h>

#include "records/piga-question.h"
#include "records/piga-theme.h"

static PigaOwnMark
add_mark (PigaOwnMark mark, PigaOwnMark other)
{
  if (mark == PIGA_OWN_MARK_NONE || mark == other)
    return other;
  return other == PIGA_OWN_MARK_NONE ? mark : PIGA_OWN_MARK_MIXED;
}

static PigaOwnMark
mark_from_rating (PigaRating rating)
{
  switch (rating)
    {
    case PIGA_RATING_STRONG:
      return PIGA_OWN_MARK_STRONG;
    case PIGA_RATING_SOLID:
      return PIGA_OWN_MARK_SOLID;
    case PIGA_RATING_GAP:
      return PIGA_OWN_MARK_GAP;
    case PIGA_RATING_UNRATED:
    default:
      return PIGA_OWN_MARK_NONE;
    }
}

static PigaOwnMark
mark_from_side (PigaSide side)
{
  return side == PIGA_SIDE_GAP ? PIGA_OWN_MARK_GAP : PIGA_OWN_MARK_STRONG;
}

/* A question to practise was not asked: how it went says nothing of the interview. */
static PigaOwnMark
mark_questions (PigaRemark *remark, GListModel *questions)
{
  const char *interview = piga_record_get_text (remark, PIGA_REMARK_INTERVIEW);
  const gint64 theme = piga_record_get_integer (remark, PIGA_REMARK_THEME);
  const guint n_questions = g_list_model_get_n_items (questions);
  PigaOwnMark mark = PIGA_OWN_MARK_NONE;

  for (guint i = 0; i < n_questions; i++)
    {
      g_autoptr (PigaQuestion) question = g_list_model_get_item (questions, i);

      if (piga_record_get_integer (question, PIGA_QUESTION_THEME) == theme
          && !piga_record_get_boolean (question, PIGA_QUESTION_PRACTISE)
          && g_str_equal (piga_record_get_text (question, PIGA_QUESTION_INTERVIEW), interview))
        mark = add_mark (
          mark, mark_from_rating (piga_record_get_integer (question, PIGA_QUESTION_RATING)));
    }
  return mark;
}

static PigaOwnMark
mark_remarks (PigaRemark *remark, GListModel *remarks)
{
  const char *interview = piga_record_get_text (remark, PIGA_REMARK_INTERVIEW);
  const gint64 theme = piga_record_get_integer (remark, PIGA_REMARK_THEME);
  const guint n_remarks = g_list_model_get_n_items (remarks);
  PigaOwnMark mark = PIGA_OWN_MARK_NONE;

  for (guint i = 0; i < n_remarks; i++)
    {
      g_autoptr (PigaRemark) other = g_list_model_get_item (remarks, i);

      if (piga_record_get_integer (other, PIGA_REMARK_THEME) == theme
          && piga_record_get_integer (other, PIGA_REMARK_VOICE) == PIGA_VOICE_ME
          && g_str_equal (piga_record_get_text (other, PIGA_REMARK_INTERVIEW), interview))
        mark = add_mark (mark, mark_from_side (piga_record_get_integer (other, PIGA_REMARK_SIDE)));
    }
  return mark;
}

/**
 * piga_own_mark_get:
 * @remark: a remark
 * @questions: (element-type PigaQuestion): the questions, of any interview
 * @remarks: (element-type PigaRemark): the remarks, of any interview
 *
 * Returns: how the person marked the theme of @remark in its interview; none where the remark has
 *   no theme or is the person's own
 */
PigaOwnMark
piga_own_mark_get (PigaRemark *remark, GListModel *questions, GListModel *remarks)
{
  if (piga_record_get_integer (remark, PIGA_REMARK_THEME) == PIGA_THEME_UNSAID
      || piga_record_get_integer (remark, PIGA_REMARK_VOICE) == PIGA_VOICE_ME)
    return PIGA_OWN_MARK_NONE;

  return add_mark (mark_questions (remark, questions), mark_remarks (remark, remarks));
}

static const char *
say_beside_gap (PigaOwnMark mark)
{
  switch (mark)
    {
    case PIGA_OWN_MARK_STRONG:
      return _ ("You rated this theme strong; they name a gap.");
    case PIGA_OWN_MARK_SOLID:
      return _ ("You rated this theme solid; they name a gap.");
    case PIGA_OWN_MARK_GAP:
      return _ ("You saw this gap too.");
    case PIGA_OWN_MARK_MIXED:
      return _ ("You marked this theme now strong, now weaker; they name a gap.");
    case PIGA_OWN_MARK_NONE:
    default:
      return NULL;
    }
}

static const char *
say_beside_strength (PigaOwnMark mark)
{
  switch (mark)
    {
    case PIGA_OWN_MARK_STRONG:
      return _ ("You saw this strength too.");
    case PIGA_OWN_MARK_SOLID:
      return _ ("You rated this theme solid; they name a strength.");
    case PIGA_OWN_MARK_GAP:
      return _ ("You marked a gap here; they name a strength.");
    case PIGA_OWN_MARK_MIXED:
      return _ ("You marked this theme now strong, now weaker; they name a strength.");
    case PIGA_OWN_MARK_NONE:
    default:
      return NULL;
    }
}

/**
 * piga_own_mark_sentence:
 * @remark: a remark
 * @questions: (element-type PigaQuestion): the questions, of any interview
 * @remarks: (element-type PigaRemark): the remarks, of any interview
 *
 * Returns: (transfer none) (nullable): how the remark stands beside the person's own mark; %NULL
 *   where they marked nothing
 */
const char *
piga_own_mark_sentence (PigaRemark *remark, GListModel *questions, GListModel *remarks)
{
  const PigaOwnMark mark = piga_own_mark_get (remark, questions, remarks);

  return piga_record_get_integer (remark, PIGA_REMARK_SIDE) == PIGA_SIDE_GAP
           ? say_beside_gap (mark)
           : say_beside_strength (mark);
}
