/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-feedback-deeds.h"

#include <glib/gi18n-lib.h>

#include "parts/piga-toast.h"

/* What the request was before. */
typedef struct
{
  PigaFeedbackLetter *letter;
  PigaFeedbackRequest *request;
  PigaFeedbackRequest *before;
} Undo;

static Undo *
undo_new (PigaFeedbackLetter *letter)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->letter = g_object_ref (letter);
  undo->request = g_object_ref (piga_feedback_letter_get_request (letter));
  undo->before = piga_record_dup (undo->request);
  return undo;
}

static void
undo_free (gpointer data)
{
  Undo *undo = data;

  g_object_unref (undo->letter);
  g_object_unref (undo->request);
  g_object_unref (undo->before);
  g_free (undo);
}

static void
undo_deed (gpointer data)
{
  static const guint texts[] = { PIGA_FEEDBACK_REQUEST_TEXT, PIGA_FEEDBACK_REQUEST_FOLLOW_UP_TEXT };
  static const guint days[]
    = { PIGA_FEEDBACK_REQUEST_SENT_ON, PIGA_FEEDBACK_REQUEST_FOLLOWED_UP_ON,
        PIGA_FEEDBACK_REQUEST_ANSWERED_ON, PIGA_FEEDBACK_REQUEST_CLOSED_ON };
  Undo *undo = data;

  g_object_freeze_notify (G_OBJECT (undo->request));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    piga_record_set_text (undo->request, texts[i], piga_record_get_text (undo->before, texts[i]));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    piga_record_set_day (undo->request, days[i], piga_record_get_day (undo->before, days[i]));
  g_object_thaw_notify (G_OBJECT (undo->request));
  piga_feedback_letter_flush (undo->letter);
}

static void
set_day (GtkWidget *widget, PigaFeedbackLetter *letter, guint field, PigaDay day,
         const char *title)
{
  Undo *undo = undo_new (letter);

  piga_record_set_day (undo->request, field, day);
  piga_feedback_letter_keep (letter);
  piga_toast_show_undo (widget, title, undo_deed, undo, undo_free);
}

/**
 * piga_feedback_sent:
 * @widget: where it is done
 * @letter: a letter
 * @today: the day it is
 *
 * Notes that the request, or its follow-up, has gone out, and keeps the words that went.
 */
void
piga_feedback_sent (GtkWidget *widget, PigaFeedbackLetter *letter, PigaDay today)
{
  const gboolean is_follow_up = piga_feedback_letter_is_follow_up (letter);
  const char *title = is_follow_up ? _("Follow-up noted as sent") : _("Request noted as sent");
  Undo *undo = undo_new (letter);

  g_object_freeze_notify (G_OBJECT (undo->request));
  piga_feedback_letter_settle_text (letter);
  piga_record_set_day (undo->request,
                       is_follow_up ? PIGA_FEEDBACK_REQUEST_FOLLOWED_UP_ON
                                    : PIGA_FEEDBACK_REQUEST_SENT_ON,
                       today);
  g_object_thaw_notify (G_OBJECT (undo->request));
  piga_feedback_letter_keep (letter);
  piga_toast_show_undo (widget, title, undo_deed, undo, undo_free);
}

/**
 * piga_feedback_answered:
 * @widget: where it is done
 * @letter: a letter
 * @today: the day it is
 *
 * Notes that the employer answered.
 */
void
piga_feedback_answered (GtkWidget *widget, PigaFeedbackLetter *letter, PigaDay today)
{
  set_day (widget, letter, PIGA_FEEDBACK_REQUEST_ANSWERED_ON, today, _("Answer noted"));
}

/**
 * piga_feedback_close:
 * @widget: where it is done
 * @letter: a letter
 * @today: the day it is
 *
 * Waits for an answer no longer.
 */
void
piga_feedback_close (GtkWidget *widget, PigaFeedbackLetter *letter, PigaDay today)
{
  set_day (widget, letter, PIGA_FEEDBACK_REQUEST_CLOSED_ON, today, _("Request closed"));
}

/**
 * piga_feedback_write_again:
 * @widget: where it is done
 * @letter: a letter that the person edited
 *
 * Lets the text follow the facts again.
 */
void
piga_feedback_write_again (GtkWidget *widget, PigaFeedbackLetter *letter)
{
  Undo *undo = undo_new (letter);

  piga_feedback_letter_write_again (letter);
  piga_feedback_letter_flush (letter);
  piga_toast_show_undo (widget, _("Written again from the facts"), undo_deed, undo, undo_free);
}
