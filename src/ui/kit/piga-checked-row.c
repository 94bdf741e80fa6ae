/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-checked-row.h"

#include "piga-entry-name.h"

/* In characters; where there is more room, the sentence takes it. */
#define CAPTION_WIDTH 24

typedef struct
{
  GtkWidget *caption;
  char *problem;
  gboolean is_writing; /* the row itself writes its text */
} PigaCheckedRowPrivate;

enum
{
  PROP_PROBLEM = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE_WITH_PRIVATE (PigaCheckedRow, piga_checked_row, ADW_TYPE_ENTRY_ROW)

static PigaCheckedRowPrivate *
get_private (PigaCheckedRow *self)
{
  return piga_checked_row_get_instance_private (self);
}

static gboolean
take (PigaCheckedRow *self, gboolean is_done, GError **error)
{
  return PIGA_CHECKED_ROW_GET_CLASS (self)->check (self, is_done, error);
}

static void
changed_cb (PigaCheckedRow *self)
{
  if (get_private (self)->is_writing)
    return;

  piga_checked_row_set_problem (self, NULL);
  take (self, FALSE, NULL);
}

static void
activated_cb (PigaCheckedRow *self)
{
  piga_checked_row_insist (self);
}

static void
leave_cb (PigaCheckedRow *self)
{
  piga_checked_row_check (self);
}

static gboolean
check_nothing (PigaCheckedRow *self, gboolean is_done, GError **error)
{
  return TRUE;
}

/* The sentence stands under the entry, in the row: beside the row's own child, which the
 * appearance of an entry row is made for. */
static void
add_caption (PigaCheckedRow *self)
{
  PigaCheckedRowPrivate *priv = get_private (self);
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self));

  priv->caption = g_object_new (GTK_TYPE_LABEL, "visible", FALSE, "xalign", 0.0, "wrap", TRUE,
                                "wrap-mode", PANGO_WRAP_WORD_CHAR, "max-width-chars", CAPTION_WIDTH,
                                "margin-start", 12, "margin-end", 12, "margin-bottom", 9, NULL);
  gtk_widget_add_css_class (priv->caption, "caption");
  gtk_widget_set_layout_manager (GTK_WIDGET (self), gtk_box_layout_new (GTK_ORIENTATION_VERTICAL));
  gtk_widget_insert_before (priv->caption, GTK_WIDGET (self), NULL);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                  priv->caption, NULL, -1);
}

static void
piga_checked_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, piga_checked_row_get_problem (PIGA_CHECKED_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_checked_row_dispose (GObject *object)
{
  g_clear_pointer (&get_private (PIGA_CHECKED_ROW (object))->caption, gtk_widget_unparent);

  G_OBJECT_CLASS (piga_checked_row_parent_class)->dispose (object);
}

static void
piga_checked_row_finalize (GObject *object)
{
  g_free (get_private (PIGA_CHECKED_ROW (object))->problem);

  G_OBJECT_CLASS (piga_checked_row_parent_class)->finalize (object);
}

static void
piga_checked_row_class_init (PigaCheckedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_checked_row_get_property;
  object_class->dispose = piga_checked_row_dispose;
  object_class->finalize = piga_checked_row_finalize;
  klass->check = check_nothing;

  properties[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_checked_row_init (PigaCheckedRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
  g_signal_connect (self, "entry-activated", G_CALLBACK (activated_cb), NULL);
  add_caption (self);
  piga_entry_name_once (ADW_ENTRY_ROW (self));
}

/**
 * piga_checked_row_get_problem:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): what to tell the person about what they typed
 */
const char *
piga_checked_row_get_problem (PigaCheckedRow *self)
{
  return get_private (self)->problem;
}

/**
 * piga_checked_row_set_problem:
 * @self: the row
 * @problem: (nullable): what to tell the person about what they typed, or %NULL
 */
void
piga_checked_row_set_problem (PigaCheckedRow *self, const char *problem)
{
  PigaCheckedRowPrivate *priv = get_private (self);
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self));
  const GtkAccessibleInvalidState invalid =
    problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE;

  if (!g_set_str (&priv->problem, problem))
    return;

  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_label_set_label (GTK_LABEL (priv->caption), problem != NULL ? problem : "");
  gtk_widget_set_visible (priv->caption, problem != NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID, invalid, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_STATE_INVALID, invalid, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/**
 * piga_checked_row_write:
 * @self: the row
 * @text: what shall stand in it, which is known to be well
 *
 * Writes a text without checking it. The cursor stays as near to its place as the text allows.
 */
void
piga_checked_row_write (PigaCheckedRow *self, const char *text)
{
  PigaCheckedRowPrivate *priv = get_private (self);
  GtkEditable *editable = GTK_EDITABLE (self);

  if (!g_str_equal (gtk_editable_get_text (editable), text))
    {
      const int position = gtk_editable_get_position (editable);

      priv->is_writing = TRUE;
      gtk_editable_set_text (editable, text);
      priv->is_writing = FALSE;
      gtk_editable_set_position (editable, MIN (position, (int) g_utf8_strlen (text, -1)));
    }
  piga_checked_row_set_problem (self, NULL);
}

/**
 * piga_checked_row_check:
 * @self: the row
 *
 * Takes what was typed, or says what is wrong with it.
 *
 * Returns: whether all is well
 */
gboolean
piga_checked_row_check (PigaCheckedRow *self)
{
  g_autoptr (GError) error = NULL;
  const gboolean is_sound = take (self, TRUE, &error);

  piga_checked_row_set_problem (self, is_sound ? NULL : error->message);
  return is_sound;
}

/**
 * piga_checked_row_insist:
 * @self: the row
 *
 * Checks what was typed. Where something is wrong with it, the row takes the focus and says so to
 * the ear as well.
 *
 * Returns: whether all is well
 */
gboolean
piga_checked_row_insist (PigaCheckedRow *self)
{
  if (piga_checked_row_check (self))
    return TRUE;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), get_private (self)->problem,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  return FALSE;
}
