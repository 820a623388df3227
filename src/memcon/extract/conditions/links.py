"""Conditions that one clause makes: "A contingent on B", "A in exchange for B", "A depends on B", "B is a precondition for A", "B or A"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import is_negated, own_subject, subject_of
from memcon.extract.conditions.bounds import Range, left_edge, right_edge, trim
from memcon.extract.conditions.clauses import Link, bare_act
from memcon.extract.conditions.lexicon import Phrases, condition_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from memcon.extract.reading import Reading

_BE = frozenset({"be", "'s", "’s", "remain", "become", "seem"})


def clause_links(reading: Reading) -> Iterator[Link]:
    """Every condition that a word inside a clause makes."""
    doc, words = reading.doc, condition_words()
    for token in doc:
        if token.lower_ not in words.linking and token.lemma_.lower() not in words.linking:
            continue  # makes no condition, as hardly any word does
        if length := _phrase(doc, token.i, words.adjectives):
            yield from _adjective(reading, token, length)
        elif length := _phrase(doc, token.i, words.exchange):
            yield from _exchange(reading, token, length)
        elif length := _phrase(doc, token.i, words.verbs):
            yield from _depends(reading, token, length)
        elif token.lemma_.lower() in words.precondition and token.pos_ == "NOUN":
            yield from _precondition(reading, token)
        elif token.lemma_.lower() in words.require and token.pos_ == "VERB":
            yield from _requires(reading, token)
        elif token.lemma_.lower() in words.tie and token.pos_ == "VERB":
            yield from _tied(reading, token)
        elif token.lower_ in {"otherwise", "or"}:
            yield from _otherwise(reading, token)
        elif token.lower_ == "before":
            yield from _before(reading, token)
        elif token.lower_ in {"toward", "towards", "to"} and _is_step(token):
            yield from _step(reading, token)


def _phrase(doc: Doc, at: int, phrases: Phrases) -> int:
    """Length of the phrase of the list that begins at `at` (lemma or word), or 0."""
    token = doc[at]
    firsts = [first for first in dict.fromkeys((token.lower_, token.lemma_.lower())) if first in phrases]
    for phrase in (phrase for first in firsts for phrase in phrases[first]):
        if at + len(phrase) <= len(doc) and all(
            word in {doc[at + n].lower_, doc[at + n].lemma_.lower()} for n, word in enumerate(phrase)
        ):
            return len(phrase)
    return 0


def _rest(reading: Reading, at: int) -> Range | None:
    """The thing required, from token `at` to the clause's end."""
    if at >= len(reading.doc):
        return None
    return trim(reading.doc, at, right_edge(reading, at))


def _denied(token: Token) -> bool:
    """As in "not contingent on": the link is expressly denied."""
    if token.i > 0 and token.nbor(-1).lower_ in {"not", "n't", "n’t", "never", "no", "longer"}:
        return True
    verb = token if token.pos_ in {"VERB", "AUX"} else token.head
    return is_negated(verb) if verb.pos_ in {"VERB", "AUX"} else False


def _adjective(reading: Reading, token: Token, length: int) -> Iterator[Link]:
    doc = reading.doc
    requires = _rest(reading, token.i + length)
    if (
        requires is None
        or _denied(token)
        or not (_concerns(reading, requires) or _concerns(reading, (token.sent.start, token.i)))
    ):
        return
    made = _maker(token)
    if made is not None:
        what = trim(doc, made.i + 1, token.i)
        setter = subject_of(made)
        if what:
            yield Link(what=what, requires=requires, at=token.i, setter=setter.i if setter is not None else None)
        return
    what = _subject_before(reading, token) or trim(doc, left_edge(reading, token.i), token.i)
    if what and (token.lower_ != "subject" or _has_act(doc, what)):
        yield Link(what=bare_act(doc, what), requires=requires, at=token.i)


def _maker(token: Token) -> Token | None:
    """The verb of "made A contingent on"."""
    for i in range(token.i - 1, max(token.sent.start, token.i - 20) - 1, -1):
        before = token.doc[i]
        if before.lemma_ in {"make", "consider", "deem", "render", "declare", "keep"} and before.pos_ == "VERB":
            return before
        if before.lemma_ in _BE or before.text in {",", ";", ":"}:
            return None
    return None


