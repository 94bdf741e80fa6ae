/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "piga-journal-page.h"

#include "piga-page.h"

struct _PigaJournalPage
{
  AdwNavigationPage parent_instance;

  PigaContext *context;
};

static void page_iface_init (PigaPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PigaJournalPage, piga_journal_page, ADW_TYPE_NAVIGATION_PAGE,
                               G_IMPLEMENT_INTERFACE (PIGA_TYPE_PAGE, page_iface_init))

static void
piga_journal_page_flush (PigaPage *page)
{
}

static void
page_iface_init (PigaPageInterface *iface)
{
  iface->flush = piga_journal_page_flush;
}

static void
piga_journal_page_dispose (GObject *object)
{
  PigaJournalPage *self = PIGA_JOURNAL_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PIGA_TYPE_JOURNAL_PAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (piga_journal_page_parent_class)->dispose (object);
}

static void
piga_journal_page_class_init (PigaJournalPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = piga_journal_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_BASE "/ui/piga-journal-page.ui");
}

static void
piga_journal_page_init (PigaJournalPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * piga_journal_page_new:
 * @context: the context
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
piga_journal_page_new (PigaContext *context)
{
  PigaJournalPage *self = g_object_new (PIGA_TYPE_JOURNAL_PAGE, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

/**
 * piga_journal_page_write:
 * @self: the page
 * @step: the step that the entry belongs to; 0 for none
 * @prompt: the key of the prompt that it answers; empty for none
 *
 * Opens the editor with a new entry and puts the cursor in its text.
 */
void
piga_journal_page_write (PigaJournalPage *self, guint step, const char *prompt)
{
}

/**
 * piga_journal_page_open:
 * @self: the page
 * @id: the entry
 * @search: words to jump to; empty for none
 *
 * Opens an entry in the editor.
 */
void
piga_journal_page_open (PigaJournalPage *self, const char *id, const char *search)
{
}
