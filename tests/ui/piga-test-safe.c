/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-test-safe.h"

#include "safe/piga-backup-row.h"
#include "safe/piga-safe-dialog.h"

void
piga_test_safe_set_up (PigaTestSafe *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);

  g_settings_reset (settings, "second-place");
  g_settings_reset (settings, "second-place-seen");
  piga_test_room_set_up (&self->room, NULL);
}

static gboolean
has_one_owner (gpointer object)
{
  return G_OBJECT (object)->ref_count == 1;
}

void
piga_test_safe_tear_down (PigaTestSafe *self, gconstpointer data)
{
  if (self->room.window != NULL)
    gtk_window_destroy (GTK_WINDOW (g_steal_pointer (&self->room.window)));
  g_assert_true (piga_test_wait_until (has_one_owner, self->room.context));
  g_assert_true (
    piga_test_wait_until (has_one_owner, piga_context_get_backups (self->room.context)));
  piga_test_room_tear_down (&self->room, NULL);
}

/* In front of what the room shows, where that is something already. */
void
piga_test_safe_open (PigaTestSafe *self, const char *view)
{
  if (self->room.window == NULL)
    piga_test_room_show (&self->room, gtk_label_new ("Room"));
  /* Room for a banner over the list. */
  gtk_window_set_default_size (GTK_WINDOW (self->room.window), 800, 700);
  self->dialog = piga_safe_dialog_new (self->room.context);
  adw_dialog_present (self->dialog, self->room.window);
  adw_view_stack_set_visible_child_name (
    piga_test_find_type (GTK_WIDGET (self->dialog), ADW_TYPE_VIEW_STACK), view);
  piga_test_rest (&self->room);
}

void
piga_test_safe_back_up (PigaTestSafe *self)
{
  PigaBackups *backups = piga_context_get_backups (self->room.context);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  piga_backups_make_async (backups, piga_test_keep_result, &result);
  piga_backups_make_finish (backups, piga_test_wait_for (&result), &error);
  g_assert_no_error (error);
}

/* Another backup like the newest, with a number and a time such as "20261122T071500Z" of its own.
 * Returns: (transfer full): its path */
char *
piga_test_safe_copy_backup (PigaTestSafe *self, guint number, const char *time)
{
  PigaBackups *backups = piga_context_get_backups (self->room.context);
  g_autofree char *from = piga_test_get_newest_backup (self->room.disk.path);
  g_autofree char *name = g_strdup_printf ("piga-hatua-0123abcd-%05u-%s-asked.db", number, time);
  char *path = g_build_filename (piga_backups_get_folder (backups), name, NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (path, bytes, (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
  return path;
}

guint
piga_test_safe_count_backups (PigaTestSafe *self)
{
  return piga_test_count_backups (self->room.disk.path);
}

gboolean
piga_test_safe_shows (PigaTestSafe *self, const char *words)
{
  return piga_test_find_label (GTK_WIDGET (self->dialog), words) != NULL;
}

typedef struct
{
  GtkWidget *root;
  const char *words;
  GPtrArray *rows;
  guint n;
} Search;

static gboolean
has_words (gpointer data)
{
  const Search *search = data;

  return piga_test_find_label (search->root, search->words) != NULL;
}

/* Waits until words show. */
void
piga_test_safe_see (PigaTestSafe *self, const char *words)
{
  Search search = { .root = GTK_WIDGET (self->dialog), .words = words };

  if (!piga_test_wait_until (has_words, &search))
    g_error ("“%s” does not show.", words);
  piga_test_rest (&self->room);
}

static gboolean
has_rows (gpointer data)
{
  Search *search = data;

  g_clear_pointer (&search->rows, g_ptr_array_unref);
  search->rows = piga_test_find_all (search->root, PIGA_TYPE_BACKUP_ROW);
  return search->rows->len == search->n;
}

/* Waits until there are just so many backups in the lists. Returns: (transfer container): their
 * rows, shown or not */
GPtrArray *
piga_test_safe_see_backups (PigaTestSafe *self, guint n)
{
  Search search = { .root = GTK_WIDGET (self->dialog), .n = n };

  if (!piga_test_wait_until (has_rows, &search))
    g_error ("There are %u backups instead of %u.", search.rows->len, n);
  piga_test_rest (&self->room);
  return search.rows;
}

gboolean
piga_test_safe_can_press (PigaTestSafe *self, const char *label)
{
  return gtk_widget_get_sensitive (piga_test_find_button (GTK_WIDGET (self->dialog), label));
}

void
piga_test_safe_press (PigaTestSafe *self, const char *label)
{
  piga_test_press (&self->room, label);
  piga_test_rest (&self->room);
}

/* Does what Enter does at a row, which has to be there. */
void
piga_test_safe_activate (PigaTestSafe *self, const char *title)
{
  g_signal_emit_by_name (piga_test_find_row (GTK_WIDGET (self->dialog), title), "activate");
  piga_test_rest (&self->room);
}

AdwAlertDialog *
piga_test_safe_get_question (PigaTestSafe *self)
{
  AdwDialog *dialog =
    adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self->room.window));

  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  return ADW_ALERT_DIALOG (dialog);
}
