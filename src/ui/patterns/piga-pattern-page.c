/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The board is worked out anew when something was saved and the page is in sight, once for all that
 * was saved at a time. A few interviews are there at once; thousands are read in portions between
 * two frames, and then shown part by part, while the page is already in sight. */

#include "config.h"

#include "piga-pattern-page.h"

#include <glib/gi18n-lib.h>

#include "charts/piga-grid-chart.h"
#include "piga-pattern-board.h"
#include "piga-pattern-group.h"
#include "piga-pattern-sheet.h"
#include "piga-pattern-sources.h"
#include "print/piga-print-button.h"
#include "records/piga-goal.h"
#include "records/piga-question.h"
#include "shell/piga-tools.h"

/* How many interviews are beside each other at first, and how many more each time that earlier ones
 * are asked for: each cell is a widget. */
#define COLUMNS_STEP 12

/* So many interviews are shown at one stroke. */
#define FEW 6

/* How long it reads or shows at a stretch, in microseconds: the other half of a frame is for
 * laying out and drawing. How long a frame is, in milliseconds. */
#define STRETCH 4000
#define FRAME 16

struct _PigaPatternPage
{
  AdwNavigationPage parent_instance;

  GtkStack *stack;
  GtkButton *next_button;
  PigaPrintButton *print_button;
  AdwToggleGroup *voices;
  GtkLabel *sentence;
  GtkLabel *advice;
  PigaPatternGroup *strengths;
  PigaPatternGroup *gaps;
  PigaPatternGroup *apart;
  GtkWidget *board;
  PigaGridChart *chart;
  GtkWidget *earlier_button;
  GtkLabel *funnel;

  PigaContext *context;
  PigaPatternsReader *reader; /* NULL once all is read */
  PigaPatterns *patterns;
  guint n_columns;
  guint part; /* of the page, which is shown next */
  guint position;
  guint work; /* a source, 0 once all is read and shown */
  gboolean is_stale;
};

/* Shows what belongs to a position, and returns whether there is more. */
typedef gboolean (*Part) (PigaPatternPage *self, guint position);

G_DEFINE_FINAL_TYPE (PigaPatternPage, piga_pattern_page, ADW_TYPE_NAVIGATION_PAGE)

/* The first is everybody, then the voices in their order. */
static guint
get_voice (PigaPatternPage *self)
{
  const guint active = adw_toggle_group_get_active (self->voices);

  return active == 0 || active == GTK_INVALID_LIST_POSITION ? PIGA_PATTERN_ALL_VOICES : active - 1;
}

static void
add_voice (PigaPatternPage *self, const char *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (self->voices, toggle);
}

/* A practice partner is not asked for before there is one. */
static void
show_voices (PigaPatternPage *self)
{
  if (adw_toggle_group_get_n_toggles (self->voices) <= PIGA_VOICE_PARTNER + 1
      && piga_pattern_board_has_voice (self->patterns, PIGA_VOICE_PARTNER))
    add_voice (self, C_ ("voice", "Practice partner"));
}

static void
show_words (PigaPatternPage *self)
{
  const gboolean is_silent = self->patterns->interviews->len == 0;
  const gboolean is_enough = piga_patterns_are_enough (self->patterns);
  g_autofree char *sentence = piga_patterns_sentence (self->patterns);

  gtk_label_set_label (self->sentence, is_silent ? _ ("Nothing from this voice yet.") : sentence);
  gtk_label_set_label (
    self->advice, is_enough ? _ ("What was seen with three employers or more comes back. These are "
                                 "counts, not verdicts.")
                            : _ ("From the third interview on, it is said here what comes back."));
}

static gboolean
show_funnel (PigaPatternPage *self, guint position)
{
  g_autofree char *funnel = piga_pattern_board_funnel (self->context);

  gtk_label_set_label (self->funnel, funnel != NULL ? funnel : "");
  gtk_widget_set_visible (GTK_WIDGET (self->funnel), funnel != NULL);
  return FALSE;
}

