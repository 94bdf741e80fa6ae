/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-backup-row.h"

#include "piga-backup-words.h"

struct _PigaBackupRow
{
  AdwActionRow parent_instance;

  PigaBackup *backup;
};

G_DEFINE_FINAL_TYPE (PigaBackupRow, piga_backup_row, ADW_TYPE_ACTION_ROW)

static void
piga_backup_row_dispose (GObject *object)
{
  g_clear_object (&PIGA_BACKUP_ROW (object)->backup);

  G_OBJECT_CLASS (piga_backup_row_parent_class)->dispose (object);
}

static void
piga_backup_row_class_init (PigaBackupRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_backup_row_dispose;
}

static void
piga_backup_row_init (PigaBackupRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

static GtkWidget *
create_icon (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/**
 * piga_backup_row_new:
 * @backup: a backup
 * @today: the day it is
 *
 * Returns: (transfer floating): a row that tells of it, and can be activated where it can be used
 */
GtkWidget *
piga_backup_row_new (PigaBackup *backup, PigaDay today)
{
  PigaBackupRow *self = g_object_new (PIGA_TYPE_BACKUP_ROW, NULL);
  AdwActionRow *row = ADW_ACTION_ROW (self);
  g_autofree char *title = piga_backup_words_title (backup, today);
  g_autofree char *about = piga_backup_words_about (backup, today);
  const gboolean is_good = piga_backup_get_error (backup) == NULL;

  self->backup = g_object_ref (backup);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (row, about);
  if (is_good)
    adw_action_row_add_suffix (row, create_icon ("go-next-symbolic"));
  else
    adw_action_row_add_prefix (row, create_icon ("dialog-warning-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), is_good);
  return GTK_WIDGET (self);
}

/**
 * piga_backup_row_get_backup:
 * @self: the row
 *
 * Returns: (transfer none): the backup
 */
PigaBackup *
piga_backup_row_get_backup (PigaBackupRow *self)
{
  return self->backup;
}
