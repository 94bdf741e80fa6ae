/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A record that is kept somewhere, in the trash or in a backup, in the words of a person: what it
 * is, how it is called, what it belongs to and what is in it. What it links to is looked up in a
 * table by id, as nothing of it may be in use. */

#include "config.h"

#include "piga-kept-words.h"

#include <glib/gi18n-lib.h>

#include "guide/piga-guide.h"
#include "kit/piga-one-line.h"
#include "piga-calendar.h"
#include "piga-trash.h"
#include "records/piga-entry.h"
#include "records/piga-feedback-request.h"
#include "records/piga-goal-mark.h"
#include "records/piga-goal.h"
#include "records/piga-profile.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"
#include "records/piga-step-check.h"
#include "records/piga-step-state.h"
#include "sense/piga-round.h"

/* How much of a text is its title, in characters. */
#define LONGEST_TITLE 200
#define DAYS_IN_WORDS 6

/**
 * piga_kept_words_kind:
 * @record: a record
 *
 * Returns: (transfer none): what it is, such as “Journal entry”
 */
const char *
piga_kept_words_kind (gpointer record)
{
  static const struct
  {
    GType (*type) (void);
    const char *label;
  } kinds[] = {
    { piga_entry_get_type, NC_ ("kind", "Journal entry") },
    { piga_goal_get_type, NC_ ("kind", "Goal") },
    { piga_goal_mark_get_type, NC_ ("kind", "Progress on a goal") },
    { piga_step_check_get_type, NC_ ("kind", "Own check") },
    { piga_step_state_get_type, NC_ ("kind", "Finished step") },
    { piga_job_application_get_type, NC_ ("kind", "Application") },
    { piga_interview_get_type, NC_ ("kind", "Interview") },
    { piga_question_get_type, NC_ ("kind", "Interview question") },
    { piga_remark_get_type, NC_ ("kind", "Remark") },
    { piga_feedback_request_get_type, NC_ ("kind", "Request for feedback") },
    { piga_profile_get_type, NC_ ("kind", "Your name and address") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].type () == G_OBJECT_TYPE (record))
      return g_dpgettext2 (GETTEXT_PACKAGE, "kind", kinds[i].label);

  g_return_val_if_reached ("");
}

/**
 * piga_kept_words_count:
 * @kind: a kind of record
 * @n: how many, at least 1
 *
 * Returns: (transfer full): such as “3 journal entries”
 */
char *
piga_kept_words_count (GType kind, guint n)
{
  if (kind == PIGA_TYPE_ENTRY)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u journal entry", "%u journal entries", n), n);
  if (kind == PIGA_TYPE_GOAL)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u goal", "%u goals", n), n);
  if (kind == PIGA_TYPE_GOAL_MARK)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u mark on a goal", "%u marks on goals", n), n);
  if (kind == PIGA_TYPE_STEP_CHECK)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u check of your own", "%u checks of your own", n), n);
  if (kind == PIGA_TYPE_JOB_APPLICATION)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u job application", "%u job applications", n), n);
  if (kind == PIGA_TYPE_INTERVIEW)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u job interview", "%u job interviews", n), n);
  if (kind == PIGA_TYPE_QUESTION)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u interview question", "%u interview questions", n), n);
  if (kind == PIGA_TYPE_REMARK)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u remark on an interview", "%u remarks on interviews", n), n);
  if (kind == PIGA_TYPE_FEEDBACK_REQUEST)
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u request for feedback", "%u requests for feedback", n), n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record", "%u records", n), n);
}

/**
 * piga_kept_words_kinds:
 * @kind: a kind of record
 *
 * Returns: (transfer none): a heading over several of it, such as “Journal Entries”
 */
