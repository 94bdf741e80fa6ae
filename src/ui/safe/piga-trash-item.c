/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-trash-item.h"

struct _PigaTrashItem
{
  GObject parent_instance;

  GObject *record;
  gboolean checked;
};

enum
{
  PROP_CHECKED = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaTrashItem, piga_trash_item, G_TYPE_OBJECT)

static void
piga_trash_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHECKED:
      g_value_set_boolean (value, PIGA_TRASH_ITEM (object)->checked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_trash_item_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHECKED:
      piga_trash_item_set_checked (PIGA_TRASH_ITEM (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_trash_item_dispose (GObject *object)
{
  g_clear_object (&PIGA_TRASH_ITEM (object)->record);

  G_OBJECT_CLASS (piga_trash_item_parent_class)->dispose (object);
}

static void
piga_trash_item_class_init (PigaTrashItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_trash_item_get_property;
  object_class->set_property = piga_trash_item_set_property;
  object_class->dispose = piga_trash_item_dispose;

  properties[PROP_CHECKED] =
    g_param_spec_boolean ("checked", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_trash_item_init (PigaTrashItem *self)
{
}

/**
 * piga_trash_item_new:
 * @record: a record in the trash
 *
 * Returns: (transfer full): its line, not checked
 */
PigaTrashItem *
piga_trash_item_new (gpointer record)
{
  PigaTrashItem *self = g_object_new (PIGA_TYPE_TRASH_ITEM, NULL);

  self->record = g_object_ref (record);
  return self;
}

/**
 * piga_trash_item_get_record:
 * @self: a line
 *
 * Returns: (transfer none): its record
 */
gpointer
piga_trash_item_get_record (PigaTrashItem *self)
{
  return self->record;
}

/**
 * piga_trash_item_is_checked:
 * @self: a line
 *
 * Returns: whether it is chosen
 */
gboolean
piga_trash_item_is_checked (PigaTrashItem *self)
{
  return self->checked;
}

/**
 * piga_trash_item_set_checked:
 * @self: a line
 * @checked: whether it is chosen
 */
void
piga_trash_item_set_checked (PigaTrashItem *self, gboolean checked)
{
  if (self->checked == checked)
    return;

  self->checked = checked;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHECKED]);
}
