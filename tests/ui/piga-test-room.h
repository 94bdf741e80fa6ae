/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"
#include "kit/piga-toast-area.h"
#include "piga-test-store.h"

G_BEGIN_DECLS

/* A window with a store, the settings and a clock that stands still. */
typedef struct
{
  PigaTestStore disk;
  PigaContext *context;
  GtkWidget *window;
  PigaToastArea *area;
} PigaTestRoom;

/* Sunday, 22 November 2026 */
#define PIGA_TEST_TODAY (piga_day_new (2026, 11, 22))

void piga_test_room_init (int *argc, char ***argv);
void piga_test_room_set_up (PigaTestRoom *self, gconstpointer data);
void piga_test_room_tear_down (PigaTestRoom *self, gconstpointer data);
void piga_test_room_show (PigaTestRoom *self, GtkWidget *content);
void piga_test_room_push (PigaTestRoom *self, AdwNavigationPage *page);

void piga_test_keep (PigaTestRoom *self, gpointer record);
PigaJobApplication *piga_test_add_application (PigaTestRoom *self, const char *employer,
                                               const char *role);
PigaInterview *piga_test_add_interview (PigaTestRoom *self, PigaJobApplication *application,
                                        PigaDay day);
PigaInterview *piga_test_add_round (PigaTestRoom *self, PigaJobApplication *application,
                                    PigaDay day, PigaDay heard_on);

void piga_test_undo (PigaTestRoom *self);
void piga_test_settle (PigaTestRoom *self);
void piga_test_rest (PigaTestRoom *self);
void piga_test_rest_window (GtkWidget *window);
gint64 piga_test_count (PigaTestRoom *self, const char *what);

/* Finds the first widget, in the order of the screen, that @func picks. */
typedef gboolean (*PigaTestPick) (GtkWidget *widget, gconstpointer data);
GtkWidget *piga_test_find_widget (GtkWidget *root, PigaTestPick func, gconstpointer data);
gpointer piga_test_find_type (GtkWidget *root, GType type);
GPtrArray *piga_test_find_all (GtkWidget *root, GType type);
GtkWidget *piga_test_find_button (GtkWidget *root, const char *label);
GtkWidget *piga_test_find_label (GtkWidget *root, const char *label);
gboolean piga_test_has_row (GtkWidget *root, const char *title);
gpointer piga_test_find_row (GtkWidget *root, const char *title);
gboolean piga_test_has_button (GtkWidget *root, const char *label);
void piga_test_press (PigaTestRoom *self, const char *label);

G_END_DECLS
