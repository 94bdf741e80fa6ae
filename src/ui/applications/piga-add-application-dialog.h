/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

#define PIGA_TYPE_ADD_APPLICATION_DIALOG (piga_add_application_dialog_get_type ())

/* The dialog in which an application is added in twenty seconds. */
G_DECLARE_FINAL_TYPE (PigaAddApplicationDialog, piga_add_application_dialog, PIGA,
                      ADD_APPLICATION_DIALOG, AdwDialog)

PigaAddApplicationDialog *piga_add_application_dialog_new (PigaContext *context);

void piga_add_application_dialog_flush (PigaAddApplicationDialog *self);

G_END_DECLS
