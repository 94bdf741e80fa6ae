/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step 4: one course for one gap, and training for interviews. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const PigaAdvice advice[] = {
  {
    .title = N_ ("Take a course that closes a gap"),
    .why =
      N_ ("A course helps most when it answers something you met in the room: a spreadsheet "
          "test, a piece of software, writing a report. One that you finish, even a short one, "
          "gives you something new to tell."),
    .how = N_ ("Choose one gap and look for a free course first: Ajira Digital trains without "
               "charge, and some Coursera courses can be followed without paying. Strathmore "
               "University, eMobilis, Moringa School, Udemy and LinkedIn Learning offer more; see "
               "their sites for current dates and fees. Then set your weekly hours."),
    .example = N_ ("In Eldoret a spreadsheet task caught you out. You find a free course, plan "
                   "three hours a week at a cyber café, and keep the practice file to show."),
  },
  {
    .title = N_ ("Train for interviews"),
    .why = N_ ("Answering questions is a skill of its own, and it grows with use. Words you have "
               "already said aloud come more easily in front of a panel."),
    /* Translators: STAR is made of the English initials: keep it, and give the four English
       words once. */
    .how =
      N_ ("For “tell us about a time” questions, build your answer in four parts, known as "
          "STAR: the situation, your task, the action you took and the result, with a number "
          "where you can. Practise five common questions aloud, then ask a friend or mentor to "
          "play the panel."),
    /* Translators: a chama is a savings group; the four words are those of STAR. */
    .example = N_ ("You are treasurer of a chama in Kitui. Situation: members disagreed on what "
                   "each had paid. Task: to settle it. Action: you checked every receipt and drew "
                   "up one list. Result: within two weeks all twenty members agreed."),
  },
  { .title = NULL }
};

static const PigaCheck checks[] = {
  { "choose-gap", N_ ("Choose one gap to close") },
  /* Translators: “it” is the gap. */
  { "find-course", N_ ("Find one course for it, looking at free ones first") },
  /* Translators: “it” is the course. */
  { "set-hours", N_ ("Set the hours you will give to it each week") },
  { "write-star-story", N_ ("Write one STAR story with a number in it") },
  { "practise-aloud", N_ ("Practise five questions aloud") },
  { "hold-mock-interview", N_ ("Hold one mock interview with a friend or mentor") },
  { .key = NULL }
};

static const PigaPrompt prompts[] = {
  { "what-to-learn", N_ ("What could you not do in that room that you can learn?") },
  { "learnt-this-week", N_ ("What did you learn this week?") },
  { "best-story", N_ ("Which story shows you at your best?") },
  { "how-mock-went", N_ ("How did the mock interview go?") },
  { .key = NULL }
};

const PigaStep piga_step_04_skills = {
  .number = 4,
  .title = N_ ("Improve your skills and knowledge"),
  .short_title = N_ ("Skills and knowledge"),
  .line = N_ ("One gap, one story"),
  .sentence = N_ ("You need not learn everything at once: one gap closed and one story practised "
                  "will go into the next room with you."),
  .of_round = FALSE,
  .advice = advice,
  .checks = checks,
  .prompts = prompts,
};
