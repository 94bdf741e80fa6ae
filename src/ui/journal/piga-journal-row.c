/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the journal in a list: title, day and step, and a face for the mood. Two lines
 * and an image of fixed height, without markup, wrapping or a template: hundreds of them pass in a
 * second when ten years are scrolled through. */

#include "piga-journal-row.h"

#include <glib/gi18n-lib.h>

#include "piga-calendar.h"
#include "piga-mood-chooser.h"
#include "piga-step-chooser.h"

/* How long a line would like to be; it is as long as the list lets it. */
#define NATURAL_CHARS 24

struct _PigaJournalRow
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *facts;
  GtkWidget *mood;

  PigaClock *clock;
  GSignalGroup *line_signals;
  guint updating;
};

enum
{
  PROP_DESCRIPTION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaJournalRow, piga_journal_row, GTK_TYPE_WIDGET)

static PigaEntryLine *
dup_line (PigaJournalRow *self)
{
  return g_signal_group_dup_target (self->line_signals);
}

static const char *
get_title (PigaEntryLine *line)
{
  const char *title = piga_entry_line_get_title (line);

  return title == NULL || title[0] == '\0' ? _("No words yet") : title;
}

static char *
dup_facts (PigaJournalRow *self, PigaEntryLine *line)
{
  const PigaDay day = piga_day_from_time (piga_entry_line_get_created_at (line));
  g_autofree char *when = piga_calendar_relative (day, piga_clock_get_today (self->clock));
  g_autofree char *step = NULL;

  if (piga_entry_line_get_step (line) == 0)
    return g_steal_pointer (&when);

  step = piga_step_chooser_dup_name (piga_entry_line_get_step (line));
  /* Translators: %1$s is a day, such as “Yesterday”; %2$s is a step, such as “Step 3”. */
  return g_strdup_printf (C_("journal", "%1$s · %2$s"), when, step);
}

static char *
dup_description (PigaJournalRow *self)
{
  g_autoptr (PigaEntryLine) line = dup_line (self);
  g_autofree char *facts = NULL;
  PigaMood mood;

  if (line == NULL || !piga_entry_line_is_loaded (line))
    return NULL;

  facts = dup_facts (self, line);
  mood = piga_entry_line_get_mood (line);
  if (mood == PIGA_MOOD_UNSAID)
    /* Translators: read aloud. %1$s is the title of an entry, %2$s its day and step. */
    return g_strdup_printf (_("%1$s, %2$s"), get_title (line), facts);
  /* Translators: read aloud. %1$s is the title of an entry, %2$s its day and step, %3$s the mood.
   */
  return g_strdup_printf (_("%1$s, %2$s, mood: %3$s"), get_title (line), facts,
                          piga_mood_get_label (mood));
}

static void
update (PigaJournalRow *self)
{
  g_autoptr (PigaEntryLine) line = dup_line (self);
  g_autofree char *facts = NULL;
  PigaMood mood;

  if (line == NULL || !piga_entry_line_is_loaded (line))
    return;

  facts = dup_facts (self, line);
  mood = piga_entry_line_get_mood (line);
  gtk_inscription_set_text (GTK_INSCRIPTION (self->title), get_title (line));
  gtk_inscription_set_text (GTK_INSCRIPTION (self->facts), facts);
  gtk_widget_set_visible (self->mood, mood != PIGA_MOOD_UNSAID);
  if (mood != PIGA_MOOD_UNSAID)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->mood), piga_mood_get_icon_name (mood));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

static void
update_cb (gpointer user_data)
{
  PigaJournalRow *self = user_data;

  self->updating = 0;
  update (self);
}

/* A line that has been read tells of each of its properties. */
static void
queue_update (PigaJournalRow *self)
{
  if (self->updating == 0)
    {
      self->updating = g_idle_add_once (update_cb, self);
      g_source_set_priority (g_main_context_find_source_by_id (NULL, self->updating),
                             G_PRIORITY_DEFAULT);
    }
}

/* While a line is not read yet, as when ten years fly past, the row stays blank. */
static void
bind_cb (PigaJournalRow *self, PigaEntryLine *line)
{
  if (piga_entry_line_is_loaded (line))
    {
      update (self);
      return;
    }

  gtk_inscription_set_text (GTK_INSCRIPTION (self->title), "");
  gtk_inscription_set_text (GTK_INSCRIPTION (self->facts), "");
  gtk_widget_set_visible (self->mood, FALSE);
}

/* Not a label: an inscription has the size of its line, whatever the text, so that no row is
 * measured again for a new text, and only the rows in sight lay theirs out. */
static GtkWidget *
create_line (GtkWidget *parent)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (line), NATURAL_CHARS);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (parent), line);
  return line;
}

static void
piga_journal_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DESCRIPTION:
      g_value_take_string (value, dup_description (PIGA_JOURNAL_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_journal_row_dispose (GObject *object)
{
  PigaJournalRow *self = PIGA_JOURNAL_ROW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->updating, g_source_remove);
  g_clear_object (&self->line_signals);
  g_clear_object (&self->clock);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (piga_journal_row_parent_class)->dispose (object);
}

static void
piga_journal_row_class_init (PigaJournalRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_journal_row_get_property;
  object_class->dispose = piga_journal_row_dispose;

  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "journal-row");
}

static void
piga_journal_row_init (PigaJournalRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_parent (lines, GTK_WIDGET (self));
  self->title = create_line (lines);
  self->facts = create_line (lines);
  gtk_widget_add_css_class (self->facts, "caption");
  gtk_widget_add_css_class (self->facts, "dimmed");

  self->mood = gtk_image_new ();
  gtk_widget_add_css_class (self->mood, "dimmed");
  gtk_widget_set_parent (self->mood, GTK_WIDGET (self));

  self->line_signals = g_signal_group_new (PIGA_TYPE_ENTRY_LINE);
  g_signal_group_connect_swapped (self->line_signals, "notify", G_CALLBACK (queue_update), self);
  g_signal_connect_object (self->line_signals, "bind", G_CALLBACK (bind_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * piga_journal_row_new:
 * @clock: the clock
 *
 * Returns: (transfer floating): a row for no entry yet
 */
GtkWidget *
piga_journal_row_new (PigaClock *clock)
{
  PigaJournalRow *self = g_object_new (PIGA_TYPE_JOURNAL_ROW, NULL);

  self->clock = g_object_ref (clock);
  g_signal_connect_object (clock, "notify::today", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * piga_journal_row_set_line:
 * @self: the row
 * @line: (nullable): the line to show
 */
void
piga_journal_row_set_line (PigaJournalRow *self, PigaEntryLine *line)
{
  g_signal_group_set_target (self->line_signals, line);
}
