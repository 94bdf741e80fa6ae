/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-shortcuts-dialog.h"

#include <glib/gi18n-lib.h>

#include "piga-shortcuts.h"

struct _PigaShortcutsDialog
{
  AdwDialog parent_instance;

  AdwPreferencesPage *page;
};

G_DEFINE_FINAL_TYPE (PigaShortcutsDialog, piga_shortcuts_dialog, ADW_TYPE_DIALOG)

static void
add_key (GtkBox *box, const char *name)
{
  GtkWidget *key = gtk_label_new (name);

  gtk_widget_add_css_class (key, "keycap");
  gtk_widget_set_valign (key, GTK_ALIGN_CENTER);
  gtk_box_append (box, key);
}

static void
add_modifiers (GtkBox *box, GdkModifierType modifiers)
{
  if (modifiers & GDK_CONTROL_MASK)
    /* Translators: the name of a key, as it stands on the keyboard. */
    add_key (box, C_ ("key", "Ctrl"));
  if (modifiers & GDK_SHIFT_MASK)
    /* Translators: the name of a key, as it stands on the keyboard. */
    add_key (box, C_ ("key", "Shift"));
  if (modifiers & GDK_ALT_MASK)
    /* Translators: the name of a key, as it stands on the keyboard. */
    add_key (box, C_ ("key", "Alt"));
}

/* One cap for each key that is held, the first of the accelerators only. */
static GtkWidget *
make_keys (const char *accelerators)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  g_auto (GStrv) each = g_strsplit (accelerators, " ", -1);
  g_autofree char *name = NULL;
  guint key;
  GdkModifierType modifiers;

  gtk_accelerator_parse (each[0], &key, &modifiers);
  name = gtk_accelerator_get_label (key, 0);
  add_modifiers (box, modifiers);
  add_key (box, name);
  return GTK_WIDGET (box);
}

static void
add_shortcut (AdwPreferencesGroup *group, const PigaShortcut *shortcut)
{
  GtkWidget *row = adw_action_row_new ();
  g_auto (GStrv) each = g_strsplit (shortcut->accelerators, " ", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (shortcut->title));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_keys (shortcut->accelerators));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                  each[0], -1);
  adw_preferences_group_add (group, row);
}

static void
piga_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PIGA_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (piga_shortcuts_dialog_parent_class)->dispose (object);
}

static void
piga_shortcuts_dialog_class_init (PigaShortcutsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaShortcutsDialog, page);
}

static void
piga_shortcuts_dialog_init (PigaShortcutsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (const PigaShortcutGroup *group = piga_shortcuts_get_groups (); group->title != NULL; group++)
    {
      AdwPreferencesGroup *section = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

      adw_preferences_group_set_title (section, _ (group->title));
      for (const PigaShortcut *shortcut = group->shortcuts; shortcut->title != NULL; shortcut++)
        add_shortcut (section, shortcut);
      adw_preferences_page_add (self->page, section);
    }
}

/**
 * piga_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
piga_shortcuts_dialog_new (void)
{
  return g_object_new (PIGA_TYPE_SHORTCUTS_DIALOG, NULL);
}
