/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Interviews: which one the steps are about, what is told of one, and what becomes of it. */

#include "config.h"

#include "interviews/piga-round-switcher.h"
#include "piga-test-room.h"
#include "records/piga-entry.h"

typedef struct
{
  PigaTestRoom room;
  PigaRounds *rounds;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  piga_test_room_set_up (&self->room, NULL);
  self->rounds = piga_context_get_rounds (self->room.context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  piga_test_room_tear_down (&self->room, NULL);
}

static void
save (Fixture *self, gpointer record)
{
  piga_store_save_async (self->room.disk.store, record, NULL, NULL, NULL);
  piga_test_settle (&self->room);
}

static PigaJobApplication *
add_application (Fixture *self, const char *employer, const char *role)
{
  g_autoptr (PigaJobApplication) application = piga_record_new (PIGA_TYPE_JOB_APPLICATION);

  piga_record_set_text (application, PIGA_JOB_APPLICATION_EMPLOYER, employer);
  piga_record_set_text (application, PIGA_JOB_APPLICATION_ROLE, role);
  save (self, application);
  return g_steal_pointer (&application);
}

static PigaInterview *
add_round (Fixture *self, PigaJobApplication *application, PigaDay day)
{
  g_autoptr (PigaInterview) interview = piga_record_new (PIGA_TYPE_INTERVIEW);

  piga_record_set_text (interview, PIGA_INTERVIEW_APPLICATION, piga_record_get_id (application));
  piga_record_set_day (interview, PIGA_INTERVIEW_DAY, day);
  piga_round_begin (interview, day + 2);
  save (self, interview);
  return g_steal_pointer (&interview);
}

static void
add_entry (Fixture *self, guint step, const char *round)
{
  g_autoptr (PigaEntry) entry = piga_record_new (PIGA_TYPE_ENTRY);

  piga_record_set_text (entry, PIGA_ENTRY_BODY, "I sat in the bus.");
  piga_record_set_integer (entry, PIGA_ENTRY_STEP, step);
  piga_record_set_text (entry, PIGA_ENTRY_ROUND, round);
  save (self, entry);
}

static GtkWidget *
show_switcher (Fixture *self)
{
  GtkWidget *switcher = g_object_new (PIGA_TYPE_ROUND_SWITCHER, NULL);

  piga_round_switcher_set_context (PIGA_ROUND_SWITCHER (switcher), self->room.context);
  piga_test_room_show (&self->room, switcher);
  return switcher;
}

/* Opens the menu and gives all that it offers, a line each. */
static char *
read_menu (GtkWidget *switcher)
{
  GtkMenuButton *button = piga_test_find_type (switcher, GTK_TYPE_MENU_BUTTON);
  g_autoptr (GString) lines = g_string_new (NULL);
  GMenuModel *menu;

  gtk_menu_button_popup (button);
  menu = gtk_menu_button_get_menu_model (button);
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      for (int j = 0; j < g_menu_model_get_n_items (section); j++)
        {
          g_autofree char *label = NULL;

          g_assert_true (g_menu_model_get_item_attribute (section, j, G_MENU_ATTRIBUTE_LABEL, "s",
                                                          &label));
          g_string_append_printf (lines, "%s\n", label);
        }
    }
  gtk_menu_button_popdown (button);
  return g_string_free_and_steal (g_steal_pointer (&lines));
}

static const char *
read_button (GtkWidget *switcher)
{
  return gtk_menu_button_get_label (piga_test_find_type (switcher, GTK_TYPE_MENU_BUTTON));
}

static void
test_switcher_none (Fixture *self, gconstpointer data)
{
  GtkWidget *switcher = show_switcher (self);
  g_autoptr (PigaJobApplication) application = NULL;
  g_autoptr (PigaInterview) interview = NULL;

  g_assert_nonnull (piga_test_find_label (switcher, "Tell Us About the Interview"));
  g_assert_false (gtk_widget_get_visible (piga_test_find_type (switcher, GTK_TYPE_MENU_BUTTON)));

  application = add_application (self, "County of Nakuru", "Clerk");
  interview = add_round (self, application, piga_day_new (2026, 11, 12));
  g_assert_null (piga_test_find_label (switcher, "Tell Us About the Interview"));
  g_assert_cmpstr (read_button (switcher), ==, "for: Clerk, 12 November");
}

static void
test_switcher_choose (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = add_application (self, "Sacco", "Data_analyst");
  g_autoptr (PigaInterview) older
    = add_round (self, application, piga_day_new (2026, 10, 1));
  g_autoptr (PigaInterview) newer
    = add_round (self, application, piga_day_new (2026, 11, 12));
  GtkWidget *switcher = show_switcher (self);
  g_autofree char *menu = NULL;

  piga_rounds_close (self->rounds, older);
  piga_test_settle (&self->room);
  menu = read_menu (switcher);
  g_assert_cmpstr (menu, ==,
                   "Data__analyst, 12 November\n"
                   "Data__analyst, 1 October (closed)\n"
                   "Log Another Interview…\n");

  g_assert_true (gtk_widget_activate_action (switcher, "rounds.choose", "s",
                                             piga_record_get_id (older)));
  g_assert_true (piga_rounds_get_current (self->rounds) == older);
  g_assert_cmpstr (read_button (switcher), ==, "for: Data_analyst, 1 October (closed)");

  gtk_widget_activate_action (switcher, "rounds.choose", "s", "");
  g_assert_null (piga_rounds_get_current (self->rounds));
  g_assert_cmpstr (read_button (switcher), ==, "Without an interview");
}

/* What was written before anybody knew of interviews can be reached; what belongs to another step
 * is no reason to offer it. */
static void
test_switcher_loose (Fixture *self, gconstpointer data)
{
  g_autoptr (PigaJobApplication) application = add_application (self, "Sacco", "Clerk");
  g_autoptr (PigaInterview) interview
    = add_round (self, application, piga_day_new (2026, 11, 12));
  GtkWidget *switcher = show_switcher (self);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_entry (self, 4, "");
  add_entry (self, 1, piga_record_get_id (interview));
  before = read_menu (switcher);
  g_assert_null (strstr (before, "Without an Interview"));

  add_entry (self, 12, "");
  after = read_menu (switcher);
  g_assert_nonnull (strstr (after, "Without an Interview"));
}

static void
test_switcher_long (Fixture *self, gconstpointer data)
{
  g_autofree char *role = g_strnfill (5000, 'w');
  g_autoptr (PigaJobApplication) application = add_application (self, "Sacco", role);
  g_autoptr (PigaInterview) interview
    = add_round (self, application, piga_day_new (2026, 11, 12));
  GtkWidget *switcher = show_switcher (self);
  int width;

  g_assert_cmpuint (g_utf8_strlen (read_button (switcher), -1), <, 60);
  g_assert_true (g_str_has_suffix (read_button (switcher), ", 12 November"));
  gtk_widget_measure (switcher, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_assert_cmpint (width, <, 300);
}

int
main (int argc, char *argv[])
{
  piga_test_room_init (&argc, &argv);

  g_test_add ("/interviews/switcher/none", Fixture, NULL, set_up, test_switcher_none, tear_down);
  g_test_add ("/interviews/switcher/choose", Fixture, NULL, set_up, test_switcher_choose,
              tear_down);
  g_test_add ("/interviews/switcher/loose", Fixture, NULL, set_up, test_switcher_loose, tear_down);
  g_test_add ("/interviews/switcher/long", Fixture, NULL, set_up, test_switcher_long, tear_down);
  return g_test_run ();
}
