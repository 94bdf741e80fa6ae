/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-store.h"
#include "records/piga-goal.h"

G_BEGIN_DECLS

GListModel *piga_alike_marks_new (PigaStore *store, PigaGoal *goal);

G_END_DECLS
