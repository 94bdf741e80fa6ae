/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The help pages, shown by the help viewer. */

#include "config.h"

#include "piga-help.h"

#include <glib/gi18n-lib.h>

#include "piga-error.h"

#define VIEWER "yelp"
#define PAGES "help:" GETTEXT_PACKAGE

/* The viewer is started by us and not by the desktop, so that it speaks the language of the
 * application; and, inside a Flatpak, because the desktop's own cannot see our pages. */
static GSubprocessLauncher *
make_launcher (void)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  /* The help lies beside the translations, wherever those were found. */
  g_autofree char *data = g_path_get_dirname (bindtextdomain (GETTEXT_PACKAGE, NULL));
  g_autofree char *folders = NULL;

  folders = g_strdup_printf ("%s:%s", data,
                             g_getenv ("XDG_DATA_DIRS") != NULL ? g_getenv ("XDG_DATA_DIRS")
                                                                : "/usr/local/share:/usr/share");
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_DIRS", folders, TRUE);
  /* In there it may not own its name on the bus, and would give up. */
  if (g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS))
    g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", "disabled:", TRUE);
  return launcher;
}

/**
 * piga_help_show:
 * @error: return location for a #PigaError with a sentence for the person
 *
 * Opens the help.
 *
 * Returns: whether the viewer was started
 */
gboolean
piga_help_show (GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = make_launcher ();
  g_autoptr (GSubprocess) viewer =
    g_subprocess_launcher_spawn (launcher, NULL, VIEWER, PAGES, NULL);

  if (viewer == NULL)
    g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_FAILED,
                         /* Translators: Yelp is the name of a program; keep it as it is. */
                         _ ("To read the help, install the help viewer, Yelp."));
  return viewer != NULL;
}
