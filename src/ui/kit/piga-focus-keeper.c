/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Breakpoints apply in the phase of a frame in which the window is laid out. The keeper looks where
 * the keyboard is before that phase, and puts it back after it: before the frame is drawn, and
 * before another key can come. No widget could do so from its own allocation: GTK lays out a part
 * of a window without asking what is around it. */

#include "piga-focus-keeper.h"

#include "piga-kept-focus.h"

struct _PigaFocusKeeper
{
  GObject parent_instance;

  GtkRoot *root; /* borrowed: it owns us */
  PigaKeptFocus focus;
};

G_DEFINE_FINAL_TYPE (PigaFocusKeeper, piga_focus_keeper, G_TYPE_OBJECT)

static void
take_cb (PigaFocusKeeper *self)
{
  piga_kept_focus_clear (&self->focus);
  piga_kept_focus_take (&self->focus, self->root);
}

static void
put_back_cb (PigaFocusKeeper *self)
{
  piga_kept_focus_put_back (&self->focus, self->root);
}

static void
forget_cb (PigaFocusKeeper *self)
{
  piga_kept_focus_clear (&self->focus);
}

/* A frame begins with what moves by itself, which may move the keyboard too; not every frame has
 * anything of the kind. */
static void
realize_cb (PigaFocusKeeper *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->root));

  g_signal_connect_object (clock, "before-paint", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (clock, "update", G_CALLBACK (take_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (clock, "layout", G_CALLBACK (put_back_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (clock, "after-paint", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
}

static void
piga_focus_keeper_dispose (GObject *object)
{
  piga_kept_focus_clear (&PIGA_FOCUS_KEEPER (object)->focus);

  G_OBJECT_CLASS (piga_focus_keeper_parent_class)->dispose (object);
}

static void
piga_focus_keeper_class_init (PigaFocusKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_focus_keeper_dispose;
}

static void
piga_focus_keeper_init (PigaFocusKeeper *self)
{
}

/**
 * piga_focus_keeper_new:
 * @window: the window, not realized yet; it has to own the keeper
 *
 * Returns: (transfer full): the keeper of its keyboard
 */
PigaFocusKeeper *
piga_focus_keeper_new (GtkWindow *window)
{
  PigaFocusKeeper *self = g_object_new (PIGA_TYPE_FOCUS_KEEPER, NULL);

  self->root = GTK_ROOT (window);
  g_signal_connect_object (window, "realize", G_CALLBACK (realize_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}
