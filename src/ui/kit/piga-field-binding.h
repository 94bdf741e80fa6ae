/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-record.h"

G_BEGIN_DECLS

/* For rows that are drawn by hand: what a field is called and offers, and a widget bound to it both
 * ways. */

const char *piga_field_get_label (gpointer record, guint field);
void piga_field_set_title (gpointer record, guint field, gpointer row);
GBinding *piga_field_bind (gpointer record, guint field, gpointer widget, const char *property);
void piga_field_offer_choices (gpointer record, guint field, AdwComboRow *row);
void piga_field_bind_choice (gpointer record, guint field, AdwComboRow *row);

G_END_DECLS
