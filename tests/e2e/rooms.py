# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A walk through every page, dialog and menu, with a journal that has something in it."""

import os
import pathlib
import subprocess
import sys

from person import PATIENCE, PROGRAM, Person

SOURCE = pathlib.Path(os.environ["SOURCE"])
NUMBER = {"en": "Step {} of 12", "sw": "Hatua ya {} kati ya 12"}
MAIN_MENU = {"en": "Main Menu", "sw": "Menyu kuu"}


def fill(person):
    """Lets a person have a journal and goals, in the language of the program."""
    path = person.home / "journal.jsonl"
    subprocess.run(
        [sys.executable, SOURCE / "tests" / "screens" / "demo.py", person.language, path], check=True
    )
    person.settings(language=f"'{person.language}'", first_run_done="true")
    subprocess.run(
        [PROGRAM, "--import", path], env=person.environment(), timeout=PATIENCE, check=True,
        stdout=subprocess.DEVNULL,
    )


def look_at_dialogs(person, look):
    """What a key opens; Escape closes it again."""
    for place, key in (
        ("preferences", "ctrl+comma"),
        ("shortcuts", "ctrl+question"),
        ("new goal", "ctrl+shift+n"),
    ):
        person.press(key)
        person.see(role="dialog")
        look(person, place)
        person.press("Escape")
        person.see_gone(role="dialog")


def look_at_menus(person, look):
    for button in [node.get_name() for node in person.find_all(role="toggle button")]:
        if person.find(role="toggle button", name=button) is None:
            continue
        person.do(role="toggle button", name=button)
        look(person, f"“{button}”")
        person.do(role="toggle button", name=button)


def visit(language, look):
    """Calls look (person, place) at every place there is."""
    with Person(language=language, first_run=True) as person:
        person.see(role="frame")
        person.see(role="radio button")
        look(person, "welcome")

    empty = Person(language=language, arguments=["--page", "journal"])
    with empty as person:
        person.see(role="list")
        look(person, "empty journal")
        person.press("alt+3")
        look(person, "empty goals")
        person.press("alt+1")
        look(person, "empty day")

    refused = Person(language=language)
    refused.data.mkdir(parents=True)
    refused.database.write_bytes(b"This is no database." * 100)
    with refused as person:
        person.see_gone(role="list", name="Pages")
        look(person, "recovery")

    full = Person(language=language, arguments=["--page", "step-1"])
    fill(full)
    with full as person:
        for number in range(1, 13):
            person.see(role="label", name=NUMBER[language].format(number))
            look(person, f"step {number}")
            person.press("ctrl+Next")
        person.press("alt+1")
        look(person, "today")
        person.press("alt+2")
        person.see(role="row header")
        person.press("ctrl+n")
        person.see(role="text")
        look(person, "journal")
        look_at_menus(person, look)
        person.press("alt+3")
        look(person, "goals")
        look_at_dialogs(person, look)
        person.do(role="toggle button", name=MAIN_MENU[language])
        person.do_item(-1)
        person.see(role="dialog")
        look(person, "about")
        person.press("Escape")
        person.see_gone(role="dialog")
        person.press("F9", "ctrl+f")
        person.see(role="entry")
        person.type("a")
        look(person, "search")
