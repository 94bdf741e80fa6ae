/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-backup-list-page.h"

#include "piga-entry-list.h"
#include "piga-kept-line.h"
#include "piga-kept-words.h"
#include "records/piga-entry.h"

struct _PigaBackupListPage
{
  AdwNavigationPage parent_instance;

  GtkListView *view;

  PigaBackupInside *inside;
  GHashTable *linked;
  GType kind;
};

G_DEFINE_FINAL_TYPE (PigaBackupListPage, piga_backup_list_page, ADW_TYPE_NAVIGATION_PAGE)

static void
shown_cb (PigaBackupListPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
activated_cb (PigaBackupListPage *self, guint position)
{
  g_autoptr (GObject) item =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->view)), position);
  const char *id = PIGA_IS_ENTRY_LINE (item) ? piga_entry_line_get_id (PIGA_ENTRY_LINE (item))
                                             : piga_record_get_id (item);

  if (id != NULL)
    piga_backup_inside_show (self->inside, GTK_WIDGET (self), self->kind, id);
}

static void
setup_row_cb (PigaBackupListPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, piga_kept_line_new ());
}

static void
bind_row_cb (PigaBackupListPage *self, GtkListItem *item)
{
  piga_kept_line_show (PIGA_KEPT_LINE (gtk_list_item_get_child (item)), item, self->linked,
                       piga_backup_inside_get_today (self->inside));
}

static void
unbind_row_cb (PigaBackupListPage *self, GtkListItem *item)
{
  piga_kept_line_clear (PIGA_KEPT_LINE (gtk_list_item_get_child (item)));
}

static void
piga_backup_list_page_dispose (GObject *object)
{
  PigaBackupListPage *self = PIGA_BACKUP_LIST_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_BACKUP_LIST_PAGE);
  g_clear_pointer (&self->linked, g_hash_table_unref);
  g_clear_object (&self->inside);

  G_OBJECT_CLASS (piga_backup_list_page_parent_class)->dispose (object);
}

static void
piga_backup_list_page_class_init (PigaBackupListPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_backup_list_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-backup-list-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaBackupListPage, view);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row_cb);
}

static void
piga_backup_list_page_init (PigaBackupListPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* A journal may be of any length. Returns: (transfer full) */
static GListModel *
create_model (PigaBackupListPage *self)
{
  PigaStore *store = piga_backup_inside_get_store (self->inside);
  const PigaEntryFilter all = { 0 };

  if (self->kind == PIGA_TYPE_ENTRY)
    return G_LIST_MODEL (piga_entry_list_new (store, &all));
  return g_object_ref (piga_store_list (store, self->kind));
}

/**
 * piga_backup_list_page_new:
 * @inside: the inside of a backup
 * @kind: a kind of record
 *
 * Returns: (transfer floating): a page with all records of that kind
 */
PigaBackupListPage *
piga_backup_list_page_new (PigaBackupInside *inside, GType kind)
{
  PigaBackupListPage *self = g_object_new (PIGA_TYPE_BACKUP_LIST_PAGE, NULL);
  g_autoptr (GtkSelectionModel) model = NULL;
  const char *title = piga_kept_words_kinds (kind);

  self->inside = g_object_ref (inside);
  self->kind = kind;
  self->linked = piga_backup_inside_get_linked (inside);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (create_model (self)));
  gtk_list_view_set_model (self->view, model);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  return self;
}
