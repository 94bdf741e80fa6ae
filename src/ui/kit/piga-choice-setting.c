/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-choice-setting.h"

/**
 * piga_choice_setting_find:
 * @choices: (array zero-terminated=1): how the choices are kept
 * @choice: one of them
 *
 * Returns: its place; the first where it is none of them
 */
guint
piga_choice_setting_find (const char *const *choices, const char *choice)
{
  for (guint i = 0; choices[i] != NULL; i++)
    if (g_str_equal (choices[i], choice))
      return i;
  return 0;
}

static gboolean
choice_to_number (GValue *value, GVariant *variant, gpointer choices)
{
  g_value_set_uint (value,
                    piga_choice_setting_find (choices, g_variant_get_string (variant, NULL)));
  return TRUE;
}

static GVariant *
number_to_choice (const GValue *value, const GVariantType *type, gpointer choices)
{
  const guint number = g_value_get_uint (value);

  if (number >= g_strv_length (choices))
    return NULL;
  return g_variant_new_string (((const char *const *) choices)[number]);
}

/**
 * piga_choice_setting_bind:
 * @settings: the settings
 * @key: a setting that is one of @choices
 * @choices: (array zero-terminated=1): how the choices are kept, which stay
 * @object: (type GObject): an object
 * @property: one of its properties: the place of a choice, as an unsigned integer
 *
 * Keeps a choice: the property has what was chosen the last time, and what it gets is kept.
 */
void
piga_choice_setting_bind (GSettings *settings, const char *key, const char *const *choices,
                          gpointer object, const char *property)
{
  g_settings_bind_with_mapping (settings, key, object, property, G_SETTINGS_BIND_DEFAULT,
                                choice_to_number, number_to_choice, (gpointer) choices, NULL);
}
