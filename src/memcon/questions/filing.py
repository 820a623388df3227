"""Which sightings of a report fit a question, and what must go with them so that nothing they refer to is missing.

A sighting fits where each word of the question that can be asked of it holds:

- `party`: all of them are among its parties. `since`, `track`: as in all answers.
- `who`, `act` and `about` are asked of statements. An event, meeting or condition fits then if a statement that fits
  carries it; an actor only goes with what refers to it.
- `status` is asked of meetings: nothing else fits then by itself.

With a sighting goes what it refers to: the statement that carries it, who speaks, who relays, the delegates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.errors import MemconError
from memcon.export.formats.holdings import Filed
from memcon.ledger.model import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from memcon.export.ledger.told import Told
    from memcon.ledger import AsOf, Heading, Kind, Ledger, Sighting, Standing
    from memcon.questions.question import Question

Fitting = dict[str, set[str]]


def fitting(
    ledger: Ledger,
    question: Question,
    sightings: Callable[[Ledger, Kind, Question], Iterator[Standing]],
    statements: Callable[[Ledger, Question], Iterator[Told]],
) -> Fitting | None:
    """The anchors of what fits, by report; ``None`` where everything does, for the memory that this saves.

    `sightings` and `statements` answer for one kind by party, day and track.
    """
    if (
        question == question.but(parties=(), who=(), acts=(), statuses=(), about="", track=None)
        and not question.at_least
    ):
        return None
    found: Fitting = {}
    for one in _fitting(ledger, question, sightings, statements):
        found.setdefault(one.report_id, set()).add(one.anchor)
    return found


def filed_of(ledger: Ledger, heading: Heading, wanted: set[str] | None, as_of: AsOf) -> Filed:
    """A report with the sightings at the anchors `wanted` (``None``: all), and those that they refer to.

    Raises `MemconError` where the ledger lost the report.
    """
    report = ledger.report(heading.id)
    if report is None:
        raise MemconError(f"{heading.id}: this report is not in the ledger")
    standing = tuple(ledger.sightings(report=heading.id, as_of=as_of))
    if wanted is not None:
        kept = _with_referred(wanted, {one.sighting.anchor: one.sighting for one in standing})
        standing = tuple(one for one in standing if one.sighting.anchor in kept)
    return Filed(report=report, heading=heading, standing=standing)


def references(one: Sighting) -> Iterator[str]:
    """The anchors that a sighting refers to; the name of an outlet, which may stand there too, is none."""
    body = one.body
    yield from (body[field] for field in ("speaker", "via", "source") if body.get(field))
    yield from body.get("delegates", ())


def _fitting(
    ledger: Ledger,
    question: Question,
    sightings: Callable[[Ledger, Kind, Question], Iterator[Standing]],
    statements: Callable[[Ledger, Question], Iterator[Told]],
) -> Iterator[Sighting]:
    is_on_a_word = bool(question.who or question.acts or question.about)
    said: set[str] | None = None
    if is_on_a_word:
        told = [each.sighting for each in statements(ledger, question.but(parties=()))]
        said = {each.anchor for each in told}
        wanted = set(question.parties)
        yield from (each for each in told if wanted <= set(each.parties) and not question.statuses)
    for kind in _kinds(question, is_on_a_word=is_on_a_word):
        for one in sightings(ledger, kind, question):
            if said is None or one.sighting.body["source"] in said:
                yield one.sighting


def _kinds(question: Question, *, is_on_a_word: bool) -> Iterable[Kind]:
    if question.statuses:
        return ("meeting",)
    return ("event", "meeting", "condition") if is_on_a_word else KINDS


def _with_referred(wanted: set[str], by_anchor: Mapping[str, Sighting]) -> set[str]:
    """`wanted`, and all that can be reached from there."""
    kept: set[str] = set()
    waiting = [each for each in wanted if each in by_anchor]
    while waiting:
        anchor = waiting.pop()
        if anchor not in kept:
            kept.add(anchor)
            waiting += [each for each in references(by_anchor[anchor]) if each in by_anchor]
    return kept
