/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_DAMAGED_VALUE (piga_damaged_value_get_type ())

G_DECLARE_FINAL_TYPE (PigaDamagedValue, piga_damaged_value, PIGA, DAMAGED_VALUE, PigaRecord)

/* The fields, in the order of their declaration. */
enum
{
  PIGA_DAMAGED_VALUE_OF_KIND,
  PIGA_DAMAGED_VALUE_OF_RECORD,
  PIGA_DAMAGED_VALUE_OF_FIELD,
  PIGA_DAMAGED_VALUE_PART,
  PIGA_DAMAGED_VALUE_BYTES,
};

/* How many bytes one record holds: in base64 they are as long as a text may be. */
#define PIGA_DAMAGED_VALUE_MOST_BYTES (12 * 1024 * 1024)

PigaDamagedValue *piga_damaged_value_new (gpointer record, const char *field, guint part,
                                          const guint8 *bytes, gsize length);
GBytes *piga_damaged_value_get_bytes (PigaDamagedValue *self);

G_END_DECLS
