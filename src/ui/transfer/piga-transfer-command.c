/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-transfer-command.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "piga-exchange.h"

/* How the program ends when a part of what there is could not be read. */
#define EXIT_PARTIAL 3

struct _PigaTransferCommand
{
  GApplication parent_instance;

  PigaStore *store;
  GFile *file;
  gboolean import;
  int status;
};

G_DEFINE_FINAL_TYPE (PigaTransferCommand, piga_transfer_command, G_TYPE_APPLICATION)

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaTransferCommand) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!piga_store_close_finish (self->store, result, &error) && self->status == EXIT_SUCCESS)
    {
      g_printerr ("%s\n", error->message);
      self->status = EXIT_FAILURE;
    }
  g_application_release (G_APPLICATION (self));
}

static void
end (PigaTransferCommand *self, const GError *error)
{
  self->status = error == NULL ? EXIT_SUCCESS : EXIT_FAILURE;
  if (error != NULL)
    g_printerr ("%s\n", error->message);
  piga_store_close_async (self->store, closed_cb, g_object_ref (self));
}

static void
print_lost (GPtrArray *lost)
{
  for (guint i = 0; i < lost->len; i++)
    {
      g_autofree char *line = piga_lost_record_to_line (lost->pdata[i]);

      g_printerr ("%s\n", line);
    }
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaTransferCommand) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *lost = NULL;
  guint n_records;

  if (piga_exchange_export_finish (self->store, result, &n_records, &error))
    {
      lost = piga_exchange_export_get_lost (result);
      g_print (
        g_dngettext (GETTEXT_PACKAGE, "Exported: %u record", "Exported: %u records", n_records),
        n_records);
      g_print ("\n");
      print_lost (lost);
    }
  end (self, error);
  if (lost != NULL && lost->len > 0)
    self->status = EXIT_PARTIAL;
}

static void
print_summary (const char *heading, const PigaImportSummary *summary)
{
  g_print ("%s\n", heading);
  g_print (_ ("New: %1$u. Changed: %2$u. Kept as they are: %3$u."), summary->added,
           summary->changed, summary->kept);
  g_print ("\n");
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaTransferCommand) self = user_data;
  g_autoptr (GError) error = NULL;
  PigaImportSummary summary;

  if (piga_exchange_import_finish (self->store, result, &summary, &error))
    print_summary (_ ("Imported"), &summary);
  end (self, error);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaTransferCommand) self = user_data;
  g_autoptr (GError) error = NULL;
  PigaImportSummary summary;

  if (!piga_exchange_preview_finish (self->store, result, &summary, &error))
    {
      end (self, error);
      return;
    }
  /* Translators: printed above three counts. */
  print_summary (_ ("What the file would change:"), &summary);
  piga_exchange_import_async (self->store, self->file, NULL, NULL, NULL, imported_cb,
                              g_object_ref (self));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaTransferCommand) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!piga_store_open_finish (self->store, result, &error))
    end (self, error);
  else if (self->import)
    piga_exchange_preview_async (self->store, self->file, NULL, NULL, NULL, previewed_cb,
                                 g_object_ref (self));
  else
    piga_exchange_export_async (self->store, self->file, NULL, NULL, NULL, exported_cb,
                                g_object_ref (self));
}

static void
piga_transfer_command_activate (GApplication *application)
{
  PigaTransferCommand *self = PIGA_TRANSFER_COMMAND (application);

  g_application_hold (application);
  piga_store_open_async (self->store, NULL, opened_cb, g_object_ref (self));
}

static void
piga_transfer_command_dispose (GObject *object)
{
  PigaTransferCommand *self = PIGA_TRANSFER_COMMAND (object);

  g_clear_object (&self->store);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (piga_transfer_command_parent_class)->dispose (object);
}

static void
piga_transfer_command_class_init (PigaTransferCommandClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_transfer_command_dispose;
  G_APPLICATION_CLASS (klass)->activate = piga_transfer_command_activate;
}

static void
piga_transfer_command_init (PigaTransferCommand *self)
{
}

/**
 * piga_transfer_command_run:
 * @store: the store, not open yet
 * @export_path: (nullable): the file to write
 * @import_path: (nullable): the file to take in, when none is to be written
 *
 * Does the work, prints what came of it and returns when all is on the disk.
 *
 * Returns: the exit status: 3 where a part of what there is could not be read and is not exported
 */
int
piga_transfer_command_run (PigaStore *store, const char *export_path, const char *import_path)
{
  g_autoptr (PigaTransferCommand) self =
    g_object_new (PIGA_TYPE_TRANSFER_COMMAND, "flags", G_APPLICATION_NON_UNIQUE, NULL);

  self->store = g_object_ref (store);
  self->import = export_path == NULL;
  self->file = g_file_new_for_commandline_arg (self->import ? import_path : export_path);
  self->status = EXIT_FAILURE;
  g_application_run (G_APPLICATION (self), 0, NULL);
  return self->status;
}
