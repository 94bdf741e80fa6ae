/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "piga-field.h"

G_BEGIN_DECLS

#define PIGA_TYPE_RECORD (piga_record_get_type ())

/* A kind has no more fields. */
#define PIGA_RECORD_MOST_FIELDS 64

G_DECLARE_DERIVABLE_TYPE (PigaRecord, piga_record, PIGA, RECORD, GObject)

struct _PigaRecordClass
{
  GObjectClass parent_class;

  const char *kind;
  const PigaField *fields;
  guint n_fields;
  GParamSpec **properties;
};

/* Whoever has the one object of a record is told when it goes. */
typedef struct _PigaRecordKeeper PigaRecordKeeper;

struct _PigaRecordKeeper
{
  void (*let_go) (PigaRecordKeeper *self, gpointer record);
};

void piga_record_class_declare (PigaRecordClass *klass, const char *kind, const PigaField *fields,
                                guint n_fields);
guint piga_record_class_find_field (PigaRecordClass *klass, const char *name);

gpointer piga_record_new (GType type);
gpointer piga_record_new_with_id (GType type, const char *id);
gpointer piga_record_dup (gpointer record);

const char *piga_record_get_kind (gpointer record);
const char *piga_record_get_id (gpointer record);
gint64 piga_record_get_created_at (gpointer record);
gint64 piga_record_get_modified_at (gpointer record);
gint64 piga_record_get_deleted_at (gpointer record);
gint64 piga_record_get_revision (gpointer record);

const char *piga_record_get_text (gpointer record, guint field);
gint64 piga_record_get_integer (gpointer record, guint field);
double piga_record_get_real (gpointer record, guint field);
gboolean piga_record_get_boolean (gpointer record, guint field);
PigaDay piga_record_get_day (gpointer record, guint field);
const char *piga_record_get_choice_label (gpointer record, guint field);

void piga_record_set_text (gpointer record, guint field, const char *text);
void piga_record_set_integer (gpointer record, guint field, gint64 integer);
void piga_record_set_real (gpointer record, guint field, double real);
void piga_record_set_boolean (gpointer record, guint field, gboolean boolean);
void piga_record_set_day (gpointer record, guint field, PigaDay day);

gboolean piga_record_has_same (gpointer record, gpointer other, guint field);
void piga_record_copy_field (gpointer record, gpointer source, guint field);
gboolean piga_record_validate (gpointer record, GError **error);

/* For the floor that keeps records. */
void piga_record_set_times (gpointer record, gint64 created_at, gint64 modified_at,
                            gint64 deleted_at);
guint piga_record_get_changes (gpointer record);
gboolean piga_record_is_dirty (gpointer record);
void piga_record_mark_saved (gpointer record, gint64 revision, guint changes);
void piga_record_take_values (gpointer record, const PigaFieldValue *values);
void piga_record_copy_values (gpointer record, gpointer source);
PigaRecordKeeper *piga_record_get_keeper (gpointer record);
void piga_record_set_keeper (gpointer record, PigaRecordKeeper *keeper);
gboolean piga_record_is_damaged (gpointer record);
void piga_record_set_damaged (gpointer record, gboolean is_damaged);
gint64 piga_record_get_row (gpointer record);
void piga_record_set_row (gpointer record, gint64 row);

JsonNode *piga_record_to_json (gpointer record);
gpointer piga_record_from_json (const GType *kinds, JsonNode *node, GError **error);

G_END_DECLS
