/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/* The fonts, the first that there is, and the size of running text. */
#define PIGA_PAPER_TEXT_FAMILIES "Adwaita Sans,Cantarell,sans"
#define PIGA_PAPER_TEXT_POINTS 10.5

PangoContext *piga_paper_text_create_context (void);

G_END_DECLS
