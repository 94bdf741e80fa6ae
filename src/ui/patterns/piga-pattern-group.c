/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-pattern-group.h"

#include <glib/gi18n-lib.h>

#include "records/piga-goal-link.h"
#include "records/piga-goal.h"

struct _PigaPatternGroup
{
  AdwPreferencesGroup parent_instance;

  GArray *rows;
  GArray *fresh; /* what comes in their place once there are all */
};

typedef struct
{
  GtkWidget *widget;
  PigaTheme theme;
} Row;

enum
{
  SHOW_SOURCES,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaPatternGroup, piga_pattern_group, ADW_TYPE_PREFERENCES_GROUP)

static void
clear_row (gpointer data)
{
  g_clear_object (&((Row *) data)->widget);
}

static GArray *
create_rows (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);
  return rows;
}

static void
activated_cb (PigaPatternGroup *self, GtkWidget *widget)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (row->widget == widget)
        {
          g_signal_emit (self, signals[SHOW_SOURCES], 0, (guint) row->theme);
          return;
        }
    }
}

static void
add_row (PigaPatternGroup *self, GtkWidget *widget, PigaTheme theme)
{
  const Row row = { g_object_ref_sink (widget), theme };

  g_array_append_val (self->fresh, row);
}

static void
add_finding (PigaPatternGroup *self, PigaPatterns *patterns, const PigaPatternRow *row,
             PigaPatternPart part)
{
  GtkWidget *widget = adw_action_row_new ();
  g_autofree char *sentence = piga_pattern_finding_sentence (patterns, row, part);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (widget), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), sentence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (widget), 0);
  if (part == PIGA_PATTERN_STRENGTHS && piga_pattern_row_comes_back (row, PIGA_SIDE_STRENGTH))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), _ ("Comes back"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
  g_signal_connect_object (widget, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  add_row (self, widget, row->theme);
}

static void
add_goal_button (PigaPatternGroup *self, PigaTheme theme)
{
  GtkWidget *row = adw_button_row_new ();
  const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "theme", piga_themes[theme].label);
  /* Translators: the first words of a goal; %s is a theme, such as “Examples and stories”. */
  g_autofree char *title = g_strdup_printf (_ ("Work on “%s”"), label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_ ("gap", "Make It a Goal"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.new-goal-for-theme");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(us)", (guint) theme, title);
  add_row (self, row, theme);
}

static void
add_goals (PigaPatternGroup *self, PigaContext *context, PigaTheme theme)
{
  g_autoptr (GPtrArray) goals = piga_pattern_finding_goals (context, theme);
  gboolean is_going = FALSE;

  for (guint i = 0; i < goals->len; i++)
    {
      GtkWidget *row = piga_goal_link_new (goals->pdata[i]);

      adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                                 gtk_image_new_from_icon_name ("piga-goals-symbolic"));
      add_row (self, row, theme);
      is_going |=
        piga_record_get_integer (goals->pdata[i], PIGA_GOAL_STATE) == PIGA_GOAL_STATE_GOING;
    }
  if (!is_going)
    add_goal_button (self, theme);
}

/* At one stroke, so that nothing below moves to and fro. */
static void
swap (PigaPatternGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                  g_array_index (self->rows, Row, i).widget);
  g_array_unref (self->rows);
  self->rows = g_steal_pointer (&self->fresh);
  self->fresh = create_rows ();
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self),
                               g_array_index (self->rows, Row, i).widget);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
piga_pattern_group_finalize (GObject *object)
{
  PigaPatternGroup *self = PIGA_PATTERN_GROUP (object);

  g_array_unref (self->rows);
  g_array_unref (self->fresh);

  G_OBJECT_CLASS (piga_pattern_group_parent_class)->finalize (object);
}

static void
piga_pattern_group_class_init (PigaPatternGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = piga_pattern_group_finalize;

  signals[SHOW_SOURCES] = g_signal_new ("show-sources", PIGA_TYPE_PATTERN_GROUP, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
piga_pattern_group_init (PigaPatternGroup *self)
{
  self->rows = create_rows ();
  self->fresh = create_rows ();
}

/**
 * piga_pattern_group_make:
 * @self: the group
 * @context: the context
 * @patterns: patterns
 * @part: which part of them
 * @position: from 0 on, once after the other
 *
 * Makes what tells of one finding, as that takes a while. After the last, all of them come in the
 * place of what was shown; without anything the group is hidden.
 *
 * Returns: whether there are more
 */
gboolean
piga_pattern_group_make (PigaPatternGroup *self, PigaContext *context, PigaPatterns *patterns,
                         PigaPatternPart part, guint position)
{
  g_autoptr (GPtrArray) findings = piga_pattern_findings_rank (patterns, part);
  const PigaPatternRow *row;

  if (position == 0)
    g_array_set_size (self->fresh, 0);
  if (position >= findings->len)
    {
      swap (self);
      return FALSE;
    }
  row = findings->pdata[position];
  add_finding (self, patterns, row, part);
  if (part == PIGA_PATTERN_GAPS)
    add_goals (self, context, row->theme);
  return TRUE;
}
