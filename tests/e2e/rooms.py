# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A walk through every page, dialog and menu, with a journal that has something in it."""

import datetime
import gettext
import os
import pathlib
import subprocess
import sys

from person import PATIENCE, PROGRAM, Atspi, Person, is_pressed, is_showing, wait_until

SOURCE = pathlib.Path(os.environ["SOURCE"])
LOCALES = pathlib.Path(os.environ["XDG_DATA_DIRS"].split(":")[0]) / "locale"

# What demo.py writes, by which the walk finds its way.
WAITING = {"en": "Stock clerk", "sw": "Karani wa bohari"}
HEARD = {"en": "Data analyst", "sw": "Mchanganuzi wa data"}
REMARK = {"en": "Your examples would gain", "sw": "Mifano yako ingepata"}
QUESTION = {"en": "How would you cut", "sw": "Ungepunguzaje bajeti"}
INTERVIEWED = datetime.date.today() - datetime.timedelta(days=10)
GAP = {"en": "No number in the budget", "sw": "Kisa cha bajeti"}


def fill(person):
    """Lets a person have a journal, goals and interviews, in the language of the program."""
    path = person.home / "journal.jsonl"
    subprocess.run(
        [sys.executable, SOURCE / "tests" / "screens" / "demo.py", person.language, path], check=True
    )
    person.settings(language=f"'{person.language}'", first_run_done="true")
    subprocess.run(
        [PROGRAM, "--import", path], env=person.environment(), timeout=PATIENCE, check=True,
        stdout=subprocess.DEVNULL,
    )


class Walk:
    """The way of a person who looks around at each place, whichever language the program speaks."""

    def __init__(self, person, look):
        self.person = person
        self.words = gettext.translation("piga-hatua", LOCALES, [person.language], fallback=True)
        self.look_around = look

    def say(self, english, context=None):
        """What the program says, in its language."""
        if context is None:
            return self.words.gettext(english)
        return self.words.pgettext(context, english)

    def look(self, place):
        self.look_around(self.person, place)

    def open_row(self, **what):
        """Opens or unfolds a row as the keyboard does."""
        self.person.see(role="list item", **what)
        self.person.go_to(role="list item", **what)
        self.person.press("Return")

    def go_back(self, **what):
        """Leaves a tool, for the page with something on it."""
        self.person.press("alt+Left")
        self.person.see(**what)

    def look_at_dialog(self, place, *keys):
        """What keys open, or has opened; Escape closes it again."""
        if keys:
            self.person.press(*keys)
        self.person.see(role="dialog")
        self.look(place)
        self.person.press("Escape")
        self.person.see_gone(role="dialog")

    def is_in_window(self, node):
        """Whether it is not scrolled out of sight: what hangs on it could not open there."""
        frame = self.person.see(role="frame")
        window, box = (
            of.get_component_iface().get_extents(Atspi.CoordType.WINDOW) for of in (frame, node)
        )
        return window.y <= box.y and box.y + box.height <= window.y + window.height

    def look_at_menus(self):
        """Opens everything on the page that unfolds: menus, choices, months."""
        for button in self.person.find_all(role="toggle button"):
            if is_pressed(button) or not is_showing(button) or not self.is_in_window(button):
                continue
            name = button.get_name()
            button.get_action_iface().do_action(0)
            wait_until(lambda: is_pressed(button), f"“{name}” open")
            self.look(f"“{name}”")
            button.get_action_iface().do_action(0)
            wait_until(lambda: not is_pressed(button), f"“{name}” closed")

    # -- places ------------------------------------------------------------------------------------

    def look_at_steps(self):
        heading = self.say("Step %1$u of %2$u").replace("%2$u", "12")
        for number in range(1, 13):
            self.person.see(role="label", name=heading.replace("%1$u", str(number)))
            self.look(f"step {number}")
            self.person.press("ctrl+Next")

    def look_at_today(self):
        self.person.press("alt+1")
        self.person.see(role="list", name=self.say("The next small act"))
        self.look("today")

    def look_at_journal(self):
        self.person.press("alt+2")
        self.person.see(role="row header")
        self.person.press("ctrl+n")
        self.person.see(role="text")
        self.look("journal")
        self.look_at_menus()

    def look_at_goals(self):
        self.person.press("alt+3")
        self.person.see(role="list item")
        self.look("goals")
        self.look_at_dialog("new goal", "ctrl+shift+n")

    def look_at_applications(self):
        person = self.person
        person.press("alt+4")
        person.see(role="list", name=self.say("Applications"))
        self.look("applications")
        self.look_at_menus()
        person.do(role="radio button", name=self.say("Board", "look"))
        person.see_gone(role="list", name=self.say("Applications"))
        self.look("board")
        person.do(role="radio button", name=self.say("List", "look"))
        person.see(role="list", name=self.say("Applications"))
        self.look_at_dialog("add application", "ctrl+j")
        person.do(role="toggle button", name=self.say("Applications Menu"))
        person.do_item(-3)  # after the orders, before what is saved
        person.see(role="label", name=self.say("What became of them"))
        self.look("report")
        self.look_at_menus()
        self.go_back(role="list", name=self.say("Applications"))

    def look_at_application(self):
        """One that waits for an answer, and one that came to an interview."""
        self.open_row(contains=WAITING[self.person.language])
        self.open_row(name=self.say("Write a short follow-up"))
        self.look("application")
        self.look_at_menus()
        self.go_back(role="list", name=self.say("Applications"))
        self.open_row(contains=HEARD[self.person.language])
        self.person.see(role="label", name=self.say("Interviews"))
        self.look("application with an interview")
        self.open_row(contains=str(INTERVIEWED.year))
        self.person.see(role="label", name=self.say("The twelve steps for this one"))
        self.look("interview")
        self.look_at_menus()

    def look_at_feedback(self):
        person = self.person
        self.open_row(name=self.say("Ask for feedback"))
        person.see(role="button", name=self.say("Copy"))
        for way in ("Email", "Call", "SMS", "Letter"):
            person.do(role="radio button", name=self.say(way, "way to ask"))
            self.look(f"feedback desk, {way}")
        self.go_back(role="list item", name=self.say("Sort what they said"))
        self.open_row(name=self.say("Sort what they said"))
        self.open_row(contains=REMARK[person.language])
        person.see(role="button", name=self.say("Make It a Goal"))
        self.look("feedback sorter")
        self.go_back(role="list item", name=self.say("Sort what they said"))

    def look_at_debrief(self):
        person = self.person
        self.open_row(name=self.say("Debrief"))
        self.open_row(contains=QUESTION[person.language])
        self.open_row(contains=GAP[person.language])
        person.see(role="button", name=self.say("Make It a Goal", "gap"))
        self.look("debrief")
        self.look_at_menus()
        person.do(role="radio button", name=self.say("5 Minutes"))
        self.look("short debrief")
        self.go_back(role="list item", name=self.say("Pattern board"))
        self.open_row(name=self.say("Pattern board"))
        person.see(role="table")
        self.look("pattern board")
        self.look_at_menus()

    def look_at_kept_safe(self):
        person = self.person
        person.do(role="toggle button", name=self.say("Main Menu"))
        person.do_item(4)  # after what begins something, the export and the import
        person.do(role="button", name=self.say("_Back Up Now").replace("_", ""))
        person.see(contains=self.say("at your request"))
        self.look("backups")
        self.open_row(contains=self.say("Today") + ", ")
        person.see(contains=self.say("In This Backup"))
        self.look("inside a backup")
        person.press("Escape")
        person.go_to(role="page tab", name=self.say("Backups"))
        person.press("Right", "space")
        person.see(contains=self.say("The Trash Is Empty"))
        self.look("trash")
        person.press("Escape")
        person.see_gone(role="dialog")

    def look_at_rest(self):
        person = self.person
        self.look_at_kept_safe()
        self.look_at_dialog("preferences", "ctrl+comma")
        self.look_at_dialog("shortcuts", "ctrl+question")
        person.do(role="toggle button", name=self.say("Main Menu"))
        person.do_item(-1)
        self.look_at_dialog("about")
        person.press("F9", "ctrl+f")
        person.see(role="entry")
        person.type("a")
        self.look("search")


