"""Statements: somebody given as the source of some content.

A cue is looked up (`cues`), its speaker (`speakers`) and content (`contents`) found, its act read (`acts`). Then the statements are joined:
quotations that go on without a cue, statements inside others, outlets that only relay, days that hold for a whole interview.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import characters, is_negated
from memcon.extract.statements.acts import Voice, act_of_content, act_of_name, announces_an_act
from memcon.extract.statements.contents import content_of
from memcon.extract.statements.cue_clause import Content
from memcon.extract.statements.cues import Cue, Sense, find_cues, lemma_of, lexicon, with_negation
from memcon.extract.statements.joining import (
    Found,
    holds,
    relayed,
    with_loose_quotations,
    without_doubles,
    without_echoes,
    without_minds_of_others,
)
from memcon.extract.statements.learned import confirmed, proposed
from memcon.extract.statements.said import infinitive_is_said, is_real, is_said
from memcon.extract.statements.saying import channel_of, said_in_digest, said_on
from memcon.extract.statements.silences import Silence, find_silences
from memcon.extract.statements.speakers import Speaker, quoting_verb, speaker_at, speaker_of
from memcon.extract.statements.wordlists import listed
from memcon.model import Span, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from memcon.extract.reading import Reading
    from memcon.model import Act, Form


def find_statements(reading: Reading) -> tuple[Statement, ...]:
    """Every statement of the report, in the order of their cues."""
    cues = find_cues(reading.doc)
    found = [made for cue in cues if (made := _made(cue, cues, reading)) is not None]
    found += [made for silence in find_silences(reading.doc) if (made := _silent(silence, reading)) is not None]
    found = confirmed(found, reading)
    found += proposed(found, cues, reading, is_real)
    found = without_minds_of_others(without_echoes(without_doubles(found)), reading)
    found = relayed(found, reading)
    found = with_loose_quotations(found, reading)
    return tuple(_statements(found, reading))


def _made(cue: Cue, cues: tuple[Cue, ...], reading: Reading) -> Found | None:
    if not is_said(cue):
        return None
    if lemma_of(cue.head) in {"quote", "cite"} and any(quoting_verb(other.head) == cue.head for other in cues):
        return None
    speaker = speaker_of(cue, reading)
    if speaker is None or _speaks_for_itself(speaker):
        return None
    content = content_of(cue, speaker, cues, reading)
    if content is None:
        content, cue = _unsaid_by(cue, reading), replace(cue, end=cue.head.i + 1)
    if content is None or not _has_words(content, reading):
        return None
    act = _act(cue, speaker, content, reading)
    if cue.kind == "verb" and is_negated(cue.head):
        cue = replace(cue, start=with_negation(cue))
    elif cue.kind == "verb" and cue.head.tag_ == "VB" and infinitive_is_said(cue.head):  # "went on to say"
        cue = replace(cue, start=cue.head.head.i)
    return Found(cue=cue, speaker=speaker, content=content.spans, act=act, mind=_tells_of_mind(cue, content))


def _unsaid_by(cue: Cue, reading: Reading) -> Content | None:
    """“declined to comment”, with nothing that it is about: what was declined is the content."""
    sense = cue.senses[0]
    if cue.kind != "verb" or "self" not in sense.takes or cue.end == cue.head.i + 1:
        return None
    span = characters(reading.doc, cue.head.i + 1, cue.end)
    return Content(spans=(span,), sense=sense) if span is not None else None


def _tells_of_mind(cue: Cue, content: Content) -> bool:
    return content.sense.mind if content.sense is not None else all(sense.mind for sense in cue.senses)


def _silent(silence: Silence, reading: Reading) -> Found | None:
    """A silence as a statement: it declines, on what it is about."""
    speaker = speaker_at(silence.silent, reading) if silence.silent is not None else None
    content = characters(reading.doc, *silence.about)
    if speaker is None or content is None:
        return None
    sense = Sense(act="decline", takes=("self",))
    cue = Cue(head=reading.doc[silence.end - 1], start=silence.start, end=silence.end, kind="silence", senses=(sense,))
    return Found(cue=cue, speaker=speaker, content=(content,), act="decline")


def _speaks_for_itself(speaker: Speaker) -> bool:
    """“I say”, “we believe” inside a quotation: the quotation's speaker says it already."""
    return (
        speaker.actor is None and speaker.token is not None and speaker.token.lower_ in {"i", "we", "us", "my", "our"}
    )


