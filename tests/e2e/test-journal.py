# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Two entries, quickly switched between; the power goes two seconds after the last key, and again at once
when the program says that it has saved."""

from person import Person, text_of, wait_until

TEXT = "Text of the entry"
FIRST = "It rained on the way to the interview."
SECOND = "My sister called in the evening."


def add(person, texts, start, more):
    """Goes on writing the entry that begins so."""
    person.click(role="list item", contains=start)
    person.see_text(TEXT, texts[start])
    person.click(role="text", name=TEXT)
    person.press("ctrl+End")
    person.type(more)
    texts[start] += more
    person.see_text(TEXT, texts[start])


def add_until_saved(person, texts, start, more):
    """Goes on writing until the program says that it has saved, and looks at nothing else meanwhile."""
    add(person, texts, start, ",")
    mark = person.see(role="label", name="Saved")
    text = person.see(role="text", name=TEXT)
    texts[start] += more
    person.type(more)
    wait_until(lambda: text_of(text) == texts[start] and mark.get_name() == "Saved", "the end of it saved")


def check(person, texts):
    kept = sorted(body for (body,) in person.query("SELECT body FROM entry"))
    assert kept == sorted(texts.values()), kept


def main():
    texts = {FIRST: FIRST, SECOND: SECOND}
    with Person(arguments=["--page", "journal"]) as person:
        person.see(name="Write the First Entry")
        person.press("ctrl+n")
        person.see_focus(name=TEXT)
        person.type(FIRST)
        person.see_text(TEXT, FIRST)
        person.press("ctrl+n")
        person.see_text(TEXT, "")
        person.see_focus(name=TEXT)
        person.type(SECOND)

        # The list knows of both at once; a person goes up and down in it while writing.
        for start, more in ((FIRST, " more"), (SECOND, " more"), (FIRST, " and more"), (SECOND, " and more")):
            add(person, texts, start, more)
        person.wait_until_sure()
        person.kill()
        check(person, texts)

        person.start()
        add_until_saved(person, texts, SECOND, " and the day after")
        person.kill()
        check(person, texts)

        person.start()
        for start, text in texts.items():
            person.click(role="list item", contains=start)
            person.see_text(TEXT, text)


main()
