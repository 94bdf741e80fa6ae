/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-lost-record.h"

#include <glib/gi18n-lib.h>

#include "piga-record.h"

/**
 * piga_lost_record_new:
 * @kind: the kind of a record
 * @id: (nullable): its id, where that is known
 * @created_at: when it was made, 0 where that is not known
 * @is_partial: whether a part of it could be read
 *
 * Returns: (transfer full): what can be said of it
 */
PigaLostRecord *
piga_lost_record_new (GType kind, const char *id, gint64 created_at, gboolean is_partial)
{
  PigaLostRecord *self = g_new0 (PigaLostRecord, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->created_at = created_at;
  self->is_partial = is_partial;
  return self;
}

/**
 * piga_lost_record_free:
 * @self: (transfer full): a lost record
 */
void
piga_lost_record_free (PigaLostRecord *self)
{
  g_free (self->id);
  g_free (self);
}

/**
 * piga_lost_record_to_line:
 * @self: a lost record
 *
 * Returns: (transfer full): one line about it for a terminal or a list, by its technical names
 */
char *
piga_lost_record_to_line (const PigaLostRecord *self)
{
  g_autoptr (PigaRecordClass) klass = g_type_class_ref (self->kind);
  const PigaDay day = self->created_at != 0 ? piga_day_from_time (self->created_at) : PIGA_DAY_NONE;
  char iso[PIGA_DAY_ISO_LENGTH] = "?";

  if (self->id == NULL)
    /* Translators: %s is the technical name of a kind of record, such as “entry”. */
    return g_strdup_printf (_ ("Not read: some more of the kind “%s”"), klass->kind);
  if (day != PIGA_DAY_NONE)
    piga_day_to_iso (day, iso);
  return g_strdup_printf (self->is_partial
                            /* Translators: %1$s is the technical name of a kind of record, such
                               * as “entry”, %2$s its id, %3$s a day as 2026-03-14. */
                            ? _ ("Only a part was read: %1$s %2$s, made on %3$s")
                            /* Translators: %1$s is the technical name of a kind of record, such
                               * as “entry”, %2$s its id, %3$s a day as 2026-03-14. */
                            : _ ("Not read: %1$s %2$s, made on %3$s"),
                          klass->kind, self->id, iso);
}
