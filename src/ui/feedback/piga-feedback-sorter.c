/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A row goes from part to part as the person sorts, and stays the same row: it stays open, and the
 * keyboard stays in it. */

#include "config.h"

#include "piga-feedback-sorter.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-linked-records.h"
#include "kit/piga-page.h"
#include "kit/piga-writable.h"
#include "piga-remark-lines.h"
#include "piga-remark-row.h"
#include "records/piga-remark-actions.h"

struct _PigaFeedbackSorter
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  AdwToggleGroup *side;
  GtkEditable *entry;
  GtkWidget *add_button;
  GtkWidget *split_box;
  GtkLabel *split_label;
  GtkWidget *empty_page;
  GtkActionable *ask_button;
  GtkWidget *strengths_group;
  GtkListBox *strengths;
  GtkWidget *gaps_group;
  GtkListBox *gaps;
  GtkWidget *apart_group;
  GtkListBox *apart;

  PigaContext *context;
  PigaInterview *interview;
  GListModel *remarks;
  GHashTable *rows; /* remark → row, not references */
};

static void page_init (PigaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaFeedbackSorter, piga_feedback_sorter, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (PIGA_TYPE_PAGE, page_init))

static void
flush (PigaPage *page)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, PIGA_FEEDBACK_SORTER (page)->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    piga_remark_row_flush (row);
}

static void
page_init (PigaPageInterface *iface)
{
  iface->flush = flush;
}

static GtkListBox *
find_list (PigaFeedbackSorter *self, PigaRemark *remark)
{
  if (piga_record_get_integer (remark, PIGA_REMARK_SIDE) == PIGA_SIDE_STRENGTH)
    return self->strengths;
  if (piga_record_get_integer (remark, PIGA_REMARK_MINE) == PIGA_MINE_NOT_MINE)
    return self->apart;
  return self->gaps;
}

static void
show_groups (PigaFeedbackSorter *self)
{
  gtk_widget_set_visible (self->strengths_group,
                          gtk_list_box_get_row_at_index (self->strengths, 0) != NULL);
  gtk_widget_set_visible (self->gaps_group, gtk_list_box_get_row_at_index (self->gaps, 0) != NULL);
  gtk_widget_set_visible (self->apart_group,
                          gtk_list_box_get_row_at_index (self->apart, 0) != NULL);
  gtk_widget_set_visible (self->empty_page, g_hash_table_size (self->rows) == 0);
}

static void
moved_cb (PigaFeedbackSorter *self, PigaRemarkRow *row)
{
  GtkWidget *widget = GTK_WIDGET (row);
  GtkListBox *list = find_list (self, piga_remark_row_get_remark (row));
  GtkWidget *from = gtk_widget_get_parent (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (from == GTK_WIDGET (list))
    {
      gtk_list_box_invalidate_sort (list);
      return;
    }
  if (focus != NULL && !gtk_widget_is_ancestor (focus, widget))
    focus = NULL;

  g_object_ref (row);
  gtk_list_box_remove (GTK_LIST_BOX (from), widget);
  gtk_list_box_append (list, widget);
  g_object_unref (row);
  show_groups (self);
  if (focus != NULL)
    gtk_widget_grab_focus (gtk_widget_get_mapped (focus) ? focus : widget);
}

static void
add_row (PigaFeedbackSorter *self, PigaRemark *remark)
{
  GtkWidget *row = piga_remark_row_new (self->context, remark);

  g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
  g_hash_table_insert (self->rows, remark, row);
  gtk_list_box_append (find_list (self, remark), row);
}

static void
remove_row (GtkWidget *row)
{
  gtk_list_box_remove (GTK_LIST_BOX (gtk_widget_get_parent (row)), row);
}

static void
remarks_changed_cb (PigaFeedbackSorter *self)
{
  const guint n_remarks = g_list_model_get_n_items (self->remarks);
  g_autoptr (GHashTable) there = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer remark, row;

  for (guint i = 0; i < n_remarks; i++)
    {
      g_autoptr (PigaRemark) item = g_list_model_get_item (self->remarks, i);

      g_hash_table_add (there, item);
      if (!g_hash_table_contains (self->rows, item))
        add_row (self, item);
    }
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &remark, &row))
    if (!g_hash_table_contains (there, remark))
      {
        remove_row (row);
        g_hash_table_iter_remove (&iter);
      }
  show_groups (self);
}

/* What the employer says comes before what the person notes, and each in the order it was noted.
 * */
static int
compare_rows (GtkListBoxRow *one, GtkListBoxRow *other, gpointer user_data)
{
  PigaRemark *remark = piga_remark_row_get_remark (PIGA_REMARK_ROW (one));
  PigaRemark *other_remark = piga_remark_row_get_remark (PIGA_REMARK_ROW (other));
  const gboolean is_own = piga_record_get_integer (remark, PIGA_REMARK_VOICE) == PIGA_VOICE_ME;
  const gboolean is_other_own =
    piga_record_get_integer (other_remark, PIGA_REMARK_VOICE) == PIGA_VOICE_ME;

  if (is_own != is_other_own)
    return is_own ? 1 : -1;
  /* Ids are in the order in which they were made. */
  return g_strcmp0 (piga_record_get_id (remark), piga_record_get_id (other_remark));
}

