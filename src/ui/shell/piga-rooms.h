/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

AdwNavigationPage *piga_rooms_open (PigaContext *context, const char *id);

G_END_DECLS
