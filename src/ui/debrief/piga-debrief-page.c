/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-debrief-page.h"

#include <glib/gi18n-lib.h>

#include "kit/piga-field-binding.h"
#include "kit/piga-page.h"
#include "kit/piga-record-draft.h"
#include "kit/piga-text-row.h"
#include "kit/piga-toast.h"
#include "piga-asked-row.h"
#include "piga-debrief-sheet.h"
#include "piga-debrief-words.h"
#include "piga-finding-row.h"
#include "piga-line-list.h"
#include "print/piga-sheet-print.h"

struct _PigaDebriefPage
{
  AdwNavigationPage parent_instance;

  AdwWindowTitle *window_title;
  GtkWidget *content;
  AdwToggleGroup *form;
  PigaTextRow *recall_row;
  PigaLineList *questions;
  PigaLineList *strengths;
  PigaLineList *gaps;
  PigaTextRow *surprise_row;
  AdwPreferencesGroup *preparation;
  GtkLabel *sentence;
  GtkLabel *debriefed;

  PigaContext *context;
  PigaDebrief *debrief;
  PigaRecordDraft *draft;
  gboolean is_short;
};

enum
{
  PROP_SHORT = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* The form that was chosen last, for as long as the program runs. */
static gboolean was_short;

static void page_init (PigaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaDebriefPage, piga_debrief_page, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (PIGA_TYPE_PAGE, page_init))

static void
flush (PigaPage *page)
{
  PigaDebriefPage *self = PIGA_DEBRIEF_PAGE (page);

  piga_record_draft_flush (self->draft);
  piga_debrief_flush (self->debrief);
}

static void
page_init (PigaPageInterface *iface)
{
  iface->flush = flush;
}

static void
set_short (PigaDebriefPage *self, gboolean is_short)
{
  if (self->is_short == is_short)
    return;

  self->is_short = is_short;
  adw_toggle_group_set_active (self->form, is_short ? 1 : 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHORT]);
}

static void
form_cb (PigaDebriefPage *self)
{
  set_short (self, adw_toggle_group_get_active (self->form) == 1);
  was_short = self->is_short;
}

static gboolean
add_question_cb (PigaDebriefPage *self, const char *line)
{
  piga_debrief_add_question (self->debrief, line);
  return TRUE;
}

static gboolean
add_strength_cb (PigaDebriefPage *self, const char *line)
{
  return piga_debrief_add_remark (self->debrief, PIGA_SIDE_STRENGTH, line);
}

static gboolean
add_gap_cb (PigaDebriefPage *self, const char *line)
{
  if (piga_debrief_add_remark (self->debrief, PIGA_SIDE_GAP, line))
    return TRUE;
  piga_toast_show (GTK_WIDGET (self), _ ("Three is enough for one interview"));
  return FALSE;
}

static void
take_strength_cb (PigaDebriefPage *self, PigaQuestion *question)
{
  piga_debrief_take_offer (self->debrief, PIGA_SIDE_STRENGTH, question);
}

static void
take_gap_cb (PigaDebriefPage *self, PigaQuestion *question)
{
  piga_debrief_take_offer (self->debrief, PIGA_SIDE_GAP, question);
}

static void
done_cb (PigaDebriefPage *self)
{
  piga_record_set_day (piga_debrief_get_interview (self->debrief), PIGA_INTERVIEW_DEBRIEFED_ON,
                       piga_context_get_today (self->context));
  piga_page_flush (PIGA_PAGE (self));
  piga_toast_show (GTK_WIDGET (self), _ ("Kept. You can come back to it at any time."));
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
show_sentence (PigaDebriefPage *self)
{
  const PigaDay day =
    piga_record_get_day (piga_debrief_get_interview (self->debrief), PIGA_INTERVIEW_DEBRIEFED_ON);
  g_autofree char *sentence = piga_debrief_sentence (self->debrief);

  gtk_label_set_label (self->sentence, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->debriefed), day != PIGA_DAY_NONE);
  if (day != PIGA_DAY_NONE)
    {
      g_autofree char *date = piga_calendar_date_near (day, piga_context_get_today (self->context));
      /* Translators: %s is a day, such as “12 November”. */
      g_autofree char *text = g_strdup_printf (_ ("Last looked back on %s"), date);

      gtk_label_set_label (self->debriefed, text);
    }
}

