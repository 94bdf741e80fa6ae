/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A list view makes two hundred rows, however few are in sight. A label or an inscription in each
 * of them costs more than all that it shows: a style, a context of text and a layout that lives as
 * long as the row. Here a row is one widget, its size depends on no text, it is measured with the
 * font of its list, and only what is drawn is laid out. */

#include "piga-brief-row.h"

#include <adwaita.h>

/* As libadwaita dims. */
#define DIM 0.55
#define DIM_IN_HIGH_CONTRAST 0.9
/* In pixels. */
#define GAP 3
#define GAP_TO_CHIP 12
#define GAP_TO_ICON 6
#define ICON_SIZE 16
#define CHIP_PADDING_X 10
#define CHIP_PADDING_Y 3
#define CHIP_FILL 0.1f
/* A chip that is longer than this part of the row is cut. */
#define CHIP_SHARE 0.6f
/* How narrow a row can be, and how long it would like to be, in letters. */
#define LEAST_CHARS 3
#define NATURAL_CHARS 24

typedef struct
{
  gpointer item;
  gulong changed;
  guint updating;

  char *texts[PIGA_BRIEF_N_TEXTS];
  const char *icon_name;
  int n_note_lines;
} PigaBriefRowPrivate;

enum
{
  PROP_DESCRIPTION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PigaBriefRow, piga_brief_row, GTK_TYPE_WIDGET)

static PigaBriefRowPrivate *
get_private (GtkWidget *widget)
{
  return piga_brief_row_get_instance_private (PIGA_BRIEF_ROW (widget));
}

/* That of the list, one for all its rows. */
static PangoContext *
get_font (GtkWidget *widget)
{
  GtkWidget *list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW);

  return gtk_widget_get_pango_context (list != NULL ? list : widget);
}

static int
get_height (PigaBriefRowPrivate *priv, PangoContext *context, PigaBriefText place)
{
  const int n_lines = place == PIGA_BRIEF_NOTE ? priv->n_note_lines : 1;

  return priv->texts[place] == NULL ? 0 : n_lines * piga_brief_text_get_height (place, context);
}

/* How much the texts above the note take; the chip, if there is one, is beside them. */
static int
get_top_height (PigaBriefRowPrivate *priv, PangoContext *context)
{
  int height = -GAP;

  for (PigaBriefText place = PIGA_BRIEF_HEADING; place < PIGA_BRIEF_NOTE; place++)
    if (priv->texts[place] != NULL)
      height += GAP + get_height (priv, context, place);
  if (priv->texts[PIGA_BRIEF_CHIP] != NULL)
    height = MAX (height, get_height (priv, context, PIGA_BRIEF_CHIP) + 2 * CHIP_PADDING_Y);
  return height;
}

static int
get_width (PangoContext *context, guint n_chars)
{
  return piga_brief_text_get_width (PIGA_BRIEF_TITLE, context, n_chars) + GAP_TO_ICON + ICON_SIZE;
}

static GtkSizeRequestMode
piga_brief_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
piga_brief_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  PigaBriefRowPrivate *priv = get_private (widget);
  PangoContext *context = get_font (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = get_width (context, LEAST_CHARS);
      *natural = get_width (context, NATURAL_CHARS);
      return;
    }
  *minimum = get_top_height (priv, context);
  if (priv->texts[PIGA_BRIEF_NOTE] != NULL)
    *minimum += GAP + get_height (priv, context, PIGA_BRIEF_NOTE);
  *minimum = *natural = MAX (*minimum, ICON_SIZE);
}

static PangoLayout *
create_layout (PigaBriefRowPrivate *priv, PangoContext *context, PigaBriefText place, int width)
{
  const int n_lines = place == PIGA_BRIEF_NOTE ? priv->n_note_lines : 1;

  return piga_brief_text_create_layout (place, context, priv->texts[place], width, n_lines);
}

/* What is drawn, from where the row begins to be read, whichever side that is. */
typedef struct
{
  GtkWidget *widget;
  PigaBriefRowPrivate *priv;
  GtkSnapshot *snapshot;
  PangoContext *context;
  int width;
  double dim;
  GdkRGBA text;
  GdkRGBA chip;
  gboolean is_rtl;
} Pen;

static void
init_pen (Pen *pen, GtkWidget *widget, GtkSnapshot *snapshot)
{
  const gboolean is_high = adw_style_manager_get_high_contrast (adw_style_manager_get_default ());
  GtkWidget *parent = gtk_widget_get_parent (widget);

  pen->widget = widget;
  pen->priv = get_private (widget);
  pen->snapshot = snapshot;
  pen->context = get_font (widget);
  pen->width = gtk_widget_get_width (widget);
  pen->dim = is_high ? DIM_IN_HIGH_CONTRAST : DIM;
  gtk_widget_get_color (parent, &pen->text);
  gtk_widget_get_color (widget, &pen->chip);
  pen->is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
}

/* Where something of a width begins on the screen that begins at @x for the reader. */
static int
to_left (const Pen *pen, int x, int width)
{
  return pen->is_rtl ? pen->width - x - width : x;
}

