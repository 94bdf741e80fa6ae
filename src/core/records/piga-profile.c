/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the person signs a letter. There is one, whatever the computer. */

#include "piga-profile.h"

#include <glib/gi18n-lib.h>

#include "piga-id.h"

struct _PigaProfile
{
  PigaRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (PigaProfile, piga_profile, PIGA_TYPE_RECORD)

static const PigaField fields[] = {
  [PIGA_PROFILE_NAME] = { "name", PIGA_FIELD_TEXT, N_ ("Your name") },
  [PIGA_PROFILE_PHONE] = { "phone", PIGA_FIELD_TEXT, N_ ("Telephone") },
  [PIGA_PROFILE_EMAIL] = { "email", PIGA_FIELD_TEXT, N_ ("Email address") },
  [PIGA_PROFILE_TOWN] = { "town", PIGA_FIELD_TEXT, N_ ("Town") },
};

static void
piga_profile_class_init (PigaProfileClass *klass)
{
  piga_record_class_declare (PIGA_RECORD_CLASS (klass), "profile", fields, G_N_ELEMENTS (fields));
}

static void
piga_profile_init (PigaProfile *self)
{
}

/**
 * piga_profile_new:
 *
 * Returns: (transfer full): the one record of the person, empty; with the same id on every computer
 */
PigaProfile *
piga_profile_new (void)
{
  g_autofree char *id = piga_id_from_name ("profile");

  return piga_record_new_with_id (PIGA_TYPE_PROFILE, id);
}
