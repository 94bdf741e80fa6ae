/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-search-hit.h"

struct _PigaSearchHit
{
  GObject parent_instance;

  GType record_type;
  char *id;
  char *link;
  char *title;
  char *excerpt;
  gint64 created_at;
};

G_DEFINE_FINAL_TYPE (PigaSearchHit, piga_search_hit, G_TYPE_OBJECT)

static void
piga_search_hit_finalize (GObject *object)
{
  PigaSearchHit *self = PIGA_SEARCH_HIT (object);

  g_free (self->id);
  g_free (self->link);
  g_free (self->title);
  g_free (self->excerpt);

  G_OBJECT_CLASS (piga_search_hit_parent_class)->finalize (object);
}

static void
piga_search_hit_class_init (PigaSearchHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = piga_search_hit_finalize;
}

static void
piga_search_hit_init (PigaSearchHit *self)
{
}

/**
 * piga_search_hit_new:
 * @record_type: the kind of the record
 * @id: its id
 * @link: the id of the record that it belongs to; empty for none
 * @created_at: when it was made
 * @title: (transfer full): what it is called
 * @excerpt: (transfer full): what stands around the words that were found
 *
 * Returns: (transfer full): a hit, which never changes
 */
PigaSearchHit *
piga_search_hit_new (GType record_type, const char *id, const char *link, gint64 created_at,
                     char *title, char *excerpt)
{
  PigaSearchHit *self = g_object_new (PIGA_TYPE_SEARCH_HIT, NULL);

  self->record_type = record_type;
  self->id = g_strdup (id);
  self->link = g_strdup (link);
  self->created_at = created_at;
  self->title = title;
  self->excerpt = excerpt;
  return self;
}

/**
 * piga_search_hit_get_record_type:
 * @self: a hit
 *
 * Returns: the kind of the record
 */
GType
piga_search_hit_get_record_type (PigaSearchHit *self)
{
  return self->record_type;
}

/**
 * piga_search_hit_get_id:
 * @self: a hit
 *
 * Returns: (transfer none): the id of the record
 */
const char *
piga_search_hit_get_id (PigaSearchHit *self)
{
  return self->id;
}

/**
 * piga_search_hit_get_link:
 * @self: a hit
 *
 * Returns: (transfer none): the id of the record that it belongs to, by the first link of its kind;
 *   empty for none
 */
const char *
piga_search_hit_get_link (PigaSearchHit *self)
{
  return self->link;
}

/**
 * piga_search_hit_get_title:
 * @self: a hit
 *
 * Returns: (transfer none): what the record is called: its title, or the first line of its text
 */
const char *
piga_search_hit_get_title (PigaSearchHit *self)
{
  return self->title;
}

/**
 * piga_search_hit_get_excerpt:
 * @self: a hit
 *
 * Returns: (transfer none): one line of what stands around the words that were found; may be empty
 */
const char *
piga_search_hit_get_excerpt (PigaSearchHit *self)
{
  return self->excerpt;
}

/**
 * piga_search_hit_get_created_at:
 * @self: a hit
 *
 * Returns: when the record was made, in microseconds since 1970, UTC
 */
gint64
piga_search_hit_get_created_at (PigaSearchHit *self)
{
  return self->created_at;
}
