/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the line is made of may not have been read yet when the row is first shown, and comes in
 * pieces: the line is made anew once for all that changed at a time, and not where nothing did: for
 * some tools all that was ever noted is gone through. */

#include "config.h"

#include "piga-tool-row.h"

#include <glib/gi18n-lib.h>

#include "records/piga-feedback-request.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"
#include "shell/piga-tools.h"

struct _PigaToolRow
{
  AdwActionRow parent_instance;

  PigaContext *context;
  const PigaTool *tool;
  char *id;
  guint update_id;
  gboolean is_stale;
};

G_DEFINE_FINAL_TYPE (PigaToolRow, piga_tool_row, ADW_TYPE_ACTION_ROW)

static void
update (PigaToolRow *self)
{
  g_autofree char *line =
    self->tool->describe != NULL ? self->tool->describe (self->context, self->id) : NULL;

  self->is_stale = FALSE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), line != NULL ? line : _ (self->tool->about));
}

static gboolean
update_cb (gpointer user_data)
{
  PigaToolRow *self = user_data;

  self->update_id = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* A row that nobody sees has time until it is shown; and one that is seen until the lists, which
 * come in slices, are there as a whole. */
static void
changed_cb (PigaToolRow *self)
{
  self->is_stale = TRUE;
  if (self->update_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static void
piga_tool_row_map (GtkWidget *widget)
{
  if (PIGA_TOOL_ROW (widget)->is_stale)
    update (PIGA_TOOL_ROW (widget));

  GTK_WIDGET_CLASS (piga_tool_row_parent_class)->map (widget);
}

static void
piga_tool_row_activate (AdwActionRow *row)
{
  PigaToolRow *self = PIGA_TOOL_ROW (row);

  gtk_widget_activate_action (GTK_WIDGET (self), "room.open-tool", "(ss)", self->tool->name,
                              self->id);
}

static void
piga_tool_row_dispose (GObject *object)
{
  g_clear_handle_id (&PIGA_TOOL_ROW (object)->update_id, g_source_remove);

  G_OBJECT_CLASS (piga_tool_row_parent_class)->dispose (object);
}

static void
piga_tool_row_finalize (GObject *object)
{
  PigaToolRow *self = PIGA_TOOL_ROW (object);

  g_clear_object (&self->context);
  g_free (self->id);

  G_OBJECT_CLASS (piga_tool_row_parent_class)->finalize (object);
}

static void
piga_tool_row_class_init (PigaToolRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_tool_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = piga_tool_row_finalize;
  GTK_WIDGET_CLASS (klass)->map = piga_tool_row_map;
  ADW_ACTION_ROW_CLASS (klass)->activate = piga_tool_row_activate;
}

static void
piga_tool_row_init (PigaToolRow *self)
{
  self->is_stale = TRUE;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
}

static void
follow (PigaToolRow *self)
{
  GType (*const kinds[]) (void) = { piga_job_application_get_type, piga_interview_get_type,
                                    piga_question_get_type, piga_remark_get_type,
                                    piga_feedback_request_get_type };
  PigaStore *store = piga_context_get_store (self->context);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_signal_connect_object (piga_store_list (store, kinds[i]()), "items-changed",
                             G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (self->context), "notify::today",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * piga_tool_row_new:
 * @context: the context
 * @tool: the name of a tool
 * @id: the id of the record that it is about, empty for none
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
piga_tool_row_new (PigaContext *context, const char *tool, const char *id)
{
  PigaToolRow *self = g_object_new (PIGA_TYPE_TOOL_ROW, NULL);

  self->context = g_object_ref (context);
  self->tool = piga_tools_find (tool);
  self->id = g_strdup (id);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ (self->tool->title));
  follow (self);
  return GTK_WIDGET (self);
}

/**
 * piga_tool_row_set_id:
 * @self: the row
 * @id: the id of the record that it is about from now on, empty for none
 */
void
piga_tool_row_set_id (PigaToolRow *self, const char *id)
{
  if (g_set_str (&self->id, id))
    update (self);
}
