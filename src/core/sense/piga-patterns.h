/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "records/piga-interview.h"
#include "records/piga-remark.h"
#include "records/piga-theme.h"

G_BEGIN_DECLS

#define PIGA_N_VOICES (PIGA_VOICE_PARTNER + 1)
#define PIGA_N_SIDES (PIGA_SIDE_GAP + 1)

/* Below so many interviews nothing is said; a pattern comes back with so many employers. */
#define PIGA_PATTERNS_LEAST_INTERVIEWS 3
#define PIGA_PATTERNS_LEAST_EMPLOYERS 3

/**
 * PigaPatternCell:
 * @counts: how often it was noted, by voice (#PigaVoice) and side (#PigaSide)
 * @apart: how often it was noted as a gap that is not the person's to change; not in @counts
 * @sources: (element-type PigaRecord): the questions and remarks that say so
 *
 * What was noted of one theme in one interview.
 */
typedef struct
{
  guint counts[PIGA_N_VOICES][PIGA_N_SIDES];
  guint apart;
  GPtrArray *sources;
} PigaPatternCell;

/**
 * PigaPatternRow:
 * @theme: the theme, never %PIGA_THEME_UNSAID
 * @cells: (element-type PigaPatternCell) (nullable): one for each of the interviews of the
 *   #PigaPatterns, in their order; %NULL where nothing was noted
 * @n_interviews: in how many interviews it was noted, by side
 * @n_employers: with how many employers, by side
 * @n_apart: in how many interviews it was noted as not the person's to change
 */
typedef struct
{
  PigaTheme theme;
  GPtrArray *cells;
  guint n_interviews[PIGA_N_SIDES];
  guint n_employers[PIGA_N_SIDES];
  guint n_apart;
} PigaPatternRow;

/**
 * PigaPatterns:
 * @interviews: (element-type PigaInterview): those with anything noted, the oldest first
 * @rows: (element-type PigaPatternRow): the themes with anything noted, in their order
 * @n_employers: with how many employers the interviews were
 *
 * What was noted of interviews, theme by theme.
 */
typedef struct
{
  GPtrArray *interviews;
  GPtrArray *rows;
  guint n_employers;
} PigaPatterns;

/* Reads patterns piece by piece, for who has little time at a stretch. */
typedef struct _PigaPatternsReader PigaPatternsReader;

PigaPatternsReader *piga_patterns_reader_new (GListModel *applications, GListModel *interviews,
                                              GListModel *questions, GListModel *remarks);
void piga_patterns_reader_free (PigaPatternsReader *self);
PigaPatterns *piga_patterns_reader_read (PigaPatternsReader *self, gint64 until);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaPatternsReader, piga_patterns_reader_free)

PigaPatterns *piga_patterns_new (GListModel *applications, GListModel *interviews,
                                 GListModel *questions, GListModel *remarks);
void piga_patterns_free (PigaPatterns *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PigaPatterns, piga_patterns_free)

GPtrArray *piga_patterns_rank (PigaPatterns *self, PigaSide side);
GPtrArray *piga_patterns_rank_apart (PigaPatterns *self);
gboolean piga_patterns_are_enough (PigaPatterns *self);
char *piga_patterns_sentence (PigaPatterns *self);

guint piga_pattern_cell_count (const PigaPatternCell *cell, PigaSide side);
gboolean piga_pattern_row_comes_back (const PigaPatternRow *row, PigaSide side);
char *piga_pattern_row_sentence (PigaPatterns *patterns, const PigaPatternRow *row, PigaSide side);
char *piga_pattern_row_apart_sentence (PigaPatterns *patterns, const PigaPatternRow *row);

G_END_DECLS