const char *
piga_kept_words_kinds (GType kind)
{
  static const struct
  {
    GType (*type) (void);
    const char *label;
  } kinds[] = {
    { piga_entry_get_type, NC_ ("kinds", "Journal Entries") },
    { piga_goal_get_type, NC_ ("kinds", "Goals") },
    { piga_job_application_get_type, NC_ ("kinds", "Applications") },
    { piga_interview_get_type, NC_ ("kinds", "Interviews") },
    { piga_question_get_type, NC_ ("kinds", "Interview Questions") },
    { piga_remark_get_type, NC_ ("kinds", "Remarks") },
    { piga_feedback_request_get_type, NC_ ("kinds", "Requests for Feedback") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].type () == kind)
      return g_dpgettext2 (GETTEXT_PACKAGE, "kinds", kinds[i].label);
  return _ ("Your Name and Address");
}

/**
 * piga_kept_words_counts:
 * @records: (element-type PigaRecord): some records
 *
 * Returns: (transfer full): how many of each kind there are, such as “3 journal entries, 1 goal”
 */
char *
piga_kept_words_counts (GPtrArray *records)
{
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (GType));
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const GType kind = G_OBJECT_TYPE (records->pdata[i]);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GSIZE_TO_POINTER (kind)));

      if (n == 0)
        g_array_append_val (kinds, kind);
      g_hash_table_insert (counts, GSIZE_TO_POINTER (kind), GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < kinds->len; i++)
    {
      const GType kind = g_array_index (kinds, GType, i);
      g_autofree char *count = piga_kept_words_count (
        kind, GPOINTER_TO_UINT (g_hash_table_lookup (counts, GSIZE_TO_POINTER (kind))));

      g_string_append_printf (text, i > 0 ? ", %s" : "%s", count);
    }
  return g_string_free_and_steal (text);
}

static gpointer
look_up (GHashTable *linked, const char *id)
{
  return linked != NULL ? g_hash_table_lookup (linked, id) : NULL;
}

static gpointer
look_up_link (gpointer record, guint field, GHashTable *linked)
{
  return look_up (linked, piga_record_get_text (record, field));
}

/* The beginning of the first text that was written, in one line. */
static char *
dup_first_words (gpointer record)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      g_autofree char *start = NULL;
      char *line;

      if ((klass->fields[i].flags & PIGA_FIELD_SEARCHED) == 0)
        continue;
      start = g_utf8_substring (
        piga_record_get_text (record, i), 0,
        MIN (LONGEST_TITLE, g_utf8_strlen (piga_record_get_text (record, i), -1)));
      g_strstrip (start);
      line = piga_one_line (start, -1);
      if (start[0] != '\0')
        return line != NULL ? line : g_steal_pointer (&start);
      g_free (line);
    }
  return NULL;
}

static char *
dup_interview_title (gpointer interview, GHashTable *linked, PigaDay today)
{
  return piga_interview_title (interview,
                               look_up_link (interview, PIGA_INTERVIEW_APPLICATION, linked), today);
}

/**
 * piga_kept_words_owner:
 * @record: a record
 * @linked: (nullable) (element-type utf8 PigaRecord): by their ids, the records that it and these
 *   link to
 * @today: the day it is
 *
 * Returns: (transfer full) (nullable): how that is called to which it belongs, such as the goal of
 *   a mark; %NULL where it stands for itself or that is not known
 */
char *
piga_kept_words_owner (gpointer record, GHashTable *linked, PigaDay today)
{
  gpointer owner = NULL;

  if (PIGA_IS_GOAL_MARK (record))
    owner = look_up_link (record, PIGA_GOAL_MARK_GOAL, linked);
  else if (PIGA_IS_QUESTION (record))
    owner = look_up_link (record, PIGA_QUESTION_INTERVIEW, linked);
  else if (PIGA_IS_REMARK (record))
    owner = look_up_link (record, PIGA_REMARK_INTERVIEW, linked);
  else if (PIGA_IS_FEEDBACK_REQUEST (record))
    owner = look_up_link (record, PIGA_FEEDBACK_REQUEST_INTERVIEW, linked);
  else if (PIGA_IS_STEP_CHECK (record))
    return g_strdup_printf (_ ("Step %u"),
                            (guint) piga_record_get_integer (record, PIGA_STEP_CHECK_STEP));
  return owner != NULL ? piga_kept_words_title (owner, linked, today) : NULL;
}

