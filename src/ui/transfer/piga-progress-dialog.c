/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-progress-dialog.h"

/* Nobody is interrupted for work that is done before it can be read what it is. */
#define PATIENCE_MS 400

struct _PigaProgressDialog
{
  AdwDialog parent_instance;

  GtkProgressBar *bar;

  GtkWidget *parent; /* weak */
  GCancellable *cancellable;
  guint patience_id;
};

G_DEFINE_FINAL_TYPE (PigaProgressDialog, piga_progress_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (PigaProgressDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static gboolean
patience_over_cb (gpointer user_data)
{
  PigaProgressDialog *self = user_data;

  self->patience_id = 0;
  if (self->parent != NULL)
    adw_dialog_present (ADW_DIALOG (self), self->parent);
  return G_SOURCE_REMOVE;
}

static void
piga_progress_dialog_dispose (GObject *object)
{
  PigaProgressDialog *self = PIGA_PROGRESS_DIALOG (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_weak_pointer (&self->parent);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_PROGRESS_DIALOG);

  G_OBJECT_CLASS (piga_progress_dialog_parent_class)->dispose (object);
}

static void
piga_progress_dialog_class_init (PigaProgressDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_progress_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-progress-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaProgressDialog, bar);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
piga_progress_dialog_init (PigaProgressDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_progress_dialog_start:
 * @parent: over what it is shown
 * @title: what is being done
 * @cancellable: cancelled when the person does not want to go on
 *
 * Returns: (transfer full): a dialog that shows itself when the work takes its time
 */
PigaProgressDialog *
piga_progress_dialog_start (GtkWidget *parent, const char *title, GCancellable *cancellable)
{
  PigaProgressDialog *self = g_object_new (PIGA_TYPE_PROGRESS_DIALOG, "title", title, NULL);

  g_set_weak_pointer (&self->parent, parent);
  self->cancellable = g_object_ref (cancellable);
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_over_cb, self);
  return g_object_ref_sink (self);
}

/**
 * piga_progress_dialog_report:
 * @done: how much of the work is done
 * @total: how much there is; 0 while it is not known
 * @self: the dialog
 *
 * Shows how far the work has come; a #PigaExchangeProgress.
 */
void
piga_progress_dialog_report (gint64 done, gint64 total, gpointer self)
{
  GtkProgressBar *bar = PIGA_PROGRESS_DIALOG (self)->bar;

  if (total > 0)
    gtk_progress_bar_set_fraction (bar, CLAMP ((double) done / (double) total, 0, 1));
  else
    gtk_progress_bar_pulse (bar);
}

/**
 * piga_progress_dialog_end:
 * @self: the dialog
 *
 * Takes the dialog away: the work has ended, however it ended.
 */
void
piga_progress_dialog_end (PigaProgressDialog *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  adw_dialog_force_close (ADW_DIALOG (self));
}
