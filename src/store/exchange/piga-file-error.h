/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void piga_file_error_propagate_reading (GError **error, GError *cause);
void piga_file_error_propagate_writing (GError **error, GError *cause);

G_END_DECLS