static void
show_gaps (PigaDebriefPage *self)
{
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self->gaps),
    piga_debrief_can_add (self->debrief, PIGA_SIDE_GAP)
      ? _ ("Only what you can do something about, with one small fix each.")
      : _ ("Three is enough for one interview."));
}

static void
show_title (PigaDebriefPage *self)
{
  g_autofree char *title = piga_rounds_get_title (piga_context_get_rounds (self->context),
                                                  piga_debrief_get_interview (self->debrief));

  adw_window_title_set_subtitle (self->window_title, title);
}

static void
changed_cb (PigaDebriefPage *self)
{
  show_sentence (self);
  show_gaps (self);
  show_title (self);
}

static void
show_state (PigaDebriefPage *self)
{
  PigaStore *store = piga_context_get_store (self->context);

  gtk_widget_set_sensitive (self->content, piga_store_get_state (store) == PIGA_STORE_READY);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (PigaSheet) sheet = piga_debrief_create_sheet (PIGA_DEBRIEF_PAGE (widget)->debrief);

  piga_sheet_print (sheet, widget);
}

static void
save_pdf_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PigaDebriefPage *self = PIGA_DEBRIEF_PAGE (widget);
  g_autoptr (PigaSheet) sheet = piga_debrief_create_sheet (self->debrief);

  piga_sheet_save_pdf (sheet, widget, piga_context_get_store (self->context), NULL);
}

static PigaSheet *
create_blank_sheet (PigaDebriefPage *self)
{
  return piga_debrief_create_blank_sheet (self->debrief, self->is_short);
}

static void
print_blank_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (PigaSheet) sheet = create_blank_sheet (PIGA_DEBRIEF_PAGE (widget));

  piga_sheet_print (sheet, widget);
}

static void
save_blank_pdf_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PigaDebriefPage *self = PIGA_DEBRIEF_PAGE (widget);
  g_autoptr (PigaSheet) sheet = create_blank_sheet (self);

  piga_sheet_save_pdf (sheet, widget, piga_context_get_store (self->context), NULL);
}

static void
piga_debrief_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHORT:
      g_value_set_boolean (value, PIGA_DEBRIEF_PAGE (object)->is_short);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_debrief_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SHORT:
      set_short (PIGA_DEBRIEF_PAGE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
piga_debrief_page_dispose (GObject *object)
{
  PigaDebriefPage *self = PIGA_DEBRIEF_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_DEBRIEF_PAGE);
  g_clear_object (&self->draft);
  g_clear_object (&self->debrief);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_debrief_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PigaDebriefPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, PigaDebriefPage, content);
  gtk_widget_class_bind_template_child (widget_class, PigaDebriefPage, form);
  gtk_widget_class_bind_template_child (widget_class, PigaDebriefPage, recall_row);
  gtk_widget_class_bind_template_child (widget_class, PigaDebriefPage, questions);
  gtk_widget_class_bind_template_child (widget_class, PigaDebriefPage, strengths);
  gtk_widget_class_bind_template_child (widget_class, PigaDebriefPage, gaps);
  gtk_widget_class_bind_template_child (widget_class, PigaDebriefPage, surprise_row);
  gtk_widget_class_bind_template_child (widget_class, PigaDebriefPage, preparation);
  gtk_widget_class_bind_template_child (widget_class, PigaDebriefPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, PigaDebriefPage, debriefed);
  gtk_widget_class_bind_template_callback (widget_class, form_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_question_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_strength_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_gap_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_strength_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_gap_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
piga_debrief_page_class_init (PigaDebriefPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = piga_debrief_page_get_property;
  object_class->set_property = piga_debrief_page_set_property;
  object_class->dispose = piga_debrief_page_dispose;

  properties[PROP_SHORT] =
    g_param_spec_boolean ("short", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "debrief.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "debrief.save-pdf", NULL, save_pdf_cb);
  gtk_widget_class_install_action (widget_class, "debrief.print-blank", NULL, print_blank_cb);
  gtk_widget_class_install_action (widget_class, "debrief.save-blank-pdf", NULL, save_blank_pdf_cb);

  g_type_ensure (PIGA_TYPE_LINE_LIST);
  g_type_ensure (PIGA_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-debrief-page.ui");
  bind_template (widget_class);
}

/* As on every page that prints: wherever the cursor is, as long as the page is in sight. */
static void
add_print_shortcut (PigaDebriefPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_p, GDK_CONTROL_MASK),
                                            gtk_named_action_new ("debrief.print"));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_boolean (FALSE));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_MANAGED);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
