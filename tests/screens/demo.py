# Copyright 2026 The Piga Hatua contributors
# SPDX-License-Identifier: GPL-3.0-or-later

"""A journal and goals that look like somebody's, in either language, as a file to import.

demo.py LANGUAGE FILE. The days are counted back from today, so that the pictures are never old.
"""

import datetime
import json
import sys
import uuid

import findings

# The name space of src/core/piga-id.c, so that the checks are the very ones of the program.
NAMESPACE = uuid.UUID("4f0b8d1c-7a52-4c9e-9d31-2e60b84715fa")
NOON = datetime.datetime.now().replace(hour=12, minute=0, second=0, microsecond=0)

# days ago, hour, step, prompt, mood, title, text: in English and in Kiswahili
ENTRIES = [
    (0, 8, 1, "what-happened", "low",
     ("The message on Friday",
      "It came while I was in the matatu. “We regret to inform you…” I read it twice and then put the "
      "phone away.\n\nWhat I felt first was **anger**, then something closer to shame. I had told "
      "everyone at home that it went well. It did go well, mostly: I knew the ministry’s mandate, and "
      "I answered the question about the late report without shaking.\n\nI will tell my sister "
      "tonight. She will not make a speech."),
     ("Ujumbe wa Ijumaa",
      "Ulifika nikiwa kwenye matatu. “Tunasikitika kukuarifu…” Niliusoma mara mbili, kisha nikaiweka "
      "simu mfukoni.\n\nNilichohisi kwanza ni **hasira**, kisha kitu kinachofanana na aibu. Nilikuwa "
      "nimewaambia wote nyumbani kwamba mambo yalikwenda vizuri. Na yalikwenda vizuri, kwa sehemu "
      "kubwa: niliyajua majukumu ya wizara, na nilijibu swali kuhusu ripoti iliyochelewa bila "
      "kutetemeka.\n\nNitamwambia dada yangu leo jioni. Yeye hatanihutubia.")),
    (1, 19, 1, "take-with-you", "middling",
     ("", "One line to carry: the panel laughed at my story about the borehole pump, and meant it kindly."),
     ("", "Sentensi moja ya kusonga nayo: jopo lilicheka niliposimulia kisa cha pampu ya kisima, nalo "
          "lilicheka kwa wema.")),
    (3, 7, 3, "caught-out", "middling",
     ("The question about budgets",
      "“How would you cut a project’s budget by a fifth?” I talked around it. Now I would say: first "
      "ask what must not be lost, then look at transport and printing, then show two options."),
     ("Swali kuhusu bajeti",
      "“Ungepunguzaje bajeti ya mradi kwa asilimia ishirini?” Nilizungukazunguka bila kujibu. "
      "Sasa ningejibu: kwanza ningeuliza ni kitu gani hakipaswi kupotea, kisha ningetazama usafiri na "
      "uchapishaji, halafu ningeonyesha njia mbili.")),
    (4, 21, 2, "", "low",
     ("No answer yet", "I wrote to the HR office on Monday. Nothing. I keep refreshing the inbox. Tomorrow I "
                       "look once, at noon, and not again."),
     ("Bado sijajibiwa", "Niliiandikia idara ya rasilimali watu Jumatatu. Kimya. Naendelea kufungua barua pepe "
                         "kila mara. Kesho nitatazama mara moja tu, saa sita mchana, basi.")),
    (8, 17, 6, "", "good",
     ("Tea with my old supervisor",
      "She remembered the filing system I set up. She knows somebody at the county water office and will "
      "ask. I asked what she would want to hear in an interview; she said: “the number”."),
     ("Chai na msimamizi wangu wa zamani",
      "Alikumbuka mfumo wa kuhifadhi faili niliouanzisha. Anamjua mtu kwenye ofisi ya maji ya kaunti na "
      "atauliza. Nilimuuliza angependa kusikia nini kwenye mahojiano; akasema: “idadi”.")),
    (12, 6, 12, "", "good",
     ("Route and fare", "Stage at Kenyatta Avenue, then ten minutes on foot. Leave by 6:40. Copies: ID, two "
                        "certificates, testimonials, the advert."),
     ("Njia na nauli", "Steji ya Kenyatta Avenue, kisha dakika kumi kwa miguu. Niondoke kabla ya 06:40. "
                       "Nakala: kitambulisho, vyeti viwili, barua za ushuhuda, na tangazo.")),
    (20, 20, 4, "", "very-good",
     ("Ran my first pivot table", "Lesson four done. Sales by county by month, in six clicks. In March I could not "
                                  "have said what a pivot table was."),
     ("Jedwali langu la kwanza", "Somo la nne limekamilika. Mauzo ya kila kaunti kwa kila mwezi, kwa mibofyo sita. "
                                 "Mwezi Machi nisingejua hata kueleza jedwali la aina hii ni nini.")),
    (33, 18, 8, "", "middling",
     ("Not yet", "I cannot yet speak about money without lowering my voice. Not yet."),
     ("Bado kidogo", "Bado siwezi kuzungumza kuhusu mshahara bila kushusha sauti. Bado kidogo.")),
    (34, 9, 9, "", "low",
     ("", "Third silence this month. Walked to the market and back, bought mangoes."),
     ("", "Kimya cha tatu mwezi huu. Nilitembea hadi sokoni na kurudi, nikanunua maembe.")),
    (61, 10, 5, "", "good",
     ("Ten first lines", "Cut the CV from four pages to two. The first ten lines now say what I did, with numbers."),
     ("Mistari kumi ya kwanza", "Nimepunguza wasifu-kazi kutoka kurasa nne hadi mbili. Mistari kumi ya kwanza sasa "
                                "inasema nilichofanya, kwa idadi.")),
]

