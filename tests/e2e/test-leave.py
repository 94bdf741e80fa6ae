# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Leaving at once after the last key: the text is there, and nothing is asked: the program ends by itself."""

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
        began = time.monotonic()
        leave(person)
        print(f"left in {time.monotonic() - began:.2f} s")
        bodies = person.query("SELECT body FROM entry")
        assert bodies == [(f"{WORDS} {number}",)], bodies


def quit_by_key(person):
    person.quit()


def close_window(person):
    person.quit("ctrl+w")


def end_by(number):
    """By a signal, which overtakes keys that the program has not been handed yet."""

    def leave(person):
        person.see_text(TEXT, f"{WORDS} {number:d}")
        person.end(number)

    return leave


def main():
    write_and(quit_by_key, 1)
    write_and(close_window, 2)
    write_and(end_by(signal.SIGTERM), int(signal.SIGTERM))
    write_and(end_by(signal.SIGHUP), int(signal.SIGHUP))


main()
