# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""An entry is deleted, found in the trash by the menu, brought back by keys, and is in the journal."""

from person import Person

WORDS = "What I would rather forget."


def open_trash(person):
    person.press("F10")
    person.see(role="menu item")
    person.press("s")
    person.see_on_top(name="Kept Safe")
    person.go_to(role="page tab", name="Backups")
    person.press("Right", "space")


def main():
    with Person(arguments=["--page", "journal"]) as person:
        person.press("ctrl+n")
        person.see_text("Text of the entry", "")
        person.type(WORDS)
        person.do(role="toggle button", name="Entry Menu")
        person.do_item(-1)  # Delete Entry
        person.see_gone(role="list item", contains=WORDS)

        open_trash(person)
        person.see(role="list item", contains="Journal entry")
        person.go_to(role="list item", contains=WORDS)
        person.press("space", "Return")
        person.see(role="button", name="Back")
        person.see_text("Text", WORDS)
        person.press("Escape")
        person.see_gone(role="button", name="Back")
        person.press("alt+b")
        person.see(contains="The Trash Is Empty")
        person.press("Escape")
        person.see(role="list item", contains=WORDS)
        person.quit()
        assert person.query("SELECT body FROM entry WHERE deleted_at IS NULL") == [(WORDS,)]


main()
