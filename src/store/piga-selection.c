/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which records of a kind are wanted, as the disk is asked and as one record is looked at. */

#include "piga-selection.h"

static gboolean
has_day (const PigaSelection *self, guint field)
{
  return (self->days >> field & 1) != 0;
}

/**
 * piga_selection_equal:
 * @self: a selection
 * @other: another
 *
 * Returns: whether both want the same
 */
gboolean
piga_selection_equal (const PigaSelection *self, const PigaSelection *other)
{
  return self->type == other->type && self->days == other->days && self->since == other->since
         && self->from == other->from && self->link == other->link
         && self->in_trash == other->in_trash;
}

/**
 * piga_selection_matches:
 * @self: a selection without a link
 * @record: a record of its kind, on the side of the trash that is meant
 *
 * Returns: whether it is wanted
 */
gboolean
piga_selection_matches (const PigaSelection *self, gpointer record)
{
  PigaRecordClass *klass = PIGA_RECORD_GET_CLASS (record);

  g_return_val_if_fail (self->from == G_TYPE_INVALID, FALSE);

  for (guint i = 0; i < klass->n_fields; i++)
    if (has_day (self, i) && piga_record_get_day (record, i) >= self->since)
      return TRUE;

  return self->days == 0;
}

static void
append_days (const PigaSelection *self, GString *sql)
{
  g_autoptr (PigaRecordClass) klass = g_type_class_ref (self->type);
  const char *before = " AND (";

  for (guint i = 0; i < klass->n_fields; i++)
    if (has_day (self, i))
      {
        g_string_append_printf (sql, "%s%s >= :since", before, klass->fields[i].name);
        before = " OR ";
      }
  g_string_append_c (sql, ')');
}

static void
append_link (const PigaSelection *self, GString *sql)
{
  g_autoptr (PigaRecordClass) from = g_type_class_ref (self->from);

  g_string_append_printf (sql, " AND id IN (SELECT %s FROM %s WHERE deleted_at IS NULL)",
                          from->fields[self->link].name, from->kind);
}

/**
 * piga_selection_to_sql:
 * @self: a selection
 *
 * Returns: (transfer full): what stands after the FROM; where it has days, `:since` is to be bound
 */
char *
piga_selection_to_sql (const PigaSelection *self)
{
  GString *sql =
    g_string_new (self->in_trash ? " WHERE deleted_at IS NOT NULL" : " WHERE deleted_at IS NULL");

  if (self->days != 0)
    append_days (self, sql);
  if (self->from != G_TYPE_INVALID)
    append_link (self, sql);
  g_string_append (sql, " ORDER BY row");
  return g_string_free_and_steal (sql);
}
