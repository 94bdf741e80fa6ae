-- Copyright 2026 The Piga Hatua contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

CREATE TABLE half (x INTEGER) STRICT;
INSERT INTO note (key, value) VALUES ('half', 1);
CREATE TABLE note (x INTEGER) STRICT;

PRAGMA user_version = 2;
