# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""On every page, in every dialog and menu, in Kiswahili: whatever the keyboard can reach has a name,
whatever a menu offers can be chosen, and no name, description or text of ours is in English."""

import ast
import os
import pathlib
import re
import subprocess

from gi.repository import GLib

from names import see_names
from person import text_of, walk
from rooms import visit

SOURCE = pathlib.Path(os.environ["SOURCE"])

# What GTK and libadwaita say by themselves; neither has Kiswahili.
THEIRS = {
    "Minimize", "Minimize the window", "Maximize", "Maximize the window", "Restore",
    "Restore the window", "Close", "Close the window", "Clear Entry",
    "Back", "Details",
}

# Headings of libadwaita's own dialog, which we say elsewhere, too.
THEIRS_IN_ABOUT = {"Details"}
# A language is called by its own name where it is chosen.
OWN_NAMES = {"English"}


def read_english():
    """The English of every message that the Kiswahili says otherwise."""
    catalogue = subprocess.run(
        ["msgattrib", "--no-obsolete", "--no-wrap", SOURCE / "po" / "sw.po"],
        capture_output=True, text=True, check=True,
    ).stdout
    english, kiswahili = set(), set()
    for block in catalogue.split("\n\n")[1:]:
        said = {}
        for key, value in re.findall(r'^(msg\w+(?:\[\d\])?) ((?:".*"\n?)+)', block, flags=re.M):
            said[key] = "".join(ast.literal_eval(line) for line in value.strip().split("\n"))
        theirs = {said.get("msgid"), said.get("msgid_plural")} - {None, ""}
        ours = {text for key, text in said.items() if key.startswith("msgstr")}
        english |= {plain(text) for text in theirs - ours}
        kiswahili |= {plain(text) for text in ours}
    return english - kiswahili


def plain(text):
    return text.replace("_", "")


def make_pattern(english):
    """One expression for all, with anything where the program puts words or numbers."""
    texts = sorted(english, key=len, reverse=True)
    holes = [re.sub(r"%(?:\d+\\\$)?(?:l?[uds]|l?i)", ".+", re.escape(text)) for text in texts]
    # A message of nothing but holes and marks says nothing in any language.
    holes = [hole for hole in holes if re.search(r"[A-Za-z]{2}", hole.replace(".+", ""))]
    return re.compile("|".join(holes))


def main():
    english = make_pattern(read_english())
    assert english.fullmatch("Step 1 of 12") and english.fullmatch("Main Menu"), "nothing to look for"
    assert not english.fullmatch("Hatua ya 1 kati ya 12")
    faults, seen = {}, set()

    def look(person, place):
        faults.update((fault, place) for fault in see_names(person))
        for node in walk(person.application):
            try:
                texts = {node.get_name(), node.get_description(), text_of(node)}
            except GLib.Error:  # it went away while it was looked at
                continue
            for text in texts - {None, ""}:
                seen.add(text)
                if place == "about" and text in THEIRS_IN_ABOUT:
                    continue
                if text not in THEIRS | OWN_NAMES and english.fullmatch(text):
                    faults.setdefault(text, place)

    visit("sw", look)
    print(f"{len(seen)} texts looked at")
    assert len(seen) > 300, "too little was seen"
    assert not faults, "\n".join(f"{place}: {text}" for text, place in faults.items())


main()
