/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The row that draws itself: how large it is, what it draws and where, what it tells. */

#include <adwaita.h>

#include "kit/piga-brief-row.h"

#define LONG_WORD "Kinyang’anyirokisichokwishanakisichopumzikakamwenyikamwe"

/* A row for an action: its label, its name below, and a chip for what can be pressed. */
typedef struct
{
  PigaBriefRow parent_instance;
  guint n_shown;
} TestRow;

typedef struct
{
  PigaBriefRowClass parent_class;
} TestRowClass;

GType test_row_get_type (void);

G_DEFINE_FINAL_TYPE (TestRow, test_row, PIGA_TYPE_BRIEF_ROW)

static void
show (PigaBriefRow *row, gpointer item)
{
  const gboolean is_enabled = g_action_get_enabled (item);

  ((TestRow *) row)->n_shown++;
  piga_brief_row_set_text (row, PIGA_BRIEF_TITLE, g_action_get_name (item));
  piga_brief_row_set_text (row, PIGA_BRIEF_CHIP, is_enabled ? "On" : NULL);
}

static char *
describe (PigaBriefRow *row, gpointer item)
{
  return g_strdup_printf ("%s, %s", g_action_get_name (item),
                          g_action_get_enabled (item) ? "on" : "off");
}

static void
test_row_class_init (TestRowClass *klass)
{
  PIGA_BRIEF_ROW_CLASS (klass)->show = show;
  PIGA_BRIEF_ROW_CLASS (klass)->describe = describe;
}

static void
test_row_init (TestRow *self)
{
}

/* In a box, as it is in a list’s item. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *widget;
  PigaBriefRow *row;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->widget = g_object_new (test_row_get_type (), NULL);
  self->row = PIGA_BRIEF_ROW (self->widget);
  gtk_box_append (GTK_BOX (self->box), self->widget);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->box);
}

static int
get_least (GtkWidget *widget, GtkOrientation orientation)
{
  int least;

  gtk_widget_measure (widget, orientation, -1, &least, NULL, NULL, NULL);
  return least;
}

static int
get_height (Fixture *self)
{
  return get_least (self->widget, GTK_ORIENTATION_VERTICAL);
}

static void
test_height (Fixture *self, gconstpointer data)
{
  int title, both;

  piga_brief_row_set_text (self->row, PIGA_BRIEF_TITLE, "");
  title = get_height (self);
  g_assert_cmpint (title, >=, 16);
  piga_brief_row_set_text (self->row, PIGA_BRIEF_TITLE, "Jina\nkwa 😀 mistari");
  g_assert_cmpint (get_height (self), ==, title);

  piga_brief_row_set_text (self->row, PIGA_BRIEF_NOTE, "");
  both = get_height (self);
  g_assert_cmpint (both, >, title);
  g_assert_cmpint (both, <, 2 * title + 3);
  piga_brief_row_set_note_lines (self->row, 2);
  g_assert_cmpint (get_height (self) - both, ==, both - title - 3);

  piga_brief_row_set_text (self->row, PIGA_BRIEF_NOTE, NULL);
  g_assert_cmpint (get_height (self), ==, title);
}

/* A long word makes no list wider. */
static void
test_width (Fixture *self, gconstpointer data)
{
  int blank, least, natural;

  piga_brief_row_set_text (self->row, PIGA_BRIEF_TITLE, "");
  blank = get_least (self->widget, GTK_ORIENTATION_HORIZONTAL);
  for (PigaBriefText place = PIGA_BRIEF_HEADING; place < PIGA_BRIEF_N_TEXTS; place++)
    piga_brief_row_set_text (self->row, place, LONG_WORD);
  gtk_widget_measure (self->widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  g_assert_cmpint (least, ==, blank);
  g_assert_cmpint (least, <, 80);
  g_assert_cmpint (natural, >, least);
}

/* What was drawn: how many texts and other marks, and from where to where the texts reach. */
typedef struct
{
  guint n_texts;
  guint n_dim;
  guint n_clips;
  float left;
  float right;
} Drawing;

static void
note_text (Drawing *drawing, GskRenderNode *node, float x)
{
  graphene_rect_t bounds;

  gsk_render_node_get_bounds (node, &bounds);
  drawing->left = MIN (drawing->left, x + bounds.origin.x);
  drawing->right = MAX (drawing->right, x + bounds.origin.x + bounds.size.width);
  drawing->n_texts++;
}

static void
walk (GskRenderNode *node, float x, Drawing *drawing)
{
  float dx, dy;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        walk (gsk_container_node_get_child (node, i), x, drawing);
      break;
    case GSK_TRANSFORM_NODE:
      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &dx, &dy);
      walk (gsk_transform_node_get_child (node), x + dx, drawing);
      break;
    case GSK_OPACITY_NODE:
      drawing->n_dim++;
      walk (gsk_opacity_node_get_child (node), x, drawing);
      break;
    case GSK_ROUNDED_CLIP_NODE:
      drawing->n_clips++;
      break;
    case GSK_TEXT_NODE:
      note_text (drawing, node, x);
      break;
    default:
      break;
    }
}

