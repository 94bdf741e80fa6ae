# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Pictures of the pages: both languages, light and dark, wide and narrow, full and empty.

screens.py FOLDER [WORD…]: only the pictures whose names hold every word. The program comes from PROGRAM;
a display is there already.
"""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = os.environ["PROGRAM"]
APPLICATION_ID = os.environ["APPLICATION_ID"]
os.environ.setdefault("SOURCE", str(HERE.parent.parent))
sys.path.insert(0, str(HERE.parent / "e2e"))

from person import Person  # noqa: E402
from rooms import INTERVIEWED, Walk  # noqa: E402

# name, page, what is done once it shows: keys, “type:words”, or “to:” with a text in English, by which
# the keyboard goes to what holds that text in the language of the picture
FULL = [
    ("today", "today", []),
    ("today-end", "today", ["Tab", "End"]),
    ("step-1", "step-1", []),
    ("step-1-end", "step-1", ["End"]),
    ("step-2-tools", "step-2", ["at:Ask for feedback"]),
    ("step-7", "step-7", []),
    ("journal", "journal", []),
    ("entry", "journal", ["Down", "Return"]),
    ("goals", "goals", []),
    ("goal-editor", "goals", ["ctrl+shift+n"]),
    ("applications", "applications", []),
    ("applications-board", "applications", ["to:List", "Right", "space"]),
    ("applications-menu", "applications", ["to:Applications Menu", "space"]),
    ("report", "applications", ["to:Applications Menu", "space"] + ["Down"] * 4 + ["Return"]),
    ("application", "applications", ["to:Stock clerk", "Return"]),
    ("application-letter", "applications", ["to:Stock clerk", "Return", "to:Write a short follow-up", "Return"]),
    ("application-end", "applications", ["to:Data analyst", "Return", "to:All Dates"]),
    ("add-application", "applications", ["ctrl+j", "type:rift valley hardwre", "Tab", "type:Stock"]),
    ("interview", "applications", ["to:Data analyst", "Return", f"to:{INTERVIEWED.year}", "Return"]),
    ("about-interview", "step-2", ["space", "End", "Return"]),
    ("feedback-desk", "step-2", ["at:Ask for feedback", "Return"]),
    ("feedback-desk-letter", "step-2", ["at:Ask for feedback", "Return", "to:Your email"]),
    ("feedback-desk-end", "step-2", ["at:Ask for feedback", "Return", "to:Print…"]),
    ("feedback-sorter", "step-2", ["to:Sort what they said", "Return"]),
    ("feedback-remark", "step-2", ["to:Sort what they said", "Return", "to:Your examples", "Return"]),
    ("debrief", "step-3", ["to:Debrief", "Return"]),
    ("debrief-gap", "step-3", ["to:Debrief", "Return", "to:No number in the budget story", "Return"]),
    ("debrief-end", "step-3", ["to:Debrief", "Return", "to:Done for Now"]),
    ("patterns", "step-3", ["to:Pattern board", "Return"]),
    ("search", "journal", ["ctrl+f", "type:m"]),
    ("preferences", "goals", ["ctrl+comma"]),
    ("shortcuts", "goals", ["ctrl+question"]),
]
EMPTY = [
    ("welcome", None, []),
    ("about-interview", None, ["to:Tell Us About the Interview", "Return"]),
    ("today", "today", []),
    ("journal", "journal", []),
    ("goals", "goals", []),
    ("applications", "applications", []),
    ("step-12", "step-12", []),
]
IN_DEMO = {
    "Stock clerk": "Karani wa bohari",
    "Data analyst": "Mchanganuzi wa data",
    "Your examples": "Mifano yako",
    "No number in the budget story": "Kisa cha bajeti",
}
SIZES = {"wide": (1366, 768), "window": (1100, 720), "narrow": (360, 720), "least": (360, 294)}


def write_settings(home, language, first_run_done, size):
    folder = home / "config" / "glib-2.0" / "settings"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "keyfile").write_text(
        f"[{APPLICATION_ID.replace('.', '/')}]\nlanguage='{language}'\n"
        f"first-run-done={'true' if first_run_done else 'false'}\n"
        f"window-width={size[0]}\nwindow-height={size[1]}\n")
    toolkit = home / "config" / "gtk-4.0"
    toolkit.mkdir(exist_ok=True)
    # What GNOME's own settings say; there is no desktop here to say it.
    (toolkit / "settings.ini").write_text("[Settings]\ngtk-font-name=Adwaita Sans 11\n"
                                         "gtk-decoration-layout=:close\n")


def environment(home, dark):
    env = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home / "data"), XDG_CONFIG_HOME=str(home / "config"),
               XDG_CACHE_HOME=str(home / "cache"), GSETTINGS_BACKEND="keyfile", LC_ALL="en_US.UTF-8",
               ADW_DEBUG_COLOR_SCHEME="prefer-dark" if dark else "prefer-light")
    return env


def say(walk, english):
    """What the program says, or what demo.py writes."""
    if english in IN_DEMO and walk.person.language == "sw":
        return IN_DEMO[english]
    return walk.say(english, "look") if english == "List" else walk.say(english)


def do(walk, deeds):
    for deed in deeds:
        if deed.startswith("type:"):
            walk.person.type(deed[5:])
        elif deed.startswith("click:"):
            x, y = deed[6:].split(",")
            subprocess.run(["xdotool", "mousemove", x, y, "click", "1", "mousemove", "0", "0"], check=True)
        elif deed.startswith("to:"):
            walk.person.go_to(contains=say(walk, deed[3:]))
        elif deed.startswith("at:"):  # the whole name: a step of the sidebar is called so too
            walk.person.go_to(name=say(walk, deed[3:]))
        else:
            walk.person.press(deed)
        time.sleep(0.6)


def take(path, home, page, deeds, dark):
    settings = (home / "config/glib-2.0/settings/keyfile").read_text()
    person = Person(home=home, language="sw" if "language='sw'" in settings else "en",
                    arguments=["--page", page] if page else [], env=environment(home, dark))
    with person:
        found = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", "."],
                               capture_output=True, text=True, timeout=30, check=True)
        window = found.stdout.split()[-1]
        subprocess.run(["xdotool", "windowmove", window, "0", "0", "windowfocus", window], check=False)
        time.sleep(1.2)
        do(Walk(person, None), deeds)
        time.sleep(0.4)
        # With what hangs over it: menus are windows of their own.
        place = subprocess.run(["xdotool", "getwindowgeometry", "--shell", window],
                               capture_output=True, text=True, check=True).stdout
        size = dict(line.split("=") for line in place.split())
        subprocess.run(["import", "-window", "root", "-crop", "{WIDTH}x{HEIGHT}+0+0".format(**size), "+repage",
                        str(path)], check=True)


def fill(home, language, folder):
    demo = folder / f"demo-{language}.jsonl"
    subprocess.run([sys.executable, str(HERE / "demo.py"), language, str(demo)], check=True)
    subprocess.run([PROGRAM, "--import", str(demo)], env=environment(home, False), check=True,
                   stdout=subprocess.DEVNULL)


def main():
    out = pathlib.Path(sys.argv[1]).resolve()
    words = sys.argv[2:]
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="piga-hatua-screens-") as scratch:
        scratch = pathlib.Path(scratch)
        for language in ("en", "sw"):
            for state, pages in (("full", FULL), ("empty", EMPTY)):
                for size_name, size in SIZES.items():
                    for scheme in ("light", "dark"):
                        for name, page, keys in pages:
                            title = f"{language}-{state}-{name}-{size_name}-{scheme}"
                            if not all(f"-{word}-" in f"-{title}-" for word in words):
                                continue
                            home = scratch / title
                            write_settings(home, language, name != "welcome", size)
                            if state == "full":
                                fill(home, language, scratch)
                            take(out / f"{title}.png", home, page, keys, scheme == "dark")
                            print(out / f"{title}.png", flush=True)
                            shutil.rmtree(home)


if __name__ == "__main__":
    main()