def _subject_before(reading: Reading, token: Token) -> Range | None:
    """The subject of "is contingent on", as a phrase."""
    for i in range(token.i - 1, max(token.sent.start, token.i - 5) - 1, -1):
        verb = reading.doc[i]
        if verb.lemma_.lower() in _BE or verb.tag_ == "MD":
            subject = own_subject(verb) or own_subject(verb.head)
            if subject is not None and subject.i < verb.i:
                return trim(reading.doc, subject.left_edge.i, verb.i)
            return trim(reading.doc, left_edge(reading, i), i)
        if verb.pos_ in {"NOUN", "PROPN"}:
            break
    return None


def _exchange(reading: Reading, token: Token, length: int) -> Iterator[Link]:
    doc = reading.doc
    requires = _rest(reading, token.i + length)
    start = left_edge(reading, token.i)
    end = token.i
    verb = _acting(doc, token, start)
    what = trim(doc, _clause_start(verb, start), end) if verb is not None else trim(doc, start, end)
    if what and requires and (_concerns(reading, what) or _concerns(reading, requires)):
        yield Link(what=bare_act(doc, what), requires=requires, at=token.i, setter=None)


def _acting(doc: Doc, token: Token, start: int) -> Token | None:
    """The verb whose act is exchanged: the nearest one up the tree, else the nearest to the left."""
    for ancestor in token.ancestors:
        aside = any(child.lower_ == "while" for child in ancestor.children)
        if ancestor.pos_ == "VERB" and start <= ancestor.i < token.i and not aside:
            return ancestor
    return next((doc[i] for i in range(token.i - 1, start - 1, -1) if doc[i].pos_ == "VERB"), None)


def _clause_start(verb: Token, start: int) -> int:
    """Where the clause of `verb` begins: an infinitive at itself, a finite verb at its subject."""
    if any(child.lower_ == "to" for child in verb.children if child.i == verb.i - 1):
        return verb.i
    subject = own_subject(verb)
    if subject is not None and start <= subject.left_edge.i < verb.i:
        return subject.left_edge.i
    return verb.left_edge.i if verb.tag_ == "VBG" and verb.left_edge.i >= start else start


def _depends(reading: Reading, token: Token, length: int) -> Iterator[Link]:
    doc = reading.doc
    requires = _rest(reading, token.i + length)
    if requires is None or _denied(token) or (token.lemma_ == "be" and not _has_up(doc, token)):
        return
    subject = own_subject(token)
    if subject is None or subject.i > token.i:
        what = trim(doc, left_edge(reading, token.i), token.i)
    elif subject.lower_ in {"it", "that", "this", "everything", "which", "all", "much"}:
        what = _antecedent(reading, token)
    else:
        what = trim(doc, subject.left_edge.i, _verb_start(token))
    if what and _has_act(doc, what) and (_concerns(reading, what) or _concerns(reading, requires)):
        yield Link(what=what, requires=requires, at=token.i)


def _has_up(doc: Doc, token: Token) -> bool:
    return token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "up"


def _verb_start(verb: Token) -> int:
    """The first auxiliary of a verb."""
    subject = own_subject(verb)
    after = subject.i if subject is not None else -1
    return min([verb.i, *(c.i for c in verb.children if c.dep_ in {"aux", "neg", "advmod"} and after < c.i < verb.i)])


def _antecedent(reading: Reading, token: Token) -> Range | None:
    """What "it" in "it depends on" stands for: the act before it ("would not exclude talks, saying it depends")."""
    doc = reading.doc
    start = token.sent.start
    if not any(t.pos_ in {"NOUN", "VERB"} for t in doc[start : max(start, token.i - 2)]) and start > 0:
        start = doc[start - 1].sent.start
    acts = condition_words().acts
    for i in range(token.i - 1, start - 1, -1):
        if doc[i].lemma_.lower() in acts and doc[i].pos_ == "NOUN":
            top = doc[i]
            while top.dep_ == "pobj" and top.head.head.pos_ == "NOUN" and top.head.head.lemma_.lower() in acts:
                top = top.head.head
            end = next((j for j in range(top.i, token.i) if doc[j].text in {",", "“", '"', ".", ";", ":"}), token.i)
            return trim(doc, top.left_edge.i, end)
    return None


