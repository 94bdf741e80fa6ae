/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-application.h"

#include <glib/gi18n-lib.h>

#include "piga-context.h"
#include "piga-window.h"
#include "records/piga-kinds.h"

struct _PigaApplication
{
  AdwApplication parent_instance;

  PigaContext *context;
};

G_DEFINE_FINAL_TYPE (PigaApplication, piga_application, ADW_TYPE_APPLICATION)

static PigaWindow *
present_window (PigaApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL)
    {
      window = GTK_WINDOW (piga_window_new (GTK_APPLICATION (self), self->context));
      gtk_window_set_default_size (window, 1100, 720);
      piga_window_show_page (PIGA_WINDOW (window), "step-1");
    }
  gtk_window_present (window);
  return PIGA_WINDOW (window);
}

static void
piga_application_activate (GApplication *application)
{
  present_window (PIGA_APPLICATION (application));
}

static void
piga_application_startup (GApplication *application)
{
  PigaApplication *self = PIGA_APPLICATION (application);
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), GETTEXT_PACKAGE,
                                            GETTEXT_PACKAGE ".db", NULL);
  g_autoptr (PigaStore) store = piga_store_new (path, piga_kinds_get ());
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (PigaClock) clock = piga_clock_new ();

  G_APPLICATION_CLASS (piga_application_parent_class)->startup (application);

  self->context = piga_context_new (store, settings, clock);
  piga_store_open_async (store, NULL, NULL, NULL);
}

static void
piga_application_dispose (GObject *object)
{
  g_clear_object (&PIGA_APPLICATION (object)->context);

  G_OBJECT_CLASS (piga_application_parent_class)->dispose (object);
}

static void
piga_application_class_init (PigaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_application_dispose;
  application_class->startup = piga_application_startup;
  application_class->activate = piga_application_activate;
}

static void
piga_application_init (PigaApplication *self)
{
}

/**
 * piga_application_new:
 *
 * Returns: (transfer full): the application
 */
PigaApplication *
piga_application_new (void)
{
  return g_object_new (PIGA_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", RESOURCE_BASE,
                       NULL);
}
