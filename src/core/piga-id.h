/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 36 characters and the end. */
#define PIGA_ID_LENGTH 37

char *piga_id_new (gint64 time);
char *piga_id_from_name (const char *name);
gboolean piga_id_is_valid (const char *text);
gint64 piga_id_get_time (const char *id);

G_END_DECLS
