"""``words_behind``: the exact words that a claim rests on, with what stands around them, and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memcon.agents.answer import Page, Shape, Source, cut, sighting_id, source
from memcon.agents.arguments import After, Ident, Limit
from memcon.agents.calming import on_one_line, quoted
from memcon.agents.rounds import round_sentence
from memcon.agents.statements import statement_shape
from memcon.errors import MemconError
from memcon.export.ledger.layout import short
from memcon.export.ledger.rounds import position_with_details
from memcon.export.ledger.told import told
from memcon.export.parties import IN_ITS_OWN_VOICE, in_sentence
from memcon.ledger import NOW, Ledger
from memcon.questions import answers
from memcon.questions.naming import NotFoundError, named
from memcon.questions.question import Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.ledger import Heading, Sighting
    from memcon.tracks.model import Round

AROUND = 240  # characters before and after
FURTHEST = 600  # characters from the first to the last of a sighting's words that are still shown as one passage
_CLAIM = re.compile(r"[0-9a-f]{32,64}")


class Passage(Shape):
    """Words of a report with what stands around them. All three are the report's text, and quoted."""

    says: str
    """What is read from these words, and on whose word."""
    before: str
    words: str
    """The exact words: characters `start` to `end` of the report's text."""
    after: str
    start: int
    end: int
    source: Source

    def lines(self) -> Iterator[str]:
        """The passage in words: its own between [[ and ]]."""
        text = f"{self.before}[[{self.words}]]{self.after}"
        yield f"- {self.says}"
        yield f"  {quoted(text, most=len(text) + 1)}"
        yield f"  {self.source.in_words()}, characters {self.start}–{self.end}" + (
            f", {on_one_line(self.source.address)}" if self.source.address else ""
        )


class Words(Page):
    """The words behind a round, a sighting, a statement or a claim."""

    id: str
    what: str
    """What it is, in one sentence, on whose word."""
    claim: str | None
    """The id of what is asserted: with it words_behind finds every report that asserts the same. null for a round."""
    passages: tuple[Passage, ...]

    def lines(self) -> Iterator[str]:
        """The passages in words."""
        yield f"{self.what} The words meant stand between [[ and ]]."
        for one in self.passages:
            yield from one.lines()
        if self.claim:
            yield f"The same in other reports: words_behind with the claim's id {self.claim}"


def words_behind(
    ledger: Ledger,
    id: Ident,  # noqa: A002 - the protocol's word
    limit: Limit = 10,
    after: After = 0,
) -> Words:
    """Show the exact words behind a round, sighting, statement or claim: with context, offsets, report, outlet, day, address.

    Use it before you quote, and to check what the program read from the words: it is a machine's reading. `id` is one that
    another tool gave for a round or statement, or a claim's id in full.
    """
    try:
        one = named(ledger, id, NOW, only=("round", "sighting"))
    except NotFoundError:
        if _CLAIM.fullmatch(id):
            return _of_claim(ledger, id, limit, after)
        _refuse(ledger, id)
        raise
    if one.kind == "round":
        return _of_round(ledger, one.id, limit, after)
    sighting = ledger.sighting(one.id)
    if sighting is None:
        raise MemconError(f"{id}: this sighting is not in the ledger")
    return _of_sightings(ledger, one.id, [sighting], limit, after)


def _refuse(ledger: Ledger, given: str) -> None:
    """Say which tool is meant for an id of another kind."""
    other = {"track": "show_track lists its rounds", "report": "show_report has its text"}
    try:
        kind = named(ledger, given, NOW).kind
    except NotFoundError:
        return
    raise MemconError(f"{given}: this is a {kind}, not a round or statement ({other.get(kind, 'it has no words')})")


def _of_round(ledger: Ledger, ident: str, limit: int, after: int) -> Words:
    track = answers.track(ledger, Question(track=ident))
    one = next(each for each in track.rounds if each.id == ident)
    found, following = cut(_positions(one), after, limit)
    passages = _passages(ledger, found)
    return Words(id=short(ident), what=round_sentence(one), claim=None, next=following, passages=passages)


def _positions(one: Round) -> Iterator[tuple[str, str, int, int]]:
    """What is read, report, start and end of each wording of each position, those of its status first, then of the agenda."""
    for position in sorted(one.positions, key=lambda each: each.status != one.headline):
        for each in position.evidence:
            yield position_with_details(position), each.report, each.start, each.end
    for each in one.agenda:
        yield "Agenda of the round", each.report, each.start, each.end


def _of_claim(ledger: Ledger, claim: str, limit: int, after: int) -> Words:
    found = [one.sighting for one in ledger.sightings(claim=claim)]
    if not found:
        raise MemconError(f"{claim}: no claim has this id (words_behind gives a claim's id with a statement)")
    return _of_sightings(ledger, claim, found, limit, after)


def _of_sightings(ledger: Ledger, ident: str, found: list[Sighting], limit: int, after: int) -> Words:
    every = ((_says(ledger, one), one.report_id, start, end) for one in found for start, end in _hulls(one))
    page, following = cut(every, after, limit)
    stands = any(each.sighting.id == found[0].id for each in ledger.sightings(anchors=[found[0].anchor]))
    return Words(
        id=sighting_id(ident),
        what=_says(ledger, found[0]),
        claim=found[0].claim if len(found) == 1 else None,
        notes=() if stands else ("It stands no more: a later reading or version of the report replaced it.",),
        next=following,
        passages=_passages(ledger, page),
    )


def _says(ledger: Ledger, one: Sighting) -> str:
    """A statement's sentence; of another sighting what it is, between whom, and on whose word."""
    if one.kind == "statement":
        return f"{_statement(ledger, one.anchor) or 'A statement that stands no more'}."
    if one.kind == "actor":
        return on_one_line(f"{one.body['name']}, named in the report.")
    what = ", ".join(part for part in (one.kind, one.status, *map(in_sentence, one.parties)) if part)
    carrier = one.body.get("source") and _statement(ledger, one.body["source"])
    return f"{on_one_line(what)}; {f'on the word of: {carrier}' if carrier else IN_ITS_OWN_VOICE}."


def _statement(ledger: Ledger, anchor: str) -> str:
    found = told(ledger, ledger.sightings(kind="statement", anchors=[anchor]), NOW)
    return next((statement_shape(each).sentence for each in found), "")


def _hulls(one: Sighting) -> list[tuple[int, int]]:
    """From the first to the last of a sighting's words where they stand together, else each for itself."""
    every = sorted(set(_spans(one.body.values())))
    if every and every[-1][1] - every[0][0] <= FURTHEST and one.kind != "actor":
        return [(every[0][0], max(end for _, end in every))]
    return every


def _spans(values: Iterable[object]) -> Iterator[tuple[int, int]]:
    for value in values:
        match value:
            case {"start": int(start), "end": int(end)}:
                yield start, end
            case list() | tuple():
                yield from _spans(value)


def _passages(ledger: Ledger, found: list[tuple[str, str, int, int]]) -> tuple[Passage, ...]:
    headings = ledger.headings({report for _, report, _, _ in found})
    texts = {report: _text(ledger, report) for report in headings}
    return tuple(_passage(says, headings[report], texts[report], start, end) for says, report, start, end in found)


def _text(ledger: Ledger, report: str) -> str:
    found = ledger.report(report)
    return found.text if found else ""


def _passage(says: str, report: Heading, text: str, start: int, end: int) -> Passage:
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    if first:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", end, last), end)
    return Passage(
        says=says,
        before=text[first:start],
        words=text[start:end],
        after=text[end:last],
        start=start,
        end=end,
        source=source(report),
    )
