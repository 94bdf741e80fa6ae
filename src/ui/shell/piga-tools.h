/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "kit/piga-context.h"

G_BEGIN_DECLS

/**
 * PigaTool:
 * @name: how the program calls it
 * @title: how it is called, a message id
 * @about: what it is for, in a handful of words, a message id
 * @get_type: the kind of the record that it is about; %NULL where it is about all of them
 * @open: makes its page for the record with an id; returns %NULL where there is no such record
 * @describe: (nullable): says in one line where it stands for that record, or returns %NULL where
 *   nothing has been done yet
 *
 * A page that is about one record, or about all of them, and that can be opened from several
 * places.
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *about;
  GType (*get_type) (void);
  AdwNavigationPage *(*open) (PigaContext *context, const char *id);
  char *(*describe) (PigaContext *context, const char *id);
} PigaTool;

const PigaTool *piga_tools_find (const char *name);
gboolean piga_tools_has_record (PigaContext *context, const PigaTool *tool, const char *id);

G_END_DECLS
