/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-page.h"

G_DEFINE_INTERFACE (PigaPage, piga_page, ADW_TYPE_NAVIGATION_PAGE)

static void
piga_page_default_init (PigaPageInterface *iface)
{
}

/**
 * piga_page_flush:
 * @self: the page
 *
 * Hands every draft of the page to the store with piga_store_save_async(), at once. Called when the
 * window closes, the session ends or another page is shown; the caller then waits for the store.
 */
void
piga_page_flush (PigaPage *self)
{
  PigaPageInterface *iface = PIGA_PAGE_GET_IFACE (self);

  if (iface->flush != NULL)
    iface->flush (self);
}
