/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands before the first step and after the last. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const char *const introduction_paragraphs[] = {
  N_ ("First of all, pole sana. You prepared, you went, and somebody else was chosen. It is all "
      "right to be hurt by that, and to read this slowly."),
  N_ ("A failed interview means one thing only: this time you were not the one chosen. Often that "
      "is no fault of yours. There may have been a stronger candidate, a particular fit that the "
      "firm wanted, somebody already inside, connections, or a quota that the law asks for. You "
      "will seldom be told which."),
  N_ ("Where many apply for one post, hearing no is an ordinary part of searching. There is also "
      "something in it to learn: what went well and is worth keeping, and what you would like to "
      "do better."),
  N_ ("The twelve steps that follow take one thing at a time, feelings first. Walk them in any "
      "order, skip what does not fit, and rest when you need to. What you write stays on this "
      "computer."),
  NULL
};

const PigaPassage piga_guide_introduction = {
  .title = N_ ("Before you begin"),
  .paragraphs = introduction_paragraphs,
};

static const char *const closing_paragraphs[] = {
  N_ ("A no is the answer to one application on one day. It does not decide your future, and it "
      "does not measure your worth."),
  N_ ("Look at what you have done since then. Each step you have taken, however small, is yours "
      "to keep, and it is the way forward."),
  N_ ("The next chance may be nearer than it looks, and you will walk in knowing more than last "
      "time. If another no should come, you know where to begin again. Go well."),
  NULL
};

const PigaPassage piga_guide_closing = {
  .title = N_ ("As you go on"),
  .paragraphs = closing_paragraphs,
};
