# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Deleting an entry: brought back identical by the button and by Ctrl+Z; or left in the trash."""

from person import Person

TEXT = "Text of the entry"
WORDS = "What I would rather forget."
SQL = "SELECT id, title, body, step, prompt, mood, created_at, deleted_at IS NULL FROM entry"


def delete(person):
    person.do(role="toggle button", name="Entry Menu")
    person.do_item(-1)  # Delete Entry
    person.see_on_top(role="label", contains="Entry moved to the trash")
    person.see_on_top(role="button", name="Undo")
    person.see_gone(role="list item", contains=WORDS)


def main():
    with Person(arguments=["--page", "journal"]) as person:
        person.press("ctrl+n")
        person.see_text(TEXT, "")
        person.type(WORDS)
        person.quit()
        before = person.query(SQL)
        assert len(before) == 1, before

        for undo in (person.undo, lambda: person.press("ctrl+z")):
            person.start()
            person.press("alt+2")
            person.go_to(role="list item", contains=WORDS)
            person.press("Return")
            delete(person)
            undo()
            person.see(role="list item", contains=WORDS)
            person.quit()
            assert person.query(SQL) == before, person.query(SQL)

        person.start()
        person.go_to(role="list item", contains=WORDS)
        person.press("Return")
        delete(person)
        person.quit()
        after = [(*before[0][:-1], 0)]
        assert person.query(SQL) == after, person.query(SQL)

        person.start()
        person.see(name="No Entries Yet")


main()