def _tied(reading: Reading, token: Token) -> Iterator[Link]:
    """As in "tied aid to reforms", "linked the release of the sailors to a truce"."""
    doc = reading.doc
    thing = next((c for c in token.children if c.dep_ == "dobj"), None)
    link = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in {"to", "on", "upon"}), None)
    if thing is None or link is None or link.i < thing.i or _denied(token):
        return
    what, requires, setter = trim(doc, thing.left_edge.i, link.i), _rest(reading, link.i + 1), subject_of(token)
    if what and requires and _has_act(doc, what) and _has_act(doc, requires):
        yield Link(what=what, requires=requires, at=token.i, setter=setter.i if setter is not None else None)


def _precondition(reading: Reading, token: Token) -> Iterator[Link]:
    """As in "B is a precondition for A", "the precondition for A is B", "set 12 conditions for A"."""
    doc = reading.doc
    link = token.i + 1
    if link >= len(doc) or doc[link].lower_ not in {"for", "of", "to"} or _has_no(token):
        yield from _precondition_except(reading, token)
        return
    verb = token.head if token.dep_ in {"nsubj", "attr", "dobj", "obj"} else None
    if verb is None:
        return
    setter = subject_of(verb)
    end = right_edge(reading, link)
    if token.dep_ in {"dobj", "obj"} and verb.lemma_ in {
        "set",
        "impose",
        "lay",
        "list",
        "name",
        "put",
        "attach",
        "announce",
        "outline",
        "issue",
        "present",
        "stipulate",
    }:
        what, requires = trim(doc, link + 1, end), trim(doc, token.left_edge.i, link)
    elif token.dep_ == "nsubj" and verb.i > link:
        what, requires = trim(doc, link + 1, _verb_start(verb)), trim(doc, verb.i + 1, end)
        setter = None
    elif token.dep_ == "attr":
        subject = own_subject(verb)
        requires = trim(doc, subject.left_edge.i, _verb_start(verb)) if subject is not None else None
        what, setter = trim(doc, link + 1, end), None
        if subject is not None and subject.lower_ == "which":
            requires = _relative(doc, verb)
    else:
        return
    if what and requires and token.lemma_.lower() != "requirement":
        yield Link(what=what, requires=requires, at=token.i, setter=setter.i if setter is not None else None)


def _relative(doc: Doc, verb: Token) -> Range | None:
    """The noun that "which is a prerequisite" stands for."""
    if verb.dep_ != "relcl":
        return None
    end = next((i for i in range(verb.head.i + 1, verb.i) if doc[i].text == ","), verb.head.i + 1)
    return trim(doc, verb.head.left_edge.i, end)


def _precondition_except(reading: Reading, token: Token) -> Iterator[Link]:
    """As in "no precondition for A, except that B" is a condition after all."""
    doc = reading.doc
    end = token.sent.end
    exception = next(
        (
            i
            for i in range(token.i + 2, end)
            if doc[i].lower_ in {"except", "other", "but"}
            and doc[i - 1].text in {",", "-"}
            and i + 1 < end
            and doc[i + 1].lower_ in {"that", "for", "than"}
        ),
        None,
    )
    if exception is None or doc[token.i + 1].lower_ not in {"for", "to"}:
        return
    what, requires = trim(doc, token.i + 2, exception), _rest(reading, exception + 2)
    if what and requires:
        yield Link(what=what, requires=requires, at=token.i)


def _has_no(token: Token) -> bool:
    return any(child.lower_ in {"no", "any", "without"} for child in token.children) or (
        token.i > 0 and token.nbor(-1).lower_ in {"no", "without"}
    )


def _requires(reading: Reading, token: Token) -> Iterator[Link]:
    """As in "any deal would require Kabul's endorsement"."""
    doc = reading.doc
    subject = own_subject(token)
    if subject is None or subject.i > token.i or _denied(token) or token.tag_ in {"VBD", "VBN"}:
        return
    if subject.lower_ == "which" and token.dep_ == "relcl":
        what = _relative(doc, token)
    else:
        what = trim(doc, subject.left_edge.i, _verb_start(token))
    requires = _rest(reading, token.i + 1)
    if what and requires and _has_act(doc, what) and _is_noun_phrase(doc, requires):
        yield Link(what=what, requires=requires, at=token.i)


