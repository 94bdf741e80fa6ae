/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "kit/piga-context.h"
#include "records/piga-remark.h"

G_BEGIN_DECLS

/* What a person does with what was said. Each is kept at once and says so with a toast that can
 * undo it; the toast shows in the window that holds @widget. */

void piga_remark_add (GtkWidget *widget, PigaContext *context, const char *interview, PigaSide side,
                      const char *const *texts);
void piga_remark_practise (GtkWidget *widget, PigaContext *context, PigaRemark *remark);
void piga_remark_make_goal (GtkWidget *widget, PigaRemark *remark, guint step);
guint piga_remark_get_step (PigaRemark *remark);

G_END_DECLS
