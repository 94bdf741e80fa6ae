/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-safe-dialog.h"

#include "parts/piga-toast-area.h"
#include "piga-trash-view.h"

struct _PigaSafeDialog
{
  AdwDialog parent_instance;

  AdwHeaderBar *header;
  AdwViewStack *stack;
  AdwViewStackPage *backups_page;
  AdwBin *backups;
  PigaTrashView *trash;
};

G_DEFINE_FINAL_TYPE (PigaSafeDialog, piga_safe_dialog, ADW_TYPE_DIALOG)

/* Where there is one page only, there is nothing to switch. */
static void
update_switcher (PigaSafeDialog *self)
{
  GtkWidget *switcher = NULL;

  if (adw_view_stack_page_get_visible (self->backups_page))
    switcher = g_object_new (ADW_TYPE_VIEW_SWITCHER, "stack", self->stack, "policy",
                             ADW_VIEW_SWITCHER_POLICY_WIDE, NULL);
  adw_header_bar_set_title_widget (self->header, switcher);
}

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

  g_type_ensure (PIGA_TYPE_TOAST_AREA);
  g_type_ensure (PIGA_TYPE_TRASH_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-safe-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaSafeDialog, header);
  gtk_widget_class_bind_template_child (widget_class, PigaSafeDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaSafeDialog, backups_page);
  gtk_widget_class_bind_template_child (widget_class, PigaSafeDialog, backups);
  gtk_widget_class_bind_template_child (widget_class, PigaSafeDialog, trash);
}

static void
piga_safe_dialog_init (PigaSafeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_view_stack_set_visible_child_name (self->stack, "trash");
  g_signal_connect_object (self->backups_page, "notify::visible", G_CALLBACK (update_switcher),
                           self, G_CONNECT_SWAPPED);
  update_switcher (self);
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

  piga_trash_view_set_context (self->trash, context);
  return ADW_DIALOG (self);
}
