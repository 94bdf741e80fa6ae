/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"
#include "kit/piga-record-list.h"
#include "records/piga-job-application.h"

G_BEGIN_DECLS

void piga_application_show_interviews (PigaRecordList *list, PigaContext *context,
                                       PigaJobApplication *application);

G_END_DECLS