/**
 * piga_kept_words_title:
 * @record: a record
 * @linked: (nullable) (element-type utf8 PigaRecord): by their ids, the records that it and these
 *   link to
 * @today: the day it is
 *
 * Returns: (transfer full): how it is called, in one line
 */
char *
piga_kept_words_title (gpointer record, GHashTable *linked, PigaDay today)
{
  char *title = NULL;

  if (PIGA_IS_JOB_APPLICATION (record))
    return piga_job_application_title (record);
  if (PIGA_IS_INTERVIEW (record))
    return dup_interview_title (record, linked, today);
  if (PIGA_IS_PROFILE (record) && piga_record_get_text (record, PIGA_PROFILE_NAME)[0] != '\0')
    return g_strdup (piga_record_get_text (record, PIGA_PROFILE_NAME));
  /* A letter begins like every other. */
  if (!PIGA_IS_FEEDBACK_REQUEST (record))
    title = dup_first_words (record);
  if (title == NULL && (PIGA_IS_GOAL_MARK (record) || PIGA_IS_FEEDBACK_REQUEST (record)))
    title = piga_kept_words_owner (record, linked, today);
  return title != NULL ? title : g_strdup (_ ("No words yet"));
}

static gboolean
is_unsaid (const char *key)
{
  return g_str_equal (key, "unsaid") || g_str_equal (key, "unrated") || g_str_equal (key, "none");
}

static char *
dup_text (gpointer record, guint field)
{
  const char *text = piga_record_get_text (record, field);

  if (PIGA_IS_ENTRY (record) && field == PIGA_ENTRY_PROMPT)
    {
      const PigaPrompt *prompt =
        piga_guide_find_prompt ((guint) piga_record_get_integer (record, PIGA_ENTRY_STEP), text);

      return prompt != NULL ? g_strdup (_ (prompt->text)) : NULL;
    }
  return text[0] != '\0' ? g_strdup (text) : NULL;
}

static char *
dup_integer (gint64 integer)
{
  return integer != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, integer) : NULL;
}

static char *
dup_real (double real)
{
  return real != 0 ? g_strdup_printf ("%.10g", real) : NULL;
}

/**
 * piga_kept_words_value:
 * @record: a record
 * @field: the index of a field
 * @linked: (nullable) (element-type utf8 PigaRecord): by their ids, the records that it and these
 *   link to
 * @today: the day it is
 *
 * Returns: (transfer full) (nullable): what is in the field, to be read; %NULL where nothing is, or
 *   nothing that says something
 */
char *
piga_kept_words_value (gpointer record, guint field, GHashTable *linked, PigaDay today)
{
  const PigaField *declared = &PIGA_RECORD_GET_CLASS (record)->fields[field];
  gpointer link;

  switch (declared->type)
    {
    case PIGA_FIELD_TEXT:
    case PIGA_FIELD_LONG:
      return dup_text (record, field);
    case PIGA_FIELD_INTEGER:
      return dup_integer (piga_record_get_integer (record, field));
    case PIGA_FIELD_REAL:
      return dup_real (piga_record_get_real (record, field));
    case PIGA_FIELD_BOOLEAN:
      return piga_record_get_boolean (record, field) ? g_strdup (_ ("Yes")) : NULL;
    case PIGA_FIELD_CHOICE:
      return !is_unsaid (declared->choices[piga_record_get_integer (record, field)].key)
               ? g_strdup (piga_record_get_choice_label (record, field))
               : NULL;
    case PIGA_FIELD_DAY:
      return piga_record_get_day (record, field) != PIGA_DAY_NONE
               ? piga_calendar_date (piga_record_get_day (record, field))
               : NULL;
    case PIGA_FIELD_LINK:
      link = look_up_link (record, field, linked);
      return link != NULL ? piga_kept_words_title (link, linked, today) : NULL;
    }

  g_return_val_if_reached (NULL);
}