# key, rhythm, amount, unit, title, what, able, reason, when, where, step, due in days
GOALS = [
    ("applications", "weekly", 4,
     ("applications", "Send four applications every week", "Water, county and NGO posts in Nakuru and Nairobi",
      "I sent 3 and 4 in good weeks", "More chances, and each one is practice", "Tuesday and Thursday, 7 to 9",
      "The library"),
     ("maombi ya kazi", "Tuma maombi manne ya kazi kila wiki", "Nafasi za maji, kaunti na mashirika, Nakuru na Nairobi",
      "Nilituma 3 na 4 katika wiki nzuri", "Nafasi zaidi, na kila ombi ni mazoezi",
      "Jumanne na Alhamisi, 07:00 hadi 09:00", "Maktabani"), 9, None),
    ("course", "once", 12,
     ("lessons", "Finish the spreadsheet course", "All twelve lessons and the last exercise",
      "Two lessons a week have worked so far", "Every second advert asks for it", "Saturday morning", "Computer room"),
     ("masomo", "Maliza kozi ya lahajedwali", "Masomo yote kumi na mawili na zoezi la mwisho",
      "Masomo mawili kwa wiki yamewezekana hadi sasa", "Nusu ya matangazo ya kazi huihitaji", "Jumamosi asubuhi",
      "Chumba cha kompyuta"), 4, 38),
    ("people", "monthly", 2,
     ("people", "Talk to two people in my field", "", "", "Doors open through people", "", ""),
     ("watu", "Zungumza na watu wawili wa taaluma yangu", "", "", "Watu hufungua milango", "", ""), 6, None),
    ("story", "once", 0,
     ("", "Write one story with a number in it", "", "", "", "", ""),
     ("", "Andika kisa kimoja chenye idadi ndani yake", "", "", "", "", ""), 4, None),
]
# goal, days ago, amount, rest
MARKS = [
    ("applications", 0, 1, False), ("applications", 1, 1, False),
    ("applications", 7, 2, False), ("applications", 9, 2, False), ("applications", 15, 0, True),
    ("applications", 16, 1, False), ("applications", 21, 3, False), ("applications", 29, 2, False),
    ("applications", 36, 4, False), ("applications", 43, 1, False),
    ("course", 2, 1, False), ("course", 9, 2, False), ("course", 16, 1, False), ("course", 20, 1, False),
    ("people", 8, 1, False), ("story", 5, 1, False),
]
# name, employer, role, days since the stages, more: both languages where they differ
APPLICATIONS = [
    ("water", ("Nakuru County Water Office", "Ofisi ya Maji, Kaunti ya Nakuru"), ("Data analyst", "Mchanganuzi wa data"),
     {"applied_on": 41, "invited_on": 16, "interviewed_on": 10, "not_chosen_on": 3},
     {"source": "newspaper", "county": "Nakuru", "fare": 400.0, "printing": 120.0}),
    ("hardware", ("Rift Valley Hardware", "Rift Valley Hardware"), ("Stock clerk", "Karani wa bohari"),
     {"applied_on": 18}, {"source": "visit", "county": "Nakuru", "printing": 60.0, "fare": 100.0}),
    ("sacco", ("Teachers’ savings society", "Chama cha akiba cha walimu"), ("Records assistant", "Msaidizi wa kumbukumbu"),
     {"applied_on": 60}, {"source": "board", "data": 50.0}),
    ("clinic", ("Lakeside Clinic", "Zahanati ya Ziwani"), ("Front office assistant", "Msaidizi wa mapokezi"),
     {"applied_on": 12, "invited_on": 1}, {"source": "person", "county": "Kisumu", "fare": 1200.0}),
    ("ngo", ("Rural schools trust", "Wakfu wa shule za mashambani"), ("Monitoring officer", "Afisa wa ufuatiliaji"),
     {"thinking_on": 2}, {"source": "site", "closing": 3}),
    ("flowers", ("Flower farm, Naivasha", "Shamba la maua, Naivasha"), ("Payroll clerk", "Karani wa mishahara"),
     {"applied_on": 1}, {"source": "social", "county": "Nakuru"}),
    ("college", ("Technical college, Eldoret", "Chuo cha ufundi, Eldoret"), ("Registry clerk", "Karani wa masjala"),
     {"applied_on": 95, "silent_on": 40}, {"source": "newspaper", "county": "Uasin Gishu", "printing": 200.0}),
    ("mill", ("Maize mill, Kitale", "Kinu cha mahindi, Kitale"), ("Accounts trainee", "Mwanagenzi wa uhasibu"),
     {"applied_on": 70, "invited_on": 50, "interviewed_on": 45, "offered_on": 40, "withdrawn_on": 38},
     {"source": "person", "county": "Trans Nzoia"}),
]
INTERVIEWS = [
    ("water", "water", 10, "panel", "not-chosen", 3),
    ("clinic", "clinic", -2, "panel", "", None),
    ("mill", "mill", 45, "practical", "offer", 40),
]
CHECKS = [(1, "name-feeling"), (1, "write-twenty-minutes"), (1, "tell-one-person"), (2, "choose-whom"), (3, "write-questions")]


