/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-backup-page.h"

#include <glib/gi18n-lib.h>

#include "piga-backup-inside.h"
#include "piga-backup-list-page.h"
#include "piga-backup-words.h"
#include "piga-backups.h"
#include "piga-kept-words.h"
#include "piga-restoring.h"
#include "piga-search.h"
#include "records/piga-entry.h"
#include "records/piga-feedback-request.h"
#include "records/piga-goal.h"
#include "records/piga-interview.h"
#include "records/piga-job-application.h"
#include "records/piga-profile.h"
#include "records/piga-question.h"
#include "records/piga-remark.h"

#define MOST_HITS 50

struct _PigaBackupPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  AdwStatusPage *failed;
  AdwActionRow *about;
  GtkWidget *restore;
  AdwPreferencesGroup *kinds;
  GtkEditable *search;
  GtkListBox *hits;
  GtkWidget *nothing;

  PigaContext *context;
  PigaBackup *backup;
  PigaBackupInside *inside; /* NULL until it is open */
  GPtrArray *kind_rows;     /* without references, in the order of the kinds shown */
  GArray *kinds_shown;
  GPtrArray *found; /* the hits of the search, or NULL */
  GCancellable *searching;
};

G_DEFINE_FINAL_TYPE (PigaBackupPage, piga_backup_page, ADW_TYPE_NAVIGATION_PAGE)

static void
restore_cb (PigaBackupPage *self)
{
  piga_restoring_start (GTK_WIDGET (self), piga_context_get_backups (self->context), self->backup);
}

static void
kind_activated_cb (AdwActionRow *row, PigaBackupPage *self)
{
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_VIEW);
  guint i = 0;

  g_ptr_array_find (self->kind_rows, row, &i);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation),
                            ADW_NAVIGATION_PAGE (piga_backup_list_page_new (
                              self->inside, g_array_index (self->kinds_shown, GType, i))));
}

static void
add_kind (PigaBackupPage *self, GType kind)
{
  const guint n = piga_backup_get_count (self->backup, kind);
  GtkWidget *row;
  GtkWidget *number;
  g_autofree char *digits = g_strdup_printf ("%u", n);
  g_autofree char *count = NULL;

  if (n == 0)
    return;
  count = piga_kept_words_count (kind, n);
  row = adw_action_row_new ();
  number = g_object_new (GTK_TYPE_LABEL, "label", digits, "accessible-role",
                         GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_add_css_class (number, "dimmed");
  gtk_widget_add_css_class (number, "numeric");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), piga_kept_words_kinds (kind));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, count,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), number);
  adw_action_row_add_suffix (
    ADW_ACTION_ROW (row), g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic",
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (kind_activated_cb), self, 0);
  adw_preferences_group_add (self->kinds, row);
  g_ptr_array_add (self->kind_rows, row);
  g_array_append_val (self->kinds_shown, kind);
}

/* What belongs to another record, such as the marks on a goal, comes and goes with that. */
static void
add_kinds (PigaBackupPage *self)
{
  const GType kinds[] = {
    PIGA_TYPE_ENTRY,    PIGA_TYPE_GOAL,   PIGA_TYPE_JOB_APPLICATION,  PIGA_TYPE_INTERVIEW,
    PIGA_TYPE_QUESTION, PIGA_TYPE_REMARK, PIGA_TYPE_FEEDBACK_REQUEST, PIGA_TYPE_PROFILE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_kind (self, kinds[i]);
}

static void
hit_activated_cb (PigaBackupPage *self, GtkListBoxRow *row)
{
  PigaSearchHit *hit = self->found->pdata[gtk_list_box_row_get_index (row)];

  piga_backup_inside_show (self->inside, GTK_WIDGET (self), piga_search_hit_get_record_type (hit),
                           piga_search_hit_get_id (hit));
}

static GtkWidget *
create_hit (PigaSearchHit *hit)
{
  GtkWidget *row = adw_action_row_new ();
  const char *title = piga_search_hit_get_title (hit);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 title[0] != '\0' ? title : _ ("No words yet"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), piga_search_hit_get_excerpt (hit));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaBackupPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = piga_search_finish (PIGA_STORE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->context == NULL)
    return;
  gtk_list_box_remove_all (self->hits);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    gtk_list_box_append (self->hits, create_hit (hits->pdata[i]));
  g_clear_pointer (&self->found, g_ptr_array_unref);
  if (hits != NULL)
    self->found = g_ptr_array_ref (hits);
  gtk_widget_set_visible (GTK_WIDGET (self->hits), hits != NULL && hits->len > 0);
  gtk_widget_set_visible (self->nothing, hits == NULL || hits->len == 0);
}

