/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "records/piga-job-application.h"

G_BEGIN_DECLS

#define PIGA_TYPE_FOLLOW_UP (piga_follow_up_get_type ())

/* How long nobody has answered an application, and a short letter that asks. Invisible while no
 * answer is waited for. */
G_DECLARE_FINAL_TYPE (PigaFollowUp, piga_follow_up, PIGA, FOLLOW_UP, AdwBin)

void piga_follow_up_show (PigaFollowUp *self, PigaContext *context,
                          PigaJobApplication *application);

G_END_DECLS
