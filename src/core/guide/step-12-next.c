/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Step 12: goals revisited, the field watched, oneself looked after, before the next interview. */

#include "piga-guide.h"

#include <glib/gi18n.h>

static const PigaAdvice advice[] = {
  {
    .title = N_ ("Revisit your goals"),
    .why = N_ ("You are not quite the person who walked into that room. What you want may have "
               "shifted a little, and so may what the market offers."),
    .how = N_ ("Reread your career goal slowly and ask of each part: still true, changed, or no "
               "longer mine? Compare it with the posts you have really applied for. Keep the old "
               "version beside the new one in your journal, then choose one goal for the coming "
               "weeks."),
    .example = N_ ("Someone in Kisii who wanted only a bank notices that the best conversations "
                   "were all about teaching customers to use their phones. The new goal says "
                   "training and customer support, in a bank or elsewhere."),
  },
  {
    .title = N_ ("Stay informed"),
    .why = N_ ("Tools change, employers change, and panels notice who has been paying attention. "
               "News of your field also gives you something to talk about."),
    .how = N_ ("Read three short things a week: a business page, an employer’s site, a "
               "professional body’s notices. Confirm any invitation on the employer’s own site "
               "and pay nothing: no genuine employer charges for an interview. By law, high state "
               "offices apart, clearance certificates may be demanded only once an employer means "
               "to hire you; public bodies often list them for interview day all the same."),
    .example = N_ ("Called by a county board, you read what the department does and what is new "
                   "there, and can say what it is for."),
  },
  {
    .title = N_ ("Look after yourself"),
    .why = N_ ("Searching for work is work, with much waiting and few thanks. A rested mind "
               "remembers its own best stories."),
    .how = N_ ("Keep four plain things going: sleep, food, movement and rest. The evening before "
               "an interview, lay out clothes and papers, check the route and the fare, and "
               "finish early. If a day goes badly, begin again with the smallest of the four."),
    .example = N_ ("For a morning interview in Nairobi, you plan for an earlier matatu from Ruiru "
                   "than you need, eat before you leave, and sit outside for ten minutes with "
                   "water and a few slow breaths."),
  },
  { .title = NULL }
};

static const PigaCheck checks[] = {
  { "reread-career-goal", N_ ("Reread your career goal and keep it or change it") },
  { "read-three-things", N_ ("Read three things about your field") },
  { "gather-papers", N_ ("Put your ID, certificates and printed CV in one folder") },
  { "plan-route", N_ ("Plan the route, the fare and the time to leave") },
  { "confirm-invitation",
    N_ ("Confirm the invitation on the employer’s own site, and pay nobody") },
  { "four-plain-things", N_ ("Sleep, eat, move and rest today, each at least a little") },
  { "panel-questions", N_ ("Write two questions to ask the panel") },
  { .key = NULL }
};

static const PigaPrompt prompts[] = {
  { "want-now", N_ ("What do you want now, a little differently from before?") },
  { "learnt-so-far", N_ ("What have you learnt on these twelve steps?") },
  { "do-differently", N_ ("What will you do differently next time?") },
  { "best-of-you", N_ ("What is the best of yourself that you want the next panel to see?") },
  { .key = NULL }
};

const PigaStep piga_step_12_next = {
  .number = 12,
  .title = N_ ("Prepare for the next opportunity"),
  .short_title = N_ ("The next opportunity"),
  .line = N_ ("Walk in ready and calm"),
  .sentence = N_ ("You know more now than you did in that room; take it with you, and take care "
                  "of yourself."),
  .of_round = TRUE,
  .advice = advice,
  .checks = checks,
  .prompts = prompts,
};
