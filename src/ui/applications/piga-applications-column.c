/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-applications-column.h"

#include <glib/gi18n-lib.h>

#include "piga-application-actions.h"
#include "piga-applications-view.h"

struct _PigaApplicationsColumn
{
  AdwBin parent_instance;

  GtkWidget *heading;
  GtkLabel *count_label;

  PigaContext *context;
  PigaApplicationsModel *model;
  PigaStage stage;
};

enum
{
  PROP_COUNT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaApplicationsColumn, piga_applications_column, ADW_TYPE_BIN)

static void
update_count (PigaApplicationsColumn *self)
{
  g_autofree char *count = g_strdup_printf ("%u", piga_applications_column_get_count (self));

  gtk_label_set_label (self->count_label, count);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static gboolean
drop_cb (PigaApplicationsColumn *self, const GValue *value)
{
  piga_application_move (GTK_WIDGET (self), self->context, g_value_get_object (value), self->stage);
  return TRUE;
}

static void
piga_applications_column_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_COUNT:
      g_value_set_uint (value,
                        piga_applications_column_get_count (PIGA_APPLICATIONS_COLUMN (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_applications_column_dispose (GObject *object)
{
  PigaApplicationsColumn *self = PIGA_APPLICATIONS_COLUMN (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->model);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_applications_column_parent_class)->dispose (object);
}

static void
piga_applications_column_class_init (PigaApplicationsColumnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_applications_column_get_property;
  object_class->dispose = piga_applications_column_dispose;

  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "applications-column");
}

static void
piga_applications_column_init (PigaApplicationsColumn *self)
{
  GtkDropTarget *target = gtk_drop_target_new (PIGA_TYPE_JOB_APPLICATION, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
create_heading (PigaApplicationsColumn *self)
{
  GtkWidget *title = gtk_label_new (piga_stage_get_label (self->stage));
  GtkWidget *count = gtk_label_new (NULL);

  self->heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->count_label = GTK_LABEL (count);
  gtk_widget_add_css_class (self->heading, "column-heading");
  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_add_css_class (count, "dimmed");
  gtk_box_append (GTK_BOX (self->heading), title);
  gtk_box_append (GTK_BOX (self->heading), count);
}

/**
 * piga_applications_column_new:
 * @context: the context
 * @model: the applications that are asked for
 * @stage: the stage
 *
 * Returns: (transfer floating): the column
 */
GtkWidget *
piga_applications_column_new (PigaContext *context, PigaApplicationsModel *model, PigaStage stage)
{
  PigaApplicationsColumn *self = g_object_new (PIGA_TYPE_APPLICATIONS_COLUMN, NULL);
  GListModel *applications = piga_applications_model_get_stage (model, stage);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->context = g_object_ref (context);
  self->stage = stage;
  self->model = g_object_ref (model);

  create_heading (self);
  gtk_box_append (GTK_BOX (box), self->heading);
  gtk_box_append (GTK_BOX (box),
                  piga_applications_view_new (context, applications, PIGA_APPLICATIONS_CARDS,
                                              piga_stage_get_label (stage)));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (applications, "items-changed", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED);
  update_count (self);
  return GTK_WIDGET (self);
}

/**
 * piga_applications_column_get_count:
 * @self: the column
 *
 * Returns: how many applications there are
 */
guint
piga_applications_column_get_count (PigaApplicationsColumn *self)
{
  return piga_applications_model_count_stage (self->model, self->stage);
}

/**
 * piga_applications_column_get_stage:
 * @self: the column
 *
 * Returns: its stage
 */
PigaStage
piga_applications_column_get_stage (PigaApplicationsColumn *self)
{
  return self->stage;
}

/**
 * piga_applications_column_set_has_title:
 * @self: the column
 * @has_title: whether it names its stage
 */
void
piga_applications_column_set_has_title (PigaApplicationsColumn *self, gboolean has_title)
{
  gtk_widget_set_visible (self->heading, has_title);
}
