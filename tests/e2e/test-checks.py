# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The first step, by the keyboard alone: two checks ticked, one added, removed and brought back."""

from person import Person, is_checked, wait_until

FIRST = "Name what you feel in one to three words"
SECOND = "Tell one person you trust"
OWN = "Sit by the lake"
ROW = "Step 1 of 12"


def see_ticked(person, name):
    wait_until(lambda: is_checked(person.see(role="check box", name=name)), f"“{name}” ticked")


def main():
    with Person(arguments=["--page", "journal"]) as person:
        person.go_to_page(ROW)
        person.see(role="label", name=ROW)
        person.see(role="list item", contains="0 of 6 done")

        for name in (FIRST, SECOND):
            person.go_to(role="check box", name=name)
            person.press("space")
            see_ticked(person, name)
        person.see(role="list item", contains=f"{ROW}, Acknowledge your feelings and accept the outcome, 2 of 6 done")

        person.go_to(role="text", name="Add a check of your own")
        person.type(OWN)
        person.press("Return")
        person.see(role="check box", name=OWN)
        person.see(role="list item", contains="2 of 7 done")

        person.go_to(key="shift+Tab", role="button", contains="Remove")
        person.press("Return")
        person.see_on_top(role="label", name="Check removed")
        person.see_on_top(role="button", name="Undo")
        person.see_gone(role="check box", name=OWN)
        person.undo()
        person.see(role="check box", name=OWN)
        person.go_to(role="check box", name=OWN)
        person.press("space")
        see_ticked(person, OWN)
        person.quit()

        person.arguments = []
        person.start()
        person.see(role="list item", contains="3 of 7 done")
        for name in (FIRST, SECOND, OWN):
            see_ticked(person, name)
        assert not is_checked(person.see(role="check box", name="Write one line to carry forward"))


main()
