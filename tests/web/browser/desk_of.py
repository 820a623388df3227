"""The ledger that a browser looks at: invented officials of several states over two months, with what is hard to show.

A round called off on one side's word while the other is silent, a contested one, a track of many rounds and one of many
parties, conditions, an edited report, spans over spans, a long report, and one whose every field is an attack.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from memcon import desk
from memcon.model import Place
from tests.ledger import made
from tests.questions.test_bar import sure
from tests.tracks.made import Told, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger import Ledger
    from memcon.model import Record

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>{{ 7*7 }}</b>"
UNBROKEN = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrente" * 5
ARICA = Place(name="Arica", country="CHL")
MANY = ("AUT", "BEL", "CZE", "DNK", "FIN", "GRC", "HUN", "IRL", "NLD", "PRT")
COURIER, POST = {"outlet": "The Andean Courier"}, {"outlet": "The Gulf Post"}


def fill(ledger: Ledger) -> None:
    """Record every report, and put the talks together."""
    ledger.remember(reports(), now=made.at(9))
    edited = made.record(made.TEXT + " The two sides were to meet in Riga.", published="2031-02-25")
    ledger.remember(sure(edited, statements=0.62, events=0.34, meetings=0.41, conditions=0.27), now=made.at(10))
    desk.update(ledger)


def reports() -> Iterator[Record]:
    """The reports; the first two versions of an edited one have one address."""
    yield made.record()
    yield from (one.record() for one in (_planned(), _called_off(), _many_parties(), _long()))
    yield from (one.record() for one in _contested())
    yield from (one.record() for one in _many_rounds())
    attack = made.TEXT + "\n" + ATTACK
    yield made.record(
        attack, name=ATTACK, title=ATTACK, outlet=ATTACK, url="javascript:alert(1)", published="2031-02-27"
    )
    yield made.record(
        made.TEXT + "!", title=UNBROKEN, outlet=UNBROKEN, url="https://long.example/1", published="2031-02-20"
    )


def _planned() -> Told:
    one = told(
        "2031-02-10",
        "Bolivia and Chile will open a third round of consulate talks on 5 March in Arica, Elena Quiroga said.",
        title="Third Round of Consulate Talks Set for March",
        **COURIER,
    )
    one.person("Elena Quiroga", "BOL", "Bolivian Foreign Ministry spokeswoman")
    one.says(
        "s1",
        "said",
        "Bolivia and Chile will open a third round of consulate talks on 5 March in Arica",
        party="BOL",
        speaker="Elena Quiroga",
    )
    return one.meeting(
        "a third round of consulate talks",
        status="planned",
        when="2031-03-05",
        where=ARICA,
        source="s1",
        about="consulates",
        agenda=["consulate"],
    )


def _called_off() -> Told:
    """Bolivia says that Chile called it off; Chile is silent; a condition; the statement's span lies over the meeting's."""
    one = told(
        "2031-02-26",
        "Chile has called off the third round of consulate talks with Bolivia, Elena Quiroga told reporters.\n\n"
        "Chile's Foreign Ministry has not commented on the third round. “There will be no fourth round "
        "until the crossing at Tambo Quemado opens,” Quiroga said.",
        title="Bolivia Says Chile Called Off Consulate Talks",
        **COURIER,
    )
    one.person("Elena Quiroga", "BOL", "Bolivian Foreign Ministry spokeswoman")
    one.says(
        "s1",
        "told reporters",
        "Chile has called off the third round of consulate talks with Bolivia",
        party="BOL",
        speaker="Elena Quiroga",
    )
    one.says("s2", "has not commented", "the third round", party="CHL", act="decline")
    one.says(
        "s3",
        "said",
        "There will be no fourth round until the crossing at Tambo Quemado opens",
        party="BOL",
        form="direct",
        speaker="Elena Quiroga",
        act="demand",
    )
    one.condition("no fourth round", "the crossing at Tambo Quemado opens", "BOL", "s3")
    return one.meeting(
        "the third round of consulate talks",
        status="cancelled",
        changed_by="CHL",
        when="2031-03-05",
        where=ARICA,
        source="s1",
        about="consulates",
    )


def _contested() -> Iterator[Told]:
    """Peru says that Ecuador called the talks off; Ecuador says that they stand."""
    off = told(
        "2031-02-23",
        "Ecuador has called off the border talks of 20 March, Peru said.",
        title="Peru Says Border Talks Are Off",
        **POST,
    )
    off.says("s1", "said", "Ecuador has called off the border talks of 20 March", party="PER")
    told_so: dict[str, Any] = {"parties": ("PER", "ECU"), "when": "2031-03-20", "source": "s1", "about": "border"}
    yield off.meeting("the border talks of 20 March", status="cancelled", changed_by="ECU", **told_so)
    on = told(
        "2031-02-24", "The border talks of 20 March will be held, Ecuador said.", title="Ecuador: Talks Stand", **POST
    )
    on.says("s1", "said", "The border talks of 20 March will be held", party="ECU")
    yield on.meeting("The border talks of 20 March", status="planned", **told_so)


def _many_parties() -> Told:
    return told(
        "2031-02-12",
        "Ten ministers met in Ghent on 11 February about fisheries and the rules of the northern waters.",
        title="Ten Ministers Meet in Ghent",
        **POST,
    ).meeting(
        "Ten ministers met",
        parties=MANY,
        when="2031-02-11",
        where=Place(name="Ghent", country="BEL"),
        about="fisheries",
    )


def _many_rounds() -> Iterator[Told]:
    """Twenty-five rounds of two states, a week apart, the last one ahead of the day on which the pages are looked at."""
    for number in range(1, 26):
        day = date(2030, 9, 25) + timedelta(days=7 * number)
        is_ahead = day > date(2031, 3, 1)
        verb = "will meet" if is_ahead else "met"
        one = told(
            f"{min(day + timedelta(days=1), date(2031, 2, 28))}",
            f"Officials of Norway and Iceland {verb} on {day:%d %B %Y} in Bergen for round {number} on cod, Kari Dahl said. Iceland had no comment.",
            title=f"Cod Talks, Round {number}",
            **POST,
        )
        one.person("Kari Dahl", "NOR", "Norwegian Fisheries Minister")
        one.says(
            "s1",
            "said",
            f"Officials of Norway and Iceland {verb} on {day:%d %B %Y} in Bergen for round {number} on cod",
            party="NOR",
            speaker="Kari Dahl",
        )
        yield one.meeting(
            f"round {number} on cod", parties=("NOR", "ISL"), status="planned" if is_ahead else "held", when=f"{day}",
            where=Place(name="Bergen", country="NOR"), source="s1", about="cod",
        )  # fmt: skip


def _long() -> Told:
    """A report with more statements than a screen has room for."""
    lines = [f"Pia Holm said of point {number:02} that step {number:02} is sound." for number in range(1, 41)]
    one = told("2031-02-18", "\n".join(lines), title="Norway's Minister on Forty Points", **POST)
    one.person("Pia Holm", "NOR", "Norwegian Foreign Minister")
    for number in range(1, 41):
        cue, content = f"said of point {number:02}", f"step {number:02} is sound"
        one.says(f"s{number}", cue, content, party="NOR", speaker="Pia Holm")
    return one
