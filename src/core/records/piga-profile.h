/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_PROFILE (piga_profile_get_type ())

G_DECLARE_FINAL_TYPE (PigaProfile, piga_profile, PIGA, PROFILE, PigaRecord)

/* The fields, in the order of their declaration. */
enum
{
  PIGA_PROFILE_NAME,
  PIGA_PROFILE_PHONE,
  PIGA_PROFILE_EMAIL,
  PIGA_PROFILE_TOWN,
};

PigaProfile *piga_profile_new (void);

G_END_DECLS
