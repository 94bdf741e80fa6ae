/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_INTERVIEW_PAGE (piga_interview_page_get_type ())

/* An interview: its facts, what became of it, and where its round stands. */
G_DECLARE_FINAL_TYPE (PigaInterviewPage, piga_interview_page, PIGA, INTERVIEW_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *piga_interview_page_new (PigaContext *context, const char *id);

G_END_DECLS
