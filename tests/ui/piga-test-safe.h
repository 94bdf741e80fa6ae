/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-test-backups.h"
#include "piga-test-room.h"

G_BEGIN_DECLS

/* A room with the dialog in which everything is kept safe. Some of what it shows is read on threads
 * of its own, which a room does not wait for: what is to come has to be looked for. */
typedef struct
{
  PigaTestRoom room;
  AdwDialog *dialog;
} PigaTestSafe;

void piga_test_safe_set_up (PigaTestSafe *self, gconstpointer data);
void piga_test_safe_tear_down (PigaTestSafe *self, gconstpointer data);
void piga_test_safe_open (PigaTestSafe *self, const char *view);

void piga_test_safe_back_up (PigaTestSafe *self);
char *piga_test_safe_copy_backup (PigaTestSafe *self, guint number, const char *time);
guint piga_test_safe_count_backups (PigaTestSafe *self);

gboolean piga_test_safe_shows (PigaTestSafe *self, const char *words);
void piga_test_safe_see (PigaTestSafe *self, const char *words);
GPtrArray *piga_test_safe_see_backups (PigaTestSafe *self, guint n);
gboolean piga_test_safe_can_press (PigaTestSafe *self, const char *label);
void piga_test_safe_press (PigaTestSafe *self, const char *label);
void piga_test_safe_activate (PigaTestSafe *self, const char *title);
AdwAlertDialog *piga_test_safe_get_question (PigaTestSafe *self);

G_END_DECLS
