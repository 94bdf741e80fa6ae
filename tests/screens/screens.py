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

PROGRAM = os.environ["PROGRAM"]
APPLICATION_ID = os.environ["APPLICATION_ID"]
HERE = pathlib.Path(__file__).resolve().parent

# name, page, keys pressed once it shows
FULL = [
    ("step-1", "step-1", []),
    ("step-1-end", "step-1", ["End"]),
    ("step-7", "step-7", []),
    ("journal", "journal", []),
    ("entry", "journal", ["Down", "Return"]),
    ("goals", "goals", []),
    ("goal-editor", "goals", ["ctrl+shift+n"]),
    ("applications", "applications", []),
    ("applications-board", "applications", ["F9", "Tab", "Tab", "Right", "space"]),
    ("application", "applications", ["F9"] + ["Tab"] * 6 + ["Down", "Down", "Down", "Return"]),
    ("add-application", "applications", ["ctrl+j", "type:rift valley hardwre", "Tab", "type:Stock"]),
    ("search", "journal", ["ctrl+f", "type:m"]),
    ("preferences", "goals", ["ctrl+comma"]),
    ("shortcuts", "goals", ["ctrl+question"]),
]
EMPTY = [("welcome", None, []), ("journal", "journal", []), ("goals", "goals", []),
         ("applications", "applications", []), ("step-12", "step-12", [])]
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
    (toolkit / "settings.ini").write_text("[Settings]\ngtk-font-name=Adwaita Sans 11\n")


def environment(home, dark):
    env = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home / "data"), XDG_CONFIG_HOME=str(home / "config"),
               XDG_CACHE_HOME=str(home / "cache"), GSETTINGS_BACKEND="keyfile", LC_ALL="en_US.UTF-8",
               ADW_DEBUG_COLOR_SCHEME="prefer-dark" if dark else "prefer-light")
    return env


def press(keys):
    for key in keys:
        if key.startswith("type:"):
            subprocess.run(["xdotool", "type", key[5:]], check=True)
        elif key.startswith("click:"):
            x, y = key[6:].split(",")
            subprocess.run(["xdotool", "mousemove", x, y, "click", "1", "mousemove", "0", "0"], check=True)
        else:
            subprocess.run(["xdotool", "key", key], check=True)
        time.sleep(0.6)


def take(path, home, page, keys, dark):
    arguments = ["--page", page] if page else []
    program = subprocess.Popen([PROGRAM, *arguments], env=environment(home, dark))
    try:
        found = subprocess.run(["xdotool", "search", "--sync", "--onlyvisible", "--name", "."],
                               capture_output=True, text=True, timeout=30, check=True)
        window = found.stdout.split()[-1]
        subprocess.run(["xdotool", "windowmove", window, "0", "0", "windowfocus", window], check=False)
        time.sleep(1.2)
        press(keys)
        time.sleep(0.4)
        subprocess.run(["import", "-window", window, str(path)], check=True)
    finally:
        program.terminate()
        program.wait(20)


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
