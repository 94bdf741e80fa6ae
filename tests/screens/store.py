# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The pictures that stores and the README show: the window alone, on nothing, with its shadow.

store.py FOLDER: the program comes from PROGRAM; a display is there already. Stores show at most
1000 by 700 pixels and ask for a window with round corners, which a bare screen does not draw: they
are cut here.
"""

import pathlib
import subprocess
import sys
import tempfile

import screens

PICTURES = {
    "step": ("step-1", []),
    "today": ("today", []),
    "applications": ("applications", []),
    "journal": ("journal", ["click:380,110"]),
    "goals": ("goals", []),
}
WINDOW = (954, 650)
FRAME = 5  # what GTK draws around a window where there is no compositor
CORNER = 15


def finish(raw, path):
    width, height = WINDOW[0] - 2 * FRAME, WINDOW[1] - 2 * FRAME
    subprocess.run(
        ["convert", raw, "-alpha", "set", "-crop", f"{width}x{height}+{FRAME}+{FRAME}", "+repage",
         "(", "+clone", "-alpha", "transparent", "-fill", "white",
         "-draw", f"roundrectangle 0,0 {width - 1},{height - 1} {CORNER},{CORNER}", ")",
         "-compose", "DstIn", "-composite", "-compose", "Over",
         "(", "+clone", "-background", "black", "-shadow", "40x9+0+4", ")",
         "+swap", "-background", "none", "-layers", "merge", "+repage",
         "-strip", "-define", "png:exclude-chunks=date,time", path], check=True)


def main():
    out = pathlib.Path(sys.argv[1]).resolve()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="piga-hatua-store-") as scratch:
        scratch = pathlib.Path(scratch)
        for language, suffix in (("en", ""), ("sw", "-sw")):
            for name, (page, keys) in PICTURES.items():
                home = scratch / f"{name}{suffix}"
                raw = scratch / f"{name}{suffix}.png"
                screens.write_settings(home, language, True, WINDOW)
                with open(home / "config/glib-2.0/settings/keyfile", "a", encoding="utf-8") as keyfile:
                    keyfile.write("spell-check=false\n")
                screens.fill(home, language, scratch)
                screens.take(raw, home, page, keys, False)
                finish(raw, out / raw.name)
                print(out / raw.name, flush=True)


if __name__ == "__main__":
    main()
