# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""One rejection, told once, opens the steps: the letter is written from it in either language, what was
said becomes a goal, and the goal leads back. By the keyboard, from the first run on."""

import datetime

from person import NotSeen, Person, is_checked, text_of, wait_until

EMPLOYER = "Nakuru County Water Office"
ROLE = "Data analyst"
DAY = datetime.date.today() - datetime.timedelta(days=11)
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "sw": "Januari Februari Machi Aprili Mei Juni Julai Agosti Septemba Oktoba Novemba Desemba",
}
REMARK = "Name a number in each example"


def write_day(language):
    return f"{DAY.day} {MONTHS[language].split()[DAY.month - 1]} {DAY.year}"


def tell(person):
    person.see(role="radio button", name="English")
    person.go_to(name="Tell Us About the Interview")
    person.press("Return")
    person.see(role="dialog")
    person.see_focus(role="text", name="Employer")
    person.type(EMPLOYER)
    person.press("Tab")
    person.type(ROLE)
    person.go_to(role="text", name="Interview day")
    person.type(f"{DAY:%d/%m/%Y}")
    person.go_to(role="button", name="Begin")
    person.press("Return")
    person.see(role="label", name="Step 1 of 12")
    person.see(contains=f"for: {ROLE}")
    wait_until(
        lambda: f"for: {ROLE}" in (person.focused().get_name() or ""), "the keyboard in the page"
    )


def letter_of(person):
    texts = [text_of(node) or "" for node in person.find_all(role="text")]
    return max(texts, key=len, default="")


def see_letter(person, *words):
    try:
        wait_until(lambda: all(word in letter_of(person) for word in words), f"{words} in the letter")
    except NotSeen:
        print(letter_of(person))
        raise


def open_tool(person, name):
    person.go_to(role="list item", name=name)
    person.press("Return")


def ask_for_feedback(person):
    """The letter knows what was told, whichever language it speaks."""
    person.press("ctrl+Next")
    person.see(role="label", name="Step 2 of 12")
    open_tool(person, "Ask for feedback")
    see_letter(person, EMPLOYER, ROLE, write_day("en"), "Thank you")
    person.do(role="radio button", name="Kiswahili")
    see_letter(person, EMPLOYER, ROLE, write_day("sw"), "Asante")
    person.press("alt+Left")
    person.see(role="label", name="Step 2 of 12")


def sort_what_was_said(person):
    open_tool(person, "Sort what they said")
    person.see(role="text", name="Add a remark")
    person.do(role="radio button", name="Gap")
    wait_until(lambda: is_checked(person.see(role="radio button", name="Gap")), "a gap")
    person.go_to(role="text", name="Add a remark")
    person.type(REMARK)
    person.press("Return")
    person.see(role="list item", contains=REMARK)


def make_a_goal(person):
    person.go_to(role="list item", contains=REMARK)
    person.press("Return")
    person.go_to(role="button", name="Make It a Goal")
    person.press("Return")
    person.see(role="dialog", name="New Goal")
    assert REMARK in text_of(person.see(role="text", name="Your goal in one sentence"))
    person.do(role="button", name="Add Goal")
    person.see_gone(role="dialog")
    person.see(role="list item", contains=REMARK)


def check_what_is_kept(person):
    assert person.query("SELECT employer, role, interviewed_on, not_chosen_on IS NOT NULL FROM application") == [
        (EMPLOYER, ROLE, DAY.isoformat(), 1)
    ]
    assert person.query("SELECT outcome, day FROM interview") == [("not-chosen", DAY.isoformat())]
    goals = person.query(
        "SELECT goal.title, remark.text, interview.day FROM goal JOIN remark ON goal.remark = remark.id"
        " JOIN interview ON goal.round = interview.id WHERE goal.deleted_at IS NULL"
    )
    assert goals == [(REMARK, REMARK, DAY.isoformat())], goals


def main():
    with Person(first_run=True) as person:
        tell(person)
        ask_for_feedback(person)
        sort_what_was_said(person)
        make_a_goal(person)
        person.press("alt+4")
        person.see(role="list item", contains=EMPLOYER)
        person.quit()
        check_what_is_kept(person)


main()
