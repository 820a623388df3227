"""Times: what is found in a sentence, and the day it is resolved to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.language.load import load
from memcon.language.times import find_times, intervals, times_in
from memcon.language.times.holidays import easter, holiday
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language

    from memcon.model import Time

# Publication day, sentence, and what must come out: words, TIMEX3 type, TIMEX3 value, EDTF. 2025-06-16 is a Monday.
SENTENCES = [
    (
        "2025-06-16",
        "Minister Arno Velt said on Monday that he would go.",
        [("Monday", "DATE", "2025-06-16", "2025-06-16")],
    ),
    ("2025-06-16", "The delegation left on Friday.", [("Friday", "DATE", "2025-06-13", "2025-06-13")]),
    ("2025-06-16", "The delegations will meet on Friday.", [("Friday", "DATE", "2025-06-20", "2025-06-20")]),
    ("2025-06-18", "The two sides spoke on Wednesday.", [("Wednesday", "DATE", "2025-06-18", "2025-06-18")]),
    ("2025-06-18", "The ministers will speak on Wednesday.", [("Wednesday", "DATE", "2025-06-18", "2025-06-18")]),
    (
        "2025-06-16",
        "The talks, which begin Tuesday, will last until Thursday.",
        [("Tuesday", "DATE", "2025-06-17", "2025-06-17"), ("Thursday", "DATE", "2025-06-19", "2025-06-19")],
    ),
    (
        "2025-06-16",
        "They agreed on Friday to meet again on Thursday.",
        [("Friday", "DATE", "2025-06-13", "2025-06-13"), ("Thursday", "DATE", "2025-06-19", "2025-06-19")],
    ),
    (
        "2025-06-16",
        "Ruritania refused to attend talks on Wednesday.",
        [("Wednesday", "DATE", "2025-06-11", "2025-06-11")],
    ),
    ("2025-06-16", "An emergency session was called for Tuesday.", [("Tuesday", "DATE", "2025-06-17", "2025-06-17")]),
    ("2025-06-16", "The vote was postponed until Wednesday.", [("Wednesday", "DATE", "2025-06-18", "2025-06-18")]),
    (
        "2025-06-16",
        "Velt is due to visit Bordurian officials on Thursday.",
        [("Thursday", "DATE", "2025-06-19", "2025-06-19")],
    ),
    ("2025-06-16", "The envoy is visiting the port on Tuesday.", [("Tuesday", "DATE", "2025-06-17", "2025-06-17")]),
    ("2025-06-16", "He arrived ahead of Friday's summit.", [("Friday", "DATE", "2025-06-20", "2025-06-20")]),
    ("2025-06-16", "The council condemned Friday's attack.", [("Friday", "DATE", "2025-06-13", "2025-06-13")]),
    ("2025-06-16", "Velt wants to discuss Friday's attack.", [("Friday", "DATE", "2025-06-13", "2025-06-13")]),
    (
        "2025-06-16",
        "Talks scheduled for Thursday were called off on Friday.",
        [("Thursday", "DATE", "2025-06-19", "2025-06-19"), ("Friday", "DATE", "2025-06-13", "2025-06-13")],
    ),
    ("2025-06-16", "Talks set for Sunday were cancelled.", [("Sunday", "DATE", "2025-06-15", "2025-06-15")]),
    (
        "2025-06-16",
        "They may meet this Friday or next Tuesday.",
        [("this Friday", "DATE", "2025-06-20", "2025-06-20"), ("next Tuesday", "DATE", "2025-06-24", "2025-06-24")],
    ),
    (
        "2025-06-16",
        "They met last Tuesday and again last Monday.",
        [("last Tuesday", "DATE", "2025-06-10", "2025-06-10"), ("last Monday", "DATE", "2025-06-09", "2025-06-09")],
    ),
    (
        "2025-06-16",
        "Earlier on Monday, the ministry summoned the envoy.",
        [("Earlier on Monday", "DATE", "2025-06-16", "2025-06-16")],
    ),
    (
        "2025-06-16",
        "Envoys will meet from Monday to Wednesday.",
        [("Monday", "DATE", "2025-06-16", "2025-06-16"), ("Wednesday", "DATE", "2025-06-18", "2025-06-18")],
    ),
    (
        "2025-06-16",
        "The Sunday Gazette and the Sunday Times reported it on Sunday.",
        [("Sunday", "DATE", "2025-06-15", "2025-06-15")],
    ),
    ("2025-06-16", "Officials met Monday last week.", [("Monday last week", "DATE", "2025-06-09", "2025-06-09")]),
    (
        "2025-06-16",
        "They met today, as they did yesterday, and will meet tomorrow.",
        [
            ("today", "DATE", "2025-06-16", "2025-06-16"),
            ("yesterday", "DATE", "2025-06-15", "2025-06-15"),
            ("tomorrow", "DATE", "2025-06-17", "2025-06-17"),
        ],
    ),
    (
        "2025-06-16",
        "They met the day before yesterday and will meet the day after tomorrow.",
        [
            ("the day before yesterday", "DATE", "2025-06-14", "2025-06-14"),
            ("the day after tomorrow", "DATE", "2025-06-18", "2025-06-18"),
        ],
    ),
    (
        "2025-06-16",
        "The accord was announced last night and confirmed this morning.",
        [
            ("last night", "TIME", "2025-06-15TNI", "2025-06-15"),
            ("this morning", "TIME", "2025-06-16TMO", "2025-06-16"),
        ],
    ),
    (
        "2025-06-16",
        "Missiles hit the port on Saturday night.",
        [("Saturday night", "TIME", "2025-06-14TNI", "2025-06-14")],
    ),
    (
        "2025-06-16",
        "The ship was seized on the night of May 3.",
        [("the night of May 3", "TIME", "2025-05-03TNI", "2025-05-03")],
    ),
    (
        "2025-06-16",
        "Velt spoke at 10 p.m. Wednesday.",
        [("10 p.m. Wednesday", "TIME", "2025-06-11T22:00", "2025-06-11")],
    ),
    (
        "2025-06-16",
        "The truce took effect at 0700 GMT on Sunday.",
        [("0700 GMT on Sunday", "TIME", "2025-06-15T07:00", "2025-06-15")],
    ),
    (
        "2025-06-16",
        "The truce will last until 6 a.m. on Thursday.",
        [("6 a.m. on Thursday", "TIME", "2025-06-19T06:00", "2025-06-19")],
    ),
    (
        "2025-06-16",
        "The sanctions took effect at midnight on May 30.",
        [("midnight on May 30", "TIME", "2025-05-30T24:00", "2025-05-30")],
    ),
    (
        "2025-06-16",
        "Last week Borduria cancelled the next round.",
        [("Last week", "DATE", "2025-W24", "2025-06-09/2025-06-15")],
    ),
    ("2025-06-16", "The teams will meet next week.", [("next week", "DATE", "2025-W26", "2025-06-23/2025-06-29")]),
    ("2025-06-18", "The teams met this week.", [("this week", "DATE", "2025-W25", "2025-06-16/2025-06-18")]),
    (
        "2025-06-18",
        "The teams will meet later this week.",
        [("later this week", "DATE", "2025-W25", "2025-06-19/2025-06-22")],
    ),
    (
        "2025-06-16",
        "Talks were held over the weekend.",
        [("the weekend", "DATE", "2025-W24-WE", "2025-06-14/2025-06-15")],
    ),
    (
        "2025-06-16",
        "The week of June 23 will be decisive.",
        [("The week of June 23", "DATE", "2025-W26", "2025-06-23/2025-06-29")],
    ),
    (
        "2025-06-16",
        "The envoy left earlier this month.",
        [("earlier this month", "DATE", "2025-06", "2025-06-01/2025-06-15")],
    ),
    ("2025-06-16", "The summit is expected later this year.", [("later this year", "DATE", "2025", "2025-06/2025-12")]),
    (
        "2025-06-16",
        "The envoy was recalled earlier this year.",
        [("earlier this year", "DATE", "2025", "2025-01/2025-06")],
    ),
    (
        "2025-06-16",
        "A round is planned for early next month.",
        [("early next month", "DATE", "2025-07", "2025-07-01/2025-07-10")],
    ),
    (
        "2025-06-16",
        "They met in early June and again in mid November.",
        [
            ("early June", "DATE", "2025-06", "2025-06-01/2025-06-10"),
            ("mid November", "DATE", "2024-11", "2024-11-11/2024-11-20"),
        ],
    ),
    (
        "2025-06-16",
        "In late August the council said it was ready.",
        [("late August", "DATE", "2024-08", "2024-08-21/2024-08-31")],
    ),
    (
        "2025-06-16",
        "In early 2024, in mid-2024 and in late 2024 there were rounds.",
        [
            ("early 2024", "DATE", "2024", "2024-01/2024-04"),
            ("mid-2024", "DATE", "2024", "2024-05/2024-08"),
            ("late 2024", "DATE", "2024", "2024-09/2024-12"),
        ],
    ),
    (
        "2025-06-16",
        "At the start of the month, the two sides exchanged lists.",
        [("the start of the month", "DATE", "2025-06", "2025-06-01~")],
    ),
    (
        "2025-06-16",
        "Borduria may respond by the end of the month.",
        [("the end of the month", "DATE", "2025-06", "2025-06-30~")],
    ),
    ("2025-06-16", "By the end of 2025 the plan must be ready.", [("the end of 2025", "DATE", "2025", "2025-12~")]),
    (
        "2025-06-16",
        "A round will be held in the first half of July.",
        [("the first half of July", "DATE", "2025-07", "2025-07-01/2025-07-15")],
    ),
    (
        "2025-06-16",
        "They will meet in the second half of 2026.",
        [("the second half of 2026", "DATE", "2026-H2", "2026-07/2026-12")],
    ),
    ("2025-06-16", "The second quarter saw no talks.", [("The second quarter", "DATE", "2025-Q2", "2025-04/2025-06")]),
    (
        "2025-06-16",
        "In the third quarter of 2019 trade fell.",
        [("the third quarter of 2019", "DATE", "2019-Q3", "2019-07/2019-09")],
    ),
    (
        "2025-06-16",
        "Relations soured in the 1990s and the early 2000s.",
        [("the 1990s", "DATE", "199", "1990/1999"), ("the early 2000s", "DATE", "200", "2000/2003")],
    ),
    ("2025-06-16", "In the 19th century they were at war.", [("the 19th century", "DATE", "18", "1800/1899")]),
    (
        "2025-06-16",
        "The two sides met on Feb. 12 and April 23.",
        [("Feb. 12", "DATE", "2025-02-12", "2025-02-12"), ("April 23", "DATE", "2025-04-23", "2025-04-23")],
    ),
    ("2025-06-16", "The agreement was signed on Dec. 31.", [("Dec. 31", "DATE", "2024-12-31", "2024-12-31")]),
    ("2025-06-16", "The agreement expires on Dec. 31.", [("Dec. 31", "DATE", "2025-12-31", "2025-12-31")]),
    (
        "2025-06-16",
        "The pact was signed on 14 July 2015 and left in May 2018.",
        [("14 July 2015", "DATE", "2015-07-14", "2015-07-14"), ("May 2018", "DATE", "2018-05", "2018-05")],
    ),
    (
        "2025-06-16",
        "On Wednesday, March 12, 2025, the two sides issued a statement.",
        [("Wednesday, March 12, 2025", "DATE", "2025-03-12", "2025-03-12")],
    ),
    (
        "2025-06-16",
        "The meeting on Friday, June 20 will be in Strelsau.",
        [("Friday, June 20", "DATE", "2025-06-20", "2025-06-20")],
    ),
    (
        "2025-06-16",
        "The decision of 2 March was reversed on the 17th of April.",
        [("2 March", "DATE", "2025-03-02", "2025-03-02"), ("the 17th of April", "DATE", "2025-04-17", "2025-04-17")],
    ),
    ("2025-06-16", "The delegation will leave on the 17th.", [("the 17th", "DATE", "2025-06-17", "2025-06-17")]),
    ("2025-06-16", "The delegation left on the 12th.", [("the 12th", "DATE", "2025-06-12", "2025-06-12")]),
    (
        "2025-06-16",
        "He will travel on 25 and 26 June.",
        [("25", "DATE", "2025-06-25", "2025-06-25"), ("26 June", "DATE", "2025-06-26", "2025-06-26")],
    ),
    (
        "2025-06-16",
        "The ministry said on 2025-06-12 that talks had failed.",
        [("2025-06-12", "DATE", "2025-06-12", "2025-06-12")],
    ),
    (
        "2025-06-16",
        "The 2015 nuclear deal followed the treaty of 1987.",
        [("2015", "DATE", "2015", "2015"), ("1987", "DATE", "1987", "1987")],
    ),
    ("2025-06-16", "Since Oct. 7 nothing has moved.", [("Oct. 7", "DATE", "2024-10-07", "2024-10-07")]),
    ("2025-06-16", "He has served since January 20.", [("January 20", "DATE", "2025-01-20", "2025-01-20")]),
    (
        "2025-01-02",
        "In December he met Kron and in February he will meet Velt.",
        [("December", "DATE", "2024-12", "2024-12"), ("February", "DATE", "2025-02", "2025-02")],
    ),
    ("2025-06-16", "Mr. March may march in May.", [("May", "DATE", "2025-05", "2025-05")]),
    (
        "2025-06-16",
        "They came back last December and left in June last year.",
        [("last December", "DATE", "2024-12", "2024-12"), ("June last year", "DATE", "2024-06", "2024-06")],
    ),
    (
        "2025-06-16",
        "They met last summer and will meet this autumn.",
        [("last summer", "DATE", "2024-SU", "2024-06/2024-08"), ("this autumn", "DATE", "2025-FA", "2025-09/2025-11")],
    ),
    (
        "2025-06-16",
        "The remarks come a week after Velt said he would go.",
        [("a week after", "DURATION", "P1W", "2025-06-09~")],
    ),
    ("2025-06-16", "The offer was made three days ago.", [("three days ago", "DATE", "2025-06-13", "2025-06-13")]),
    (
        "2025-06-16",
        "The offer was made two weeks ago and withdrawn two months ago.",
        [("two weeks ago", "DATE", "2025-06-02", "2025-06-02~"), ("two months ago", "DATE", "2025-04", "2025-04~")],
    ),
    ("2025-06-16", "The war began five years ago.", [("five years ago", "DATE", "2020", "2020~")]),
    ("2025-06-16", "A few months ago nobody knew.", [("A few months ago", "DATE", "PAST_REF", "")]),
    (
        "2025-06-16",
        "On Thursday the two met in Geneva. The next day they signed. A week later the deal collapsed.",
        [
            ("Thursday", "DATE", "2025-06-12", "2025-06-12"),
            ("The next day", "DATE", "2025-06-13", "2025-06-13"),
            ("A week later", "DATE", "2025-06-20", "2025-06-20~"),
        ],
    ),
    (
        "2025-06-16",
        "In 2003 the talks began; the following year they stalled.",
        [("2003", "DATE", "2003", "2003"), ("the following year", "DATE", "2004", "2004")],
    ),
    (
        "2025-06-16",
        "Two days after the May 9 parade, he offered talks.",
        [("Two days after", "DATE", "2025-05-11", "2025-05-11"), ("May 9", "DATE", "2025-05-09", "2025-05-09")],
    ),
    ("2025-06-16", "The ministers will meet in two weeks.", [("two weeks", "DURATION", "P2W", "2025-06-30~")]),
    (
        "2025-06-16",
        "They have met three times in the past two years.",
        [("the past two years", "DURATION", "P2Y", "2023/2025")],
    ),
    (
        "2025-06-16",
        "A deal could come in the next 10 days.",
        [("the next 10 days", "DURATION", "P10D", "2025-06-16/2025-06-26")],
    ),
    ("2025-06-16", "In recent weeks contacts were frequent.", [("recent weeks", "DURATION", "PXW", "")]),
    ("2025-06-16", "Talks have dragged on for years.", [("years", "DURATION", "PXY", "")]),
    (
        "2025-06-16",
        "The two-day visit ended after more than four hours of talks.",
        [("two-day", "DURATION", "P2D", ""), ("more than four hours", "DURATION", "PT4H", "")],
    ),
    (
        "2025-06-16",
        "The 10-day truce ended two and a half years of war.",
        [("10-day", "DURATION", "P10D", ""), ("two and a half years", "DURATION", "P2Y6M", "")],
    ),
    ("2025-06-16", "The 45-year-old envoy, aged 45, is 45 years old.", []),
    (
        "2025-06-16",
        "The hotline has been used every day, every Monday and twice a week.",
        [
            ("every day", "SET", "P1D", ""),
            ("every Monday", "SET", "XXXX-WXX-1", ""),
            ("twice a week", "SET", "P1W", ""),
        ],
    ),
    (
        "2025-06-16",
        "The negotiators meet weekly and report every two months.",
        [("weekly", "SET", "P1W", ""), ("every two months", "SET", "P2M", "")],
    ),
    ("2025-06-16", "So far nothing has been agreed.", [("So far", "DATE", "PRESENT_REF", "")]),
    (
        "2025-06-16",
        "The ministry is now ready and has recently said so.",
        [("now", "DATE", "PRESENT_REF", ""), ("recently", "DATE", "PAST_REF", "")],
    ),
    ("2025-06-16", "There will be no talks in the near future.", [("the near future", "DATE", "FUTURE_REF", "")]),
    (
        "2025-06-16",
        "On Christmas Day 2024 and on New Year's Eve no one called.",
        [
            ("Christmas Day 2024", "DATE", "2024-12-25", "2024-12-25"),
            ("New Year's Eve", "DATE", "2024-12-31", "2024-12-31"),
        ],
    ),
    (
        "2025-01-20",
        "The truce may hold through Ramadan.",
        [("Ramadan", "DATE", "2025-03-01", "2025-03-01~/2025-03-30~")],
    ),
    (
        "2025-04-24",
        "On Good Friday and over Easter the guns were silent.",
        [("Good Friday", "DATE", "2025-04-18", "2025-04-18"), ("Easter", "DATE", "2025-04-20", "2025-04-20")],
    ),
    (
        "2025-06-16",
        "STRELSAU, June 15 (Newswire) -- Ruritania said Sunday it was ready.",
        [("June 15", "DATE", "2025-06-15", "2025-06-15"), ("Sunday", "DATE", "2025-06-15", "2025-06-15")],
    ),
    ("2025-06-16", "For 2,000 troops it cost $2000 under Resolution 2231.", []),
    (
        "",
        "The committee met on Monday and last week, in May and in 2016.",
        [
            ("Monday", "DATE", "XXXX-WXX-1", ""),
            ("last week", "DATE", "XXXX-WXX", ""),
            ("May", "DATE", "XXXX-05", ""),
            ("2016", "DATE", "2016", "2016"),
        ],
    ),
    (
        "2025-06",
        "The two met last week, last year and in May.",
        [
            ("last week", "DATE", "XXXX-WXX", ""),
            ("last year", "DATE", "2024", "2024"),
            ("May", "DATE", "2025-05", "2025-05"),
        ],
    ),
    ("2025-06-16", "They met on 31 June and in 9999 and in month 13.", [("31 June", "DATE", "XXXX-06-31", "")]),
    (
        "2024-02-29",
        "A year ago and next year were unlike this year.",
        [
            ("A year ago", "DATE", "2023", "2023~"),
            ("next year", "DATE", "2025", "2025"),
            ("this year", "DATE", "2024", "2024"),
        ],
    ),
    (
        "2025-06-16",
        "The ministers will meet on June 22, Velt's office said.",
        [("June 22", "DATE", "2025-06-22", "2025-06-22")],
    ),
    (
        "2025-06-16",
        "Talks resume after the break After a meeting with Kron on Sunday, Velt told reporters he was hopeful.",
        [("Sunday", "DATE", "2025-06-15", "2025-06-15")],
    ),
    ("2025-02-11", "In a speech in March, Velt said his office was ready.", [("March", "DATE", "2024-03", "2024-03")]),
    (
        "2025-06-16",
        "The two sides have not met since last autumn.",
        [("last autumn", "DATE", "2024-FA", "2024-09/2024-11")],
    ),
    ("2025-06-16", "Prime Minister Theresa May spoke to reporters in May.", [("May", "DATE", "2025-05", "2025-05")]),
    ("2025-06-16", "The Good Friday Agreement was signed in 1998.", [("1998", "DATE", "1998", "1998")]),
    ("2025-06-16", "Two hours later, the port was hit.", [("Two hours later", "DURATION", "PT2H", "")]),
    ("2025-06-16", "He left about 15 minutes after the call.", [("about 15 minutes after", "DURATION", "PT15M", "")]),
    (
        "2025-06-16",
        "Some 15 years after the treaty was signed, it is dead.",
        [("Some 15 years after", "DURATION", "P15Y", "")],
    ),
    ("2025-06-16", "He was shot at noon on Tuesday.", [("noon on Tuesday", "TIME", "2025-06-10T12:00", "2025-06-10")]),
    (
        "2025-06-16",
        "The dinner is at 7:30 p.m. local time on Friday.",
        [("7:30 p.m. local time on Friday", "TIME", "2025-06-20T19:30", "2025-06-20")],
    ),
    ("2025-06-16", "On Mon., June 9, he resigned.", [("Mon., June 9", "DATE", "2025-06-09", "2025-06-09")]),
    (
        "2025-06-16",
        "In the fall of 2019 prices began to fall.",
        [("the fall of 2019", "DATE", "2019-FA", "2019-09/2019-11")],
    ),
    (
        "2025-06-16",
        "The year-long siege ended in the spring of 2023.",
        [("year-long", "DURATION", "P1Y", ""), ("the spring of 2023", "DATE", "2023-SP", "2023-03/2023-05")],
    ),
    (
        "2025-06-16",
        "The '90s and the nineties are one decade.",
        [
            ("The '90s", "DATE", "199", "1990/1999"),
            ("the nineties", "DATE", "199", "1990/1999"),
            ("one decade", "DURATION", "P10Y", ""),
        ],
    ),
    ("2025-06-16", "The first round was held 18 months ago.", [("18 months ago", "DATE", "2023-12", "2023-12~")]),
    (
        "2025-06-16",
        "The third round is to be held in Zenda on July 8 and 9, 2025.",
        [("July 8", "DATE", "2025-07-08", "2025-07-08"), ("9, 2025", "DATE", "2025-07-09", "2025-07-09")],
    ),
    (
        "2025-06-16",
        "They signed on the first day; on the same day shots were fired.",
        [("the same day", "DATE", "XXXX-XX-XX", "")],
    ),
    ("2025-06-16", "He went home the next morning.", [("the next morning", "TIME", "XXXX-XX-XXTMO", "")]),
    (
        "2025-06-16",
        "The envoy came for a visit, and a day earlier Kron had left.",
        [("a day earlier", "DURATION", "P1D", "2025-06-15~")],
    ),
    ("2025-06-16", "The talks begin in October.", [("October", "DATE", "2025-10", "2025-10")]),
]

# What the two ends of an interval are joined to.
JOINED = [
    ("2025-06-16", "He was ambassador between 2016 and 2018.", [("2016 and 2018", "2016/2018")]),
    ("2025-06-16", "The summit was held from 3 to 5 May.", [("3 to 5 May", "2025-05-03/2025-05-05")]),
    ("2025-06-16", "The summit will be held from July 3 to July 5.", [("July 3 to July 5", "2025-07-03/2025-07-05")]),
    ("2025-06-16", "The summit of May 3-5, 2024 failed.", [("May 3-5, 2024", "2024-05-03/2024-05-05")]),
    ("2025-06-16", "The 30-31 July visit is off.", [("30-31 July", "2025-07-30/2025-07-31")]),
    ("2025-06-16", "It lasted from March 2019 until June 2021.", [("March 2019 until June 2021", "2019-03/2021-06")]),
    ("2025-06-16", "From March to May 2019 there were five rounds.", [("March to May 2019", "2019-03/2019-05")]),
    ("2025-06-16", "Envoys will meet from Monday to Wednesday.", [("Monday to Wednesday", "2025-06-16/2025-06-18")]),
    ("2025-06-16", "They met on Feb. 12 and April 23.", [("Feb. 12", "2025-02-12"), ("April 23", "2025-04-23")]),
    ("2025-06-16", "From 2018 to 2016 is no span.", [("2018", "2018"), ("2016", "2016")]),
    (
        "2025-06-16",
        "Between late March and early May 2019 it was quiet.",
        [("late March and early May 2019", "2019-03-21/2019-05-10")],
    ),
    ("2025-06-16", "They met in 2016 and 2018.", [("2016", "2016"), ("2018", "2018")]),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The pipeline that memcon reads with by default."""
    return load(DEFAULT_PIPELINE)


