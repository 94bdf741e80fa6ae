# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Search: from a word to the place where it was written; and what looks like syntax is only words."""

from person import Person, selection_of, wait_until

TEXT = "Text of the entry"
FILLER = "I walked to the market and back. " * 30
ENTRIES = ["The panel asked about budgets.", FILLER + "At the river I saw a heron standing.", "Nothing to tell."]
SYNTAX = ['"', "budgets OR heron", "NEAR(panel budgets)", "title:panel", "'); DROP TABLE entry; --", "(((((", "panel AND NOT"]
WORDS = ["-panel", "panel*", "^the panel", '"budgets"']


def search(person):
    """In an entry, Ctrl+F is about the entry; elsewhere, and when pressed again, about everything."""
    person.press("F9")
    person.press("ctrl+f")
    person.see_focus(name="Search everything you wrote")
    person.press("ctrl+a")


def main():
    with Person(arguments=["--page", "journal"]) as person:
        for text in ENTRIES:
            person.press("ctrl+n")
            person.see_text(TEXT, "")
            person.type(text, delay=2)
            person.see_text(TEXT, text)
        person.go_to_page("Journal")
        search(person)
        person.type("heron")
        person.see(role="list", name="What was found")
        person.see(role="list item", contains="heron")
        person.press("Return")
        person.see_focus(role="list item")
        person.press("Return")
        person.see_text(TEXT, ENTRIES[1])
        wait_until(
            lambda: selection_of(person.see(role="text", name=TEXT)) == "heron",
            "the word selected where it stands",
        )

        search(person)
        person.type("giraffe")
        person.see(name="Nothing Found")
        person.see(role="label", contains="“giraffe”")
        for query in SYNTAX:
            person.press("ctrl+a")
            person.type(query)
            person.see(role="label", contains=f"“{query}”")
        for query in WORDS:
            person.press("ctrl+a")
            person.type(query)
            person.see(role="list item", contains=ENTRIES[0])

        person.press("ctrl+a")
        person.type("the budget")
        person.see(role="list item", contains="budgets")
        person.press("Escape")
        person.see_gone(name="What was found")
        person.quit()
        assert person.query("SELECT count(*) FROM entry") == [(3,)]


main()
