/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-applications-model.h"

G_BEGIN_DECLS

#define PIGA_TYPE_APPLICATIONS_PAGE (piga_applications_page_get_type ())

/* The page of the room of the applications: all of them, as a list or as a board. */
G_DECLARE_FINAL_TYPE (PigaApplicationsPage, piga_applications_page, PIGA, APPLICATIONS_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *piga_applications_page_new (PigaContext *context);

PigaApplicationsModel *piga_applications_page_get_model (PigaApplicationsPage *self);
void piga_applications_page_add (PigaApplicationsPage *self);

G_END_DECLS
