/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorted first and filtered afterwards: what is typed into the search changes every few moments,
 * the order hardly ever. Both work in small portions between two frames, so that ten thousand
 * applications never hold up a key. */

#include "piga-applications-model.h"

#include <glib/gi18n-lib.h>

#include "piga-applications-order.h"

struct _PigaApplicationsModel
{
  GObject parent_instance;

  PigaContext *context;
  GtkFilterListModel *shown;
  GtkFilter *filter;
  GtkSorter *sorter;

  char *text;
  char *words; /* the text, folded */
  guint show;
  PigaApplicationsOrder order;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_SHOW,
  PROP_ORDER,
} PigaApplicationsModelProperty;

static GParamSpec *properties[PROP_ORDER + 1];

G_DEFINE_FINAL_TYPE (PigaApplicationsModel, piga_applications_model, G_TYPE_OBJECT)

static gboolean
is_shown (gpointer application, gpointer user_data)
{
  PigaApplicationsModel *self = user_data;

  return (self->show == PIGA_APPLICATIONS_SHOW_ALL
          || piga_applications_model_shows_stage (self, piga_stage_get (application)))
         && piga_applications_match (application, self->words);
}

static int
compare (gconstpointer one, gconstpointer other, gpointer user_data)
{
  PigaApplicationsModel *self = user_data;

  return piga_applications_compare ((PigaJobApplication *) one, (PigaJobApplication *) other,
                                    self->order, piga_context_get_today (self->context));
}

/* The list of the store stays as it is when one of its records changes. */
static void
update (PigaApplicationsModel *self)
{
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
saved_cb (PigaApplicationsModel *self, gpointer application, gboolean is_fresh)
{
  if (!is_fresh)
    update (self);
}

/* What is typed on to or taken back leaves in place what fits both. */
static GtkFilterChange
compare_words (const char *before, const char *words)
{
  if (g_str_has_prefix (words, before))
    return GTK_FILTER_CHANGE_MORE_STRICT;
  return g_str_has_prefix (before, words) ? GTK_FILTER_CHANGE_LESS_STRICT
                                          : GTK_FILTER_CHANGE_DIFFERENT;
}

static void
set_text (PigaApplicationsModel *self, const char *text)
{
  g_autofree char *words = piga_applications_fold (text);
  const GtkFilterChange change = compare_words (self->words, words);

  if (!g_set_str (&self->text, text))
    return;
  if (g_set_str (&self->words, words))
    gtk_filter_changed (self->filter, change);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

static void
set_show (PigaApplicationsModel *self, guint show)
{
  GtkFilterChange change = GTK_FILTER_CHANGE_DIFFERENT;

  if (self->show == show)
    return;
  if (self->show == PIGA_APPLICATIONS_SHOW_ALL)
    change = GTK_FILTER_CHANGE_MORE_STRICT;
  else if (show == PIGA_APPLICATIONS_SHOW_ALL)
    change = GTK_FILTER_CHANGE_LESS_STRICT;
  self->show = show;
  gtk_filter_changed (self->filter, change);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW]);
}

static void
set_order (PigaApplicationsModel *self, PigaApplicationsOrder order)
{
  if (self->order == order)
    return;
  self->order = order;
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ORDER]);
}

static void
piga_applications_model_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PigaApplicationsModel *self = PIGA_APPLICATIONS_MODEL (object);

  switch ((PigaApplicationsModelProperty) id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_SHOW:
      g_value_set_uint (value, self->show);
      break;
    case PROP_ORDER:
      g_value_set_uint (value, self->order);
      break;
    }
}

static void
piga_applications_model_set_property (GObject *object, guint id, const GValue *value,
                                      GParamSpec *pspec)
{
  PigaApplicationsModel *self = PIGA_APPLICATIONS_MODEL (object);

  switch ((PigaApplicationsModelProperty) id)
    {
    case PROP_TEXT:
      set_text (self, g_value_get_string (value));
      break;
    case PROP_SHOW:
      set_show (self, g_value_get_uint (value));
      break;
    case PROP_ORDER:
      set_order (self, g_value_get_uint (value));
      break;
    }
}

static void
piga_applications_model_dispose (GObject *object)
{
  PigaApplicationsModel *self = PIGA_APPLICATIONS_MODEL (object);

  /* A view may keep what was shown a little longer, and would go on filtering. */
  if (self->shown != NULL)
    gtk_filter_list_model_set_model (self->shown, NULL);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_applications_model_parent_class)->dispose (object);
}

static void
piga_applications_model_finalize (GObject *object)
{
  PigaApplicationsModel *self = PIGA_APPLICATIONS_MODEL (object);

  g_free (self->text);
  g_free (self->words);

  G_OBJECT_CLASS (piga_applications_model_parent_class)->finalize (object);
}

