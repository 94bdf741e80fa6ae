/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the journal in a list: title, day and step, and a face for the mood. */

#include "piga-journal-row.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"
#include "piga-mood-chooser.h"
#include "piga-step-chooser.h"

struct _PigaJournalRow
{
  PigaBriefRow parent_instance;

  PigaClock *clock;
};

G_DEFINE_FINAL_TYPE (PigaJournalRow, piga_journal_row, PIGA_TYPE_BRIEF_ROW)

static const char *
get_title (PigaEntryLine *line)
{
  const char *title = piga_entry_line_get_title (line);

  return title == NULL || title[0] == '\0' ? _ ("No words yet") : title;
}

static char *
dup_facts (PigaJournalRow *self, PigaEntryLine *line)
{
  const PigaDay day = piga_day_from_time (piga_entry_line_get_created_at (line));
  g_autofree char *when = piga_calendar_relative (day, piga_clock_get_today (self->clock));
  g_autofree char *step = NULL;

  if (piga_entry_line_get_step (line) == 0)
    return g_steal_pointer (&when);

  step = piga_step_chooser_dup_name (piga_entry_line_get_step (line));
  /* Translators: %1$s is a day, such as “Yesterday”; %2$s is a step, such as “Step 3”. */
  return g_strdup_printf (C_ ("journal", "%1$s · %2$s"), when, step);
}

static char *
describe (PigaBriefRow *row, gpointer item)
{
  PigaEntryLine *line = item;
  g_autofree char *facts = NULL;
  PigaMood mood;

  if (!piga_entry_line_is_loaded (line))
    return NULL;

  facts = dup_facts (PIGA_JOURNAL_ROW (row), line);
  mood = piga_entry_line_get_mood (line);
  if (mood == PIGA_MOOD_UNSAID)
    /* Translators: read aloud. %1$s is the title of an entry, %2$s its day and step. */
    return g_strdup_printf (_ ("%1$s, %2$s"), get_title (line), facts);
  /* Translators: read aloud. %1$s is the title of an entry, %2$s its day and step, %3$s the mood.
   */
  return g_strdup_printf (_ ("%1$s, %2$s, mood: %3$s"), get_title (line), facts,
                          piga_mood_get_label (mood));
}

/* While a line is not read yet, as when ten years fly past, the row stays blank. */
static void
show (PigaBriefRow *row, gpointer item)
{
  PigaEntryLine *line = item;
  const gboolean is_loaded = piga_entry_line_is_loaded (line);
  const PigaMood mood = is_loaded ? piga_entry_line_get_mood (line) : PIGA_MOOD_UNSAID;
  g_autofree char *facts = is_loaded ? dup_facts (PIGA_JOURNAL_ROW (row), line) : NULL;

  piga_brief_row_set_text (row, PIGA_BRIEF_TITLE, is_loaded ? get_title (line) : "");
  piga_brief_row_set_text (row, PIGA_BRIEF_NOTE, is_loaded ? facts : "");
  piga_brief_row_set_icon (row, mood != PIGA_MOOD_UNSAID ? piga_mood_get_icon_name (mood) : NULL);
}

static void
piga_journal_row_dispose (GObject *object)
{
  g_clear_object (&PIGA_JOURNAL_ROW (object)->clock);

  G_OBJECT_CLASS (piga_journal_row_parent_class)->dispose (object);
}

static void
piga_journal_row_class_init (PigaJournalRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_journal_row_dispose;
  PIGA_BRIEF_ROW_CLASS (klass)->show = show;
  PIGA_BRIEF_ROW_CLASS (klass)->describe = describe;
}

static void
piga_journal_row_init (PigaJournalRow *self)
{
  piga_brief_row_set_text (PIGA_BRIEF_ROW (self), PIGA_BRIEF_TITLE, "");
  piga_brief_row_set_text (PIGA_BRIEF_ROW (self), PIGA_BRIEF_NOTE, "");
}

/**
 * piga_journal_row_new:
 * @clock: the clock
 *
 * Returns: (transfer floating): a row for a #PigaEntryLine
 */
GtkWidget *
piga_journal_row_new (PigaClock *clock)
{
  PigaJournalRow *self = g_object_new (PIGA_TYPE_JOURNAL_ROW, NULL);

  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "notify::today", G_CALLBACK (piga_brief_row_queue_show), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
