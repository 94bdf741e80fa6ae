# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The power goes while somebody types, switches, deletes and undoes, again and again over one journal.

What a person can know: what was typed two seconds before is there, in its own entry; what was deleted
stays away, unless it was undone; and the next start is like any other. How the disk is cut in the
middle of a write is tested closer to it, with many more cuts (tests/store/test-crash.c).
PIGA_HATUA_CUTS says how often.
"""

import os
import random
import threading
import time

from person import NotSeen, Person

CUTS = int(os.environ.get("PIGA_HATUA_CUTS", "10"))
TEXT = "Text of the entry"
SURE = 2.0


class Life:
    """What was typed and deleted in one run, and when."""

    def __init__(self, person, number):
        self.person = person
        self.number = number
        self.words = {}  # an entry’s mark: when each of its words had been typed
        self.deleted = {}  # an entry’s mark: when it went away, and when it came back

    def write(self, count):
        mark = f"mark{self.number}x{len(self.words)}"
        self.person.press("ctrl+n")
        self.person.see_focus(name=TEXT)
        self.person.see_text(TEXT, "")
        self.words[mark] = []
        for number in range(count):
            self.person.type(f"{mark}w{number} ", delay=20)
            self.words[mark].append(time.monotonic())
        return mark

    def delete_and_undo(self, mark, undo):
        self.person.do(role="toggle button", name="Entry Menu")
        self.person.do_item(-1)
        self.person.see(role="button", name="Undo")
        self.deleted[mark] = [time.monotonic()]
        if undo:
            self.person.do(role="button", name="Undo")
            self.person.see(role="list item", contains=mark)
            self.deleted[mark].append(time.monotonic())

    def live(self):
        try:
            while True:
                mark = self.write(random.choice((2, 6, 50)))
                if random.random() < 0.4:
                    self.delete_and_undo(mark, random.random() < 0.5)
        except NotSeen:
            if self.person.process is not None:
                raise


def read_entries(person):
    """The words of every entry and whether it is in the trash, by its mark."""
    entries = {}
    for body, gone in person.query("SELECT body, deleted_at IS NOT NULL FROM entry"):
        words = body.split(" ")[:-1]  # the last may be half a word
        marks = {word.split("w")[0] for word in words}
        assert len(marks) <= 1, f"two entries in one: {body}"
        if marks:
            assert marks.isdisjoint(entries), f"one entry in two: {body}"
            entries[marks.pop()] = (words, gone)
    return entries


def check(life, cut, before, after):
    """Compares what is on the disk with what was to be seen; gives how many words were sure."""
    changed = [mark for mark in before if after.get(mark) != before[mark]]
    assert not changed, f"no longer as after the cut before: {changed}"
    assert set(after) <= set(before) | set(life.words), "entries that nobody wrote"

    n_sure = 0
    for mark, times in life.words.items():
        words, gone = after.get(mark, ([], False))
        sure = sum(when + SURE < cut for when in times)
        n_sure += sure
        expected = [f"{mark}w{number}" for number in range(sure)]
        assert words[:sure] == expected, f"{mark} should begin with {expected}: {words}"
        whens = life.deleted.get(mark, [])
        if whens and whens[-1] + SURE < cut:
            assert gone == (len(whens) == 1), f"{mark} is {'gone' if gone else 'back'}"
    return n_sure


def main():
    person = Person(arguments=["--page", "journal"])
    n_sure, slowest, entries = 0, 0, {}
    with person:
        for number in range(CUTS):
            life = Life(person, number)
            living = threading.Thread(target=life.live)
            living.start()
            time.sleep(random.uniform(3, 9))
            cut = time.monotonic()
            person.kill()
            living.join()
            before, entries = entries, read_entries(person)
            n_sure += check(life, cut, before, entries)
            began = time.monotonic()
            person.start()
            person.see(role="list", name="Pages")
            slowest = max(slowest, time.monotonic() - began)
    print(
        f"{CUTS} cuts: {n_sure} words had to be there and were, {len(entries)} entries, "
        f"the slowest start took {slowest:.1f} s"
    )
    assert n_sure > CUTS, "too little was written to know anything"


main()
