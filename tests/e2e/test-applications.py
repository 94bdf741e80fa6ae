# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""An application by the keyboard: added by its two names, told of as sent before, moved on, deleted and
brought back, and saved as a table."""

import csv

from person import Atspi, Person

EMPLOYER = "Rift Valley Hardware Ltd"
ROLE = "Stock clerk"
ALIKE = "rift valey hardware"
STAGES = ("Thinking about it", "Applied", "No answer", "Invited")


def begin_to_add(person, employer):
    person.press("ctrl+j")
    person.see(role="dialog")
    person.see_focus(role="text", name="Employer")
    person.type(employer)
    person.see_typed("Employer", employer)


def add(person):
    begin_to_add(person, EMPLOYER)
    person.press("Return")
    person.see_focus(role="text", name="Role")
    person.type(ROLE)
    person.press("Return")
    person.see_gone(role="dialog")
    person.see(role="list item", contains=EMPLOYER)


def be_told_of_it(person):
    """The name is typed with a slip, in small letters and without “Ltd”."""
    begin_to_add(person, ALIKE)
    person.see(role="list item", contains=f"You applied to {EMPLOYER}")
    person.go_to(role="button", contains="You applied")
    person.press("Return")
    person.see_gone(role="dialog")
    person.see(role="list", name="History")


def move_on(person):
    person.go_to(role="toggle button", name="Applied")
    person.press("space")
    person.see(role="menu item")
    person.press("Home", *["Down"] * STAGES.index("Invited"), "Return")
    person.see_on_top(role="label", name="Now: Invited")
    person.see(role="toggle button", name="Invited")


def delete_and_undo(person):
    person.press("alt+Left")
    person.go_to(role="list item", contains=EMPLOYER)
    person.press("Delete")
    person.see_on_top(role="label", name="Application deleted")
    person.see(role="label", name="No Applications Yet")
    person.undo()
    person.see(role="list item", contains=EMPLOYER)


def save_table(person):
    person.go_to(role="toggle button", name="Applications Menu")
    person.press("space")
    person.see(role="menu item")
    person.press("Up", "Up", "Return")  # over the end
    # The dialog is the toolkit’s, a window of its own that the keyboard does not come to by itself.
    path = person.home / "applications.csv"
    name = person.see(role="text", name="Name:")
    Atspi.EditableText.set_text_contents(name.get_editable_text_iface(), str(path))
    person.do(role="button", name="Save")
    person.see_on_top(role="label", name=f"Saved as “{path.name}”")
    rows = list(csv.DictReader(path.open(encoding="utf-8-sig")))
    assert [(row["Employer"], row["Role"]) for row in rows] == [(EMPLOYER, ROLE)], rows


def main():
    with Person(arguments=["--page", "applications"]) as person:
        person.see(role="label", name="No Applications Yet")
        add(person)
        be_told_of_it(person)
        move_on(person)
        delete_and_undo(person)
        save_table(person)
        person.quit()
        kept = person.query(
            "SELECT employer, role, applied_on IS NOT NULL, invited_on IS NOT NULL FROM application"
            " WHERE deleted_at IS NULL"
        )
        assert kept == [(EMPLOYER, ROLE, 1, 1)], kept


main()
