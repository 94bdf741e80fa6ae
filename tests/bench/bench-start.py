# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What opening costs, as ratios to an empty libadwaita window opened in the same run.

bench-start.py FIRST-FRAME EMPTY-WINDOW FILL; the program comes from PROGRAM, its id from APPLICATION_ID.
"""

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
ENTRIES = (0, 3650, 100000)
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


def make_home(folder, entries):
    home = folder / str(entries)
    (home / "data" / "piga-hatua").mkdir(parents=True, mode=0o700)
    settings = home / "config" / "glib-2.0" / "settings"
    settings.mkdir(parents=True)
    (settings / "keyfile").write_text(
        f"[{APPLICATION_ID.replace('.', '/')}]\nfirst-run-done=true\nlanguage='en'\nlast-page='journal'\n")
    if entries:
        subprocess.run([FILL, str(entries), str(home / "data" / "piga-hatua" / "piga-hatua.db")], check=True)
    return home


def main():
    with tempfile.TemporaryDirectory(prefix="piga-hatua-bench-") as folder:
        homes = {n: make_home(pathlib.Path(folder), n) for n in ENTRIES}
        empty_home = pathlib.Path(folder) / "empty"
        empty_home.mkdir()
        runs = {"empty": ([EMPTY_WINDOW], empty_home)}
        runs.update({n: ([PROGRAM], homes[n]) for n in ENTRIES})

        figures = {name: [] for name in runs}
        for name, (command, home) in runs.items():  # once for the caches of the machine
            open_once(command, home)
        for _ in range(ROUNDS):
            for name, (command, home) in runs.items():
                figures[name].append(open_once(command, home))

    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in figures.items()}
    floor = medians["empty"]
    print(f"{'opened':>22} {'first frame':>20} {'work to settled':>20} {'memory (PSS)':>22}")
    for name, row in medians.items():
        label = "an empty window" if name == "empty" else f"{name:,} entries"
        cells = [f"{row[0]:8.0f} ms", f"{row[1]:8.0f} ms", f"{row[2] / 1024:8.1f} MiB"]
        ratios = [f"{value / least:5.2f}×" for value, least in zip(row, floor)]
        print(f"{label:>22} " + " ".join(f"{cell:>12} {ratio}" for cell, ratio in zip(cells, ratios)))


main()
