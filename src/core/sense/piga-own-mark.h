/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "records/piga-remark.h"

G_BEGIN_DECLS

/**
 * PigaOwnMark:
 * @PIGA_OWN_MARK_NONE: the person marked nothing of the theme
 * @PIGA_OWN_MARK_STRONG: all that they marked is strong
 * @PIGA_OWN_MARK_SOLID: all that they marked is solid
 * @PIGA_OWN_MARK_GAP: all that they marked is a gap
 * @PIGA_OWN_MARK_MIXED: some of this and some of that
 *
 * How the person themselves marked a theme of one interview.
 */
typedef enum
{
  PIGA_OWN_MARK_NONE,
  PIGA_OWN_MARK_STRONG,
  PIGA_OWN_MARK_SOLID,
  PIGA_OWN_MARK_GAP,
  PIGA_OWN_MARK_MIXED,
} PigaOwnMark;

PigaOwnMark piga_own_mark_get (PigaRemark *remark, GListModel *questions, GListModel *remarks);
const char *piga_own_mark_sentence (PigaRemark *remark, GListModel *questions, GListModel *remarks);

G_END_DECLS
