/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-remark-actions.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-undo.h"
#include "records/piga-question.h"
#include "records/piga-theme.h"

#define SKILLS_STEP 4
#define CV_STEP 5
/* A goal is one sentence: a longer remark is cut, and stays whole where it is. */
#define LONGEST_TITLE 160

/* For each theme one question that gives room to do better in it. */
static const char *const theme_questions[PIGA_N_THEMES] = {
  [PIGA_THEME_UNSAID] = N_ ("Tell us briefly about yourself."),
  [PIGA_THEME_CLARITY] = N_ ("Tell us briefly about yourself."),
  [PIGA_THEME_EXAMPLES] = N_ ("Tell us about a hard problem you solved."),
  [PIGA_THEME_SKILLS] = N_ ("Which of your skills would help you most in this job, and where have "
                            "you used it?"),
  [PIGA_THEME_FIELD] = N_ ("What recent news affects this sector?"),
  [PIGA_THEME_EMPLOYER] = N_ ("What do you know about our organisation?"),
  [PIGA_THEME_MOTIVATION] = N_ ("Why do you want this job?"),
  [PIGA_THEME_EXPERIENCE] = N_ ("What achievement are you proudest of?"),
  [PIGA_THEME_CONFIDENCE] = N_ ("Why should we choose you?"),
  [PIGA_THEME_PEOPLE] = N_ ("How did you handle a disagreement with a colleague?"),
  [PIGA_THEME_PAPERS] = N_ ("Please take us through your CV."),
  [PIGA_THEME_MANNERS] = N_ ("Do you have any questions for us?"),
  [PIGA_THEME_TERMS] = N_ ("What salary do you expect?"),
  [PIGA_THEME_CHANCE] = N_ ("Why should we choose you?"),
};

/**
 * piga_remark_add:
 * @widget: where it is done
 * @context: the context
 * @interview: the id of an interview
 * @side: whether they are strengths or gaps
 * @texts: (array zero-terminated=1): what the employer said, remark by remark
 */
void
piga_remark_add (GtkWidget *widget, PigaContext *context, const char *interview, PigaSide side,
                 const char *const *texts)
{
  const guint n_texts = g_strv_length ((GStrv) texts);
  PigaStore *store = piga_context_get_store (context);
  PigaUndo *undo = piga_undo_new (store);
  g_autofree char *title = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u remark added", "%u remarks added", n_texts), n_texts);

  for (guint i = 0; i < n_texts; i++)
    {
      g_autoptr (PigaRemark) remark = piga_record_new (PIGA_TYPE_REMARK);

      piga_record_set_text (remark, PIGA_REMARK_INTERVIEW, interview);
      piga_record_set_text (remark, PIGA_REMARK_TEXT, texts[i]);
      piga_record_set_integer (remark, PIGA_REMARK_SIDE, side);
      piga_record_set_integer (remark, PIGA_REMARK_VOICE, PIGA_VOICE_EMPLOYER);
      piga_undo_add_new (undo, remark);
      piga_store_save_async (store, remark, NULL, NULL, NULL);
    }
  piga_undo_offer (undo, widget, title);
}

/**
 * piga_remark_practise:
 * @widget: where it is done
 * @context: the context
 * @remark: a gap
 *
 * Adds a question to practise that is about the remark's theme.
 */
void
piga_remark_practise (GtkWidget *widget, PigaContext *context, PigaRemark *remark)
{
  const gint64 theme = piga_record_get_integer (remark, PIGA_REMARK_THEME);
  g_autoptr (PigaQuestion) question = piga_record_new (PIGA_TYPE_QUESTION);
  PigaStore *store = piga_context_get_store (context);
  PigaUndo *undo = piga_undo_new (store);

  piga_record_set_text (question, PIGA_QUESTION_INTERVIEW,
                        piga_record_get_text (remark, PIGA_REMARK_INTERVIEW));
  piga_record_set_text (question, PIGA_QUESTION_TEXT, _ (theme_questions[theme]));
  piga_record_set_text (question, PIGA_QUESTION_REMARK, piga_record_get_id (remark));
  piga_record_set_integer (question, PIGA_QUESTION_THEME, theme);
  piga_record_set_boolean (question, PIGA_QUESTION_PRACTISE, TRUE);
  piga_undo_add_new (undo, question);
  piga_store_save_async (store, question, NULL, NULL, NULL);
  piga_undo_offer (undo, widget, _ ("Question to practise added"));
}

static char *
get_goal_title (PigaRemark *remark)
{
  const char *fix = piga_record_get_text (remark, PIGA_REMARK_FIX);
  const char *text = fix[0] != '\0' ? fix : piga_record_get_text (remark, PIGA_REMARK_TEXT);
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (text), "\n\r\t", ' '));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= LONGEST_TITLE)
    return g_steal_pointer (&line);
  start = g_utf8_substring (line, 0, LONGEST_TITLE - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/**
 * piga_remark_get_step:
 * @remark: a remark
 *
 * Returns: the step in which something can be done about its theme
 */
guint
piga_remark_get_step (PigaRemark *remark)
{
  return piga_record_get_integer (remark, PIGA_REMARK_THEME) == PIGA_THEME_PAPERS ? CV_STEP
                                                                                  : SKILLS_STEP;
}

/**
 * piga_remark_make_goal:
 * @widget: where it is done
 * @remark: a gap
 * @step: the step that the goal belongs to, see piga_remark_get_step()
 *
 * Opens a new goal that holds what the person would do about the gap, or else the gap itself.
 */
void
piga_remark_make_goal (GtkWidget *widget, PigaRemark *remark, guint step)
{
  g_autofree char *title = get_goal_title (remark);

  gtk_widget_activate_action (widget, "win.new-goal-from", "(usss)", step, title,
                              piga_record_get_text (remark, PIGA_REMARK_INTERVIEW),
                              piga_record_get_id (remark));
}
