/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_FEEDBACK_SORTER (piga_feedback_sorter_get_type ())

/* Where what was said of an interview is sorted, remark by remark: strengths first, then what can
 * be changed, and last what is not the person's to carry. */
G_DECLARE_FINAL_TYPE (PigaFeedbackSorter, piga_feedback_sorter, PIGA, FEEDBACK_SORTER,
                      AdwNavigationPage)

AdwNavigationPage *piga_feedback_sorter_new (PigaContext *context, const char *interview);
char *piga_feedback_sorter_describe (PigaContext *context, const char *interview);

G_END_DECLS
