# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A person at the installed program: sees it through the accessibility tree, acts by keys and presses."""

import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time

import gi

from clock import Clock

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402

APPLICATION_ID = os.environ["APPLICATION_ID"]
PROGRAM = os.environ["PROGRAM"]

# How long, in seconds, before something is called broken on the busiest machine. What comes, comes
# long before: nothing but a failure takes as long.
PATIENCE = 60.0

# How long, in the program’s own seconds, what was typed may be in memory only.
SURE = 2.0

# How long, in the program’s own seconds, it may be at other things before it answers a key.
LATE = 10.0

# It is about noon, wherever the program runs: no story meets midnight halfway.
os.environ["TZ"] = f"NOON{time.gmtime().tm_hour - 12:+d}"
time.tzset()

SHOWING = Atspi.StateType.SHOWING
ACTIVE = Atspi.StateType.ACTIVE
FOCUSED = Atspi.StateType.FOCUSED
CHECKED = Atspi.StateType.CHECKED
PRESSED = Atspi.StateType.PRESSED
FOCUSABLE = Atspi.StateType.FOCUSABLE
SENSITIVE = Atspi.StateType.SENSITIVE

# What a screen without a desktop says by itself: no news of the program. Anything else is a fault.
NOISE = re.compile(
    r"Unable to acquire session bus"
    r"|No means for D-Bus inhibit"
    r"|org\.freedesktop\.portal"
    r"|org\.gnome\.SessionManager"
    r"|Unable to acquire the address of the accessibility bus"
    # GTK, when it is asked about a widget that is just going away.
    r"|g_variant_is_object_path: assertion 'string != NULL' failed"
    r"|g_variant_new_object_path: assertion"
    # GTK, when its own scroll bar is drawn between two layouts; seen only on a busy machine.
    r"|Trying to snapshot GtkGizmo 0x[0-9a-f]+ without a current allocation"
)


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


def is_showing(node):
    return node.get_state_set().contains(SHOWING)


def walk(application, backwards=False):
    """Gives every accessible that shows in an application, from its first child on or from its last."""
    stack = [application]
    while stack:
        here = stack.pop()
        if here is not application:
            yield here
        try:
            children = [here.get_child_at_index(i) for i in range(here.get_child_count())]
            children = [child for child in children if child and is_showing(child)]
            stack.extend(children if backwards else reversed(children))
        except gi.repository.GLib.Error:  # it went away meanwhile
            continue


def is_active(node):
    return node.get_state_set().contains(ACTIVE)


def is_checked(node):
    return node.get_state_set().contains(CHECKED)


def is_pressed(node):
    return node.get_state_set().contains(PRESSED)


def text_of(node):
    """What is written in a text, or the name of anything else."""
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, -1) if text is not None else node.get_name() or ""


