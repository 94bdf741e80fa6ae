/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <unistd.h>

#include "piga-application.h"
#include "piga-language.h"

/* In the surroundings that were there at first: the language may have changed since. */
static void
start_again (char *name, char **environment)
{
  char *arguments[] = { name, NULL };

  execve ("/proc/self/exe", arguments, environment);
  g_printerr ("%s: %s\n", name, g_strerror (errno));
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *language = g_settings_get_string (settings, "language");
  g_autoptr (PigaApplication) application = NULL;
  int status;

  /* Before GTK, which reads the locale once and starts threads. */
  piga_language_prepare (language, LOCALEDIR);

  application = piga_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  if (piga_application_wants_restart (application))
    start_again (argv[0], environment);
  return status;
}
