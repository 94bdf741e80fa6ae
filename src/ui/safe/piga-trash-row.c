/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-trash-row.h"

#include <glib/gi18n-lib.h>

struct _PigaTrashRow
{
  GtkBox parent_instance;

  GtkCheckButton *check;
  GtkLabel *title;
  GtkLabel *about;

  PigaTrashItem *item;
  GBinding *binding; /* owned by what it binds */
};

G_DEFINE_FINAL_TYPE (PigaTrashRow, piga_trash_row, GTK_TYPE_BOX)

static void
piga_trash_row_dispose (GObject *object)
{
  PigaTrashRow *self = PIGA_TRASH_ROW (object);

  g_clear_pointer (&self->binding, g_binding_unbind);
  g_clear_object (&self->item);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_TRASH_ROW);

  G_OBJECT_CLASS (piga_trash_row_parent_class)->dispose (object);
}

static void
piga_trash_row_class_init (PigaTrashRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_trash_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_BASE "/ui/piga-trash-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaTrashRow, check);
  gtk_widget_class_bind_template_child (widget_class, PigaTrashRow, title);
  gtk_widget_class_bind_template_child (widget_class, PigaTrashRow, about);
}

static void
piga_trash_row_init (PigaTrashRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_trash_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
piga_trash_row_new (void)
{
  return g_object_new (PIGA_TYPE_TRASH_ROW, NULL);
}

/**
 * piga_trash_row_set_item:
 * @self: the row
 * @item: (nullable): what to show, or %NULL to let go of it
 * @title: (nullable): how it is called
 * @about: (nullable): what can be said about it
 */
void
piga_trash_row_set_item (PigaTrashRow *self, PigaTrashItem *item, const char *title,
                         const char *about)
{
  g_autofree char *name = NULL;

  g_clear_pointer (&self->binding, g_binding_unbind);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;

  self->binding = g_object_bind_property (item, "checked", self->check, "active",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->about, about);
  /* Translators: the name of a box to check, read aloud; %s is what was deleted. */
  name = g_strdup_printf (_ ("Select “%s”"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/**
 * piga_trash_row_get_item:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): what it shows
 */
PigaTrashItem *
piga_trash_row_get_item (PigaTrashRow *self)
{
  return self->item;
}
