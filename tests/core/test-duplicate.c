/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of employers, the search for an earlier application, and the books of employers. */

#include "piga-test-sense.h"
#include "sense/piga-duplicate-index.h"
#include "sense/piga-employer-book.h"
#include "sense/piga-name-words.h"

static void
test_words (void)
{
  static const struct
  {
    const char *name;
    const char *words;
  } names[] = {
    { "Safari Systems Ltd", "safari systems" },
    { "  SAFARI   systems, Limited. ", "safari systems" },
    { "The Safari-Systems & Company (Kenya) PLC", "safari systems" },
    { "Kampuni ya Safari", "safari" },
    { "Ng'ombe Dairy", "ngombe dairy" },
    { "Ng’ombe Dairy", "ngombe dairy" },
    { "Café Wambũi", "cafe wambui" },
    { "K.C.B.", "kcb" },
    { "K C B Bank", "kcb bank" },
    { "A & B", "ab" },
    { "Kenya Company", "kenya company" },
    { "7 Rivers", "7 rivers" },
    { "Straße ﬁrm", "strasse firm" },
    { "", "" },
    { " - . ! ", "" },
    { "\xe2\x80\x8b", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv) words = piga_name_words (names[i].name);

      piga_test_assert_text (g_strjoinv (" ", words), names[i].words);
    }
}

static void
test_long_names (void)
{
  g_autofree char *letters = g_strnfill (5000, 'a');
  g_autoptr (GString) many = g_string_new (NULL);
  g_auto (GStrv) one_word = piga_name_words (letters);
  g_auto (GStrv) many_words = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (many, "word%u ", i);
  many_words = piga_name_words (many->str);

  g_assert_cmpuint (g_strv_length (one_word), ==, 1);
  g_assert_cmpuint (strlen (one_word[0]), ==, 48);
  g_assert_cmpuint (g_strv_length (many_words), ==, 16);
}

static void
test_slips (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    gboolean alike;
  } pairs[] = {
    { "safari", "safari", TRUE },  { "safari", "safar", TRUE },   { "safari", "saffari", TRUE },
    { "safari", "sadari", TRUE },  { "safari", "safair", TRUE },  { "safari", "asfari", TRUE },
    { "safari", "ssafari", TRUE }, { "safari", "afari", TRUE },   { "safari", "safiar", FALSE },
    { "safari", "isafar", FALSE }, { "safari", "saxyri", FALSE }, { "safari", "xyfari", FALSE },
    { "safari", "sfr", FALSE },    { "safari", "sadarj", FALSE }, { "safari", "safarxy", FALSE },
    { "kcb", "kcb", TRUE },        { "kcb", "kbc", FALSE },       { "bank", "banks", FALSE },
    { "bank", "bnak", FALSE },     { "banks", "banka", TRUE },    { "чайка", "чайко", TRUE },
    { "чайка", "чйака", TRUE },    { "чайка", "чайку2", FALSE },  { "аааaa", "бааaa", TRUE },
    { "aaaaa", "aaaaaa", TRUE },   { "ababab", "bababa", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s, %s", pairs[i].one, pairs[i].other);
      g_assert_cmpint (piga_name_words_are_alike (pairs[i].one, pairs[i].other), ==,
                       pairs[i].alike);
      g_assert_cmpint (piga_name_words_are_alike (pairs[i].other, pairs[i].one), ==,
                       pairs[i].alike);
    }
}

