/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Full-screen writing: nothing on the screen but the text.
 *
 * The window fills the screen, and every split view around the widget is collapsed, which hides its
 * sidebar. A breakpoint may want a split view wide again while the screen is full: its wish is kept
 * for afterwards. However the window leaves the full screen, the mode ends with it. */

#include "piga-focus-mode.h"

#include "kit/piga-kept-focus.h"

/* One split view around the widget. */
typedef struct
{
  AdwNavigationSplitView *view;
  gboolean collapsed; /* as it is to be afterwards */
} Pane;

struct _PigaFocusMode
{
  GObject parent_instance;

  GtkWidget *widget; /* borrowed: it owns us */
  GtkWindow *window; /* borrowed, while active */

  GArray *panes; /* of Pane, while active */
  gboolean active;
};

enum
{
  PROP_ACTIVE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaFocusMode, piga_focus_mode, G_TYPE_OBJECT)

static void
collapsed_cb (PigaFocusMode *self, GParamSpec *pspec, AdwNavigationSplitView *view)
{
  if (adw_navigation_split_view_get_collapsed (view))
    return;

  for (guint i = 0; i < self->panes->len; i++)
    if (g_array_index (self->panes, Pane, i).view == view)
      g_array_index (self->panes, Pane, i).collapsed = FALSE;
  adw_navigation_split_view_set_collapsed (view, TRUE);
}

static void
fullscreened_cb (PigaFocusMode *self)
{
  if (!gtk_window_is_fullscreen (self->window))
    piga_focus_mode_leave (self);
}

static void
collapse (PigaFocusMode *self, AdwNavigationSplitView *view)
{
  Pane pane = { g_object_ref (view), adw_navigation_split_view_get_collapsed (view) };

  g_array_append_val (self->panes, pane);
  adw_navigation_split_view_set_show_content (view, TRUE);
  adw_navigation_split_view_set_collapsed (view, TRUE);
  g_signal_connect_object (view, "notify::collapsed", G_CALLBACK (collapsed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
collapse_all (PigaFocusMode *self)
{
  PigaKeptFocus focus = { NULL };

  piga_kept_focus_take (&focus, GTK_ROOT (self->window));
  for (GtkWidget *parent = self->widget; parent != NULL; parent = gtk_widget_get_parent (parent))
    if (ADW_IS_NAVIGATION_SPLIT_VIEW (parent))
      collapse (self, ADW_NAVIGATION_SPLIT_VIEW (parent));
  piga_kept_focus_put_back (&focus, GTK_ROOT (self->window));
  piga_kept_focus_clear (&focus);
}

static void
restore (PigaFocusMode *self)
{
  for (guint i = 0; i < self->panes->len; i++)
    {
      Pane *pane = &g_array_index (self->panes, Pane, i);

      g_signal_handlers_disconnect_by_func (pane->view, collapsed_cb, self);
      adw_navigation_split_view_set_collapsed (pane->view, pane->collapsed);
      g_object_unref (pane->view);
    }
  g_array_set_size (self->panes, 0);
}

static void
piga_focus_mode_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, PIGA_FOCUS_MODE (object)->active);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_focus_mode_dispose (GObject *object)
{
  PigaFocusMode *self = PIGA_FOCUS_MODE (object);

  if (self->panes != NULL)
    restore (self);
  g_clear_pointer (&self->panes, g_array_unref);

  G_OBJECT_CLASS (piga_focus_mode_parent_class)->dispose (object);
}

static void
piga_focus_mode_class_init (PigaFocusModeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_focus_mode_get_property;
  object_class->dispose = piga_focus_mode_dispose;

  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
piga_focus_mode_init (PigaFocusMode *self)
{
  self->panes = g_array_new (FALSE, FALSE, sizeof (Pane));
}

/**
 * piga_focus_mode_new:
 * @widget: what is to fill the screen; it has to own the mode
 *
 * Returns: (transfer full): the mode, not active
 */
PigaFocusMode *
piga_focus_mode_new (GtkWidget *widget)
{
  PigaFocusMode *self = g_object_new (PIGA_TYPE_FOCUS_MODE, NULL);

  self->widget = widget;
  return self;
}

/**
 * piga_focus_mode_is_active:
 * @self: the mode
 *
 * Returns: whether the text fills the screen
 */
gboolean
piga_focus_mode_is_active (PigaFocusMode *self)
{
  return self->active;
}

/**
 * piga_focus_mode_enter:
 * @self: the mode
 *
 * Lets the text fill the screen. Does nothing while the widget is in no window.
 */
void
piga_focus_mode_enter (PigaFocusMode *self)
{
  GtkRoot *root = gtk_widget_get_root (self->widget);

  if (self->active || !GTK_IS_WINDOW (root))
    return;

  self->active = TRUE;
  self->window = GTK_WINDOW (root);
  collapse_all (self);

  gtk_window_fullscreen (self->window);
  g_signal_connect_object (self->window, "notify::fullscreened", G_CALLBACK (fullscreened_cb), self,
                           G_CONNECT_SWAPPED);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

/**
 * piga_focus_mode_leave:
 * @self: the mode
 *
 * Puts everything back as it was.
 */
void
piga_focus_mode_leave (PigaFocusMode *self)
{
  PigaKeptFocus focus = { NULL };

  if (!self->active)
    return;

  self->active = FALSE;
  g_signal_handlers_disconnect_by_func (self->window, fullscreened_cb, self);
  gtk_window_unfullscreen (self->window);
  piga_kept_focus_take (&focus, GTK_ROOT (self->window));
  restore (self);
  piga_kept_focus_put_back (&focus, GTK_ROOT (self->window));
  piga_kept_focus_clear (&focus);
  self->window = NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}