def selection_of(node):
    """What is selected in a text."""
    text = node.get_text_iface()
    if Atspi.Text.get_n_selections(text) == 0:
        return ""
    selection = Atspi.Text.get_selection(text, 0)
    return Atspi.Text.get_text(text, selection.start_offset, selection.end_offset)


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
        self.clock = None
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
        self.clock = Clock(self.process.pid)
        self.look_up()
        return self

    def look_up(self):
        """Looks for the window, at the start and after the program started itself again."""

        def look():
            self.application = self.find_application()
            return self.application is not None and self.find(role="frame")

        wait_until(look, "the window")
        self.focus_window()

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

    def quit(self, key="ctrl+q"):
        """Leaves by a key, and waits for the end."""
        self.press(key)
        self.wait_for_end()

    def end(self, number):
        """Asks the program to end by a signal, and waits for the end."""
        self.process.send_signal(number)
        self.wait_for_end()

    def wait_for_end(self):
        self.process.wait(PATIENCE)
        code, self.process = self.process.returncode, None
        assert code == 0, f"the program ended with {code}: {self.complaints()}"

    def complaints(self):
        path = self.home / "stderr"
        lines = path.read_text(errors="replace").split("\n") if path.exists() else []
        return "\n".join(line for line in lines if line.strip() and not NOISE.search(line))

    def __enter__(self):
        return self.start()

    def __exit__(self, kind, value, trace):
        if kind is not None and self.process is not None:
            self.tell()
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
                raise AssertionError("the program did not end when asked to") from value
            self.process = None
        complaints = self.complaints()
        if kind is not None:
            print(complaints)
            return False
        assert not complaints, f"the program complained:\n{complaints}"
        if self.made_home:
            shutil.rmtree(self.home, ignore_errors=True)
        return False

    def tell(self):
        """Prints what there was to see when a story failed."""
        try:
            for node in walk(self.application):
                if node.get_name() or text_of(node):
                    print(f"  {node.get_role_name()}: {node.get_name()!r} {text_of(node)[:80]!r}")
        except gi.repository.GLib.Error as error:
            print(error)

    def resize(self, width, height):
        """Drags the edges of the window to another size."""
        window = ["search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", "."]
        size = ["windowsize", str(width), str(height)]
        subprocess.run(["xdotool", *window, *size], check=True, timeout=PATIENCE)

    # -- keys ------------------------------------------------------------------------------------

    def focus_window(self):
        """Hands the keyboard to the window, as often as it takes: there is nobody else to do it."""
        pid = str(self.process.pid)

        def look():
            subprocess.run(
                ["xdotool", "search", "--all", "--onlyvisible", "--pid", pid, "--name", ".", "windowfocus"],
                check=False, timeout=PATIENCE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
            return any(is_active(frame) for frame in self.find_all(role="frame"))

        wait_until(look, "the keyboard in the window")

    def press(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "30", *keys], check=True, timeout=PATIENCE)

    def type(self, text, delay=12):
        subprocess.run(["xdotool", "type", "--delay", str(delay), "--", text], check=True, timeout=120)

    def go_to(self, *, key="Tab", **what):
        """Goes from one control to the next until the keyboard is where it should be."""
        way, node = [], self.focused()
        for _ in range(60):
            if node is not None:
                way.append(f"{node.get_role_name()} “{node.get_name()}”")
                if self.is_what(node, **what):
                    return node
            self.press(key)
            node = self.see_focus_move(node)
        raise NotSeen(f"{what} cannot be reached by {key}: {way}")

    def see_focus_move(self, before):
        """Waits until the keyboard is elsewhere, and gives where it is. Who loses patience with a key
        that leaves it where it was presses again, and goes too far if that was only late."""
        name = before.get_name() if before is not None else None
        end = self.clock.now() + LATE

        def look():
            node = self.focused()
            moved = node is not before or node is not None and node.get_name() != name
            return node if moved or self.clock.now() > end else None

        return wait_until(look, "the keyboard somewhere")

    def go_to_page(self, name):
        """Opens a page from the sidebar, by the keyboard."""
        self.see(role="list", name="Pages")
        if self.focused() is None or not self.find(role="list item", name=self.focused().get_name()):
            self.press("F9")
        self.go_to(key="F9", role="list item")
        self.press("Home")
        self.go_to(key="Down", role="list item", contains=name)
        self.press("Return")

    def click(self, **what):
        """Presses the first mouse button in the middle of something."""
        node = self.see(**what)
        box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        place = str(box.x + box.width // 2), str(box.y + box.height // 2)
        subprocess.run(["xdotool", "mousemove", *place, "click", "1"], check=True, timeout=PATIENCE)
        return node

    # -- eyes ------------------------------------------------------------------------------------

    def look(self):
        """Gives everything that shows."""
        if self.process is None:
            raise NotSeen("the program does not run")
        yield from walk(self.application)

    def find_all(self, name=None, role=None, contains=None):
        return [node for node in self.look() if self.is_what(node, name, role, contains)]

    def find(self, **what):
        return next((node for node in self.look() if self.is_what(node, **what)), None)

    @staticmethod
    def is_what(node, name=None, role=None, contains=None):
        try:
            return (
                (role is None or node.get_role_name() == role)
                and (name is None or node.get_name() == name)
                and (contains is None or contains in (node.get_name() or ""))
            )
        except gi.repository.GLib.Error:  # it went away while it was looked at
            return False

    def see(self, patience=PATIENCE, **what):
        """Waits until something of that name or role shows, and gives it back."""
        return wait_until(lambda: self.find(**what), f"{what}", patience)

    def see_again(self, **what):
        """Sees something of a program that starts itself again."""

        def look():
            self.application = self.find_application()
            return self.application is not None and self.find(**what)

        wait_until(look, f"{what} after starting again")
        self.focus_window()

    def see_gone(self, patience=PATIENCE, **what):
        wait_until(lambda: not self.find(**what), f"{what} gone", patience)

    def focused(self):
        for node in self.look():
            try:
                if node.get_state_set().contains(FOCUSED):
                    return node
            except gi.repository.GLib.Error:  # it went away while it was looked at
                continue
        return None

    def see_focus(self, name=None, role=None):
        """Waits until the keyboard is at something of that name or role, and gives it back."""

        def look():
            node = self.focused()
            return node if node is not None and self.is_what(node, name, role) else None

        return wait_until(look, f"the keyboard at {name or role}")

    def see_text(self, name, text):
        """Waits until a text of that name holds just that."""
        wait_until(
            lambda: any(text_of(node) == text for node in self.find_all(name=name, role="text")),
            f"“{text}” in “{name}”",
        )

    def see_typed(self, name, words):
        """Waits until a text of that name holds the words: they have come to the program."""
        wait_until(
            lambda: any(words in text_of(node) for node in self.find_all(name=name, role="text")),
            f"“{words}” in “{name}”",
        )

    def do(self, **what):
        """Presses a control by its accessible action."""
        node = self.see(**what)
        action = node.get_action_iface()
        assert action is not None and action.get_n_actions() > 0, f"nothing to press: {what}"
        action.do_action(0)
        return node

    def find_on_top(self, **what):
        """What hangs over the page, as a toast: it goes by itself, and before all else is looked at."""
        nodes = walk(self.application, backwards=True)
        return next((node for node in nodes if self.is_what(node, **what)), None)

    def see_on_top(self, **what):
        return wait_until(lambda: self.find_on_top(**what), f"{what} on top")

    def undo(self):
        """Presses the Undo that was seen on top; once that has gone, the key that does the same."""
        try:
            self.find_on_top(role="button", name="Undo").get_action_iface().do_action(0)
        except (AttributeError, gi.repository.GLib.Error):
            self.press("ctrl+z")

    def do_item(self, position):
        """Chooses from the menu that is open; GTK tells nobody what its items are called."""
        self.see(role="menu item")
        self.find_all(role="menu item")[position].get_action_iface().do_action(0)

    def wait_until_sure(self):
        """Waits for as long as what can be seen now may be in memory only."""
        end = self.clock.now() + SURE
        wait_until(lambda: self.clock.now() > end, "the program at work")

    # -- the disk --------------------------------------------------------------------------------

    def query(self, sql, *values):
        """Looks into the database of a program that is not running, at a copy: what a cut has left is
        for the program to find."""
        assert self.process is None, "the program holds the database"
        with tempfile.TemporaryDirectory() as folder:
            for path in self.data.glob(self.database.name + "*"):
                if not path.name.endswith("-shm"):
                    shutil.copy(path, folder)
            connection = sqlite3.connect(pathlib.Path(folder) / self.database.name)
            try:
                assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
                return connection.execute(sql, values).fetchall()
            finally:
                connection.close()
