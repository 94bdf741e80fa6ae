/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-applications-board.h"

#include <glib/gi18n-lib.h>

#include "piga-applications-column.h"

struct _PigaApplicationsBoard
{
  AdwBin parent_instance;

  GtkDropDown *chooser;
  GtkBox *box;

  PigaApplicationsModel *model;
  GtkWidget *columns[PIGA_N_STAGES]; /* borrowed from the box */
  GtkStringList *names;              /* of the columns, with how many there are */
  gboolean is_narrow;
  gboolean is_naming; /* a name is replaced, which is no choice */
};

enum
{
  PROP_NARROW = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaApplicationsBoard, piga_applications_board, ADW_TYPE_BIN)

/* What is asked for decides which columns there are; where there is room for one, it is chosen. */
static void
update_columns (PigaApplicationsBoard *self)
{
  const guint chosen = gtk_drop_down_get_selected (self->chooser);

  if (self->model == NULL || self->is_naming)
    return;
  for (PigaStage stage = PIGA_STAGE_THINKING; stage < PIGA_N_STAGES; stage++)
    {
      PigaApplicationsColumn *column = PIGA_APPLICATIONS_COLUMN (self->columns[stage]);
      const gboolean is_asked_for = piga_applications_model_shows_stage (self->model, stage);

      piga_applications_column_set_has_title (column, !self->is_narrow);
      gtk_widget_set_visible (GTK_WIDGET (column),
                              self->is_narrow ? stage == chosen : is_asked_for);
    }
}

static void
count_changed_cb (PigaApplicationsBoard *self, GParamSpec *pspec, PigaApplicationsColumn *column)
{
  const PigaStage stage = piga_applications_column_get_stage (column);
  /* Translators: on the board: %1$s is a stage such as “Applied”, %2$u how many are in it. */
  g_autofree char *name = g_strdup_printf (_ ("%1$s (%2$u)"), piga_stage_get_label (stage),
                                           piga_applications_column_get_count (column));
  const char *const names[] = { name, NULL };
  const guint chosen = gtk_drop_down_get_selected (self->chooser);

  if (g_strcmp0 (gtk_string_list_get_string (self->names, stage), name) == 0)
    return;
  self->is_naming = TRUE;
  gtk_string_list_splice (self->names, stage, 1, names);
  gtk_drop_down_set_selected (self->chooser, chosen);
  self->is_naming = FALSE;
}

static void
set_narrow (PigaApplicationsBoard *self, gboolean is_narrow)
{
  if (self->is_narrow == is_narrow)
    return;
  self->is_narrow = is_narrow;
  update_columns (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

static void
piga_applications_board_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, PIGA_APPLICATIONS_BOARD (object)->is_narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_applications_board_set_property (GObject *object, guint id, const GValue *value,
                                      GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_NARROW:
      set_narrow (PIGA_APPLICATIONS_BOARD (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_applications_board_dispose (GObject *object)
{
  PigaApplicationsBoard *self = PIGA_APPLICATIONS_BOARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_APPLICATIONS_BOARD);
  g_clear_object (&self->names);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (piga_applications_board_parent_class)->dispose (object);
}

static void
piga_applications_board_class_init (PigaApplicationsBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_applications_board_get_property;
  object_class->set_property = piga_applications_board_set_property;
  object_class->dispose = piga_applications_board_dispose;

  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-applications-board.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsBoard, chooser);
  gtk_widget_class_bind_template_child (widget_class, PigaApplicationsBoard, box);
  gtk_widget_class_bind_template_callback (widget_class, update_columns);
}

static void
piga_applications_board_init (PigaApplicationsBoard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->names = gtk_string_list_new (NULL);
  for (PigaStage stage = PIGA_STAGE_THINKING; stage < PIGA_N_STAGES; stage++)
    gtk_string_list_append (self->names, piga_stage_get_label (stage));
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (self->names));
  gtk_drop_down_set_selected (self->chooser, PIGA_STAGE_APPLIED);
}

/**
 * piga_applications_board_show:
 * @self: the board
 * @context: the context
 * @model: the applications that are asked for
 *
 * Hands the board what it shows; once is enough.
 */
void
piga_applications_board_show (PigaApplicationsBoard *self, PigaContext *context,
                              PigaApplicationsModel *model)
{
  if (self->model != NULL)
    return;
  for (PigaStage stage = PIGA_STAGE_THINKING; stage < PIGA_N_STAGES; stage++)
    {
      self->columns[stage] = piga_applications_column_new (context, model, stage);
      gtk_box_append (self->box, self->columns[stage]);
      g_signal_connect_object (self->columns[stage], "notify::count", G_CALLBACK (count_changed_cb),
                               self, G_CONNECT_SWAPPED);
      count_changed_cb (self, NULL, PIGA_APPLICATIONS_COLUMN (self->columns[stage]));
    }
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "notify::show", G_CALLBACK (update_columns), self,
                           G_CONNECT_SWAPPED);
  update_columns (self);
}
