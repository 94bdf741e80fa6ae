# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Writing on while the window changes its layout: wherever something is written, the keyboard, the cursor
and the selection stay where they are, and no key is lost."""

from person import NotSeen, Person, selection_of, text_of, wait_until
from rooms import fill

TEXT = "Text of the entry"

# A window beside another, a telephone, the same turned round, and back: over every breakpoint.
SIZES = ((820, 700), (500, 700), (390, 700), (420, 380), (1366, 800))


class Writing:
    """One text that is being written: always between its first letter and its last."""

    def __init__(self, person, place):
        self.person = person
        self.place = place
        self.name = person.focused().get_name()
        self.words = ""

    def look(self):
        """The text that the keyboard is in; a layout that changes makes another of it for who looks."""
        node = self.person.focused()
        assert node is not None and node.get_name() == self.name, f"{self.place}: at {node and node.get_name()}"
        return node

    def see(self, text, find):
        try:
            wait_until(lambda: find(self.person.focused()) == text, text, 10)
        except NotSeen:
            raise NotSeen(f"{self.place}: “{find(self.look())}” instead of “{text}”") from None
        self.look()

    def write(self, words):
        self.person.type(words)
        self.words += words
        self.see(f"({self.words})", text_of)

    def begin(self):
        self.person.press("ctrl+a")
        self.person.type("()")
        self.person.press("Left")
        self.write("on")

    def write_through(self, sizes):
        """The first key after each change takes the place of a letter that was selected before it."""
        self.begin()
        for width, height in sizes:
            self.person.press("shift+Left")
            self.see(self.words[-1], selection_of)
            self.person.resize(width, height)
            self.words = self.words[:-1]
            self.write(f"{width}x{height}")


def write_entry(person):
    person.press("ctrl+n")
    person.see_focus(name=TEXT)
    Writing(person, "text of an entry").write_through(SIZES)
    person.press("shift+Tab")
    person.see_focus(name="Title")
    Writing(person, "title of an entry").write_through(SIZES)


def write_in_full_screen(person):
    """There and back: the title stays what is written in."""
    writing = Writing(person, "title on the full screen")
    writing.begin()
    for words in ("there", "back"):
        person.press("F11")
        writing.write(words)


def write_application(person):
    """In a dialog, which becomes a sheet where there is little room."""
    person.press("ctrl+j")
    person.see_focus(name="Employer")
    Writing(person, "new application").write_through(SIZES)
    person.press("Escape")
    person.see_gone(role="dialog")


def mark_goal(person):
    """In a popover, which begins anew whenever it opens."""
    person.press("alt+3")
    person.do(role="toggle button", contains="Mark another amount")
    person.see_focus(name="How many?")
    person.press("ctrl+a")
    person.type("1")
    for number, (width, height) in enumerate(SIZES, 2):
        person.resize(width, height)
        person.type(str(number))
        wait_until(lambda: text_of(person.focused()).endswith(str(number)), f"{number} of what was marked")
    amount = "".join(str(number) for number in range(1, len(SIZES) + 2))
    assert text_of(person.focused()) == amount, text_of(person.focused())


def main():
    person = Person(arguments=["--page", "journal"])
    fill(person)
    person.settings(language="'en'", first_run_done="true", window_width=1356, window_height=790)
    with person:
        write_entry(person)
        write_in_full_screen(person)
        write_application(person)
        mark_goal(person)


main()
