/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step 11: choosing a coach with care, and workshops and seminars. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const PigaAdvice advice[] = {
  {
    .title = N_ ("Choose a coach with care"),
    .why = N_ ("A career coach looks at your search from outside: where you apply, how you "
               "present yourself, how you sound in an interview. Coaches work in person and "
               "online, for many fields and stages. It is a choice, never a must."),
    .how = N_ ("Try what is free first: a mentor, your campus careers office, a National "
               "Employment Authority (NEA) office. If you pay, ask the price first and speak to "
               "two past clients. Walk away from anyone who guarantees a job or wants your ID "
               "number or certificates."),
    .example = N_ ("Before you book an hour, you write: “I go blank at ‘tell us about yourself’. "
                   "I want a one-minute answer.” The careers officer at your old campus helps you "
                   "on the spot."),
  },
  {
    .title = N_ ("Go to a workshop or seminar"),
    .why = N_ ("A morning on CV writing, interviewing, networking or presenting yourself can "
               "teach you more than a week of reading alone, because you practise with others and "
               "somebody answers back."),
    .how = N_ ("Look at universities, county job fairs, professional bodies and faith groups, and "
               "ask what it costs in all, fare and lunch included. Choose one theme that answers "
               "a gap you know of. Within two days, do one thing you learnt, while it is fresh."),
    .example = N_ ("After a free CV session at a county job fair, you rewrite the first five "
                   "lines of your CV that same evening, before the notes go cold."),
  },
  { .title = NULL }
};

static const PigaCheck checks[] = {
  { "write-aim", N_ ("Write in two lines what you want from a coach") },
  { "ask-free-helper",
    N_ ("Ask one free helper first: a mentor, a campus office or an NEA office") },
  { "ask-price-and-clients",
    N_ ("Ask a coach for the price and for two past clients before you pay") },
  { "choose-workshop", N_ ("Choose one workshop and note its date and its whole cost") },
  { "use-within-two-days", N_ ("Within two days of it, do one thing you learnt there") },
  { .key = NULL }
};

static const PigaPrompt prompts[] = {
  { "hour-with-expert", N_ ("What would you ask an expert who gave you an hour?") },
  { "session-lesson", N_ ("What did you take away from the session?") },
  { "by-friday", N_ ("What will you have done about it by Friday?") },
  { "outside-view", N_ ("What might someone from outside see in your search that you cannot?") },
  { .key = NULL }
};

const PigaStep piga_step_11_coaching = {
  .number = 11,
  .title = N_ ("Consider career coaching"),
  .short_title = N_ ("Career coaching"),
  .line = N_ ("A second pair of eyes"),
  .sentence = N_ ("A good coach can shorten the road, and so can a good listener who costs "
                  "nothing."),
  .of_round = FALSE,
  .advice = advice,
  .checks = checks,
  .prompts = prompts,
};
