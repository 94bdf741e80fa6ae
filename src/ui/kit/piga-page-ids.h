/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Long enough for every page id. */
#define PIGA_PAGE_ID_LENGTH 16

const char *const *piga_page_ids_list (void);
gboolean piga_page_ids_has (const char *id);
guint piga_page_ids_get_step (const char *id);
void piga_page_ids_get_step_id (guint step, char id[PIGA_PAGE_ID_LENGTH]);

G_END_DECLS
