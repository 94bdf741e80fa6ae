/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tools that are about an interview need one: where none is logged, a row asks for it instead. */

#include "config.h"

#include "piga-tool-section.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-tool-row.h"
#include "shell/piga-tools.h"

typedef struct
{
  guint step;
  const char *tool;
  gboolean of_round; /* about the interview of the round */
} Place;

#define STEP_OF_APPLICATIONS 9

static const Place places[] = {
  { 2, "feedback-desk", TRUE },
  { 2, "feedback-sorter", TRUE },
  { 3, "debrief", TRUE },
  { 3, "patterns", FALSE },
};

struct _PigaToolSection
{
  AdwPreferencesGroup parent_instance;

  PigaContext *context;
  PigaRounds *rounds;
  GPtrArray *round_rows; /* not references */
  GtkWidget *log_row;    /* NULL where no tool is about an interview */
};

G_DEFINE_FINAL_TYPE (PigaToolSection, piga_tool_section, ADW_TYPE_PREFERENCES_GROUP)

static void
show_round (PigaToolSection *self)
{
  const char *round = piga_rounds_get_current_id (self->rounds);

  for (guint i = 0; i < self->round_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->round_rows, i);

      gtk_widget_set_visible (row, round[0] != '\0');
      piga_tool_row_set_id (PIGA_TOOL_ROW (row), round);
    }
  if (self->log_row != NULL)
    gtk_widget_set_visible (self->log_row, round[0] == '\0');
}

static void
add_log_row (PigaToolSection *self)
{
  self->log_row = adw_button_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->log_row),
                                 _ ("Tell Us About the Interview"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->log_row), "win.log-rejection");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->log_row), "s", "");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->log_row);
}

/* The log of the applications is a room of its own. */
static void
add_applications_row (PigaToolSection *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Applications"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row),
                               _ ("What you sent, what came of it, and when to follow up"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (row), "win.show-page::applications");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
add_tool (PigaToolSection *self, const Place *place)
{
  GtkWidget *row = piga_tool_row_new (self->context, place->tool, "");

  if (place->of_round)
    g_ptr_array_add (self->round_rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static void
piga_tool_section_dispose (GObject *object)
{
  PigaToolSection *self = PIGA_TOOL_SECTION (object);

  g_clear_pointer (&self->round_rows, g_ptr_array_unref);
  g_clear_object (&self->rounds);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_tool_section_parent_class)->dispose (object);
}

static void
piga_tool_section_class_init (PigaToolSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_tool_section_dispose;
}

static void
piga_tool_section_init (PigaToolSection *self)
{
  self->round_rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), C_ ("heading of a step", "Tools"));
}

/**
 * piga_tool_section_set_step:
 * @self: the section
 * @context: the context
 * @step: the number of the step whose tools it shows; set once
 */
void
piga_tool_section_set_step (PigaToolSection *self, PigaContext *context, guint step)
{
  gboolean has_tools = step == STEP_OF_APPLICATIONS;

  self->context = g_object_ref (context);
  self->rounds = g_object_ref (piga_context_get_rounds (context));
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (places[i].step == step && piga_tools_find (places[i].tool) != NULL)
      {
        add_tool (self, &places[i]);
        has_tools = TRUE;
      }
  if (self->round_rows->len > 0)
    add_log_row (self);
  if (step == STEP_OF_APPLICATIONS)
    add_applications_row (self);
  gtk_widget_set_visible (GTK_WIDGET (self), has_tools);
  g_signal_connect_object (self->rounds, "notify::current", G_CALLBACK (show_round), self,
                           G_CONNECT_SWAPPED);
  show_round (self);
}
