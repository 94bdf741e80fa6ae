# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A prompt of a step: its words stand over the text, and the entry belongs to the step."""

from person import Person

PROMPT = "What does this result not say about you?"
TEXT = "It does not say that I cannot learn."


def main():
    with Person(arguments=["--page", "step-1"]) as person:
        person.go_to(role="button", contains=PROMPT)
        person.press("Return")
        person.see_focus(name="Text of the entry")
        person.see(role="label", contains=PROMPT)
        person.type(TEXT)
        person.see(role="combo box", contains="1")
        person.press("alt+2")
        person.go_to_page("Step 1 of 12")
        person.see(role="list", name="What you wrote here")
        person.go_to(role="list item", contains=TEXT)
        person.press("Return")
        person.see_text("Text of the entry", TEXT)
        person.see(role="label", contains=PROMPT)
        person.quit()

        rows = person.query("SELECT body, step, prompt <> '' FROM entry")
        assert rows == [(TEXT, 1, 1)], rows


main()
