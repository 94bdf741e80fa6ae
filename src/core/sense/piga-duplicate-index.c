/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds an earlier application to the same employer while the name is still being typed.
 *
 * Every name is taken to its words once (piga_name_words()), and the words to numbers. A question
 * then walks the words to find those it could mean, which takes the slips of the finger in, and
 * walks the applications with numbers alone. A record's count of changes tells whether its words
 * still hold, so nothing has to be listened to but the list. */

#include "piga-duplicate-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "piga-calendar.h"
#include "sense/piga-name-words.h"
#include "sense/piga-stage.h"

/* As many as piga_name_words() gives. */
typedef guint16 WordSet;

typedef struct
{
  char *text;
  guint32 letters;
  guint length;
} Word;

typedef struct
{
  guint *words;
  guint n_words;
} Name;

typedef struct
{
  PigaJobApplication *application;
  guint changes;
  gboolean is_read;
  Name employer;
  Name role;
  char *compact;
} Entry;

/* A name that is asked for, as words that are known already: for each of those, which words of the
 * name it could be. */
typedef struct
{
  guint n_words;
  char *compact;
  WordSet *meanings;
} Question;

struct _PigaDuplicateIndex
{
  GObject parent_instance;

  GListModel *applications;

  GPtrArray *entries;
  GArray *words;
  GHashTable *numbers;
};

G_DEFINE_FINAL_TYPE (PigaDuplicateIndex, piga_duplicate_index, G_TYPE_OBJECT)

/* One slip changes at most two of these bits. */
static guint32
letters_of (const char *word)
{
  guint32 letters = 0;

  for (const char *at = word; *at != '\0'; at++)
    letters |= g_ascii_isalpha (*at) ? 1u << (*at - 'a') : 1u << (26 + (guchar) *at % 6);
  return letters;
}

static void
clear_word (gpointer word)
{
  g_free (((Word *) word)->text);
}

static guint
number_word (PigaDuplicateIndex *self, const char *text)
{
  gpointer number;
  Word word;

  if (g_hash_table_lookup_extended (self->numbers, text, NULL, &number))
    return GPOINTER_TO_UINT (number);

  word = (Word) { g_strdup (text), letters_of (text), (guint) g_utf8_strlen (text, -1) };
  g_array_append_val (self->words, word);
  g_hash_table_insert (self->numbers, word.text, GUINT_TO_POINTER (self->words->len - 1));
  return self->words->len - 1;
}

static void
read_name (PigaDuplicateIndex *self, char **words, Name *name)
{
  g_free (name->words);
  name->n_words = g_strv_length (words);
  name->words = g_new (guint, name->n_words);
  for (guint i = 0; i < name->n_words; i++)
    name->words[i] = number_word (self, words[i]);
}

static void
read_entry (PigaDuplicateIndex *self, Entry *entry)
{
  const guint changes = piga_record_get_changes (entry->application);
  g_auto (GStrv) employer = NULL;
  g_auto (GStrv) role = NULL;

  if (entry->is_read && entry->changes == changes)
    return;

  employer =
    piga_name_words (piga_record_get_text (entry->application, PIGA_JOB_APPLICATION_EMPLOYER));
  role = piga_name_words (piga_record_get_text (entry->application, PIGA_JOB_APPLICATION_ROLE));
  read_name (self, employer, &entry->employer);
  read_name (self, role, &entry->role);
  g_free (entry->compact);
  entry->compact = g_strjoinv ("", employer);
  entry->changes = changes;
  entry->is_read = TRUE;
}

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->application);
  g_free (entry->employer.words);
  g_free (entry->role.words);
  g_free (entry->compact);
  g_free (entry);
}

static void
items_changed_cb (PigaDuplicateIndex *self, guint position, guint removed, guint added,
                  GListModel *applications)
{
  if (removed > 0)
    g_ptr_array_remove_range (self->entries, position, removed);
  if (position == self->entries->len)
    {
      for (guint i = 0; i < added; i++)
        g_ptr_array_add (self->entries, g_new0 (Entry, 1));
    }
  else
    {
      for (guint i = 0; i < added; i++)
        g_ptr_array_insert (self->entries, (gint) (position + i), g_new0 (Entry, 1));
    }

  for (guint i = position; i < position + added; i++)
    ((Entry *) self->entries->pdata[i])->application = g_list_model_get_item (applications, i);
}

