/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_PAGE (piga_page_get_type ())

G_DECLARE_INTERFACE (PigaPage, piga_page, PIGA, PAGE, AdwNavigationPage)

/**
 * PigaPageInterface:
 * @flush: hand every draft to the store, at once and without waiting for an answer
 *
 * What the window asks of a room. Everything is optional.
 */
struct _PigaPageInterface
{
  GTypeInterface parent_iface;

  void (*flush) (PigaPage *self);
};

void piga_page_flush (PigaPage *self);

G_END_DECLS
