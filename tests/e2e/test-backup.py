# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Everything out, wiped, in again, out again: byte for byte the same. A bad file changes nothing."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

from person import PATIENCE, PROGRAM, Person

SOURCE = pathlib.Path(os.environ["SOURCE"])


def run(person, *arguments):
    """The program without a screen."""
    env = person.environment()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "GDK_BACKEND"):
        env.pop(name, None)
    return subprocess.run(
        [PROGRAM, *arguments], env=env, timeout=PATIENCE, capture_output=True, text=True, check=False
    )


def succeed(person, *arguments):
    done = run(person, *arguments)
    assert done.returncode == 0, done
    assert not done.stderr.strip(), done.stderr
    return done.stdout


def export(person, name):
    path = person.home / name
    succeed(person, "--export", str(path))
    return path.read_bytes()


def make_journal(person):
    path = person.home / "journal.jsonl"
    subprocess.run(
        [sys.executable, SOURCE / "tests" / "screens" / "demo.py", "sw", path], check=True
    )
    return path


def refuse_bad_files(person, good):
    lines = good.split(b"\n")
    wrong_type = json.loads(lines[1])
    wrong_type["revision"] = "many"
    files = {
        "empty": b"",
        "not-ours": b"GIF89a",
        "cut": good[: len(good) // 2],
        "wrong-type": b"\n".join([lines[0], json.dumps(wrong_type).encode(), b""]),
        "wrong-letters": good.replace(b"a", b"\xff", 40),
    }
    for name, contents in files.items():
        path = person.home / name
        path.write_bytes(contents)
        done = run(person, "--import", str(path))
        assert done.returncode not in (0, None) and done.returncode > 0, (name, done)
        assert len(done.stderr.strip()) > 20, (name, done)
        assert export(person, "still") == good, f"{name} changed something"
        print(f"{name}: {done.stderr.strip()}")


def refuse_own_file(person, good):
    """An export over the database itself, by its path and through a linked folder."""
    linked = person.home / "linked"
    linked.symlink_to(person.data)
    for path in (person.database, linked / person.database.name):
        done = run(person, "--export", str(path))
        assert done.returncode > 0, (path, done)
        assert "Choose another name" in done.stderr, done
    assert export(person, "still") == good


def main():
    person = Person()
    person.settings(language="'en'", first_run_done="true")
    succeed(person, "--import", str(make_journal(person)))
    first = export(person, "first")
    assert first.count(b"\n") > 20, first

    shutil.rmtree(person.data)
    succeed(person, "--import", str(person.home / "first"))
    assert export(person, "second") == first
    succeed(person, "--import", str(person.home / "first"))
    assert export(person, "third") == first

    refuse_bad_files(person, first)
    refuse_own_file(person, first)

    with Person(home=person.home) as person:
        person.press("alt+2")
        person.see(role="list item", contains="Swali kuhusu bajeti")
        person.quit()
    shutil.rmtree(person.home)


main()
