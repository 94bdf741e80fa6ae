# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The database is deleted by hand, in either language: three presses at most bring everything back.
Then everything and one application are brought back from what was kept, by the keyboard."""

import gettext
import json
import os
import pathlib
import sqlite3
import subprocess

from person import PATIENCE, PROGRAM, Person

LOCALES = pathlib.Path(os.environ["XDG_DATA_DIRS"].split(":")[0]) / "locale"
FIRST = "The panel asked about the budget."
LATER = "Half a thought, not even"
EMPLOYER = "Rift Valley Hardware Ltd"
ROLE = "Stock clerk"


def find_backups(person, reason):
    return sorted((person.data / "backups").glob(f"piga-hatua-*-{reason}.db"))


def write(person, text, words):
    person.press("ctrl+n")
    person.see_text(text, "")
    person.type(words)
    person.see_typed(text, words)


def lose_everything(person):
    for path in person.data.glob(person.database.name + "*"):
        path.unlink()


def bring_back_newest(person, say):
    person.see(contains=say("Your data are missing"))
    person.see_focus(role="button", name=say("Bring Back the Newest _Backup").replace("_", ""))
    person.press("Return")
    person.see_on_top(contains=say("Everything was brought back"))
    person.see(role="list item", contains=FIRST)


def lose_and_find(person, say):
    write(person, say("Text of the entry"), FIRST)
    person.quit()
    [backup] = find_backups(person, "daily")
    assert backup.stat().st_mode & 0o777 == 0o600
    lose_everything(person)
    person.start()
    bring_back_newest(person, say)


def open_safe(person):
    person.press("F10")
    person.see(role="menu item")
    person.press("s")
    person.see_on_top(name="Kept Safe")


def bring_back_everything(person):
    """What is half typed goes, is in the backup made before, and comes back."""
    write(person, "Text of the entry", LATER)
    open_safe(person)
    person.go_to(role="list item", contains="Today")
    person.press("Return")
    person.see(contains="In This Backup")
    person.go_to(contains="Bring Back Everything")
    person.press("Return")
    person.see(contains="1 record that is not in this backup will be removed.")
    person.go_to(role="button", name="Bring Back")
    person.press("Return")
    person.see_on_top(contains="Everything was brought back")
    person.see_gone(role="list item", contains=LATER)
    [before] = find_backups(person, "restore")
    with sqlite3.connect(f"file:{before}?mode=ro&immutable=1", uri=True) as connection:
        assert (LATER,) in connection.execute("SELECT body FROM entry").fetchall()
    connection.close()

    person.press("ctrl+z")
    person.see_on_top(contains="Everything is as it was before")
    person.press("Escape", "Escape")
    person.see(role="list item", contains=LATER)


def take_in_application(person):
    """An application with an interview, as from another computer."""
    id = "019a7c01-0000-7abc-8def-00000000000{}"
    times = {"created_at": 1_760_000_000_000_000, "modified_at": 1_760_000_000_000_000}
    records = [
        {"format": "piga-hatua", "version": 1},
        {"kind": "application", "id": id.format(1), "employer": EMPLOYER, "role": ROLE, **times},
        {"kind": "interview", "id": id.format(2), "application": id.format(1), **times},
    ]
    path = person.home / "records.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    person.settings(language="'en'", first_run_done="true")
    subprocess.run(
        [PROGRAM, "--import", path], env=person.environment(), timeout=PATIENCE, check=True,
        stdout=subprocess.DEVNULL,
    )


def go_to_trash(person):
    person.go_to(role="page tab", name="Backups")
    person.press("Right", "space")
    person.see(role="button", name="Delete for Good…")


def let_a_week_pass(person):
    """What was deleted just now was deleted a week ago."""
    with sqlite3.connect(person.data / "piga-hatua.db") as connection:
        for table in ("application", "interview"):
            connection.execute(f"UPDATE {table} SET deleted_at = deleted_at - {7 * 86400 * 10**6}")
    connection.close()


def bring_back_application():
    full = Person(arguments=["--page", "applications"])
    take_in_application(full)
    with full as person:
        person.go_to(role="list item", contains=EMPLOYER)
        person.press("Delete")
        person.see(role="label", name="No Applications Yet")
        person.quit()
        let_a_week_pass(person)
        person.start()
        open_safe(person)
        go_to_trash(person)
        person.see(contains="goes for good on")
        person.go_to(role="list item", contains=f"{ROLE}, {EMPLOYER}")
        person.press("space", "alt+b")
        person.see_on_top(contains="Brought back:")
        person.press("Escape")
        person.see(role="list item", contains=EMPLOYER)
        person.quit()
        for table in ("application", "interview"):
            kept = person.query(f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL")
            assert kept == [(1,)], (table, kept)


def main():
    for language in ("sw", "en"):
        words = gettext.translation("piga-hatua", LOCALES, [language], fallback=True)
        with Person(language=language, arguments=["--page", "journal"]) as person:
            lose_and_find(person, words.gettext)
            if language == "en":
                bring_back_everything(person)
            person.quit()
    bring_back_application()


main()
