/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Letters are made of whole sentences with blanks. Where a fact is missing, another sentence is
 * taken that does not speak of it, so that no sentence is ever glued or left with a hole. */

#include "piga-letter-draft.h"

#include <string.h>

#include "piga-calendar.h"
#include "piga-language.h"

static const char *const blank_names[PIGA_N_BLANKS] = {
  [PIGA_BLANK_EMPLOYER] = "{employer}", [PIGA_BLANK_ROLE] = "{role}",
  [PIGA_BLANK_CONTACT] = "{contact}",   [PIGA_BLANK_DAY] = "{day}",
  [PIGA_BLANK_NAME] = "{name}",         [PIGA_BLANK_PHONE] = "{phone}",
  [PIGA_BLANK_EMAIL] = "{email}",       [PIGA_BLANK_TOWN] = "{town}",
  [PIGA_BLANK_TODAY] = "{today}",       [PIGA_BLANK_SENT] = "{sent}",
  [PIGA_BLANK_SUBJECT] = "{subject}",   [PIGA_BLANK_WORDS] = "{words}",
};

static const char *const language_codes[] = {
  [PIGA_FEEDBACK_LANGUAGE_ENGLISH] = PIGA_LANGUAGE_ENGLISH,
  [PIGA_FEEDBACK_LANGUAGE_KISWAHILI] = PIGA_LANGUAGE_KISWAHILI,
};

/* A fact is one line: a break inside it would look like a new paragraph, or end a subject early. */
static char *
clean_text (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          space = TRUE;
          continue;
        }
      if (space && clean->len > 0)
        g_string_append_c (clean, ' ');
      g_string_append_unichar (clean, c);
      space = FALSE;
    }

  return clean->len > 0 ? g_string_free (g_steal_pointer (&clean), FALSE) : NULL;
}

static char *
write_day (PigaDay day, const char *language)
{
  return day != PIGA_DAY_NONE ? piga_calendar_date_in (day, language) : NULL;
}

static void
take_questions (PigaLetterDraft *self, const PigaLetterFacts *facts)
{
  if (facts->first_question != PIGA_FEEDBACK_QUESTION_NONE)
    self->questions[self->n_questions++] = facts->first_question;
  if (facts->second_question != PIGA_FEEDBACK_QUESTION_NONE
      && facts->second_question != facts->first_question)
    self->questions[self->n_questions++] = facts->second_question;
}

/**
 * piga_letter_draft_new:
 * @facts: what it is made from
 * @sent_on: the day on which something was sent before, if this follows it up
 *
 * Returns: (transfer full): an empty draft
 */
