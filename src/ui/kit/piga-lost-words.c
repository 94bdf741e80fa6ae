/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records that could not be read, in the words of a person: what kind they were of, and the day on
 * which they were made. */

#include "piga-lost-words.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"
#include "piga-lost-record.h"
#include "records/piga-damaged-value.h"
#include "records/piga-entry.h"
#include "records/piga-feedback-request.h"
#include "records/piga-goal-mark.h"
#include "records/piga-goal.h"
#include "records/piga-interview.h"
#include "records/piga-job-application.h"
#include "records/piga-profile.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"
#include "records/piga-step-check.h"
#include "records/piga-step-state.h"

/* As many as there is room for in a dialog; the last line says how many more there are. */
#define MOST_LINES 8

static const struct
{
  GType (*type) (void);
  const char *label;
} kinds[] = {
  { piga_entry_get_type, N_ ("Journal") },
  { piga_goal_get_type, N_ ("Goals") },
  { piga_goal_mark_get_type, N_ ("Notes on goals") },
  { piga_step_check_get_type, N_ ("Your own checks") },
  { piga_step_state_get_type, N_ ("Finished steps") },
  { piga_job_application_get_type, N_ ("Applications") },
  { piga_interview_get_type, N_ ("Interviews") },
  { piga_question_get_type, N_ ("Interview questions") },
  { piga_remark_get_type, N_ ("Remarks") },
  { piga_feedback_request_get_type, N_ ("Requests for feedback") },
  { piga_profile_get_type, N_ ("Your name and address") },
  { piga_damaged_value_get_type, N_ ("Originals of what was damaged") },
};

static const char *
get_label (GType kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].type () == kind)
      return _ (kinds[i].label);

  g_return_val_if_reached ("");
}

static char *
describe_one (const PigaLostRecord *record)
{
  const PigaDay day =
    record->created_at != 0 ? piga_day_from_time (record->created_at) : PIGA_DAY_NONE;
  g_autofree char *date = day != PIGA_DAY_NONE ? piga_calendar_date (day) : NULL;

  if (record->id == NULL)
    /* Translators: what cannot be read; %s is a kind of record, such as “Journal”. */
    return g_strdup_printf (_ ("%s: some more"), get_label (record->kind));
  if (date == NULL)
    return g_strdup (get_label (record->kind));
  return g_strdup_printf (
    record->is_partial
      /* Translators: what cannot be read; %1$s is a kind of record, such as “Journal”, %2$s the
           * day on which it was made. */
      ? _ ("%1$s, %2$s: only a part was read")
      /* Translators: what cannot be read; %1$s is a kind of record, such as “Journal”, %2$s the
           * day on which it was made. */
      : _ ("%1$s, %2$s"),
    get_label (record->kind), date);
}

/**
 * piga_lost_words_describe:
 * @lost: (element-type PigaLostRecord): what could not be read, or not wholly; not empty
 *
 * Returns: (transfer full): how many they are and, for the first of them, what and of which day
 */
char *
piga_lost_words_describe (GPtrArray *lost)
{
  const guint n_lines = lost->len > MOST_LINES ? MOST_LINES - 1 : lost->len;
  const guint n_more = lost->len - n_lines;
  GString *text = g_string_new (NULL);

  /* Translators: a list follows. */
  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%u record could not be read:",
                                       "%u records could not be read:", lost->len),
                          lost->len);
  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *line = describe_one (lost->pdata[i]);

      g_string_append_printf (text, "\n• %s", line);
    }
  if (n_more > 0)
    {
      g_string_append (text, "\n• ");
      /* Translators: the last line of a list. */
      g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_more), n_more);
    }
  return g_string_free_and_steal (text);
}
