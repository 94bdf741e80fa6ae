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
, round TEXT REFERENCES interview (id) ON DELETE SET NULL) STRICT;
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
, round TEXT REFERENCES interview (id) ON DELETE SET NULL, remark TEXT REFERENCES remark (id) ON DELETE SET NULL, theme TEXT NOT NULL DEFAULT 'unsaid'
  CHECK (theme IN (
    'unsaid', 'clarity', 'examples', 'skills', 'field', 'employer', 'motivation',
    'experience', 'confidence', 'people', 'papers', 'manners', 'terms', 'chance')), counts TEXT NOT NULL DEFAULT 'by-hand'
  CHECK (counts IN ('by-hand', 'applications'))) STRICT;
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
, round TEXT REFERENCES interview (id) ON DELETE CASCADE) STRICT;
CREATE TABLE step_state (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 12),
  done INTEGER NOT NULL CHECK (done IN (0, 1)),
  row INTEGER PRIMARY KEY
, round TEXT REFERENCES interview (id) ON DELETE CASCADE) STRICT;
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
CREATE TABLE application (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  employer TEXT NOT NULL,
  role TEXT NOT NULL,
  source TEXT NOT NULL
    CHECK (source IN (
      'unsaid', 'board', 'newspaper', 'site', 'person', 'social', 'agency', 'visit',
      'other')),
  link TEXT NOT NULL,
  closing_on TEXT CHECK (closing_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  county TEXT NOT NULL,
  pay TEXT NOT NULL,
  fare REAL NOT NULL CHECK (fare BETWEEN 0 AND 10000000),
  printing REAL NOT NULL CHECK (printing BETWEEN 0 AND 10000000),
  data REAL NOT NULL CHECK (data BETWEEN 0 AND 10000000),
  documents TEXT NOT NULL,
  notes TEXT NOT NULL,
  contact TEXT NOT NULL,
  contact_email TEXT NOT NULL,
  contact_phone TEXT NOT NULL,
  thinking_on TEXT CHECK (thinking_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  applied_on TEXT CHECK (applied_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  silent_on TEXT CHECK (silent_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  invited_on TEXT CHECK (invited_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  interviewed_on TEXT CHECK (interviewed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  offered_on TEXT CHECK (offered_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  not_chosen_on TEXT CHECK (not_chosen_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  withdrawn_on TEXT CHECK (withdrawn_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  followed_up_on TEXT CHECK (followed_up_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  sign_fee INTEGER NOT NULL CHECK (sign_fee IN (0, 1)),
  sign_connection INTEGER NOT NULL CHECK (sign_connection IN (0, 1)),
  sign_address INTEGER NOT NULL CHECK (sign_address IN (0, 1)),
  sign_pay INTEGER NOT NULL CHECK (sign_pay IN (0, 1)),
  sign_no_interview INTEGER NOT NULL CHECK (sign_no_interview IN (0, 1)),
  sign_hurry INTEGER NOT NULL CHECK (sign_hurry IN (0, 1)),
  row INTEGER PRIMARY KEY
) STRICT;
CREATE TABLE interview (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  application TEXT NOT NULL REFERENCES application (id) ON DELETE CASCADE,
  day TEXT CHECK (day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  format TEXT NOT NULL
    CHECK (format IN ('unsaid', 'panel', 'telephone', 'online', 'practical', 'aptitude')),
  people TEXT NOT NULL,
  outcome TEXT NOT NULL
    CHECK (outcome IN ('waiting', 'next-round', 'not-chosen', 'offer', 'withdrawn')),
  heard_on TEXT CHECK (heard_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  closed_on TEXT CHECK (closed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  notes TEXT NOT NULL,
  recall TEXT NOT NULL,
  surprise TEXT NOT NULL,
  debriefed_on TEXT CHECK (debriefed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  prep_advert INTEGER NOT NULL CHECK (prep_advert IN (0, 1)),
  prep_employer INTEGER NOT NULL CHECK (prep_employer IN (0, 1)),
  prep_aloud INTEGER NOT NULL CHECK (prep_aloud IN (0, 1)),
  prep_stories INTEGER NOT NULL CHECK (prep_stories IN (0, 1)),
  prep_papers INTEGER NOT NULL CHECK (prep_papers IN (0, 1)),
  prep_route INTEGER NOT NULL CHECK (prep_route IN (0, 1)),
  prep_rest INTEGER NOT NULL CHECK (prep_rest IN (0, 1)),
  row INTEGER PRIMARY KEY
) STRICT;
CREATE INDEX interview_application ON interview (application);
CREATE TABLE remark (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  interview TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  voice TEXT NOT NULL CHECK (voice IN ('me', 'employer', 'partner')),
  text TEXT NOT NULL,
  theme TEXT NOT NULL
    CHECK (theme IN (
      'unsaid', 'clarity', 'examples', 'skills', 'field', 'employer', 'motivation',
      'experience', 'confidence', 'people', 'papers', 'manners', 'terms', 'chance')),
  side TEXT NOT NULL CHECK (side IN ('strength', 'gap')),
  mine TEXT NOT NULL CHECK (mine IN ('unsaid', 'mine', 'partly', 'not-mine')),
  agree TEXT NOT NULL CHECK (agree IN ('unsaid', 'fully', 'partly', 'not')),
  fix TEXT NOT NULL,
  row INTEGER PRIMARY KEY
) STRICT;
CREATE INDEX remark_interview ON remark (interview);
CREATE TABLE question (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  interview TEXT REFERENCES interview (id) ON DELETE SET NULL,
  text TEXT NOT NULL,
  answer TEXT NOT NULL,
  rating TEXT NOT NULL CHECK (rating IN ('unrated', 'strong', 'solid', 'gap')),
  theme TEXT NOT NULL
    CHECK (theme IN (
      'unsaid', 'clarity', 'examples', 'skills', 'field', 'employer', 'motivation',
      'experience', 'confidence', 'people', 'papers', 'manners', 'terms', 'chance')),
  practise INTEGER NOT NULL CHECK (practise IN (0, 1)),
  remark TEXT REFERENCES remark (id) ON DELETE SET NULL,
  row INTEGER PRIMARY KEY
) STRICT;
CREATE INDEX question_interview ON question (interview);
CREATE INDEX question_remark ON question (remark);
CREATE TABLE feedback_request (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  interview TEXT NOT NULL REFERENCES interview (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('mail', 'telephone', 'sms', 'letter')),
  language TEXT NOT NULL CHECK (language IN ('english', 'kiswahili')),
  tone TEXT NOT NULL CHECK (tone IN ('warm', 'formal')),
  first_question TEXT NOT NULL
    CHECK (first_question IN ('none', 'improve', 'strength', 'weakest', 'appointed',
      'papers', 'again')),
  second_question TEXT NOT NULL
    CHECK (second_question IN ('none', 'improve', 'strength', 'weakest', 'appointed',
      'papers', 'again')),
  text TEXT NOT NULL,
  follow_up_text TEXT NOT NULL,
  sent_on TEXT CHECK (sent_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  followed_up_on TEXT CHECK (followed_up_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  answered_on TEXT CHECK (answered_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  closed_on TEXT CHECK (closed_on GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  row INTEGER PRIMARY KEY
) STRICT;
CREATE INDEX feedback_request_interview ON feedback_request (interview);
CREATE TABLE profile (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  town TEXT NOT NULL,
  row INTEGER PRIMARY KEY
) STRICT;
CREATE INDEX entry_round ON entry (round) WHERE round IS NOT NULL;
CREATE INDEX goal_round ON goal (round) WHERE round IS NOT NULL;
CREATE INDEX goal_remark ON goal (remark) WHERE remark IS NOT NULL;
CREATE INDEX step_check_round ON step_check (round) WHERE round IS NOT NULL;
CREATE INDEX step_state_round ON step_state (round) WHERE round IS NOT NULL;
CREATE INDEX entry_list ON entry (row, step, mood, round) WHERE deleted_at IS NULL;
CREATE INDEX entry_trash ON entry (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE VIRTUAL TABLE application_search USING fts5 (
  employer, role, notes,
  content = 'application', content_rowid = 'row', prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 2 separators ʼ'
);
CREATE TABLE application_unindexed (
  row INTEGER PRIMARY KEY,
  employer TEXT, role TEXT, notes TEXT
) STRICT;
CREATE TRIGGER application_inserted AFTER INSERT ON application
BEGIN
  INSERT OR IGNORE INTO application_unindexed (row) VALUES (new.row);
END;
CREATE TRIGGER application_updated AFTER UPDATE OF employer, role, notes ON application
  WHEN old.employer <> new.employer OR old.role <> new.role OR old.notes <> new.notes
BEGIN
  INSERT OR IGNORE INTO application_unindexed (row, employer, role, notes)
    VALUES (old.row, old.employer, old.role, old.notes);
END;
CREATE TRIGGER application_removed AFTER DELETE ON application
BEGIN
  INSERT OR IGNORE INTO application_unindexed (row, employer, role, notes)
    VALUES (old.row, old.employer, old.role, old.notes);
END;
CREATE VIRTUAL TABLE interview_search USING fts5 (
  people, notes, recall, surprise,
  content = 'interview', content_rowid = 'row', prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 2 separators ʼ'
);
CREATE TABLE interview_unindexed (
  row INTEGER PRIMARY KEY,
  people TEXT, notes TEXT, recall TEXT, surprise TEXT
) STRICT;
CREATE TRIGGER interview_inserted AFTER INSERT ON interview
BEGIN
  INSERT OR IGNORE INTO interview_unindexed (row) VALUES (new.row);
END;
CREATE TRIGGER interview_updated AFTER UPDATE OF people, notes, recall, surprise ON interview
  WHEN old.people <> new.people OR old.notes <> new.notes OR old.recall <> new.recall
    OR old.surprise <> new.surprise
BEGIN
  INSERT OR IGNORE INTO interview_unindexed (row, people, notes, recall, surprise)
    VALUES (old.row, old.people, old.notes, old.recall, old.surprise);
END;
CREATE TRIGGER interview_removed AFTER DELETE ON interview
BEGIN
  INSERT OR IGNORE INTO interview_unindexed (row, people, notes, recall, surprise)
    VALUES (old.row, old.people, old.notes, old.recall, old.surprise);
END;
CREATE VIRTUAL TABLE remark_search USING fts5 (
  text, fix,
  content = 'remark', content_rowid = 'row', prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 2 separators ʼ'
);
CREATE TABLE remark_unindexed (
  row INTEGER PRIMARY KEY,
  text TEXT, fix TEXT
) STRICT;
CREATE TRIGGER remark_inserted AFTER INSERT ON remark
BEGIN
  INSERT OR IGNORE INTO remark_unindexed (row) VALUES (new.row);
END;
CREATE TRIGGER remark_updated AFTER UPDATE OF text, fix ON remark
  WHEN old.text <> new.text OR old.fix <> new.fix
BEGIN
  INSERT OR IGNORE INTO remark_unindexed (row, text, fix)
    VALUES (old.row, old.text, old.fix);
END;
CREATE TRIGGER remark_removed AFTER DELETE ON remark
BEGIN
  INSERT OR IGNORE INTO remark_unindexed (row, text, fix)
    VALUES (old.row, old.text, old.fix);
END;
CREATE VIRTUAL TABLE question_search USING fts5 (
  text, answer,
  content = 'question', content_rowid = 'row', prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 2 separators ʼ'
);
CREATE TABLE question_unindexed (
  row INTEGER PRIMARY KEY,
  text TEXT, answer TEXT
) STRICT;
CREATE TRIGGER question_inserted AFTER INSERT ON question
BEGIN
  INSERT OR IGNORE INTO question_unindexed (row) VALUES (new.row);
END;
CREATE TRIGGER question_updated AFTER UPDATE OF text, answer ON question
  WHEN old.text <> new.text OR old.answer <> new.answer
BEGIN
  INSERT OR IGNORE INTO question_unindexed (row, text, answer)
    VALUES (old.row, old.text, old.answer);
END;
CREATE TRIGGER question_removed AFTER DELETE ON question
BEGIN
  INSERT OR IGNORE INTO question_unindexed (row, text, answer)
    VALUES (old.row, old.text, old.answer);
END;
CREATE VIRTUAL TABLE feedback_request_search USING fts5 (
  text, follow_up_text,
  content = 'feedback_request', content_rowid = 'row', prefix = '2 3 4',
  tokenize = 'unicode61 remove_diacritics 2 separators ʼ'
);
CREATE TABLE feedback_request_unindexed (
  row INTEGER PRIMARY KEY,
  text TEXT,
  follow_up_text TEXT
) STRICT;
CREATE TRIGGER feedback_request_inserted AFTER INSERT ON feedback_request
BEGIN
  INSERT OR IGNORE INTO feedback_request_unindexed (row) VALUES (new.row);
END;
CREATE TRIGGER feedback_request_updated AFTER UPDATE OF text, follow_up_text ON feedback_request
  WHEN old.text <> new.text OR old.follow_up_text <> new.follow_up_text
BEGIN
  INSERT OR IGNORE INTO feedback_request_unindexed (row, text, follow_up_text)
    VALUES (old.row, old.text, old.follow_up_text);
END;
CREATE TRIGGER feedback_request_removed AFTER DELETE ON feedback_request
BEGIN
  INSERT OR IGNORE INTO feedback_request_unindexed (row, text, follow_up_text)
    VALUES (old.row, old.text, old.follow_up_text);
END;
CREATE TABLE damaged_value (
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 36),
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  deleted_at INTEGER,
  revision INTEGER NOT NULL CHECK (revision > 0),
  of_kind TEXT NOT NULL CHECK (of_kind <> ''),
  of_record TEXT NOT NULL CHECK (of_record <> ''),
  of_field TEXT NOT NULL CHECK (of_field <> ''),
  part INTEGER NOT NULL CHECK (part BETWEEN 0 AND 1000),
  bytes TEXT NOT NULL,
  row INTEGER PRIMARY KEY
) STRICT;
CREATE INDEX damaged_value_of_record ON damaged_value (of_record);
CREATE TRIGGER entry_forgotten AFTER DELETE ON entry
BEGIN
  DELETE FROM damaged_value WHERE of_record = old.id AND of_kind = 'entry';
END;
CREATE TRIGGER goal_forgotten AFTER DELETE ON goal
BEGIN
  DELETE FROM damaged_value WHERE of_record = old.id AND of_kind = 'goal';
END;
CREATE TRIGGER goal_mark_forgotten AFTER DELETE ON goal_mark
BEGIN
  DELETE FROM damaged_value WHERE of_record = old.id AND of_kind = 'goal_mark';
END;
CREATE TRIGGER step_check_forgotten AFTER DELETE ON step_check
BEGIN
  DELETE FROM damaged_value WHERE of_record = old.id AND of_kind = 'step_check';
END;
CREATE TRIGGER step_state_forgotten AFTER DELETE ON step_state
BEGIN
  DELETE FROM damaged_value WHERE of_record = old.id AND of_kind = 'step_state';
END;
CREATE TRIGGER application_forgotten AFTER DELETE ON application
BEGIN
  DELETE FROM damaged_value WHERE of_record = old.id AND of_kind = 'application';
END;
CREATE TRIGGER interview_forgotten AFTER DELETE ON interview
BEGIN
  DELETE FROM damaged_value WHERE of_record = old.id AND of_kind = 'interview';
END;
CREATE TRIGGER remark_forgotten AFTER DELETE ON remark
BEGIN
  DELETE FROM damaged_value WHERE of_record = old.id AND of_kind = 'remark';
END;
CREATE TRIGGER question_forgotten AFTER DELETE ON question
BEGIN
  DELETE FROM damaged_value WHERE of_record = old.id AND of_kind = 'question';
END;
CREATE TRIGGER feedback_request_forgotten AFTER DELETE ON feedback_request
BEGIN
  DELETE FROM damaged_value WHERE of_record = old.id AND of_kind = 'feedback_request';
END;
CREATE TRIGGER profile_forgotten AFTER DELETE ON profile
BEGIN
  DELETE FROM damaged_value WHERE of_record = old.id AND of_kind = 'profile';
END;
