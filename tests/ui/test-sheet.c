/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets for the printer: how they are cut into pages, and that a PDF comes of them. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "charts/piga-paper-text.h"
#include "piga-error.h"
#include "print/piga-print-button.h"
#include "print/piga-sheet-layout.h"
#include "print/piga-sheet-print.h"

/* A4, in points. */
#define PAGE_WIDTH 595.276
#define PAGE_HEIGHT 841.890
#define LOWEST (PAGE_HEIGHT - 51)

static const PigaSheetColumn columns[] = {
  { "Employer", 3 },
  { "Role", 2 },
  { "KSh", 1, TRUE },
};

static PigaSheetLayout *
lay_out (PigaSheet *sheet)
{
  PigaSheetLayout *layout = piga_sheet_layout_new (sheet, PAGE_WIDTH, PAGE_HEIGHT);

  for (guint i = 0; i < piga_sheet_layout_get_n_pages (layout); i++)
    g_assert_cmpfloat (piga_sheet_layout_get_page_end (layout, i), <=, LOWEST);
  return layout;
}

/* All the pages' words, with a form feed after each page. */
static char *
read_pages (PigaSheetLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < piga_sheet_layout_get_n_pages (layout); i++)
    {
      g_autofree char *page = piga_sheet_layout_dup_page_text (layout, i);

      g_string_append (text, page);
      g_string_append_c (text, '\f');
    }
  return g_string_free_and_steal (text);
}

static guint
count (const char *text, const char *what)
{
  guint n = 0;

  for (const char *found = strstr (text, what); found != NULL; found = strstr (found + 1, what))
    n++;
  return n;
}

static GPtrArray *
create_rows (guint n_rows)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 0; i < n_rows; i++)
    {
      GStrvBuilder *builder = g_strv_builder_new ();

      g_strv_builder_take (builder, g_strdup_printf ("Employer-%u.", i));
      g_strv_builder_add (builder, "Clerk");
      g_strv_builder_add (builder, "1,000");
      g_ptr_array_add (rows, g_strv_builder_unref_to_strv (builder));
    }
  return rows;
}

static char *
create_words (guint n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (text, "word%u; ", i);
  return g_string_free_and_steal (text);
}

static void
test_empty (void)
{
  g_autoptr (PigaSheet) sheet = piga_sheet_new ("", NULL);
  g_autoptr (GPtrArray) rows = create_rows (0);
  g_autoptr (PigaSheetLayout) layout = NULL;
  g_autofree char *text = NULL;

  piga_sheet_add_paragraph (sheet, "");
  piga_sheet_add_fact (sheet, "Left out", NULL);
  piga_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), rows);
  layout = lay_out (sheet);
  text = read_pages (layout);
  g_assert_cmpuint (piga_sheet_layout_get_n_pages (layout), ==, 1);
  g_assert_cmpstr (text, ==, "\f");
}

static double
get_ink_height (PigaSheetLayout *layout, guint page)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double y;
  double height;

  piga_sheet_layout_draw_page (layout, page, cr);
  cairo_destroy (cr);
  cairo_recording_surface_ink_extents (surface, NULL, &y, NULL, &height);
  cairo_surface_destroy (surface);
  return y + height;
}

/* Nothing stands at the foot of a letter on one page; a longer one and every form are numbered. */
static void
test_footer (void)
{
  g_autoptr (PigaSheet) letter = piga_sheet_new ("", NULL);
  g_autoptr (PigaSheet) form = piga_sheet_new ("Title", NULL);
  g_autofree char *words = create_words (1000);
  g_autoptr (PigaSheetLayout) laid_letter = NULL;
  g_autoptr (PigaSheetLayout) laid_form = NULL;
  g_autoptr (PigaSheetLayout) laid_long = NULL;

  piga_sheet_add_paragraph (letter, "Thank you for your time.");
  piga_sheet_add_paragraph (form, "Thank you for your time.");
  laid_letter = lay_out (letter);
  laid_form = lay_out (form);
  g_assert_cmpfloat (get_ink_height (laid_letter, 0), <, 200);
  g_assert_cmpfloat (get_ink_height (laid_form, 0), >, 700);

  piga_sheet_add_paragraph (letter, words);
  laid_long = lay_out (letter);
  g_assert_cmpuint (piga_sheet_layout_get_n_pages (laid_long), >, 1);
  g_assert_cmpfloat (get_ink_height (laid_long, 0), >, 700);
}

