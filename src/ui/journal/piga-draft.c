/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry while it is being written, and its way to the disk.
 *
 * A draft binds one entry to the buffers it is written in, for life. The editor shows another
 * entry by taking another draft, never by filling these buffers with another text, so that no
 * save, however late, can put a text into the wrong entry.
 *
 * The first change arms a timer and later ones do not push it back: nothing typed waits longer
 * than the delay, however long the person types. The text is taken from the buffer when the timer
 * fires and not at each key. An entry that the disk has never seen does not wait for the timer.
 * What was typed counts as unsaved until the store says that it is on the disk; after a failure
 * the store tries again by itself, also when the draft has gone, as the text is the entry's by
 * then. */

#include "piga-draft.h"

#define DELAY_MS 1000

struct _PigaDraft
{
  GObject parent_instance;

  PigaStore *store;
  PigaEntry *entry;
  GtkEntryBuffer *title;
  PigaBodyBuffer *body;
  GError *error;

  PigaDraftState state;
  guint timer;
  gboolean is_kept; /* the store has been given the entry */
  gboolean changed; /* the buffers hold something that the entry does not */
  gboolean filling; /* the buffers are being given what the entry holds */
  gboolean taking;  /* the entry is being given what the buffers hold */
  gboolean abandoned;
};

enum
{
  PROP_STATE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaDraft, piga_draft, G_TYPE_OBJECT)

static gboolean
is_unsaved (PigaDraft *self)
{
  return self->changed || piga_record_is_dirty (self->entry);
}

static PigaDraftState
find_state (PigaDraft *self)
{
  if (!self->is_kept && self->timer == 0)
    return PIGA_DRAFT_BLANK;
  if (!is_unsaved (self))
    return PIGA_DRAFT_SAVED;
  return self->error != NULL ? PIGA_DRAFT_FAILED : PIGA_DRAFT_SAVING;
}

static void
update_state (PigaDraft *self)
{
  const PigaDraftState state = find_state (self);

  if (self->state == state)
    return;

  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* The store may have succeeded by itself after a failure. */
static void
dirty_cb (PigaDraft *self)
{
  if (!piga_record_is_dirty (self->entry))
    g_clear_error (&self->error);
  update_state (self);
}

/* A title is one line, whatever was pasted into it. */
static char *
dup_title (PigaDraft *self)
{
  return g_strdelimit (g_strdup (gtk_entry_buffer_get_text (self->title)), "\n\r\t", ' ');
}

static char *
dup_body (PigaDraft *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->body);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

static void
fill_entry (PigaDraft *self)
{
  g_autofree char *title = dup_title (self);
  g_autofree char *body = dup_body (self);

  piga_record_set_text (self->entry, PIGA_ENTRY_TITLE, title);
  piga_record_set_text (self->entry, PIGA_ENTRY_BODY, body);
}

static void
take_buffers (PigaDraft *self)
{
  self->taking = TRUE;
  piga_body_buffer_finish_paste (self->body);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->changed)
    {
      self->changed = FALSE;
      fill_entry (self);
    }
  self->taking = FALSE;
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaDraft) self = user_data;

  g_clear_error (&self->error);
  piga_store_save_finish (PIGA_STORE (source), result, &self->error);
  update_state (self);
}

static void
save (PigaDraft *self)
{
  take_buffers (self);
  if (!is_unsaved (self))
    {
      update_state (self);
      return;
    }

  self->is_kept = TRUE;
  piga_store_save_async (self->store, self->entry, NULL, saved_cb, g_object_ref (self));
}

/* Something waits for the timer, or was refused and is worth another try. */
static gboolean
has_to_save (PigaDraft *self)
{
  return self->timer != 0 || self->state == PIGA_DRAFT_FAILED;
}

static void
timer_cb (gpointer user_data)
{
  PigaDraft *self = user_data;

  self->timer = 0;
  save (self);
}

/* A large paste is given the time to come in slice by slice. */
static guint
get_delay (PigaDraft *self)
{
  return self->is_kept || piga_body_buffer_is_pasting (self->body) ? DELAY_MS : 0;
}

static void
note_change (PigaDraft *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add_once (get_delay (self), timer_cb, self);
  update_state (self);
}

static void
buffers_changed_cb (PigaDraft *self)
{
  if (self->filling || self->abandoned)
    return;

  self->changed = TRUE;
  note_change (self);
}

/* A book is saved before the view lays it out, which holds up everything else for long where it is
 * one line. */
static void
pasted_cb (PigaDraft *self)
{
  if (!self->taking && piga_body_buffer_is_long (self->body))
    piga_draft_flush (self);
}

static void
fill_body (PigaDraft *self)
{
  const char *text = piga_record_get_text (self->entry, PIGA_ENTRY_BODY);
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->body);
  GtkTextIter start;

  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);
}

/* The entry was changed from elsewhere, by an import for example. What is typed here wins. */
static void
entry_changed_cb (PigaDraft *self)
{
  if (self->taking || self->changed)
    return;

  self->filling = TRUE;
  gtk_entry_buffer_set_text (self->title, piga_record_get_text (self->entry, PIGA_ENTRY_TITLE), -1);
  fill_body (self);
  self->filling = FALSE;
}