def _has_words(content: Content, reading: Reading) -> bool:
    return any(any(ch.isalnum() for ch in reading.report.text[s.start : s.end]) for s in content.spans)


# ---------------------------------------------------------------- the act


def _act(cue: Cue, speaker: Speaker, content: Content, reading: Reading) -> Act:
    sense = content.sense or cue.senses[0]
    if cue.kind == "verb" and is_negated(cue.head):
        turned = lexicon().negated.get(lemma_of(cue.head))
        if turned is not None:
            return turned
    tokens = _tokens(content.spans, reading)
    if sense.act == "reject" and _is_report_of_something(tokens):
        return "deny"
    if not sense.open and sense.act != "assert":
        return sense.act
    if not sense.open and not content.quoted and "clause" not in sense.takes:
        return sense.act
    insisted = cue.kind == "verb" and lemma_of(cue.head) in listed("insists")
    named = act_of_name(tokens) if lemma_of(cue.head) in listed("names") else None
    act = named or act_of_content(tokens, _voice(speaker, reading), insisted=insisted)
    if act == "assert" and cue.kind == "verb" and lemma_of(cue.head) in listed("concedes") and not content.quoted:
        return "confirm"
    if act == "assert" and lemma_of(cue.head) == "announce" and cue.kind == "verb":
        return "pledge" if announces_an_act(tokens, _voice(speaker, reading)) else "assert"
    return act


def _is_report_of_something(tokens: list[Token]) -> bool:
    """Rejecting a charge or a report is to deny it (contract, fine points)."""
    first = next((t for t in tokens if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in {"compound", "poss"}), None)
    return first is not None and first.lemma_.lower() in listed("reports")


def _voice(speaker: Speaker, reading: Reading) -> Voice:
    return Voice(actor=speaker.actor, party=speaker.party, cast=reading.cast)


def _tokens(spans: Iterable[Span], reading: Reading) -> list[Token]:
    found: list[Token] = []
    for span in spans:
        words = reading.doc.char_span(span.start, span.end, alignment_mode="expand")
        found.extend(words or ())
    return found


# ---------------------------------------------------------------- the record's form


def _statements(found: list[Found], reading: Reading) -> Iterable[Statement]:
    days: dict[str | None, str] = {}
    for number, made in enumerate(sorted(found, key=lambda f: (f.span.start, f.span.end)), 1):
        outer = _outer(made, found)
        said = said_on(made.cue.head, reading)
        if said and outer is None:
            days[made.speaker.actor] = said
        elif outer is None:
            said = days.get(made.speaker.actor, "") or said_in_digest(made.cue.head, reading)
        content = tuple(sorted((*made.content, *made.extra)))
        yield Statement(
            id=f"s{number}",
            speaker=made.speaker.actor,
            speaker_span=made.speaker.span,
            party=made.speaker.party,
            cue=made.span,
            content=content,
            form=_form(content, reading),
            act=made.act,
            said=said,
            channel=channel_of(made.cue, made.speaker, reading),
            via=made.via
            or (outer.speaker.actor if outer is not None and outer.speaker.actor != made.speaker.actor else None),
        )


def _outer(made: Found, found: list[Found]) -> Found | None:
    """The statement in whose content this one stands: the innermost."""
    around = [other for other in found if other is not made and holds(other, made)]
    return max(around, key=lambda other: other.span.start, default=None)


def _form(content: tuple[Span, ...], reading: Reading) -> Form:
    """Direct where all the words are in quotation marks, mixed where some are."""
    text = reading.report.text
    inside = total = 0
    for span in content:
        quoted = [q for q in reading.quotations if q.start < span.end and span.start < q.end]
        for at in range(span.start, span.end):
            if text[at].isalnum():
                total += 1
                inside += any(q.start <= at < q.end for q in quoted)
    if inside == 0:
        return "indirect"
    return "direct" if inside == total else "mixed"