static Drawing
draw (Fixture *self, int width)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  Drawing drawing = { .left = (float) width };
  GskRenderNode *node;

  gtk_widget_measure (self->widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (self->widget, width, get_height (self), -1, NULL);
  GTK_WIDGET_GET_CLASS (self->widget)->snapshot (self->widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      walk (node, 0, &drawing);
      gsk_render_node_unref (node);
    }
  return drawing;
}

static void
test_drawn (Fixture *self, gconstpointer data)
{
  Drawing drawing;

  piga_brief_row_set_text (self->row, PIGA_BRIEF_TITLE, "");
  drawing = draw (self, 300);
  g_assert_cmpuint (drawing.n_texts, ==, 0);

  piga_brief_row_set_text (self->row, PIGA_BRIEF_TITLE, "Karani");
  piga_brief_row_set_text (self->row, PIGA_BRIEF_SUBTITLE, "Hospitali");
  piga_brief_row_set_text (self->row, PIGA_BRIEF_NOTE, "Leo");
  drawing = draw (self, 300);
  g_assert_cmpuint (drawing.n_texts, ==, 3);
  g_assert_cmpuint (drawing.n_dim, ==, 2);
  g_assert_cmpuint (drawing.n_clips, ==, 0);

  piga_brief_row_set_text (self->row, PIGA_BRIEF_CHIP, "Umeitwa");
  drawing = draw (self, 300);
  g_assert_cmpuint (drawing.n_texts, ==, 4);
  g_assert_cmpuint (drawing.n_clips, ==, 1);
}

/* Nothing reaches out of the row, however narrow; a chip leaves room for the title. */
static void
test_ellipsis (Fixture *self, gconstpointer data)
{
  const int least = get_least (self->widget, GTK_ORIENTATION_HORIZONTAL);

  for (PigaBriefText place = PIGA_BRIEF_TITLE; place < PIGA_BRIEF_N_TEXTS; place++)
    piga_brief_row_set_text (self->row, place, LONG_WORD);
  for (int width = 400; width >= 2 * least; width -= 37)
    {
      const Drawing drawing = draw (self, width);

      g_assert_cmpuint (drawing.n_texts, >=, 4);
      g_assert_cmpfloat (drawing.left, >=, -2);
      g_assert_cmpfloat (drawing.right, <=, (float) width + 2);
    }
}

static void
test_right_to_left (Fixture *self, gconstpointer data)
{
  Drawing drawing;

  piga_brief_row_set_text (self->row, PIGA_BRIEF_TITLE, "Karani");
  drawing = draw (self, 300);
  g_assert_cmpfloat (drawing.left, <, 3);
  g_assert_cmpfloat (drawing.right, <, 150);

  gtk_widget_set_direction (self->widget, GTK_TEXT_DIR_RTL);
  drawing = draw (self, 300);
  g_assert_cmpfloat (drawing.left, >, 150);
  g_assert_cmpfloat (drawing.right, >, 297);

  /* The chip is at the other end then, and the title keeps its own. */
  piga_brief_row_set_text (self->row, PIGA_BRIEF_CHIP, "Umeitwa");
  drawing = draw (self, 300);
  g_assert_cmpfloat (drawing.left, <, 20);
  g_assert_cmpfloat (drawing.right, >, 297);
}

