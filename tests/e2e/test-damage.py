# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A disk that changes bytes: what can be read is shown, exported and taken out, and nothing is lost."""

import base64
import json
import os
import shutil
import subprocess

from person import PATIENCE, PROGRAM, Person

PAGE = 4096
BODY = "Leo nilijifunza kusikiliza kwanza."
OTHER = "Kesho nitaandika barua ya maombi."
DAMAGED = 3
TEXT = "Text of the entry"


def run(person, *arguments):
    """The program without a screen."""
    env = person.environment()
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "GDK_BACKEND"):
        env.pop(name, None)
    return subprocess.run(
        [PROGRAM, *arguments], env=env, timeout=PATIENCE, capture_output=True, text=True, check=False
    )


def entry(number, body):
    return {
        "kind": "entry",
        "id": f"019a7c01-{number:04x}-7abc-8def-000000000001",
        "created_at": 1_760_000_000_000_000 + number * 1_000_000,
        "modified_at": 1_760_000_000_000_000 + number * 1_000_000,
        "body": body,
    }


def take_in(person, bodies):
    path = person.home / "journal.jsonl"
    lines = [{"format": "piga-hatua", "version": 1}]
    lines += [entry(number, body) for number, body in enumerate(bodies)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = run(person, "--import", str(path))
    assert done.returncode == 0, done


def export(person, name):
    path = person.home / name
    done = run(person, "--export", str(path))
    records = [json.loads(line) for line in path.read_text().splitlines()[1:]]
    return done, {record["id"]: record for record in records}


def change(person, text, how):
    """Changes the file in the place where a text stands."""
    contents = bytearray(person.database.read_bytes())
    where = contents.index(text.encode())
    how(contents, where)
    person.database.write_bytes(contents)


def flip_byte(contents, where):
    contents[where + 4] = 0


def blank_page(contents, where):
    start = where // PAGE * PAGE
    contents[start : start + PAGE] = bytes(PAGE)


def see_byte():
    person = Person()
    person.settings(language="'en'", first_run_done="true")
    take_in(person, [BODY, OTHER])
    change(person, BODY, flip_byte)
    shown = BODY[:4] + "\ufffd" + BODY[5:]

    with Person(home=person.home, arguments=["--page", "journal"]) as person:
        person.see(contains="The disk has damaged 1 record.")
        person.click(role="list item", contains=shown)
        person.see_text(TEXT, shown)
        person.click(role="text", name=TEXT)
        person.press("ctrl+End")
        person.type(" Tena.")
        person.wait_until_sure()
        person.do(role="button", name="Close")
        person.see_gone(contains="The disk has damaged")
        person.quit()

    done, records = export(person, "saved")
    assert done.returncode == 0, done
    assert entry(0, "")["id"] in records, records
    assert records[entry(0, "")["id"]]["body"] == shown + " Tena.", records
    kept = [record for record in records.values() if record["kind"] == "damaged_value"]
    original = bytearray(BODY.encode())
    original[4] = 0
    assert [base64.b64decode(record["bytes"]) for record in kept] == [bytes(original)], kept
    shutil.rmtree(person.home)


def export_past_page():
    person = Person()
    person.settings(language="'en'", first_run_done="true")
    # A file greater than is looked through at each start.
    bodies = [f"{number} " + ("x" * 100_000 if number % 2 else BODY) for number in range(100)]
    take_in(person, bodies)
    whole, before = export(person, "before")
    assert whole.returncode == 0 and not whole.stderr.strip(), whole
    change(person, f"50 {BODY}", blank_page)

    done, after = export(person, "after")
    assert done.returncode == DAMAGED, done
    lost = before.keys() - after.keys()
    assert entry(50, "")["id"] in lost, lost
    assert len(lost) < 20, lost
    assert all(before[id] == record for id, record in after.items())
    lines = done.stderr.strip().splitlines()
    assert len(lines) == len(lost), (lines, lost)
    assert all(any(id in line for line in lines) for id in lost), (lines, lost)
    assert BODY not in done.stderr, done
    assert f"Exported: {len(after)} records" in done.stdout, done
    shutil.rmtree(person.home)


def take_out():
    person = Person()
    person.settings(language="'en'", first_run_done="true")
    take_in(person, [BODY + f" {number} " + "x" * 1000 for number in range(60)])
    _, before = export(person, "before")
    change(person, f"{BODY} 30 ", blank_page)
    damaged = person.database.read_bytes()

    with Person(home=person.home, arguments=["--page", "journal"]) as person:
        person.see(name="Your data are damaged")
        assert person.database.read_bytes() == damaged
        person.do(role="button", name="Take Out What Can Be Read")
        person.see(contains="could not be read:")
        person.do(role="button", name="Close")
        person.see(role="list item", contains=BODY)
        person.quit()

    kept = [path for path in person.data.iterdir() if path.name.startswith("piga-hatua.db-broken-")]
    [old] = [path for path in kept if path.suffix != ".txt"]
    [listed] = [path for path in kept if path.suffix == ".txt"]
    assert old.read_bytes() == damaged
    done, after = export(person, "after")
    assert done.returncode == 0, done
    lost = before.keys() - after.keys()
    assert 0 < len(lost) < 10, lost
    assert all(before[id] == record for id, record in after.items())
    assert all(id in listed.read_text() for id in lost), listed.read_text()
    assert os.stat(listed).st_mode & 0o777 == 0o600
    shutil.rmtree(person.home)


def main():
    see_byte()
    export_past_page()
    take_out()


main()
