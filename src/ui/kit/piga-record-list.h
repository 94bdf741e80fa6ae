/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_RECORD_LIST (piga_record_list_get_type ())

/* A boxed list with a row for each record of a model. Properties: "empty-text" (string: the
 * sentence that stands there when there is none), "add-label" (string: the label of a row below
 * that adds one; NULL for no such row), "can-add" (boolean, true unless told otherwise). Signals:
 * "add" (): that row was pressed; "record-activated" (PigaRecord *record): its row was, where it is
 * activatable. */
G_DECLARE_FINAL_TYPE (PigaRecordList, piga_record_list, PIGA, RECORD_LIST, AdwPreferencesGroup)

void piga_record_list_show (PigaRecordList *self, GListModel *records,
                            GtkListBoxCreateWidgetFunc create, gpointer user_data);

G_END_DECLS
