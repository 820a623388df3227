"""``memcon show``: one thing as a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from memcon.cli.asking import asked_at_desk, question
from memcon.cli.exits import ending_well
from memcon.cli.options import AsOfOption, JsonOption, LedgerOption, RecordedOption
from memcon.cli.output import print_json, print_page
from memcon.errors import MemconError
from memcon.questions.naming import NotFoundError, named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from memcon.ledger import AsOf, Ledger
    from memcon.questions.naming import Named
    from memcon.tracks import Person

MANY = 5


def show(
    ident: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="A track, round, report, sighting or decision by its id or the beginning of it; a person by name.",
            show_default=False,
        ),
    ],
    *,
    json: JsonOption = False,
    as_of: AsOfOption = None,
    recorded_as_of: RecordedOption = None,
    ledger: LedgerOption = None,
) -> None:
    """One thing as a dossier: how it stands and on whose word, what came before, and every claim with its words and report."""
    with ending_well(), asked_at_desk(ledger) as book:
        then = question(as_of=as_of, recorded_as_of=recorded_as_of).as_of
        value, page = _found(book, ident, then)
        if json:
            print_json([value])
        else:
            print_page(page)


def _found(ledger: Ledger, ident: str, as_of: AsOf) -> tuple[dict[str, Any], Iterable[RenderableType]]:
    """The dossier of what has this id, else of the person of this name."""
    try:
        one = named(ledger, ident, as_of)
    except NotFoundError:
        person = _called(ledger, ident, as_of)
        if person is None:
            raise
        return _person(ledger, person, as_of)
    return _dossier(ledger, one, as_of)


def _called(ledger: Ledger, name: str, as_of: AsOf) -> Person | None:
    from memcon import desk  # noqa: PLC0415 - each of these is loaded when it is asked for
    from memcon.export.wording import counted  # noqa: PLC0415

    found = desk.called(ledger, name, as_of)
    if len(found) > 1:
        listed = "; ".join(f"{one.name} ({one.party}, {counted(len(one.reports), 'report')})" for one in found[:MANY])
        raise MemconError(f"{name}: several persons are called so: {listed}")
    return found[0] if found else None


def _dossier(ledger: Ledger, one: Named, as_of: AsOf) -> tuple[dict[str, Any], Iterable[RenderableType]]:
    match one.kind:
        case "track" | "round":
            return _track(ledger, one, as_of)
        case "report":
            return _report(ledger, one, as_of)
        case "sighting":
            return _sighting(ledger, one, as_of)
        case _:
            return _decision(ledger, one, as_of)


def _track(ledger: Ledger, one: Named, as_of: AsOf) -> tuple[dict[str, Any], Iterable[RenderableType]]:
    from memcon import desk  # noqa: PLC0415 - each of these is loaded when it is asked for
    from memcon.export.ledger.dossier import dossier  # noqa: PLC0415
    from memcon.export.tracks import to_json  # noqa: PLC0415

    track = desk.track(ledger, one.id, as_of)
    if track is None:
        raise NotFoundError(f"{one.id}: this {one.kind} was not known then (leave out --as-of to see it)")
    value = to_json(track, as_of)
    if one.kind == "track":
        return value, dossier(track, as_of)
    of_it = next(each for each in track.rounds if each.id == one.id)
    line = next(each for each in value["rounds"] if each["id"] == one.id)
    return {"track": track.id, "title": value["title"], **line}, dossier(track, as_of, only=of_it)


def _person(ledger: Ledger, person: Person, as_of: AsOf) -> tuple[dict[str, Any], Iterable[RenderableType]]:
    from memcon.export.ledger.person import person_page, to_json  # noqa: PLC0415

    return to_json(person), person_page(ledger, person, as_of)


def _report(ledger: Ledger, one: Named, as_of: AsOf) -> tuple[dict[str, Any], Iterable[RenderableType]]:
    from memcon.export.ledger.report import record_of, report_page  # noqa: PLC0415
    from memcon.export.records import to_json  # noqa: PLC0415

    report = ledger.report(one.id)
    if report is None:
        raise MemconError(f"{one.id}: this report is not in the ledger")
    return to_json(record_of(ledger, report, as_of)), report_page(ledger, report, as_of)


def _sighting(ledger: Ledger, one: Named, as_of: AsOf) -> tuple[dict[str, Any], Iterable[RenderableType]]:
    from memcon import desk  # noqa: PLC0415
    from memcon.export.ledger.sighting import sighting_page, to_json  # noqa: PLC0415

    sighting = ledger.sighting(one.id)
    if sighting is None:
        raise MemconError(f"{one.id}: this sighting is not in the ledger")
    person = desk.person(ledger, sighting.anchor, as_of) if sighting.status == "person" else None
    return (
        _person(ledger, person, as_of)
        if person
        else (to_json(ledger, sighting), sighting_page(ledger, sighting, as_of))
    )


def _decision(ledger: Ledger, one: Named, as_of: AsOf) -> tuple[dict[str, Any], Iterable[RenderableType]]:
    from memcon.export.ledger.decisions import decisions_page, to_json  # noqa: PLC0415

    for decision in ledger.decisions(as_of=as_of):
        if decision.id == one.id:
            return to_json(decision), decisions_page([decision])
    raise NotFoundError(f"{one.id}: this decision is not in force (`memcon review` lists those that are)")
