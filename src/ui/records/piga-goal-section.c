/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-goal-section.h"

#include "piga-goal-row.h"

struct _PigaGoalSection
{
  AdwBin parent_instance;

  GtkListBox *list;

  PigaContext *context;
  GListModel *goals;
  GtkFilter *filter;
  GtkSorter *sorter;

  char *title;
  PigaGoalGroup group;
};

enum
{
  PROP_GROUP = 1,
  PROP_TITLE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaGoalSection, piga_goal_section, ADW_TYPE_BIN)

static gboolean
is_of_group (gpointer goal, gpointer user_data)
{
  PigaGoalSection *self = user_data;
  PigaClock *clock = piga_context_get_clock (self->context);

  return piga_goal_group (goal, piga_context_get_week_start (self->context),
                          piga_clock_get_today (clock))
         == self->group;
}

/* Days count from 1, so that no day comes after all others when 1 is taken away. */
static int
compare_due (gconstpointer one, gconstpointer other)
{
  const guint due = piga_record_get_day ((gpointer) one, PIGA_GOAL_DUE) - 1u;
  const guint other_due = piga_record_get_day ((gpointer) other, PIGA_GOAL_DUE) - 1u;

  return (due > other_due) - (due < other_due);
}

/* What is open: the next to be due first, then in the order in which they were written. What is
 * over: the last one first. */
static int
compare (gconstpointer one, gconstpointer other, gpointer user_data)
{
  PigaGoalSection *self = user_data;
  const gboolean is_over = self->group > PIGA_GOAL_GROUP_GOING;
  const gint64 made = piga_record_get_created_at ((gpointer) one);
  const gint64 other_made = piga_record_get_created_at ((gpointer) other);
  const int by_age = (made > other_made) - (made < other_made);
  const int by_due = compare_due (one, other);

  if (is_over)
    return -by_age;
  return by_due != 0 ? by_due : by_age;
}

static GtkWidget *
create_row_cb (gpointer goal, gpointer user_data)
{
  return piga_goal_row_new (PIGA_GOAL_SECTION (user_data)->context, goal);
}

static void
update_visible (PigaGoalSection *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (self->goals) > 0);
}

/* GTK's models do not watch what they hold (GtkFilter learns to with 4.20), so they are told. */
static void
goals_changed_cb (PigaGoalSection *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
row_activated_cb (PigaGoalSection *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, piga_goal_row_get_goal (PIGA_GOAL_ROW (row)));
}

static void
set_title (PigaGoalSection *self, const char *title)
{
  if (!g_set_str (&self->title, title))
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
piga_goal_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaGoalSection *self = PIGA_GOAL_SECTION (object);

  switch (id)
    {
    case PROP_GROUP:
      g_value_set_uint (value, self->group);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_goal_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PigaGoalSection *self = PIGA_GOAL_SECTION (object);

  switch (id)
    {
    case PROP_GROUP:
      self->group = g_value_get_uint (value);
      break;
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_goal_section_dispose (GObject *object)
{
  PigaGoalSection *self = PIGA_GOAL_SECTION (object);

  if (self->list != NULL)
    gtk_list_box_bind_model (self->list, NULL, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_GOAL_SECTION);
  g_clear_object (&self->goals);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_goal_section_parent_class)->dispose (object);
}

static void
piga_goal_section_finalize (GObject *object)
{
  g_free (PIGA_GOAL_SECTION (object)->title);

  G_OBJECT_CLASS (piga_goal_section_parent_class)->finalize (object);
}

static void
piga_goal_section_class_init (PigaGoalSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_goal_section_get_property;
  object_class->set_property = piga_goal_section_set_property;
  object_class->dispose = piga_goal_section_dispose;
  object_class->finalize = piga_goal_section_finalize;

  properties[PROP_GROUP] = g_param_spec_uint (
    "group", NULL, NULL, PIGA_GOAL_GROUP_WEEK, PIGA_GOAL_GROUP_ASIDE, PIGA_GOAL_GROUP_WEEK,
    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHOSEN] = g_signal_new ("chosen", PIGA_TYPE_GOAL_SECTION, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, PIGA_TYPE_GOAL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-goal-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaGoalSection, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
piga_goal_section_init (PigaGoalSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_goal_section_set_context:
 * @self: the section, which has none yet
 * @context: the context
 *
 * Shows the goals of the group; from then on it follows the store, the clock and the settings.
 */
void
piga_goal_section_set_context (PigaGoalSection *self, PigaContext *context)
{
  PigaStore *store = piga_context_get_store (context);
  GListModel *all = piga_store_list (store, PIGA_TYPE_GOAL);
  GListModel *of_group;

  self->context = g_object_ref (context);
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_of_group, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  of_group =
    G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (all), g_object_ref (self->filter)));
  self->goals = G_LIST_MODEL (gtk_sort_list_model_new (of_group, g_object_ref (self->sorter)));

  /* The list first: GTK 4.18 loses a reference where the focus is taken from what hides already. */
  gtk_list_box_bind_model (self->list, self->goals, create_row_cb, self, NULL);
  g_signal_connect_object (self->goals, "items-changed", G_CALLBACK (update_visible), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::goal", G_CALLBACK (goals_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today",
                           G_CALLBACK (goals_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_settings (context), "changed::week-start",
                           G_CALLBACK (goals_changed_cb), self, G_CONNECT_SWAPPED);
  update_visible (self);
}

/**
 * piga_goal_section_get_goals:
 * @self: the section
 *
 * Returns: (transfer none): its goals, in their order
 */
GListModel *
piga_goal_section_get_goals (PigaGoalSection *self)
{
  return self->goals;
}
