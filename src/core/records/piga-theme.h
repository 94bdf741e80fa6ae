/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-field.h"

G_BEGIN_DECLS

/* What a question or a remark is about. */
typedef enum
{
  PIGA_THEME_UNSAID,
  PIGA_THEME_CLARITY,
  PIGA_THEME_EXAMPLES,
  PIGA_THEME_SKILLS,
  PIGA_THEME_FIELD,
  PIGA_THEME_EMPLOYER,
  PIGA_THEME_MOTIVATION,
  PIGA_THEME_EXPERIENCE,
  PIGA_THEME_CONFIDENCE,
  PIGA_THEME_PEOPLE,
  PIGA_THEME_PAPERS,
  PIGA_THEME_MANNERS,
  PIGA_THEME_TERMS,
  PIGA_THEME_CHANCE,
} PigaTheme;

#define PIGA_N_THEMES (PIGA_THEME_CHANCE + 1)

extern const PigaChoice piga_themes[];

G_END_DECLS
