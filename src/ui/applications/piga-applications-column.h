/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-applications-model.h"

G_BEGIN_DECLS

#define PIGA_TYPE_APPLICATIONS_COLUMN (piga_applications_column_get_type ())

/* The applications of one stage, on the board. One that is dropped here comes to that stage.
 * Property "count" (uint: how many there are). */
G_DECLARE_FINAL_TYPE (PigaApplicationsColumn, piga_applications_column, PIGA, APPLICATIONS_COLUMN,
                      AdwBin)

GtkWidget *piga_applications_column_new (PigaContext *context, PigaApplicationsModel *model,
                                         PigaStage stage);

guint piga_applications_column_get_count (PigaApplicationsColumn *self);
PigaStage piga_applications_column_get_stage (PigaApplicationsColumn *self);
void piga_applications_column_set_has_title (PigaApplicationsColumn *self, gboolean has_title);

G_END_DECLS