/* One line is centred where its letters are higher or lower than @line, such as with an emoji. */
static void
draw_layout (const Pen *pen, PangoLayout *layout, int x, int y, int line, const GdkRGBA *colour)
{
  PangoRectangle extents;
  int left;

  pango_layout_get_pixel_extents (layout, NULL, &extents);
  left = to_left (pen, x, extents.width) - extents.x;
  if (pango_layout_get_line_count (layout) == 1)
    y += (line - extents.height) / 2;
  y -= extents.y;
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) left, (float) y));
  gtk_snapshot_append_layout (pen->snapshot, layout, colour);
  gtk_snapshot_restore (pen->snapshot);
}

static void
draw_text (const Pen *pen, PigaBriefText place, int y, int width)
{
  const int line = piga_brief_text_get_height (place, pen->context);
  const gboolean is_dim = piga_brief_text_is_dim (place);
  g_autoptr (PangoLayout) layout = NULL;

  if (pen->priv->texts[place][0] == '\0')
    return;
  layout = create_layout (pen->priv, pen->context, place, width);
  if (is_dim)
    gtk_snapshot_push_opacity (pen->snapshot, pen->dim);
  draw_layout (pen, layout, 0, y, line, &pen->text);
  if (is_dim)
    gtk_snapshot_pop (pen->snapshot);
}

static void
fill_chip (const Pen *pen, int left, int y, int width, int height)
{
  const graphene_rect_t bounds =
    GRAPHENE_RECT_INIT ((float) left, (float) y, (float) width, (float) height);
  GdkRGBA fill = pen->chip;
  GskRoundedRect outline;

  fill.alpha *= CHIP_FILL;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, (float) height / 2);
  gtk_snapshot_push_rounded_clip (pen->snapshot, &outline);
  gtk_snapshot_append_color (pen->snapshot, &fill, &bounds);
  gtk_snapshot_pop (pen->snapshot);
}

/* Draws the chip at the end of @end; returns how much of it is left. */
static int
draw_chip (const Pen *pen, int end, int room)
{
  const int longest = (int) ((float) end * CHIP_SHARE) - 2 * CHIP_PADDING_X;
  const int line = get_height (pen->priv, pen->context, PIGA_BRIEF_CHIP);
  const int height = line + 2 * CHIP_PADDING_Y;
  const int y = (room - height) / 2;
  g_autoptr (PangoLayout) layout = NULL;
  int text, width;

  if (pen->priv->texts[PIGA_BRIEF_CHIP] == NULL)
    return end;
  layout = create_layout (pen->priv, pen->context, PIGA_BRIEF_CHIP, longest);
  pango_layout_get_pixel_size (layout, &text, NULL);
  width = text + 2 * CHIP_PADDING_X;
  fill_chip (pen, to_left (pen, end - width, width), y, width, height);
  draw_layout (pen, layout, end - width + CHIP_PADDING_X, y + CHIP_PADDING_Y, line, &pen->chip);
  return end - width - GAP_TO_CHIP;
}

/* Draws the icon at the end; returns how much is left for all else. */
static int
draw_icon (const Pen *pen)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (pen->widget));
  const int left = to_left (pen, pen->width - ICON_SIZE, ICON_SIZE);
  const int top = (gtk_widget_get_height (pen->widget) - ICON_SIZE) / 2;
  g_autoptr (GtkIconPaintable) icon = NULL;

  if (pen->priv->icon_name == NULL)
    return pen->width;
  icon = gtk_icon_theme_lookup_icon (theme, pen->priv->icon_name, NULL, ICON_SIZE,
                                     gtk_widget_get_scale_factor (pen->widget),
                                     gtk_widget_get_direction (pen->widget), 0);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float) left, (float) top));
  gtk_snapshot_push_opacity (pen->snapshot, pen->dim);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), pen->snapshot, ICON_SIZE,
                                            ICON_SIZE, &pen->text, 1);
  gtk_snapshot_pop (pen->snapshot);
  gtk_snapshot_restore (pen->snapshot);
  return pen->width - ICON_SIZE - GAP_TO_ICON;
}

static void
piga_brief_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  Pen pen;
  int end, beside_chip;
  int y = 0;

  init_pen (&pen, widget, snapshot);
  end = draw_icon (&pen);
  beside_chip = draw_chip (&pen, end, get_top_height (pen.priv, pen.context));
  for (PigaBriefText place = PIGA_BRIEF_HEADING; place <= PIGA_BRIEF_NOTE; place++)
    {
      if (pen.priv->texts[place] == NULL)
        continue;
      if (place == PIGA_BRIEF_NOTE)
        y = get_top_height (pen.priv, pen.context) + GAP;
      draw_text (&pen, place, y, place == PIGA_BRIEF_NOTE ? end : beside_chip);
      y += get_height (pen.priv, pen.context, place) + GAP;
    }
}

