/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PIGA_TYPE_APPLICATION (piga_application_get_type ())

/* The application: one instance, its actions, its command line, and the way out. */
G_DECLARE_FINAL_TYPE (PigaApplication, piga_application, PIGA, APPLICATION, AdwApplication)

PigaApplication *piga_application_new (void);

gboolean piga_application_wants_restart (PigaApplication *self);

G_END_DECLS
