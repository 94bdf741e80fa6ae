/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks on while SQLite uses the disk, and remembers what the disk was given and what it was asked
 * to make last. Every now and then it works out what a power cut at this very moment could leave:
 * all that was synced, and of what came since any sectors, in any order. The program goes on as if
 * nothing had happened. */

#include "piga-test-power.h"

#include <string.h>

#include "piga-test-vfs.h"

/* What a disk writes whole or not at all. */
#define SECTOR 512

/* One sector that was written, or the length that was set, since the last sync. */
typedef struct
{
  gint64 offset; /* of a length: the length */
  GBytes *bytes; /* NULL for a length */
} Change;

/* What is known of a file. */
typedef struct
{
  GByteArray *synced;
  GPtrArray *changes;
  gboolean is_certain; /* that there is a file of that name */
} Image;

static struct
{
  char *folder;
  GHashTable *images; /* by the names of the files */
  GRand *rand;
  guint interval;
  guint left;
  PigaTestCutFunc func;
  gpointer data;
} power;

static void
change_free (Change *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

static Image *
image_new (void)
{
  Image *self = g_new0 (Image, 1);

  self->synced = g_byte_array_new ();
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) change_free);
  return self;
}

static void
image_free (Image *self)
{
  g_byte_array_unref (self->synced);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

static void
set_size (GByteArray *bytes, gint64 size)
{
  const guint old = bytes->len;

  g_byte_array_set_size (bytes, (guint) size);
  if (bytes->len > old)
    memset (bytes->data + old, 0, bytes->len - old);
}

static void
apply (GByteArray *bytes, const Change *change)
{
  gsize length;
  const guint8 *data;

  if (change->bytes == NULL)
    {
      set_size (bytes, change->offset);
      return;
    }
  data = g_bytes_get_data (change->bytes, &length);
  if (bytes->len < change->offset + (gint64) length)
    set_size (bytes, change->offset + (gint64) length);
  memcpy (bytes->data + change->offset, data, length);
}

static void
shuffle (GPtrArray *changes)
{
  for (guint i = changes->len; i > 1; i--)
    {
      const guint j = (guint) g_rand_int_range (power.rand, 0, (gint32) i);
      gpointer change = changes->pdata[j];

      changes->pdata[j] = changes->pdata[i - 1];
      changes->pdata[i - 1] = change;
    }
}

/* Which of the changes got through is up to the disk: none, some, or all of them. */
static GByteArray *
cut_image (Image *image)
{
  GByteArray *bytes = g_byte_array_sized_new (image->synced->len);
  const double share = g_rand_double (power.rand) * 1.5 - 0.25;
  g_autoptr (GPtrArray) changes = g_ptr_array_copy (image->changes, NULL, NULL);

  g_byte_array_append (bytes, image->synced->data, image->synced->len);
  shuffle (changes);
  for (guint i = 0; i < changes->len; i++)
    if (g_rand_double (power.rand) < share)
      apply (bytes, changes->pdata[i]);
  g_ptr_array_set_free_func (changes, NULL);
  return bytes;
}

static void
cut (void)
{
  PigaTestDisk *disk =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_byte_array_unref);
  GHashTableIter iter;
  gpointer name, image;

  g_hash_table_iter_init (&iter, power.images);
  while (g_hash_table_iter_next (&iter, &name, &image))
    if (((Image *) image)->is_certain || g_rand_boolean (power.rand))
      g_hash_table_insert (disk, g_strdup (name), cut_image (image));
  power.func (disk, power.data);
}

static void
count (void)
{
  if (power.folder == NULL || --power.left > 0)
    return;

  power.left = (guint) g_rand_int_range (power.rand, 1, (gint32) power.interval * 2);
  cut ();
}

/* The file as it is when it is opened counts as synced. */
static gpointer
open_cb (const char *name)
{
  g_autofree char *folder = g_path_get_dirname (name);
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *contents = NULL;
  Image *image;
  gsize length;

  if (power.folder == NULL || g_strcmp0 (folder, power.folder) != 0)
    return NULL;
  image = g_hash_table_lookup (power.images, base);
  if (image != NULL)
    return image;

  image = image_new ();
  if (g_file_get_contents (name, &contents, &length, NULL) && length > 0)
    {
      g_byte_array_append (image->synced, (const guint8 *) contents, (guint) length);
      image->is_certain = TRUE;
    }
  g_hash_table_insert (power.images, g_steal_pointer (&base), image);
  return image;
}

static void
add_change (Image *image, gint64 offset, GBytes *bytes)
{
  Change *change = g_new0 (Change, 1);

  change->offset = offset;
  change->bytes = bytes;
  g_ptr_array_add (image->changes, change);
}

static void
write_cb (gpointer file, gconstpointer bytes, gsize length, gint64 offset)
{
  const gint64 end = offset + (gint64) length;

  for (gint64 at = offset; at < end;)
    {
      const gint64 next = MIN ((at / SECTOR + 1) * SECTOR, end);

      add_change (file, at,
                  g_bytes_new ((const guint8 *) bytes + (at - offset), (gsize) (next - at)));
      at = next;
    }
  count ();
}

static void
truncate_cb (gpointer file, gint64 size)
{
  add_change (file, size, NULL);
  count ();
}

/* The cut may come before, or when all has just got through. */
static void
sync_cb (gpointer file)
{
  Image *image = file;

  count ();
  for (guint i = 0; i < image->changes->len; i++)
    apply (image->synced, image->changes->pdata[i]);
  g_ptr_array_set_size (image->changes, 0);
  image->is_certain = TRUE;
  count ();
}

/* A name that goes may still be there after the cut, with what it stood for. */
static void
remove_cb (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  Image *image = power.folder != NULL ? g_hash_table_lookup (power.images, base) : NULL;

  if (image == NULL)
    return;
  count ();
  image->is_certain = FALSE;
  count ();
  g_hash_table_remove (power.images, base);
}

static const PigaTestWatch power_watch = {
  .open = open_cb,
  .write = write_cb,
  .truncate = truncate_cb,
  .sync = sync_cb,
  .remove = remove_cb,
};

/**
 * piga_test_power_start:
 * @folder: the folder whose files are watched
 * @rand: decides when the power goes, and what the disk makes of it
 * @interval: how many calls to the disk there are between two cuts, on average
 * @func: called with what each cut would leave
 * @data: for @func
 */
void
piga_test_power_start (const char *folder, GRand *rand, guint interval, PigaTestCutFunc func,
                       gpointer data)
{
  power.folder = g_strdup (folder);
  power.images =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) image_free);
  power.rand = rand;
  power.interval = interval;
  power.left = (guint) g_rand_int_range (rand, 1, (gint32) interval * 2);
  power.func = func;
  power.data = data;
  piga_test_vfs_watch (&power_watch);
}

/**
 * piga_test_power_stop:
 *
 * Watches no more; nothing may be open in the folder.
 */
void
piga_test_power_stop (void)
{
  piga_test_vfs_watch (NULL);
  g_clear_pointer (&power.folder, g_free);
  g_clear_pointer (&power.images, g_hash_table_unref);
}

/**
 * piga_test_disk_write:
 * @disk: what a cut left
 * @folder: an empty folder
 *
 * Writes the files of the disk into a folder.
 */
void
piga_test_disk_write (PigaTestDisk *disk, const char *folder)
{
  GHashTableIter iter;
  gpointer name, bytes;

  g_hash_table_iter_init (&iter, disk);
  while (g_hash_table_iter_next (&iter, &name, &bytes))
    {
      const GByteArray *contents = bytes;
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_set_contents_full (path, (const char *) contents->data, contents->len,
                                               G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    }
}
