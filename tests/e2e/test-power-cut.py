# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The power goes while somebody types, switches, deletes and undoes, in a window that changes its layout,
again and again over one journal.

What a person can know: what was typed two seconds before is there, in its own entry; what was deleted
stays away, unless it was undone; and the next start is like any other. How the disk is cut in the
middle of a write is tested closer to it, with many more cuts (tests/store/test-crash.c).
PIGA_HATUA_CUTS says how often.
"""

import os
import random
import threading

from person import SURE, NotSeen, Person, text_of, wait_until

CUTS = int(os.environ.get("PIGA_HATUA_CUTS", "10"))
TEXT = "Text of the entry"
WIDE = 1366, 800
# Over every breakpoint of the journal.
SIZES = (WIDE, (820, 700), (500, 700), (390, 700), (420, 380))


class Life:
    """What was typed and deleted in one run, and when."""

    def __init__(self, person, number):
        self.person = person
        self.number = number
        self.words = {}  # an entry’s mark: when each of its words was seen in it
        self.deleted = {}  # an entry’s mark: when it went away, and when it came back
        self.is_over = False
        self.fault = None

    def write(self, count):
        mark = f"mark{self.number}x{len(self.words)}"
        self.person.press("ctrl+n")
        self.person.see_focus(name=TEXT)
        self.person.see_text(TEXT, "")
        self.words[mark] = []
        for number in range(count):
            if random.random() < 0.2:
                self.person.resize(*random.choice(SIZES))
            word = f"{mark}w{number} "
            self.person.type(word, delay=20)
            wait_until(lambda: self.is_over or self.is_written(word), f"“{word}” in the entry")
            self.words[mark].append(self.person.clock.now())
        self.person.resize(*WIDE)
        return mark

    def is_written(self, word):
        """Where the keyboard is; a layout that changes makes another text of it for who looks."""
        node = self.person.focused()
        return node is not None and node.get_name() == TEXT and word in text_of(node)

    def delete_and_undo(self, mark, undo):
        self.person.do(role="toggle button", name="Entry Menu")
        self.person.do_item(-1)
        self.person.see_on_top(role="button", name="Undo")
        self.person.see_gone(role="list item", contains=mark)
        gone = self.person.clock.now()
        if undo:
            self.person.undo()
            self.person.see(role="list item", contains=mark)
            self.deleted[mark] = [gone, self.person.clock.now()]
        else:
            self.deleted[mark] = [gone]

    def live(self):
        try:
            while not self.is_over:
                mark = self.write(random.choice((2, 6, 50)))
                if random.random() < 0.4:
                    self.delete_and_undo(mark, random.random() < 0.5)
        except Exception as fault:  # whatever it was about is gone when the power is
            if not self.is_over:
                self.fault = fault


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


def live_until_cut(person, number):
    """Gives what was done until the power went, and when that was."""
    life = Life(person, number)
    living = threading.Thread(target=life.live)
    end = person.clock.now() + random.uniform(3, 9)
    living.start()
    try:
        wait_until(lambda: life.fault or person.clock.now() > end, "the end", patience=30)
    except NotSeen:
        pass  # on a machine as busy as that, too
    life.is_over = True
    cut = person.clock.now()
    person.kill()
    living.join()
    if life.fault is not None:
        raise life.fault
    return life, cut


def main():
    person = Person(arguments=["--page", "journal"])
    n_cuts, n_sure, entries = 0, 0, {}
    with person:
        while n_cuts < CUTS or n_sure <= CUTS:  # too little may have been written to know anything
            life, cut = live_until_cut(person, n_cuts)
            n_cuts += 1
            before, entries = entries, read_entries(person)
            n_sure += check(life, cut, before, entries)
            person.start()
            person.see(role="list", name="Pages")
    print(f"{n_cuts} cuts: {n_sure} words had to be there and were, {len(entries)} entries")


main()
