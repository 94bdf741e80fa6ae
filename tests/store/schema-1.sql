CREATE TABLE note (
  key TEXT PRIMARY KEY NOT NULL,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE entry (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 12),
  prompt TEXT NOT NULL,
  mood TEXT NOT NULL
    CHECK (mood IN ('unsaid', 'very-low', 'low', 'middling', 'good', 'very-good')),
  row INTEGER PRIMARY KEY
) STRICT;
CREATE INDEX entry_list ON entry (row, step, mood) WHERE deleted_at IS NULL;
CREATE TABLE goal (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  title TEXT NOT NULL CHECK (title <> ''),
  what TEXT NOT NULL,
  amount REAL NOT NULL CHECK (amount BETWEEN 0 AND 1000000),
  unit TEXT NOT NULL,
  able TEXT NOT NULL,
  reason TEXT NOT NULL,
  rhythm TEXT NOT NULL CHECK (rhythm IN ('once', 'weekly', 'monthly')),
  due TEXT CHECK (due GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  plan_when TEXT NOT NULL,
  plan_where TEXT NOT NULL,
  step INTEGER NOT NULL CHECK (step BETWEEN 0 AND 12),
  state TEXT NOT NULL CHECK (state IN ('going', 'reached', 'set-aside')),
  row INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE goal_mark (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  goal TEXT NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
  day TEXT NOT NULL CHECK (day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  amount REAL NOT NULL CHECK (amount BETWEEN 0 AND 1000000),
  rest INTEGER NOT NULL CHECK (rest IN (0, 1)),
  note TEXT NOT NULL,
  row INTEGER PRIMARY KEY
) STRICT;
CREATE INDEX goal_mark_goal ON goal_mark (goal);
CREATE TABLE step_check (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 12),
  guide_key TEXT NOT NULL,
  text TEXT NOT NULL,
  done INTEGER NOT NULL CHECK (done IN (0, 1)),
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  row INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE step_state (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 12),
  done INTEGER NOT NULL CHECK (done IN (0, 1)),
  row INTEGER PRIMARY KEY
) STRICT;
CREATE VIRTUAL TABLE entry_search USING fts5 (
  title, body,
  content = 'entry', content_rowid = 'row', prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 2 separators ʼ'
);
CREATE TABLE entry_unindexed (
  row INTEGER PRIMARY KEY,
  title TEXT, body TEXT
) STRICT;
CREATE TRIGGER entry_inserted AFTER INSERT ON entry
BEGIN
  INSERT OR IGNORE INTO entry_unindexed (row) VALUES (new.row);
END;
CREATE TRIGGER entry_updated AFTER UPDATE OF title, body ON entry
  WHEN old.title <> new.title OR old.body <> new.body
BEGIN
  INSERT OR IGNORE INTO entry_unindexed (row, title, body)
    VALUES (old.row, old.title, old.body);
END;
CREATE TRIGGER entry_removed AFTER DELETE ON entry
BEGIN
  INSERT OR IGNORE INTO entry_unindexed (row, title, body)
    VALUES (old.row, old.title, old.body);
END;
CREATE VIRTUAL TABLE goal_search USING fts5 (
  title, what, unit, able, reason, plan_when, plan_where,
  content = 'goal', content_rowid = 'row', prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 2 separators ʼ'
);
CREATE TABLE goal_unindexed (
  row INTEGER PRIMARY KEY,
  title TEXT, what TEXT, unit TEXT, able TEXT, reason TEXT, plan_when TEXT, plan_where TEXT
) STRICT;
CREATE TRIGGER goal_inserted AFTER INSERT ON goal
BEGIN
  INSERT OR IGNORE INTO goal_unindexed (row) VALUES (new.row);
END;
CREATE TRIGGER goal_updated
  AFTER UPDATE OF title, what, unit, able, reason, plan_when, plan_where ON goal
  WHEN old.title <> new.title OR old.what <> new.what OR old.unit <> new.unit
    OR old.able <> new.able OR old.reason <> new.reason OR old.plan_when <> new.plan_when
    OR old.plan_where <> new.plan_where
BEGIN
  INSERT OR IGNORE INTO goal_unindexed
      (row, title, what, unit, able, reason, plan_when, plan_where)
    VALUES (old.row, old.title, old.what, old.unit, old.able, old.reason, old.plan_when,
            old.plan_where);
END;
CREATE TRIGGER goal_removed AFTER DELETE ON goal
BEGIN
  INSERT OR IGNORE INTO goal_unindexed
      (row, title, what, unit, able, reason, plan_when, plan_where)
    VALUES (old.row, old.title, old.what, old.unit, old.able, old.reason, old.plan_when,
            old.plan_where);
END;
CREATE VIRTUAL TABLE goal_mark_search USING fts5 (
  note,
  content = 'goal_mark', content_rowid = 'row', prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 2 separators ʼ'
);
CREATE TABLE goal_mark_unindexed (
  row INTEGER PRIMARY KEY,
  note TEXT
) STRICT;
CREATE TRIGGER goal_mark_inserted AFTER INSERT ON goal_mark
BEGIN
  INSERT OR IGNORE INTO goal_mark_unindexed (row) VALUES (new.row);
END;
CREATE TRIGGER goal_mark_updated AFTER UPDATE OF note ON goal_mark
  WHEN old.note <> new.note
BEGIN
  INSERT OR IGNORE INTO goal_mark_unindexed (row, note)
    VALUES (old.row, old.note);
END;
CREATE TRIGGER goal_mark_removed AFTER DELETE ON goal_mark
BEGIN
  INSERT OR IGNORE INTO goal_mark_unindexed (row, note)
    VALUES (old.row, old.note);
END;
CREATE VIRTUAL TABLE step_check_search USING fts5 (
  text,
  content = 'step_check', content_rowid = 'row', prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 2 separators ʼ'
);
CREATE TABLE step_check_unindexed (
  row INTEGER PRIMARY KEY,
  text TEXT
) STRICT;
CREATE TRIGGER step_check_inserted AFTER INSERT ON step_check
BEGIN
  INSERT OR IGNORE INTO step_check_unindexed (row) VALUES (new.row);
END;
CREATE TRIGGER step_check_updated AFTER UPDATE OF text ON step_check
  WHEN old.text <> new.text
BEGIN
  INSERT OR IGNORE INTO step_check_unindexed (row, text)
    VALUES (old.row, old.text);
END;
CREATE TRIGGER step_check_removed AFTER DELETE ON step_check
BEGIN
  INSERT OR IGNORE INTO step_check_unindexed (row, text)
    VALUES (old.row, old.text);
END;
