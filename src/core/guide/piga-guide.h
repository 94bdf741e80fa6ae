/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-step.h"

G_BEGIN_DECLS

#define PIGA_GUIDE_N_STEPS 12

const PigaStep *piga_guide_get_step (guint number);
const PigaPassage *piga_guide_get_introduction (void);
const PigaPassage *piga_guide_get_closing (void);
const PigaCheck *piga_guide_find_check (guint step, const char *key);
const PigaPrompt *piga_guide_find_prompt (guint step, const char *key);

/* The content: one file a step, and one for what stands before and after them. */
extern const PigaStep piga_step_01_feelings;
extern const PigaStep piga_step_02_feedback;
extern const PigaStep piga_step_03_reflection;
extern const PigaStep piga_step_04_skills;
extern const PigaStep piga_step_05_profile;
extern const PigaStep piga_step_06_network;
extern const PigaStep piga_step_07_opportunities;
extern const PigaStep piga_step_08_growth;
extern const PigaStep piga_step_09_persistence;
extern const PigaStep piga_step_10_support;
extern const PigaStep piga_step_11_coaching;
extern const PigaStep piga_step_12_next;
extern const PigaPassage piga_guide_introduction;
extern const PigaPassage piga_guide_closing;

G_END_DECLS