/* What is found among five applications, by its employer and role. */
static void
test_find (void)
{
  static const struct
  {
    const char *employer;
    const char *role;
    const char *found;
  } asked[] = {
    { "Safari Systems", "", "Clerk" },
    { "safari systems limited", "", "Clerk" },
    { "Systems, Safari", "", "Clerk" },
    { "SafariSystems", "", "Clerk" },
    { "Safari Sytsems", "", "Clerk" },
    { "Safary Systms", "", "Clerk" },
    { "Sáfari Systems", "", "Clerk" },
    { "Safari Systems", "data analyst", "Data Analyst" },
    { "Safari Systems", "Analyst, data", "Data Analyst" },
    { "Safari Systems", "Senior analyst", "Data Analyst" },
    { "Safari Systems", "Driver", "Clerk" },
    { "KCB", "", "Teller" },
    { "k.c.b", "", "Teller" },
    { "KBC", "", NULL },
    { "Safari", "", NULL },
    { "Safari Systems Mombasa", "", NULL },
    { "Sfr Systems", "", NULL },
    { "Safari Safari", "", NULL },
    { "Jamii Jamii", "", "Cook" },
    { "Jamii Safari", "", NULL },
    { "Nobody", "Clerk", NULL },
    { "", "Clerk", NULL },
    { " & ", "", NULL },
    { "Ltd", "", NULL },
  };
  g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaDuplicateIndex) index = NULL;

  piga_test_append (applications, piga_test_application ("Safari Systems Ltd", "Data Analyst",
                                                         "applied 2026-03-01"));
  piga_test_append (applications,
                    piga_test_application ("Safari Systems", "Clerk", "applied 2026-04-01"));
  piga_test_append (applications, piga_test_application ("KCB", "Teller", "thinking 2026-02-01"));
  piga_test_append (applications, piga_test_application ("", "Clerk", "applied 2026-05-01"));
  piga_test_append (applications, piga_test_application ("Jamii Jamii", "Cook", ""));
  index = piga_duplicate_index_new (applications);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      PigaJobApplication *found =
        piga_duplicate_index_find (index, NULL, asked[i].employer, asked[i].role);

      g_test_message ("%s, %s", asked[i].employer, asked[i].role);
      g_assert_cmpstr (found != NULL ? piga_record_get_text (found, PIGA_JOB_APPLICATION_ROLE)
                                     : NULL,
                       ==, asked[i].found);
    }
}

static void
test_asking (void)
{
  g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  PigaJobApplication *asking = piga_test_application ("Safari", "Clerk", "thinking 2026-03-01");
  g_autoptr (PigaDuplicateIndex) index = piga_duplicate_index_new (applications);
  g_autoptr (PigaJobApplication) copy = piga_record_dup (asking);

  piga_test_append (applications, asking);
  g_assert_null (piga_duplicate_index_find (index, asking, "Safari", ""));
  g_assert_null (piga_duplicate_index_find (index, copy, "Safari", ""));
  g_assert_true (piga_duplicate_index_find (index, NULL, "Safari", "") == asking);
}

/* The index knows what is added, changed and taken away, wherever in the list. */
static void
test_follow (void)
{
  g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaDuplicateIndex) index = piga_duplicate_index_new (applications);
  g_autoptr (PigaJobApplication) first = piga_test_application ("First", "", "");
  g_autoptr (PigaJobApplication) second = piga_test_application ("Second", "", "");
  GListStore *store = G_LIST_STORE (applications);

  g_assert_null (piga_duplicate_index_find (index, NULL, "First", ""));
  g_list_store_append (store, second);
  g_list_store_insert (store, 0, first);
  g_assert_true (piga_duplicate_index_find (index, NULL, "First", "") == first);
  g_assert_true (piga_duplicate_index_find (index, NULL, "Second", "") == second);

  piga_record_set_text (first, PIGA_JOB_APPLICATION_EMPLOYER, "Third");
  g_assert_null (piga_duplicate_index_find (index, NULL, "First", ""));
  g_assert_true (piga_duplicate_index_find (index, NULL, "Third", "") == first);

  g_list_store_append (store, second);
  g_list_store_remove (store, 1);
  g_assert_true (piga_duplicate_index_find (index, NULL, "Third", "") == first);
  g_list_store_remove (store, 0);
  g_assert_null (piga_duplicate_index_find (index, NULL, "Third", ""));
  g_assert_true (piga_duplicate_index_find (index, NULL, "Second", "") == second);
  g_list_store_remove_all (store);
  g_assert_null (piga_duplicate_index_find (index, NULL, "Second", ""));

  g_assert_finalize_object (g_steal_pointer (&index));
}

