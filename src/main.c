/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "piga-application.h"
#include "piga-language.h"

int
main (int argc, char *argv[])
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *language = g_settings_get_string (settings, "language");
  g_autoptr (PigaApplication) application = NULL;

  /* Before GTK, which reads the locale once and starts threads. */
  piga_language_prepare (language, LOCALEDIR);

  application = piga_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
