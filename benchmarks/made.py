"""Reports made by a generator, as many as wanted: records of invented officials, with every span in its place."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

from memcon import ids
from memcon.model import Actor, Condition, Event, Meeting, Place, Record, Report, Run, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.model import Act, MeetingStatus

RUN = Run(memcon="0.1.0", pipeline="made")
STATES = [
    "USA",
    "RUS",
    "CHN",
    "IRN",
    "ISR",
    "UKR",
    "GBR",
    "FRA",
    "DEU",
    "TUR",
    "SYR",
    "SAU",
    "IND",
    "PAK",
    "PRK",
    "KOR",
    "JPN",
    "EGY",
    "QAT",
    "IRQ",
    "YEM",
    "LBN",
    "JOR",
    "AFG",
    "VEN",
    "COL",
    "CUB",
    "BRA",
    "ARG",
    "CHL",
    "BOL",
    "PER",
    "ECU",
    "MEX",
    "CAN",
    "AUS",
    "NZL",
    "IDN",
    "VNM",
    "PHL",
    "THA",
    "MMR",
    "BGD",
    "LKA",
    "NPL",
    "KAZ",
    "UZB",
    "TJK",
    "KGZ",
    "ARM",
    "AZE",
    "GEO",
    "MDA",
    "BLR",
    "POL",
    "HUN",
    "ROU",
    "BGR",
    "SRB",
    "GRC",
    "CYP",
]
ACTS: tuple[Act, ...] = (
    "assert",
    "assert",
    "assert",
    "confirm",
    "deny",
    "decline",
    "propose",
    "demand",
    "warn",
    "hope",
)
STATUSES: tuple[MeetingStatus, ...] = ("held", "held", "planned", "planned", "cancelled", "postponed", "under-way")
_FIRST = [
    "Ada",
    "Bruno",
    "Carla",
    "Dario",
    "Elena",
    "Felix",
    "Greta",
    "Hugo",
    "Irene",
    "Jonas",
    "Katia",
    "Lukas",
    "Marta",
    "Nils",
    "Olga",
    "Pavel",
    "Rosa",
    "Simon",
    "Tessa",
    "Viktor",
]
_LAST = [
    "Arvid",
    "Benko",
    "Calder",
    "Dorval",
    "Estrin",
    "Falke",
    "Garo",
    "Hollin",
    "Ivers",
    "Jarosz",
    "Kestrel",
    "Lundt",
    "Marek",
    "Novik",
    "Orsini",
    "Pelt",
    "Quist",
    "Rask",
    "Solen",
]
_WORDS = [
    "border",
    "talks",
    "crossing",
    "visas",
    "grain",
    "corridor",
    "prisoners",
    "exchange",
    "ceasefire",
    "monitors",
    "embassy",
    "flights",
    "sanctions",
    "tariff",
    "pipeline",
    "fishing",
    "rights",
    "water",
    "dam",
    "inspectors",
    "enrichment",
    "centrifuge",
    "loan",
    "debt",
    "railway",
    "customs",
    "transit",
    "refugees",
    "camp",
    "convoy",
    "aid",
    "delegation",
    "envoy",
    "committee",
    "framework",
    "annex",
    "schedule",
    "venue",
    "agenda",
    "protocol",
    "session",
    "text",
    "draft",
    "clause",
    "guarantee",
]
_PLACES = (
    ("Geneva", "CHE"),
    ("Vienna", "AUT"),
    ("Doha", "QAT"),
    ("Istanbul", "TUR"),
    ("Oslo", "NOR"),
    ("Muscat", "OMN"),
)
_FIRST_DAY = date(2010, 1, 1)


def records(count: int, *, seed: int = 1) -> Iterator[Record]:
    """Yield `count` records, of about ten sightings each, day after day; the same seed gives the same records."""
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    for number in range(count):
        yield _record(number, chance)


def _record(number: int, chance: random.Random) -> Record:
    left, right = _two_states(chance)
    day = (_FIRST_DAY + timedelta(days=number // 20)).isoformat()
    text = Text()
    speakers = [_actor(f"a{at + 1}", state, text, chance) for at, state in enumerate((left, right, left))]
    statements = tuple(_statement(f"s{at + 1}", speakers[at], day, text, chance) for at in range(3))
    meeting = _meeting((left, right), day, text, chance)
    events = tuple(_event(f"e{at + 1}", left, right, day, text, chance) for at in range(2))
    conditions = (_condition(left, text, chance),) if number % 2 else ()
    title = f"{left} and {right}: {' '.join(chance.sample(_WORDS, 4))} {number}"
    url = f"https://made.example/{day}/{number}"
    report = Report(
        id=ids.report_id(title=title, published=day, outlet="Made", url=url, text=text.said),
        source_id=f"made-{number}", title=title, published=day, outlet="Made", url=url, language="en", text=text.said,
    )  # fmt: skip
    return Record(
        report=report, actors=tuple(speakers), statements=statements, events=events, meetings=(meeting,),
        conditions=conditions, times=(), notes=(), run=RUN,
    )  # fmt: skip


class Text:
    """A text that grows; `add` gives where the words came to stand."""

    def __init__(self) -> None:
        self.said = ""

    def add(self, words: str) -> Span:
        """Append `words` and a blank."""
        start = len(self.said)
        self.said += f"{words} "
        return Span(start, start + len(words))


def _two_states(chance: random.Random) -> tuple[str, str]:
    """Two states; few are in most of the news, as in the press."""
    weights = [1 / (rank + 1) for rank in range(len(STATES))]
    left = chance.choices(STATES, weights)[0]
    right = left
    while right == left:
        right = chance.choices(STATES, weights)[0]
    return left, right


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count))


def _actor(ident: str, state: str, text: Text, chance: random.Random) -> Actor:
    name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    mention = text.add(name)
    text.add(_words(chance, 40))
    return Actor(id=ident, name=name, kind="person", party=state, role="spokesman", mentions=(mention,))


def _statement(ident: str, speaker: Actor, day: str, text: Text, chance: random.Random) -> Statement:
    cue, content = text.add("said"), text.add(_words(chance, 25))
    return Statement(
        id=ident, speaker=speaker.id, speaker_span=speaker.mentions[0], party=speaker.party, cue=cue, content=(content,),
        form="indirect", act=chance.choice(ACTS), said=day, channel=None, via=None,
    )  # fmt: skip


def _meeting(parties: tuple[str, str], day: str, text: Text, chance: random.Random) -> Meeting:
    name, country = chance.choice(_PLACES)
    mention, agenda = text.add("the round of talks"), text.add(_words(chance, 6))
    return Meeting(
        id="m1", mentions=(mention,), parties=parties, delegates=("a1",), status=chance.choice(STATUSES), changed_by=None,
        when=day, where=Place(name=name, country=country), agenda=(agenda,), source="s1", about=_words(chance, 2),
    )  # fmt: skip


def _event(ident: str, left: str, right: str, day: str, text: Text, chance: random.Random) -> Event:
    trigger = text.add(chance.choice(("met", "urged", "rejected", "backed")))
    return Event(
        id=ident, trigger=trigger, type="CONSULT", code="040", initiators=(left,), recipients=(right,), status="occurred",
        when=day, where=None, source="s2",
    )  # fmt: skip


def _condition(party: str, text: Text, chance: random.Random) -> Condition:
    what, requires = text.add(_words(chance, 6)), text.add(_words(chance, 8))
    return Condition(id="c1", what=what, requires=requires, set_by=party, source="s3")
