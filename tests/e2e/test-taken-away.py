# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Another program replaces, then deletes the file while somebody writes: a banner says so until it is
closed, and all words are in a new file, whatever happens to the program afterwards."""

import os

from person import Person, walk

TEXT = "Text of the entry"
OTHERS = b"not a word of yours\n"


def replace(person):
    other = person.home / "other"
    other.write_bytes(OTHERS)
    os.replace(other, person.database)


def write(person, words):
    person.type(words)
    person.see_typed(TEXT, words)
    person.wait_until_sure()


def close_notice(person, words):
    """The window has buttons of that name, too, which close more."""
    person.see(role="label", contains=words)
    banner = person.find(role="grouping", contains=words)
    close = next(node for node in walk(banner) if node.get_role_name() == "button")
    close.get_action_iface().do_action(0)
    person.see_gone(role="label", contains=words)


def find_words(person):
    return [body for (body,) in person.query("SELECT body FROM entry")]


def main():
    with Person(arguments=["--page", "journal"]) as person:
        person.press("ctrl+n")
        person.see_focus(name=TEXT)
        write(person, "before ")

        replace(person)
        close_notice(person, "Another program replaced the file")
        kept = [path for path in person.data.iterdir() if "-other-" in path.name]
        assert [path.read_bytes() for path in kept] == [OTHERS], kept

        person.click(role="text", name=TEXT)
        person.press("ctrl+End")
        write(person, "between ")
        os.remove(person.database)
        write(person, "after ")
        person.see(role="label", contains="Another program moved or deleted the file")
        person.kill()
        assert find_words(person) == ["before between after "], find_words(person)

        with Person(home=person.home, arguments=["--page", "journal"]) as again:
            again.see(role="list item", contains="before between after")
            again.quit()


main()
