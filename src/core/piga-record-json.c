/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records as JSON objects, by json-glib's nodes. JsonSerializable is not used: it passes over
 * members of the wrong type without a word, and an import has to say what is wrong. A member that
 * holds what an untouched record holds is left out. */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "piga-error.h"
#include "piga-id.h"
#include "piga-record.h"

/* The greatest whole number that every reader of JSON keeps exactly (RFC 8259 section 6). Times go
 * beyond it in the year 2255; ours keeps those exactly too. */
#define GREATEST_INTEGER ((gint64) 1 << 53)

static JsonNode *
field_to_json (gpointer record, const PigaField *field, guint index)
{
  char iso[PIGA_DAY_ISO_LENGTH];
  PigaDay day;

  switch (field->type)
    {
    case PIGA_FIELD_TEXT:
    case PIGA_FIELD_LONG:
    case PIGA_FIELD_LINK:
      if (*piga_record_get_text (record, index) == '\0')
        return NULL;
      return json_node_init_string (json_node_alloc (), piga_record_get_text (record, index));
    case PIGA_FIELD_INTEGER:
      if (piga_record_get_integer (record, index) == 0)
        return NULL;
      return json_node_init_int (json_node_alloc (), piga_record_get_integer (record, index));
    case PIGA_FIELD_REAL:
      if (piga_record_get_real (record, index) == 0)
        return NULL;
      return json_node_init_double (json_node_alloc (), piga_record_get_real (record, index));
    case PIGA_FIELD_BOOLEAN:
      if (!piga_record_get_boolean (record, index))
        return NULL;
      return json_node_init_boolean (json_node_alloc (), TRUE);
    case PIGA_FIELD_CHOICE:
      if (piga_record_get_integer (record, index) == 0)
        return NULL;
      return json_node_init_string (json_node_alloc (),
                                    field->choices[piga_record_get_integer (record, index)].key);
    case PIGA_FIELD_DAY:
      day = piga_record_get_day (record, index);
      if (day == PIGA_DAY_NONE)
        return NULL;
      piga_day_to_iso (day, iso);
      return json_node_init_string (json_node_alloc (), iso);
    }

  g_return_val_if_reached (NULL);
}

/**
 * piga_record_to_json:
 * @record: a record
 *
 * Returns: (transfer full): an object with its kind, id, times and fields, in the order of the
 *   declaration, and how often it was saved
 */
JsonNode *
piga_record_to_json (gpointer record)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);
  g_autoptr (JsonObject) object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  json_object_set_string_member (object, "kind", klass->kind);
  json_object_set_string_member (object, "id", piga_record_get_id (record));
  json_object_set_int_member (object, "created_at", piga_record_get_created_at (record));
  json_object_set_int_member (object, "modified_at", piga_record_get_modified_at (record));
  if (piga_record_get_deleted_at (record) != 0)
    json_object_set_int_member (object, "deleted_at", piga_record_get_deleted_at (record));
  if (piga_record_get_revision (record) != 0)
    json_object_set_int_member (object, "revision", piga_record_get_revision (record));

  for (guint i = 0; i < klass->n_fields; i++)
    {
      JsonNode *value = field_to_json (record, &klass->fields[i], i);

      if (value != NULL)
        json_object_set_member (object, klass->fields[i].name, value);
    }

  return json_node_init_object (node, object);
}

static void
set_wrong (const char *member, GError **error)
{
  g_set_error (error, PIGA_ERROR, PIGA_ERROR_INVALID,
               /* Translators: %s is the technical name of a part of a record in a file, such as
                * “created_at”. */
               _ ("“%s” does not hold what belongs there."), member);
}

static gboolean
get_integer (JsonNode *node, gint64 *integer)
{
  double real;

  if (!JSON_NODE_HOLDS_VALUE (node))
    return FALSE;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      *integer = json_node_get_int (node);
      return *integer >= -GREATEST_INTEGER && *integer <= GREATEST_INTEGER;
    }
  if (json_node_get_value_type (node) != G_TYPE_DOUBLE)
    return FALSE;

  real = json_node_get_double (node);
  if (!isfinite (real) || real != floor (real) || fabs (real) > (double) GREATEST_INTEGER)
    return FALSE;
  *integer = (gint64) real;
  return TRUE;
}

static const char *
get_text (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

static gboolean
read_text (gpointer record, const PigaField *field, guint index, JsonNode *node, GError **error)
{
  const char *text = get_text (node);

  if (text == NULL || (field->type == PIGA_FIELD_LINK && !piga_id_is_valid (text)))
    {
      set_wrong (field->name, error);
      return FALSE;
    }
  if (!piga_field_validate_text (field, text, strlen (text), error))
    return FALSE;

  piga_record_set_text (record, index, text);
  return TRUE;
}

static gboolean
read_real (gpointer record, guint index, JsonNode *node)
{
  const GType type =
    JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type != G_TYPE_DOUBLE && type != G_TYPE_INT64)
    return FALSE;

  piga_record_set_real (record, index, json_node_get_double (node));
  return TRUE;
}

static gboolean
read_choice (gpointer record, const PigaField *field, guint index, JsonNode *node)
{
  const char *key = get_text (node);
  gint64 choice;

  if (key == NULL || !piga_field_find_choice (field, key, &choice))
    return FALSE;

  piga_record_set_integer (record, index, choice);
  return TRUE;
}

static gboolean
read_day (gpointer record, guint index, JsonNode *node)
{
  const char *iso = get_text (node);
  const PigaDay day = iso != NULL ? piga_day_from_iso (iso) : PIGA_DAY_NONE;

  if (day == PIGA_DAY_NONE)
    return FALSE;

  piga_record_set_day (record, index, day);
  return TRUE;
}

