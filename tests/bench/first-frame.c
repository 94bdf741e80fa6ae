/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* first-frame PROGRAM [ARGUMENT…]: starts a program on the X display and prints how long it
 * took, in microseconds, until something was drawn into a window of its that is as large as a
 * window; then prints its process number and leaves it running. It sees what a person sees, so
 * that it measures any program alike and needs nothing from it. */

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define LEAST_WIDTH 200
#define LEAST_HEIGHT 200

static int
ignore_error (Display *display, XErrorEvent *event)
{
  /* A window may be gone before it can be watched. */
  return 0;
}

static long long
now_microseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);
  return (long long) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static int
is_drawn_window (const XDamageNotifyEvent *event)
{
  return event->geometry.width >= LEAST_WIDTH && event->geometry.height >= LEAST_HEIGHT
         && event->area.width >= LEAST_WIDTH && event->area.height >= LEAST_HEIGHT;
}

int
main (int argc, char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  int damage_event, damage_error;
  long long start;
  pid_t child;

  if (argc < 2 || display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    return EXIT_FAILURE;

  XSetErrorHandler (ignore_error);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XSync (display, False);

  start = now_microseconds ();
  child = fork ();
  if (child == 0)
    {
      /* Whoever reads our two numbers must not have to wait for the program's end. */
      dup2 (STDERR_FILENO, STDOUT_FILENO);
      execvp (argv[1], argv + 1);
      _exit (127);
    }

  for (;;)
    {
      XEvent event;

      XNextEvent (display, &event);
      if (event.type == CreateNotify)
        {
          XDamageCreate (display, event.xcreatewindow.window, XDamageReportRawRectangles);
        }
      else if (event.type == damage_event + XDamageNotify
               && is_drawn_window ((XDamageNotifyEvent *) &event))
        {
          printf ("%lld %d\n", now_microseconds () - start, (int) child);
          return EXIT_SUCCESS;
        }
    }
}
