/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _PigaCatalogue PigaCatalogue;

PigaCatalogue *piga_catalogue_open (const char *path, GError **error);
PigaCatalogue *piga_catalogue_new_empty (void);
void piga_catalogue_free (PigaCatalogue *self);

const char *piga_catalogue_lookup (const PigaCatalogue *self, const char *msgid);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaCatalogue, piga_catalogue_free)

G_END_DECLS
