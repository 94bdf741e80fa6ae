/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-safe-dialog.h"

#include "kit/piga-toast-area.h"
#include "piga-backups-view.h"
#include "piga-trash-view.h"

struct _PigaSafeDialog
{
  AdwDialog parent_instance;

  PigaBackupsView *backups;
  PigaTrashView *trash;
};

G_DEFINE_FINAL_TYPE (PigaSafeDialog, piga_safe_dialog, ADW_TYPE_DIALOG)

static void
piga_safe_dialog_dispose (GObject *object)
{
  /* libadwaita keeps the sheet of a dialog that was closed, and all that is on it. */
  adw_dialog_set_child (ADW_DIALOG (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PIGA_TYPE_SAFE_DIALOG);

  G_OBJECT_CLASS (piga_safe_dialog_parent_class)->dispose (object);
}

static void
piga_safe_dialog_class_init (PigaSafeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_safe_dialog_dispose;

  g_type_ensure (PIGA_TYPE_BACKUPS_VIEW);
  g_type_ensure (PIGA_TYPE_TOAST_AREA);
  g_type_ensure (PIGA_TYPE_TRASH_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-safe-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaSafeDialog, backups);
  gtk_widget_class_bind_template_child (widget_class, PigaSafeDialog, trash);
}

static void
piga_safe_dialog_init (PigaSafeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_safe_dialog_new:
 * @context: the context
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
piga_safe_dialog_new (PigaContext *context)
{
  PigaSafeDialog *self = g_object_new (PIGA_TYPE_SAFE_DIALOG, NULL);

  piga_backups_view_set_context (self->backups, context);
  piga_trash_view_set_context (self->trash, context);
  return ADW_DIALOG (self);
}
