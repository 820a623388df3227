"""Conditions: one thing made to depend on another ("ferries contingent on a harbor accord", "no talks until the blockade ends").

`conditions_clauses` finds those of a subordinate clause, `conditions_links` those inside one clause; here each is given who sets it and
the statement that carries it. Predictions and rhetoric drop out where no party acts or is acted on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import characters, subject_of
from memcon.extract.conditions.bounds import is_cue
from memcon.extract.conditions.clauses import Link, subordinate_links
from memcon.extract.conditions.lexicon import condition_words
from memcon.extract.conditions.links import clause_links
from memcon.model import Condition

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.conditions.bounds import Range
    from memcon.extract.reading import Reading
    from memcon.model import Span, Statement

_PERSONAL = frozenset({"i", "we", "you", "he", "she", "they", "it", "them", "us", "him", "our", "their", "his", "its"})


def find_conditions(reading: Reading, statements: tuple[Statement, ...]) -> tuple[Condition, ...]:
    """Every condition of the report, in the order of the text."""
    found = [built for link in _links(reading) if (built := _condition(reading, link, statements)) is not None]
    found.sort(key=lambda condition: min(condition.what, condition.requires))
    kept = [c for n, c in enumerate(found) if not any(_same(c, other) for other in found[:n])]
    return tuple(_numbered(c, n) for n, c in enumerate(kept, 1))


def _links(reading: Reading) -> Iterator[Link]:
    for link in (*subordinate_links(reading), *clause_links(reading)):
        if _between_parties(reading, link):
            yield link


def _between_parties(reading: Reading, link: Link) -> bool:
    """A condition binds a party's act: one is named in it, or a pronoun or an act between parties stands for one."""
    both = (*range(*link.what), *range(*link.requires))
    doc = reading.doc
    if any(reading.cast.at(i) is not None for i in both):
        return True
    return any(doc[i].lower_ in _PERSONAL or doc[i].lemma_.lower() in condition_words().acts for i in both)


def _condition(reading: Reading, link: Link, statements: tuple[Statement, ...]) -> Condition | None:
    what, requires = characters(reading.doc, *link.what), characters(reading.doc, *_to_its_end(reading, link.requires))
    if what is None or requires is None or what.overlaps(requires):
        return None
    source = _source(what, requires, statements)
    return Condition(
        id="",
        what=what,
        requires=requires,
        set_by=_setter(reading, link, source),
        source=source.id if source is not None else None,
    )


def _to_its_end(reading: Reading, requires: Range) -> Range:
    """What is required, without what only says in which frame: "as part of a deal"."""
    start, end = requires
    doc = reading.doc
    frame = (i for i in range(start + 1, end - 2) if doc[i : i + 3].text.lower() == "as part of")
    return start, next(frame, end)


def _source(what: Span, requires: Span, statements: tuple[Statement, ...]) -> Statement | None:
    """The outermost statement whose content holds the condition."""
    holding = [s for s in statements if any(c.overlaps(what) or c.overlaps(requires) for c in s.content)]
    return max(holding, key=lambda s: sum(c.end - c.start for c in s.content), default=None)


def _setter(reading: Reading, link: Link, source: Statement | None) -> str | None:
    """Who makes the one depend on the other: who is said to, else whose words they are, else who commits or acts."""
    if link.setter is not None and (party := _party(reading, link.setter)):
        return party
    committed = _committed(reading, link)
    if committed is not None:
        return committed
    if source is not None and source.party is not None:
        return source.party
    return _speaker(reading, link) or _actor(reading, link.what)


def _party(reading: Reading, token: int) -> str | None:
    mention = reading.cast.at(token)
    return mention.parties[0] if mention is not None and mention.parties else None


def _committed(reading: Reading, link: Link) -> str | None:
    """The party whose offer, promise or refusal it is ("Saudi Arabia's offer to cut its production if …")."""
    doc, words = reading.doc, condition_words()
    start = max(doc[link.what[0]].sent.start, link.what[0] - 7)
    for i in range(link.what[0] - 1, start - 1, -1):
        token = doc[i]
        if link.requires[0] <= i < link.requires[1] or token.lemma_ in {"want", "demand"}:
            continue
        if token.lemma_.lower() in words.committing and token.pos_ in {"VERB", "NOUN", "ADJ"} and not is_cue(token):
            holder = _holder(token)
            return _party(reading, holder.i) if holder is not None else None
    return None


def _holder(token: Token) -> Token | None:
    if token.pos_ == "NOUN":
        return next((child for child in token.children if child.dep_ == "poss"), None)
    return subject_of(token)


def _speaker(reading: Reading, link: Link) -> str | None:
    """Who speaks, where no statement was found: the cue that governs the link, else one of the sentence or of the one or two before."""
    token = reading.doc[link.at]
    for verb in (*token.ancestors, *token.sent):
        if party := _cue_party(reading, verb):
            return party
    sentence = token.sent
    for _ in range(2):
        if sentence.start == 0:
            return None
        sentence = reading.doc[sentence.start - 1].sent
        if party := next((found for verb in sentence if (found := _cue_party(reading, verb))), None):
            return party
    return None


def _cue_party(reading: Reading, verb: Token) -> str | None:
    if not is_cue(verb):
        return None
    subject = subject_of(verb)
    return _party(reading, subject.i) if subject is not None else None


def _actor(reading: Reading, what: Range) -> str | None:
    """The first party that acts in `what` or in the clause it was cut from."""
    doc = reading.doc
    for i in range(*what):
        if doc[i].pos_ == "VERB" and (subject := subject_of(doc[i])) is not None:
            party = _party(reading, subject.i)
            if party is not None:
                return party
    parties = reading.cast.parties_between(doc[what[0]].sent.start, what[1])
    return parties[0] if parties else None


def _same(one: Condition, other: Condition) -> bool:
    """Whether two rules found one condition twice."""
    straight = one.what.overlaps(other.what) and one.requires.overlaps(other.requires)
    return straight or (one.what.overlaps(other.requires) and one.requires.overlaps(other.what))


def _numbered(condition: Condition, number: int) -> Condition:
    return Condition(
        id=f"c{number}",
        what=condition.what,
        requires=condition.requires,
        set_by=condition.set_by,
        source=condition.source,
    )
