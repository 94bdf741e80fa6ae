/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-error.h"

G_DEFINE_QUARK (piga - error - quark, piga_error)