static void
count_cb (guint *n_told)
{
  (*n_told)++;
}

static char *
dup_description (Fixture *self)
{
  char *description;

  g_object_get (self->row, "description", &description, NULL);
  return description;
}

/* What changes is shown again, once for all that changed, and told of. */
static void
test_item (Fixture *self, gconstpointer data)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new ("open", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  guint n_told = 0;

  g_signal_connect_swapped (self->row, "notify::description", G_CALLBACK (count_cb), &n_told);
  g_assert_null (dup_description (self));
  piga_brief_row_set_item (self->row, action);
  g_assert_cmpstr (piga_brief_row_get_text (self->row, PIGA_BRIEF_TITLE), ==, "open");
  first = dup_description (self);
  g_assert_cmpstr (first, ==, "open, on");
  g_assert_cmpuint (n_told, ==, 1);

  g_simple_action_set_enabled (action, FALSE);
  g_object_notify (G_OBJECT (action), "name");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  second = dup_description (self);
  g_assert_cmpstr (second, ==, "open, off");
  g_assert_null (piga_brief_row_get_text (self->row, PIGA_BRIEF_CHIP));
  g_assert_cmpuint (n_told, ==, 2);
  g_assert_cmpuint (((TestRow *) self->row)->n_shown, ==, 2);
}

/* Whoever is no longer shown is not listened to. */
static void
test_no_item (Fixture *self, gconstpointer data)
{
  GSimpleAction *first = g_simple_action_new ("open", NULL);
  g_autoptr (GSimpleAction) second = g_simple_action_new ("close", NULL);

  piga_brief_row_set_item (self->row, first);
  g_simple_action_set_enabled (first, FALSE);
  piga_brief_row_set_item (self->row, NULL);
  g_assert_null (piga_brief_row_get_item (self->row));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (((TestRow *) self->row)->n_shown, ==, 1);
  g_assert_cmpstr (piga_brief_row_get_text (self->row, PIGA_BRIEF_TITLE), ==, "open");

  piga_brief_row_set_item (self->row, second);
  g_simple_action_set_enabled (first, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (((TestRow *) self->row)->n_shown, ==, 2);
  g_assert_finalize_object (first);
}

static void
setup_cb (GtkListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = g_object_new (test_row_get_type (), NULL);

  piga_brief_row_set_text (PIGA_BRIEF_ROW (row), PIGA_BRIEF_TITLE, "Karani");
  gtk_list_item_set_child (item, row);
}

static GtkWidget *
create_list (void)
{
  const char *const words[] = { "moja", NULL };
  GListModel *model = G_LIST_MODEL (gtk_string_list_new (words));
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  return gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (model)), factory);
}

/* Until the list has taken its new size. */
static int
wait_for_height (GtkWidget *row, int least, int most)
{
  int height = 0;

  for (guint i = 0; i < 500; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      height = get_least (row, GTK_ORIENTATION_VERTICAL);
      if (height >= least && height <= most)
        break;
      g_usleep (10000);
    }
  return height;
}

/* The rows follow the size of the text, though their font is that of the list. */
static void
test_large_text (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = create_list ();
  GtkWidget *row;
  int before;

  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  row = gtk_widget_get_first_child (gtk_widget_get_first_child (list));
  before = wait_for_height (row, 1, G_MAXINT);

  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  g_assert_cmpint (wait_for_height (row, 2 * before - 2, G_MAXINT), >=, 2 * before - 2);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024, NULL);
  g_assert_cmpint (wait_for_height (row, before, before), ==, before);

  gtk_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/brief-row/height", test_height);
  ADD ("/brief-row/width", test_width);
  ADD ("/brief-row/drawn", test_drawn);
  ADD ("/brief-row/ellipsis", test_ellipsis);
  ADD ("/brief-row/right-to-left", test_right_to_left);
  ADD ("/brief-row/item", test_item);
  ADD ("/brief-row/no-item", test_no_item);
  g_test_add_func ("/brief-row/large-text", test_large_text);
  return g_test_run ();
}
