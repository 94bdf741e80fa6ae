# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Two entries, quickly switched between; the power goes two seconds after the last key."""

import time

from person import Person

TEXT = "Text of the entry"
FIRST = "It rained on the way to the interview."
SECOND = "My sister called in the evening."
MORE = " more", " and more"


def main():
    with Person(arguments=["--page", "journal"]) as person:
        person.see(name="Write the First Entry")
        person.press("ctrl+n")
        person.see_focus(name=TEXT)
        person.type(FIRST)
        person.press("ctrl+n")
        person.see_text(TEXT, "")
        person.see_focus(name=TEXT)
        person.type(SECOND)

        # The list knows of both at once; a person goes up and down in it while writing.
        for start, more in ((FIRST, MORE[0]), (SECOND, MORE[0]), (FIRST, MORE[1]), (SECOND, MORE[1])):
            person.click(role="list item", contains=start)
            person.see(role="text", name=TEXT)
            person.click(role="text", name=TEXT)
            person.press("ctrl+End")
            person.type(more)

        time.sleep(2)
        person.kill()

        texts = sorted(body for (body,) in person.query("SELECT body FROM entry"))
        assert texts == [FIRST + "".join(MORE), SECOND + "".join(MORE)], texts

        person.start()
        person.click(role="list item", contains=FIRST)
        person.see_text(TEXT, FIRST + "".join(MORE))
        person.click(role="list item", contains=SECOND)
        person.see_text(TEXT, SECOND + "".join(MORE))


main()
