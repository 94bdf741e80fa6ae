/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A record is one small thing that the person keeps: an entry, a goal, a mark. Its class holds the
 * table of fields it was declared with, and everything else comes from that table. Texts are
 * reference-counted strings, so that the copy which goes to the disk costs nothing, however long
 * the text; and most fields of most records are empty, so that an empty one takes no room.
 *
 * A record counts its changes. What is saved is a copy taken at one count; when the disk has said
 * yes to that copy and the count has moved on, the record is still dirty. */

#include "piga-record-private.h"

enum
{
  PROP_ID = 1,
  PROP_CREATED_AT,
  PROP_MODIFIED_AT,
  PROP_DELETED_AT,
  PROP_REVISION,
  PROP_DIRTY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PigaRecord, piga_record, G_TYPE_OBJECT)

PigaRecordPrivate *
piga_record_get_private (gpointer record)
{
  return piga_record_get_instance_private (PIGA_RECORD (record));
}

const PigaField *
piga_record_get_field (gpointer record, guint field)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  g_return_val_if_fail (field < klass->n_fields, NULL);
  return &klass->fields[field];
}

void
piga_record_note_change (gpointer record, guint field)
{
  PigaRecordPrivate *priv = piga_record_get_private (record);
  const gboolean was_dirty = piga_record_is_dirty (record);

  priv->changes++;
  g_object_notify_by_pspec (G_OBJECT (record), PIGA_RECORD_GET_CLASS (record)->properties[field]);
  if (!was_dirty)
    g_object_notify_by_pspec (G_OBJECT (record), properties[PROP_DIRTY]);
}

static void
piga_record_get_field_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const guint field = id - N_PROPS;

  switch (piga_record_get_field (object, field)->type)
    {
    case PIGA_FIELD_TEXT:
    case PIGA_FIELD_LONG:
    case PIGA_FIELD_LINK:
      g_value_set_string (value, piga_record_get_text (object, field));
      break;
    case PIGA_FIELD_INTEGER:
      g_value_set_int64 (value, piga_record_get_integer (object, field));
      break;
    case PIGA_FIELD_REAL:
      g_value_set_double (value, piga_record_get_real (object, field));
      break;
    case PIGA_FIELD_BOOLEAN:
      g_value_set_boolean (value, piga_record_get_boolean (object, field));
      break;
    case PIGA_FIELD_CHOICE:
    case PIGA_FIELD_DAY:
      g_value_set_uint (value, (guint) piga_record_get_integer (object, field));
      break;
    }
}

static void
piga_record_set_field_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  const guint field = id - N_PROPS;

  switch (piga_record_get_field (object, field)->type)
    {
    case PIGA_FIELD_TEXT:
    case PIGA_FIELD_LONG:
    case PIGA_FIELD_LINK:
      piga_record_set_text (object, field, g_value_get_string (value));
      break;
    case PIGA_FIELD_INTEGER:
      piga_record_set_integer (object, field, g_value_get_int64 (value));
      break;
    case PIGA_FIELD_REAL:
      piga_record_set_real (object, field, g_value_get_double (value));
      break;
    case PIGA_FIELD_BOOLEAN:
      piga_record_set_boolean (object, field, g_value_get_boolean (value));
      break;
    case PIGA_FIELD_CHOICE:
    case PIGA_FIELD_DAY:
      piga_record_set_integer (object, field, g_value_get_uint (value));
      break;
    }
}

