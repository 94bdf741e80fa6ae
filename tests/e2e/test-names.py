# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""On every page, in every dialog and menu: whatever the keyboard can reach has a name, and whatever a
menu offers can be chosen."""

from person import FOCUSABLE, SENSITIVE, NotSeen, wait_until, walk
from rooms import visit

# What only holds others, and hands the keyboard on to them.
# GTK 4.18 gives a menu’s items no name at all, in no program.
HOLDERS = {"menu item", "scroll pane", "panel", "grouping", "list"}


def has_name(node):
    if (node.get_name() or "").strip():
        return True
    # libadwaita’s rows that unfold hold the row that has the name.
    return node.get_role_name() == "list item" and any(
        (inner.get_name() or "").strip() for inner in walk(node)
    )


def find_nameless(person):
    for node in walk(person.application):
        if (
            node.get_state_set().contains(FOCUSABLE)
            and node.get_role_name() not in HOLDERS
            and not has_name(node)
        ):
            yield f"a {node.get_role_name()} without a name, in “{node.get_parent().get_name()}”"


def find_dead(person):
    """An item whose action nobody knows, or not with that target, is grey for ever."""
    for item in person.find_all(role="menu item"):
        if not item.get_state_set().contains(SENSITIVE):
            yield f"item {item.get_index_in_parent() + 1} of a menu cannot be chosen"


def find_faults(person):
    yield from find_nameless(person)
    yield from find_dead(person)


def main():
    faults = []

    def look(person, place):
        try:
            wait_until(lambda: not list(find_faults(person)), "a name for everything")
        except NotSeen:
            for fault in find_faults(person):
                print(f"{place}: {fault}", flush=True)
                faults.append(fault)

    visit("en", look)
    assert not faults, f"{len(faults)} faults"


main()
