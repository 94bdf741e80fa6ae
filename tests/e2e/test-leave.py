# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Leaving at once after the last key: the text is there, and nothing is asked: the program ends by itself.
Also out of a dialog, but not with words that only its button would keep."""

import signal
import time

from person import Atspi, Person

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


def see_question(person):
    person.press("ctrl+q")
    person.see(role="label", contains="could not be saved")
    person.see(role="label", contains="is too long to keep")


def stay_with_what_cannot_be_saved():
    """Nobody leaves what breaks a rule without having been asked, and it can be taken out first."""
    title = "too long " * 1200
    with Person(arguments=["--new-entry"]) as person:
        person.see_focus(name=TEXT)
        person.type(WORDS)
        person.press("shift+Tab")
        text = person.see_focus(name="Title")
        Atspi.EditableText.set_text_contents(text.get_editable_text_iface(), title)
        person.see(role="label", name="Not saved")

        see_question(person)
        person.do(role="button", name="Copy the Text")
        person.see_on_top(contains="Copied.")
        person.go_to(name=TEXT)
        person.press("ctrl+End", "Return", "ctrl+v")
        person.see_typed(TEXT, title)

        see_question(person)
        person.do(role="button", name="Stay")
        Atspi.EditableText.set_text_contents(text.get_editable_text_iface(), "Short")
        person.see(role="label", name="Saved")
        person.quit()
        ((kept, body),) = person.query("SELECT title, body FROM entry")
        assert kept == "Short" and body.startswith(WORDS) and title in body, (kept, len(body))


def leave_dialog():
    """What a dialog hands to the store is kept when the program ends around it."""
    with Person(arguments=["--page", "applications"]) as person:
        person.see(role="label", name="No Applications Yet")
        person.press("ctrl+j")
        person.see_focus(role="text", name="Employer")
        person.type(WORDS)
        person.see_typed("Employer", WORDS)
        person.quit()
        kept = person.query("SELECT employer FROM application WHERE deleted_at IS NULL")
        assert kept == [(WORDS,)], kept


def close_dialogs(person):
    """Ctrl+W closes what is on top, and no more than that."""
    for keys in ("ctrl+comma", "ctrl+question", "ctrl+j", "ctrl+shift+n"):
        person.press(keys)
        person.see(role="dialog")
        person.press("ctrl+w")
        person.see_gone(role="dialog")


def tell_and_stay(person):
    """What is told of an interview is kept by nothing but its button: the person is asked, once."""
    person.do(role="button", name="Tell Us About the Interview")
    person.see_focus(role="text", name="Employer")
    person.press("ctrl+w")
    person.see_gone(role="dialog")
    person.do(role="button", name="Tell Us About the Interview")
    person.see_focus(role="text", name="Employer")
    person.type(WORDS)
    person.see_typed("Employer", WORDS)
    person.press("ctrl+q", "ctrl+q")
    person.see(name="Leave Without Saving?")
    person.press("ctrl+w")
    person.see_gone(name="Leave Without Saving?")
    person.see_text("Employer", WORDS)


def leave_by_dialog():
    with Person(first_run=True) as person:
        person.see(role="radio button")
        tell_and_stay(person)
        person.press("ctrl+q")
        person.do(role="button", name="Leave Without Saving")
        person.wait_for_end()
        assert person.query("SELECT count(*) FROM application") == [(0,)]


def main():
    with Person(arguments=["--page", "journal"]) as person:
        close_dialogs(person)
        person.press("ctrl+comma")
        person.see(role="dialog")
        person.quit()
    leave_dialog()
    leave_by_dialog()
    write_and(quit_by_key, 1)
    write_and(close_window, 2)
    write_and(end_by(signal.SIGTERM), int(signal.SIGTERM))
    write_and(end_by(signal.SIGHUP), int(signal.SIGHUP))
    stay_with_what_cannot_be_saved()


main()