/* Which of the words that are known each word of a name could be. */
static void
mark_meanings (PigaDuplicateIndex *self, const char *text, WordSet bit, WordSet *meanings)
{
  const guint32 letters = letters_of (text);
  const guint length = (guint) g_utf8_strlen (text, -1);

  for (guint i = 0; i < self->words->len; i++)
    {
      const Word *word = &g_array_index (self->words, Word, i);
      const guint32 different = word->letters ^ letters;

      if (word->length + 1 < length || length + 1 < word->length
          || __builtin_popcount (different) > 2)
        continue;
      if (piga_name_words_are_alike (word->text, text))
        meanings[i] |= bit;
    }
}

static void
ask (PigaDuplicateIndex *self, const char *name, Question *question)
{
  g_auto (GStrv) words = piga_name_words (name);

  question->n_words = g_strv_length (words);
  question->compact = g_strjoinv ("", words);
  question->meanings = g_new0 (WordSet, self->words->len);
  for (guint i = 0; i < question->n_words; i++)
    mark_meanings (self, words[i], (WordSet) (1u << i), question->meanings);
}

static void
clear_question (Question *question)
{
  g_free (question->compact);
  g_free (question->meanings);
}

/* How many words the name shares with the one that is asked for, each used once. */
static guint
count_shared (const Name *name, const Question *question)
{
  WordSet used = 0;
  guint n = 0;

  for (guint i = 0; i < name->n_words; i++)
    {
      const WordSet free_words = question->meanings[name->words[i]] & (WordSet) ~used;

      if (free_words == 0)
        continue;
      used |= (WordSet) (free_words & -free_words);
      n++;
    }
  return n;
}

static gboolean
is_same_employer (const Entry *entry, const Question *question)
{
  if (entry->employer.n_words == question->n_words
      && count_shared (&entry->employer, question) == question->n_words)
    return TRUE;
  return g_str_equal (entry->compact, question->compact);
}

/* How much of the two roles is the same, in thousandths. */
static guint
compare_roles (const Entry *entry, const Question *role)
{
  const guint n_words = entry->role.n_words + role->n_words;

  return n_words > 0 ? count_shared (&entry->role, role) * 2000 / n_words : 0;
}

/* The day on which the application was sent; where it never was, or not yet, none. */
static PigaDay
get_sent_day (PigaJobApplication *application)
{
  const PigaStage stage = piga_stage_get (application);
  const PigaDay applied_on = piga_stage_get_day (application, PIGA_STAGE_APPLIED);

  if (applied_on != PIGA_DAY_NONE)
    return applied_on;
  if (stage == PIGA_STAGE_THINKING || stage == PIGA_STAGE_WITHDRAWN)
    return PIGA_DAY_NONE;
  return piga_stage_get_day (application, stage);
}

static PigaDay
get_noted_day (PigaJobApplication *application)
{
  const PigaDay thinking_on = piga_stage_get_day (application, PIGA_STAGE_THINKING);

  return thinking_on != PIGA_DAY_NONE
           ? thinking_on
           : piga_day_from_time (piga_record_get_created_at (application));
}

static gboolean
is_asking (PigaJobApplication *application, PigaJobApplication *asking)
{
  return asking != NULL
         && g_str_equal (piga_record_get_id (application), piga_record_get_id (asking));
}

static PigaJobApplication *
find_likeliest (PigaDuplicateIndex *self, PigaJobApplication *asking, const Question *employer,
                const Question *role)
{
  PigaJobApplication *likeliest = NULL;
  guint best_role = 0;
  PigaDay best_day = PIGA_DAY_NONE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = self->entries->pdata[i];
      guint same_role;
      PigaDay day;

      if (!is_same_employer (entry, employer) || is_asking (entry->application, asking))
        continue;

      same_role = compare_roles (entry, role);
      day = get_sent_day (entry->application);
      if (likeliest == NULL || same_role > best_role || (same_role == best_role && day > best_day))
        {
          likeliest = entry->application;
          best_role = same_role;
          best_day = day;
        }
    }
  return likeliest;
}

