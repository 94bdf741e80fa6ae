/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-store-banner.h"

#include <glib/gi18n-lib.h>

#include "piga-error.h"

struct _PigaStoreBanner
{
  AdwBin parent_instance;

  AdwBanner *banner;

  PigaStore *store;
};

G_DEFINE_FINAL_TYPE (PigaStoreBanner, piga_store_banner, ADW_TYPE_BIN)

/* What is wrong with a record is for the person to mend: its own sentence says what it is. */
static gboolean
is_invalid (const GError *error)
{
  return g_error_matches (error, PIGA_ERROR, PIGA_ERROR_INVALID);
}

static const char *
describe_error (const GError *error)
{
  if (g_error_matches (error, PIGA_ERROR, PIGA_ERROR_FULL))
    return _ ("The disk is full. What you wrote is still here, and is saved once there is room.");
  if (g_error_matches (error, PIGA_ERROR, PIGA_ERROR_BUSY))
    return _ ("Another program is using your data. What you wrote is still here, and is saved as "
              "soon as it can be.");
  if (g_error_matches (error, PIGA_ERROR, PIGA_ERROR_READ_ONLY))
    return _ ("The folder of your data cannot be written to. What you wrote is still here.");
  if (g_error_matches (error, PIGA_ERROR, PIGA_ERROR_CORRUPT))
    return _ ("The file of your data is damaged in places. Copy what is not saved. When you start "
              "Piga Hatua again, you can take out what can be read.");
  return _ ("Could not save. What you wrote is still here.");
}

static void
show (PigaStoreBanner *self, const char *title, const char *button)
{
  adw_banner_set_title (self->banner, title);
  adw_banner_set_button_label (self->banner, button);
  adw_banner_set_revealed (self->banner, TRUE);
}

static void
show_error (PigaStoreBanner *self, const GError *error)
{
  g_autofree char *text = NULL;

  if (!is_invalid (error))
    {
      show (self, describe_error (error), _ ("Try Again"));
      return;
    }
  /* Translators: %s is a sentence that says what is wrong, such as “The goal cannot be empty.” */
  text = g_strdup_printf (_ ("Not saved yet: %s"), error->message);
  show (self, text, NULL);
}

/* What goes on being wrong is said before what is over. */
static void
update (PigaStoreBanner *self)
{
  const PigaStoreState state = piga_store_get_state (self->store);
  const GError *error = piga_store_get_error (self->store);
  const char *notice = piga_store_get_notice (self->store);

  if (state == PIGA_STORE_READ_ONLY)
    show (self,
          _ ("Your data can be read, but not changed: their file or folder is read-only. "
             "Nothing was lost."),
          NULL);
  else if (state == PIGA_STORE_READY && error != NULL)
    show_error (self, error);
  else if (state == PIGA_STORE_READY && notice != NULL)
    show (self, notice, _ ("Close"));
  else
    adw_banner_set_revealed (self->banner, FALSE);
}

/* The answer comes by the store's error. */
static void
button_clicked_cb (PigaStoreBanner *self)
{
  if (piga_store_get_error (self->store) != NULL)
    piga_store_flush_async (self->store, NULL, NULL, NULL);
  else
    piga_store_dismiss_notice (self->store);
}

static void
piga_store_banner_dispose (GObject *object)
{
  g_clear_object (&PIGA_STORE_BANNER (object)->store);

  G_OBJECT_CLASS (piga_store_banner_parent_class)->dispose (object);
}

static void
piga_store_banner_class_init (PigaStoreBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_store_banner_dispose;
}

static void
piga_store_banner_init (PigaStoreBanner *self)
{
  self->banner = ADW_BANNER (adw_banner_new (""));
  /* The name of a file can hold what looks like markup. */
  adw_banner_set_use_markup (self->banner, FALSE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
  g_signal_connect_swapped (self->banner, "button-clicked", G_CALLBACK (button_clicked_cb), self);
}

/**
 * piga_store_banner_set_store:
 * @self: the banner
 * @store: the store whose state it tells; set once
 */
void
piga_store_banner_set_store (PigaStoreBanner *self, PigaStore *store)
{
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::error", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::notice", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