@pytest.mark.parametrize(("published", "sentence", "expected"), SENTENCES)
def test_finds_and_resolves_times(
    nlp: Language, published: str, sentence: str, expected: list[tuple[str, str, str, str]]
) -> None:
    """Each time of the sentence, and no other, with its type, value and EDTF."""
    doc = nlp(sentence)
    found = find_times(doc, published)
    assert [(sentence[t.start : t.end], t.type, t.value, t.edtf) for t in found] == expected


@pytest.mark.parametrize(("published", "sentence", "expected"), JOINED)
def test_joins_intervals(nlp: Language, published: str, sentence: str, expected: list[tuple[str, str]]) -> None:
    """``between``, "from … to" and a hyphen join two times to one interval; a list stays a list."""
    doc = nlp(sentence)
    joined = intervals(doc, find_times(doc, published))
    assert [(sentence[t.start : t.end], t.edtf) for t in joined] == expected


def test_picks_the_times_of_a_stretch(nlp: Language) -> None:
    """`times_in` gives the times that lie wholly inside, in order."""
    text = "On Monday they met; on Tuesday they will meet again."
    times = find_times(nlp(text), "2025-06-16")
    assert [text[t.start : t.end] for t in times_in(times, 0, text.index(";"))] == ["Monday"]
    assert times_in(times, 4, 9) == ()


