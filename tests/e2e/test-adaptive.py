# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""On a telephone’s screen, and on half of one: from the list to a page and back, by the keyboard."""

from person import Person


# What a window’s frame takes on each side where nothing composes the screen.
FRAME = 5


def walk_through(width, height):
    width, height = width + 2 * FRAME, height + 2 * FRAME
    person = Person(arguments=["--page", "step-1"])
    person.settings(
        language="'en'", first_run_done="true", window_width=width, window_height=height
    )
    with person:
        person.see(role="label", name="Step 1 of 12")
        box = person.see(role="frame").get_component_iface().get_extents(0)
        assert (box.width, box.height) == (width, height), (box.width, box.height)
        assert not person.find(role="list", name="Pages"), "the list beside the page"

        person.press("alt+Left")
        person.see(role="list", name="Pages")
        person.go_to(role="list item", contains="Step 1 of 12", key="Tab")
        person.press("Down", "Return")
        person.see(role="label", name="Step 2 of 12")
        person.see_gone(role="list", name="Pages")
        person.press("F9")
        person.see(role="list", name="Pages")
        person.press("F9")
        person.see(role="label", name="Step 2 of 12")

        person.press("ctrl+n")
        person.see_focus(name="Text of the entry")
        person.type("Narrow")
        person.press("Escape")
        person.see(role="list item", contains="Narrow")
        person.press("alt+3")
        person.press("ctrl+shift+n")
        person.see(role="dialog")
        person.press("Escape")
        person.see_gone(role="dialog")
        person.press("ctrl+comma")
        person.see(role="dialog")
        person.press("Escape")


def main():
    walk_through(360, 294)
    walk_through(360, 720)


main()