PigaLetterDraft *
piga_letter_draft_new (const PigaLetterFacts *facts, PigaDay sent_on)
{
  PigaLetterDraft *self = g_new0 (PigaLetterDraft, 1);

  self->language = language_codes[facts->language];
  self->tone = facts->tone;
  take_questions (self, facts);

  self->values[PIGA_BLANK_EMPLOYER] = clean_text (facts->employer);
  self->values[PIGA_BLANK_ROLE] = clean_text (facts->role);
  self->values[PIGA_BLANK_CONTACT] = clean_text (facts->contact);
  self->values[PIGA_BLANK_NAME] = clean_text (facts->name);
  self->values[PIGA_BLANK_PHONE] = clean_text (facts->phone);
  self->values[PIGA_BLANK_EMAIL] = clean_text (facts->email);
  self->values[PIGA_BLANK_TOWN] = clean_text (facts->town);
  self->values[PIGA_BLANK_DAY] = write_day (facts->interviewed_on, self->language);
  self->values[PIGA_BLANK_TODAY] = write_day (facts->today, self->language);
  self->values[PIGA_BLANK_SENT] = write_day (sent_on, self->language);

  self->paragraphs = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * piga_letter_draft_free:
 * @self: (transfer full): a draft
 */
void
piga_letter_draft_free (PigaLetterDraft *self)
{
  for (guint i = 0; i < PIGA_N_BLANKS; i++)
    g_free (self->values[i]);
  g_ptr_array_unref (self->paragraphs);
  g_free (self);
}

/**
 * piga_letter_draft_leave_out:
 * @self: a draft
 * @blank: a fact
 *
 * Does as if the fact was not given.
 */
void
piga_letter_draft_leave_out (PigaLetterDraft *self, PigaBlank blank)
{
  g_clear_pointer (&self->values[blank], g_free);
}

static gboolean
can_fill (PigaLetterDraft *self, const char *template)
{
  for (guint i = 0; i < PIGA_N_BLANKS; i++)
    {
      if (self->values[i] == NULL && strstr (template, blank_names[i]) != NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
find_blank (const char *text, PigaBlank *blank)
{
  for (guint i = 0; i < PIGA_N_BLANKS; i++)
    {
      if (g_str_has_prefix (text, blank_names[i]))
        {
          *blank = i;
          return TRUE;
        }
    }
  return FALSE;
}

/* In one pass, so that a fact that looks like a blank stays what was typed. A fact that ends with a
 * full stop, “Ltd.”, ends the sentence too. */
static char *
write_out (PigaLetterDraft *self, const char *template)
{
  g_autoptr (GString) text = g_string_new (NULL);
  PigaBlank blank;

  while (*template != '\0')
    {
      if (*template != '{' || !find_blank (template, &blank))
        {
          g_string_append_c (text, *template ++);
          continue;
        }
      g_string_append (text, self->values[blank]);
      template += strlen (blank_names[blank]);
      if (*template == '.' && g_str_has_suffix (self->values[blank], "."))
        template ++;
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * piga_letter_draft_fill:
 * @self: a draft
 * @templates: the ways of saying something
 *
 * Returns: (transfer full) (nullable): the fullest way that the facts allow, in the letter's
 *   language; %NULL if they allow none
 */
char *
piga_letter_draft_fill (PigaLetterDraft *self, PigaTemplates templates)
{
  for (guint i = 0; templates[i] != NULL; i++)
    {
      if (can_fill (self, templates[i]))
        return write_out (self, piga_language_text (self->language, templates[i]));
    }
  return NULL;
}

/**
 * piga_letter_draft_take:
 * @self: a draft
 * @paragraph: (transfer full): a paragraph
 *
 * Adds a paragraph.
 */
void
piga_letter_draft_take (PigaLetterDraft *self, char *paragraph)
{
  g_ptr_array_add (self->paragraphs, paragraph);
}

/**
 * piga_letter_draft_add:
 * @self: a draft
 * @templates: the ways of saying something
 *
 * Adds a paragraph, if the facts allow one.
 */
void
piga_letter_draft_add (PigaLetterDraft *self, PigaTemplates templates)
{
  char *paragraph = piga_letter_draft_fill (self, templates);

  if (paragraph != NULL)
    piga_letter_draft_take (self, paragraph);
}

/**
 * piga_letter_draft_append:
 * @self: a draft
 * @separator: what stands between
 * @templates: the ways of saying something
 *
 * Adds to the last paragraph, if the facts allow it.
 */
void
piga_letter_draft_append (PigaLetterDraft *self, const char *separator, PigaTemplates templates)
{
  g_autofree char *addition = piga_letter_draft_fill (self, templates);
  g_autofree char *last = NULL;

  if (addition == NULL)
    return;

  last = g_ptr_array_steal_index (self->paragraphs, self->paragraphs->len - 1);
  piga_letter_draft_take (self, g_strconcat (last, separator, addition, NULL));
}

/**
 * piga_letter_draft_get_text:
 * @self: a draft
 * @separator: what stands between paragraphs
 *
 * Returns: (transfer full): the whole text
 */
char *
piga_letter_draft_get_text (PigaLetterDraft *self, const char *separator)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) paragraphs = NULL;

  for (guint i = 0; i < self->paragraphs->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (self->paragraphs, i));
  paragraphs = g_strv_builder_end (builder);
  return g_strjoinv (separator, paragraphs);
}
