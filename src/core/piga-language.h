/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PIGA_LANGUAGE_SYSTEM "system"
#define PIGA_LANGUAGE_ENGLISH "en"
#define PIGA_LANGUAGE_KISWAHILI "sw"

void piga_language_prepare (const char *choice, const char *locale_dir);

const char *piga_language_current (void);
const char *piga_language_text (const char *language, const char *msgid) G_GNUC_FORMAT (2);
const char *piga_language_text_in_context (const char *language, const char *context,
                                           const char *msgid);

char *piga_language_number (double number);

G_END_DECLS
