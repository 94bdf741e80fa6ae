/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-preferences.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-choice-setting.h"
#include "piga-calendar.h"
#include "piga-language.h"

struct _PigaPreferences
{
  AdwPreferencesDialog parent_instance;

  AdwComboRow *language;
  AdwComboRow *week_start;
  AdwSwitchRow *spell_check;
  AdwSpinRow *follow_up_days;
  AdwSpinRow *closed_days;

  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (PigaPreferences, piga_preferences, ADW_TYPE_PREFERENCES_DIALOG)

/* The choices as the settings spell them, in the order of the rows. */
static const char *const languages[] = { "system", PIGA_LANGUAGE_ENGLISH, PIGA_LANGUAGE_KISWAHILI,
                                         NULL };
static const char *const week_starts[] = { "monday", "sunday", NULL };

static void
restart_cb (AdwAlertDialog *dialog, const char *response, PigaPreferences *self)
{
  if (g_str_equal (response, "restart"))
    gtk_widget_activate_action (GTK_WIDGET (self), "app.restart", NULL);
}

/* Who has just chosen a language reads the offer in it. */
static void
offer_restart (PigaPreferences *self, const char *language)
{
  const char *spoken = g_str_equal (language, "system") ? piga_language_current () : language;
  AdwDialog *dialog = adw_alert_dialog_new (
    piga_language_text (spoken, N_ ("Restart Now?")),
    piga_language_text (spoken, N_ ("The language changes when the application starts again. "
                                    "Everything you wrote is saved first.")));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "later",
                                  piga_language_text (spoken, N_ ("_Later")), "restart",
                                  piga_language_text (spoken, N_ ("_Restart")), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "restart",
                                            ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "restart");
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (dialog), "later");
  g_signal_connect_object (dialog, "response", G_CALLBACK (restart_cb), self, 0);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
language_chosen_cb (PigaPreferences *self)
{
  const guint selected = adw_combo_row_get_selected (self->language);
  g_autofree char *language = NULL;

  if (self->settings == NULL || selected >= g_strv_length ((char **) languages))
    return;
  language = g_settings_get_string (self->settings, "language");
  if (g_str_equal (language, languages[selected]))
    return;
  g_settings_set_string (self->settings, "language", languages[selected]);
  offer_restart (self, languages[selected]);
}

static void
export_cb (PigaPreferences *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.export", NULL);
}

static void
import_cb (PigaPreferences *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.import", NULL);
}

static void
piga_preferences_dispose (GObject *object)
{
  PigaPreferences *self = PIGA_PREFERENCES (object);

  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_PREFERENCES);

  G_OBJECT_CLASS (piga_preferences_parent_class)->dispose (object);
}

static void
piga_preferences_class_init (PigaPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_preferences_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, PigaPreferences, week_start);
  gtk_widget_class_bind_template_child (widget_class, PigaPreferences, spell_check);
  gtk_widget_class_bind_template_child (widget_class, PigaPreferences, follow_up_days);
  gtk_widget_class_bind_template_child (widget_class, PigaPreferences, closed_days);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_cb);
}

static void
set_choices (AdwComboRow *row, const char *const *labels)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (labels);

  adw_combo_row_set_model (row, G_LIST_MODEL (model));
}

static void
piga_preferences_init (PigaPreferences *self)
{
  /* A language is called by its own name, whatever is spoken. */
  const char *language_labels[] = { _ ("The Computer’s Language"), "English", "Kiswahili", NULL };
  const char *week_labels[] = { piga_calendar_weekday_name (0), piga_calendar_weekday_name (6),
                                NULL };

  gtk_widget_init_template (GTK_WIDGET (self));
  set_choices (self->language, language_labels);
  set_choices (self->week_start, week_labels);
}

/**
 * piga_preferences_new:
 * @settings: the settings
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *
piga_preferences_new (GSettings *settings)
{
  PigaPreferences *self = g_object_new (PIGA_TYPE_PREFERENCES, NULL);
  g_autofree char *language = g_settings_get_string (settings, "language");

  adw_combo_row_set_selected (self->language, piga_choice_setting_find (languages, language));
  self->settings = g_object_ref (settings);
  piga_choice_setting_bind (settings, "week-start", week_starts, self->week_start, "selected");
  g_settings_bind (settings, "spell-check", self->spell_check, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "follow-up-days", self->follow_up_days, "value",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "closed-days", self->closed_days, "value", G_SETTINGS_BIND_DEFAULT);
  return ADW_DIALOG (self);
}