static char *
dup_deletion (PigaDay day, PigaDay today)
{
  const guint days = today > day ? today - day : 0;
  g_autofree char *date = NULL;

  if (days == 0)
    return g_strdup (_ ("deleted today"));
  if (days == 1)
    return g_strdup (_ ("deleted yesterday"));
  if (days <= DAYS_IN_WORDS)
    /* Translators: never 1, which has words of its own. */
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "deleted %u day ago", "deleted %u days ago", days), days);

  date = piga_calendar_date_near (day, today);
  /* Translators: %s is a date. */
  return g_strdup_printf (_ ("deleted on %s"), date);
}

/**
 * piga_kept_words_deleted:
 * @record: a record
 * @today: the day it is
 *
 * Returns: (transfer full) (nullable): when it was deleted and when it goes for good; %NULL where
 *   it is not in the trash
 */
char *
piga_kept_words_deleted (gpointer record, PigaDay today)
{
  const gint64 deleted_at = piga_record_get_deleted_at (record);
  g_autofree char *deletion = NULL;
  g_autofree char *date = NULL;
  PigaDay last;

  if (deleted_at == 0)
    return NULL;

  last = piga_day_from_time (deleted_at) + PIGA_STORE_TRASH_DAYS;
  deletion = dup_deletion (piga_day_from_time (deleted_at), today);
  if (last <= today)
    /* Translators: of something in the trash; %s is such as “deleted 3 days ago”. */
    return g_strdup_printf (_ ("%s · goes for good soon"), deletion);

  date = piga_calendar_date_near (last, today);
  /* Translators: of something in the trash; %1$s is such as “deleted 3 days ago”, %2$s a date. */
  return g_strdup_printf (_ ("%1$s · goes for good on %2$s"), deletion, date);
}

/**
 * piga_kept_words_about:
 * @record: a record
 * @linked: (nullable) (element-type utf8 PigaRecord): by their ids, the records that it and these
 *   link to
 * @today: the day it is
 *
 * Returns: (transfer full): what stands below its title: what it is, what it belongs to, and where
 *   it is in the trash, since when and until when
 */
char *
piga_kept_words_about (gpointer record, GHashTable *linked, PigaDay today)
{
  g_autofree char *title = piga_kept_words_title (record, linked, today);
  g_autofree char *owner = piga_kept_words_owner (record, linked, today);
  g_autofree char *deleted = piga_kept_words_deleted (record, today);
  GString *text = g_string_new (piga_kept_words_kind (record));

  if (owner != NULL && !g_str_equal (owner, title))
    g_string_append_printf (text, " · %s", owner);
  /* Marks on a goal are alike but for their days. */
  if (PIGA_IS_GOAL_MARK (record))
    {
      g_autofree char *day =
        piga_calendar_date_near (piga_record_get_day (record, PIGA_GOAL_MARK_DAY), today);

      g_string_append_printf (text, " · %s", day);
    }
  if (deleted != NULL)
    g_string_append_printf (text, " · %s", deleted);
  return g_string_free_and_steal (text);
}

/**
 * piga_kept_words_erasure:
 * @records: (element-type PigaRecord): what is to be deleted for good
 * @n_records: how many that are with all that belongs to them
 * @note: (nullable): what else there is to say, as whole sentences
 *
 * Returns: (transfer full): what is said before it is done
 */
char *
piga_kept_words_erasure (GPtrArray *records, guint n_records, const char *note)
{
  g_autofree char *counts = piga_kept_words_counts (records);
  GString *text = g_string_new (NULL);

  if (n_records == records->len)
    /* Translators: what is deleted for good, such as “3 journal entries, 1 goal”. */
    g_string_append_printf (text, _ ("%s. This cannot be undone."), counts);
  else
    g_string_append_printf (
      text,
      /* Translators: what is deleted for good. %1$s is such as “3 journal entries, 1 goal”; %2$u
       * counts them together with all that belongs to them. */
      g_dngettext (GETTEXT_PACKAGE,
                   "%1$s, and what belongs to it: %2$u records in all. This cannot be undone.",
                   "%1$s, and what belongs to them: %2$u records in all. This cannot be undone.",
                   records->len),
      counts, n_records);
  if (note != NULL)
    g_string_append_printf (text, "\n\n%s", note);
  return g_string_free_and_steal (text);
}
