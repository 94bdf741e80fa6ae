/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-test-place.h"

struct _PigaTestPlace
{
  GObject parent_instance;

  GFile *file;
};

static void file_init (GFileIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaTestPlace, piga_test_place, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_FILE, file_init))

static char *
get_path (GFile *file)
{
  return NULL;
}

static GFileInfo *
query_info (GFile *file, const char *attributes, GFileQueryInfoFlags flags,
            GCancellable *cancellable, GError **error)
{
  return g_file_query_info (PIGA_TEST_PLACE (file)->file, attributes, flags, cancellable, error);
}

static GFileInputStream *
read_it (GFile *file, GCancellable *cancellable, GError **error)
{
  return g_file_read (PIGA_TEST_PLACE (file)->file, cancellable, error);
}

static GFileOutputStream *
replace (GFile *file, const char *etag, gboolean make_backup, GFileCreateFlags flags,
         GCancellable *cancellable, GError **error)
{
  return g_file_replace (PIGA_TEST_PLACE (file)->file, etag, make_backup, flags, cancellable,
                         error);
}

static void
file_init (GFileIface *iface)
{
  iface->get_path = get_path;
  iface->query_info = query_info;
  iface->read_fn = read_it;
  iface->replace = replace;
}

static void
piga_test_place_finalize (GObject *object)
{
  g_object_unref (PIGA_TEST_PLACE (object)->file);

  G_OBJECT_CLASS (piga_test_place_parent_class)->finalize (object);
}

static void
piga_test_place_class_init (PigaTestPlaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = piga_test_place_finalize;
}

static void
piga_test_place_init (PigaTestPlace *self)
{
}

GFile *
piga_test_place_new (const char *path)
{
  PigaTestPlace *self = g_object_new (PIGA_TYPE_TEST_PLACE, NULL);

  self->file = g_file_new_for_path (path);
  return G_FILE (self);
}
