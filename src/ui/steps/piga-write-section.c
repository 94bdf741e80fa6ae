/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-write-section.h"

#include <glib/gi18n-lib.h>

#include "guide/piga-guide.h"
#include "records/piga-entry-group.h"

struct _PigaWriteSection
{
  AdwBin parent_instance;

  GtkListBox *prompts;
  PigaEntryGroup *entries;

  PigaContext *context;
  guint step;
};

G_DEFINE_FINAL_TYPE (PigaWriteSection, piga_write_section, ADW_TYPE_BIN)

static GtkWidget *
make_write_button (PigaWriteSection *self, const PigaPrompt *prompt)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("button beside a question", "Write"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.write-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(us)", self->step, prompt->key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (prompt->text), -1);
  return button;
}

static void
add_prompt (PigaWriteSection *self, const PigaPrompt *prompt)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = make_write_button (self, prompt);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (prompt->text));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_list_box_append (self->prompts, row);
}

static void
add_prompts (PigaWriteSection *self)
{
  const PigaPrompt *prompts = piga_guide_get_step (self->step)->prompts;
  GtkWidget *free_row = adw_button_row_new ();

  for (guint i = 0; prompts[i].key != NULL; i++)
    add_prompt (self, &prompts[i]);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (free_row), _ ("Write About Something Else"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (free_row), "win.write-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (free_row), "(us)", self->step, "");
  gtk_list_box_append (self->prompts, free_row);
}

/* A step of the round shows what was written for that rejection, the others all there is. */
static void
show_entries (PigaWriteSection *self)
{
  PigaEntryFilter filter = { .step = self->step };

  if (piga_guide_get_step (self->step)->of_round)
    filter.round = piga_rounds_get_current_id (piga_context_get_rounds (self->context));
  piga_entry_group_show (self->entries, self->context, &filter);
}

static void
piga_write_section_dispose (GObject *object)
{
  PigaWriteSection *self = PIGA_WRITE_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_WRITE_SECTION);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_write_section_parent_class)->dispose (object);
}

static void
piga_write_section_class_init (PigaWriteSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_write_section_dispose;

  g_type_ensure (PIGA_TYPE_ENTRY_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-write-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaWriteSection, prompts);
  gtk_widget_class_bind_template_child (widget_class, PigaWriteSection, entries);
}

static void
piga_write_section_init (PigaWriteSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_write_section_set_step:
 * @self: the section
 * @context: the context
 * @step: the number of the step that is written about; set once
 */
void
piga_write_section_set_step (PigaWriteSection *self, PigaContext *context, guint step)
{
  self->context = g_object_ref (context);
  self->step = step;
  add_prompts (self);
  g_signal_connect_object (piga_context_get_rounds (context), "notify::current",
                           G_CALLBACK (show_entries), self, G_CONNECT_SWAPPED);
  show_entries (self);
}
