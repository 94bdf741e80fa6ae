/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-room.h"

#include "kit/piga-page.h"
#include "piga-tools.h"

struct _PigaRoom
{
  AdwNavigationPage parent_instance;

  AdwNavigationView *view;
  AdwNavigationPage *root;
  PigaContext *context;
};

static void page_init (PigaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaRoom, piga_room, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (PIGA_TYPE_PAGE, page_init))

static void
flush (PigaPage *page)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (PIGA_ROOM (page)->view);
  const guint n_pages = g_list_model_get_n_items (stack);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (AdwNavigationPage) shown = g_list_model_get_item (stack, i);

      if (PIGA_IS_PAGE (shown))
        piga_page_flush (PIGA_PAGE (shown));
    }
}

static void
page_init (PigaPageInterface *iface)
{
  iface->flush = flush;
}

static void
popped_cb (PigaRoom *self, AdwNavigationPage *page)
{
  if (PIGA_IS_PAGE (page))
    piga_page_flush (PIGA_PAGE (page));
}

/* Whatever is not a tool has no record to lose. */
static gboolean
has_record (PigaRoom *self, AdwNavigationPage *page)
{
  const char *tag = adw_navigation_page_get_tag (page);
  g_auto (GStrv) words = g_strsplit (tag != NULL ? tag : "", " ", 2);
  const PigaTool *tool = words[0] != NULL ? piga_tools_find (words[0]) : NULL;

  return tool == NULL || words[1] == NULL || piga_tools_has_record (self->context, tool, words[1]);
}

/* A page whose record has gone, by whatever way, has nothing to show any more, nor have those that
 * were opened from it. */
static void
leave_gone_cb (PigaRoom *self)
{
  g_autoptr (GListModel) stack = adw_navigation_view_get_navigation_stack (self->view);
  const guint n_pages = g_list_model_get_n_items (stack);

  for (guint i = 1; i < n_pages; i++)
    {
      g_autoptr (AdwNavigationPage) before = g_list_model_get_item (stack, i - 1);
      g_autoptr (AdwNavigationPage) page = g_list_model_get_item (stack, i);

      if (has_record (self, page))
        continue;
      adw_navigation_view_pop_to_page (self->view, before);
      return;
    }
}

static void
open_tool_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  const char *tool;
  const char *id;

  g_variant_get (parameter, "(&s&s)", &tool, &id);
  piga_room_open_tool (PIGA_ROOM (widget), tool, id);
}

static void
piga_room_dispose (GObject *object)
{
  PigaRoom *self = PIGA_ROOM (object);

  self->view = NULL;
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_room_parent_class)->dispose (object);
}

static void
piga_room_class_init (PigaRoomClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_room_dispose;

  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "room.open-tool", "(ss)",
                                   open_tool_cb);
}

static void
piga_room_init (PigaRoom *self)
{
  self->view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());
  g_signal_connect_object (self->view, "popped", G_CALLBACK (popped_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (self->view));
}

/**
 * piga_room_new:
 * @context: the context
 * @root: (transfer floating): the room's own page
 *
 * Returns: (transfer floating): the room
 */
AdwNavigationPage *
piga_room_new (PigaContext *context, AdwNavigationPage *root)
{
  PigaRoom *self = g_object_new (PIGA_TYPE_ROOM, NULL);
  PigaStore *store = piga_context_get_store (context);

  self->context = g_object_ref (context);
  self->root = root;
  adw_navigation_view_add (self->view, root);
  g_object_bind_property (root, "title", self, "title", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (store, "record-deleted", G_CALLBACK (leave_gone_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "reset", G_CALLBACK (leave_gone_cb), self, G_CONNECT_SWAPPED);
  return ADW_NAVIGATION_PAGE (self);
}

/**
 * piga_room_get_root:
 * @self: the room
 *
 * Returns: (transfer none): the room's own page
 */
AdwNavigationPage *
piga_room_get_root (PigaRoom *self)
{
  return self->root;
}

/**
 * piga_room_show_root:
 * @self: the room
 *
 * Leaves the tools that are open, for the room's own page.
 */
void
piga_room_show_root (PigaRoom *self)
{
  adw_navigation_view_pop_to_page (self->view, self->root);
}

static gboolean
is_tool (AdwNavigationPage *page, const char *tag)
{
  return g_strcmp0 (adw_navigation_page_get_tag (page), tag) == 0;
}

/**
 * piga_room_open_tool:
 * @self: the room
 * @tool: a tool, see piga_tools_find()
 * @id: the id of the record that it is about, empty for none
 *
 * Shows a tool on top of the room's page. One that is open already is gone back to.
 */
void
piga_room_open_tool (PigaRoom *self, const char *tool, const char *id)
{
  g_autofree char *tag = g_strconcat (tool, " ", id, NULL);
  AdwNavigationPage *visible = adw_navigation_view_get_visible_page (self->view);
  const PigaTool *known = piga_tools_find (tool);
  AdwNavigationPage *page;

  g_return_if_fail (known != NULL);
  if (is_tool (visible, tag))
    return;
  if (adw_navigation_view_find_page (self->view, tag) != NULL)
    {
      adw_navigation_view_pop_to_tag (self->view, tag);
      return;
    }
  page = known->open (self->context, id);
  if (page == NULL)
    return;
  adw_navigation_page_set_tag (page, tag);
  adw_navigation_view_push (self->view, page);
}
