/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-backups-view.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-toast.h"
#include "piga-backup-page.h"
#include "piga-backup-row.h"
#include "piga-second-place-group.h"

/* So many are shown at first: the newest are the ones that are needed. */
#define N_FIRST 5

struct _PigaBackupsView
{
  AdwBin parent_instance;

  AdwBanner *banner;
  AdwPreferencesGroup *own;
  GtkWidget *back_up;
  PigaSecondPlaceGroup *place;

  PigaContext *context;
  GPtrArray *rows; /* of the group, without references */
};

G_DEFINE_FINAL_TYPE (PigaBackupsView, piga_backups_view, ADW_TYPE_BIN)

static PigaBackups *
get_backups (PigaBackupsView *self)
{
  return piga_context_get_backups (self->context);
}

static void
open_backup (PigaBackupsView *self, PigaBackup *backup)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (piga_backup_page_new (self->context, backup)));
}

static void
row_activated_cb (PigaBackupRow *row, PigaBackupsView *self)
{
  open_backup (self, piga_backup_row_get_backup (row));
}

static void
add_row (PigaBackupsView *self, GtkWidget *row)
{
  adw_preferences_group_add (self->own, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_older_cb (AdwButtonRow *button, PigaBackupsView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (button), FALSE);
  for (guint i = N_FIRST; i < self->rows->len; i++)
    if (self->rows->pdata[i] != (gpointer) button)
      gtk_widget_set_visible (self->rows->pdata[i], TRUE);
  gtk_widget_grab_focus (self->rows->pdata[N_FIRST]);
}

static GtkWidget *
create_older_button (PigaBackupsView *self)
{
  GtkWidget *button = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), _ ("Show Older Backups"));
  g_signal_connect_object (button, "activated", G_CALLBACK (show_older_cb), self, 0);
  return button;
}

static GtkWidget *
create_placeholder (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("No Backup Yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("The first one is made soon after you write something."));
  return row;
}

static void
show_rows (PigaBackupsView *self, GPtrArray *backups)
{
  const PigaDay today = piga_context_get_today (self->context);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->own, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < backups->len; i++)
    {
      GtkWidget *row = piga_backup_row_new (backups->pdata[i], today);

      g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
      gtk_widget_set_visible (row, i < N_FIRST || backups->len == N_FIRST + 1);
      add_row (self, row);
    }
  if (backups->len > N_FIRST + 1)
    add_row (self, create_older_button (self));
  if (backups->len == 0)
    add_row (self, create_placeholder ());
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaBackupsView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) backups = piga_backups_list_finish (PIGA_BACKUPS (source), result, &error);

  if (self->context == NULL)
    return;
  if (backups != NULL)
    show_rows (self, backups);
  else
    piga_toast_show (GTK_WIDGET (self), error->message);
}

static void
update_list (PigaBackupsView *self)
{
  piga_backups_list_async (get_backups (self), piga_backups_get_folder (get_backups (self)),
                           listed_cb, g_object_ref (self));
}

static void
update_state (PigaBackupsView *self)
{
  const GError *error = piga_backups_get_error (get_backups (self));
  const gboolean can_make =
    piga_store_get_state (piga_context_get_store (self->context)) == PIGA_STORE_READY
    && !piga_backups_is_busy (get_backups (self));

  if (error != NULL)
    adw_banner_set_title (self->banner, error->message);
  adw_banner_set_revealed (self->banner, error != NULL);
  gtk_widget_set_sensitive (self->back_up, can_make);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaBackupsView) self = user_data;

  /* What went wrong stands in the banner. */
  if (piga_backups_make_finish (PIGA_BACKUPS (source), result, NULL) && self->context != NULL)
    piga_toast_show (GTK_WIDGET (self), _ ("Backed up"));
}

static void
back_up_cb (PigaBackupsView *self)
{
  piga_backups_make_async (get_backups (self), made_cb, g_object_ref (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaBackupsView) self = user_data;
  g_autoptr (PigaBackup) backup = piga_backups_read_finish (PIGA_BACKUPS (source), result, NULL);

  if (self->context == NULL)
    return;
  if (piga_backup_get_error (backup) != NULL)
    piga_toast_show (GTK_WIDGET (self), piga_backup_get_error (backup)->message);
  else
    open_backup (self, backup);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaBackupsView) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL || self->context == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    piga_toast_show (GTK_WIDGET (self),
                     _ ("Only a file on this computer can be opened. Copy it here first."));
  else
    piga_backups_read_async (get_backups (self), g_file_peek_path (file), read_cb,
                             g_object_ref (self));
}

static void
open_file_cb (PigaBackupsView *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (filter, _ ("Backups"));
  gtk_file_filter_add_suffix (filter, "db");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_title (dialog, _ ("Open a Backup"));
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        chosen_cb, g_object_ref (self));
}

static void
place_row_activated_cb (PigaBackupsView *self, PigaBackup *backup)
{
  open_backup (self, backup);
}

static void
piga_backups_view_dispose (GObject *object)
{
  PigaBackupsView *self = PIGA_BACKUPS_VIEW (object);

  if (self->context != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_backups (self), self);
      g_signal_handlers_disconnect_by_data (piga_context_get_store (self->context), self);
    }
  /* The bin would let go of it once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_BACKUPS_VIEW);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_backups_view_parent_class)->dispose (object);
}

static void
piga_backups_view_class_init (PigaBackupsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_backups_view_dispose;

  g_type_ensure (PIGA_TYPE_SECOND_PLACE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-backups-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaBackupsView, banner);
  gtk_widget_class_bind_template_child (widget_class, PigaBackupsView, own);
  gtk_widget_class_bind_template_child (widget_class, PigaBackupsView, back_up);
  gtk_widget_class_bind_template_child (widget_class, PigaBackupsView, place);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_file_cb);
}

static void
piga_backups_view_init (PigaBackupsView *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_backups_view_set_context:
 * @self: the view, which has no context yet
 * @context: the context
 */
void
piga_backups_view_set_context (PigaBackupsView *self, PigaContext *context)
{
  PigaBackups *backups = piga_context_get_backups (context);

  self->context = g_object_ref (context);
  piga_second_place_group_set_context (self->place, context);
  g_signal_connect_swapped (self->place, "backup-activated", G_CALLBACK (place_row_activated_cb),
                            self);
  g_signal_connect_swapped (backups, "changed", G_CALLBACK (update_list), self);
  g_signal_connect_swapped (backups, "notify", G_CALLBACK (update_state), self);
  g_signal_connect_swapped (piga_context_get_store (context), "notify::state",
                            G_CALLBACK (update_state), self);
  update_list (self);
  update_state (self);
}