/**
 * piga_duplicate_index_find:
 * @self: an index
 * @asking: (nullable): the application that is being written, which is not found
 * @employer: what was typed as its employer
 * @role: what was typed as its role
 *
 * Looks for an earlier application to the same employer, however the name was written: see
 * piga_name_words() and piga_name_words_are_alike(); the words may stand in another order, and may
 * be run together. Of several the one with the likest role is found, then the one sent last.
 *
 * Returns: (transfer none) (nullable): the likeliest, or %NULL
 */
PigaJobApplication *
piga_duplicate_index_find (PigaDuplicateIndex *self, PigaJobApplication *asking,
                           const char *employer, const char *role)
{
  PigaJobApplication *likeliest = NULL;
  Question asked_employer, asked_role;

  for (guint i = 0; i < self->entries->len; i++)
    read_entry (self, self->entries->pdata[i]);

  ask (self, employer, &asked_employer);
  ask (self, role, &asked_role);
  if (asked_employer.n_words > 0)
    likeliest = find_likeliest (self, asking, &asked_employer, &asked_role);
  clear_question (&asked_employer);
  clear_question (&asked_role);
  return likeliest;
}

/**
 * piga_duplicate_sentence:
 * @application: an application that was found
 * @today: the day it is
 *
 * Returns: (transfer full): when the person applied or noted it, in a whole sentence
 */
char *
piga_duplicate_sentence (PigaJobApplication *application, PigaDay today)
{
  const char *employer = piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER);
  const PigaDay sent_day = get_sent_day (application);
  const gboolean is_sent = sent_day != PIGA_DAY_NONE && sent_day <= today;
  const PigaDay day = is_sent ? sent_day : get_noted_day (application);
  guint year, month, day_of_month, this_year, this_month, this_day_of_month;
  g_autofree char *when = NULL;

  piga_day_split (day, &year, &month, &day_of_month);
  piga_day_split (today, &this_year, &this_month, &this_day_of_month);
  when =
    year == this_year ? g_strdup (piga_calendar_month_name (month)) : piga_calendar_month (day);

  if (is_sent)
    /* Translators: %1$s is an employer, %2$s a month: “March”, or “March 2025” */
    return g_strdup_printf (_ ("You applied to %1$s in %2$s."), employer, when);
  /* Translators: %1$s is an employer, %2$s a month: “March”, or “March 2025” */
  return g_strdup_printf (_ ("You noted %1$s in %2$s."), employer, when);
}

static void
piga_duplicate_index_dispose (GObject *object)
{
  PigaDuplicateIndex *self = PIGA_DUPLICATE_INDEX (object);

  g_clear_object (&self->applications);
  g_ptr_array_set_size (self->entries, 0);

  G_OBJECT_CLASS (piga_duplicate_index_parent_class)->dispose (object);
}

static void
piga_duplicate_index_finalize (GObject *object)
{
  PigaDuplicateIndex *self = PIGA_DUPLICATE_INDEX (object);

  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->words);

  G_OBJECT_CLASS (piga_duplicate_index_parent_class)->finalize (object);
}

static void
piga_duplicate_index_class_init (PigaDuplicateIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = piga_duplicate_index_dispose;
  object_class->finalize = piga_duplicate_index_finalize;
}

static void
piga_duplicate_index_init (PigaDuplicateIndex *self)
{
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  g_array_set_clear_func (self->words, clear_word);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * piga_duplicate_index_new:
 * @applications: (element-type PigaJobApplication): the applications, which it follows
 *
 * Returns: (transfer full): a new index
 */
PigaDuplicateIndex *
piga_duplicate_index_new (GListModel *applications)
{
  PigaDuplicateIndex *self = g_object_new (PIGA_TYPE_DUPLICATE_INDEX, NULL);

  self->applications = g_object_ref (applications);
  g_signal_connect_object (applications, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (applications), applications);
  return self;
}
