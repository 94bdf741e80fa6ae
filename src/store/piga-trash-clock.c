/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When the trash believes the clock. What it removes is gone for ever, and the clock of a computer
 * may be wrong: by years, where the battery is flat or a wrong year was typed, and for days, until
 * somebody notices. Nothing here may depend on any one day, therefore, or on any two.
 *
 * The trash is looked through at most once a day, when the program is started. It goes by the
 * oldest of the last three looks, and only where each of them was later than the one before: what
 * had been there for thirty days *then* goes. So whatever two looks in a row say, it is the third
 * that goes by them, and a clock that is put right again before that begins a new row.
 *
 * A clock that is suddenly more than a hundred days ahead has to go on for thirty more looks, which
 * are thirty days even if it is wrong. A time before this program was made is not noted at all.
 *
 * Who was away honestly finds the rest of the trash gone one look later than if he had not been, or
 * thirty looks later after a very long time; but it always goes. */

#include "piga-trash-clock.h"

#include "piga-time.h"

#define FAR_LOOKS 30

/**
 * piga_trash_clock_is_due:
 * @self: what is remembered
 * @now: what the clock says
 *
 * Where two systems share a computer, its clock may go back by some hours at each start; that is
 * the same day still.
 *
 * Returns: whether this is another day than that of the last look
 */
gboolean
piga_trash_clock_is_due (const PigaTrashClock *self, gint64 now)
{
  return piga_time_is_possible (now) && ABS (now - self->last) >= G_TIME_SPAN_DAY;
}

/**
 * piga_trash_clock_look:
 * @self: what is remembered
 * @now: what the clock says, on another day than that of the last look
 * @keep: how long the trash keeps what is put into it, in microseconds
 *
 * Notes a look. Where the clock is believed, the horizon is where it has to be now.
 *
 * Returns: whether the clock is believed
 */
gboolean
piga_trash_clock_look (PigaTrashClock *self, gint64 now, gint64 keep)
{
  const gint64 oldest = self->before_last;
  const gboolean goes_back = now < self->last;

  if (self->last != 0 && now - self->last > PIGA_TRASH_CLOCK_FAR)
    self->doubt = FAR_LOOKS;
  else if (self->doubt > 0)
    self->doubt--;

  self->before_last = goes_back ? 0 : self->last;
  self->last = now;
  if (goes_back || oldest == 0 || self->doubt > 0)
    return FALSE;

  self->horizon = oldest - keep;
  return TRUE;
}
