/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The way out: nobody leaves before the disk has everything. */

#include "config.h"

#include "piga-application-private.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "kit/piga-text-file.h"
#include "kit/piga-toast.h"
#include "piga-record-text.h"

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaApplication) self = user_data;

  g_settings_sync ();
  g_application_quit (G_APPLICATION (self));
}

/* Whether or not a backup could be made: what was written is saved. */
static void
caught_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PigaApplication *self = user_data;

  piga_backups_catch_up_finish (PIGA_BACKUPS (source), result, NULL);
  piga_store_close_async (piga_context_get_store (self->context), closed_cb, self);
}

/* The window goes first: the rest is the disk's, and nothing to look at. */
static void
close_store (PigaApplication *self)
{
  PigaWindow *window = piga_application_get_window (self);

  if (window != NULL)
    {
      piga_window_save_state (window);
      gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
    }
  piga_backups_catch_up_async (piga_context_get_backups (self->context), caught_up_cb,
                               g_object_ref (self));
}

/* What could not be saved, to be kept elsewhere: in another program, or in a file on another disk.
 * The person stays, and sees that it worked before they leave. */
static void
take_out (PigaApplication *self, const char *response)
{
  GtkWidget *window = GTK_WIDGET (piga_application_get_window (self));
  g_autoptr (GPtrArray) records = piga_store_list_unsaved (piga_context_get_store (self->context));
  g_autofree char *text = piga_records_to_text (records);

  if (g_str_equal (response, "copy"))
    {
      gdk_clipboard_set_text (gtk_widget_get_clipboard (window), text);
      piga_toast_show (window, _ ("Copied. Paste it into another program before you leave."));
    }
  else if (g_str_equal (response, "file"))
    {
      /* Translators: the suggested name of a file with what could not be saved. */
      piga_save_text_file (window, piga_context_get_store (self->context), _ ("not-saved.txt"),
                           text);
    }
}

static void
stay_or_go_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaApplication) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  self->asking = FALSE;
  if (g_str_equal (response, "go"))
    {
      close_store (self);
      return;
    }
  self->leaving = self->restart = FALSE;
  take_out (self, response);
}

static void
ask (PigaApplication *self, const GError *reason)
{
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Leave Without Saving?"), NULL);

  adw_alert_dialog_format_body (
    ADW_ALERT_DIALOG (dialog),
    /* Translators: %s is a sentence that says why. */
    _ ("Some of what you wrote could not be saved. It is still here as long as you stay. %s"),
    reason->message);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "stay", _ ("_Stay"), "copy",
                                  _ ("_Copy the Text"), "file", _ ("Save as a _File…"), "go",
                                  _ ("_Leave Without Saving"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "go",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "stay");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "stay");
  self->asking = TRUE;
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog),
                           GTK_WIDGET (piga_application_get_window (self)), NULL, stay_or_go_cb,
                           g_object_ref (self));
}

static void
flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaApplication) self = user_data;
  g_autoptr (GError) error = NULL;

  if (piga_store_flush_finish (PIGA_STORE (source), result, &error)
      || piga_application_get_window (self) == NULL)
    close_store (self);
  else
    ask (self, error);
}

static void
flush (PigaApplication *self, GAsyncReadyCallback callback)
{
  PigaWindow *window = piga_application_get_window (self);

  if (window != NULL)
    piga_window_flush (window);
  piga_store_flush_async (piga_context_get_store (self->context), NULL, callback,
                          g_object_ref (self));
}

/**
 * piga_application_leave:
 * @self: the application
 *
 * Saves every draft, waits for the disk and ends the program. When something could not be saved,
 * the person is asked whether to stay.
 */
void
piga_application_leave (PigaApplication *self)
{
  const PigaStoreState state = piga_store_get_state (piga_context_get_store (self->context));

  if (self->leaving)
    return;
  self->leaving = TRUE;
  if (state == PIGA_STORE_REFUSED)
    close_store (self);
  else
    flush (self, flushed_cb);
}

/* Who asks a second time, while the question stands, is not to be kept. */
static gboolean
signal_cb (gpointer user_data)
{
  PigaApplication *self = user_data;

  if (self->asking)
    close_store (self);
  else
    piga_application_leave (self);
  return G_SOURCE_CONTINUE;
}

static void
session_flushed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaApplication) self = user_data;

  if (piga_store_flush_finish (PIGA_STORE (source), result, NULL))
    {
      gtk_application_uninhibit (GTK_APPLICATION (self), self->inhibit_cookie);
      self->inhibit_cookie = 0;
    }
}

/* The session is about to end, and holds on for as long as we inhibit it. */
static void
query_end_cb (PigaApplication *self)
{
  if (self->inhibit_cookie == 0)
    self->inhibit_cookie = gtk_application_inhibit (
      GTK_APPLICATION (self), GTK_WINDOW (piga_application_get_window (self)),
      GTK_APPLICATION_INHIBIT_LOGOUT, _ ("What you wrote is being saved"));
  flush (self, session_flushed_cb);
}

/**
 * piga_application_watch_session:
 * @self: the application
 *
 * Leaves in good order when the system or the session asks for it.
 */
void
piga_application_watch_session (PigaApplication *self)
{
  static const int signals[] = { SIGHUP, SIGINT, SIGTERM };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_unix_signal_add (signals[i], signal_cb, self);
  g_signal_connect (self, "query-end", G_CALLBACK (query_end_cb), NULL);
}
