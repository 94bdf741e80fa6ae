/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-writable.h"

/* An action that a class of widgets has, which only the widget itself can disable. */
typedef struct
{
  GtkWidget *widget;
  const char *name;
} Action;

static void
widget_changed_cb (PigaStore *store, GParamSpec *pspec, GtkWidget *widget)
{
  gtk_widget_set_sensitive (widget, piga_writable_is (store));
}

static void
text_changed_cb (PigaStore *store, GParamSpec *pspec, GObject *text)
{
  g_object_set (text, "editable", piga_writable_is (store), NULL);
}

static void
action_changed_cb (PigaStore *store, GParamSpec *pspec, Action *action)
{
  gtk_widget_action_set_enabled (action->widget, action->name, piga_writable_is (store));
}

static void
action_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
map_changed_cb (PigaStore *store, GParamSpec *pspec, GSimpleAction *action)
{
  g_simple_action_set_enabled (action, piga_writable_is (store));
}

/**
 * piga_writable_is:
 * @store: the store
 *
 * While the disk has not answered yet it can be typed: that is kept.
 *
 * Returns: whether what is typed or done now can be kept
 */
gboolean
piga_writable_is (PigaStore *store)
{
  return piga_store_get_state (store) != PIGA_STORE_READ_ONLY;
}

/**
 * piga_writable_follow:
 * @widget: (type GtkWidget): what changes something
 * @store: the store
 *
 * Makes @widget insensitive for as long as nothing can be written, so that nobody types what would
 * be lost. The window's banner says why.
 */
void
piga_writable_follow (gpointer widget, PigaStore *store)
{
  g_signal_connect_object (store, "notify::state", G_CALLBACK (widget_changed_cb), widget, 0);
  widget_changed_cb (store, NULL, widget);
}

/**
 * piga_writable_follow_text:
 * @text: (type GObject): a widget with a property “editable”
 * @store: the store
 *
 * As piga_writable_follow(), for words: they can still be read to their end and copied.
 */
void
piga_writable_follow_text (gpointer text, PigaStore *store)
{
  g_signal_connect_object (store, "notify::state", G_CALLBACK (text_changed_cb), text, 0);
  text_changed_cb (store, NULL, text);
}

/**
 * piga_writable_follow_action:
 * @widget: (type GtkWidget): a widget
 * @store: the store
 * @name: the full name of an action of its class, which stays
 *
 * Disables the action for as long as nothing can be written, and with it the buttons and the items
 * of menus that have it.
 */
void
piga_writable_follow_action (gpointer widget, PigaStore *store, const char *name)
{
  Action *action = g_new (Action, 1);
  GClosure *closure = g_cclosure_new (G_CALLBACK (action_changed_cb), action, action_free);

  *action = (Action) { .widget = widget, .name = name };
  g_object_watch_closure (widget, closure);
  g_signal_connect_closure (store, "notify::state", closure, FALSE);
  action_changed_cb (store, NULL, action);
}

/**
 * piga_writable_follow_map:
 * @map: a map of simple actions
 * @store: the store
 * @names: (array zero-terminated=1): the names of those that change something
 *
 * Disables the actions for as long as nothing can be written.
 */
void
piga_writable_follow_map (GActionMap *map, PigaStore *store, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      GSimpleAction *action = G_SIMPLE_ACTION (g_action_map_lookup_action (map, names[i]));

      g_signal_connect_object (store, "notify::state", G_CALLBACK (map_changed_cb), action, 0);
      map_changed_cb (store, NULL, action);
    }
}
