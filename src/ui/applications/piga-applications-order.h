/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "sense/piga-stage.h"

G_BEGIN_DECLS

/**
 * PigaApplicationsOrder:
 * @PIGA_APPLICATIONS_NEWEST: the one sent or noted last first
 * @PIGA_APPLICATIONS_CLOSING: the next to close first
 * @PIGA_APPLICATIONS_EMPLOYER: by the name of the employer
 * @PIGA_APPLICATIONS_WAITING: the one that has waited longest first
 */
typedef enum
{
  PIGA_APPLICATIONS_NEWEST,
  PIGA_APPLICATIONS_CLOSING,
  PIGA_APPLICATIONS_EMPLOYER,
  PIGA_APPLICATIONS_WAITING,
} PigaApplicationsOrder;

#define PIGA_APPLICATIONS_N_ORDERS (PIGA_APPLICATIONS_WAITING + 1)

/**
 * PigaApplicationPlace:
 * @application: an application
 * @rank: where it stands, the least first
 * @is_by_name: whether it stands by the name of its employer where the ranks are equal
 * @beginning: what it stands by last, the greatest first: the day on which it began
 * @created_at: and then when it was made
 *
 * Where an application stands among others: all that is asked a hundred thousand times while they
 * are sorted, found out once.
 */
typedef struct
{
  PigaJobApplication *application;
  guint64 rank;
  gboolean is_by_name;
  PigaDay beginning;
  gint64 created_at;
} PigaApplicationPlace;

void piga_application_place_find (PigaApplicationPlace *place, PigaJobApplication *application,
                                  PigaApplicationsOrder order, PigaDay today);
int piga_application_place_compare (gconstpointer one, gconstpointer other);

gboolean piga_applications_match (PigaJobApplication *application, const char *words);
char *piga_applications_fold (const char *text);

G_END_DECLS