/* Every word is there, once. */
static void
test_paragraph (void)
{
  g_autoptr (PigaSheet) sheet = piga_sheet_new ("Title", "Below");
  g_autofree char *words = create_words (4000);
  g_autoptr (PigaSheetLayout) layout = NULL;
  g_autofree char *text = NULL;
  const guint n_words = 4000;

  piga_sheet_add_paragraph (sheet, words);
  layout = lay_out (sheet);
  g_assert_cmpuint (piga_sheet_layout_get_n_pages (layout), >, 3);
  text = read_pages (layout);
  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *word = g_strdup_printf ("word%u;", i);

      g_assert_cmpuint (count (text, word), ==, 1);
    }
}

/* No page begins with the last line of a paragraph alone, or ends with its first. */
static void
test_lines_stay_together (void)
{
  guint n_torn = 0;

  for (guint i = 0; i < 48; i++)
    {
      g_autoptr (PigaSheet) sheet = piga_sheet_new ("", NULL);
      g_autoptr (PigaSheetLayout) layout = NULL;
      g_autofree char *text = NULL;

      piga_sheet_add_lines (sheet, NULL, 22 + i / 6);
      for (guint j = 0; j < i % 6; j++)
        piga_sheet_add_check (sheet, "check", FALSE);
      piga_sheet_add_paragraph (sheet, "one\ntwo\nthree\nfour\nfive");
      layout = lay_out (sheet);
      text = read_pages (layout);
      g_assert_null (strstr (text, "one\n\f"));
      g_assert_null (strstr (text, "\ffive\n"));
      n_torn += strstr (text, "three\n\ffour\n") != NULL;
    }
  g_assert_cmpuint (n_torn, >, 0);
}

static void
test_table (void)
{
  g_autoptr (PigaSheet) sheet = piga_sheet_new ("Applications", NULL);
  g_autoptr (GPtrArray) rows = create_rows (200);
  g_autoptr (PigaSheetLayout) layout = NULL;
  g_autofree char *text = NULL;
  guint n_pages;

  piga_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), rows);
  layout = lay_out (sheet);
  n_pages = piga_sheet_layout_get_n_pages (layout);
  text = read_pages (layout);
  g_assert_cmpuint (n_pages, >, 2);
  g_assert_cmpuint (count (text, "\fEmployer\nRole\nKSh\n"), ==, n_pages - 1);
  g_assert_cmpuint (count (text, "Employer\nRole\nKSh\n"), ==, n_pages);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *const *row = g_ptr_array_index (rows, i);

      g_assert_cmpuint (count (text, row[0]), ==, 1);
    }
}

/* What is higher than a page is torn, and loses nothing; what is not, is not. */
static void
test_long_cell (void)
{
  g_autoptr (PigaSheet) sheet = piga_sheet_new ("Title", NULL);
  g_autoptr (GPtrArray) rows = create_rows (3);
  g_autoptr (PigaSheetLayout) layout = NULL;
  g_autofree char *words = create_words (2500);
  g_autofree char *text = NULL;
  char **row = g_ptr_array_index (rows, 1);

  g_free (row[2]);
  row[2] = g_strdup (words);
  g_assert_cmpuint (strlen (words), >, 5000);
  piga_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), rows);
  layout = lay_out (sheet);
  text = read_pages (layout);
  g_assert_cmpuint (piga_sheet_layout_get_n_pages (layout), >, 1);
  g_assert_cmpuint (count (text, "word0;"), ==, 1);
  g_assert_cmpuint (count (text, "word2499;"), ==, 1);
  g_assert_cmpuint (count (text, "Employer\nRole\nKSh\n"), ==,
                    piga_sheet_layout_get_n_pages (layout));
}

