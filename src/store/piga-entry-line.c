/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-entry-line.h"

#include "piga-excerpt.h"
#include "records/piga-entry.h"

struct _PigaEntryLine
{
  GObject parent_instance;

  PigaEntrySummary *summary;
  gint64 created_at;
};

enum
{
  PROP_ID = 1,
  PROP_CREATED_AT,
  PROP_TITLE,
  PROP_EXCERPT,
  PROP_STEP,
  PROP_MOOD,
  PROP_LOADED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaEntryLine, piga_entry_line, G_TYPE_OBJECT)

static void
piga_entry_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaEntryLine *self = PIGA_ENTRY_LINE (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, piga_entry_line_get_id (self));
      break;
    case PROP_CREATED_AT:
      g_value_set_int64 (value, piga_entry_line_get_created_at (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, piga_entry_line_get_title (self));
      break;
    case PROP_EXCERPT:
      g_value_set_string (value, piga_entry_line_get_excerpt (self));
      break;
    case PROP_STEP:
      g_value_set_uint (value, piga_entry_line_get_step (self));
      break;
    case PROP_MOOD:
      g_value_set_uint (value, piga_entry_line_get_mood (self));
      break;
    case PROP_LOADED:
      g_value_set_boolean (value, piga_entry_line_is_loaded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_entry_line_finalize (GObject *object)
{
  PigaEntryLine *self = PIGA_ENTRY_LINE (object);

  g_clear_pointer (&self->summary, piga_entry_summary_free);

  G_OBJECT_CLASS (piga_entry_line_parent_class)->finalize (object);
}

static void
piga_entry_line_class_init (PigaEntryLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = piga_entry_line_get_property;
  object_class->finalize = piga_entry_line_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_CREATED_AT] =
    g_param_spec_int64 ("created-at", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_EXCERPT] = g_param_spec_string ("excerpt", NULL, NULL, "", flags);
  properties[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MOOD] = g_param_spec_uint ("mood", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_LOADED] = g_param_spec_boolean ("loaded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_entry_line_init (PigaEntryLine *self)
{
}

/**
 * piga_entry_summary_new_for_record:
 * @entry: an entry
 *
 * Returns: (transfer full): what its line shows
 */
PigaEntrySummary *
piga_entry_summary_new_for_record (gpointer entry)
{
  PigaEntrySummary *self = g_new0 (PigaEntrySummary, 1);

  self->id = g_strdup (piga_record_get_id (entry));
  self->created_at = piga_record_get_created_at (entry);
  self->step = (guint) piga_record_get_integer (entry, PIGA_ENTRY_STEP);
  self->mood = (guint) piga_record_get_integer (entry, PIGA_ENTRY_MOOD);
  piga_excerpt_make (piga_record_get_text (entry, PIGA_ENTRY_TITLE),
                     piga_record_get_text (entry, PIGA_ENTRY_BODY), &self->title, &self->excerpt);
  return self;
}

/**
 * piga_entry_summary_free:
 * @self: (transfer full): a summary
 */
void
piga_entry_summary_free (PigaEntrySummary *self)
{
  g_free (self->id);
  g_free (self->title);
  g_free (self->excerpt);
  g_free (self);
}

/**
 * piga_entry_line_new:
 * @created_at: about when the entry was made, in microseconds since 1970
 *
 * Returns: (transfer full): a line of which nothing else is known yet
 */
PigaEntryLine *
piga_entry_line_new (gint64 created_at)
{
  PigaEntryLine *self = g_object_new (PIGA_TYPE_ENTRY_LINE, NULL);

  self->created_at = created_at;
  return self;
}

/**
 * piga_entry_line_show:
 * @self: a line
 * @summary: (transfer full): what it shows from now on
 *
 * Notifies what has changed.
 */
void
piga_entry_line_show (PigaEntryLine *self, PigaEntrySummary *summary)
{
  PigaEntrySummary *before = self->summary;
  GObject *object = G_OBJECT (self);

  g_object_freeze_notify (object);
  self->summary = summary;
  if (self->created_at != summary->created_at)
    g_object_notify_by_pspec (object, properties[PROP_CREATED_AT]);
  self->created_at = summary->created_at;
  if (before == NULL || !g_str_equal (before->title, summary->title))
    g_object_notify_by_pspec (object, properties[PROP_TITLE]);
  if (before == NULL || !g_str_equal (before->excerpt, summary->excerpt))
    g_object_notify_by_pspec (object, properties[PROP_EXCERPT]);
  if (before == NULL || before->step != summary->step)
    g_object_notify_by_pspec (object, properties[PROP_STEP]);
  if (before == NULL || before->mood != summary->mood)
    g_object_notify_by_pspec (object, properties[PROP_MOOD]);
  if (before == NULL)
    {
      g_object_notify_by_pspec (object, properties[PROP_ID]);
      g_object_notify_by_pspec (object, properties[PROP_LOADED]);
    }
  g_object_thaw_notify (object);
  g_clear_pointer (&before, piga_entry_summary_free);
}

/**
 * piga_entry_line_get_id:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the id of the entry, %NULL until it is loaded
 */
const char *
piga_entry_line_get_id (PigaEntryLine *self)
{
  return self->summary != NULL ? self->summary->id : NULL;
}

/**
 * piga_entry_line_get_created_at:
 * @self: a line
 *
 * Returns: when the entry was made, in microseconds since 1970, UTC; until it is loaded, to the
 *   millisecond
 */
gint64
piga_entry_line_get_created_at (PigaEntryLine *self)
{
  return self->created_at;
}

/**
 * piga_entry_line_get_title:
 * @self: a line
 *
 * Returns: (transfer none): the title of the entry, or its first line; may be empty
 */
const char *
piga_entry_line_get_title (PigaEntryLine *self)
{
  return self->summary != NULL ? self->summary->title : "";
}

/**
 * piga_entry_line_get_excerpt:
 * @self: a line
 *
 * Returns: (transfer none): the start of the text after the title, on one line; may be empty
 */
const char *
piga_entry_line_get_excerpt (PigaEntryLine *self)
{
  return self->summary != NULL ? self->summary->excerpt : "";
}

/**
 * piga_entry_line_get_step:
 * @self: a line
 *
 * Returns: the step that the entry belongs to, or 0
 */
guint
piga_entry_line_get_step (PigaEntryLine *self)
{
  return self->summary != NULL ? self->summary->step : 0;
}

/**
 * piga_entry_line_get_mood:
 * @self: a line
 *
 * Returns: the mood of the entry, a #PigaMood
 */
guint
piga_entry_line_get_mood (PigaEntryLine *self)
{
  return self->summary != NULL ? self->summary->mood : PIGA_MOOD_UNSAID;
}

/**
 * piga_entry_line_is_loaded:
 * @self: a line
 *
 * Returns: whether it has been read
 */
gboolean
piga_entry_line_is_loaded (PigaEntryLine *self)
{
  return self->summary != NULL;
}
