/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PigaRestoreSummary:
 * @n_here: how many records there are, without those in the trash
 * @n_there: how many there are in the backup
 * @n_going: how many are here and not in the backup
 * @n_coming: how many are in the backup and not here
 * @n_changing: how many are another in the backup
 *
 * What bringing back everything would do.
 */
typedef struct
{
  guint n_here;
  guint n_there;
  guint n_going;
  guint n_coming;
  guint n_changing;
} PigaRestoreSummary;

gboolean piga_restore_is_great (guint n_going, guint n_here);

G_END_DECLS
