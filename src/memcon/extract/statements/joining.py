"""Joining statements: doubles and echoes, outlets that only relay, quotations that go on without a cue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memcon.extract.statements.cues import Cue, lemma_of
from memcon.extract.statements.outlets import is_outlet
from memcon.extract.statements.quoted import trimmed_quote
from memcon.extract.statements.wordlists import listed
from memcon.model import Span

if TYPE_CHECKING:
    from memcon.extract.reading import Reading
    from memcon.extract.statements.speakers import Speaker
    from memcon.language.quotations import Quotation
    from memcon.model import Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A statement on its way: the cue with what was found for it."""

    cue: Cue
    speaker: Speaker
    content: tuple[Span, ...]
    act: Act
    mind: bool = False
    via: str | None = None
    extra: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """The cue's words."""
        doc = self.cue.head.doc
        last = doc[self.cue.end - 1]
        return Span(doc[self.cue.start].idx, last.idx + len(last))


def without_doubles(found: list[Found]) -> list[Found]:
    """Two cues over one content are one statement, with the first cue."""
    kept: list[Found] = []
    for made in found:
        twin = next((k for k in kept if k.content == made.content), None)
        if twin is None:
            kept.append(made)
    return kept


def without_echoes(found: list[Found]) -> list[Found]:
    """“She said she was ready to go” is one statement: what its speaker thinks of it within it is not a second."""
    return [made for made in found if not any(_echoes(made, outer) for outer in found)]


def _echoes(made: Found, outer: Found) -> bool:
    if outer is made or not holds(outer, made):
        return False
    same = made.speaker.actor == outer.speaker.actor if made.speaker.actor is not None else False
    same = same or (
        made.speaker.token is not None and made.speaker.party is not None and made.speaker.party == outer.speaker.party
    )
    return same and (made.cue.kind in {"adjective", "noun", "shown"} or lemma_of(made.cue.head) in listed("of_mind"))


def without_minds_of_others(found: list[Found], reading: Reading) -> list[Found]:
    """What one speaker says of another's mind ("they said that Fiji supports the rebels") is the one's statement alone."""
    return [
        made
        for made in found
        if not made.mind
        or not (
            any(_says_it(o, made) for o in found) or any(q.start <= made.span.start < q.end for q in reading.quotations)
        )
    ]


def _says_it(other: Found, made: Found) -> bool:
    """Whether `other` says what `made` tells: its content holds it, or it closes its sentence ("Polls show that …, she said")."""
    if other is made or other.cue.kind not in {"verb", "source"} or other.mind:
        return other is not made and holds(other, made)
    closes = holds(made, other) and min(s.start for s in other.content) < other.span.start
    return closes or holds(other, made)


def relayed(found: list[Found], reading: Reading) -> list[Found]:
    """An outlet that relays a statement is its `via`, and no statement of its own."""
    carriers = {id(made): carried for made in found if (carried := _carried(made, found, reading))}
    via = {id(inner): made for made in found for inner in carriers.get(id(made), ())}
    kept = [made for made in found if id(made) not in carriers]
    return [replace(made, via=_name(via[id(made)], reading)) if id(made) in via else made for made in kept]


def _carried(made: Found, found: list[Found], reading: Reading) -> list[Found]:
    """The statements of others that `made` only carries: its content is theirs, from its beginning."""
    carries = made.cue.kind == "source" or lemma_of(made.cue.head) == "report" or _is_outlet(made, reading)
    if not carries:
        return []
    inner = [
        o
        for o in found
        if o is not made
        and holds(made, o)
        and o.cue.kind in {"verb", "source", "shown"}
        and o.speaker.token is not None
        and not o.mind
    ]
    inner = [o for o in inner if made.speaker.actor is None or o.speaker.actor != made.speaker.actor]
    if not inner or not _opens_with(min(inner, key=lambda o: o.span.start), made):
        return []
    return inner


def _opens_with(inner: Found, made: Found) -> bool:
    """Whether the statement inside begins where the outlet's content begins."""
    first = inner.speaker.token.left_edge.idx if inner.speaker.token is not None else inner.span.start
    begin = min(s.start for s in made.content)
    return min(first, inner.span.start, *(s.start for s in inner.content)) - begin <= _TITLE


_TITLE = 60  # characters: a title, a name and a day may stand before the verb


def _name(made: Found, reading: Reading) -> str | None:
    if made.speaker.actor is not None:
        return made.speaker.actor
    span = made.speaker.span
    return reading.report.text[span.start : span.end] if span is not None else None


def _is_outlet(made: Found, reading: Reading) -> bool:
    return (
        made.speaker.actor is not None
        and reading.cast.actor(made.speaker.actor).kind == "body"
        and is_outlet(reading.cast.actor(made.speaker.actor).name)
    )


def holds(outer: Found, inner: Found) -> bool:
    """Whether the cue of `inner` stands in the content of `outer`."""
    return any(span.holds(inner.span) for span in outer.content)


def with_loose_quotations(found: list[Found], reading: Reading) -> list[Found]:
    """A quotation that goes on in a sentence with no cue of its own is a further content of the statement before it."""
    out = list(found)
    for quotation in reading.quotations:
        span = Span(quotation.start, quotation.end)
        outside = [made for made in out if not span.holds(made.span)]
        if any(s.overlaps(span) for made in outside for s in (*made.content, *made.extra)) or not _stands_alone(
            quotation, reading
        ):
            continue
        before = [
            i
            for i, made in enumerate(out)
            if made.cue.kind in {"verb", "shown", "source"}
            and made.span.start < span.start
            and not made.mind
            and not _is_inner(made, out)
        ]
        if not before:
            continue
        index = max(before, key=lambda i: out[i].span.start)
        end = max([s.end for s in (*out[index].content, *out[index].extra, out[index].span)])
        gap = reading.report.text[end : quotation.outer_start]
        inner = trimmed_quote(reading.report.text, span)
        if inner is not None and _may_go_on(gap):
            out[index] = replace(out[index], extra=(*out[index].extra, inner))
    return out


def _is_inner(made: Found, found: list[Found]) -> bool:
    return any(other is not made and holds(other, made) for other in found)


def _may_go_on(gap: str) -> bool:
    """Between a statement and a quotation that goes on: the rest of its sentence, no other sentence."""
    return sum(gap.count(mark) for mark in (". ", ".\n", "? ", "! ")) <= 1 and len(gap) < 200


def _stands_alone(quotation: Quotation, reading: Reading) -> bool:
    """Whether a quotation is a sentence by itself: it begins one and holds a finite verb."""
    start, end = quotation.outer_start, quotation.outer_end
    words = reading.doc.char_span(start, end, alignment_mode="expand")
    if words is None or len(words) < 5:
        return False
    if not any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in words):
        return False
    first = next((t for t in words if not t.is_space), words[0])
    return bool(first.is_sent_start) or reading.report.text[max(0, start - 2) : start].strip() in {"", ".", ":"}
