/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-text-row.h"

#include "piga-one-line.h"

struct _PigaTextRow
{
  AdwPreferencesRow parent_instance;

  GtkTextView *view;
  GtkTextBuffer *buffer;

  char *text;
  char *placeholder;
  gboolean is_single_line;
};

enum
{
  PROP_TEXT = 1,
  PROP_PLACEHOLDER,
  PROP_SINGLE_LINE,
  PROP_EDITABLE,
  PROP_IS_EMPTY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  APPLY,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaTextRow, piga_text_row, ADW_TYPE_PREFERENCES_ROW)

/* A text view does not know its height before it has been given a width, and does not ask again
 * when it knows; nor when it is given another text meanwhile. Two frames on it has lain in its
 * width. */
static gboolean
measure_again_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_resize (view);
  return G_SOURCE_REMOVE;
}

static gboolean
lie_down_cb (GtkWidget *view, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_add_tick_callback (view, measure_again_cb, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (PigaTextRow *self)
{
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  const gboolean was_empty = self->text[0] == '\0';

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  if (!g_set_str (&self->text, text))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
  if (was_empty != (self->text[0] == '\0'))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_EMPTY]);
}

/* Line breaks that are pasted into a single line become spaces; Enter alone is no text. */
static void
insert_text_cb (PigaTextRow *self, GtkTextIter *position, const char *text, int length,
                GtkTextBuffer *buffer)
{
  g_autofree char *line = self->is_single_line ? piga_one_line (text, length) : NULL;

  if (line == NULL)
    return;

  g_signal_stop_emission_by_name (buffer, "insert-text");
  if (length == 1 && text[0] == '\n')
    g_signal_emit (self, signals[APPLY], 0);
  else
    gtk_text_buffer_insert (buffer, position, line, -1);
}

static void
map_cb (PigaTextRow *self)
{
  gtk_widget_add_tick_callback (GTK_WIDGET (self->view), lie_down_cb, NULL, NULL);
}

static void
clicked_cb (PigaTextRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static gboolean
piga_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PIGA_TEXT_ROW (widget)->view));
}

static void
set_placeholder (PigaTextRow *self, const char *placeholder)
{
  if (!g_set_str (&self->placeholder, placeholder))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACEHOLDER]);
}

static void
piga_text_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaTextRow *self = PIGA_TEXT_ROW (object);

  switch (id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_SINGLE_LINE:
      g_value_set_boolean (value, self->is_single_line);
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, gtk_text_view_get_editable (self->view));
      break;
    case PROP_IS_EMPTY:
      g_value_set_boolean (value, self->text[0] == '\0');
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_text_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PigaTextRow *self = PIGA_TEXT_ROW (object);

  switch (id)
    {
    case PROP_TEXT:
      piga_text_row_set_text (self, g_value_get_string (value));
      break;
    case PROP_PLACEHOLDER:
      set_placeholder (self, g_value_get_string (value));
      break;
    case PROP_SINGLE_LINE:
      self->is_single_line = g_value_get_boolean (value);
      gtk_accessible_update_property (
        GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, !self->is_single_line, -1);
      break;
    case PROP_EDITABLE:
      gtk_text_view_set_editable (self->view, g_value_get_boolean (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                      GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                      !g_value_get_boolean (value), -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_text_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PIGA_TYPE_TEXT_ROW);

  G_OBJECT_CLASS (piga_text_row_parent_class)->dispose (object);
}

static void
piga_text_row_finalize (GObject *object)
{
  PigaTextRow *self = PIGA_TEXT_ROW (object);

  g_free (self->text);
  g_free (self->placeholder);

  G_OBJECT_CLASS (piga_text_row_parent_class)->finalize (object);
}

static void
piga_text_row_class_init (PigaTextRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = piga_text_row_get_property;
  object_class->set_property = piga_text_row_set_property;
  object_class->dispose = piga_text_row_dispose;
  object_class->finalize = piga_text_row_finalize;
  widget_class->grab_focus = piga_text_row_grab_focus;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", writable);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, writable);
  properties[PROP_SINGLE_LINE] = g_param_spec_boolean ("single-line", NULL, NULL, FALSE, writable);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, writable);
  properties[PROP_IS_EMPTY] =
    g_param_spec_boolean ("is-empty", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[APPLY] = g_signal_new ("apply", PIGA_TYPE_TEXT_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaTextRow, view);
  gtk_widget_class_bind_template_child (widget_class, PigaTextRow, buffer);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, insert_text_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
piga_text_row_init (PigaTextRow *self)
{
  self->text = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_text_row_get_text:
 * @self: the row
 *
 * Returns: (transfer none): what stands in it
 */
const char *
piga_text_row_get_text (PigaTextRow *self)
{
  return self->text;
}

/**
 * piga_text_row_set_text:
 * @self: the row
 * @text: (nullable): what shall stand in it; it cannot be undone by the row's own undo
 *
 * The cursor stays as near to its place as the text allows.
 */
void
piga_text_row_set_text (PigaTextRow *self, const char *text)
{
  GtkTextIter cursor;
  int offset;

  if (text == NULL)
    text = "";
  if (g_str_equal (self->text, text))
    return;

  g_object_get (self->buffer, "cursor-position", &offset, NULL);
  gtk_text_buffer_begin_irreversible_action (self->buffer);
  gtk_text_buffer_set_text (self->buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (self->buffer);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &cursor, offset);
  gtk_text_buffer_place_cursor (self->buffer, &cursor);
}
