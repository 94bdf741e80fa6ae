# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Leaving at once after the last key: the text is there, nothing is asked, and it is quick."""

import signal
import time

from person import Person

TEXT = "Text of the entry"
WORDS = "Typed and gone"


def write_and(leave, number):
    """Writes a text that ends with a number, and leaves."""
    with Person(arguments=["--new-entry"]) as person:
        person.see_focus(name=TEXT)
        person.type(f"{WORDS} {number}")
        seconds = leave(person)
        assert seconds < 1, f"it took {seconds:.2f} s to leave"
        bodies = person.query("SELECT body FROM entry")
        assert bodies == [(f"{WORDS} {number}",)], bodies
        print(f"left in {seconds:.2f} s")


def quit_by_key(person):
    began = time.monotonic()
    person.quit()
    return time.monotonic() - began


def close_window(person):
    began = time.monotonic()
    person.quit("ctrl+w")
    return time.monotonic() - began


def end_by(number):
    """By a signal, which overtakes keys that the program has not been handed yet."""

    def leave(person):
        person.see_text(TEXT, f"{WORDS} {number:d}")
        return person.end(number)

    return leave


def main():
    write_and(quit_by_key, 1)
    write_and(close_window, 2)
    write_and(end_by(signal.SIGTERM), int(signal.SIGTERM))
    write_and(end_by(signal.SIGHUP), int(signal.SIGHUP))


main()
