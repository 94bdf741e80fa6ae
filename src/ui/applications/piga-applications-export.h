/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-applications-model.h"

G_BEGIN_DECLS

char *piga_applications_to_csv (PigaApplicationsModel *model);
char *piga_applications_to_calendar (PigaApplicationsModel *model, PigaContext *context);

G_END_DECLS
