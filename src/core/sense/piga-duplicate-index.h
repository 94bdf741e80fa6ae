/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "records/piga-job-application.h"

G_BEGIN_DECLS

#define PIGA_TYPE_DUPLICATE_INDEX (piga_duplicate_index_get_type ())

G_DECLARE_FINAL_TYPE (PigaDuplicateIndex, piga_duplicate_index, PIGA, DUPLICATE_INDEX, GObject)

PigaDuplicateIndex *piga_duplicate_index_new (GListModel *applications);

PigaJobApplication *piga_duplicate_index_find (PigaDuplicateIndex *self, PigaJobApplication *asking,
                                               const char *employer, const char *role);

char *piga_duplicate_sentence (PigaJobApplication *application, PigaDay today);

G_END_DECLS
