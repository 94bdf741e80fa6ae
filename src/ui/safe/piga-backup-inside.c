/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-backup-inside.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-toast.h"
#include "piga-kept-record-page.h"
#include "piga-restoring.h"
#include "records/piga-goal.h"
#include "records/piga-interview.h"
#include "records/piga-job-application.h"
#include "records/piga-remark.h"

/* The kinds that others link to. */
#define N_LINKED 4

struct _PigaBackupInside
{
  GObject parent_instance;

  PigaContext *context;
  PigaStore *store;
  GListModel *linked[N_LINKED]; /* of the store, without references */
};

G_DEFINE_FINAL_TYPE (PigaBackupInside, piga_backup_inside, G_TYPE_OBJECT)

static void
piga_backup_inside_dispose (GObject *object)
{
  PigaBackupInside *self = PIGA_BACKUP_INSIDE (object);

  if (self->store != NULL)
    piga_store_close_async (self->store, NULL, NULL);
  g_clear_object (&self->store);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_backup_inside_parent_class)->dispose (object);
}

static void
piga_backup_inside_class_init (PigaBackupInsideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_backup_inside_dispose;
}

static void
piga_backup_inside_init (PigaBackupInside *self)
{
}

/**
 * piga_backup_inside_new:
 * @context: the context
 * @store: a store of piga_backups_open_async(), which is closed with the object
 *
 * Returns: (transfer full): the inside of a backup
 */
PigaBackupInside *
piga_backup_inside_new (PigaContext *context, PigaStore *store)
{
  PigaBackupInside *self = g_object_new (PIGA_TYPE_BACKUP_INSIDE, NULL);
  const GType kinds[N_LINKED] = { PIGA_TYPE_JOB_APPLICATION, PIGA_TYPE_INTERVIEW, PIGA_TYPE_GOAL,
                                  PIGA_TYPE_REMARK };

  self->context = g_object_ref (context);
  self->store = g_object_ref (store);
  for (guint i = 0; i < N_LINKED; i++)
    self->linked[i] = piga_store_list (store, kinds[i]);
  return self;
}

/**
 * piga_backup_inside_get_store:
 * @self: the inside of a backup
 *
 * Returns: (transfer none): a store that can only be read
 */
PigaStore *
piga_backup_inside_get_store (PigaBackupInside *self)
{
  return self->store;
}

/**
 * piga_backup_inside_get_today:
 * @self: the inside of a backup
 *
 * Returns: the day it is
 */
PigaDay
piga_backup_inside_get_today (PigaBackupInside *self)
{
  return piga_context_get_today (self->context);
}

/**
 * piga_backup_inside_get_linked:
 * @self: the inside of a backup
 *
 * Returns: (transfer full) (element-type utf8 PigaRecord): by their ids, the records to which
 *   others link, as far as they are read
 */
GHashTable *
piga_backup_inside_get_linked (PigaBackupInside *self)
{
  GHashTable *linked = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  for (guint i = 0; i < N_LINKED; i++)
    for (guint j = 0; j < g_list_model_get_n_items (self->linked[i]); j++)
      {
        gpointer record = g_list_model_get_item (self->linked[i], j);

        g_hash_table_replace (linked, (char *) piga_record_get_id (record), record);
      }
  return linked;
}

/* What was asked for on a page; the page may be gone by the answer. */
typedef struct
{
  PigaBackupInside *inside;
  GtkWidget *widget;
} Request;

static Request *
request_new (PigaBackupInside *inside, GtkWidget *widget)
{
  Request *self = g_new (Request, 1);

  self->inside = g_object_ref (inside);
  self->widget = g_object_ref (widget);
  return self;
}

static void
request_free (Request *self)
{
  g_object_unref (self->inside);
  g_object_unref (self->widget);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
brought_back_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  guint n_brought;

  if (!piga_backups_bring_back_finish (PIGA_BACKUPS (source), result, &n_brought, &before, &error))
    piga_toast_show (request->widget, error->message);
  else if (n_brought == 0)
    piga_toast_show (request->widget, _ ("Already here, as it is in the backup"));
  else
    {
      g_autofree char *text =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Brought back: %u record",
                                      "Brought back: %u records", n_brought),
                         n_brought);

      piga_restoring_offer_undo (request->widget, PIGA_BACKUPS (source), before, text);
    }
}

static void
bring_back_cb (PigaKeptRecordPage *page, PigaBackupInside *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (records, g_object_ref (piga_kept_record_page_get_record (page)));
  piga_backups_bring_back_async (
    piga_context_get_backups (self->context), self->store, records, brought_back_cb,
    request_new (self, GTK_WIDGET (piga_toast_find_area (GTK_WIDGET (page)))));
}

static void
update_can_act (PigaStore *store, GParamSpec *pspec, PigaKeptRecordPage *page)
{
  g_object_set (page, "can-act", piga_store_get_state (store) == PIGA_STORE_READY, NULL);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) record = piga_store_find_finish (PIGA_STORE (source), result, &error);
  PigaBackupInside *self = request->inside;
  GtkWidget *navigation = gtk_widget_get_ancestor (request->widget, ADW_TYPE_NAVIGATION_VIEW);
  g_autoptr (GHashTable) linked = piga_backup_inside_get_linked (self);
  PigaStore *store = piga_context_get_store (self->context);
  PigaKeptRecordPage *page;

  if (navigation == NULL)
    return;
  if (record == NULL)
    {
      piga_toast_show (request->widget, error->message);
      return;
    }

  page = piga_kept_record_page_new (record, linked, piga_backup_inside_get_today (self),
                                    PIGA_KEPT_RECORD_BRING_BACK);
  update_can_act (store, NULL, page);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (update_can_act), page, 0);
  g_signal_connect_object (page, "bring-back", G_CALLBACK (bring_back_cb), self, 0);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), ADW_NAVIGATION_PAGE (page));
}

/**
 * piga_backup_inside_show:
 * @self: the inside of a backup
 * @from: a page in a navigation view
 * @kind: the kind of a record in the backup
 * @id: its id
 *
 * Shows a record on a page of its own, from where it can be brought back.
 */
void
piga_backup_inside_show (PigaBackupInside *self, GtkWidget *from, GType kind, const char *id)
{
  piga_store_find_async (self->store, kind, id, NULL, found_cb, request_new (self, from));
}
