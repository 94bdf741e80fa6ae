/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-write-section.h"

#include <glib/gi18n-lib.h>

#include "guide/piga-guide.h"
#include "piga-calendar.h"
#include "piga-entry-list.h"

/* The journal has them all; here the newest few are enough. */
#define MOST_ENTRIES 5

struct _PigaWriteSection
{
  AdwBin parent_instance;

  GtkListBox *prompts;
  GtkWidget *entries_group;
  GtkListBox *entries;

  PigaContext *context;
  PigaEntryList *entry_list;
  GListModel *newest;
  guint step;
};

G_DEFINE_FINAL_TYPE (PigaWriteSection, piga_write_section, ADW_TYPE_BIN)

static GtkWidget *
make_write_button (PigaWriteSection *self, const PigaPrompt *prompt)
{
  GtkWidget *button = gtk_button_new_with_label (C_("button beside a question", "Write"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.write-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(us)", self->step, prompt->key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _(prompt->text), -1);
  return button;
}

static void
add_prompt (PigaWriteSection *self, const PigaPrompt *prompt)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = make_write_button (self, prompt);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(prompt->text));
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

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (free_row), _("Write About Something Else"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (free_row), "win.write-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (free_row), "(us)", self->step, "");
  gtk_list_box_append (self->prompts, free_row);
}

static gboolean
loaded_to_subtitle (GBinding *binding, const GValue *loaded, GValue *subtitle, gpointer user_data)
{
  PigaWriteSection *self = user_data;
  g_autoptr (PigaEntryLine) line = PIGA_ENTRY_LINE (g_binding_dup_source (binding));
  const PigaDay day = piga_day_from_time (piga_entry_line_get_created_at (line));

  g_value_take_string (subtitle, piga_calendar_date_near (
                                   day, piga_clock_get_today (
                                          piga_context_get_clock (self->context))));
  return TRUE;
}

static GtkWidget *
make_entry_row (gpointer item, gpointer user_data)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_object_bind_property (item, "title", row, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property_full (item, "loaded", row, "subtitle", G_BINDING_SYNC_CREATE,
                               loaded_to_subtitle, NULL, user_data, NULL);
  return row;
}

static void
entry_activated_cb (PigaWriteSection *self, GtkListBoxRow *row)
{
  g_autoptr (PigaEntryLine) line =
    g_list_model_get_item (self->newest, (guint) gtk_list_box_row_get_index (row));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-entry", "(ss)",
                              piga_entry_line_get_id (line), "");
}

static void
show_entries_group (PigaWriteSection *self)
{
  gtk_widget_set_visible (self->entries_group, g_list_model_get_n_items (self->newest) > 0);
}

/* A step of the round shows what was written for that rejection, the others all there is. */
static PigaEntryFilter
make_filter (PigaWriteSection *self)
{
  PigaEntryFilter filter = { .step = self->step };

  if (piga_guide_get_step (self->step)->of_round)
    filter.round = piga_rounds_get_current_id (piga_context_get_rounds (self->context));
  return filter;
}

static void
show_round (PigaWriteSection *self)
{
  const PigaEntryFilter filter = make_filter (self);

  piga_entry_list_set_filter (self->entry_list, &filter);
}

static void
piga_write_section_dispose (GObject *object)
{
  PigaWriteSection *self = PIGA_WRITE_SECTION (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_WRITE_SECTION);
  g_clear_object (&self->newest);
  g_clear_object (&self->entry_list);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_write_section_parent_class)->dispose (object);
}

static void
piga_write_section_class_init (PigaWriteSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_write_section_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-write-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaWriteSection, prompts);
  gtk_widget_class_bind_template_child (widget_class, PigaWriteSection, entries_group);
  gtk_widget_class_bind_template_child (widget_class, PigaWriteSection, entries);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
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
  PigaRounds *rounds = piga_context_get_rounds (context);
  PigaEntryFilter filter;

  self->context = g_object_ref (context);
  self->step = step;
  add_prompts (self);
  filter = make_filter (self);
  self->entry_list = piga_entry_list_new (piga_context_get_store (context), &filter);
  self->newest = G_LIST_MODEL (
    gtk_slice_list_model_new (G_LIST_MODEL (g_object_ref (self->entry_list)), 0, MOST_ENTRIES));
  g_signal_connect_object (rounds, "notify::current", G_CALLBACK (show_round), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->entries, self->newest, make_entry_row, self, NULL);
  g_signal_connect_object (self->newest, "items-changed", G_CALLBACK (show_entries_group), self,
                           G_CONNECT_SWAPPED);
  show_entries_group (self);
}
