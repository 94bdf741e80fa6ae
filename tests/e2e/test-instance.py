# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A second start raises the first; from another session, it says that the journal is open."""

import subprocess

from gi.repository import Gio

from person import PATIENCE, PROGRAM, Person


def find_accessibility_bus():
    """So that we see a program that starts on another bus."""
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    answer = bus.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None
    )
    return answer.unpack()[0]


def start_second(person, *arguments, **env):
    return subprocess.run(
        [PROGRAM, *arguments], env=person.environment() | env, timeout=PATIENCE,
        capture_output=True, text=True, check=False,
    )


def main():
    with Person(arguments=["--page", "journal"]) as person:
        person.see(name="No Entries Yet")
        second = start_second(person)
        assert second.returncode == 0, second
        person.see(name="No Entries Yet")

        second = start_second(person, "--page", "step-4")
        assert second.returncode == 0, second
        person.see(role="label", name="Step 4 of 12")

        second = start_second(person, "--new-entry")
        assert second.returncode == 0, second
        person.see_focus(name="Text of the entry")
        person.type("Only one of us writes.")
        assert len(person.find_all(role="frame")) == 1

        # Another session has a bus of its own and does not know of the first.
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address"],
            stdout=subprocess.PIPE, text=True,
        )
        try:
            env = {
                "DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(),
                "AT_SPI_BUS_ADDRESS": find_accessibility_bus(),
            }
            other = Person(home=person.home, env=env)
            with other:
                other.see(contains="open elsewhere")
                assert not other.find(role="text")
        finally:
            bus.terminate()
            bus.wait()
        person.focus_window()
        person.type(" Still.")
        person.quit()
        assert person.query("SELECT body FROM entry") == [("Only one of us writes. Still.",)]


main()
