/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-round-switcher.h"

#include <glib/gi18n-lib.h>

#include "guide/piga-guide.h"
#include "piga-entry-list.h"
#include "records/piga-step-check.h"
#include "records/piga-step-state.h"

/* A menu is no place for a whole sentence, nor for hundreds of interviews: the older ones are
 * reached through their application. */
#define MOST_ROUNDS 24
#define MOST_CHARACTERS 48
#define LAST_CHARACTERS 20 /* the day, which tells one from the other */

struct _PigaRoundSwitcher
{
  GtkBox parent_instance;

  GtkMenuButton *menu_button;
  GtkLabel *name_label;
  GtkWidget *tell_button;

  PigaStore *store;
  PigaRounds *rounds;
  GPtrArray *loose_entries; /* of PigaEntryList: by step, those of no round */
};

enum
{
  PROP_CHOSEN = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaRoundSwitcher, piga_round_switcher, GTK_TYPE_BOX)

static char *
clip (const char *text)
{
  const glong length = g_utf8_strlen (text, -1);
  g_autofree char *start = NULL;

  if (length <= MOST_CHARACTERS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MOST_CHARACTERS - LAST_CHARACTERS - 1);
  return g_strconcat (start, "…", g_utf8_offset_to_pointer (text, length - LAST_CHARACTERS), NULL);
}

