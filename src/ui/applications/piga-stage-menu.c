/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-stage-menu.h"

/**
 * piga_stage_menu_new:
 * @action: the name of an action that takes a stage as a 32-bit number
 *
 * Returns: (transfer full): a section with all stages, for a menu
 */
GMenuModel *
piga_stage_menu_new (const char *action)
{
  GMenu *menu = g_menu_new ();

  for (PigaStage stage = PIGA_STAGE_THINKING; stage < PIGA_N_STAGES; stage++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (piga_stage_get_label (stage), NULL);

      g_menu_item_set_action_and_target (item, action, "i", (int) stage);
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}