static gboolean
show_head (PigaPatternPage *self, guint position)
{
  show_voices (self);
  show_words (self);
  return FALSE;
}

static gboolean
show_strengths (PigaPatternPage *self, guint position)
{
  return piga_pattern_group_make (self->strengths, self->context, self->patterns,
                                  PIGA_PATTERN_STRENGTHS, position);
}

static gboolean
show_gaps (PigaPatternPage *self, guint position)
{
  return piga_pattern_group_make (self->gaps, self->context, self->patterns, PIGA_PATTERN_GAPS,
                                  position);
}

static gboolean
show_apart (PigaPatternPage *self, guint position)
{
  return piga_pattern_group_make (self->apart, self->context, self->patterns, PIGA_PATTERN_APART,
                                  position);
}

static void
show_board (PigaPatternPage *self)
{
  PigaGrid *grid = piga_pattern_board_draw (self->context, self->patterns, self->n_columns);

  gtk_widget_set_visible (self->board, piga_grid_get_n_rows (grid) > 0);
  gtk_widget_set_visible (self->earlier_button, self->patterns->interviews->len > self->n_columns);
  piga_grid_chart_take (self->chart, grid);
}

/* The interview to look back at: the newest. */
static PigaInterview *
find_interview (PigaPatternPage *self)
{
  GListModel *interviews =
    piga_store_list (piga_context_get_store (self->context), PIGA_TYPE_INTERVIEW);
  const guint n_interviews = g_list_model_get_n_items (interviews);
  PigaRounds *rounds = piga_context_get_rounds (self->context);
  PigaInterview *newest = NULL;

  for (guint i = 0; i < n_interviews; i++)
    {
      g_autoptr (PigaInterview) interview = g_list_model_get_item (interviews, i);

      if (piga_rounds_get_application (rounds, interview) != NULL
          && (newest == NULL
              || piga_record_get_day (interview, PIGA_INTERVIEW_DAY)
                   >= piga_record_get_day (newest, PIGA_INTERVIEW_DAY)))
        newest = interview;
    }
  return newest;
}