static gboolean
read_field (gpointer record, const PigaField *field, guint index, JsonNode *node, GError **error)
{
  gboolean read = FALSE;
  gint64 integer;

  switch (field->type)
    {
    case PIGA_FIELD_TEXT:
    case PIGA_FIELD_LONG:
    case PIGA_FIELD_LINK:
      return read_text (record, field, index, node, error);
    case PIGA_FIELD_INTEGER:
      read = get_integer (node, &integer);
      if (read)
        piga_record_set_integer (record, index, integer);
      break;
    case PIGA_FIELD_REAL:
      read = read_real (record, index, node);
      break;
    case PIGA_FIELD_BOOLEAN:
      read = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN;
      if (read)
        piga_record_set_boolean (record, index, json_node_get_boolean (node));
      break;
    case PIGA_FIELD_CHOICE:
      read = read_choice (record, field, index, node);
      break;
    case PIGA_FIELD_DAY:
      read = read_day (record, index, node);
      break;
    }

  if (!read)
    set_wrong (field->name, error);
  return read;
}

static gboolean
get_time (JsonNode *node, gint64 *time)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64)
    *time = json_node_get_int (node);
  else if (!get_integer (node, time))
    return FALSE;

  return piga_day_from_time (*time) != PIGA_DAY_NONE;
}

static gboolean
read_time (JsonObject *object, const char *member, gboolean required, gint64 *time, GError **error)
{
  JsonNode *node = json_object_get_member (object, member);

  *time = 0;
  if (node == NULL && !required)
    return TRUE;
  if (node == NULL || !get_time (node, time))
    {
      set_wrong (member, error);
      return FALSE;
    }
  return TRUE;
}

/* Files of the first two versions do not say how often a record was saved. */
static gboolean
read_revision (JsonObject *object, gint64 *revision, GError **error)
{
  JsonNode *node = json_object_get_member (object, "revision");

  *revision = 0;
  if (node == NULL || (get_integer (node, revision) && *revision >= 0))
    return TRUE;

  set_wrong ("revision", error);
  return FALSE;
}

static gboolean
is_of_every_record (const char *member)
{
  static const char *const members[] = { "kind",       "id",       "created_at", "modified_at",
                                         "deleted_at", "revision", NULL };

  return g_strv_contains (members, member);
}

static gboolean
read_fields (gpointer record, JsonObject *object, GError **error)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, &node))
    {
      guint index;

      if (is_of_every_record (member))
        continue;
      index = piga_record_class_find_field (klass, member);
      if (index == klass->n_fields)
        {
          g_set_error (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                       /* Translators: %s is the technical name of a kind of record, such as
                        * “entry”. */
                       _ ("A record of the kind “%s” has a part that this version does not know."),
                       klass->kind);
          return FALSE;
        }
      if (!read_field (record, &klass->fields[index], index, node, error))
        return FALSE;
    }

  return TRUE;
}

static GType
find_kind (const GType *kinds, const char *kind)
{
  for (guint i = 0; kinds[i] != G_TYPE_INVALID; i++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (kinds[i]);

      if (g_str_equal (((PigaRecordClass *) klass)->kind, kind))
        return kinds[i];
    }

  return G_TYPE_INVALID;
}

static gpointer
new_from_object (const GType *kinds, JsonObject *object, GError **error)
{
  JsonNode *kind_node = json_object_get_member (object, "kind");
  JsonNode *id_node = json_object_get_member (object, "id");
  const char *kind = kind_node != NULL ? get_text (kind_node) : NULL;
  const char *id = id_node != NULL ? get_text (id_node) : NULL;
  const GType type = kind != NULL ? find_kind (kinds, kind) : G_TYPE_INVALID;

  if (type == G_TYPE_INVALID)
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                           _ ("A record is of a kind that this version does not know."));
      return NULL;
    }
  if (id == NULL || !piga_id_is_valid (id))
    {
      set_wrong ("id", error);
      return NULL;
    }
  return piga_record_new_with_id (type, id);
}

/**
 * piga_record_from_json:
 * @kinds: (array zero-terminated=1): the kinds there are
 * @node: what should be a record
 * @error: return location for a %PIGA_ERROR_INVALID
 *
 * Reads a record strictly: unknown kinds and members, wrong types and values out of range are
 * refused. The record is dirty; its revision is the one that the file says, 0 where it does not.
 *
 * Returns: (transfer full) (nullable): the record
 */
gpointer
piga_record_from_json (const GType *kinds, JsonNode *node, GError **error)
{
  g_autoptr (GObject) record = NULL;
  gint64 created_at, modified_at, deleted_at, revision;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      g_set_error_literal (error, PIGA_ERROR, PIGA_ERROR_INVALID,
                           _ ("This is not a record of this application."));
      return NULL;
    }

  object = json_node_get_object (node);
  record = new_from_object (kinds, object, error);
  if (record == NULL || !read_time (object, "created_at", TRUE, &created_at, error)
      || !read_time (object, "modified_at", TRUE, &modified_at, error)
      || !read_time (object, "deleted_at", FALSE, &deleted_at, error)
      || !read_revision (object, &revision, error) || !read_fields (record, object, error)
      || !piga_record_validate (record, error))
    return NULL;

  piga_record_set_times (record, created_at, modified_at, deleted_at);
  piga_record_mark_saved (record, revision, piga_record_get_changes (record) - 1);
  return g_steal_pointer (&record);
}
