/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-applications-model.h"

G_BEGIN_DECLS

#define PIGA_TYPE_APPLICATIONS_REPORT (piga_applications_report_get_type ())

/* A page that says what the applications come to that are shown when it is opened. */
G_DECLARE_FINAL_TYPE (PigaApplicationsReport, piga_applications_report, PIGA, APPLICATIONS_REPORT,
                      AdwNavigationPage)

AdwNavigationPage *piga_applications_report_new (PigaContext *context,
                                                 PigaApplicationsModel *model);

G_END_DECLS
