/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>
#include <unistd.h>

#include "piga-language.h"
#include "shell/piga-application.h"

/* In the surroundings that were there at first: the language may have changed since. */
static void
start_again (char *name, char **environment)
{
  char *arguments[] = { name, NULL };
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program != NULL)
    execve (program, arguments, environment);
  g_printerr ("%s: %s\n", name, g_strerror (errno));
}

/* Beside the program, when all that was installed stands in another place than the build was told
 * (a DESTDIR, an unpacked package); otherwise where the build was told. */
static char *
find_locales (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = g_path_get_dirname (program != NULL ? program : ".");
  g_autofree char *locales = g_build_filename (folder, "..", "share", "locale", NULL);
  g_autofree char *catalogue =
    g_build_filename (locales, "sw", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  return g_file_test (catalogue, G_FILE_TEST_EXISTS) ? g_steal_pointer (&locales)
                                                     : g_strdup (LOCALEDIR);
}

int
main (int argc, char *argv[])
{
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autofree char *language = g_settings_get_string (settings, "language");
  g_autofree char *locales = find_locales ();
  g_autoptr (PigaApplication) application = NULL;
  int status;

  /* Before GTK, which reads the locale once and starts threads. */
  piga_language_prepare (language, locales);

  application = piga_application_new ();
  status = g_application_run (G_APPLICATION (application), argc, argv);
  if (piga_application_wants_restart (application))
    start_again (argv[0], environment);
  return status;
}