piga_debrief_page_init (PigaDebriefPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_print_shortcut (self);
}

static GtkWidget *
create_asked_row (gpointer question, gpointer user_data)
{
  PigaDebriefPage *self = user_data;
  GtkWidget *row = piga_asked_row_new (self->debrief, question);

  g_object_bind_property (self, "short", row, "short", G_BINDING_SYNC_CREATE);
  return row;
}

static GtkWidget *
create_finding_row (gpointer remark, gpointer user_data)
{
  return piga_finding_row_new (PIGA_DEBRIEF_PAGE (user_data)->debrief, remark);
}

static void
show_lists (PigaDebriefPage *self)
{
  piga_line_list_show (self->questions, piga_debrief_get_questions (self->debrief),
                       create_asked_row, self);
  piga_line_list_show (self->strengths,
                       piga_debrief_get_remarks (self->debrief, PIGA_SIDE_STRENGTH),
                       create_finding_row, self);
  piga_line_list_show_offers (self->strengths,
                              piga_debrief_get_offers (self->debrief, PIGA_SIDE_STRENGTH),
                              _ ("You answered this one strongly. Add it?"));
  piga_line_list_show (self->gaps, piga_debrief_get_remarks (self->debrief, PIGA_SIDE_GAP),
                       create_finding_row, self);
  piga_line_list_show_offers (self->gaps, piga_debrief_get_offers (self->debrief, PIGA_SIDE_GAP),
                              _ ("You rated this answer a gap. Add it?"));
}

static void
show_interview (PigaDebriefPage *self, PigaInterview *interview)
{
  piga_field_bind (interview, PIGA_INTERVIEW_RECALL, self->recall_row, "text");
  piga_field_bind (interview, PIGA_INTERVIEW_SURPRISE, self->surprise_row, "text");
  for (guint field = PIGA_INTERVIEW_PREP_ADVERT; field <= PIGA_INTERVIEW_PREP_REST; field++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *tick = gtk_check_button_new ();

      piga_field_set_title (interview, field, row);
      piga_field_bind (interview, field, tick, "active");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
      adw_preferences_group_add (self->preparation, row);
    }
}

static void
follow (PigaDebriefPage *self)
{
  PigaStore *store = piga_context_get_store (self->context);

  g_signal_connect_object (self->debrief, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "record-saved::application", G_CALLBACK (show_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_store_list (store, PIGA_TYPE_JOB_APPLICATION), "items-changed",
                           G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "notify::state", G_CALLBACK (show_state), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
  show_state (self);
}

/**
 * piga_debrief_page_new:
 * @context: the context
 * @interview: the id of an interview
 *
 * Returns: (transfer floating) (nullable): the page, new; %NULL where there is no such interview
 */
AdwNavigationPage *
piga_debrief_page_new (PigaContext *context, const char *interview)
{
  PigaStore *store = piga_context_get_store (context);
  PigaInterview *record = piga_store_get (store, PIGA_TYPE_INTERVIEW, interview);
  PigaDebriefPage *self;

  if (record == NULL)
    return NULL;
  self = g_object_new (PIGA_TYPE_DEBRIEF_PAGE, NULL);
  self->context = g_object_ref (context);
  self->debrief = piga_debrief_new (context, record);
  self->draft = piga_record_draft_new (store, record);
  set_short (self, was_short);
  show_interview (self, record);
  show_lists (self);
  follow (self);
  return ADW_NAVIGATION_PAGE (self);
}
