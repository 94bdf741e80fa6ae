/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-second-place-group.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-toast.h"
#include "piga-backup-row.h"
#include "piga-backups.h"

struct _PigaSecondPlaceGroup
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *choose;
  AdwActionRow *folder;

  PigaContext *context;
  GPtrArray *rows; /* of the group, without references */
};

enum
{
  BACKUP_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaSecondPlaceGroup, piga_second_place_group, ADW_TYPE_PREFERENCES_GROUP)

static PigaBackups *
get_backups (PigaSecondPlaceGroup *self)
{
  return piga_context_get_backups (self->context);
}

static PigaSecondPlace *
get_place (PigaSecondPlaceGroup *self)
{
  return piga_backups_get_second_place (get_backups (self));
}

static char *
describe_absence (PigaSecondPlaceGroup *self)
{
  const gint64 seen = piga_second_place_get_seen (get_place (self));
  const PigaDay day = piga_day_from_time (seen);
  const PigaDay today = piga_context_get_today (self->context);
  const guint days = today > day ? today - day : 0;

  if (seen == 0)
    return g_strdup (_ ("Nothing has been copied there yet."));
  if (days == 0)
    return g_strdup (_ ("Last copied there today."));
  if (days == 1)
    return g_strdup (_ ("Last copied there yesterday."));
  return g_strdup_printf (
    /* Translators: never 1, which has words of its own. */
    g_dngettext (GETTEXT_PACKAGE, "Last copied there %u day ago.", "Last copied there %u days ago.",
                 days),
    days);
}

static char *
describe_state (PigaSecondPlaceGroup *self)
{
  const GError *error = piga_second_place_get_error (get_place (self));
  g_autofree char *absence = describe_absence (self);

  if (piga_second_place_is_busy (get_place (self)))
    return g_strdup (_ ("Copying…"));
  if (error == NULL)
    return g_steal_pointer (&absence);
  return g_strdup_printf ("%s %s", error->message, absence);
}

static void
update_state (PigaSecondPlaceGroup *self)
{
  const char *path = piga_second_place_get_path (get_place (self));
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *state = describe_state (self);

  gtk_widget_set_visible (self->choose, path == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->folder), path != NULL);
  if (path == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->folder), name);
  adw_action_row_set_subtitle (self->folder, state);
}

static void
row_activated_cb (PigaBackupRow *row, PigaSecondPlaceGroup *self)
{
  g_signal_emit (self, signals[BACKUP_ACTIVATED], 0, piga_backup_row_get_backup (row));
}

/* What lies on this computer as well is shown there. */
static gboolean
is_only_there (PigaSecondPlaceGroup *self, PigaBackup *backup)
{
  g_autofree char *name = g_path_get_basename (piga_backup_get_path (backup));
  const char *folder = piga_backups_get_folder (get_backups (self));
  g_autofree char *own = g_build_filename (folder, name, NULL);

  return !g_file_test (own, G_FILE_TEST_EXISTS);
}

static void
show_rows (PigaSecondPlaceGroup *self, GPtrArray *backups)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      GtkWidget *row;

      if (!is_only_there (self, backups->pdata[i]))
        continue;
      row = piga_backup_row_new (backups->pdata[i], piga_context_get_today (self->context));
      g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaSecondPlaceGroup) self = user_data;
  g_autoptr (GPtrArray) backups = piga_backups_list_finish (PIGA_BACKUPS (source), result, NULL);

  /* Why it cannot be read stands in the row of the folder. */
  if (self->context != NULL)
    show_rows (self, backups);
}

static void
update_list (PigaSecondPlaceGroup *self)
{
  const char *path = piga_second_place_get_path (get_place (self));

  if (path == NULL)
    show_rows (self, NULL);
  else
    piga_backups_list_async (get_backups (self), path, listed_cb, g_object_ref (self));
}

static void
place_changed_cb (PigaSecondPlaceGroup *self)
{
  update_state (self);
  if (!piga_second_place_is_busy (get_place (self)))
    update_list (self);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaSecondPlaceGroup) self = user_data;
  g_autoptr (GFile) folder =
    gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (folder == NULL || self->context == NULL)
    return;
  if (g_file_peek_path (folder) == NULL)
    {
      piga_toast_show (GTK_WIDGET (self),
                       _ ("Choose a folder on a disk or stick of this computer."));
      return;
    }
  piga_second_place_set_path (get_place (self), g_file_peek_path (folder));
  g_object_set (get_place (self), "seen", G_GINT64_CONSTANT (0), NULL);
  piga_second_place_bring (get_place (self));
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _ ("Choose a Second Place"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Choose"));
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb,
                                 g_object_ref (widget));
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  piga_second_place_bring (get_place (PIGA_SECOND_PLACE_GROUP (widget)));
}

static void
stop_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  piga_second_place_set_path (get_place (PIGA_SECOND_PLACE_GROUP (widget)), NULL);
}

static void
piga_second_place_group_dispose (GObject *object)
{
  PigaSecondPlaceGroup *self = PIGA_SECOND_PLACE_GROUP (object);

  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (get_place (self), self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_SECOND_PLACE_GROUP);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_second_place_group_parent_class)->dispose (object);
}

static void
piga_second_place_group_class_init (PigaSecondPlaceGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_second_place_group_dispose;

  signals[BACKUP_ACTIVATED] =
    g_signal_new ("backup-activated", PIGA_TYPE_SECOND_PLACE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, PIGA_TYPE_BACKUP);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-second-place-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaSecondPlaceGroup, choose);
  gtk_widget_class_bind_template_child (widget_class, PigaSecondPlaceGroup, folder);
  gtk_widget_class_install_action (widget_class, "place.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "place.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "place.stop", NULL, stop_cb);
}

static void
piga_second_place_group_init (PigaSecondPlaceGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_second_place_group_set_context:
 * @self: the group, which has no context yet
 * @context: the context
 *
 * Shows the second place, and looks whether it can be reached.
 */
void
piga_second_place_group_set_context (PigaSecondPlaceGroup *self, PigaContext *context)
{
  self->context = g_object_ref (context);
  g_signal_connect_swapped (get_place (self), "notify", G_CALLBACK (place_changed_cb), self);
  piga_second_place_bring (get_place (self));
  place_changed_cb (self);
}