def _is_noun_phrase(doc: Doc, words: Range) -> bool:
    return doc[words[0]].pos_ in {"NOUN", "PROPN", "DET", "PRON", "ADJ", "NUM"}


def _otherwise(reading: Reading, token: Token) -> Iterator[Link]:
    """As in "B, otherwise A"; "Iran wants B or it will A": a demand, and what follows if it is not met."""
    doc = reading.doc
    end = right_edge(reading, min(token.i + 1, len(doc) - 1))
    if token.lower_ == "or" and not _own_clause(doc, token.i + 1, end):
        return
    start = left_edge(reading, token.i)
    demand = _demand(doc, token.sent.start, token.i)
    what = trim(doc, token.i + 1, end)
    requires = trim(doc, demand if demand is not None else start, token.i)
    open_act = what is not None and any(t.tag_ == "MD" for t in doc[what[0] : what[1]])
    if what and requires and demand is not None and open_act:
        yield Link(what=what, requires=requires, at=token.i)


def _own_clause(doc: Doc, at: int, end: int) -> bool:
    """A subject and a modal, close by."""
    if at < end and doc[at].lower_ == "else":
        return True
    near = doc[at : min(at + 6, end)]
    modal = next((t.i for t in near if t.tag_ == "MD"), None)
    return modal is not None and modal > at and any(t.pos_ in {"PRON", "PROPN", "NOUN"} for t in doc[at:modal])


def _demand(doc: Doc, start: int, end: int) -> int | None:
    """Where the thing demanded begins, if a demand stands in the range."""
    lower = [doc[i].lower_ for i in range(start, end)]
    for phrase in (*condition_words().demand, ("seeking",), ("deadline",), ("demanded",), ("wanted",), ("seeks",)):
        for n in range(len(lower) - len(phrase)):
            if tuple(lower[n : n + len(phrase)]) == phrase:
                at = start + n + len(phrase)
                if phrase == ("deadline",):
                    return next((i + 1 for i in range(at, end) if doc[i].lower_ == "to"), at)
                return at + 1 if doc[at].lower_ == "first" else at
    return None


def _before(reading: Reading, token: Token) -> Iterator[Link]:
    """As in "Iran must B before A", "B before A can begin"."""
    doc = reading.doc
    start, end = left_edge(reading, token.i), right_edge(reading, token.i)
    demand = _demand(doc, token.sent.start, token.i)
    what, requires = trim(doc, token.i + 1, end), trim(doc, max(demand or start, start), token.i)
    act = what is not None and (
        any(t.tag_ == "VBG" or t.pos_ in {"VERB", "AUX"} for t in doc[what[0] : what[1]]) or _has_act(doc, what)
    )
    if demand is not None and what and requires and act and _concerns(reading, (start, end)):
        yield Link(what=what, requires=requires, at=token.i)


def _is_step(token: Token) -> bool:
    """Whether "toward" follows "as a first step"."""
    if not any(token.doc[i].lower_ == "step" for i in range(max(0, token.i - 5), token.i)):
        return False
    before = [t.lower_ for t in token.doc[max(token.sent.start, token.i - 5) : token.i] if t.is_alpha]
    return before[-1:] == ["step"] and "as" in before and "first" in before


def _step(reading: Reading, token: Token) -> Iterator[Link]:
    """As in "Washington must B as a first step toward A"."""
    doc = reading.doc
    demand = _demand(doc, token.sent.start, token.i)
    opening = next(i for i in range(token.i - 1, token.sent.start - 1, -1) if doc[i].lower_ == "as")
    what, requires = _rest(reading, token.i + 1), trim(doc, demand, opening) if demand is not None else None
    if what and requires:
        yield Link(what=what, requires=requires, at=token.i)


def _has_act(doc: Doc, words: Range) -> bool:
    acts = condition_words().acts
    return any(doc[i].lemma_.lower() in acts or doc[i].pos_ == "VERB" for i in range(*words))


def _concerns(reading: Reading, words: Range) -> bool:
    """Whether the words name a party, or an act between parties."""
    return bool(reading.cast.parties_between(*words)) or any(
        reading.doc[i].lemma_.lower() in condition_words().acts for i in range(*words)
    )
