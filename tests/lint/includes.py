# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which file of the source includes which, and what may include what inside ui/."""

import pathlib
import re

# From the top. Inside ui/ the floors go on; a folder that is not named here is a room.
UI_FLOORS = ["shell", "rooms", "records", "kit", "print", "charts"]


def read_includes(path):
    """Gives the line number and the name of every include."""
    for number, line in enumerate(path.read_text().splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if match:
            yield number, match.group(1)


def find_sources(folder):
    return sorted(folder.rglob("*.[ch]"))


class UiFolders:
    """The folders of ui/ and what they include of each other."""

    def __init__(self, source):
        self.top = pathlib.Path(source) / "src" / "ui"
        self.folders = {path.name: path.parent.name for path in find_sources(self.top)}

    def floor_of(self, folder):
        return UI_FLOORS.index(folder if folder in UI_FLOORS else "rooms")

    def read_arrows(self):
        """Gives path, line, folder and the other folder that it includes something of."""
        for path in find_sources(self.top):
            for number, name in read_includes(path):
                other = self.folders.get(name.rsplit("/", 1)[-1])
                if other is not None and other != path.parent.name:
                    yield path, number, path.parent.name, other

    def is_allowed(self, folder, other):
        """Only down, and never from a room to a room."""
        return self.floor_of(folder) < self.floor_of(other)
