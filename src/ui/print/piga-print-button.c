/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The button that every page that prints has in its header bar. */

#include "config.h"

#include "piga-print-button.h"

#include "piga-sheet-print.h"

struct _PigaPrintButton
{
  GtkWidget parent_instance;

  GtkWidget *menu_button;

  PigaStore *store;
};

G_DEFINE_FINAL_TYPE (PigaPrintButton, piga_print_button, GTK_TYPE_WIDGET)

enum
{
  CREATE_SHEET,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static PigaSheet *
create_sheet (GtkWidget *widget)
{
  PigaSheet *sheet = NULL;

  g_signal_emit (widget, signals[CREATE_SHEET], 0, &sheet);
  return sheet;
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (PigaSheet) sheet = create_sheet (widget);

  if (sheet != NULL)
    piga_sheet_print (sheet, widget);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (PigaSheet) sheet = create_sheet (widget);

  if (sheet != NULL)
    piga_sheet_save_pdf (sheet, widget, PIGA_PRINT_BUTTON (widget)->store, NULL);
}

static void
piga_print_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PIGA_TYPE_PRINT_BUTTON);
  g_clear_object (&PIGA_PRINT_BUTTON (object)->store);

  G_OBJECT_CLASS (piga_print_button_parent_class)->dispose (object);
}

static void
piga_print_button_class_init (PigaPrintButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = piga_print_button_dispose;

  /**
   * PigaPrintButton::create-sheet:
   * @self: the button
   *
   * Returns: (transfer full) (nullable): what is to be printed; %NULL for nothing
   */
  signals[CREATE_SHEET] =
    g_signal_new ("create-sheet", PIGA_TYPE_PRINT_BUTTON, G_SIGNAL_RUN_LAST, 0,
                  g_signal_accumulator_first_wins, NULL, NULL, PIGA_TYPE_SHEET, 0);

  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "sheet.save-pdf", NULL, save_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-print-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PigaPrintButton, menu_button);
}

static void
piga_print_button_init (PigaPrintButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_print_button_set_store:
 * @self: the button
 * @store: the store, whose files no PDF is to replace; set once
 */
void
piga_print_button_set_store (PigaPrintButton *self, PigaStore *store)
{
  self->store = g_object_ref (store);
}
