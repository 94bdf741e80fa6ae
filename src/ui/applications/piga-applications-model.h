/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"
#include "piga-applications-order.h"

G_BEGIN_DECLS

/**
 * PigaApplicationsShow:
 * @PIGA_APPLICATIONS_SHOW_ALL: all of them
 * @PIGA_APPLICATIONS_SHOW_OPEN: those that something can still come of
 * @PIGA_APPLICATIONS_SHOW_STAGE: and what follows: those in one stage, which is added to it
 */
typedef enum
{
  PIGA_APPLICATIONS_SHOW_ALL,
  PIGA_APPLICATIONS_SHOW_OPEN,
  PIGA_APPLICATIONS_SHOW_STAGE,
} PigaApplicationsShow;

#define PIGA_APPLICATIONS_N_SHOWN (PIGA_APPLICATIONS_SHOW_STAGE + PIGA_N_STAGES)

#define PIGA_TYPE_APPLICATIONS_MODEL (piga_applications_model_get_type ())

/* The applications as the person wants to see them: which, and in what order. Properties: "text"
 * (string, never NULL: what employer or role must hold), "show" (uint, see #PigaApplicationsShow),
 * "order" (uint, a #PigaApplicationsOrder). */
G_DECLARE_FINAL_TYPE (PigaApplicationsModel, piga_applications_model, PIGA, APPLICATIONS_MODEL,
                      GObject)

PigaApplicationsModel *piga_applications_model_new (PigaContext *context);

GListModel *piga_applications_model_get_all (PigaApplicationsModel *self);
GListModel *piga_applications_model_get_shown (PigaApplicationsModel *self);
guint piga_applications_model_count_shown (PigaApplicationsModel *self);
GListModel *piga_applications_model_get_stage (PigaApplicationsModel *self, PigaStage stage);
guint piga_applications_model_count_stage (PigaApplicationsModel *self, PigaStage stage);
const char *piga_applications_model_get_text (PigaApplicationsModel *self);
guint piga_applications_model_get_show (PigaApplicationsModel *self);
gboolean piga_applications_model_is_filtered (PigaApplicationsModel *self);
gboolean piga_applications_model_shows_stage (PigaApplicationsModel *self, PigaStage stage);
void piga_applications_model_show_all (PigaApplicationsModel *self);
void piga_applications_model_finish (PigaApplicationsModel *self);
char *piga_applications_model_dup_description (PigaApplicationsModel *self);

const char *piga_applications_show_get_label (guint show);
const char *piga_applications_order_get_label (PigaApplicationsOrder order);

G_END_DECLS
