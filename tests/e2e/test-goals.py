# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A weekly goal of four applications: set, marked, rested, undone, and its pace in words."""

from person import Person

TITLE = "Send four applications"


def set_goal(person):
    person.press("ctrl+shift+n")
    person.see(role="dialog", name="New Goal")
    person.see_focus(name="Your goal in one sentence")
    person.type(TITLE)
    person.go_to(role="text", name="How many?")
    person.type("4")
    person.go_to(role="text", name="Of what?")
    person.type("applications")
    person.go_to(role="combo box", name="How often?")
    person.press("space", "Down", "Return")
    person.see(contains="Every week")
    person.do(role="button", name="Add Goal")
    person.see_gone(role="dialog")


def see_pace(person, pace):
    person.see(role="label", contains=pace)


def main():
    with Person(arguments=["--page", "goals"]) as person:
        set_goal(person)
        person.see(role="list item", contains=TITLE)
        see_pace(person, "0 of 4")
        person.do(role="button", contains="Mark one for today:")
        see_pace(person, "1 of 4")
        person.do(role="button", contains="Mark one for today:")
        person.see_on_top(role="button", name="Undo")
        see_pace(person, "2 of 4")
        person.undo()
        see_pace(person, "1 of 4")

        person.do(role="button", contains="Mark today as rest")
        person.see_on_top(role="label", contains="Rest marked")
        see_pace(person, "1 of 4")
        person.quit()

        goals = person.query("SELECT title, amount, unit, rhythm FROM goal WHERE deleted_at IS NULL")
        assert goals == [(TITLE, 4, "applications", "weekly")], goals
        marks = person.query("SELECT amount, rest FROM goal_mark WHERE deleted_at IS NULL ORDER BY row")
        assert marks == [(1, 0), (0, 1)], marks

        person.start()
        see_pace(person, "1 of 4")


main()