/* In a menu an underscore says which letter is the key. */
static char *
escape (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static gboolean
is_closed (PigaInterview *round)
{
  return piga_record_get_day (round, PIGA_INTERVIEW_CLOSED_ON) != PIGA_DAY_NONE;
}

static char *
name_round (PigaRoundSwitcher *self, PigaInterview *round)
{
  g_autofree char *title = piga_rounds_get_title (self->rounds, round);
  g_autofree char *clipped = clip (title);

  if (is_closed (round))
    /* Translators: an interview whose twelve steps the person has closed, such as
     * “Data analyst, 12 November (closed)”. */
    return g_strdup_printf (_ ("%s (closed)"), clipped);
  return g_steal_pointer (&clipped);
}

static void
add_choice (GMenu *menu, const char *label, const char *id)
{
  g_autofree char *escaped = escape (label);
  g_autoptr (GMenuItem) item = g_menu_item_new (escaped, NULL);

  g_menu_item_set_action_and_target (item, "rounds.choose", "s", id);
  g_menu_append_item (menu, item);
}

static gboolean
is_loose (guint step, const char *round)
{
  return step >= 1 && step <= PIGA_GUIDE_N_STEPS && round[0] == '\0'
         && piga_guide_get_step (step)->of_round;
}

static gboolean
has_loose_checks (PigaRoundSwitcher *self)
{
  GListModel *checks = piga_store_list (self->store, PIGA_TYPE_STEP_CHECK);
  const guint n_checks = g_list_model_get_n_items (checks);

  for (guint i = 0; i < n_checks; i++)
    {
      g_autoptr (PigaStepCheck) check = g_list_model_get_item (checks, i);

      if (is_loose ((guint) piga_record_get_integer (check, PIGA_STEP_CHECK_STEP),
                    piga_record_get_text (check, PIGA_STEP_CHECK_ROUND)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_loose_states (PigaRoundSwitcher *self)
{
  GListModel *states = piga_store_list (self->store, PIGA_TYPE_STEP_STATE);
  const guint n_states = g_list_model_get_n_items (states);

  for (guint i = 0; i < n_states; i++)
    {
      g_autoptr (PigaStepState) state = g_list_model_get_item (states, i);

      if (is_loose ((guint) piga_record_get_integer (state, PIGA_STEP_STATE_STEP),
                    piga_record_get_text (state, PIGA_STEP_STATE_ROUND)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_loose_entries (PigaRoundSwitcher *self)
{
  for (guint i = 0; i < self->loose_entries->len; i++)
    if (g_list_model_get_n_items (self->loose_entries->pdata[i]) > 0)
      return TRUE;
  return FALSE;
}

/* Whether there is anything to see where no round is chosen: what was ticked or written before the
 * first interview was told of. */
static gboolean
needs_none (PigaRoundSwitcher *self)
{
  return piga_rounds_get_current (self->rounds) == NULL || has_loose_checks (self)
         || has_loose_states (self) || has_loose_entries (self);
}

static GMenuModel *
create_menu (PigaRoundSwitcher *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) deeds = g_menu_new ();
  const guint n_rounds = g_list_model_get_n_items (G_LIST_MODEL (self->rounds));

  for (guint i = 0; i < MIN (n_rounds, MOST_ROUNDS); i++)
    {
      g_autoptr (PigaInterview) round = g_list_model_get_item (G_LIST_MODEL (self->rounds), i);
      g_autofree char *name = name_round (self, round);

      add_choice (choices, name, piga_record_get_id (round));
    }
  if (needs_none (self))
    add_choice (choices, _ ("Without an Interview"), "");
  g_menu_append (deeds, _ ("Log Another Interview…"), "win.log-rejection('')");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deeds));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* Made anew each time it is opened, so that what happened meanwhile is in it. */
static void
open_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GMenuModel) menu = create_menu (user_data);

  gtk_menu_button_set_menu_model (button, menu);
}

static char *
name_current (PigaRoundSwitcher *self)
{
  PigaInterview *round = piga_rounds_get_current (self->rounds);
  g_autofree char *title = NULL;

  if (round == NULL)
    return g_strdup (_ ("Without an interview"));
  title = name_round (self, round);
  /* Translators: under the title of a step: which interview the page is about, such as
   * “for: Data analyst, 12 November”. */
  return g_strdup_printf (_ ("for: %s"), title);
}

/* Until the disk has answered nobody knows whether there are rounds. */
static void
update (PigaRoundSwitcher *self)
{
  const PigaStoreState state = piga_store_get_state (self->store);
  const gboolean is_known = state == PIGA_STORE_READY || state == PIGA_STORE_READ_ONLY;
  const gboolean has_rounds = g_list_model_get_n_items (G_LIST_MODEL (self->rounds)) > 0;
  g_autofree char *name = name_current (self);

  gtk_label_set_label (self->name_label, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->menu_button), is_known && has_rounds);
  gtk_widget_set_visible (self->tell_button, is_known && !has_rounds);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
choose (PigaRoundSwitcher *self, const char *id)
{
  if (self->rounds == NULL || g_str_equal (id, piga_rounds_get_current_id (self->rounds)))
    return;
  piga_rounds_set_current (
    self->rounds, id[0] != '\0' ? piga_store_get (self->store, PIGA_TYPE_INTERVIEW, id) : NULL);
}

static void
piga_round_switcher_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaRoundSwitcher *self = PIGA_ROUND_SWITCHER (object);

  switch (id)
    {
    case PROP_CHOSEN:
      g_value_set_string (value,
                          self->rounds != NULL ? piga_rounds_get_current_id (self->rounds) : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_round_switcher_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_CHOSEN:
      choose (PIGA_ROUND_SWITCHER (object), g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_round_switcher_dispose (GObject *object)
{
  PigaRoundSwitcher *self = PIGA_ROUND_SWITCHER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_ROUND_SWITCHER);
  g_clear_pointer (&self->loose_entries, g_ptr_array_unref);
  g_clear_object (&self->rounds);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (piga_round_switcher_parent_class)->dispose (object);
}

static void
piga_round_switcher_class_init (PigaRoundSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_round_switcher_get_property;
  object_class->set_property = piga_round_switcher_set_property;
  object_class->dispose = piga_round_switcher_dispose;

  properties[PROP_CHOSEN] = g_param_spec_string (
    "chosen", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_property_action (widget_class, "rounds.choose", "chosen");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-round-switcher.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaRoundSwitcher, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PigaRoundSwitcher, name_label);
  gtk_widget_class_bind_template_child (widget_class, PigaRoundSwitcher, tell_button);
}

static void
piga_round_switcher_init (PigaRoundSwitcher *self)
{
  self->loose_entries = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, open_menu_cb, self, NULL);
}

static void
follow_loose_entries (PigaRoundSwitcher *self)
{
  for (guint step = 1; step <= PIGA_GUIDE_N_STEPS; step++)
    if (piga_guide_get_step (step)->of_round)
      g_ptr_array_add (
        self->loose_entries,
        piga_entry_list_new (self->store, &(PigaEntryFilter) { .step = step, .round = "" }));
}

/**
 * piga_round_switcher_set_context:
 * @self: the switcher, which has none yet
 * @context: the context
 */
void
piga_round_switcher_set_context (PigaRoundSwitcher *self, PigaContext *context)
{
  GListModel *applications;

  self->store = g_object_ref (piga_context_get_store (context));
  self->rounds = g_object_ref (piga_context_get_rounds (context));
  follow_loose_entries (self);

  applications = piga_store_list (self->store, PIGA_TYPE_JOB_APPLICATION);
  g_signal_connect_object (self->rounds, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rounds, "notify::current", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (applications, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "record-saved::application", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "record-saved::interview", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::state", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
}
