/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A sheet's way to the printer, or into a PDF. GTK asks the desktop's portal by itself where the
 * application is in a sandbox. A PDF is first written elsewhere, and put in its place when it is
 * whole: a full disk leaves the earlier file as it was. */

#include "piga-sheet-print.h"

#include <adwaita.h>
#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kit/piga-toast.h"
#include "piga-error.h"
#include "piga-outside-file.h"
#include "piga-sheet-layout.h"

#define PDF_END "%%EOF\n"

/* One print, from the first question to the last word. */
typedef struct
{
  PigaSheet *sheet;
  PigaSheetLayout *layout;
  GtkWidget *parent;
  PigaStore *store;
  GFile *target;
  char *scratch;
} Job;

static Job *
new_job (PigaSheet *sheet, GtkWidget *parent)
{
  Job *job = g_rc_box_new0 (Job);

  job->sheet = g_object_ref (sheet);
  g_set_object (&job->parent, parent);
  return job;
}

static void
clear_job (gpointer data)
{
  Job *job = data;

  if (job->scratch != NULL)
    g_unlink (job->scratch);
  g_free (job->scratch);
  g_clear_object (&job->target);
  g_clear_object (&job->store);
  g_clear_object (&job->parent);
  g_clear_pointer (&job->layout, piga_sheet_layout_free);
  g_object_unref (job->sheet);
}

static void
unref_job (Job *job)
{
  g_rc_box_release_full (job, clear_job);
}

static void
unref_job_closure (gpointer data, GClosure *closure)
{
  unref_job (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, unref_job)

static GtkWindow *
get_window (Job *job)
{
  GtkRoot *root = gtk_widget_get_root (job->parent);

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, Job *job)
{
  job->layout = piga_sheet_layout_new (job->sheet, gtk_print_context_get_width (context),
                                       gtk_print_context_get_height (context));
  gtk_print_operation_set_n_pages (operation, (int) piga_sheet_layout_get_n_pages (job->layout));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, Job *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  cairo_surface_t *surface = cairo_get_target (cr);

  if (page == 0 && cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_PDF)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                    piga_sheet_get_title (job->sheet));
  piga_sheet_layout_draw_page (job->layout, (guint) page, cr);
}

static GtkPrintOperation *
create_operation (Job *job)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, piga_sheet_get_title (job->sheet));
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  return operation;
}

static void
tell_print_failed (Job *job)
{
  piga_toast_show (job->parent, _ ("Could not print. Check the printer, or save as PDF instead."));
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_print_failed (job);
}

/* The job lives as long as the operation. */
static GtkPrintOperationResult
run_async (Job *job, GtkPrintOperation *operation, GtkPrintOperationAction action,
           GCallback done_cb)
{
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_data (operation, "done", done_cb, g_rc_box_acquire (job), unref_job_closure, 0);
  return gtk_print_operation_run (operation, action, get_window (job), NULL);
}

/**
 * piga_sheet_print:
 * @self: the sheet
 * @parent: a widget in the window, where a toast says what went wrong
 *
 * Asks for a printer, with the desktop's own dialog, and prints.
 */
void
piga_sheet_print (PigaSheet *self, GtkWidget *parent)
{
  g_autoptr (Job) job = new_job (self, parent);
  g_autoptr (GtkPrintOperation) operation = create_operation (job);

  if (run_async (job, operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, G_CALLBACK (printed_cb))
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_print_failed (job);
}

static void
take_failure (GError **error)
{
  g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_FAILED,
                       _ ("The PDF could not be saved. Choose another folder, or check that the "
                          "disk is not full."));
}

/* Where the PDF is written before it is put in its place. */
static gboolean
open_scratch (Job *job, GtkPrintOperation *operation)
{
  const int fd = g_file_open_tmp ("piga-hatua-XXXXXX.pdf", &job->scratch, NULL);

  if (fd == -1)
    return FALSE;
  g_close (fd, NULL);
  gtk_print_operation_set_export_filename (operation, job->scratch);
  return TRUE;
}

