/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of #PigaBackups share among themselves, and nobody else. */

#pragma once

#include "piga-backups.h"

G_BEGIN_DECLS

struct _PigaBackups
{
  GObject parent_instance;

  PigaStore *store;
  PigaSecondPlace *place;
  char *folder;

  GError *error;
  GTask *running; /* what is being made, or NULL */
  GQueue waiting; /* of GTask: what is made after that */

  /* The day of the last daily backup, once one was made or found. */
  PigaDay day;
  gboolean is_changed;
  gint64 first_change; /* by the clock that never jumps */
  guint source;
};

void piga_backups_set_error (PigaBackups *self, const GError *error);
void piga_backups_notify_busy (PigaBackups *self);
void piga_backups_emit_changed (PigaBackups *self);

/* Making one: piga-backups-make.c */
void piga_backups_start_making (PigaBackups *self, PigaBackupReason reason, GTask *task);

G_END_DECLS
