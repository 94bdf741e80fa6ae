# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Leaving at once after the last key in a form, a debrief or a letter; and the power that goes two
seconds after it: what was typed is on the disk."""

from person import Person
from rooms import HEARD, INTERVIEWED, Walk, fill

WORDS = "Typed and gone"


def open_application(walk):
    walk.person.press("alt+4")
    walk.open_row(contains=HEARD["en"])
    walk.person.see(role="label", name="Interviews")


def open_interview(walk):
    open_application(walk)
    walk.open_row(contains=str(INTERVIEWED.year))
    walk.person.see(role="label", name="The twelve steps for this one")


def write_in_application(walk):
    open_application(walk)
    return walk.person.go_to(role="text", name="County").get_name()


def write_in_debrief(walk):
    open_interview(walk)
    walk.open_row(name="Debrief")
    return walk.person.go_to(role="text", name="Write everything you remember, in any order").get_name()


def write_in_letter(walk):
    open_interview(walk)
    walk.open_row(name="Ask for feedback")
    return walk.person.go_to(role="text", name="Your email").get_name()


def go_by_key(person, name, words):
    person.quit()


def go_by_power_cut(person, name, words):
    person.see_typed(name, words)
    person.wait_until_sure()
    person.kill()


def write_and(leave, place, column, words):
    person = Person()
    fill(person)
    with person:
        name = place(Walk(person, lambda *_: None))
        person.type(words)
        leave(person, name, words)
        table, field = column.split(".")
        kept = person.query(f"SELECT {field} FROM {table} WHERE {field} LIKE ?", f"%{words}%")
        assert len(kept) == 1, (column, words, kept)
        print(f"{words}: kept in {column}")


def main():
    for place, column in (
        (write_in_application, "application.county"),
        (write_in_debrief, "interview.recall"),
        (write_in_letter, "feedback_request.text"),
    ):
        write_and(go_by_key, place, column, f"{WORDS} by key")
        write_and(go_by_power_cut, place, column, f"{WORDS} by force")


main()