static void
stop_search (PigaBackupPage *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

static void
search_changed_cb (PigaBackupPage *self)
{
  const char *text = gtk_editable_get_text (self->search);

  stop_search (self);
  if (text[0] == '\0' || self->inside == NULL)
    {
      gtk_list_box_remove_all (self->hits);
      gtk_widget_set_visible (GTK_WIDGET (self->hits), FALSE);
      gtk_widget_set_visible (self->nothing, FALSE);
      return;
    }
  self->searching = g_cancellable_new ();
  piga_search_async (piga_backup_inside_get_store (self->inside), text, MOST_HITS, self->searching,
                     found_cb, g_object_ref (self));
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PigaBackupPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PigaStore) store = piga_backups_open_finish (PIGA_BACKUPS (source), result, &error);

  if (self->context == NULL)
    return;
  if (store == NULL)
    {
      adw_status_page_set_description (self->failed, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  self->inside = piga_backup_inside_new (self->context, store);
  add_kinds (self);
  gtk_stack_set_visible_child_name (self->stack, "open");
  gtk_widget_grab_focus (self->restore);
}

/* A store that was refused gives its place to the backup. */
static void
update_state (PigaBackupPage *self)
{
  const PigaStoreState state = piga_store_get_state (piga_context_get_store (self->context));

  gtk_widget_set_sensitive (self->restore,
                            state == PIGA_STORE_READY || state == PIGA_STORE_REFUSED);
}

static void
piga_backup_page_dispose (GObject *object)
{
  PigaBackupPage *self = PIGA_BACKUP_PAGE (object);

  stop_search (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_BACKUP_PAGE);
  g_clear_pointer (&self->kind_rows, g_ptr_array_unref);
  g_clear_pointer (&self->kinds_shown, g_array_unref);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_object (&self->inside);
  g_clear_object (&self->backup);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_backup_page_parent_class)->dispose (object);
}

static void
piga_backup_page_class_init (PigaBackupPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_backup_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-backup-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaBackupPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaBackupPage, failed);
  gtk_widget_class_bind_template_child (widget_class, PigaBackupPage, about);
  gtk_widget_class_bind_template_child (widget_class, PigaBackupPage, restore);
  gtk_widget_class_bind_template_child (widget_class, PigaBackupPage, kinds);
  gtk_widget_class_bind_template_child (widget_class, PigaBackupPage, search);
  gtk_widget_class_bind_template_child (widget_class, PigaBackupPage, hits);
  gtk_widget_class_bind_template_child (widget_class, PigaBackupPage, nothing);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
}

static void
piga_backup_page_init (PigaBackupPage *self)
{
  self->kind_rows = g_ptr_array_new ();
  self->kinds_shown = g_array_new (FALSE, FALSE, sizeof (GType));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_backup_page_new:
 * @context: the context
 * @backup: a backup that can be used
 *
 * Returns: (transfer floating): a page about it; the file is opened at once
 */
PigaBackupPage *
piga_backup_page_new (PigaContext *context, PigaBackup *backup)
{
  PigaBackupPage *self = g_object_new (PIGA_TYPE_BACKUP_PAGE, NULL);
  const PigaDay today = piga_context_get_today (context);
  g_autofree char *title = piga_backup_words_title (backup, today);
  g_autofree char *about = piga_backup_words_about (backup, today);

  self->context = g_object_ref (context);
  self->backup = g_object_ref (backup);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  adw_action_row_set_subtitle (self->about, about);
  g_signal_connect_object (piga_context_get_store (context), "notify::state",
                           G_CALLBACK (update_state), self, G_CONNECT_SWAPPED);
  update_state (self);
  piga_backups_open_async (piga_context_get_backups (context), backup, opened_cb,
                           g_object_ref (self));
  return self;
}