static void
piga_record_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaRecordPrivate *priv = piga_record_get_private (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, priv->id);
      break;
    case PROP_CREATED_AT:
      g_value_set_int64 (value, priv->created_at);
      break;
    case PROP_MODIFIED_AT:
      g_value_set_int64 (value, priv->modified_at);
      break;
    case PROP_DELETED_AT:
      g_value_set_int64 (value, priv->deleted_at);
      break;
    case PROP_REVISION:
      g_value_set_int64 (value, priv->revision);
      break;
    case PROP_DIRTY:
      g_value_set_boolean (value, piga_record_is_dirty (object));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_record_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PigaRecordPrivate *priv = piga_record_get_private (object);

  switch (id)
    {
    case PROP_ID:
      if (g_value_get_string (value) != NULL)
        g_strlcpy (priv->id, g_value_get_string (value), sizeof priv->id);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_record_constructed (GObject *object)
{
  PigaRecordPrivate *priv = piga_record_get_private (object);

  G_OBJECT_CLASS (piga_record_parent_class)->constructed (object);

  priv->created_at = priv->modified_at = g_get_real_time ();
  if (priv->id[0] == '\0')
    {
      g_autofree char *id = piga_id_new (priv->created_at);

      g_strlcpy (priv->id, id, sizeof priv->id);
    }
}

static void
piga_record_finalize (GObject *object)
{
  PigaRecordPrivate *priv = piga_record_get_private (object);

  if (priv->keeper != NULL)
    priv->keeper->let_go (priv->keeper, object);
  piga_record_clear_values (object);

  G_OBJECT_CLASS (piga_record_parent_class)->finalize (object);
}

static void
piga_record_class_init (PigaRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = piga_record_get_property;
  object_class->set_property = piga_record_set_property;
  object_class->constructed = piga_record_constructed;
  object_class->finalize = piga_record_finalize;

  properties[PROP_ID] = g_param_spec_string (
    "id", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, readable);
  properties[PROP_MODIFIED_AT] =
    g_param_spec_int64 ("modified-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, readable);
  properties[PROP_DELETED_AT] =
    g_param_spec_int64 ("deleted-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, readable);
  properties[PROP_REVISION] =
    g_param_spec_int64 ("revision", NULL, NULL, 0, G_MAXINT64, 0, readable);
  properties[PROP_DIRTY] = g_param_spec_boolean ("dirty", NULL, NULL, FALSE, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_record_init (PigaRecord *self)
{
}

/**
 * piga_record_class_declare:
 * @klass: the class of a kind, in its class_init
 * @kind: the name of the kind: its table, and what an export calls it
 * @fields: (array length=n_fields): the table of its fields, which stays
 * @n_fields: how many there are, at most %PIGA_RECORD_MOST_FIELDS
 *
 * Declares a kind of record: installs a property for each field.
 */
void
piga_record_class_declare (PigaRecordClass *klass, const char *kind, const PigaField *fields,
                           guint n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  g_assert (n_fields <= PIGA_RECORD_MOST_FIELDS);
  klass->kind = kind;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->properties = g_new (GParamSpec *, n_fields);

  object_class->get_property = piga_record_get_field_property;
  object_class->set_property = piga_record_set_field_property;
  for (guint i = 0; i < n_fields; i++)
    {
      klass->properties[i] = piga_field_to_pspec (&fields[i]);
      g_object_class_install_property (object_class, N_PROPS + i, klass->properties[i]);
    }
}

/**
 * piga_record_class_find_field:
 * @klass: the class of a kind
 * @name: the name of a field
 *
 * Returns: the field's index, or the number of fields where there is none of that name
 */
guint
piga_record_class_find_field (PigaRecordClass *klass, const char *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, name))
      return i;

  return klass->n_fields;
}

/**
 * piga_record_new:
 * @type: a kind of record
 *
 * Returns: (transfer full): a new record with an id of its own, made now, all fields empty
 */
gpointer
piga_record_new (GType type)
{
  return g_object_new (type, NULL);
}

/**
 * piga_record_new_with_id:
 * @type: a kind of record
 * @id: its id, see piga_id_from_name()
 *
 * Returns: (transfer full): a new record, made now, all fields empty
 */
gpointer
piga_record_new_with_id (GType type, const char *id)
{
  return g_object_new (type, "id", id, NULL);
}

/**
 * piga_record_dup:
 * @record: a record
 *
 * Returns: (transfer full): a copy as it stands now, for another thread; it shares the texts
 */
gpointer
piga_record_dup (gpointer record)
{
  PigaRecordPrivate *priv = piga_record_get_private (record);
  gpointer copy = piga_record_new_with_id (G_OBJECT_TYPE (record), priv->id);
  PigaRecordPrivate *copy_priv = piga_record_get_private (copy);

  piga_record_copy_values (copy, record);
  copy_priv->changes = priv->changes;
  copy_priv->saved_changes = priv->saved_changes;
  return copy;
}

/**
 * piga_record_copy_values:
 * @record: a record
 * @source: a record of the same kind
 *
 * Gives @record the values, times, row and revision of @source, as when it is read from the disk
 * again; @record is clean afterwards.
 */
void
piga_record_copy_values (gpointer record, gpointer source)
{
  const guint n_fields = PIGA_RECORD_GET_CLASS (record)->n_fields;
  PigaRecordPrivate *from = piga_record_get_private (source);

  g_return_if_fail (G_OBJECT_TYPE (record) == G_OBJECT_TYPE (source));

  g_object_freeze_notify (G_OBJECT (record));
  for (guint i = 0; i < n_fields; i++)
    piga_record_copy_field (record, source, i);
  piga_record_set_times (record, from->created_at, from->modified_at, from->deleted_at);
  piga_record_set_row (record, from->row);
  piga_record_set_damaged (record, from->is_damaged);
  piga_record_mark_saved (record, from->revision, piga_record_get_changes (record));
  g_object_thaw_notify (G_OBJECT (record));
}

/**
 * piga_record_get_kind:
 * @record: a record
 *
 * Returns: the name of its kind
 */
const char *
piga_record_get_kind (gpointer record)
{
  return PIGA_RECORD_GET_CLASS (record)->kind;
}

/**
 * piga_record_get_id:
 * @record: a record
 *
 * Returns: its id, a UUID in lower case
 */
const char *
piga_record_get_id (gpointer record)
{
  return piga_record_get_private (record)->id;
}

/**
 * piga_record_get_created_at:
 * @record: a record
 *
 * Returns: when it was made, in microseconds since 1970, UTC
 */
gint64
piga_record_get_created_at (gpointer record)
{
  return piga_record_get_private (record)->created_at;
}

/**
 * piga_record_get_modified_at:
 * @record: a record
 *
 * Returns: when it was last changed and saved, in microseconds since 1970, UTC
 */
gint64
piga_record_get_modified_at (gpointer record)
{
  return piga_record_get_private (record)->modified_at;
}

/**
 * piga_record_get_deleted_at:
 * @record: a record
 *
 * Returns: when it went to the trash, in microseconds since 1970, UTC; 0 where it did not
 */
gint64
piga_record_get_deleted_at (gpointer record)
{
  return piga_record_get_private (record)->deleted_at;
}

/**
 * piga_record_get_revision:
 * @record: a record
 *
 * Returns: how often it was saved; 0 where the disk has never seen it
 */
gint64
piga_record_get_revision (gpointer record)
{
  return piga_record_get_private (record)->revision;
}

/**
 * piga_record_set_times:
 * @record: a record
 * @created_at: when it was made
 * @modified_at: when it was last changed and saved
 * @deleted_at: when it went to the trash, or 0
 *
 * Tells the record what the disk or a file knows of it; all in microseconds since 1970, UTC. It
 * does not make the record dirty.
 */
void
piga_record_set_times (gpointer record, gint64 created_at, gint64 modified_at, gint64 deleted_at)
{
  PigaRecordPrivate *priv = piga_record_get_private (record);
  GObject *object = G_OBJECT (record);

  g_object_freeze_notify (object);
  if (priv->created_at != created_at)
    g_object_notify_by_pspec (object, properties[PROP_CREATED_AT]);
  if (priv->modified_at != modified_at)
    g_object_notify_by_pspec (object, properties[PROP_MODIFIED_AT]);
  if (priv->deleted_at != deleted_at)
    g_object_notify_by_pspec (object, properties[PROP_DELETED_AT]);
  priv->created_at = created_at;
  priv->modified_at = modified_at;
  priv->deleted_at = deleted_at;
  g_object_thaw_notify (object);
}

/**
 * piga_record_get_changes:
 * @record: a record
 *
 * Returns: how often a field was changed since the record was made or read
 */
guint
piga_record_get_changes (gpointer record)
{
  return piga_record_get_private (record)->changes;
}

/**
 * piga_record_is_dirty:
 * @record: a record
 *
 * Returns: whether a field was changed since the disk last said yes
 */
gboolean
piga_record_is_dirty (gpointer record)
{
  PigaRecordPrivate *priv = piga_record_get_private (record);

  return priv->changes != priv->saved_changes;
}

/**
 * piga_record_mark_saved:
 * @record: a record
 * @revision: the revision that is on the disk
 * @changes: the count of changes of the copy that is on the disk
 *
 * Tells the record what is on the disk. It stays dirty where it was changed since.
 */
void
piga_record_mark_saved (gpointer record, gint64 revision, guint changes)
{
  PigaRecordPrivate *priv = piga_record_get_private (record);
  GObject *object = G_OBJECT (record);
  const gboolean was_dirty = piga_record_is_dirty (record);

  g_object_freeze_notify (object);
  if (priv->revision != revision)
    g_object_notify_by_pspec (object, properties[PROP_REVISION]);
  priv->revision = revision;
  priv->saved_changes = changes;
  if (was_dirty != piga_record_is_dirty (record))
    g_object_notify_by_pspec (object, properties[PROP_DIRTY]);
  g_object_thaw_notify (object);
}

/**
 * piga_record_get_keeper:
 * @record: a record
 *
 * Returns: (transfer none) (nullable): who has it as the one object of its record
 */
PigaRecordKeeper *
piga_record_get_keeper (gpointer record)
{
  return piga_record_get_private (record)->keeper;
}

/**
 * piga_record_set_keeper:
 * @record: a record
 * @keeper: (nullable): who has it as the one object of its record, and is told when it goes; it
 *   has to stay as long
 */
void
piga_record_set_keeper (gpointer record, PigaRecordKeeper *keeper)
{
  piga_record_get_private (record)->keeper = keeper;
}

/**
 * piga_record_get_row:
 * @record: a record
 *
 * Returns: the row it is kept in, 0 where that is not known
 */
gint64
piga_record_get_row (gpointer record)
{
  return piga_record_get_private (record)->row;
}

/**
 * piga_record_set_row:
 * @record: a record
 * @row: the row it is kept in
 */
void
piga_record_set_row (gpointer record, gint64 row)
{
  piga_record_get_private (record)->row = row;
}

/**
 * piga_record_is_damaged:
 * @record: a record
 *
 * Returns: whether a value of it was found damaged when it was read: the fields then hold what
 *   could be made of it, and the disk still had the original
 */
gboolean
piga_record_is_damaged (gpointer record)
{
  return piga_record_get_private (record)->is_damaged;
}

/**
 * piga_record_set_damaged:
 * @record: a record
 * @is_damaged: whether a value on the disk was found damaged; such a value is kept aside before the
 *   record is saved
 */
void
piga_record_set_damaged (gpointer record, gboolean is_damaged)
{
  piga_record_get_private (record)->is_damaged = is_damaged != FALSE;
}
