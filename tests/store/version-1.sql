-- Copyright 2026 The Piga Hatua contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What somebody had written with the first version: put into its schema by the tests, and opened
-- by the program as it is now. version-1.jsonl is what the first version exported of it.

BEGIN;

INSERT INTO note (key, value) VALUES
  ('checked', 1794700000000000),
  ('trash-looked-through', 1794800000000000);

INSERT INTO entry (id, created_at, modified_at, deleted_at, revision,
    title, body, step, prompt, mood, row) VALUES
  ('019a7c00-1000-7abc-8def-000000000001', 1794100000123456, 1794100600000001, NULL, 12,
    'Baada ya mahojiano',
    'Niliogopa sana, lakini niling’ara mwishoni. Ng''ombe akivunjika guu hurejea zizini.

Kesho nitaandika barua.', 1, 'name-feeling', 'low', 1794100000123),
  ('019a7c00-1000-7abc-8def-000000000002', 1794100000123999, 1794100000123999, NULL, 1,
    '', 'In the same millisecond as the one before', 0, '', 'unsaid', 1794100000124),
  ('019a7c00-2000-7abc-8def-000000000003', 1794200000000000, 1794200000000000, NULL, 3,
    'Nimefurahi 😀', 'Rafiki 👩🏾‍💻 alinisaidia. "Nukuu", \ na' || char (9) || 'tabo; <b>si HTML</b>.',
    3, '', 'very-good', 1794200000000),
  ('019a7c00-3000-7abc-8def-000000000004', 1794300000000000, 1794400000000000, 1794500000000000, 5,
    'Iliyofutwa', 'Bado ipo kwenye pipa la takataka.', 2, 'want-to-know', 'very-low',
    1794300000000),
  ('019a7c00-4000-7abc-8def-000000000005', 1794310000000000, 1794310000000000, NULL, 1,
    '', '', 0, '', 'unsaid', 1794310000000),
  ('019a7c00-5000-7abc-8def-000000000006', 1794320000000000, 1794320000000000, NULL, 2,
    'Ndefu', replace (hex (zeroblob (1200)), '00', 'neno ') || 'mwisho', 12, '', 'middling',
    1794320000000),
  ('019a7c00-6000-7abc-8def-000000000007', -86400000000, 1794330000000000, NULL, 4,
    'Before 1970', 'The clock was wrong that day.', 11, '', 'good', -86400000);

INSERT INTO goal (id, created_at, modified_at, deleted_at, revision, title, what, amount, unit,
    able, reason, rhythm, due, plan_when, plan_where, step, state, row) VALUES
  ('019a7c01-1000-7abc-8def-000000000001', 1794110000000000, 1794110000000000, NULL, 7,
    'Tuma maombi mawili', 'Maombi mawili kwa wiki', 2, 'maombi', 'Nina saa mbili kila jioni',
    'Nataka kazi kabla ya Machi', 'weekly', '2027-03-14', 'Jumamosi asubuhi', 'Maktaba', 9,
    'going', 1794110000000),
  ('019a7c01-2000-7abc-8def-000000000002', 1794120000000000, 1794130000000000, NULL, 2,
    'Call Achieng’', '', 0.5, '', '', '', 'once', NULL, '', '', 0, 'reached', 1794120000000),
  ('019a7c01-3000-7abc-8def-000000000003', 1794140000000000, 1794150000000000, 1794600000000000, 3,
    'Set aside and thrown away', '', 1000000, 'km', '', '', 'monthly', '2026-12-31', '', '', 8,
    'set-aside', 1794140000000);

INSERT INTO goal_mark (id, created_at, modified_at, deleted_at, revision, goal, day, amount, rest,
    note, row) VALUES
  ('019a7c02-1000-7abc-8def-000000000001', 1794160000000000, 1794160000000000, NULL, 1,
    '019a7c01-1000-7abc-8def-000000000001', '2026-11-10', 1.25, 0, 'Kampuni ya maji', 1794160000000),
  ('019a7c02-2000-7abc-8def-000000000002', 1794170000000000, 1794170000000000, NULL, 1,
    '019a7c01-1000-7abc-8def-000000000001', '2026-11-11', 0, 1, '', 1794170000000),
  ('019a7c02-3000-7abc-8def-000000000003', 1794180000000000, 1794180000000000, 1794610000000000, 2,
    '019a7c01-1000-7abc-8def-000000000001', '2026-11-12', 1, 0, 'Kwa makosa', 1794180000000),
  ('019a7c02-4000-7abc-8def-000000000004', 1794190000000000, 1794190000000000, NULL, 1,
    '019a7c01-3000-7abc-8def-000000000003', '2026-11-13', 12, 0, 'Of a goal in the trash',
    1794190000000);

INSERT INTO step_check (id, created_at, modified_at, deleted_at, revision, step, guide_key, text,
    done, hidden, row) VALUES
  ('6d95a564-509b-5927-b52a-86ae55c8331e', 1794210000000000, 1794220000000000, NULL, 2, 1,
    'name-feeling', '', 1, 0, 1794210000000),
  ('334437bd-87fe-50ca-aef7-7a93f47190ae', 1794230000000000, 1794230000000000, NULL, 1, 3,
    'thank', '', 0, 1, 1794230000000),
  ('019a7c03-1000-7abc-8def-000000000003', 1794240000000000, 1794240000000000, NULL, 4, 4, '',
    'Fanya zoezi la Excel 📊', 1, 0, 1794240000000);

INSERT INTO step_state (id, created_at, modified_at, deleted_at, revision, step, done, row) VALUES
  ('26617db6-564f-5cb4-aa30-a969dfec372c', 1794250000000000, 1794260000000000, NULL, 2, 1, 1,
    1794250000000),
  ('3df55c2e-4c77-5483-b358-a0bfa44f6e83', 1794270000000000, 1794280000000000, NULL, 3, 2, 0,
    1794270000000);

-- The search has learnt the goals and the first entry. Of the others it knows nothing yet, and of
-- that one only what it said before it was changed.
UPDATE entry SET body = 'Nilisahau jina la meneja.' WHERE row = 1794100000123;
DELETE FROM entry_unindexed WHERE row = 1794100000123;
INSERT INTO entry_search (rowid, title, body)
  SELECT row, title, body FROM entry WHERE row = 1794100000123;
UPDATE entry
  SET body = 'Niliogopa sana, lakini niling’ara mwishoni. Ng''ombe akivunjika guu hurejea zizini.

Kesho nitaandika barua.'
  WHERE row = 1794100000123;
INSERT INTO goal_search (rowid, title, what, unit, able, reason, plan_when, plan_where)
  SELECT row, title, what, unit, able, reason, plan_when, plan_where FROM goal;
DELETE FROM goal_unindexed;

COMMIT;
