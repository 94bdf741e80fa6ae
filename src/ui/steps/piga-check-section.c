/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-check-section.h"

#include <glib/gi18n-lib.h>

#include "guide/piga-guide.h"
#include "kit/piga-entry-name.h"
#include "kit/piga-toast.h"
#include "piga-check-row.h"
#include "piga-error.h"
#include "records/piga-step-tally.h"

struct _PigaCheckSection
{
  AdwPreferencesGroup parent_instance;

  GtkListBox *list;
  GtkLabel *count;
  GtkEditable *entry;

  PigaStore *store;
  PigaStepTally *tally;
  PigaRounds *rounds;
  GListModel *records;     /* every check there is */
  GtkFilterListModel *own; /* the person's own, of this step */
  guint step;
  guint n_guide_rows;
};

G_DEFINE_FINAL_TYPE (PigaCheckSection, piga_check_section, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
is_of_step_and_round (PigaCheckSection *self, PigaStepCheck *record)
{
  return piga_record_get_integer (record, PIGA_STEP_CHECK_STEP) == self->step
         && g_str_equal (piga_record_get_text (record, PIGA_STEP_CHECK_ROUND),
                         piga_rounds_get_id_for_step (self->rounds, self->step));
}

static gboolean
is_own_of_step (gpointer item, gpointer user_data)
{
  PigaCheckSection *self = user_data;

  return is_of_step_and_round (self, item)
         && piga_record_get_text (item, PIGA_STEP_CHECK_GUIDE_KEY)[0] == '\0';
}

/* The record that is kept of a check of the guide, or a new one, kept with the first tick. */
static PigaStepCheck *
find_guide_record (PigaCheckSection *self, const char *key)
{
  const guint n_records = g_list_model_get_n_items (self->records);

  for (guint i = 0; i < n_records; i++)
    {
      g_autoptr (PigaStepCheck) record = g_list_model_get_item (self->records, i);

      if (is_of_step_and_round (self, record)
          && g_str_equal (piga_record_get_text (record, PIGA_STEP_CHECK_GUIDE_KEY), key))
        return g_steal_pointer (&record);
    }
  return piga_step_check_new_for_guide (self->step, key,
                                        piga_rounds_get_id_for_step (self->rounds, self->step));
}

static void
show_guide_check (PigaCheckSection *self, guint position, const PigaCheck *check)
{
  g_autoptr (PigaStepCheck) record = find_guide_record (self, check->key);
  GtkWidget *row;

  if (position < self->n_guide_rows)
    {
      row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) position));
      piga_check_row_set_record (PIGA_CHECK_ROW (row), record);
    }
  else
    {
      row = piga_check_row_new (self->store, record, _ (check->text));
      gtk_list_box_insert (self->list, row, (int) position);
      self->n_guide_rows++;
    }
  gtk_widget_set_visible (row, !piga_record_get_boolean (record, PIGA_STEP_CHECK_HIDDEN));
}

/* Rows stay and change records, so that the keyboard does not lose its place. */
static void
show_guide_checks (PigaCheckSection *self)
{
  const PigaCheck *checks = piga_guide_get_step (self->step)->checks;

  for (guint i = 0; checks[i].key != NULL; i++)
    show_guide_check (self, i, &checks[i]);
}

static void
own_changed_cb (GListModel *own, guint position, guint n_removed, guint n_added, gpointer user_data)
{
  PigaCheckSection *self = user_data;
  const guint first = self->n_guide_rows + position;

  for (guint i = 0; i < n_removed; i++)
    gtk_list_box_remove (self->list,
                         GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) first)));
  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (PigaStepCheck) record = g_list_model_get_item (own, position + i);

      gtk_list_box_insert (self->list, piga_check_row_new_own (self->store, record),
                           (int) (first + i));
    }
}