def test_same_words_look_both_ways(nlp: Language) -> None:
    """The tense alone turns a weekday to the past or to the future, at each distance from publication."""
    for day in range(9, 16):
        published = f"2025-06-{day:02}"
        back = find_times(nlp("The two sides met on Thursday."), published)[0].edtf
        ahead = find_times(nlp("The two sides will meet on Thursday."), published)[0].edtf
        assert 0 <= (date.fromisoformat(published) - date.fromisoformat(back)).days < 7
        assert 0 <= (date.fromisoformat(ahead) - date.fromisoformat(published)).days < 7


def test_blank_line_ends_an_expression(nlp: Language) -> None:
    """A heading and the paragraph under it make no date together."""
    text = "The talks of May\n\n27 people came."
    assert [text[t.start : t.end] for t in find_times(nlp(text), "2025-06-16")] == ["May"]


def test_reads_a_text_without_tags() -> None:
    """A pipeline with no parser or tagger still finds times; weekdays then lie in the past."""
    doc = spacy.blank("en")("They will meet on Friday and on May 3.")
    assert [t.edtf for t in find_times(doc, "2025-06-16")] == ["2025-06-13", "2025-05-03"]


@pytest.mark.parametrize(
    "published", ["9999-12-31", "0001-01-01", "2025-13-40", "9999", "2025-06-16~", "../2025", "yesterday", ""]
)
def test_odd_days_of_publication_do_no_harm(nlp: Language, published: str) -> None:
    """At either end of the calendar, or with no date at all, times are found and nothing is raised."""
    text = "Next week, two years ago, on Friday, in 3000 years, last century, over Easter, during Ramadan, a day later."
    assert find_times(nlp(text), published)


