/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who made the program, which one it is, and where it comes from: all of it from the metainfo. */

#include "config.h"

#include "piga-about.h"

#include <glib/gi18n-lib.h>

#include "piga-language.h"

/* What helps to find a fault; nothing that the person wrote, no path of theirs. */
static char *
describe_program (void)
{
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  const gboolean sandboxed = g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);

  return g_strdup_printf (
    "%s %s%s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\n%s\n%s\n", GETTEXT_PACKAGE, VERSION,
    sandboxed ? " (Flatpak)" : "", gtk_get_major_version (), gtk_get_minor_version (),
    gtk_get_micro_version (), adw_get_major_version (), adw_get_minor_version (),
    adw_get_micro_version (), system != NULL ? system : "", piga_language_current ());
}

/**
 * piga_about_new:
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
piga_about_new (void)
{
  AdwDialog *dialog =
    adw_about_dialog_new_from_appdata (RESOURCE_BASE "/" APPLICATION_ID ".metainfo.xml", NULL);
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  g_autofree char *program = describe_program ();

  adw_about_dialog_set_version (about, VERSION);
  adw_about_dialog_set_debug_info (about, program);
  adw_about_dialog_set_debug_info_filename (about, GETTEXT_PACKAGE ".txt");
  /* The metainfo speaks the locale’s language, which need not be ours. */
  adw_about_dialog_set_developer_name (about, _ ("The Piga Hatua contributors"));
  /* Translators: your names, one a line. */
  adw_about_dialog_set_translator_credits (about, _ ("translator-credits"));
  adw_about_dialog_set_copyright (about, _ ("© 2026 The Piga Hatua contributors"));
  adw_about_dialog_set_comments (about, _ ("Twelve steps forward after an interview"));
  return dialog;
}
