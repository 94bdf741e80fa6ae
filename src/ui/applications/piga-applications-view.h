/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

/**
 * PigaApplicationsLook:
 * @PIGA_APPLICATIONS_ROWS: rows that tell their stage
 * @PIGA_APPLICATIONS_CARDS: cards that can be dragged to another stage
 */
typedef enum
{
  PIGA_APPLICATIONS_ROWS,
  PIGA_APPLICATIONS_CARDS,
} PigaApplicationsLook;

#define PIGA_TYPE_APPLICATIONS_VIEW (piga_applications_view_get_type ())

/* A list of applications that scrolls. A press opens one; the context menu, by pointer or key,
 * changes its stage. Property "stage" (int, a PigaStage: that of the selected application). */
G_DECLARE_FINAL_TYPE (PigaApplicationsView, piga_applications_view, PIGA, APPLICATIONS_VIEW, AdwBin)

GtkWidget *piga_applications_view_new (PigaContext *context, GListModel *applications,
                                       PigaApplicationsLook look, const char *name);

void piga_applications_view_focus (PigaApplicationsView *self);

G_END_DECLS
