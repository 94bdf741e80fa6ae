# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What opening costs, as ratios to an empty libadwaita window opened in the same run.

bench-start.py FIRST-FRAME EMPTY-WINDOW FILL; the program comes from PROGRAM, its id from APPLICATION_ID.
"""

import datetime
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time

FIRST_FRAME, EMPTY_WINDOW, FILL = sys.argv[1:4]
PROGRAM = os.environ["PROGRAM"]
APPLICATION_ID = os.environ["APPLICATION_ID"]
# The page that is opened, the entries in the journal, and whether there are years of looking for
# work: 10,000 applications and 2,000 interviews.
CASES = (
    ("journal", 0, False), ("journal", 3650, False), ("journal", 100000, False),
    ("today", 0, False), ("today", 0, True),
    ("applications", 0, False), ("applications", 0, True),
)
ROUNDS = 7
TICK = os.sysconf("SC_CLK_TCK")


def processor_ms(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / TICK


def settle(pid):
    """Waits until the program has done nothing for a second; gives its work in milliseconds."""
    spent, since = processor_ms(pid), time.monotonic()
    while time.monotonic() - since < 1:
        time.sleep(0.1)
        now = processor_ms(pid)
        if now > spent:
            spent, since = now, time.monotonic()
    return spent


def pss_kib(pid):
    for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    raise RuntimeError("no Pss")


def open_once(command, home):
    env = dict(os.environ, HOME=str(home), XDG_DATA_HOME=str(home / "data"),
               XDG_CONFIG_HOME=str(home / "config"), XDG_CACHE_HOME=str(home / "cache"),
               GSETTINGS_BACKEND="keyfile", LC_ALL="en_US.UTF-8")
    out = subprocess.run([FIRST_FRAME, *command], env=env, stdout=subprocess.PIPE, text=True, check=True)
    microseconds, pid = (int(word) for word in out.stdout.split())
    figures = (microseconds / 1000, settle(pid), pss_kib(pid))
    os.kill(pid, signal.SIGTERM)
    while pathlib.Path(f"/proc/{pid}").exists():
        if pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
            break
        time.sleep(0.05)
    return figures


def make_home(folder, page, entries, has_work):
    home = folder / f"{page}-{entries}-{has_work}"
    (home / "data" / "piga-hatua").mkdir(parents=True, mode=0o700)
    settings = home / "config" / "glib-2.0" / "settings"
    settings.mkdir(parents=True)
    (settings / "keyfile").write_text(
        f"[{APPLICATION_ID.replace('.', '/')}]\nfirst-run-done=true\nlanguage='en'\n"
        f"last-page='{page}'\nlast-visit='{datetime.date.today().isoformat()}'\n")
    database = home / "data" / "piga-hatua" / "piga-hatua.db"
    if entries or has_work:
        subprocess.run([FILL, str(entries), str(database), *(["work"] if has_work else [])], check=True)
    return home


def label(page, entries, has_work):
    if page == "journal":
        return f"{entries:,} entries"
    return f"{page}, {'10,000' if has_work else 'no'} applications"


def main():
    with tempfile.TemporaryDirectory(prefix="piga-hatua-bench-") as folder:
        empty_home = pathlib.Path(folder) / "empty"
        empty_home.mkdir()
        runs = {"an empty window": ([EMPTY_WINDOW], empty_home)}
        runs.update({label(*case): ([PROGRAM], make_home(pathlib.Path(folder), *case))
                     for case in CASES})

        figures = {name: [] for name in runs}
        for name, (command, home) in runs.items():  # once for the caches of the machine
            open_once(command, home)
        for _ in range(ROUNDS):
            for name, (command, home) in runs.items():
                figures[name].append(open_once(command, home))

    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in figures.items()}
    floor = medians["an empty window"]
    print(f"{'opened':>33} {'first frame':>20} {'work to settled':>20} {'memory (PSS)':>22}")
    for name, row in medians.items():
        cells = [f"{row[0]:8.0f} ms", f"{row[1]:8.0f} ms", f"{row[2] / 1024:8.1f} MiB"]
        ratios = [f"{value / least:5.2f}×" for value, least in zip(row, floor)]
        print(f"{name:>33} " + " ".join(f"{cell:>12} {ratio}" for cell, ratio in zip(cells, ratios)))


main()
