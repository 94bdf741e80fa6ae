/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "piga-store.h"

G_BEGIN_DECLS

#define PIGA_TYPE_TRANSFER_COMMAND (piga_transfer_command_get_type ())

/* Export and import from the command line: a program of its own, without a display. */
G_DECLARE_FINAL_TYPE (PigaTransferCommand, piga_transfer_command, PIGA, TRANSFER_COMMAND,
                      GApplication)

int piga_transfer_command_run (PigaStore *store, const char *export_path, const char *import_path);

G_END_DECLS
