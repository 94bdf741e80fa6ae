/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "records/piga-job-application.h"

G_BEGIN_DECLS

#define PIGA_TYPE_SCAM_SIGNS (piga_scam_signs_get_type ())

/* A quiet checklist of what scams have in common. */
G_DECLARE_FINAL_TYPE (PigaScamSigns, piga_scam_signs, PIGA, SCAM_SIGNS, AdwPreferencesGroup)

void piga_scam_signs_show (PigaScamSigns *self, PigaJobApplication *application);

G_END_DECLS
