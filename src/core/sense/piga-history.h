/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sense/piga-stage.h"

G_BEGIN_DECLS

char *piga_history_problem (PigaJobApplication *application, PigaDay today);

G_END_DECLS