static void
piga_applications_model_class_init (PigaApplicationsModelClass *klass)
{
  const GParamFlags flags =
    G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = piga_applications_model_get_property;
  object_class->set_property = piga_applications_model_set_property;
  object_class->dispose = piga_applications_model_dispose;
  object_class->finalize = piga_applications_model_finalize;

  properties[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  properties[PROP_SHOW] = g_param_spec_uint ("show", NULL, NULL, 0, PIGA_APPLICATIONS_N_SHOWN - 1,
                                             PIGA_APPLICATIONS_SHOW_ALL, flags);
  properties[PROP_ORDER]
    = g_param_spec_uint ("order", NULL, NULL, 0, PIGA_APPLICATIONS_N_ORDERS - 1,
                         PIGA_APPLICATIONS_NEWEST, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
piga_applications_model_init (PigaApplicationsModel *self)
{
  self->text = g_strdup ("");
  self->words = g_strdup ("");
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
}

/**
 * piga_applications_model_new:
 * @context: the context
 *
 * Returns: (transfer full): all applications, the newest first
 */
PigaApplicationsModel *
piga_applications_model_new (PigaContext *context)
{
  PigaApplicationsModel *self = g_object_new (PIGA_TYPE_APPLICATIONS_MODEL, NULL);
  GtkSortListModel *sorted;

  self->context = g_object_ref (context);
  /* At first in one go: the newest first is nearly the order they come in, and nothing is filtered
   * yet. In portions, the rows would be filled several times before they are seen. */
  sorted = gtk_sort_list_model_new (g_object_ref (piga_applications_model_get_all (self)),
                                    g_object_ref (self->sorter));
  gtk_sort_list_model_set_incremental (sorted, TRUE);
  self->shown = gtk_filter_list_model_new (G_LIST_MODEL (sorted), g_object_ref (self->filter));
  gtk_filter_list_model_set_incremental (self->shown, TRUE);

  g_signal_connect_object (piga_context_get_store (context), "record-saved::application",
                           G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_store (context), "reset", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (piga_context_get_clock (context), "notify::today", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * piga_applications_model_get_all:
 * @self: the model
 *
 * Returns: (transfer none): all applications, in the order in which they were made
 */
GListModel *
piga_applications_model_get_all (PigaApplicationsModel *self)
{
  return piga_store_list (piga_context_get_store (self->context), PIGA_TYPE_JOB_APPLICATION);
}

/**
 * piga_applications_model_get_shown:
 * @self: the model
 *
 * Returns: (transfer none): those that are asked for, in the order that is asked for
 */
GListModel *
piga_applications_model_get_shown (PigaApplicationsModel *self)
{
  return G_LIST_MODEL (self->shown);
}

/**
 * piga_applications_model_get_text:
 * @self: the model
 *
 * Returns: (transfer none): what is searched for
 */
const char *
piga_applications_model_get_text (PigaApplicationsModel *self)
{
  return self->text;
}

/**
 * piga_applications_model_get_show:
 * @self: the model
 *
 * Returns: which are shown, see #PigaApplicationsShow
 */
guint
piga_applications_model_get_show (PigaApplicationsModel *self)
{
  return self->show;
}

/**
 * piga_applications_model_is_filtered:
 * @self: the model
 *
 * Returns: whether not all of them are asked for
 */
gboolean
piga_applications_model_is_filtered (PigaApplicationsModel *self)
{
  return self->show != PIGA_APPLICATIONS_SHOW_ALL || self->words[0] != '\0';
}

/**
 * piga_applications_model_shows_stage:
 * @self: the model
 * @stage: a stage
 *
 * Returns: whether those in that stage are among the ones asked for
 */
gboolean
piga_applications_model_shows_stage (PigaApplicationsModel *self, PigaStage stage)
{
  switch (self->show)
    {
    case PIGA_APPLICATIONS_SHOW_ALL:
      return TRUE;
    case PIGA_APPLICATIONS_SHOW_OPEN:
      return piga_stage_is_open (stage);
    default:
      return self->show == PIGA_APPLICATIONS_SHOW_STAGE + stage;
    }
}

/**
 * piga_applications_model_show_all:
 * @self: the model
 *
 * Shows all of them again.
 */
void
piga_applications_model_show_all (PigaApplicationsModel *self)
{
  set_text (self, "");
  set_show (self, PIGA_APPLICATIONS_SHOW_ALL);
}

/**
 * piga_applications_model_dup_description:
 * @self: the model
 *
 * Returns: (transfer full): which applications are shown, in words
 */
char *
piga_applications_model_dup_description (PigaApplicationsModel *self)
{
  const char *label = piga_applications_show_get_label (self->show);

  if (self->words[0] == '\0')
    return g_strdup (label);
  /* Translators: which applications are shown: %1$s is such as “Still open”, %2$s is what was
   * searched for. */
  return g_strdup_printf (_("%1$s, with “%2$s”"), label, self->text);
}

/**
 * piga_applications_show_get_label:
 * @show: see #PigaApplicationsShow
 *
 * Returns: (transfer none): how it is called
 */
const char *
piga_applications_show_get_label (guint show)
{
  if (show == PIGA_APPLICATIONS_SHOW_ALL)
    /* Translators: which applications are shown. */
    return C_("applications", "All applications");
  if (show == PIGA_APPLICATIONS_SHOW_OPEN)
    /* Translators: which applications are shown: those that something can still come of. */
    return C_("applications", "Still open");
  return piga_stage_get_label (show - PIGA_APPLICATIONS_SHOW_STAGE);
}

/**
 * piga_applications_order_get_label:
 * @order: an order
 *
 * Returns: (transfer none): how it is called
 */
const char *
piga_applications_order_get_label (PigaApplicationsOrder order)
{
  static const char *const labels[PIGA_APPLICATIONS_N_ORDERS] = {
    [PIGA_APPLICATIONS_NEWEST] = NC_("order", "Newest first"),
    [PIGA_APPLICATIONS_CLOSING] = NC_("order", "By closing date"),
    [PIGA_APPLICATIONS_EMPLOYER] = NC_("order", "By employer"),
    [PIGA_APPLICATIONS_WAITING] = NC_("order", "Waiting longest"),
  };

  return g_dpgettext2 (GETTEXT_PACKAGE, "order", labels[order]);
}
