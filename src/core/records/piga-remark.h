/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "piga-record.h"

G_BEGIN_DECLS

#define PIGA_TYPE_REMARK (piga_remark_get_type ())

G_DECLARE_FINAL_TYPE (PigaRemark, piga_remark, PIGA, REMARK, PigaRecord)

/* The fields, in the order of their declaration. */
enum
{
  PIGA_REMARK_INTERVIEW,
  PIGA_REMARK_VOICE,
  PIGA_REMARK_TEXT,
  PIGA_REMARK_THEME,
  PIGA_REMARK_SIDE,
  PIGA_REMARK_MINE,
  PIGA_REMARK_AGREE,
  PIGA_REMARK_FIX,
};

typedef enum
{
  PIGA_VOICE_ME,
  PIGA_VOICE_EMPLOYER,
  PIGA_VOICE_PARTNER,
} PigaVoice;

typedef enum
{
  PIGA_SIDE_STRENGTH,
  PIGA_SIDE_GAP,
} PigaSide;

typedef enum
{
  PIGA_MINE_UNSAID,
  PIGA_MINE_MINE,
  PIGA_MINE_PARTLY,
  PIGA_MINE_NOT_MINE,
} PigaMine;

typedef enum
{
  PIGA_AGREE_UNSAID,
  PIGA_AGREE_FULLY,
  PIGA_AGREE_PARTLY,
  PIGA_AGREE_NOT,
} PigaAgree;

G_END_DECLS
