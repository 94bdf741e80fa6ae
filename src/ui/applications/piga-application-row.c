/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Three lines of fixed height and a chip, without markup, wrapping or a template: thousands of them
 * may pass in a second. */

#include "piga-application-row.h"

#include <glib/gi18n-lib.h>

#include "piga-application-line.h"
#include "piga-stage-chip.h"
#include "sense/piga-round.h"

/* How long a line would like to be; it is as long as the list lets it. */
#define NATURAL_CHARS 24
/* A card is narrow: what is next may take two lines, and always has the room for them. */
#define LINES_IN_CARD 2

struct _PigaApplicationRow
{
  GtkWidget parent_instance;

  GtkWidget *top;
  GtkInscription *title;
  GtkInscription *employer;
  GtkInscription *line;
  GtkLabel *chip; /* NULL where the place tells the stage */

  PigaContext *context;
  PigaJobApplication *application;
  GSignalGroup *signals;
  guint updating;
};

enum
{
  PROP_DESCRIPTION = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PigaApplicationRow, piga_application_row, GTK_TYPE_WIDGET)

static char *
dup_description (PigaApplicationRow *self)
{
  g_autofree char *title = NULL;

  if (self->application == NULL)
    return NULL;
  title = piga_job_application_title (self->application);
  /* Translators: read aloud. %1$s is a role and its employer, %2$s what became of the application,
   * %3$s a date or what comes next. */
  return g_strdup_printf (_("%1$s, %2$s, %3$s"), title,
                          piga_stage_get_label (piga_stage_get (self->application)),
                          gtk_inscription_get_text (self->line));
}

/* What is not known leaves no gap: the employer moves up where there is no role. */
static void
show_names (PigaApplicationRow *self, PigaJobApplication *application)
{
  const char *role = piga_record_get_text (application, PIGA_JOB_APPLICATION_ROLE);
  const char *employer = piga_record_get_text (application, PIGA_JOB_APPLICATION_EMPLOYER);
  const gboolean has_both = role[0] != '\0' && employer[0] != '\0';
  g_autofree char *title = has_both ? g_strdup (role) : piga_job_application_title (application);

  gtk_inscription_set_text (self->title, title);
  gtk_inscription_set_text (self->employer, has_both ? employer : "");
  gtk_widget_set_visible (GTK_WIDGET (self->employer), has_both);
}

static void
update (PigaApplicationRow *self)
{
  g_autofree char *line = NULL;

  if (self->application == NULL)
    return;

  line = piga_application_line (self->context, self->application);
  show_names (self, self->application);
  gtk_inscription_set_text (self->line, line);
  if (self->chip != NULL)
    piga_stage_chip_show (self->chip, piga_stage_get (self->application));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
}

static void
update_cb (gpointer user_data)
{
  PigaApplicationRow *self = user_data;

  self->updating = 0;
  update (self);
}

/* A deed may change several fields, each of which tells of itself. */
static void
queue_update (PigaApplicationRow *self)
{
  if (self->updating == 0)
    self->updating = g_idle_add_once (update_cb, self);
}

static void
piga_application_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_DESCRIPTION:
      g_value_take_string (value, dup_description (PIGA_APPLICATION_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_application_row_dispose (GObject *object)
{
  PigaApplicationRow *self = PIGA_APPLICATION_ROW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->updating, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->application);
  g_clear_object (&self->context);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (piga_application_row_parent_class)->dispose (object);
}

static void
piga_application_row_class_init (PigaApplicationRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_application_row_get_property;
  object_class->dispose = piga_application_row_dispose;

  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "application-row");
}

/* Not a label: an inscription has the size of its line, whatever the text, so that no row is
 * measured again for a new text. */
static GtkInscription *
create_line (GtkWidget *parent)
{
  GtkWidget *line = gtk_inscription_new (NULL);

  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (line), NATURAL_CHARS);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (line),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (parent), line);
  return GTK_INSCRIPTION (line);
}

/* The chip stands beside the names; the line below has the whole width. */
static void
piga_application_row_init (PigaApplicationRow *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (self->top), names);
  gtk_box_append (GTK_BOX (lines), self->top);
  gtk_widget_set_parent (lines, GTK_WIDGET (self));
  self->title = create_line (names);
  self->employer = create_line (names);
  self->line = create_line (lines);
  gtk_widget_add_css_class (GTK_WIDGET (self->title), "role");
  gtk_widget_add_css_class (GTK_WIDGET (self->employer), "dimmed");
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->line), "dimmed");

  self->signals = g_signal_group_new (PIGA_TYPE_JOB_APPLICATION);
  g_signal_group_connect_swapped (self->signals, "notify", G_CALLBACK (queue_update), self);
}

/**
 * piga_application_row_new:
 * @context: the context
 * @has_chip: whether it tells its stage; without, it is a narrow card in a place that does
 *
 * Returns: (transfer floating): a row for no application yet
 */
GtkWidget *
piga_application_row_new (PigaContext *context, gboolean has_chip)
{
  PigaApplicationRow *self = g_object_new (PIGA_TYPE_APPLICATION_ROW, NULL);
  GListModel *interviews
      = piga_store_list (piga_context_get_store (context), PIGA_TYPE_INTERVIEW);

  self->context = g_object_ref (context);
  if (has_chip)
    {
      self->chip = GTK_LABEL (piga_stage_chip_new ());
      gtk_box_append (GTK_BOX (self->top), GTK_WIDGET (self->chip));
    }
  else
    gtk_inscription_set_min_lines (self->line, LINES_IN_CARD);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_store (context), "record-saved::interview",
                           G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (interviews, "items-changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * piga_application_row_get_application:
 * @self: the row
 *
 * Returns: (transfer none) (nullable): the application that it shows
 */
PigaJobApplication *
piga_application_row_get_application (PigaApplicationRow *self)
{
  return self->application;
}

/**
 * piga_application_row_set_application:
 * @self: the row
 * @application: (nullable): the application to show
 */
void
piga_application_row_set_application (PigaApplicationRow *self, PigaJobApplication *application)
{
  g_set_object (&self->application, application);
  g_signal_group_set_target (self->signals, application);
  update (self);
}
