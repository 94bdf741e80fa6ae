-- Copyright 2026 The Piga Hatua contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE visit (
  id TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL,
  place TEXT NOT NULL,
  story TEXT NOT NULL,
  people INTEGER NOT NULL,
  fare REAL NOT NULL,
  again INTEGER NOT NULL,
  weather TEXT NOT NULL,
  day TEXT,
  before TEXT REFERENCES visit (id),
  row INTEGER PRIMARY KEY
) STRICT;

CREATE VIRTUAL TABLE visit_search USING fts5 (
  place, story,
  content = 'visit', content_rowid = 'row', prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 2 separators ʼ'
);

CREATE TABLE visit_unindexed (
  row INTEGER PRIMARY KEY,
  place TEXT, story TEXT
) STRICT;

CREATE TRIGGER visit_inserted AFTER INSERT ON visit
BEGIN
  INSERT OR IGNORE INTO visit_unindexed (row) VALUES (new.row);
END;

PRAGMA user_version = 2;