static void
test_sentence (void)
{
  static const struct
  {
    const char *days;
    const char *today;
    const char *texts[N_LANGUAGES];
  } cases[] = {
    { "applied 2026-03-14",
      "2026-11-22",
      { "You applied to Safari Systems in March.",
        "Ulituma ombi la kazi kwa Safari Systems mwezi wa Machi." } },
    { "applied 2025-03-14",
      "2026-11-22",
      { "You applied to Safari Systems in March 2025.",
        "Ulituma ombi la kazi kwa Safari Systems mwezi wa Machi 2025." } },
    { "thinking 2026-02-01",
      "2026-11-22",
      { "You noted Safari Systems in February.",
        "Uliandika kuhusu nafasi ya kazi katika Safari Systems mwezi wa Februari." } },
    { "thinking 2026-02-01, withdrawn 2026-05-01",
      "2026-11-22",
      { "You noted Safari Systems in February.",
        "Uliandika kuhusu nafasi ya kazi katika Safari Systems mwezi wa Februari." } },
    { "thinking 2026-02-01, not_chosen 2026-05-01",
      "2026-11-22",
      { "You applied to Safari Systems in May.",
        "Ulituma ombi la kazi kwa Safari Systems mwezi wa Mei." } },
    /* A day that has not come yet. */
    { "thinking 2026-02-01, applied 2027-03-01",
      "2026-11-22",
      { "You noted Safari Systems in February.",
        "Uliandika kuhusu nafasi ya kazi katika Safari Systems mwezi wa Februari." } },
  };

  for (guint language = 0; language < N_LANGUAGES; language++)
    {
      piga_test_speak (language);
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        {
          g_autoptr (PigaJobApplication) application =
            piga_test_application ("Safari Systems", "Clerk", cases[i].days);

          piga_test_assert_text (
            piga_duplicate_sentence (application, piga_test_day (cases[i].today)),
            cases[i].texts[language]);
        }
    }
}

static void
test_employers (void)
{
  static const struct
  {
    const char *name;
    guint number;
  } names[] = {
    { "Safari Systems", 1 },
    { "Systems Safari Ltd", 1 },
    { "safarisystems", 1 },
    { "Safri Systems", 1 },
    { "SafariSistems", 1 },
    { "KCB", 2 },
    { "KBC", 3 },
    { "Safaricom", 4 },
    { "Safari Com", 4 },
    { "Safarikom", 4 },
    { "", 0 },
    { "Safari", 5 },
    { "Saffari", 5 },
    { "asfari", 5 },
    { "Chai", 6 },
    { "Chais", 7 },
    { "Jamii Stores", 8 },
    { "JamiiStorse", 8 },
  };
  g_autoptr (PigaEmployerBook) book = piga_employer_book_new ();

  /* They keep their numbers. */
  for (guint i = 0; i < 2 * G_N_ELEMENTS (names); i++)
    {
      const char *name = names[i % G_N_ELEMENTS (names)].name;

      g_test_message ("%s", name);
      g_assert_cmpuint (piga_employer_book_get_number (book, name), ==,
                        names[i % G_N_ELEMENTS (names)].number);
    }
}

static void
test_many (void)
{
  static const char *const kinds[] = { "Systems", "Traders", "Academy", "Hospital", "Stores" };
  g_autoptr (GListModel) applications = piga_test_list (PIGA_TYPE_JOB_APPLICATION);
  g_autoptr (PigaDuplicateIndex) index = NULL;
  PigaJobApplication *found;
  clock_t start;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Employer%c%c%c %s Ltd", 'a' + i % 26,
                                               'a' + i / 26 % 26, 'a' + i / 676, kinds[i % 5]);

      piga_test_append (applications,
                        piga_test_application (name, "Data analyst", "applied 2026-03-01"));
    }

  start = clock ();
  index = piga_duplicate_index_new (applications);
  found = piga_duplicate_index_find (index, NULL, "Nobody", "");
  piga_test_say_time ("the first question to 10,000", start);
  g_assert_null (found);

  start = clock ();
  for (guint i = 0; i < 100; i++)
    found = piga_duplicate_index_find (index, NULL, "acadmey employerabc", "data analyst");
  piga_test_say_time ("100 more", start);
  g_assert_nonnull (found);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  piga_test_speak (0);

  g_test_add_func ("/duplicate/words", test_words);
  g_test_add_func ("/duplicate/long-names", test_long_names);
  g_test_add_func ("/duplicate/slips", test_slips);
  g_test_add_func ("/duplicate/find", test_find);
  g_test_add_func ("/duplicate/asking", test_asking);
  g_test_add_func ("/duplicate/follow", test_follow);
  g_test_add_func ("/duplicate/sentence", test_sentence);
  g_test_add_func ("/duplicate/employers", test_employers);
  g_test_add_func ("/duplicate/many", test_many);

  return g_test_run ();
}