static void
show_empty (PigaPatternPage *self)
{
  gtk_button_set_label (self->next_button, find_interview (self) != NULL
                                             ? _ ("Look Back at an Interview")
                                             : _ ("Tell Us About the Interview"));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static gboolean
show_cells (PigaPatternPage *self, guint position)
{
  show_board (self);
  return FALSE;
}

/* From above, so that nothing moves that is in sight. */
static const Part parts[] = { show_head,  show_strengths, show_gaps,
                              show_cells, show_apart,     show_funnel };

/* Whether there is anything to show. */
static gboolean
take_patterns (PigaPatternPage *self, PigaPatterns *patterns)
{
  g_clear_pointer (&self->reader, piga_patterns_reader_free);
  g_clear_pointer (&self->patterns, piga_patterns_free);
  self->patterns = patterns;
  gtk_widget_set_visible (GTK_WIDGET (self->print_button), patterns->interviews->len > 0);
  if (patterns->interviews->len == 0 && get_voice (self) == PIGA_PATTERN_ALL_VOICES)
    {
      show_empty (self);
      return FALSE;
    }
  gtk_stack_set_visible_child_name (self->stack, "board");
  self->part = self->position = 0;
  return TRUE;
}

/* Whether there is more to do. */
static gboolean
read_and_show (PigaPatternPage *self, gint64 until)
{
  if (self->reader != NULL)
    {
      PigaPatterns *patterns = piga_patterns_reader_read (self->reader, until);

      if (patterns == NULL || !take_patterns (self, patterns))
        return patterns == NULL;
    }
  if (self->patterns->interviews->len <= FEW)
    until = G_MAXINT64;
  while (self->part < G_N_ELEMENTS (parts) && g_get_monotonic_time () < until)
    if (!parts[self->part](self, self->position++))
      {
        self->part++;
        self->position = 0;
      }
  return self->part < G_N_ELEMENTS (parts);
}

/* Shows only once in a frame: one that is due is drawn first, as it has the higher priority. */
static gboolean
work_cb (gpointer user_data)
{
  PigaPatternPage *self = user_data;

  self->work = 0;
  if (!read_and_show (self, g_get_monotonic_time () + STRETCH))
    return G_SOURCE_REMOVE;
  self->work = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, self->reader != NULL ? 0 : FRAME,
                                   work_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
begin (PigaPatternPage *self)
{
  self->is_stale = FALSE;
  g_clear_pointer (&self->reader, piga_patterns_reader_free);
  self->reader = piga_pattern_board_begin (self->context, get_voice (self));
  self->part = self->position = 0;
}

static void
update (PigaPatternPage *self)
{
  begin (self);
  g_clear_handle_id (&self->work, g_source_remove);
  work_cb (self);
}

static gboolean
update_cb (gpointer user_data)
{
  PigaPatternPage *self = user_data;

  begin (self);
  return work_cb (self);
}

/* What was read so far may be of records that have changed or gone. The lists come in slices: it is
 * read anew when they are there as a whole. */
static void
changed_cb (PigaPatternPage *self)
{
  self->is_stale = TRUE;
  g_clear_pointer (&self->reader, piga_patterns_reader_free);
  g_clear_handle_id (&self->work, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->work = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

/* While the parts change, what is seen may not be what is known. */
static gboolean
is_settled (PigaPatternPage *self)
{
  return self->work == 0 && !self->is_stale;
}

static void
map_cb (PigaPatternPage *self)
{
  if (self->is_stale)
    update (self);
}

static void
voice_cb (PigaPatternPage *self)
{
  if (self->context == NULL)
    return;
  self->n_columns = COLUMNS_STEP;
  update (self);
}

static void
earlier_cb (PigaPatternPage *self)
{
  self->n_columns += COLUMNS_STEP;
  show_board (self);
}

static void
next_cb (PigaPatternPage *self)
{
  PigaInterview *interview = find_interview (self);

  if (interview != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.open-tool", "(ss)", "debrief",
                                piga_record_get_id (interview));
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.log-rejection", "s", "");
}

static void
open_source_cb (PigaPatternPage *self, gpointer source)
{
  const char *tool = piga_pattern_source_get_tool (source);

  if (piga_tools_find (tool) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "room.open-tool", "(ss)", tool,
                                piga_pattern_source_get_interview (source));
}

static void
show_sources (PigaPatternPage *self, const char *title, GPtrArray *sources)
{
  PigaPatternSources *dialog = piga_pattern_sources_new (self->context, title, sources);

  g_signal_connect_object (dialog, "open", G_CALLBACK (open_source_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static const PigaPatternRow *
find_row (PigaPatternPage *self, PigaTheme theme)
{
  for (guint i = 0; i < self->patterns->rows->len; i++)
    {
      const PigaPatternRow *row = self->patterns->rows->pdata[i];

      if (row->theme == theme)
        return row;
    }
  g_return_val_if_reached (NULL);
}

static void
show_finding (PigaPatternPage *self, PigaTheme theme, PigaPatternPart part)
{
  if (!is_settled (self))
    return;
  show_sources (self, g_dpgettext2 (GETTEXT_PACKAGE, "theme", piga_themes[theme].label),
                piga_pattern_finding_sources (find_row (self, theme), part));
}

static void
strength_cb (PigaPatternPage *self, guint theme)
{
  show_finding (self, theme, PIGA_PATTERN_STRENGTHS);
}

static void
gap_cb (PigaPatternPage *self, guint theme)
{
  show_finding (self, theme, PIGA_PATTERN_GAPS);
}

static void
apart_cb (PigaPatternPage *self, guint theme)
{
  show_finding (self, theme, PIGA_PATTERN_APART);
}

static void
cell_cb (PigaPatternPage *self, guint row_number, guint column)
{
  const PigaPatternRow *row;
  const PigaPatternCell *cell;

  if (!is_settled (self))
    return;
  row = piga_pattern_board_get_row (self->patterns, row_number);
  cell = row->cells->pdata[piga_pattern_board_get_column (self->patterns, column)];
  show_sources (self, g_dpgettext2 (GETTEXT_PACKAGE, "theme", piga_themes[row->theme].label),
                g_ptr_array_copy (cell->sources, (GCopyFunc) (GCallback) g_object_ref, NULL));
}

static PigaSheet *
create_sheet_cb (PigaPatternPage *self)
{
  const guint active = adw_toggle_group_get_active (self->voices);
  AdwToggle *voice = adw_toggle_group_get_toggle (self->voices, active);

  if (!is_settled (self))
    {
      begin (self);
      g_clear_handle_id (&self->work, g_source_remove);
      read_and_show (self, G_MAXINT64);
    }
  return piga_pattern_create_sheet (self->context, self->patterns, self->chart,
                                    active == 0 ? NULL : adw_toggle_get_label (voice));
}

static void
piga_pattern_page_dispose (GObject *object)
{
  PigaPatternPage *self = PIGA_PATTERN_PAGE (object);

  g_clear_handle_id (&self->work, g_source_remove);
  g_clear_pointer (&self->reader, piga_patterns_reader_free);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_PATTERN_PAGE);
  g_clear_pointer (&self->patterns, piga_patterns_free);

  G_OBJECT_CLASS (piga_pattern_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, print_button);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, voices);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, advice);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, strengths);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, gaps);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, apart);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, board);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, chart);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, PigaPatternPage, funnel);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
  gtk_widget_class_bind_template_callback (widget_class, voice_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, strength_cb);
  gtk_widget_class_bind_template_callback (widget_class, gap_cb);
  gtk_widget_class_bind_template_callback (widget_class, apart_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_sheet_cb);
}

