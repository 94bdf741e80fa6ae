/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The tools of the rooms: pages that are about one record, or about all of them, and that can be
 * opened from several places. */

#include "config.h"

#include "piga-tools.h"

/* Makes the page of a tool, or returns NULL when there is no such record. */
typedef AdwNavigationPage *(*PigaToolFunc) (PigaContext *context, const char *id);

typedef struct
{
  const char *name;
  PigaToolFunc open;
} Tool;

static const Tool tools[] = {
  { NULL, NULL },
};

/**
 * piga_tools_open:
 * @context: the context
 * @tool: the name of a tool
 * @id: the id of the record that it is about, empty for none
 *
 * Returns: (transfer floating) (nullable): its page, new; %NULL when there is no such record
 */
AdwNavigationPage *
piga_tools_open (PigaContext *context, const char *tool, const char *id)
{
  for (const Tool *known = tools; known->name != NULL; known++)
    if (g_str_equal (known->name, tool))
      return known->open (context, id);

  g_return_val_if_reached (NULL);
}
