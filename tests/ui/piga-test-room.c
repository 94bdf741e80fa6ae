/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-test-room.h"

void
piga_test_room_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
}

void
piga_test_room_set_up (PigaTestRoom *self, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (APPLICATION_ID);
  g_autoptr (PigaClock) clock = piga_clock_new_fixed (PIGA_TEST_TODAY);

  g_settings_reset (settings, "week-start");
  piga_test_store_set_up (&self->disk, NULL);
  self->context = piga_context_new (self->disk.store, settings, clock);
}

void
piga_test_room_tear_down (PigaTestRoom *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  piga_test_settle (self);
  g_assert_finalize_object (g_steal_pointer (&self->context));
  piga_test_store_tear_down (&self->disk, NULL);
}

void
piga_test_room_show (PigaTestRoom *self, GtkWidget *content)
{
  self->window = g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL);
  self->area = g_object_new (PIGA_TYPE_TOAST_AREA, "content", content, NULL);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self->window),
                                      GTK_WIDGET (self->area));
  gtk_window_present (GTK_WINDOW (self->window));
  piga_test_settle (self);
}

/* Lets the disk answer, and the widgets hear of it. */
void
piga_test_settle (PigaTestRoom *self)
{
  g_autoptr (GError) error = NULL;

  piga_test_flush (self->disk.store, &error);
  g_assert_no_error (error);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

void
piga_test_undo (PigaTestRoom *self)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->area), "undo.last", NULL));
  piga_test_settle (self);
}

GtkWidget *
piga_test_find_widget (GtkWidget *root, PigaTestPick func, gconstpointer data)
{
  if (func (root, data))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = piga_test_find_widget (child, func, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_of_type (GtkWidget *widget, gconstpointer data)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) data);
}

gpointer
piga_test_find_type (GtkWidget *root, GType type)
{
  return piga_test_find_widget (root, is_of_type, &type);
}

static gboolean
is_button (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_BUTTON (widget)
         && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), data) == 0;
}

GtkWidget *
piga_test_find_button (GtkWidget *root, const char *label)
{
  return piga_test_find_widget (root, is_button, label);
}

static gboolean
is_label (GtkWidget *widget, gconstpointer data)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_label (GTK_LABEL (widget)), data) != NULL;
}

/* A label that is on the screen and holds @label. */
GtkWidget *
piga_test_find_label (GtkWidget *root, const char *label)
{
  return piga_test_find_widget (root, is_label, label);
}

static gboolean
is_row (GtkWidget *widget, gconstpointer data)
{
  return ADW_IS_PREFERENCES_ROW (widget)
         && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), data) == 0;
}

/* The row with a title, which has to be there. */
gpointer
piga_test_find_row (GtkWidget *root, const char *title)
{
  GtkWidget *row = piga_test_find_widget (root, is_row, title);

  if (row == NULL)
    g_error ("There is no row “%s”.", title);
  return row;
}

static gboolean
is_shown_button (GtkWidget *widget, gconstpointer data)
{
  return is_button (widget, data) && gtk_widget_get_mapped (widget);
}

/* Whether a button is on the screen. */
gboolean
piga_test_has_button (GtkWidget *root, const char *label)
{
  return piga_test_find_widget (root, is_shown_button, label) != NULL;
}

/* Presses a button that has to be on the screen. */
void
piga_test_press (PigaTestRoom *self, const char *label)
{
  GtkWidget *button = piga_test_find_widget (self->window, is_shown_button, label);

  if (button == NULL)
    g_error ("There is no button “%s”.", label);
  g_signal_emit_by_name (button, "clicked");
  piga_test_settle (self);
}
