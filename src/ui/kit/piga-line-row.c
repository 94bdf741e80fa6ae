/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-line-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "piga-one-line.h"

struct _PigaLineRow
{
  PigaCheckedRow parent_instance;

  const PigaField *field;
  char *line;
};

enum
{
  PROP_LINE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaLineRow, piga_line_row, PIGA_TYPE_CHECKED_ROW)

static void
take_line (PigaLineRow *self, const char *line)
{
  if (g_set_str (&self->line, line))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
}

/* Nothing that is typed later makes a line shorter by itself, so the row does not wait to say that
 * it is too long. */
static gboolean
piga_line_row_check (PigaCheckedRow *row, gboolean is_done, GError **error)
{
  PigaLineRow *self = PIGA_LINE_ROW (row);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autoptr (GError) problem = NULL;

  if (piga_field_validate_text (self->field, text, strlen (text), &problem))
    {
      take_line (self, text);
      return TRUE;
    }

  if (!is_done)
    piga_checked_row_set_problem (row, problem->message);
  g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

/* The signal is the text's own; its handler may not be left to insert a second time. */
static void
insert_text_cb (GtkEditable *text, const char *inserted, int length, int *position)
{
  g_autofree char *line = piga_one_line (inserted, length);

  if (line == NULL)
    return;

  g_signal_stop_emission_by_name (text, "insert-text");
  gtk_editable_insert_text (text, line, -1, position);
}

static void
piga_line_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LINE:
      g_value_set_string (value, PIGA_LINE_ROW (object)->line);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_line_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_LINE:
      piga_line_row_set_line (PIGA_LINE_ROW (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_line_row_finalize (GObject *object)
{
  g_free (PIGA_LINE_ROW (object)->line);

  G_OBJECT_CLASS (piga_line_row_parent_class)->finalize (object);
}

static void
piga_line_row_class_init (PigaLineRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_line_row_get_property;
  object_class->set_property = piga_line_row_set_property;
  object_class->finalize = piga_line_row_finalize;
  PIGA_CHECKED_ROW_CLASS (klass)->check = piga_line_row_check;

  properties[PROP_LINE] = g_param_spec_string (
    "line", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_line_row_init (PigaLineRow *self)
{
  self->line = g_strdup ("");
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (self)), "insert-text",
                    G_CALLBACK (insert_text_cb), NULL);
}

/**
 * piga_line_row_new:
 * @field: a field that holds text, whose label is the title
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
piga_line_row_new (const PigaField *field)
{
  PigaLineRow *self = g_object_new (PIGA_TYPE_LINE_ROW, "title", _ (field->label), NULL);

  self->field = field;
  return GTK_WIDGET (self);
}

/**
 * piga_line_row_set_line:
 * @self: the row
 * @line: (nullable): what shall stand in it
 */
void
piga_line_row_set_line (PigaLineRow *self, const char *line)
{
  if (line == NULL)
    line = "";

  take_line (self, line);
  piga_checked_row_write (PIGA_CHECKED_ROW (self), line);
}