/* A row of several lines goes to the next page as a whole. */
static void
test_row_is_whole (void)
{
  g_autoptr (PigaSheet) sheet = piga_sheet_new ("", NULL);
  g_autoptr (GPtrArray) rows = create_rows (60);
  g_autoptr (PigaSheetLayout) layout = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      g_free (row[1]);
      row[1] = g_strdup ("first\nsecond\nthird");
    }
  piga_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), rows);
  layout = lay_out (sheet);
  text = read_pages (layout);
  g_assert_cmpuint (piga_sheet_layout_get_n_pages (layout), >, 2);
  g_assert_cmpuint (count (text, "first\nsecond\nthird\n1,000\n"), ==, 60);
}

/* A heading is not the last thing on a page. */
static void
test_heading_stays (void)
{
  guint n_seen = 0;

  for (guint n_lines = 20; n_lines < 32; n_lines++)
    {
      g_autoptr (PigaSheet) sheet = piga_sheet_new ("", NULL);
      g_autoptr (PigaSheetLayout) layout = NULL;
      g_autofree char *text = NULL;

      piga_sheet_add_lines (sheet, "Write here", n_lines);
      piga_sheet_add_heading (sheet, "Heading");
      piga_sheet_add_paragraph (sheet, "Body");
      layout = lay_out (sheet);
      text = read_pages (layout);
      g_assert_nonnull (strstr (text, "Heading\nBody\n"));
      n_seen += strstr (text, "\fHeading\nBody\n") != NULL;
    }
  g_assert_cmpuint (n_seen, >, 0);
}

static void
test_checks_and_facts (void)
{
  g_autoptr (PigaSheet) sheet = piga_sheet_new ("Title", NULL);
  g_autoptr (PigaSheetLayout) layout = NULL;
  g_autofree char *text = NULL;

  piga_sheet_add_fact (sheet, "Employer", "Bidco");
  piga_sheet_add_fact (sheet, "Nothing", "");
  piga_sheet_add_check (sheet, "Read the advert again", TRUE);
  piga_sheet_add_check (sheet, "Planned the way", FALSE);
  layout = lay_out (sheet);
  text = read_pages (layout);
  g_assert_cmpstr (text, ==, "Title\nEmployer\nBidco\nRead the advert again\nPlanned the way\n\f");
}

/* A drawing that is too large for the paper is made to fit it. */
/* A page with a drawing of a word at its head. */
static cairo_surface_t *
draw_word (gboolean with_leftover)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 200, 200);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (PigaSheetStrip) strip = piga_sheet_strip_new (0, 20);
  PangoContext *context = piga_paper_text_create_context ();
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  pango_layout_set_text (layout, "word", -1);
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA) { 0, 0, 0, 1 });
  node = gtk_snapshot_free_to_node (snapshot);
  piga_sheet_strip_add_node (strip, node, 1);
  if (with_leftover)
    cairo_move_to (cr, 90, 90);
  piga_sheet_strip_draw (strip, cr, 0, 0);

  gsk_render_node_unref (node);
  g_object_unref (context);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static int
count_ink (const guchar *pixels, gsize size)
{
  int ink = 0;

  for (gsize i = 0; i < size; i++)
    ink += pixels[i] > 0;
  return ink;
}

/* A drawing that begins with text stands where it belongs, not where the text before it ended. */
static void
test_node_text_in_place (void)
{
  cairo_surface_t *expected = draw_word (FALSE), *found = draw_word (TRUE);
  const gsize size = 200 * (gsize) cairo_image_surface_get_stride (expected);
  const guchar *pixels = cairo_image_surface_get_data (expected);

  g_assert_cmpmem (cairo_image_surface_get_data (found), size, pixels, size);
  g_assert_cmpint (count_ink (pixels, size / 4), >, 0);
  cairo_surface_destroy (expected);
  cairo_surface_destroy (found);
}

static void
test_node_fits (void)
{
  g_autoptr (PigaSheet) sheet = piga_sheet_new ("Title", NULL);
  g_autoptr (PigaSheetLayout) layout = NULL;
  const GdkRGBA black = { 0, 0, 0, 1 };
  GskRenderNode *wide = gsk_color_node_new (&black, &GRAPHENE_RECT_INIT (0, 0, 986, 100));
  GskRenderNode *high = gsk_color_node_new (&black, &GRAPHENE_RECT_INIT (0, 0, 100, 9000));

  piga_sheet_add_node (sheet, wide);
  piga_sheet_add_node (sheet, high);
  gsk_render_node_unref (wide);
  gsk_render_node_unref (high);
  layout = lay_out (sheet);
  g_assert_cmpuint (piga_sheet_layout_get_n_pages (layout), ==, 2);
  g_assert_cmpfloat (piga_sheet_layout_get_page_end (layout, 0), <, 51 + 40 + 60);
}

