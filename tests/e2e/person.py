# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A person at the installed program: sees it through the accessibility tree, acts by keys and presses."""

import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

APPLICATION_ID = os.environ["APPLICATION_ID"]
PROGRAM = os.environ["PROGRAM"]

# How long a person would wait before calling something broken.
PATIENCE = 20.0

SHOWING = Atspi.StateType.SHOWING
FOCUSED = Atspi.StateType.FOCUSED


class NotSeen(AssertionError):
    """What a person looked for did not appear."""


def wait_until(find, what, patience=PATIENCE):
    """Calls find() until it gives something true, and gives that back."""
    end = time.monotonic() + patience
    while True:
        try:
            found = find()
        except gi.repository.GLib.Error:  # a widget went away while it was looked at
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise NotSeen(what)
        time.sleep(0.05)


def walk(node):
    """Gives every showing accessible below node, node first."""
    stack = [node]
    while stack:
        here = stack.pop()
        if here is None:
            continue
        yield here
        try:
            children = [here.get_child_at_index(i) for i in range(here.get_child_count())]
        except gi.repository.GLib.Error:
            continue
        stack.extend(reversed(children))


def is_showing(node):
    return node.get_state_set().contains(SHOWING)


class Person:
    """One run of the program with its own home; use it in a with block."""

    def __init__(self, home=None, language="en", first_run=False, arguments=(), env=None):
        self.made_home = home is None
        self.home = pathlib.Path(home or tempfile.mkdtemp(prefix="piga-hatua-e2e-"))
        self.language = language
        self.first_run = first_run
        self.arguments = list(arguments)
        self.extra_env = dict(env or {})
        self.process = None
        self.application = None

    # -- the program ---------------------------------------------------------------------------

    @property
    def data(self):
        return self.home / "data" / "piga-hatua"

    @property
    def database(self):
        return self.data / "piga-hatua.db"

    def environment(self):
        env = dict(os.environ)
        env.update(
            HOME=str(self.home),
            XDG_DATA_HOME=str(self.home / "data"),
            XDG_CONFIG_HOME=str(self.home / "config"),
            XDG_CACHE_HOME=str(self.home / "cache"),
            GSETTINGS_BACKEND="keyfile",
            G_DEBUG="fatal-criticals",
            GTK_A11Y="atspi",
            GDK_BACKEND="x11",
            GSK_RENDERER="cairo",
            LC_ALL="en_US.UTF-8" if self.extra_env.get("LC_ALL") is None else self.extra_env["LC_ALL"],
        )
        env.update(self.extra_env)
        return env

    def settings(self, **values):
        """Writes settings before the program starts, as a chosen language."""
        folder = self.home / "config" / "glib-2.0" / "settings"
        folder.mkdir(parents=True, exist_ok=True)
        group = APPLICATION_ID.replace(".", "/")
        lines = [f"[{group}]"] + [f"{key.replace('_', '-')}={value}" for key, value in values.items()]
        (folder / "keyfile").write_text("\n".join(lines) + "\n")

    def start(self):
        if not (self.home / "config").exists():
            done = "false" if self.first_run else "true"
            self.settings(language=f"'{self.language}'", first_run_done=done)
        self.stderr = open(self.home / "stderr", "ab")
        self.process = subprocess.Popen(
            [PROGRAM, *self.arguments], env=self.environment(), stderr=self.stderr
        )
        self.application = wait_until(self.find_application, "the program in the accessibility tree")
        wait_until(lambda: self.find(role="frame") or self.find(role="window"), "the window")
        self.focus_window()
        return self

    def find_application(self):
        if self.process.poll() is not None:
            raise NotSeen(f"the program ended with {self.process.returncode}: {self.complaints()}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def kill(self):
        """The power goes."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process = None

    def quit(self):
        """Ctrl+Q, and waits for the end."""
        self.press("ctrl+q")
        self.process.wait(PATIENCE)
        code, self.process = self.process.returncode, None
        assert code == 0, f"the program ended with {code}: {self.complaints()}"

    def complaints(self):
        path = self.home / "stderr"
        return path.read_text(errors="replace") if path.exists() else ""

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, value, trace):
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        if kind is not None:
            print(self.complaints())
        if self.made_home and kind is None:
            shutil.rmtree(self.home, ignore_errors=True)
        return False

    # -- keys ------------------------------------------------------------------------------------

    def focus_window(self):
        subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--name", ".", "windowfocus", "--sync"],
            check=False, timeout=PATIENCE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "30", *keys], check=True, timeout=PATIENCE)

    def type(self, text, delay=12):
        subprocess.run(["xdotool", "type", "--delay", str(delay), text], check=True, timeout=120)

    # -- eyes ------------------------------------------------------------------------------------

    def find_all(self, name=None, role=None, contains=None, showing=True):
        found = []
        for node in walk(self.application):
            if showing and node is not self.application and not is_showing(node):
                continue
            if name is not None and node.get_name() != name:
                continue
            if contains is not None and contains not in (node.get_name() or ""):
                continue
            if role is not None and node.get_role_name() != role:
                continue
            found.append(node)
        return found

    def find(self, **what):
        found = self.find_all(**what)
        return found[0] if found else None

    def see(self, patience=PATIENCE, **what):
        """Waits until something of that name or role shows, and gives it back."""
        return wait_until(lambda: self.find(**what), f"{what}", patience)

    def see_gone(self, patience=PATIENCE, **what):
        wait_until(lambda: not self.find(**what), f"{what} gone", patience)

    def focused(self):
        for node in walk(self.application):
            if node.get_state_set().contains(FOCUSED):
                return node
        return None

    def do(self, **what):
        """Presses a control by its accessible action."""
        node = self.see(**what)
        action = node.get_action_iface()
        assert action is not None and action.get_n_actions() > 0, f"nothing to press: {what}"
        action.do_action(0)
        return node

    # -- the disk --------------------------------------------------------------------------------

    def query(self, sql, *values):
        """Looks into the database of a program that is not running."""
        assert self.process is None, "the program holds the database"
        with sqlite3.connect(self.database) as connection:
            return connection.execute(sql, values).fetchall()