static void
show_tally (PigaCheckSection *self)
{
  const guint ticked = piga_step_tally_count_ticked (self->tally, self->step);
  g_autofree char *text = g_strdup_printf (
    /* Translators: how many of a step’s small acts are done, of how many. The plural follows the
       acts done. */
    g_dngettext (GETTEXT_PACKAGE, "%1$u of %2$u done", "%1$u of %2$u done", ticked), ticked,
    piga_step_tally_count_checks (self->tally, self->step));

  gtk_label_set_label (self->count, text);
  gtk_widget_set_visible (GTK_WIDGET (self->count), ticked > 0);
}

static void
show_state (PigaCheckSection *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->list),
                            piga_store_get_state (self->store) == PIGA_STORE_READY);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaCheckSection) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!piga_store_save_finish (PIGA_STORE (source), result, &error)
      && g_error_matches (error, PIGA_ERROR, PIGA_ERROR_INVALID))
    piga_toast_show (GTK_WIDGET (self), error->message);
}

static void
add_cb (PigaCheckSection *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_autoptr (PigaStepCheck) record = NULL;

  gtk_editable_set_text (self->entry, "");
  if (text[0] == '\0')
    return;
  record = piga_record_new (PIGA_TYPE_STEP_CHECK);
  piga_record_set_integer (record, PIGA_STEP_CHECK_STEP, self->step);
  piga_record_set_text (record, PIGA_STEP_CHECK_TEXT, text);
  piga_record_set_text (record, PIGA_STEP_CHECK_ROUND,
                        piga_rounds_get_id_for_step (self->rounds, self->step));
  piga_store_save_async (self->store, record, NULL, added_cb, g_object_ref (self));
}

static void
show_round (PigaCheckSection *self)
{
  show_guide_checks (self);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->own), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
piga_check_section_dispose (GObject *object)
{
  PigaCheckSection *self = PIGA_CHECK_SECTION (object);

  g_clear_object (&self->own);
  g_clear_object (&self->records);
  g_clear_object (&self->tally);
  g_clear_object (&self->rounds);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_CHECK_SECTION);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (piga_check_section_parent_class)->dispose (object);
}

static void
piga_check_section_class_init (PigaCheckSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_check_section_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-check-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaCheckSection, list);
  gtk_widget_class_bind_template_child (widget_class, PigaCheckSection, count);
  gtk_widget_class_bind_template_child (widget_class, PigaCheckSection, entry);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
piga_check_section_init (PigaCheckSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  piga_entry_name_once (ADW_ENTRY_ROW (self->entry));
}

/**
 * piga_check_section_set_step:
 * @self: the section
 * @context: the context
 * @step: the number of the step whose checks it shows; set once
 */
void
piga_check_section_set_step (PigaCheckSection *self, PigaContext *context, guint step)
{
  GtkFilter *filter = GTK_FILTER (gtk_custom_filter_new (is_own_of_step, self, NULL));

  self->store = g_object_ref (piga_context_get_store (context));
  self->rounds = g_object_ref (piga_context_get_rounds (context));
  self->step = step;
  self->records = g_object_ref (piga_store_list (self->store, PIGA_TYPE_STEP_CHECK));
  show_guide_checks (self);
  self->own = gtk_filter_list_model_new (g_object_ref (self->records), filter);
  own_changed_cb (G_LIST_MODEL (self->own), 0, 0,
                  g_list_model_get_n_items (G_LIST_MODEL (self->own)), self);
  g_signal_connect_object (self->own, "items-changed", G_CALLBACK (own_changed_cb), self, 0);
  g_signal_connect_object (self->records, "items-changed", G_CALLBACK (show_guide_checks), self,
                           G_CONNECT_SWAPPED);

  self->tally = piga_step_tally_new (context);
  g_signal_connect_object (self->tally, "changed", G_CALLBACK (show_tally), self,
                           G_CONNECT_SWAPPED);
  show_tally (self);
  g_signal_connect_object (self->rounds, "notify::current", G_CALLBACK (show_round), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::state", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  show_state (self);
}
