"""Clauses as contents: after the cue (said that …), before it (…, she said), and around it (The talks, she said, would …)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import characters, own_subject
from memcon.extract.statements.cue_clause import FINITE, SUBJECT, first_of_clause, has_object, is_finite, says_something
from memcon.extract.statements.ends import end_of_content

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from memcon.extract.reading import Reading
    from memcon.extract.statements.cues import Cue
    from memcon.extract.statements.speakers import Speaker
    from memcon.model import Span


def clause_content(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> tuple[Span, ...]:
    """The clause that is the content: after the cue, else before or around it."""
    plain = _yes_or_no(cue, reading)
    if plain is not None:
        return (plain,)
    after = _clause_after(cue, speaker, cues, reading)
    if after is not None:
        return (after,)
    says = any(sense.open for sense in cue.senses if "clause" in sense.takes)
    return _clause_before(cue, speaker, cues, reading) if says else ()


def _yes_or_no(cue: Cue, reading: Reading) -> Span | None:
    """“said yes”."""
    word = reading.doc[cue.end : cue.end + 1]
    says = cue.kind == "verb" and cue.head.lemma_ in {"say", "answer", "reply", "vote"}
    return (
        characters(reading.doc, cue.end, cue.end + 1)
        if says and word.text.lower() in {"yes", "no"} and _ends_there(word[0])
        else None
    )


def _ends_there(word: Token) -> bool:
    following = word.doc[word.i + 1 : word.i + 2]
    return (
        not following
        or following[0].is_punct
        or following[0].pos_ in {"CCONJ", "SCONJ", "ADP"}
        or following[0].is_space
    )


def _clause_after(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> Span | None:
    start = _complement_start(cue, speaker)
    if start is None:
        return None
    return characters(reading.doc, start, end_of_content(cue, start, cues, reading))


def _complement_start(cue: Cue, speaker: Speaker) -> int | None:
    """First token of the clause that the cue takes after it."""
    tail, head = cue.tail, cue.head
    children = [c for t in dict.fromkeys((tail, head)) for c in t.children]
    clauses = [
        c
        for c in children
        if c.dep_ in {"ccomp", "acl", "relcl", "pcomp"}
        or (c.dep_ in {"xcomp", "dep", "advcl", "parataxis", "conj"} and _has_that(c))
    ]
    finite = all(sense.finite for sense in cue.senses if "clause" in sense.takes)
    for clause in sorted(clauses, key=lambda c: c.i):
        if _is_bare_participle(clause) or (finite and not _is_finite_clause(clause)):
            continue
        if clause.i >= cue.end and (clause.dep_ == "ccomp" or cue.kind != "noun" or _has_that(clause)):
            if cue.kind == "noun" and clause.dep_ in {"acl", "relcl"} and not _has_that(clause):
                continue
            if cue.kind != "noun" and clause.dep_ in {"acl", "relcl"} and not _has_that(clause):
                continue
            return _from_cue(max(cue.end, clause.left_edge.i), cue, speaker)
    if cue.kind == "noun":
        return _that_after(cue) or _predicate(cue)
    if cue.kind == "adjective" or not any(sense.open for sense in cue.senses):
        return None
    return _raised(cue) or _finite_after(cue, speaker)


def _raised(cue: Cue) -> int | None:
    """“a raid that the army said | killed four”: a clause whose subject stands before the cue."""
    verb = cue.head.doc[cue.end : cue.end + 1]
    subject = own_subject(cue.head)
    follows = bool(verb) and (verb[0].tag_ in FINITE or (verb[0].tag_ == "VBN" and cue.head.tag_ in FINITE))
    return (
        cue.end
        if follows and cue.head.dep_ in {"relcl", "ccomp", "acl"} and subject is not None and subject.i < cue.head.i
        else None
    )


def _is_finite_clause(clause: Token) -> bool:
    """“found that they agreed”, “saw the talks had failed”; not “found them useful”."""
    return (
        clause.tag_ in FINITE
        or _has_that(clause)
        or any(c.tag_ in FINITE for c in clause.children if c.dep_ in {"aux", "auxpass"})
    )


def _is_bare_participle(clause: Token) -> bool:
    """“proposed restoring air travel”: a participle without a subject is an object, not a clause."""
    return clause.tag_ == "VBG" and not any(c.dep_ in SUBJECT or c.dep_ == "aux" for c in clause.children)


def _that_after(cue: Cue) -> int | None:
    """“reports this week that …”: the “that” that the parse hangs elsewhere."""
    for token in cue.head.doc[cue.end : min(cue.end + 4, cue.head.sent.end)]:
        if token.lower_ == "that" and token.dep_ == "mark":
            return int(token.i)
        if token.is_punct or token.pos_ in {"VERB", "AUX"}:
            return None
    return None


def _predicate(cue: Cue) -> int | None:
    """“Their view was that …”: the clause behind the verb "be"."""
    be = cue.head.head
    if cue.head.dep_ != "nsubj" or be.lemma_ != "be":
        return None
    clause = next(
        (c for c in be.children if c.dep_ in {"ccomp", "attr", "advcl"} and c.i > be.i and _has_that(c)), None
    )
    return int(clause.left_edge.i) if clause is not None else None


def _from_cue(start: int, cue: Cue, speaker: Speaker) -> int:
    """A complement that the parse begins too late ("said the | talks would …") begins after the speaker instead."""
    if speaker.token is not None and cue.end <= start <= speaker.token.i:
        return speaker.token.right_edge.i + 1
    return start


def _has_that(clause: Token) -> bool:
    return any(
        child.lower_ in {"that", "whether", "if", "how", "why", "what"}
        and child.dep_ in {"mark", "advmod", "dobj", "nsubj", "attr"}
        for child in clause.children
    )


def _finite_after(cue: Cue, speaker: Speaker) -> int | None:
    """Where the parse gives no complement: after the cue and its circumstances, if a "that" or a subject with a finite verb follows."""
    sent, doc = cue.head.sent, cue.head.doc
    begin = max(
        cue.end, (speaker.token.right_edge.i + 1) if speaker.token is not None and speaker.token.i > cue.head.i else 0
    )
    for token in doc[begin : sent.end]:
        if token.lower_ == "that" and token.pos_ == "SCONJ":
            return int(token.i)
        if token.text in {";", ":"} or (token.text == "," and token.i > cue.end + 8) or _is_conjunct(token, cue):
            break
    start = _after_circumstances(begin, cue)
    rest = doc[start : sent.end]
    if start >= sent.end or doc[start].text in {",", ";", ".", "and", "but"} or doc[start].is_punct:
        return None
    subject = next((t for t in rest if t.dep_ in SUBJECT and t.i > start - 1), None)
    verb = next((t for t in rest if t.tag_ in FINITE and not _is_relative(t)), None)
    return (
        start
        if subject is not None and verb is not None and subject.i < verb.i and not _is_conjunct(verb, cue)
        else None
    )


def _is_relative(verb: Token) -> bool:
    """Whether a finite verb is one of a relative clause: then it tells of a noun and makes no clause of its own."""
    head = verb.head if verb.tag_ == "MD" or verb.dep_ in {"aux", "auxpass"} else verb
    return head.dep_ in {"relcl", "acl"}


def _is_conjunct(token: Token, cue: Cue) -> bool:
    return token.dep_ == "conj" and token.head.i == cue.head.i


def _after_circumstances(begin: int, cue: Cue) -> int:
    """Past the day, the place and the hearer ("on Monday", "in Geneva", "reporters")."""
    start = begin
    for child in cue.head.children:
        short = child.right_edge.i - child.left_edge.i < 6
        if (
            child.left_edge.i == start
            and short
            and child.dep_ in {"prep", "npadvmod", "advmod", "dobj", "dative", "tmod"}
        ):
            start = int(child.right_edge.i) + 1
    return start


def _clause_before(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> tuple[Span, ...]:
    """“…, he said (on Monday).” and “The talks, he said, would go on.”."""
    if cue.kind != "verb" or cue.head.dep_ in {"relcl", "acl"} or has_object(cue) or own_subject(cue.head) is None:
        return ()
    doc, sent = reading.doc, cue.head.sent
    first = first_of_clause(cue, speaker)
    if speaker.token is not None and speaker.token.i > cue.head.i:  # "…, said the minister"
        first = min(first, cue.start)
    if first <= sent.start + 1 or doc[first - 1].text not in {",", "”", '"', "—", "–", "?", "!", "-", "’"}:
        return ()
    lead = characters(doc, int(sent.start), first)
    after = max(
        cue.end, (speaker.token.right_edge.i + 1) if speaker.token is not None and speaker.token.i > cue.head.i else 0
    )
    follows = next((t.i for t in doc[after : min(after + 8, sent.end)] if t.text == ","), None)
    tail = None
    if follows is not None and is_finite(doc, follows + 1, sent.end) and not any(o.start == follows + 1 for o in cues):
        tail = characters(doc, follows + 1, end_of_content(cue, follows + 1, cues, reading))
    if lead is not None and not says_something(doc, lead) and not (tail is not None and _begins_with_verb(doc, tail)):
        lead = None
    return tuple(span for span in (lead, tail) if span is not None)


def _begins_with_verb(doc: Doc, span: Span) -> bool:
    """Whether the words after a cue go on with the verb of a subject before it: “The talks, she said, would go on”."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return words is not None and words[0].pos_ in {"VERB", "AUX"}
