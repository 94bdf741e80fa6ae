/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* bench-paste [WORD] DATABASE: how long it takes until a large text that was pasted is in its place
 * and laid out, and how long the main loop is busy at a stretch meanwhile: in a plain GtkTextView,
 * in a plain GtkSourceView and in the journal, which saves it too; then the same for the way back
 * by one undo. What the main thread worked is the same however busy the machine is with something
 * else. With a word, only the texts whose names hold it. */

#include <gtksourceview/gtksource.h>
#include <string.h>

#include "bench-watch.h"
#include "journal/piga-journal-page.h"
#include "records/piga-entry.h"
#include "records/piga-kinds.h"

#define MEGABYTE (1024 * 1024)
/* Nothing more is to be done when there was next to nothing to do for this long; it is longer than
 * a text waits to be saved. */
#define CALM_SLICES 15
#define SLICE_MS 100
#define CALM_WORK (SLICE_MS * 1000 / 10)
#define CEILING (180 * G_USEC_PER_SEC)

typedef struct
{
  const char *name;
  char *(*make) (gsize size);
  gsize size;
} Text;

typedef struct
{
  gint64 duration; /* until nothing was left to do */
  gint64 work;     /* what the main thread worked meanwhile */
  gint64 longest;  /* the longest stretch of the main loop */
} Cost;

/* Paragraphs, headings, lists and letters of more than one byte, as in a diary in Markdown. */
static char *
make_mixed (gsize size)
{
  static const char *const lines[] = {
    "# Wiki ya pili ya Machi – baada ya mahojiano\n\n",
    "Leo asubuhi nilikwenda kwenye mahojiano katika kampuni ya **maji**. Waliniuliza kuhusu kazi "
    "yangu ya zamani, na nilijibu polepole; mwishoni nilisahau kuuliza “lini mtanijibu?”\n\n",
    "The panel asked about a conflict in my team and I went blank. Next time I will tell the story "
    "of the broken pump: what happened, what *I* did, and what came of it. They wrote a lot down, "
    "which I take as a good sign, but nobody smiled 😀 and the room was cold. I was home by four, "
    "made tea, and wrote to Achieng’ who had been through the same in May.\n\n",
    "- [ ] call the agency\n- [x] send the letter of thanks\n- `CV.pdf`: one page only\n\n",
    "> “Haba na haba hujaza kibaba.”\n\n",
    "1. What went well?\n2. What would I do differently? See <https://example.org/star>.\n\n",
  };
  GString *text = g_string_sized_new (size + 1024);

  for (guint i = 0; text->len < size; i++)
    g_string_append (text, lines[i % G_N_ELEMENTS (lines)]);
  return g_string_free_and_steal (text);
}

static char *
make_line (gsize size)
{
  char *text = make_mixed (size);

  return g_strdelimit (text, "\n", ' ');
}

static char *
make_short_lines (gsize n_lines)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_lines; i++)
    g_string_append_printf (text, "Line %zu of a list.\n", i);
  return g_string_free_and_steal (text);
}

static const Text texts[] = {
  { "mixed, 5 MB", make_mixed, 5 * MEGABYTE },
  { "mixed, 9 MB", make_mixed, 9 * MEGABYTE },
  { "short lines, 100 000", make_short_lines, 100000 },
  { "one line, 5 MB", make_line, 5 * MEGABYTE },
};

/* Lets the main loop run until it has been calm for a while. It has been watched since @begin. */
static Cost
wait_for_calm (gint64 begin)
{
  Cost cost = { 0 };
  guint n_calm = 0;

  while (TRUE)
    {
      BenchStretches found;

      bench_run_for (SLICE_MS);
      found = bench_watch_end ();
      cost.longest = MAX (cost.longest, found.longest);
      cost.work += found.all_work;
      n_calm = found.all_work < CALM_WORK ? n_calm + 1 : 0;
      if (n_calm == 0)
        cost.duration = g_get_monotonic_time () - begin;
      if (n_calm == CALM_SLICES || cost.duration > CEILING)
        break;
      bench_watch_begin ();
    }

  /* What is over before anybody looked took no longer than its longest stretch. */
  cost.duration = MAX (cost.duration, cost.longest);
  return cost;
}