static void
show (PigaBriefRow *self)
{
  PigaBriefRowPrivate *priv = piga_brief_row_get_instance_private (self);

  if (priv->item == NULL)
    return;
  PIGA_BRIEF_ROW_GET_CLASS (self)->show (self, priv->item);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

static void
show_cb (gpointer user_data)
{
  PigaBriefRow *self = user_data;
  PigaBriefRowPrivate *priv = piga_brief_row_get_instance_private (self);

  priv->updating = 0;
  show (self);
}

static void
piga_brief_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaBriefRow *self = PIGA_BRIEF_ROW (object);
  PigaBriefRowPrivate *priv = piga_brief_row_get_instance_private (self);

  switch (id)
    {
    case PROP_DESCRIPTION:
      if (priv->item != NULL)
        g_value_take_string (value, PIGA_BRIEF_ROW_GET_CLASS (self)->describe (self, priv->item));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
drop_item (PigaBriefRowPrivate *priv)
{
  g_clear_handle_id (&priv->updating, g_source_remove);
  g_clear_signal_handler (&priv->changed, priv->item);
  g_clear_object (&priv->item);
}

static void
piga_brief_row_dispose (GObject *object)
{
  drop_item (get_private (GTK_WIDGET (object)));

  G_OBJECT_CLASS (piga_brief_row_parent_class)->dispose (object);
}

static void
piga_brief_row_finalize (GObject *object)
{
  PigaBriefRowPrivate *priv = get_private (GTK_WIDGET (object));

  for (guint i = 0; i < PIGA_BRIEF_N_TEXTS; i++)
    g_free (priv->texts[i]);

  G_OBJECT_CLASS (piga_brief_row_parent_class)->finalize (object);
}

static void
piga_brief_row_class_init (PigaBriefRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_brief_row_get_property;
  object_class->dispose = piga_brief_row_dispose;
  object_class->finalize = piga_brief_row_finalize;
  widget_class->get_request_mode = piga_brief_row_get_request_mode;
  widget_class->measure = piga_brief_row_measure;
  widget_class->snapshot = piga_brief_row_snapshot;

  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_brief_row_init (PigaBriefRow *self)
{
  PigaBriefRowPrivate *priv = piga_brief_row_get_instance_private (self);

  priv->n_note_lines = 1;
}

/**
 * piga_brief_row_get_item:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
gpointer
piga_brief_row_get_item (PigaBriefRow *self)
{
  return ((PigaBriefRowPrivate *) piga_brief_row_get_instance_private (self))->item;
}

/**
 * piga_brief_row_set_item:
 * @self: the row
 * @item: (nullable) (type GObject): what to show, and again whenever one of its properties changes;
 *   with %NULL the row stays as it is
 */
void
piga_brief_row_set_item (PigaBriefRow *self, gpointer item)
{
  PigaBriefRowPrivate *priv = piga_brief_row_get_instance_private (self);

  drop_item (priv);
  if (item == NULL)
    return;
  priv->item = g_object_ref (item);
  priv->changed =
    g_signal_connect_swapped (item, "notify", G_CALLBACK (piga_brief_row_queue_show), self);
  show (self);
}

/**
 * piga_brief_row_queue_show:
 * @self: the row
 *
 * Shows the item again, once, however often this is called: a deed may change several properties.
 */
void
piga_brief_row_queue_show (PigaBriefRow *self)
{
  PigaBriefRowPrivate *priv = piga_brief_row_get_instance_private (self);

  if (priv->updating == 0)
    {
      priv->updating = g_idle_add_once (show_cb, self);
      g_source_set_priority (g_main_context_find_source_by_id (NULL, priv->updating),
                             G_PRIORITY_DEFAULT);
    }
}

/**
 * piga_brief_row_get_text:
 * @self: the row
 * @place: one of its texts
 *
 * Returns: (nullable): the text
 */
const char *
piga_brief_row_get_text (PigaBriefRow *self, PigaBriefText place)
{
  return ((PigaBriefRowPrivate *) piga_brief_row_get_instance_private (self))->texts[place];
}

/**
 * piga_brief_row_set_text:
 * @self: the row
 * @place: one of its texts
 * @text: (nullable): the text; "" leaves its line blank, %NULL leaves no line
 */
void
piga_brief_row_set_text (PigaBriefRow *self, PigaBriefText place, const char *text)
{
  PigaBriefRowPrivate *priv = piga_brief_row_get_instance_private (self);
  const gboolean had_line = priv->texts[place] != NULL;

  if (!g_set_str (&priv->texts[place], text))
    return;
  if (had_line != (text != NULL))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * piga_brief_row_set_icon:
 * @self: the row
 * @icon_name: (nullable): the name of a symbolic icon, which is not copied
 */
void
piga_brief_row_set_icon (PigaBriefRow *self, const char *icon_name)
{
  PigaBriefRowPrivate *priv = piga_brief_row_get_instance_private (self);

  priv->icon_name = icon_name;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * piga_brief_row_set_note_lines:
 * @self: the row
 * @n_lines: how many lines the note may take, and always has room for
 */
void
piga_brief_row_set_note_lines (PigaBriefRow *self, int n_lines)
{
  PigaBriefRowPrivate *priv = piga_brief_row_get_instance_private (self);

  priv->n_note_lines = n_lines;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
