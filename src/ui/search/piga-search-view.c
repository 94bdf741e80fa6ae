/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The search over everything that was written. It answers while the person types; a question that
 * is overtaken by the next is cancelled, and the last answer stays until the new one is there. */

#include "config.h"

#include "piga-search-view.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-toast.h"
#include "piga-search-opener.h"
#include "piga-search-place.h"
#include "piga-search-row.h"
#include "piga-search.h"
#include "records/piga-entry.h"
#include "records/piga-feedback-request.h"
#include "records/piga-goal-mark.h"
#include "records/piga-goal.h"
#include "records/piga-interview.h"
#include "records/piga-job-application.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"
#include "records/piga-step-check.h"

/* Who sees so many adds a word. */
#define MOST_HITS 50

struct _PigaSearchView
{
  AdwBin parent_instance;

  GtkWidget *entry;
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *nothing;

  PigaContext *context;
  GCancellable *asking;
  char *query; /* what the list answers */
};

G_DEFINE_FINAL_TYPE (PigaSearchView, piga_search_view, ADW_TYPE_BIN)

/* The kinds in the order in which they are listed. */
static const struct
{
  GType (*type) (void);
  const char *label;
} groups[] = {
  { piga_entry_get_type, N_ ("Journal") },
  { piga_goal_get_type, N_ ("Goals") },
  { piga_goal_mark_get_type, N_ ("Notes on goals") },
  { piga_step_check_get_type, N_ ("Your own checks") },
  { piga_job_application_get_type, N_ ("Applications") },
  { piga_interview_get_type, N_ ("Interviews") },
  { piga_question_get_type, N_ ("Interview questions") },
  { piga_remark_get_type, N_ ("Remarks") },
  { piga_feedback_request_get_type, N_ ("Requests for feedback") },
};

static guint
find_group (PigaSearchHit *hit)
{
  guint group = 0;

  while (group < G_N_ELEMENTS (groups)
         && groups[group].type () != piga_search_hit_get_record_type (hit))
    group++;
  return group;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  const guint group = find_group (piga_search_row_get_hit (PIGA_SEARCH_ROW (row)));
  GtkWidget *label;

  if (before != NULL && group == find_group (piga_search_row_get_hit (PIGA_SEARCH_ROW (before))))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = gtk_label_new (_ (groups[group].label));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_widget_add_css_class (label, "search-group");
  gtk_list_box_row_set_header (row, label);
}

static void
announce_count (PigaSearchView *self, guint n_hits)
{
  g_autofree char *count = NULL;

  if (n_hits == 0)
    count = g_strdup (_ ("Nothing found"));
  else
    count =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u result", "%u results", n_hits), n_hits);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), count,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_nothing (PigaSearchView *self)
{
  /* Translators: %s is what the person searched for. */
  g_autofree char *text = g_strdup_printf (_ ("Nothing you wrote has “%s” in it."), self->query);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->nothing, escaped);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
}

/* Returns whether it is shown. */
static gboolean
show_hit (PigaSearchView *self, PigaSearchHit *hit)
{
  const PigaDay today = piga_clock_get_today (piga_context_get_clock (self->context));
  g_autofree char *place = NULL;

  if (!piga_search_place_find (piga_context_get_store (self->context), hit, today, &place))
    return FALSE;

  gtk_list_box_append (self->list, piga_search_row_new (hit, place, self->query, today));
  return TRUE;
}

/* The store answers newest first; within a kind it stays so. */
static void
show_hits (PigaSearchView *self, GPtrArray *hits)
{
  guint n_shown = 0;

  gtk_list_box_remove_all (self->list);
  for (guint group = 0; group < G_N_ELEMENTS (groups); group++)
    for (guint i = 0; i < hits->len; i++)
      if (find_group (hits->pdata[i]) == group)
        n_shown += show_hit (self, hits->pdata[i]);

  if (n_shown > 0)
    gtk_stack_set_visible_child_name (self->stack, "results");
  else
    show_nothing (self);
  announce_count (self, n_shown);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaSearchView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = piga_search_finish (PIGA_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (hits != NULL)
    show_hits (self, hits);
  else
    piga_toast_show (GTK_WIDGET (self), error->message);
}

static void
stop_asking (PigaSearchView *self)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
search_changed_cb (PigaSearchView *self)
{
  g_autofree char *query =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (!g_set_str (&self->query, query))
    return;

  stop_asking (self);
  if (query[0] == '\0')
    {
      gtk_list_box_remove_all (self->list);
      gtk_stack_set_visible_child_name (self->stack, "hint");
      return;
    }

  self->asking = g_cancellable_new ();
  piga_search_async (piga_context_get_store (self->context), query, MOST_HITS, self->asking,
                     answered_cb, g_object_ref (self));
}

static void
row_activated_cb (PigaSearchView *self, GtkListBoxRow *row)
{
  piga_search_open (GTK_WIDGET (self), piga_context_get_store (self->context),
                    piga_search_row_get_hit (PIGA_SEARCH_ROW (row)), self->query);
}

static void
go_to_results (PigaSearchView *self)
{
  GtkListBoxRow *first = gtk_list_box_get_row_at_index (self->list, 0);

  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
}

static void
go_to_results_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go_to_results (PIGA_SEARCH_VIEW (widget));
}

/* The entry takes what is typed in a row too, and with it the key that is to open the row. */
static void
entry_activated_cb (PigaSearchView *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (PIGA_IS_SEARCH_ROW (focus))
    row_activated_cb (self, GTK_LIST_BOX_ROW (focus));
  else
    go_to_results (self);
}

/* Up from the first row leads back to where the words are typed. */
static gboolean
keynav_failed_cb (PigaSearchView *self, GtkDirectionType direction)
{
  return direction == GTK_DIR_UP && gtk_widget_grab_focus (self->entry);
}

static void
stop_search_cb (PigaSearchView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sidebar.search", NULL);
}

static void
stop_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  stop_search_cb (PIGA_SEARCH_VIEW (widget));
}

static void
piga_search_view_dispose (GObject *object)
{
  PigaSearchView *self = PIGA_SEARCH_VIEW (object);

  stop_asking (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_SEARCH_VIEW);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_search_view_parent_class)->dispose (object);
}

static void
piga_search_view_finalize (GObject *object)
{
  g_free (PIGA_SEARCH_VIEW (object)->query);

  G_OBJECT_CLASS (piga_search_view_parent_class)->finalize (object);
}

static void
piga_search_view_class_init (PigaSearchViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_search_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = piga_search_view_finalize;

  gtk_widget_class_install_action (widget_class, "search.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "search.go-to-results", NULL,
                                   go_to_results_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-search-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaSearchView, entry);
  gtk_widget_class_bind_template_child (widget_class, PigaSearchView, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaSearchView, list);
  gtk_widget_class_bind_template_child (widget_class, PigaSearchView, nothing);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
piga_search_view_init (PigaSearchView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  g_set_str (&self->query, "");
}

/**
 * piga_search_view_new:
 * @context: the context
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *
piga_search_view_new (PigaContext *context)
{
  PigaSearchView *self = g_object_new (PIGA_TYPE_SEARCH_VIEW, NULL);

  self->context = g_object_ref (context);
  piga_search_place_prepare (piga_context_get_store (context));
  return GTK_WIDGET (self);
}

/**
 * piga_search_view_begin:
 * @self: the view
 *
 * Puts the cursor in the entry, with what it holds selected.
 */
void
piga_search_view_begin (PigaSearchView *self)
{
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}
