/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define PIGA_TYPE_EMPLOYER_BOOK (piga_employer_book_get_type ())

G_DECLARE_FINAL_TYPE (PigaEmployerBook, piga_employer_book, PIGA, EMPLOYER_BOOK, GObject)

PigaEmployerBook *piga_employer_book_new (void);

guint piga_employer_book_get_number (PigaEmployerBook *self, const char *name);

G_END_DECLS
