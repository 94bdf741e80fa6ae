/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-welcome-page.h"

#include "piga-language.h"

struct _PigaWelcomePage
{
  AdwBin parent_instance;

  GtkImage *logo;
  AdwToggleGroup *language;
  GtkWidget *start_button;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (PigaWelcomePage, piga_welcome_page, ADW_TYPE_BIN)

/* Nothing has been written yet: the program may start again in the other language at once. */
static void
language_chosen_cb (PigaWelcomePage *self)
{
  const char *language = adw_toggle_group_get_active_name (self->language);

  if (self->settings == NULL || g_str_equal (language, piga_language_current ()))
    return;
  g_settings_set_string (self->settings, "language", language);
  gtk_widget_activate_action (GTK_WIDGET (self), "app.restart", NULL);
}

static void
piga_welcome_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (piga_welcome_page_parent_class)->map (widget);
  gtk_widget_grab_focus (PIGA_WELCOME_PAGE (widget)->start_button);
}

static void
piga_welcome_page_dispose (GObject *object)
{
  PigaWelcomePage *self = PIGA_WELCOME_PAGE (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (piga_welcome_page_parent_class)->dispose (object);
}

static void
piga_welcome_page_class_init (PigaWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_welcome_page_dispose;
  widget_class->map = piga_welcome_page_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaWelcomePage, logo);
  gtk_widget_class_bind_template_child (widget_class, PigaWelcomePage, language);
  gtk_widget_class_bind_template_child (widget_class, PigaWelcomePage, start_button);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
}

/* A language is called by its own name, whatever is spoken: so its name is never translated. */
static void
name_language (PigaWelcomePage *self, const char *language, const char *label)
{
  AdwToggle *toggle = adw_toggle_group_get_toggle_by_name (self->language, language);

  adw_toggle_set_label (toggle, label);
}

static void
piga_welcome_page_init (PigaWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_language (self, PIGA_LANGUAGE_ENGLISH, "English");
  name_language (self, PIGA_LANGUAGE_KISWAHILI, "Kiswahili");
  gtk_image_set_from_icon_name (self->logo, APPLICATION_ID);
  adw_toggle_group_set_active_name (self->language, piga_language_current ());
}

/**
 * piga_welcome_page_new:
 * @settings: the settings, which take the choice of language
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
piga_welcome_page_new (GSettings *settings)
{
  PigaWelcomePage *self = g_object_new (PIGA_TYPE_WELCOME_PAGE, NULL);

  self->settings = g_object_ref (settings);
  return GTK_WIDGET (self);
}
