# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whatever the keyboard can reach has a name, and whatever a menu offers can be chosen."""

from person import FOCUSABLE, SENSITIVE, NotSeen, wait_until, walk

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


def find_fault(node):
    """What is wrong with it, or None."""
    role = node.get_role_name()
    states = node.get_state_set()
    # An item whose action nobody knows, or not with that target, is grey for ever.
    if role == "menu item" and not states.contains(SENSITIVE):
        return f"item {node.get_index_in_parent() + 1} of a menu cannot be chosen"
    if role not in HOLDERS and states.contains(FOCUSABLE) and not has_name(node):
        return f"a {role} without a name, in “{node.get_parent().get_name()}”"
    return None


def find_faults(person):
    return [fault for node in person.look() if (fault := find_fault(node))]


def see_names(person):
    """Waits for a name for everything, and gives the faults that stay."""
    try:
        wait_until(lambda: not find_faults(person), "a name for everything")
    except NotSeen:
        return find_faults(person)
    return []
