/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

/**
 * PigaSelection:
 * @type: the kind
 * @days: a bit for each field that holds a day; one of them has to be @since or later
 * @since: the day
 * @from: a kind of which a record has to link to it, or %G_TYPE_INVALID
 * @link: the field by which it does
 * @in_trash: those that are in the trash, instead of those that are not
 *
 * Which records of a kind are wanted. With neither days nor a link, all.
 */
typedef struct
{
  GType type;
  guint64 days;
  PigaDay since;
  GType from;
  guint link;
  gboolean in_trash;
} PigaSelection;

gboolean piga_selection_equal (const PigaSelection *self, const PigaSelection *other);
gboolean piga_selection_matches (const PigaSelection *self, gpointer record);
char *piga_selection_to_sql (const PigaSelection *self);

G_END_DECLS