/* A page too small for anything is used all the same. */
static void
test_tiny_paper (void)
{
  g_autoptr (PigaSheet) sheet = piga_sheet_new ("Title", "Below");
  g_autoptr (GPtrArray) rows = create_rows (2);
  g_autoptr (PigaSheetLayout) layout = NULL;
  g_autofree char *text = NULL;

  piga_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), rows);
  layout = piga_sheet_layout_new (sheet, 10, 10);
  text = read_pages (layout);
  g_assert_nonnull (strstr (text, "T"));
}

/* What is in the stream that begins at @data: most of a PDF is compressed. */
static char *
inflate (const char *data, gsize length)
{
  g_autoptr (GInputStream) raw = g_memory_input_stream_new_from_data (data, (gssize) length, NULL);
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (raw, G_CONVERTER (zlib));
  GString *text = g_string_new (NULL);
  char piece[4096];
  gssize n;

  while ((n = g_input_stream_read (stream, piece, sizeof piece, NULL, NULL)) > 0)
    g_string_append_len (text, piece, n);
  return g_string_free_and_steal (text);
}

/* The pages that a PDF says it has. */
static guint
count_pdf_pages (const char *path)
{
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  const char *begin = "\nstream\n";
  gsize length;
  guint n_pages = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (data, "%PDF-"));
  for (gsize i = 0; i + strlen (begin) < length; i++)
    if (memcmp (data + i, begin, strlen (begin)) == 0)
      {
        const gsize start = i + strlen (begin);
        g_autofree char *text = inflate (data + start, length - start);

        n_pages += count (text, "/Type /Page") - count (text, "/Type /Pages");
      }
  return n_pages;
}

static void
test_pdf (void)
{
  g_autoptr (PigaSheet) sheet = piga_sheet_new ("Applications", "November 2026");
  g_autoptr (GPtrArray) rows = create_rows (90);
  g_autoptr (PigaSheetLayout) layout = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("piga-test-sheet-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sheet.pdf", NULL);

  piga_sheet_add_table (sheet, columns, G_N_ELEMENTS (columns), rows);
  layout = lay_out (sheet);
  g_assert_cmpuint (piga_sheet_layout_get_n_pages (layout), ==, 3);
  g_assert_true (piga_sheet_export_pdf (sheet, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_pdf_pages (path), ==, 3);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_pdf_nowhere (void)
{
  g_autoptr (PigaSheet) sheet = piga_sheet_new ("Title", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (piga_sheet_export_pdf (sheet, "/nowhere/at/all/sheet.pdf", &error));
  g_assert_error (error, PIGA_ERROR, PIGA_ERROR_FAILED);
}

int
main (int argc, char *argv[])
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/sheet/empty", test_empty);
  g_test_add_func ("/sheet/footer", test_footer);
  g_test_add_func ("/sheet/paragraph", test_paragraph);
  g_test_add_func ("/sheet/lines-stay-together", test_lines_stay_together);
  g_test_add_func ("/sheet/table", test_table);
  g_test_add_func ("/sheet/long-cell", test_long_cell);
  g_test_add_func ("/sheet/row-is-whole", test_row_is_whole);
  g_test_add_func ("/sheet/heading-stays", test_heading_stays);
  g_test_add_func ("/sheet/checks-and-facts", test_checks_and_facts);
  g_test_add_func ("/sheet/node-fits", test_node_fits);
  g_test_add_func ("/sheet/node-text-in-place", test_node_text_in_place);
  g_test_add_func ("/sheet/tiny-paper", test_tiny_paper);
  g_test_add_func ("/sheet/pdf", test_pdf);
  g_test_add_func ("/sheet/pdf-nowhere", test_pdf_nowhere);
  return g_test_run ();
}