@pytest.mark.parametrize(("year", "day"), [(2000, "2000-04-23"), (2024, "2024-03-31"), (2025, "2025-04-20")])
def test_easter(year: int, day: str) -> None:
    """Easter Sunday by the computus."""
    assert easter(year).isoformat() == day


@pytest.mark.parametrize(
    ("rule", "year", "edtf"),
    [
        ("11/3/4", 2024, "2024-11-28"),
        ("05/0/-1", 2025, "2025-05-26"),
        ("11/0/1+1", 2024, "2024-11-05"),
        ("islamic 10-01 3", 2024, "2024-04-10~/2024-04-12~"),
        ("12-25", 2025, "2025-12-25"),
        ("12-25", 9999, ""),
    ],
)
def test_holidays(rule: str, year: int, edtf: str) -> None:
    """Fixed days, nth weekdays, days counted from Easter and those of the Islamic calendar."""
    found = holiday(rule, year)
    assert (found.edtf if found else "") == edtf


_PIECES = st.sampled_from(
    [
        "Monday",
        "Friday",
        "May",
        "March",
        "Feb.",
        "27",
        "31",
        "1990",
        "2025",
        "1990s",
        "'90s",
        "3-5",
        "10",
        "p.m.",
        "a.m.",
        ":",
        "/",
        "-",
        ",",
        ".",
        "the",
        "last",
        "next",
        "this",
        "week",
        "year",
        "of",
        "ago",
        "later",
        "early",
        "end",
        "quarter",
        "third",
        "half",
        "two",
        "1/2",
        "and",
        "a",
        "every",
        "day",
        "Ramadan",
        "Easter",
        "from",
        "between",
        "to",
        "in",
        "99999",
        "\n\n",
        "’s",
        "GMT",
        "years",
        "old",
    ]
)


@given(pieces=st.lists(_PIECES, max_size=40), published=st.sampled_from(["2025-06-16", "2024-02-29", "2025", ""]))
@settings(max_examples=150, deadline=None)
def test_no_jumble_of_words_breaks_it(pieces: list[str], published: str) -> None:
    """Times lie inside the text, are not empty, do not overlap, and come out the same again."""
    doc = spacy.blank("en")(" ".join(pieces))
    found = find_times(doc, published)
    _assert_in_order(found, len(doc.text))
    _assert_in_order(intervals(doc, found), len(doc.text))
    assert found == find_times(doc, published)


@given(text=st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_it(text: str) -> None:
    """Any characters at all are read without an error."""
    doc = spacy.blank("en")(text)
    _assert_in_order(find_times(doc, "2025-06-16"), len(text))


def _assert_in_order(times: Sequence[Time], length: int) -> None:
    ends = [0, *(place for t in times for place in (t.start, t.end)), length]
    assert ends == sorted(ends)
    assert all(t.start < t.end for t in times)
