/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export and import from the window: which file, how far, what came of it. */

#include "config.h"

#include "piga-transfer.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-lost-words.h"
#include "kit/piga-toast.h"
#include "piga-exchange.h"
#include "piga-calendar.h"
#include "piga-progress-dialog.h"

/* One export or one import, from the question which file to the last word. */
typedef struct
{
  GtkWindow *window;
  PigaStore *store;
  GFile *file;
  GCancellable *cancellable;
  PigaProgressDialog *progress;
} Transfer;

static Transfer *
new_transfer (GtkWindow *window, PigaStore *store)
{
  Transfer *self = g_new0 (Transfer, 1);

  self->window = g_object_ref (window);
  self->store = g_object_ref (store);
  self->cancellable = g_cancellable_new ();
  return self;
}

static void
free_transfer (Transfer *self)
{
  g_object_unref (self->window);
  g_object_unref (self->store);
  g_object_unref (self->cancellable);
  g_clear_object (&self->file);
  g_clear_object (&self->progress);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transfer, free_transfer)

static void
start_progress (Transfer *self, const char *title)
{
  g_set_object (&self->progress, NULL);
  self->progress = piga_progress_dialog_start (GTK_WIDGET (self->window), title, self->cancellable);
}

static void
tell (Transfer *self, const char *heading, const char *body)
{
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self->window));
}

static void
tell_error (Transfer *self, const char *heading, const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, heading, error->message);
}

static GtkFileDialog *
make_file_dialog (const char *title, const char *accept_label)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Piga Hatua’s exports"));
  gtk_file_filter_add_suffix (filter, "jsonl");
  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_accept_label (dialog, accept_label);
  return dialog;
}

/* Whether a file was chosen; who changed their mind needs no word. */
static gboolean
take_file (Transfer *self, GFile *file, const GError *error, const char *heading)
{
  if (file == NULL && !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    tell_error (self, heading, error);
  self->file = file;
  return file != NULL;
}

/* Not a toast, which would be gone before it is read. */
static void
tell_lost (Transfer *self, const char *done, GPtrArray *lost)
{
  g_autofree char *words = piga_lost_words_describe (lost);
  g_autofree char *body = g_strconcat (done, "\n\n", words, NULL);

  tell (self, _ ("Exported, but Not Everything"), body);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  GPtrArray *lost;
  guint n_records;

  piga_progress_dialog_end (self->progress);
  if (!piga_exchange_export_finish (self->store, result, &n_records, &error))
    {
      tell_error (self, _ ("Could Not Export"), error);
      return;
    }
  done = g_strdup_printf (
    /* Translators: how many records (entries, goals, marks…) are now in the file. */
    g_dngettext (GETTEXT_PACKAGE, "Exported: %u record", "Exported: %u records", n_records),
    n_records);
  lost = piga_exchange_export_get_lost (result);
  if (lost->len == 0)
    piga_toast_show (gtk_window_get_child (self->window), done);
  else
    tell_lost (self, done, lost);
}

static void
export_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) self = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);

  if (!take_file (self, file, error, _ ("Could Not Export")))
    return;
  start_progress (self, _ ("Exporting…"));
  piga_exchange_export_async (self->store, self->file, piga_progress_dialog_report, self->progress,
                              self->cancellable, exported_cb, self);
  g_steal_pointer (&self);
}

/**
 * piga_transfer_export:
 * @window: the window
 * @store: the store
 *
 * Asks for a file and writes everything into it.
 */
void
piga_transfer_export (GtkWindow *window, PigaStore *store)
{
  g_autoptr (GtkFileDialog) dialog = make_file_dialog (_ ("Export Everything"), _ ("_Export"));
  char day[PIGA_DAY_ISO_LENGTH];
  g_autofree char *name = NULL;

  piga_day_to_iso (piga_day_today (), day);
  name = g_strdup_printf ("piga-hatua-%s.jsonl", day);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window, NULL, export_file_chosen_cb, new_transfer (window, store));
}

static char *
describe_summary (const PigaImportSummary *summary)
{
  /* Translators: what an import does, in three counts of records (entries, goals, marks…): those
     that are not here yet, those that the file has newer, those that stay as they are. */
  return g_strdup_printf (_ ("New: %1$u. Changed: %2$u. Kept as they are: %3$u."), summary->added,
                          summary->changed, summary->kept);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  PigaImportSummary summary;

  piga_progress_dialog_end (self->progress);
  if (!piga_exchange_import_finish (self->store, result, &summary, &error))
    {
      tell_error (self, _ ("Could Not Import"), error);
      return;
    }
  done = describe_summary (&summary);
  tell (self, _ ("Imported"), done);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (!g_str_equal (response, "import"))
    return;
  start_progress (self, _ ("Importing…"));
  piga_exchange_import_async (self->store, self->file, piga_progress_dialog_report, self->progress,
                              self->cancellable, imported_cb, self);
  g_steal_pointer (&self);
}

static void
ask_to_import (Transfer *self, const PigaImportSummary *summary)
{
  g_autofree char *counts = describe_summary (summary);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Import This File?"), counts);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "import",
                                  _ ("_Import"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "import",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "import");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self->window), NULL, answered_cb,
                           self);
}

static void
previewed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) self = user_data;
  g_autoptr (GError) error = NULL;
  PigaImportSummary summary;

  piga_progress_dialog_end (self->progress);
  if (!piga_exchange_preview_finish (self->store, result, &summary, &error))
    tell_error (self, _ ("Could Not Import"), error);
  else if (summary.added + summary.changed == 0)
    tell (self, _ ("Nothing New in This File"), _ ("Everything in it is here already."));
  else
    ask_to_import (g_steal_pointer (&self), &summary);
}

static void
import_file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Transfer) self = user_data;
  g_autoptr (GError) error = NULL;
  GFile *file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);

  if (!take_file (self, file, error, _ ("Could Not Import")))
    return;
  start_progress (self, _ ("Reading the file…"));
  piga_exchange_preview_async (self->store, self->file, piga_progress_dialog_report, self->progress,
                               self->cancellable, previewed_cb, self);
  g_steal_pointer (&self);
}

/**
 * piga_transfer_import:
 * @window: the window
 * @store: the store
 *
 * Asks for a file, says what it would change, and takes it in when the person agrees.
 */
void
piga_transfer_import (GtkWindow *window, PigaStore *store)
{
  g_autoptr (GtkFileDialog) dialog = make_file_dialog (_ ("Import From a File"), _ ("_Open"));

  gtk_file_dialog_open (dialog, window, NULL, import_file_chosen_cb, new_transfer (window, store));
}
