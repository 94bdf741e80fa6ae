/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "search/piga-search-words.h"

static char *
dup_marked (const char *text, const char *query)
{
  g_autoptr (PangoAttrList) attributes = piga_search_words_mark (text, query);
  GSList *each = pango_attr_list_get_attributes (attributes);
  GString *marked = g_string_new (text);
  gsize shift = 0;

  for (GSList *link = each; link != NULL; link = link->next)
    {
      const PangoAttribute *attribute = link->data;

      g_string_insert_c (marked, (gssize) (attribute->start_index + shift++), '[');
      g_string_insert_c (marked, (gssize) (attribute->end_index + shift++), ']');
    }
  g_slist_free_full (each, (GDestroyNotify) pango_attribute_destroy);
  return g_string_free_and_steal (marked);
}

static void
assert_marked (const char *text, const char *query, const char *expected)
{
  g_autofree char *marked = dup_marked (text, query);

  g_assert_cmpstr (marked, ==, expected);
}

static void
test_marks (void)
{
  assert_marked ("", "a", "");
  assert_marked ("The panel asked", "", "The panel asked");
  assert_marked ("The panel asked", "panel", "The [panel] asked");
  assert_marked ("The panel asked", "PAN", "The [pan]el asked");
  assert_marked ("Company panel", "pan", "Company [pan]el");
  assert_marked ("one two, one three", "one", "[one] two, [one] three");
  /* Only the last word may be the start of a word. */
  assert_marked ("panel panels asked", "panel ask", "[panel] panels [ask]ed");
  assert_marked ("café na chai", "cafe", "[café] na chai");
  assert_marked ("cafe\314\201 na chai", "cafe", "[cafe\314\201] na chai");
  assert_marked ("nang'oa ng'ombe", "ng'omb", "nang'oa [ng]'[omb]e");
  assert_marked ("<b>bold</b> & more", "bold b", "<[b]>[bold]</[b]> & more");
  assert_marked ("\"quoted\" (panel)", "\"panel", "\"quoted\" ([panel])");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-words/marks", test_marks);
  return g_test_run ();
}
