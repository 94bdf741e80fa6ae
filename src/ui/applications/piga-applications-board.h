/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-applications-model.h"

G_BEGIN_DECLS

#define PIGA_TYPE_APPLICATIONS_BOARD (piga_applications_board_get_type ())

/* The applications by stage, a column each. Property "narrow" (boolean): there is room for one
 * column only, which is chosen. */
G_DECLARE_FINAL_TYPE (PigaApplicationsBoard, piga_applications_board, PIGA, APPLICATIONS_BOARD,
                      AdwBin)

void piga_applications_board_show (PigaApplicationsBoard *self, PigaContext *context,
                                   PigaApplicationsModel *model);

G_END_DECLS
