/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-recovery-page.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-lost-words.h"
#include "kit/piga-toast-area.h"
#include "piga-error.h"
#include "safe/piga-backup-words.h"
#include "safe/piga-restoring.h"

struct _PigaRecoveryPage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkLabel *path_caption;
  GtkLabel *path;
  GtkWidget *content;
  GtkWidget *backup_box;
  GtkWidget *restore_button;
  GtkLabel *backup;
  GtkWidget *rescue_button;
  GtkWidget *set_aside_button;
  GtkWidget *try_again_button;

  PigaContext *context;
  PigaStore *store;
  PigaBackup *newest; /* that can be used, or NULL */
  /* Whether nothing could be taken out. */
  gboolean is_hopeless;
};

G_DEFINE_FINAL_TYPE (PigaRecoveryPage, piga_recovery_page, ADW_TYPE_BIN)

/* What is said of each refusal. */
typedef struct
{
  PigaError code;
  const char *title;
  const char *description;
} Story;

static const Story stories[] = {
  { PIGA_ERROR_TOO_NEW, N_ ("Made by a newer version"),
    N_ ("Your data were last used with a newer version of Piga Hatua. Update the application to "
        "open them. Nothing was changed.") },
  { PIGA_ERROR_NOT_OURS, N_ ("Not this application’s file"),
    N_ ("Where your data should be, there is something that Piga Hatua did not make. Move it to "
        "another place, then try again. Nothing was changed.") },
  { PIGA_ERROR_CORRUPT, N_ ("Your data are damaged"),
    N_ (
      "They cannot be read as they are. Nothing was changed or deleted. You can take out what can "
      "still be read, or start fresh. Either way, the damaged file is kept.") },
  { PIGA_ERROR_NOT_FOUND, N_ ("Your data are missing"),
    N_ ("The file that holds them is no longer in its place. You can bring back a backup, or "
        "start fresh. Either way, the backups stay.") },
  { PIGA_ERROR_BUSY, N_ ("Your data are in use"),
    N_ ("Piga Hatua seems to be open elsewhere, perhaps in another session on this computer. Close "
        "it there, then try again. Nothing was changed.") },
};

static const Story other_story = {
  PIGA_ERROR_FAILED, N_ ("Your data could not be opened"),
  /* Translators: %s is a whole sentence that says what went wrong. */
  N_ ("%s Nothing was changed.")
};

static const Story *
find_story (const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    if (g_error_matches (error, PIGA_ERROR, (int) stories[i].code))
      return &stories[i];
  return &other_story;
}

/* There is one act that helps most. */
static void
set_suggested (GtkWidget *button, gboolean is_suggested)
{
  if (is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  else
    gtk_widget_remove_css_class (button, "suggested-action");
}

static void
update (PigaRecoveryPage *self)
{
  const GError *error = piga_store_get_error (self->store);
  const Story *story = find_story (error);
  const gboolean damaged = story->code == PIGA_ERROR_CORRUPT;
  const gboolean missing = story->code == PIGA_ERROR_NOT_FOUND;
  const gboolean can_restore =
    self->newest != NULL && (damaged || missing || story->code == PIGA_ERROR_NOT_OURS);
  g_autofree char *description = NULL;

  gtk_widget_set_sensitive (self->content,
                            piga_store_get_state (self->store) != PIGA_STORE_OPENING);
  if (error == NULL)
    return;
  if (story == &other_story)
    description = g_strdup_printf (_ ("%s Nothing was changed."), error->message);
  else if (damaged && self->is_hopeless)
    description = g_strdup (error->message);
  adw_status_page_set_title (self->status, _ (story->title));
  adw_status_page_set_description (self->status,
                                   description != NULL ? description : _ (story->description));
  gtk_widget_set_visible (self->rescue_button, damaged && !self->is_hopeless);
  gtk_widget_set_visible (self->backup_box, can_restore);
  gtk_widget_set_visible (self->set_aside_button, damaged || missing);
  gtk_button_set_label (GTK_BUTTON (self->set_aside_button),
                        missing ? _ ("Start Fresh") : _ ("Set Aside and Start Fresh"));
  set_suggested (self->rescue_button, !can_restore);
  set_suggested (self->try_again_button, !can_restore);
  gtk_label_set_label (self->path_caption,
                       missing ? _ ("The file was here:") : _ ("The file is here:"));
  gtk_widget_set_visible (self->try_again_button, !damaged && story->code != PIGA_ERROR_TOO_NEW);
}

static GtkWidget *
get_first_button (PigaRecoveryPage *self)
{
  if (gtk_widget_get_visible (self->backup_box))
    return self->restore_button;
  if (gtk_widget_get_visible (self->try_again_button))
    return self->try_again_button;
  return gtk_widget_get_visible (self->rescue_button) ? self->rescue_button
                                                      : self->set_aside_button;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaRecoveryPage) self = user_data;
  g_autoptr (GPtrArray) backups = piga_backups_list_finish (PIGA_BACKUPS (source), result, NULL);
  g_autofree char *title = NULL;
  g_autofree char *about = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; backups != NULL && i < backups->len && self->newest == NULL; i++)
    if (piga_backup_get_error (backups->pdata[i]) == NULL)
      self->newest = g_object_ref (backups->pdata[i]);
  if (self->newest == NULL || self->context == NULL)
    return;

  title = piga_backup_words_title (self->newest, piga_context_get_today (self->context));
  about = piga_backup_words_about (self->newest, piga_context_get_today (self->context));
  text = g_strdup_printf ("%s\n%s", title, about);
  gtk_label_set_label (self->backup, text);
  update (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (get_first_button (self));
}

