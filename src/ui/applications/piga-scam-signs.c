/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-scam-signs.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-field-binding.h"

struct _PigaScamSigns
{
  AdwPreferencesGroup parent_instance;

  AdwExpanderRow *row;
  GtkWidget *advice;

  PigaJobApplication *application;
};

G_DEFINE_FINAL_TYPE (PigaScamSigns, piga_scam_signs, ADW_TYPE_PREFERENCES_GROUP)

static guint
count_signs (PigaJobApplication *application)
{
  guint n_signs = 0;

  for (guint field = PIGA_JOB_APPLICATION_SIGN_FEE; field <= PIGA_JOB_APPLICATION_SIGN_HURRY;
       field++)
    n_signs += piga_record_get_boolean (application, field) ? 1 : 0;
  return n_signs;
}

static void
update (PigaScamSigns *self)
{
  const guint n_signs = count_signs (self->application);
  g_autofree char *subtitle = NULL;

  if (n_signs == 0)
    subtitle = g_strdup (_ ("A short look before you send money or papers"));
  else
    subtitle = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u sign ticked", "%u signs ticked", n_signs), n_signs);
  adw_expander_row_set_subtitle (self->row, subtitle);
  gtk_widget_set_visible (self->advice, n_signs > 0);
}

static void
add_sign (PigaScamSigns *self, guint field)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  piga_field_set_title (self->application, field, row);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row,
                                  NULL, -1);
  piga_field_bind (self->application, field, check, "active");
  adw_expander_row_add_row (self->row, row);
}

/* Says what to do, not what the employer is: a sign is not a proof. */
static GtkWidget *
create_advice (void)
{
  GtkWidget *label = gtk_label_new (
    _ ("No genuine employer asks for money to give you a job. Look for the post on the "
       "employer’s own site or ask at their office, and send no money and no copy of your ID "
       "before that."));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "hint");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static void
piga_scam_signs_dispose (GObject *object)
{
  g_clear_object (&PIGA_SCAM_SIGNS (object)->application);

  G_OBJECT_CLASS (piga_scam_signs_parent_class)->dispose (object);
}

static void
piga_scam_signs_class_init (PigaScamSignsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_scam_signs_dispose;
}

static void
piga_scam_signs_init (PigaScamSigns *self)
{
  self->row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), _ ("Is it genuine?"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->row));
  self->advice = create_advice ();
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->advice);
}

/**
 * piga_scam_signs_show:
 * @self: the checklist
 * @application: the application; once
 */
void
piga_scam_signs_show (PigaScamSigns *self, PigaJobApplication *application)
{
  const PigaField *fields = PIGA_RECORD_GET_CLASS (application)->fields;

  self->application = g_object_ref (application);
  for (guint field = PIGA_JOB_APPLICATION_SIGN_FEE; field <= PIGA_JOB_APPLICATION_SIGN_HURRY;
       field++)
    {
      g_autofree char *signal = NULL;
      g_autofree char *property = g_strdelimit (g_strdup (fields[field].name), "_", '-');

      add_sign (self, field);
      signal = g_strconcat ("notify::", property, NULL);
      g_signal_connect_object (application, signal, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
    }
  update (self);
}
