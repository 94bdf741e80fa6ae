/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person does to bring back everything: where much would go, they are asked with the
 * figures; afterwards there is a way back. */

#include "config.h"

#include "piga-restoring.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "kit/piga-toast.h"
#include "kit/piga-toast-area.h"

/* One attempt; what it was asked from may be gone by the end, the place for toasts stays. */
typedef struct
{
  PigaBackups *backups;
  PigaToastArea *area;
  char *path;
  gboolean is_undo;
} Attempt;

/* A way back, which belongs to the place where it is offered and goes with it. */
typedef struct
{
  PigaBackups *backups;
  PigaToastArea *area; /* without a reference */
  char *path;
} WayBack;

static Attempt *
attempt_new (PigaToastArea *area, PigaBackups *backups, const char *path)
{
  Attempt *self = g_new0 (Attempt, 1);

  self->backups = g_object_ref (backups);
  self->area = g_object_ref (area);
  self->path = g_strdup (path);
  return self;
}

static void
attempt_free (Attempt *self)
{
  g_object_unref (self->backups);
  g_object_unref (self->area);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attempt, attempt_free)

static void restore (Attempt *attempt);

static void
way_back_free (WayBack *self)
{
  g_object_unref (self->backups);
  g_free (self->path);
  g_free (self);
}

static void
undo (gpointer user_data)
{
  WayBack *way_back = user_data;
  Attempt *attempt = attempt_new (way_back->area, way_back->backups, way_back->path);

  attempt->is_undo = TRUE;
  restore (attempt);
}

static void
offer_undo (PigaToastArea *area, PigaBackups *backups, const char *before, const char *text)
{
  WayBack *way_back = g_new0 (WayBack, 1);

  way_back->backups = g_object_ref (backups);
  way_back->area = area;
  way_back->path = g_strdup (before);
  piga_toast_area_show_undo (area, text, undo, way_back, (GDestroyNotify) way_back_free);
}

/* Where the store was refused there is nothing to go back to. */
static void
tell (Attempt *attempt, const char *before)
{
  if (attempt->is_undo)
    piga_toast_area_show (attempt->area, _ ("Everything is as it was before"));
  else if (before == NULL)
    piga_toast_area_show (attempt->area, _ ("Everything was brought back"));
  else
    offer_undo (attempt->area, attempt->backups, before, _ ("Everything was brought back"));
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Attempt) attempt = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  if (piga_store_restore_finish (PIGA_STORE (source), result, &before, &error))
    tell (attempt, before);
  else
    piga_toast_area_show (attempt->area, error->message);
}

/* @attempt: (transfer full) */
static void
restore (Attempt *attempt)
{
  piga_store_restore_async (piga_backups_get_store (attempt->backups), attempt->path, restored_cb,
                            attempt);
}

static char *
describe (const PigaRestoreSummary *summary)
{
  const guint n_going = summary->n_going;
  const guint n_coming = summary->n_coming;
  const guint n_changing = summary->n_changing;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) sentences = NULL;

  if (n_going > 0)
    g_strv_builder_take (
      builder,
      g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u record that is not in this backup will be removed.",
                     "%u records that are not in this backup will be removed.", n_going),
        n_going));
  if (n_coming > 0)
    g_strv_builder_take (builder,
                         g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record will come back.",
                                                       "%u records will come back.", n_coming),
                                          n_coming));
  if (n_changing > 0)
    g_strv_builder_take (
      builder, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u record will be as it was then.",
                                             "%u records will be as they were then.", n_changing),
                                n_changing));
  g_strv_builder_add (builder, _ ("What is here now is backed up first, so you can undo this."));
  sentences = g_strv_builder_end (builder);
  return g_strjoinv ("\n", sentences);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Attempt) attempt = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "restore"))
    restore (g_steal_pointer (&attempt));
}

/* @attempt: (transfer full) */
static void
ask (Attempt *attempt, const PigaRestoreSummary *summary)
{
  g_autofree char *body = describe (summary);
  AdwDialog *dialog = adw_alert_dialog_new (_ ("Bring Back Everything?"), body);

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _ ("_Cancel"), "restore",
                                  _ ("_Bring Back"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "restore",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "cancel");
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (attempt->area), NULL, answered_cb,
                           attempt);
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Attempt) attempt = user_data;
  g_autoptr (GError) error = NULL;
  PigaRestoreSummary summary;

  if (!piga_backups_compare_finish (PIGA_BACKUPS (source), result, &summary, &error))
    piga_toast_area_show (attempt->area, error->message);
  else if (piga_restore_is_great (summary.n_going, summary.n_here))
    ask (g_steal_pointer (&attempt), &summary);
  else
    restore (g_steal_pointer (&attempt));
}

/**
 * piga_restoring_start:
 * @widget: a widget in a window
 * @backups: the backups
 * @backup: a backup
 *
 * Brings back everything that is in @backup; asks first where more than a little would go.
 */
void
piga_restoring_start (GtkWidget *widget, PigaBackups *backups, PigaBackup *backup)
{
  Attempt *attempt =
    attempt_new (piga_toast_find_area (widget), backups, piga_backup_get_path (backup));

  if (piga_store_get_state (piga_backups_get_store (backups)) == PIGA_STORE_REFUSED)
    restore (attempt);
  else
    piga_backups_compare_async (backups, backup, compared_cb, attempt);
}

/**
 * piga_restoring_offer_undo:
 * @widget: a widget in a window
 * @backups: the backups
 * @before: the path of a backup of what was there before
 * @text: what was done
 *
 * Tells what was done, with a way back.
 */
void
piga_restoring_offer_undo (GtkWidget *widget, PigaBackups *backups, const char *before,
                           const char *text)
{
  offer_undo (piga_toast_find_area (widget), backups, before, text);
}
