-- Copyright 2026 The Piga Hatua contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

PRAGMA application_id = 0x50494841;

CREATE TABLE note (
  key TEXT PRIMARY KEY NOT NULL,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 1;
