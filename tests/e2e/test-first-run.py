# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The welcome: once, in a language that is chosen there. It leads to the first step by way of what there
is to tell of the interview; who asks for a page is not stopped by it."""

from person import Person, is_checked, text_of

WELCOME_EN = "Look Around First"
WELCOME_SW = "Tueleze kuhusu mahojiano"
ROUND_SW = "kuhusu: Mchambuzi wa data"


def choose_kiswahili_and_begin(person):
    person.see(name=WELCOME_EN)
    person.go_to(name="English", role="radio button")
    person.press("Right", "space")
    person.see_again(name=WELCOME_SW)
    assert is_checked(person.see(name="Kiswahili", role="radio button"))
    person.go_to(name=WELCOME_SW)
    person.press("Return")
    person.see(role="dialog")
    person.see_focus(role="text", name="Mwajiri")
    person.type("Kaunti ya Nakuru")
    person.see_typed("Mwajiri", "Kaunti ya Nakuru")
    person.press("Escape")
    person.see_gone(role="dialog")
    person.see_focus(name=WELCOME_SW)
    person.press("Return")
    person.see(role="dialog")
    person.see_focus(role="text", name="Mwajiri")
    assert text_of(person.see(role="text", name="Mwajiri")) == "Kaunti ya Nakuru"
    person.press("Tab")
    person.type("Mchambuzi wa data")
    person.go_to(name="Anza")
    person.press("Return")
    person.see_gone(name=WELCOME_SW)
    person.see(role="label", name="Hatua ya 1 kati ya 12")
    person.see(name=ROUND_SW)


def main():
    with Person(first_run=True) as person:
        choose_kiswahili_and_begin(person)
        person.quit()
        person.start()
        person.see(role="label", name="Karibu")
        person.see(contains="Mchambuzi wa data")
        assert not person.find(name=WELCOME_SW), "the welcome came a second time"

    for arguments, seen in (
        (["--page", "step-3"], {"name": "Step 3 of 12"}),
        (["--new-entry"], {"name": "Text of the entry"}),
    ):
        with Person(first_run=True, arguments=arguments) as person:
            person.see(**seen)
            assert not person.find(name=WELCOME_EN), f"{arguments} came after a welcome"


main()
