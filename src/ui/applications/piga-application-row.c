/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "piga-application-row.h"

#include <glib/gi18n-lib.h>

#include "piga-application-line.h"
#include "sense/piga-stage.h"

/* A card is narrow: what is next may take two lines, and always has the room for them. */
#define LINES_IN_CARD 2

struct _PigaApplicationRow
{
  PigaBriefRow parent_instance;

  PigaContext *context;
  gboolean has_chip;
  const char *style;
};

G_DEFINE_FINAL_TYPE (PigaApplicationRow, piga_application_row, PIGA_TYPE_BRIEF_ROW)

static char *
describe (PigaBriefRow *row, gpointer item)
{
  g_autofree char *title = piga_job_application_title (item);

  /* Translators: read aloud. %1$s is a role and its employer, %2$s what became of the application,
   * %3$s a date or what comes next. */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), title,
                          piga_stage_get_label (piga_stage_get (item)),
                          piga_brief_row_get_text (row, PIGA_BRIEF_NOTE));
}

/* What is not known leaves no gap: the employer moves up where there is no role. */
static void
show_names (PigaBriefRow *row, PigaJobApplication *application)
{
  const char *role = piga_record_get_text (application, PIGA_JOB_APPLICATION_ROLE);
  const char *employer = piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER);
  const gboolean has_both = role[0] != '\0' && employer[0] != '\0';
  g_autofree char *title = has_both ? g_strdup (role) : piga_job_application_title (application);

  piga_brief_row_set_text (row, PIGA_BRIEF_HEADING, title);
  piga_brief_row_set_text (row, PIGA_BRIEF_SUBTITLE, has_both ? employer : NULL);
}

/* The colour only underlines what the word says: on its way, good news, over. */
static const char *
get_style (PigaStage stage)
{
  switch (stage)
    {
    case PIGA_STAGE_APPLIED:
    case PIGA_STAGE_INVITED:
    case PIGA_STAGE_INTERVIEWED:
      return "on-its-way";
    case PIGA_STAGE_OFFERED:
      return "good-news";
    case PIGA_STAGE_THINKING:
    case PIGA_STAGE_SILENT:
    case PIGA_STAGE_NOT_CHOSEN:
    case PIGA_STAGE_WITHDRAWN:
    default:
      return NULL;
    }
}

static void
show_chip (PigaApplicationRow *self, PigaStage stage)
{
  const char *style = get_style (stage);
  const char *styles[] = { style, NULL };

  piga_brief_row_set_text (PIGA_BRIEF_ROW (self), PIGA_BRIEF_CHIP, piga_stage_get_label (stage));
  if (self->style == style)
    return;
  self->style = style;
  gtk_widget_set_css_classes (GTK_WIDGET (self), styles);
}

static void
show (PigaBriefRow *row, gpointer item)
{
  PigaApplicationRow *self = PIGA_APPLICATION_ROW (row);
  g_autofree char *line = piga_application_line (self->context, item);

  show_names (row, item);
  piga_brief_row_set_text (row, PIGA_BRIEF_NOTE, line);
  if (self->has_chip)
    show_chip (self, piga_stage_get (item));
}

static void
piga_application_row_dispose (GObject *object)
{
  g_clear_object (&PIGA_APPLICATION_ROW (object)->context);

  G_OBJECT_CLASS (piga_application_row_parent_class)->dispose (object);
}

static void
piga_application_row_class_init (PigaApplicationRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = piga_application_row_dispose;
  PIGA_BRIEF_ROW_CLASS (klass)->show = show;
  PIGA_BRIEF_ROW_CLASS (klass)->describe = describe;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "application-row");
}

static void
piga_application_row_init (PigaApplicationRow *self)
{
  piga_brief_row_set_text (PIGA_BRIEF_ROW (self), PIGA_BRIEF_HEADING, "");
  piga_brief_row_set_text (PIGA_BRIEF_ROW (self), PIGA_BRIEF_NOTE, "");
}

/**
 * piga_application_row_new:
 * @context: the context
 * @has_chip: whether it tells its stage; without, it is a narrow card in a place that does
 *
 * Returns: (transfer floating): a row for a #PigaJobApplication
 */
GtkWidget *
piga_application_row_new (PigaContext *context, gboolean has_chip)
{
  PigaApplicationRow *self = g_object_new (PIGA_TYPE_APPLICATION_ROW, NULL);
  PigaStore *store = piga_context_get_store (context);

  self->context = g_object_ref (context);
  self->has_chip = has_chip;
  if (!has_chip)
    piga_brief_row_set_note_lines (PIGA_BRIEF_ROW (self), LINES_IN_CARD);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today",
                           G_CALLBACK (piga_brief_row_queue_show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::interview", G_CALLBACK (piga_brief_row_queue_show),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_store_list (store, PIGA_TYPE_INTERVIEW), "items-changed",
                           G_CALLBACK (piga_brief_row_queue_show), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
