/* Copyright 2026 The Piga Hatua contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The themes by which what was asked and what was said are laid side by side. */

#include "piga-theme.h"

#include <glib/gi18n-lib.h>

const PigaChoice piga_themes[] = {
  { "unsaid", NC_ ("theme", "No theme yet") },
  { "clarity", NC_ ("theme", "Clear answers") },
  { "examples", NC_ ("theme", "Examples and stories") },
  { "skills", NC_ ("theme", "Skills for the job") },
  { "field", NC_ ("theme", "Knowledge of the field") },
  { "employer", NC_ ("theme", "Knowing the employer") },
  { "motivation", NC_ ("theme", "Why I want the job") },
  { "experience", NC_ ("theme", "Experience") },
  { "confidence", NC_ ("theme", "Calm and confidence") },
  { "people", NC_ ("theme", "Working with people") },
  { "papers", NC_ ("theme", "CV and papers") },
  { "manners", NC_ ("theme", "Time and manners") },
  { "terms", NC_ ("theme", "Pay and terms") },
  { "chance", NC_ ("theme", "Out of my hands") },
  { NULL, NULL },
};