def see_first(language, look):
    with Person(language=language, first_run=True) as person:
        walk = Walk(person, look)
        person.see(role="radio button")
        walk.look("welcome")
        person.do(role="button", name=walk.say("Tell Us About the Interview"))
        person.see(role="dialog")
        walk.look("about the interview")
        person.do(role="button", name=walk.say("More"))
        walk.look("more about the interview")


def see_empty(language, look):
    with Person(language=language, arguments=["--page", "journal"]) as person:
        walk = Walk(person, look)
        person.see(role="list")
        walk.look("empty journal")
        for place, key in (("goals", "alt+3"), ("applications", "alt+4"), ("day", "alt+1")):
            person.press(key)
            walk.look(f"empty {place}")


def see_refused(language, look):
    refused = Person(language=language)
    refused.data.mkdir(parents=True)
    refused.database.write_bytes(b"This is no database." * 100)
    with refused as person:
        person.see_gone(role="list", name="Pages")
        Walk(person, look).look("recovery")


def see_full(language, look):
    full = Person(language=language, arguments=["--page", "step-1"])
    fill(full)
    with full as person:
        walk = Walk(person, look)
        walk.look_at_steps()
        walk.look_at_today()
        walk.look_at_journal()
        walk.look_at_goals()
        walk.look_at_applications()
        walk.look_at_application()
        walk.look_at_rest()


def see_round(language, look):
    """The tools of one interview, from its steps."""
    full = Person(language=language, arguments=["--page", "step-2"])
    fill(full)
    with full as person:
        walk = Walk(person, look)
        walk.look_at_feedback()
        person.press("ctrl+Next")
        walk.look_at_debrief()


def visit(language, look):
    """Calls look (person, place) at every place there is."""
    see_first(language, look)
    see_empty(language, look)
    see_refused(language, look)
    see_full(language, look)
    see_round(language, look)
