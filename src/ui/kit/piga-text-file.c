/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A text that goes out of the program into a file of the person's choice: a table, a calendar. */

#include "piga-text-file.h"

#include <glib/gi18n-lib.h>

#include "piga-outside-file.h"
#include "piga-toast.h"

typedef struct
{
  GtkWidget *widget; /* cleared when it goes */
  PigaStore *store;
  GFile *file;
  GBytes *text;
} Saving;

static void
saving_free (Saving *self)
{
  g_clear_weak_pointer (&self->widget);
  g_clear_object (&self->file);
  g_object_unref (self->store);
  g_bytes_unref (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static void
say (Saving *self, const char *text)
{
  if (self->widget != NULL)
    piga_toast_show (self->widget, text);
}

static void
say_error (Saving *self, const GError *error)
{
  /* Translators: %s is the reason, such as “No space left on device”. */
  g_autofree char *text = g_strdup_printf (_ ("Could not save the file: %s"), error->message);

  say (self, text);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *display_name = g_filename_display_name (name);
  /* Translators: %s is the name of a file. */
  g_autofree char *done = g_strdup_printf (_ ("Saved as “%s”"), display_name);

  if (piga_outside_file_write_finish (self->store, result, &error))
    say (self, done);
  else
    say_error (self, error);
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Saving) self = user_data;
  g_autoptr (GError) error = NULL;

  self->file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  if (self->file != NULL)
    {
      piga_outside_file_write_async (self->store, self->file, self->text, written_cb, self);
      g_steal_pointer (&self);
    }
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    say_error (self, error);
}

/**
 * piga_save_text_file:
 * @widget: a widget in the window
 * @store: the store, whose files are not to be replaced
 * @suggested_name: how the file might be called
 * @text: what goes into it
 *
 * Asks the person where to save a text, and saves it there: the whole file is there afterwards, or
 * what was there before. A toast tells what came of it.
 */
void
piga_save_text_file (GtkWidget *widget, PigaStore *store, const char *suggested_name,
                     const char *text)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Saving *self = g_new0 (Saving, 1);

  g_set_weak_pointer (&self->widget, widget);
  self->store = g_object_ref (store);
  self->text = g_bytes_new (text, strlen (text));
  gtk_file_dialog_set_initial_name (dialog, suggested_name);
  gtk_file_dialog_set_title (dialog, _ ("Save As"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Save"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, chosen_cb, self);
}
