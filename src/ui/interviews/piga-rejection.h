/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_REJECTION (piga_rejection_get_type ())

/* What a person tells of an interview after which they were not chosen, before anything is made of
 * it. */
G_DECLARE_FINAL_TYPE (PigaRejection, piga_rejection, PIGA, REJECTION, GObject)

PigaRejection *piga_rejection_new (PigaContext *context, const char *application_id);

PigaJobApplication *piga_rejection_get_typed (PigaRejection *self);
PigaInterview *piga_rejection_get_interview (PigaRejection *self);
PigaJobApplication *piga_rejection_get_application (PigaRejection *self);
void piga_rejection_set_application (PigaRejection *self, PigaJobApplication *application);

char *piga_rejection_find_problem (PigaRejection *self, guint *field);

void piga_rejection_begin_async (PigaRejection *self, GAsyncReadyCallback callback,
                                 gpointer user_data);
PigaInterview *piga_rejection_begin_finish (PigaRejection *self, GAsyncResult *result,
                                            GError **error);
gboolean piga_rejection_is_given (PigaRejection *self);
gboolean piga_rejection_is_told (PigaRejection *self);
gboolean piga_rejection_is_begun (PigaRejection *self);

G_END_DECLS
