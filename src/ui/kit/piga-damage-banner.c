/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-damage-banner.h"

#include <glib/gi18n-lib.h>

#define TOLD "damage-told"

struct _PigaDamageBanner
{
  AdwBin parent_instance;

  AdwBanner *banner;

  PigaStore *store;
  GSettings *settings;
};

G_DEFINE_FINAL_TYPE (PigaDamageBanner, piga_damage_banner, ADW_TYPE_BIN)

/* The damaged records of which the person was not told. */
static guint
count_new (PigaDamageBanner *self)
{
  g_auto (GStrv) damaged = piga_store_get_damaged (self->store);
  g_auto (GStrv) told = g_settings_get_strv (self->settings, TOLD);
  guint n_new = 0;

  for (guint i = 0; damaged[i] != NULL; i++)
    n_new += !g_strv_contains ((const char *const *) told, damaged[i]);
  return n_new;
}

static void
update (PigaDamageBanner *self)
{
  const guint n_new = count_new (self);
  g_autofree char *title = NULL;

  if (n_new > 0)
    {
      title = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     /* Translators: � stands in a text for each byte that cannot be read. */
                     "The disk has damaged %u record. What cannot be read in it shows as �; "
                     "the rest is here, and the original is kept.",
                     "The disk has damaged %u records. What cannot be read in them shows as �; "
                     "the rest is here, and the originals are kept.",
                     n_new),
        n_new);
      adw_banner_set_title (self->banner, title);
    }
  adw_banner_set_revealed (self->banner, n_new > 0);
}

static void
close_cb (PigaDamageBanner *self)
{
  g_auto (GStrv) damaged = piga_store_get_damaged (self->store);
  g_auto (GStrv) told = g_settings_get_strv (self->settings, TOLD);
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  g_strv_builder_addv (all, (const char **) told);
  for (guint i = 0; damaged[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) told, damaged[i]))
      g_strv_builder_add (all, damaged[i]);
  ids = g_strv_builder_end (all);
  g_settings_set_strv (self->settings, TOLD, (const char *const *) ids);
  update (self);
}

static void
piga_damage_banner_dispose (GObject *object)
{
  PigaDamageBanner *self = PIGA_DAMAGE_BANNER (object);

  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (piga_damage_banner_parent_class)->dispose (object);
}

static void
piga_damage_banner_class_init (PigaDamageBannerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_damage_banner_dispose;
}

static void
piga_damage_banner_init (PigaDamageBanner *self)
{
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_banner_set_button_label (self->banner, _ ("_Close"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
  g_signal_connect_swapped (self->banner, "button-clicked", G_CALLBACK (close_cb), self);
}

/**
 * piga_damage_banner_set_up:
 * @self: the banner
 * @store: the store whose damage it tells; set once
 * @settings: the settings, which remember what was told
 */
void
piga_damage_banner_set_up (PigaDamageBanner *self, PigaStore *store, GSettings *settings)
{
  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (store, "notify::n-damaged", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