static void
restore_cb (PigaRecoveryPage *self)
{
  piga_restoring_start (GTK_WIDGET (self), piga_context_get_backups (self->context), self->newest);
}

/* When it opens, the page goes; when it does not, the store says why once more. */
static void
try_again_cb (PigaRecoveryPage *self)
{
  piga_store_open_async (self->store, NULL, NULL, NULL);
}

static void
was_set_aside_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaToastArea) area = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = piga_store_set_aside_finish (PIGA_STORE (source), result, &error);
  g_autofree char *name = path != NULL ? g_path_get_basename (path) : NULL;
  /* Translators: the name of a file. */
  g_autofree char *kept =
    name != NULL ? g_strdup_printf (_ ("The old file is kept as “%s”"), name) : NULL;

  if (error != NULL)
    piga_toast_area_show (area, error->message);
  else if (kept != NULL)
    piga_toast_area_show (area, kept);
}

/* By then the page may be gone; the place for toasts stays. */
static void
set_aside_cb (PigaRecoveryPage *self)
{
  GtkWidget *area = gtk_widget_get_ancestor (GTK_WIDGET (self), PIGA_TYPE_TOAST_AREA);

  piga_store_set_aside_async (self->store, was_set_aside_cb, g_object_ref (area));
}

/* One attempt; by its end the page may be gone, but the place for toasts and dialogs stays. */
typedef struct
{
  PigaRecoveryPage *page;
  GtkWidget *area;
} Attempt;

static void
attempt_free (Attempt *self)
{
  g_object_unref (self->page);
  g_object_unref (self->area);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Attempt, attempt_free)

static char *
describe_report (const PigaRescueReport *report)
{
  GString *text = g_string_new (NULL);
  g_autofree char *kept = g_path_get_basename (report->kept_path);

  if (report->lost->len > 0)
    {
      g_autofree char *lost = piga_lost_words_describe (report->lost);

      g_string_append_printf (text, "%s\n\n", lost);
    }
  else
    g_string_append_printf (text, "%s ", _ ("Everything could be read."));
  /* Translators: the name of a file. */
  g_string_append_printf (text, _ ("The damaged file is kept as “%s”."), kept);
  if (report->list_path != NULL)
    {
      g_autofree char *list = g_path_get_basename (report->list_path);

      g_string_append_c (text, ' ');
      /* Translators: the name of a file. */
      g_string_append_printf (text, _ ("The file “%s” beside it lists what is missing."), list);
    }
  return g_string_free_and_steal (text);
}

static void
tell_report (GtkWidget *area, const PigaRescueReport *report)
{
  g_autofree char *heading =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Taken Out: %u Record", "Taken Out: %u Records",
                                  report->n_records),
                     report->n_records);
  g_autofree char *body = describe_report (report);
  AdwDialog *dialog = adw_alert_dialog_new (heading, body);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _ ("_Close"));
  adw_dialog_present (dialog, area);
}

static void
was_rescued_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Attempt) attempt = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaRescueReport) report =
    piga_store_rescue_finish (PIGA_STORE (source), result, &error);

  if (report != NULL)
    {
      tell_report (attempt->area, report);
      return;
    }
  attempt->page->is_hopeless = g_error_matches (error, PIGA_ERROR, PIGA_ERROR_CORRUPT);
  if (attempt->page->store != NULL)
    update (attempt->page);
}

static void
rescue_cb (PigaRecoveryPage *self)
{
  Attempt *attempt = g_new (Attempt, 1);

  attempt->page = g_object_ref (self);
  attempt->area = g_object_ref (gtk_widget_get_ancestor (GTK_WIDGET (self), PIGA_TYPE_TOAST_AREA));
  piga_store_rescue_async (self->store, was_rescued_cb, attempt);
}

/* Not on the path, which would then be selected. */
static void
piga_recovery_page_map (GtkWidget *widget)
{
  PigaRecoveryPage *self = PIGA_RECOVERY_PAGE (widget);

  GTK_WIDGET_CLASS (piga_recovery_page_parent_class)->map (widget);
  gtk_widget_grab_focus (get_first_button (self));
}

static void
piga_recovery_page_dispose (GObject *object)
{
  PigaRecoveryPage *self = PIGA_RECOVERY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_RECOVERY_PAGE);
  g_clear_object (&self->newest);
  g_clear_object (&self->store);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_recovery_page_parent_class)->dispose (object);
}

static void
piga_recovery_page_class_init (PigaRecoveryPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_recovery_page_dispose;
  widget_class->map = piga_recovery_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-recovery-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, status);
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, path_caption);
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, path);
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, content);
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, backup_box);
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, backup);
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, rescue_button);
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, set_aside_button);
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, try_again_button);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, rescue_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_aside_cb);
  gtk_widget_class_bind_template_callback (widget_class, try_again_cb);
}

static void
piga_recovery_page_init (PigaRecoveryPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_recovery_page_new:
 * @context: the context, of a store that was refused
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
piga_recovery_page_new (PigaContext *context)
{
  PigaRecoveryPage *self = g_object_new (PIGA_TYPE_RECOVERY_PAGE, NULL);
  PigaStore *store = piga_context_get_store (context);
  PigaBackups *backups = piga_context_get_backups (context);

  self->context = g_object_ref (context);
  self->store = g_object_ref (store);
  piga_backups_list_async (backups, piga_backups_get_folder (backups), listed_cb,
                           g_object_ref (self));
  gtk_label_set_label (self->path, piga_store_get_path (store));
  g_signal_connect_object (store, "notify::error", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