def microseconds(days, hour=12):
    moment = NOON - datetime.timedelta(days=days) + datetime.timedelta(hours=hour - 12)
    return int(moment.timestamp() * 1_000_000)


def record(kind, name, days, hour=12, **fields):
    time = microseconds(days, hour)
    head = {"kind": kind, "id": str(uuid.uuid5(NAMESPACE, f"{kind}:{name}")), "created_at": time, "modified_at": time}
    return head | {key: value for key, value in fields.items() if value not in ("", 0, False, None)}


def round_of(step):
    """The steps that are walked for each rejection were walked for the last one."""
    return link("interview", "water") if step in (1, 2, 3, 12) else ""


def records(language):
    text = 0 if language == "en" else 1
    yield from search_for_work(text)
    for number, (days, hour, step, prompt, mood, *texts) in enumerate(ENTRIES):
        title, body = texts[text]
        yield record("entry", number, days, hour, title=title, body=body, step=step, prompt=prompt, mood=mood,
                     round=round_of(step))
    for key, rhythm, amount, *texts, step, due in GOALS:
        unit, title, what, able, reason, when, where = texts[text]
        day = (NOON + datetime.timedelta(days=due)).date().isoformat() if due else None
        yield record("goal", key, 50, title=title, what=what, amount=float(amount), unit=unit, able=able, reason=reason,
                     rhythm=rhythm if rhythm != "once" else "", due=day, plan_when=when, plan_where=where, step=step,
                     state="reached" if key == "story" else "")
    for number, (goal, days, amount, rest) in enumerate(MARKS):
        yield record("goal_mark", number, days, 11, goal=str(uuid.uuid5(NAMESPACE, f"goal:{goal}")),
                     day=(NOON - datetime.timedelta(days=days)).date().isoformat(), amount=float(amount), rest=rest)
    for step, key in CHECKS:
        yield record("step_check", f"{step}:{key}:{round_of(step)}", 2, step=step, guide_key=key, done=True,
                     round=round_of(step))


def day(days):
    return (NOON - datetime.timedelta(days=days)).date().isoformat()


def link(kind, name):
    return str(uuid.uuid5(NAMESPACE, f"{kind}:{name}"))


def search_for_work(text):
    for name, employer, role, stages, more in APPLICATIONS:
        fields = {stage: day(days) for stage, days in stages.items()}
        if "closing" in more:
            fields["closing_on"] = day(-more["closing"])
        fields |= {key: value for key, value in more.items() if key != "closing"}
        yield record("application", name, max(stages.values()), employer=employer[text], role=role[text], **fields)
    for name, application, days, form, outcome, heard in INTERVIEWS:
        more = findings.PREPARED | {"recall": findings.RECALL[text]} if name == "water" else {}
        yield record("interview", name, max(days, 1), application=link("application", application), day=day(days),
                     format=form, outcome=outcome, heard_on=day(heard) if heard else None, **more)
    yield from findings.records(text, record, day, link)


def main():
    language, path = sys.argv[1:3]
    with open(path, "w", encoding="utf-8") as file:
        file.write(json.dumps({"format": "piga-hatua", "version": 2}) + "\n")
        for line in records(language):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
