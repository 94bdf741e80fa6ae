# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The time a machine has given to a program.

“On the disk within two seconds” can be kept by a program that is let run. On a machine with something
else to do, the program stands in line for a processor, or waits for the disk, or the whole machine
stands still for a while; no story can tell that from a promise broken by looking at a watch.
"""

import pathlib
import threading
import time

STEP = 0.05


class Clock:
    """Goes like a watch where the program is alone, and stands still while it is kept waiting; never
    ahead of a watch, and never backwards. It ends with the program."""

    def __init__(self, pid):
        self.tasks = pathlib.Path(f"/proc/{pid}/task")
        self.waited = {}  # seconds that each thread has stood in line so far
        self.seconds = 0.0
        self.look()
        self.hand = threading.Thread(target=self.go, daemon=True)
        self.hand.start()

    def now(self):
        return self.seconds

    def look(self):
        """Gives the seconds for which threads stood in line since the last look, and whether one of
        them waits for the disk at this moment."""
        in_line, at_disk = 0.0, False
        for task in self.tasks.iterdir():
            try:
                at_disk = at_disk or (task / "stat").read_text().rpartition(")")[2].split()[0] == "D"
                waited = int((task / "schedstat").read_text().split()[1]) / 1e9
            except (OSError, IndexError):  # it ended meanwhile, or this system does not tell
                continue
            in_line += waited - self.waited.get(task.name, 0.0)
            self.waited[task.name] = waited
        return in_line, at_disk

    def go(self):
        try:
            while True:
                # One step however long the sleep was: what is more was not the program's either.
                time.sleep(STEP)
                in_line, at_disk = self.look()
                if not at_disk:
                    self.seconds += max(0.0, STEP - in_line)
        except OSError:  # the program has ended
            return
