# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""What was asked and said in the interviews of demo.py, in either language: so that there is something to
sort, to debrief and to compare."""

# name, employer, role, days since the stages
REJECTIONS = [
    ("ministry", ("Ministry of Lands, Nairobi", "Wizara ya Ardhi, Nairobi"), ("Records officer", "Afisa wa kumbukumbu"),
     {"applied_on": 80, "invited_on": 52, "interviewed_on": 44, "not_chosen_on": 30}),
    ("bank", ("Community bank, Thika", "Benki ya jamii, Thika"), ("Data clerk", "Karani wa data"),
     {"applied_on": 66, "invited_on": 40, "interviewed_on": 33, "not_chosen_on": 24}),
]
# interview, text, answer, rating, theme
QUESTIONS = [
    ("water", ("How would you cut a project’s budget by a fifth?", "Ungepunguzaje bajeti ya mradi kwa asilimia ishirini?"),
     ("I talked about transport and never named a number.", "Nilizungumzia usafiri bila kutaja idadi yoyote."), "gap", "examples"),
    ("water", ("What do you know about our work?", "Unajua nini kuhusu kazi yetu?"),
     ("The mandate, the three boreholes, the new tariff.", "Majukumu yao, visima vitatu, na ada mpya za maji."), "strong", "employer"),
    ("water", ("Tell us briefly about yourself.", "Tuambie kwa ufupi kukuhusu."), ("", ""), "solid", "clarity"),
    ("bank", ("Describe a time you worked in a team.", "Eleza wakati ulipofanya kazi katika timu."),
     ("I said “we” all the way through.", "Nilisema “sisi” mwanzo hadi mwisho."), "gap", "examples"),
    ("bank", ("How do you work under pressure?", "Unafanyaje kazi chini ya shinikizo?"), ("", ""), "strong", "confidence"),
    ("ministry", ("Which values guide the public service?", "Ni maadili gani yanayoongoza utumishi wa umma?"), ("", ""), "strong", "field"),
    ("ministry", ("Tell us about a hard problem you solved.", "Tueleze kuhusu tatizo gumu ulilolitatua."), ("", ""), "gap", "examples"),
]
# name, interview, voice, text, theme, side, mine, agree, fix
REMARKS = [
    ("prepared", "water", "employer", ("You knew our work better than most.", "Ulijua kazi yetu kuliko wengi."), "employer", "strength", "", "fully", ("", "")),
    ("number", "water", "employer", ("Your examples would gain from a number.", "Mifano yako ingepata uzito kwa kutaja idadi."),
     "examples", "gap", "mine", "fully", ("", "")),
    ("inside", "water", "employer", ("Somebody from the office was chosen.", "Aliyechaguliwa anatoka ofisini humo."), "chance", "gap", "not-mine", "fully", ("", "")),
    ("calm", "water", "me", ("I stayed calm through the late question.", "Nilitulia hata kwa swali la mwisho."), "confidence", "strength", "", "", ("", "")),
    ("story", "water", "me", ("No number in the budget story", "Kisa cha bajeti hakikuwa na idadi"), "examples", "gap", "mine", "",
     ("Write the borehole story with the number of households.", "Andika kisa cha kisima ukitaja idadi ya kaya.")),
    ("papers", "ministry", "employer", ("The papers were complete.", "Stakabadhi zilikuwa kamili."), "papers", "strength", "", "fully", ("", "")),
    ("team", "bank", "employer", ("Say what you did yourself.", "Sema ulichofanya wewe mwenyewe."), "examples", "gap", "mine", "partly", ("", "")),
]
PREPARED = {"prep_advert": True, "prep_employer": True, "prep_papers": True, "prep_route": True}
RECALL = (
    "Four on the panel, the chair smiled. First question easy, then the budget one. I looked at the window while thinking. "
    "The borehole story made them laugh.",
    "Wanne kwenye jopo, mwenyekiti alitabasamu. Swali la kwanza lilikuwa rahisi, kisha lile la bajeti. Nilitazama dirishani "
    "nikifikiri. Kisa cha kisima kiliwachekesha.",
)


def records(text, record, day, link):
    """text: 0 for English, 1 for Kiswahili; record, day and link are those of demo.py."""
    for name, employer, role, stages in REJECTIONS:
        yield record("application", name, max(stages.values()), employer=employer[text], role=role[text],
                     **{stage: day(days) for stage, days in stages.items()})
        yield record("interview", name, stages["interviewed_on"], application=link("application", name), format="panel",
                     day=day(stages["interviewed_on"]), outcome="not-chosen", heard_on=day(stages["not_chosen_on"]),
                     closed_on=day(stages["not_chosen_on"] - 10))
    for number, (interview, question, answer, rating, theme) in enumerate(QUESTIONS):
        yield record("question", number, 9, interview=link("interview", interview), text=question[text],
                     answer=answer[text], rating=rating, theme=theme)
    for name, interview, voice, said, theme, side, mine, agree, fix in REMARKS:
        yield record("remark", name, 2, interview=link("interview", interview), voice="" if voice == "me" else voice,
                     text=said[text], theme=theme, side="" if side == "strength" else side, mine=mine, agree=agree, fix=fix[text])
