-- Copyright 2026 The Piga Hatua contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Once released, this file is never edited again: a change is a new migration.
--
-- Values that were damaged on the disk, as they were found, in base64. They stand here before the
-- record that they were found in is saved again, and go for good when it does.

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

PRAGMA user_version = 3;
