/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-recovery-page.h"

#include <glib/gi18n-lib.h>

#include "parts/piga-toast-area.h"
#include "piga-error.h"

struct _PigaRecoveryPage
{
  AdwBin parent_instance;

  AdwStatusPage *status;
  GtkLabel *path;
  GtkWidget *set_aside_button;
  GtkWidget *try_again_button;

  PigaStore *store;
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
  { PIGA_ERROR_TOO_NEW, N_("Made by a newer version"),
    N_("Your data were last used with a newer version of Piga Hatua. Update the application to "
       "open them. Nothing was changed.") },
  { PIGA_ERROR_NOT_OURS, N_("Not this application’s file"),
    N_("Where your data should be, there is something that Piga Hatua did not make. Move it to "
       "another place, then try again. Nothing was changed.") },
  { PIGA_ERROR_CORRUPT, N_("Your data are damaged"),
    N_("They cannot be read as they are. Nothing was changed or deleted. You can set the damaged "
       "file aside, where it is kept, and start fresh.") },
  { PIGA_ERROR_BUSY, N_("Your data are in use"),
    N_("Piga Hatua seems to be open elsewhere, perhaps in another session on this computer. Close "
       "it there, then try again. Nothing was changed.") },
};

static const Story other_story = {
  PIGA_ERROR_FAILED, N_("Your data could not be opened"),
  /* Translators: %s is a whole sentence that says what went wrong. */
  N_("%s Nothing was changed.")
};

static const Story *
find_story (const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    if (g_error_matches (error, PIGA_ERROR, (int) stories[i].code))
      return &stories[i];
  return &other_story;
}

static void
update (PigaRecoveryPage *self)
{
  const GError *error = piga_store_get_error (self->store);
  const Story *story = find_story (error);
  const gboolean damaged = story->code == PIGA_ERROR_CORRUPT;
  g_autofree char *description = NULL;

  if (error == NULL)
    return;
  if (story == &other_story)
    description = g_strdup_printf (_("%s Nothing was changed."), error->message);
  adw_status_page_set_title (self->status, _(story->title));
  adw_status_page_set_description (self->status,
                                   description != NULL ? description : _(story->description));
  gtk_widget_set_visible (self->set_aside_button, damaged);
  gtk_widget_set_visible (self->try_again_button,
                          !damaged && story->code != PIGA_ERROR_TOO_NEW);
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
  g_autofree char *kept = name != NULL ? g_strdup_printf (_("The old file is kept as “%s”"), name)
                                       : NULL;

  piga_toast_area_show (area, kept != NULL ? kept : error->message);
}

/* By then the page may be gone; the place for toasts stays. */
static void
set_aside_cb (PigaRecoveryPage *self)
{
  GtkWidget *area = gtk_widget_get_ancestor (GTK_WIDGET (self), PIGA_TYPE_TOAST_AREA);

  piga_store_set_aside_async (self->store, was_set_aside_cb, g_object_ref (area));
}

/* Not on the path, which would then be selected. */
static void
piga_recovery_page_map (GtkWidget *widget)
{
  PigaRecoveryPage *self = PIGA_RECOVERY_PAGE (widget);

  GTK_WIDGET_CLASS (piga_recovery_page_parent_class)->map (widget);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->try_again_button) ? self->try_again_button
                                                                         : self->set_aside_button);
}

static void
piga_recovery_page_dispose (GObject *object)
{
  PigaRecoveryPage *self = PIGA_RECOVERY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_RECOVERY_PAGE);
  g_clear_object (&self->store);

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
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, path);
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, set_aside_button);
  gtk_widget_class_bind_template_child (widget_class, PigaRecoveryPage, try_again_button);
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
 * @store: a store that was refused
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
piga_recovery_page_new (PigaStore *store)
{
  PigaRecoveryPage *self = g_object_new (PIGA_TYPE_RECOVERY_PAGE, NULL);

  self->store = g_object_ref (store);
  gtk_label_set_label (self->path, piga_store_get_path (store));
  g_signal_connect_object (store, "notify::error", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
