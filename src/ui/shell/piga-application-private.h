/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kit/piga-context.h"
#include "piga-application.h"
#include "piga-window.h"

G_BEGIN_DECLS

struct _PigaApplication
{
  AdwApplication parent_instance;

  PigaContext *context;

  guint inhibit_cookie; /* while the session waits for us */
  gboolean leaving;
  gboolean asking; /* whether to stay, because not everything could be saved */
  gboolean restart;
};

PigaWindow *piga_application_get_window (PigaApplication *self);
void piga_application_leave (PigaApplication *self);
void piga_application_watch_session (PigaApplication *self);

G_END_DECLS
