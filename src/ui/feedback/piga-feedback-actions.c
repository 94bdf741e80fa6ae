/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-feedback-actions.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-undo.h"

static PigaUndo *
note_before (PigaContext *context, PigaFeedbackLetter *letter)
{
  PigaUndo *undo = piga_undo_new (piga_context_get_store (context));

  piga_undo_add_changed (undo, piga_feedback_letter_get_request (letter));
  return undo;
}

static void
set_day (GtkWidget *widget, PigaContext *context, PigaFeedbackLetter *letter, guint field,
         const char *title)
{
  PigaUndo *undo = note_before (context, letter);

  piga_record_set_day (piga_feedback_letter_get_request (letter), field,
                       piga_context_get_today (context));
  piga_feedback_letter_keep (letter);
  piga_undo_offer (undo, widget, title);
}

/**
 * piga_feedback_sent:
 * @widget: where it is done
 * @context: the context
 * @letter: a letter
 *
 * Notes that the request, or its follow-up, has gone out, and keeps the words that went.
 */
void
piga_feedback_sent (GtkWidget *widget, PigaContext *context, PigaFeedbackLetter *letter)
{
  const gboolean is_follow_up = piga_feedback_letter_is_follow_up (letter);
  const char *title = is_follow_up ? _ ("Follow-up noted") : _ ("Request noted");
  PigaFeedbackRequest *request = piga_feedback_letter_get_request (letter);
  PigaUndo *undo = note_before (context, letter);

  g_object_freeze_notify (G_OBJECT (request));
  piga_feedback_letter_settle_text (letter);
  piga_record_set_day (
    request, is_follow_up ? PIGA_FEEDBACK_REQUEST_FOLLOWED_UP_ON : PIGA_FEEDBACK_REQUEST_SENT_ON,
    piga_context_get_today (context));
  g_object_thaw_notify (G_OBJECT (request));
  piga_feedback_letter_keep (letter);
  piga_undo_offer (undo, widget, title);
}

/**
 * piga_feedback_answered:
 * @widget: where it is done
 * @context: the context
 * @letter: a letter
 *
 * Notes that the employer answered.
 */
void
piga_feedback_answered (GtkWidget *widget, PigaContext *context, PigaFeedbackLetter *letter)
{
  set_day (widget, context, letter, PIGA_FEEDBACK_REQUEST_ANSWERED_ON, _ ("Answer noted"));
}

/**
 * piga_feedback_close:
 * @widget: where it is done
 * @context: the context
 * @letter: a letter
 *
 * Waits for an answer no longer.
 */
void
piga_feedback_close (GtkWidget *widget, PigaContext *context, PigaFeedbackLetter *letter)
{
  set_day (widget, context, letter, PIGA_FEEDBACK_REQUEST_CLOSED_ON, _ ("Request closed"));
}

/**
 * piga_feedback_write_again:
 * @widget: where it is done
 * @context: the context
 * @letter: a letter that the person edited
 *
 * Lets the text follow the facts again.
 */
void
piga_feedback_write_again (GtkWidget *widget, PigaContext *context, PigaFeedbackLetter *letter)
{
  PigaUndo *undo = note_before (context, letter);

  piga_feedback_letter_write_again (letter);
  piga_feedback_letter_flush (letter);
  piga_undo_offer (undo, widget, _ ("Written again from the facts"));
}