static void
piga_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_STATE:
      g_value_set_uint (value, PIGA_DRAFT (object)->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_draft_dispose (GObject *object)
{
  PigaDraft *self = PIGA_DRAFT (object);

  if (has_to_save (self))
    {
      take_buffers (self);
      piga_store_save_async (self->store, self->entry, NULL, NULL, NULL);
    }
  g_clear_object (&self->title);
  g_clear_object (&self->body);
  g_clear_object (&self->entry);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (piga_draft_parent_class)->dispose (object);
}

static void
piga_draft_finalize (GObject *object)
{
  g_clear_error (&PIGA_DRAFT (object)->error);

  G_OBJECT_CLASS (piga_draft_parent_class)->finalize (object);
}

static void
piga_draft_class_init (PigaDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_draft_get_property;
  object_class->dispose = piga_draft_dispose;
  object_class->finalize = piga_draft_finalize;

  properties[PROP_STATE] =
    g_param_spec_uint ("state", NULL, NULL, PIGA_DRAFT_BLANK, PIGA_DRAFT_FAILED, PIGA_DRAFT_BLANK,
                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_draft_init (PigaDraft *self)
{
  self->title = gtk_entry_buffer_new (NULL, -1);
  self->body = piga_body_buffer_new ();

  g_signal_connect_object (self->title, "notify::text", G_CALLBACK (buffers_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->body, "changed", G_CALLBACK (buffers_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->body, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
}

/**
 * piga_draft_new:
 * @store: the store
 * @entry: the entry that is written, new or from the store
 *
 * Returns: (transfer full): a draft of @entry
 */
PigaDraft *
piga_draft_new (PigaStore *store, PigaEntry *entry)
{
  PigaDraft *self = g_object_new (PIGA_TYPE_DRAFT, NULL);

  self->store = g_object_ref (store);
  self->entry = g_object_ref (entry);
  self->is_kept = piga_record_get_revision (entry) > 0;
  entry_changed_cb (self);
  self->state = find_state (self);

  g_signal_connect_object (entry, "notify::title", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::body", G_CALLBACK (entry_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "notify::dirty", G_CALLBACK (dirty_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * piga_draft_get_entry:
 * @self: the draft
 *
 * Returns: (transfer none): the entry; its title and text are those of the last save
 */
PigaEntry *
piga_draft_get_entry (PigaDraft *self)
{
  return self->entry;
}

/**
 * piga_draft_get_title:
 * @self: the draft
 *
 * Returns: (transfer none): the buffer in which the title is written
 */
GtkEntryBuffer *
piga_draft_get_title (PigaDraft *self)
{
  return self->title;
}

/**
 * piga_draft_get_body:
 * @self: the draft
 *
 * Returns: (transfer none): the buffer in which the text is written
 */
PigaBodyBuffer *
piga_draft_get_body (PigaDraft *self)
{
  return self->body;
}

/**
 * piga_draft_get_state:
 * @self: the draft
 *
 * Returns: where what was typed stands on its way to the disk
 */
PigaDraftState
piga_draft_get_state (PigaDraft *self)
{
  return self->state;
}

/**
 * piga_draft_get_error:
 * @self: the draft
 *
 * Returns: (transfer none) (nullable): why the last save failed, in %PIGA_DRAFT_FAILED
 */
const GError *
piga_draft_get_error (PigaDraft *self)
{
  return self->error;
}

/**
 * piga_draft_set_step:
 * @self: the draft
 * @step: 1 to 12, or 0 for none
 *
 * Ties the entry to a step.
 */
void
piga_draft_set_step (PigaDraft *self, guint step)
{
  if (self->abandoned || piga_record_get_integer (self->entry, PIGA_ENTRY_STEP) == step)
    return;

  piga_record_set_integer (self->entry, PIGA_ENTRY_STEP, step);
  note_change (self);
}

/**
 * piga_draft_set_mood:
 * @self: the draft
 * @mood: the mood
 *
 * Says how the person feels.
 */
void
piga_draft_set_mood (PigaDraft *self, PigaMood mood)
{
  if (self->abandoned || piga_record_get_integer (self->entry, PIGA_ENTRY_MOOD) == mood)
    return;

  piga_record_set_integer (self->entry, PIGA_ENTRY_MOOD, mood);
  note_change (self);
}

/**
 * piga_draft_flush:
 * @self: the draft
 *
 * Hands everything typed to the store now, without waiting for the timer or for the answer. A draft
 * that is let go of does so by itself.
 */
void
piga_draft_flush (PigaDraft *self)
{
  if (has_to_save (self))
    save (self);
}

/**
 * piga_draft_abandon:
 * @self: the draft
 *
 * Hands everything typed to the store and takes no more: the entry goes to the trash as it is now.
 */
void
piga_draft_abandon (PigaDraft *self)
{
  piga_draft_flush (self);
  self->abandoned = TRUE;
}