static void
piga_pattern_page_class_init (PigaPatternPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_pattern_page_dispose;

  g_type_ensure (PIGA_TYPE_GRID_CHART);
  g_type_ensure (PIGA_TYPE_PATTERN_GROUP);
  g_type_ensure (PIGA_TYPE_PRINT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-pattern-page.ui");
  bind_template (widget_class);
}

static void
piga_pattern_page_init (PigaPatternPage *self)
{
  self->n_columns = COLUMNS_STEP;
  gtk_widget_init_template (GTK_WIDGET (self));
  add_voice (self, _ ("Everybody"));
  add_voice (self, C_ ("voice", "Me"));
  add_voice (self, C_ ("voice", "Employer"));
  adw_toggle_group_set_active (self->voices, 0);
}

static void
follow (PigaPatternPage *self)
{
  static GType (*const types[]) (void) = { piga_job_application_get_type, piga_interview_get_type,
                                           piga_question_get_type, piga_remark_get_type,
                                           piga_goal_get_type };
  PigaStore *store = piga_context_get_store (self->context);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_signal_connect_object (piga_store_list (store, types[i]()), "items-changed",
                             G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (self->context), "notify::today",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * piga_pattern_page_new:
 * @context: the context
 * @id: not used: the board is about all interviews
 *
 * Returns: (transfer floating): the page, new
 */
AdwNavigationPage *
piga_pattern_page_new (PigaContext *context, const char *id)
{
  PigaPatternPage *self = g_object_new (PIGA_TYPE_PATTERN_PAGE, NULL);

  self->context = g_object_ref (context);
  piga_print_button_set_store (self->print_button, piga_context_get_store (context));
  follow (self);
  update (self);
  return ADW_NAVIGATION_PAGE (self);
}