static void
add_texts (PigaFeedbackSorter *self, const char *const *texts)
{
  if (texts[0] != NULL)
    piga_remark_add (GTK_WIDGET (self), self->context, piga_record_get_id (self->interview),
                     adw_toggle_group_get_active (self->side), texts);
  gtk_editable_set_text (self->entry, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
split_cb (PigaFeedbackSorter *self)
{
  g_auto (GStrv) lines = piga_remark_lines (gtk_editable_get_text (self->entry));

  add_texts (self, (const char *const *) lines);
}

static void
keep_as_one_cb (PigaFeedbackSorter *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  const char *const texts[] = { text[0] != '\0' ? text : NULL, NULL };

  add_texts (self, texts);
}

/* Enter takes the offer that is suggested, where there is one. */
static void
add_cb (PigaFeedbackSorter *self)
{
  if (gtk_widget_get_visible (self->split_box))
    split_cb (self);
  else
    keep_as_one_cb (self);
}

static void
typed_cb (PigaFeedbackSorter *self)
{
  g_auto (GStrv) lines = piga_remark_lines (gtk_editable_get_text (self->entry));
  const guint n_lines = g_strv_length (lines);
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->add_button, n_lines > 0);
  gtk_widget_set_visible (self->split_box, n_lines > 1);
  if (n_lines < 2)
    return;
  /* Translators: several lines of text were pasted at once. */
  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "This is %u line. Is each a remark?",
                                       "These are %u lines. Is each a remark?", n_lines),
                          n_lines);
  gtk_label_set_label (self->split_label, text);
}

static void
show_title (PigaFeedbackSorter *self)
{
  g_autofree char *title =
    piga_rounds_get_title (piga_context_get_rounds (self->context), self->interview);

  adw_window_title_set_subtitle (self->window_title, title);
}

static void
piga_feedback_sorter_dispose (GObject *object)
{
  PigaFeedbackSorter *self = PIGA_FEEDBACK_SORTER (object);

  if (self->remarks != NULL)
    g_signal_handlers_disconnect_by_data (self->remarks, self);
  g_clear_object (&self->remarks);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_FEEDBACK_SORTER);
  g_hash_table_remove_all (self->rows);
  g_clear_object (&self->interview);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_feedback_sorter_parent_class)->dispose (object);
}

static void
piga_feedback_sorter_finalize (GObject *object)
{
  g_hash_table_unref (PIGA_FEEDBACK_SORTER (object)->rows);

  G_OBJECT_CLASS (piga_feedback_sorter_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, window_title);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, side);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, entry);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, add_button);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, split_box);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, split_label);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, empty_page);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, ask_button);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, strengths_group);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, strengths);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, gaps_group);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, gaps);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, apart_group);
  gtk_widget_class_bind_template_child (widget_class, PigaFeedbackSorter, apart);
}

static void
piga_feedback_sorter_class_init (PigaFeedbackSorterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = piga_feedback_sorter_dispose;
  object_class->finalize = piga_feedback_sorter_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-feedback-sorter.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_as_one_cb);
}

static void
piga_feedback_sorter_init (PigaFeedbackSorter *self)
{
  self->rows = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->strengths, compare_rows, NULL, NULL);
  gtk_list_box_set_sort_func (self->gaps, compare_rows, NULL, NULL);
  gtk_list_box_set_sort_func (self->apart, compare_rows, NULL, NULL);
}

/**
 * piga_feedback_sorter_new:
 * @context: the context
 * @interview: the id of an interview
 *
 * Returns: (transfer floating) (nullable): the sorter for it; %NULL when there is no such
 *   interview
 */
AdwNavigationPage *
piga_feedback_sorter_new (PigaContext *context, const char *interview)
{
  PigaStore *store = piga_context_get_store (context);
  PigaInterview *record = piga_store_get (store, PIGA_TYPE_INTERVIEW, interview);
  PigaFeedbackSorter *self;

  if (record == NULL)
    return NULL;

  self = g_object_new (PIGA_TYPE_FEEDBACK_SORTER, NULL);
  self->context = g_object_ref (context);
  self->interview = g_object_ref (record);
  self->remarks = piga_linked_records (store, PIGA_TYPE_REMARK, PIGA_REMARK_INTERVIEW, interview);
  gtk_actionable_set_action_target (self->ask_button, "(ss)", "feedback-desk", interview);
  gtk_actionable_set_action_name (self->ask_button, "room.open-tool");
  g_signal_connect_object (self->remarks, "items-changed", G_CALLBACK (remarks_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "notify", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  remarks_changed_cb (self);
  piga_writable_follow (self->entry, store);
  piga_writable_follow (self->strengths, store);
  piga_writable_follow (self->gaps, store);
  piga_writable_follow (self->apart, store);
  show_title (self);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * piga_feedback_sorter_describe:
 * @context: the context
 * @interview: the id of an interview
 *
 * Returns: (transfer full) (nullable): how much was noted of what they said; %NULL for nothing
 */
char *
piga_feedback_sorter_describe (PigaContext *context, const char *interview)
{
  GListModel *remarks = piga_store_list (piga_context_get_store (context), PIGA_TYPE_REMARK);
  const guint n_items = g_list_model_get_n_items (remarks);
  guint n_remarks = 0;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (PigaRemark) remark = g_list_model_get_item (remarks, i);

      if (piga_record_get_integer (remark, PIGA_REMARK_VOICE) == PIGA_VOICE_EMPLOYER
          && g_str_equal (piga_record_get_text (remark, PIGA_REMARK_INTERVIEW), interview))
        n_remarks++;
    }
  if (n_remarks == 0)
    return NULL;
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u remark", "%u remarks", n_remarks),
                          n_remarks);
}
