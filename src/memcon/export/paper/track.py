"""The memo of a track: how it stands and on whose word, its rounds, conditions, mediation, and the reports it rests on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.export.days import in_words
from memcon.export.ledger.dossier import mediation
from memcon.export.ledger.layout import as_of_line, short
from memcon.export.ledger.positions import sentence
from memcon.export.ledger.references import references
from memcon.export.ledger.rounds import details
from memcon.export.ledger.talks import round_in_words, standing_lines, status_mark
from memcon.export.paper.foot import foot
from memcon.export.paper.model import Facts, Heading, Line, Paper, Paragraph, Table, Words, line_of, plain
from memcon.export.paper.numbered import sources
from memcon.export.parties import in_sentence, name_of, on_whose_word
from memcon.export.tracks import title_of
from memcon.export.wording import capitalized, counted, listed
from memcon.ledger.claims import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from memcon.export.ledger.references import References
    from memcon.export.paper.model import Block
    from memcon.ledger import AsOf
    from memcon.tracks.model import Round, Track, TrackCondition


def track_paper(track: Track, as_of: AsOf, now: datetime, addresses: Mapping[str, str]) -> Paper:
    """The memo of `track`, made at `now` (UTC); `addresses` are those of its reports by id."""
    refs = references(track.reports)
    return Paper(
        title=line_of_words(title_of(track)),
        about=tuple(_about(track, as_of)),
        blocks=tuple(_blocks(track, refs, addresses)),
        foot=foot(now),
    )


def line_of_words(words: str) -> str:
    """`words` on one line."""
    return " ".join(plain(words)[0].text.split())


def _about(track: Track, as_of: AsOf) -> Iterator[str]:
    days = track.last if track.first == track.last else f"{track.first}/{track.last}"
    sizes = f"{counted(len(track.rounds), 'round')} · {counted(track.sources, 'source')} published {in_words(days)}"
    yield f"{sizes} · track {short(track.id)}"
    yield from (line.plain.capitalize() for line in as_of_line(as_of))


def _blocks(track: Track, refs: References, addresses: Mapping[str, str]) -> Iterator[Block]:
    yield Heading(text="How it stands")
    yield Facts(rows=tuple(_standing(track)))
    if track.rounds:
        yield Heading(text="Rounds")
    for one in track.rounds:
        yield from _round(track, one, refs)
    if track.conditions:
        yield Heading(text="Conditions")
        rows = tuple(_condition(one, refs) for one in _once(track.conditions))
        yield Table(head=("What", "Depends on", "Set by, on whose word"), rows=rows, widths=(3, 3, 2))
    if track.mediations:
        yield Heading(text="Mediation")
        yield Facts(rows=tuple((one.status, (line_of(mediation(one, refs)),)) for one in track.mediations))
    yield Heading(text="Sources")
    yield sources(refs, addresses)


def _standing(track: Track) -> Iterator[tuple[str, tuple[Line, ...]]]:
    yield "status", ((Words(status_mark(track.status).plain.lower() or "no round of it is known", "strong"),),)
    for name, line in standing_lines(track):
        yield name, (line_of(line),)
    yield "parties", (plain(listed([name_of(party) for party in track.parties])),)
    if track.mediators:
        yield "mediators", (plain(listed([name_of(party) for party in track.mediators])),)
    if track.about:
        yield "about", (plain(", ".join(track.about)),)
    decided = [plain(f"{each.field}: {each.value}, by {each.by}: {each.reason}") for each in track.settled]
    if decided:
        yield "decided", tuple(decided)


def _round(track: Track, one: Round, refs: References) -> Iterator[Block]:
    when = round_in_words(one) or "No day given"
    others = f" · {listed([name_of(party) for party in one.parties])}" if set(one.parties) != set(track.parties) else ""
    yield Heading(level=3, text=f"{capitalized(when)}{others}")
    first, *rest = line_of(sentence(one).append("."))
    status = Words(capitalized(first.text), first.role)
    yield Paragraph(line=(status, *rest))
    rows = tuple((name, tuple(map(line_of, lines))) for name, lines in details(one, refs) if lines)
    if rows:
        yield Facts(rows=rows)


def _condition(one: TrackCondition, refs: References) -> tuple[Line, ...]:
    who = in_sentence(one.set_by) if one.set_by else "nobody named"
    mark = refs.mark(*{each.report for each in one.evidence})
    by = (Words(f"{who}, {on_whose_word(one.said_by)}"), Words(mark, "mark"))
    return (plain(line_of_words(one.what)), plain(line_of_words(one.requires)), by)


def _once(conditions: Iterable[TrackCondition]) -> Iterator[TrackCondition]:
    """Conditions in the same words on the same word as one, with the evidence of all."""
    by_words: dict[tuple[object, ...], list[TrackCondition]] = {}
    for one in conditions:
        words = (folded(one.what), folded(one.requires))
        by_words.setdefault((*words, one.set_by, one.said_by), []).append(one)
    for same in by_words.values():
        yield replace(same[0], evidence=tuple(each for one in same for each in one.evidence))