/* GTK says nothing of a PDF whose end did not fit the disk: its last line does. */
static GBytes *
read_scratch (Job *job)
{
  const gsize end = strlen (PDF_END);
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (job->scratch, &data, &length, NULL) || length < end
      || memcmp (data + length - end, PDF_END, end) != 0)
    return NULL;
  return g_bytes_new_take (g_steal_pointer (&data), length);
}

/**
 * piga_sheet_export_pdf:
 * @self: the sheet
 * @path: (type filename): the file, which is made or replaced
 * @error: (nullable): set to a %PIGA_ERROR_FAILED when the file cannot be written
 *
 * Writes the sheet as a PDF at once, without a window; where there is one, piga_sheet_save_pdf()
 * does not make it wait.
 *
 * Returns: whether it was written
 */
gboolean
piga_sheet_export_pdf (PigaSheet *self, const char *path, GError **error)
{
  g_autoptr (Job) job = new_job (self, NULL);
  g_autoptr (GtkPrintOperation) operation = create_operation (job);
  g_autoptr (GBytes) pdf = NULL;

  if (open_scratch (job, operation)
      && gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, NULL)
           != GTK_PRINT_OPERATION_RESULT_ERROR)
    pdf = read_scratch (job);
  if (pdf != NULL
      && g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf),
                              NULL))
    return TRUE;

  take_failure (error);
  return FALSE;
}

static void
tell_failed (Job *job)
{
  g_autoptr (GError) error = NULL;

  take_failure (&error);
  piga_toast_show (job->parent, error->message);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  const gboolean written = piga_outside_file_write_finish (PIGA_STORE (source), result, &error);

  piga_toast_show (job->parent, written ? _ ("PDF saved") : error->message);
}

static void
exported_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GBytes) pdf = result != GTK_PRINT_OPERATION_RESULT_ERROR ? read_scratch (job) : NULL;

  if (pdf == NULL)
    tell_failed (job);
  else
    piga_outside_file_write_async (job->store, job->target, pdf, written_cb,
                                   g_rc_box_acquire (job));
}

static void
file_chosen_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  job->target = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  /* Who changed their mind needs no word. */
  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED))
    return;

  operation = create_operation (job);
  if (job->target == NULL || !open_scratch (job, operation)
      || run_async (job, operation, GTK_PRINT_OPERATION_ACTION_EXPORT, G_CALLBACK (exported_cb))
           == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_failed (job);
}

/* A file's name holds no slash, and no file is called just “.pdf”. */
static char *
make_file_name (PigaSheet *self, const char *suggested_name)
{
  const char *name = suggested_name != NULL ? suggested_name : piga_sheet_get_title (self);
  g_autofree char *clean = g_strdelimit (g_strdup (name), "/\\:*?\"<>|\n", '-');

  g_strstrip (clean);
  return g_strconcat (*clean != '\0' ? clean : "piga-hatua", ".pdf", NULL);
}

/**
 * piga_sheet_save_pdf:
 * @self: the sheet
 * @parent: a widget in the window, where a toast says what came of it
 * @store: the store, whose files are not to be replaced
 * @suggested_name: (nullable): what the file may be called, without its ending; the title if %NULL
 *
 * Asks for a file and saves the sheet in it as a PDF.
 */
void
piga_sheet_save_pdf (PigaSheet *self, GtkWidget *parent, PigaStore *store,
                     const char *suggested_name)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = make_file_name (self, suggested_name);
  Job *job = new_job (self, parent);

  job->store = g_object_ref (store);
  gtk_file_dialog_set_title (dialog, _ ("Save as PDF"));
  gtk_file_dialog_set_accept_label (dialog, _ ("_Save"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, get_window (job), NULL, file_chosen_cb, job);
}
