/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-pattern-group.h"

#include <glib/gi18n-lib.h>

#include "goals/piga-goal-link.h"
#include "records/piga-goal.h"

struct _PigaPatternGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;   /* not references */
  GArray *row_theme; /* of each row, as guint */
};

enum
{
  SHOW_SOURCES,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PigaPatternGroup, piga_pattern_group, ADW_TYPE_PREFERENCES_GROUP)

static void
activated_cb (PigaPatternGroup *self, GtkWidget *row)
{
  guint position;

  if (g_ptr_array_find (self->rows, row, &position))
    g_signal_emit (self, signals[SHOW_SOURCES], 0,
                   g_array_index (self->row_theme, guint, position));
}

static void
add_row (PigaPatternGroup *self, GtkWidget *row, PigaTheme theme)
{
  const guint number = theme;

  g_ptr_array_add (self->rows, row);
  g_array_append_val (self->row_theme, number);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
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
    adw_action_row_set_subtitle (ADW_ACTION_ROW (widget), _("Comes back"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (widget),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
  g_signal_connect_object (widget, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  add_row (self, widget, row->theme);
}

static void
add_goal_button (PigaPatternGroup *self, PigaTheme theme)
{
  GtkWidget *row = adw_button_row_new ();
  const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "theme", piga_themes[theme].label);
  /* Translators: the first words of a goal; %s is a theme, such as “Examples and stories”. */
  g_autofree char *title = g_strdup_printf (_("Work on “%s”"), label);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), C_("gap", "Make It a Goal"));
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
      is_going |= piga_record_get_integer (goals->pdata[i], PIGA_GOAL_STATE)
                  == PIGA_GOAL_STATE_GOING;
    }
  if (!is_going)
    add_goal_button (self, theme);
}

static void
clear (PigaPatternGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  g_array_set_size (self->row_theme, 0);
}

static void
piga_pattern_group_finalize (GObject *object)
{
  PigaPatternGroup *self = PIGA_PATTERN_GROUP (object);

  g_ptr_array_unref (self->rows);
  g_array_unref (self->row_theme);

  G_OBJECT_CLASS (piga_pattern_group_parent_class)->finalize (object);
}

static void
piga_pattern_group_class_init (PigaPatternGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = piga_pattern_group_finalize;

  signals[SHOW_SOURCES]
    = g_signal_new ("show-sources", PIGA_TYPE_PATTERN_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
piga_pattern_group_init (PigaPatternGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->row_theme = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * piga_pattern_group_show:
 * @self: the group
 * @context: the context
 * @patterns: patterns
 * @part: which part of them
 *
 * Shows what there is to tell, in place of what it showed. Without anything the group is hidden.
 */
void
piga_pattern_group_show (PigaPatternGroup *self, PigaContext *context, PigaPatterns *patterns,
                         PigaPatternPart part)
{
  g_autoptr (GPtrArray) findings = piga_pattern_findings_rank (patterns, part);

  clear (self);
  for (guint i = 0; i < findings->len; i++)
    {
      const PigaPatternRow *row = findings->pdata[i];

      add_finding (self, patterns, row, part);
      if (part == PIGA_PATTERN_GAPS)
        add_goals (self, context, row->theme);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), findings->len > 0);
}
