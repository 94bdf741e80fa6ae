/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-applications-model.h"

G_BEGIN_DECLS

int piga_applications_compare (PigaJobApplication *one, PigaJobApplication *other,
                               PigaApplicationsOrder order, PigaDay today);
gboolean piga_applications_match (PigaJobApplication *application, const char *words);
char *piga_applications_fold (const char *text);

G_END_DECLS