static void
rest (void)
{
  bench_watch_begin ();
  wait_for_calm (g_get_monotonic_time ());
}

static void
print_time (const char *name, gint64 time, gint64 least)
{
  g_print (" %s %8.1f ms %6.2f×", name, (double) time / 1000, (double) time / (double) least);
}

static void
report (const char *what, const char *view, Cost cost, Cost least)
{
  g_print ("%-22s %-12s", what, view);
  print_time ("", cost.duration, least.duration);
  print_time (" work", cost.work, least.work);
  print_time (" longest", cost.longest, least.longest);
  g_print ("\n");
}

/* What is done to a text. */
typedef enum
{
  PASTE,
  UNDO,
  N_DEEDS,
} Deed;

static Cost
do_deed (GtkTextView *view, Deed deed, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  const int length = deed == PASTE ? (int) g_utf8_strlen (text, -1) : 0;
  Cost cost;
  gint64 begin;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), text);
  rest ();
  bench_watch_begin ();
  begin = g_get_monotonic_time ();
  if (deed == PASTE)
    g_signal_emit_by_name (view, "paste-clipboard");
  else
    gtk_text_buffer_undo (buffer);

  cost = wait_for_calm (begin);
  if (gtk_text_buffer_get_char_count (buffer) != length)
    g_error ("The text has %d characters, not %d.", gtk_text_buffer_get_char_count (buffer),
             length);
  return cost;
}

static void
do_deeds (GtkTextView *view, const char *text, Cost *costs)
{
  gtk_widget_grab_focus (GTK_WIDGET (view));
  for (guint deed = 0; deed < N_DEEDS; deed++)
    costs[deed] = do_deed (view, deed, text);
}

static GtkWidget *
new_window (GtkWidget *child)
{
  GtkWidget *window = adw_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 720);
  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_present (GTK_WINDOW (window));
  rest ();
  return window;
}

/* As wide as the journal's, and wrapped as it is. */
static void
measure_plain (GtkWidget *view, const char *text, Cost *costs)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *window;

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  window = new_window (g_object_new (ADW_TYPE_CLAMP, "maximum-size", 680, "child", scrolled, NULL));
  do_deeds (GTK_TEXT_VIEW (view), text, costs);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure_journal (PigaContext *context, const char *text, Cost *costs)
{
  GtkWidget *page = piga_journal_page_new (context);
  GtkWidget *window = new_window (page);

  piga_journal_page_write (PIGA_JOURNAL_PAGE (page), 0, "");
  rest ();
  do_deeds (bench_find_widget (window, GTK_SOURCE_TYPE_VIEW), text, costs);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
measure (PigaContext *context, const Text *what)
{
  static const char *const deeds[] = { "", "  undone" };
  g_autofree char *text = what->make (what->size);
  Cost plain[N_DEEDS], source[N_DEEDS], journal[N_DEEDS];

  measure_plain (gtk_text_view_new (), text, plain);
  measure_plain (gtk_source_view_new (), text, source);
  measure_journal (context, text, journal);
  for (guint deed = 0; deed < N_DEEDS; deed++)
    {
      const char *name = deed == PASTE ? what->name : deeds[deed];

      report (name, "plain", plain[deed], plain[deed]);
      report (name, "source view", source[deed], plain[deed]);
      report (name, "journal", journal[deed], plain[deed]);
    }
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (PigaStore) store = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (PigaClock) clock = NULL;
  g_autoptr (PigaContext) context = NULL;
  gboolean done = FALSE;

  if (argc < 2)
    return EXIT_FAILURE;

  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  bench_watch_start ();
  store = piga_store_new (argv[argc - 1], piga_kinds_get ());
  settings = g_settings_new (g_getenv ("APPLICATION_ID"));
  clock = piga_clock_new ();
  context = piga_context_new (store, settings, clock);
  piga_store_open_async (store, NULL, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (argc == 2 || strstr (texts[i].name, argv[1]) != NULL)
      measure (context, &texts[i]);

  done = FALSE;
  piga_store_close_async (store, done_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  return EXIT_SUCCESS;
}
