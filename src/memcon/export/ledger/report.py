"""A report as the ledger has it: its memo, made from what stands in it, and its versions with what was edited."""

from __future__ import annotations

from dataclasses import asdict
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from rich.text import Text

from memcon.export.calm import calm, calm_json
from memcon.export.days import in_words
from memcon.export.ledger.layout import as_of_line, short
from memcon.export.memo import SECTIONS
from memcon.export.memo.head import foot, head
from memcon.export.memo.layout import LABEL, heading, indented
from memcon.export.records import from_json, to_json
from memcon.export.standing import standing_of
from memcon.ledger import difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from memcon.ledger import AsOf, Heading, Ledger, Standing
    from memcon.model import Record, Report

_KINDS = {
    "actor": "actors",
    "statement": "statements",
    "event": "events",
    "meeting": "meetings",
    "condition": "conditions",
}


def record_of(ledger: Ledger, report: Report, as_of: AsOf) -> Record:
    """The record of `report` as it stands: its items go by their anchors, and the ledger keeps no times of its text."""
    return record_from(report, ledger.sightings(report=report.id, as_of=as_of))


def record_from(report: Report, standing: Iterable[Standing]) -> Record:
    """The record of `report` with the sightings that are given, all of this report."""
    value: dict[str, Any] = {"report": asdict(report), "times": [], "notes": [], "run": {"memcon": "", "pipeline": ""}}
    value |= {name: [] for name in _KINDS.values()}
    for one in standing:
        value[_KINDS[one.sighting.kind]].append({"id": one.sighting.anchor, **one.sighting.body})
    return from_json(value)


def report_page(ledger: Ledger, report: Report, as_of: AsOf) -> Iterator[RenderableType]:
    """The memo, then where the report stands in the ledger. Of a version that another stands for there is no memo."""
    standing = standing_of(from_json(calm_json(to_json(record_of(ledger, report, as_of)))))
    versions = ledger.versions(report.id, as_of=as_of)
    is_newest = not versions or versions[-1].id == report.id
    for section in [each for each in SECTIONS if each is not foot] if is_newest else [head]:
        yield from section(standing)
    yield heading("IN THE LEDGER")
    yield from map(indented, as_of_line(as_of))
    for version in versions:
        yield indented(_version(version, is_last=version is versions[-1], is_shown=version.id == report.id))
    for former, later in pairwise(versions):
        yield heading(f"EDITED {in_words(later.published).upper()}".strip())
        yield from map(indented, _difference(ledger, former, later))


def _version(one: Heading, *, is_last: bool, is_shown: bool) -> Text:
    line = Text(f"{short(one.id)}, published {in_words(one.published) or 'on no day that is known'}")
    line.append(f", recorded {in_words(one.recorded.date().isoformat())}, {one.recorded:%H:%M} UTC")
    line.append("" if is_last else "; a later version stands for it")
    return line.append(" (this one)" if is_shown and not is_last else "", LABEL)


def _difference(ledger: Ledger, former: Heading, later: Heading) -> Iterator[Text]:
    before, after = ledger.report(former.id), ledger.report(later.id)
    if before is None or after is None:
        return
    for line in difference(before, after).splitlines():
        if not line.startswith(("---", "+++", "@@")):
            style = {"-": "red", "+": "green"}.get(line[:1], LABEL)
            yield Text(calm(line), style)
