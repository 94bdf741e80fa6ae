/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"
#include "sense/piga-silence.h"

G_BEGIN_DECLS

PigaSilenceRule piga_silence_rule_get (PigaContext *context);

G_END_DECLS
