"""Conditions that a subordinate clause makes: "A if B", "unless B, A", "no A until B", "A only when B", "A as long as B".

The clause after the subordinator is what is required; the main clause is what depends on it. The two may come in either order,
and a main clause of duty ("if Iran wants talks, it must first …") turns them round.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.extract.conditions.bounds import Range, is_cue, left_edge, right_edge, starts_clause, trim
from memcon.extract.conditions.lexicon import ConditionWords, Needs, condition_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from memcon.extract.reading import Reading

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_WISH = frozenset({"want", "wish", "seek", "hope", "desire", "like", "aim"})
_COUNTERFACTUAL = frozenset({"would", "could", "might", "should"})
_OPENERS = frozenset(
    {
        "that",
        "and",
        "but",
        "or",
        "however",
        "also",
        "so",
        "because",
        "then",
        "moreover",
        ":",
        ";",
        "“",
        '"',
        "``",
        "”",
        "—",
        "–",
        "-",
        "…",
        "....",
        "...",
        "‘",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """`what` depends on `requires` (token ranges); `at` is the word that links them, `setter` the token of who sets it, if that shows."""

    what: Range
    requires: Range
    at: int
    setter: int | None = None


def subordinate_links(reading: Reading) -> Iterator[Link]:
    """Every condition made by a subordinator, in the order of the text."""
    doc, words = reading.doc, condition_words()
    taken = -1
    for token in doc:
        if token.i <= taken:
            continue
        match = _subordinator(doc, token.i, words)
        if match is None:
            continue
        length, needs = match
        taken = token.i + length - 1
        if needs != "skip" and not _asks(token, words):
            yield from _link(reading, token.i, length, needs)


def _subordinator(doc: Doc, at: int, words: ConditionWords) -> tuple[int, Needs] | None:
    """Length and need of the longest subordinator that begins at token `at`."""
    for phrase, needs in words.subordinators.get(doc[at].lower_, ()):
        if at + len(phrase) <= len(doc) and all(doc[at + n].lower_ == word for n, word in enumerate(phrase)):
            return len(phrase), needs
    return (1, "modal") if _fronted_should(doc[at]) else None


def _fronted_should(token: Token) -> bool:
    """As in "Should Sudria attack, France will respond" is an *if*; a question is not."""
    if token.lower_ != "should":
        return False
    first = token.i == token.sent.start or (token.i == token.sent.start + 1 and token.nbor(-1).is_quote)
    return first and token.doc[token.sent.end - 1].text != "?"


def _asks(token: Token, words: ConditionWords) -> bool:
    """As in "asked if", "unclear if": a question, no condition."""
    if token.lower_ != "if" or token.i in (0, token.sent.start):
        return False
    before = token.nbor(-1)
    return before.lemma_.lower() in words.asking - {"say", "discuss", "consider", "decide", "tell"} or (
        before.lower_ == "whether"
    )


def _link(reading: Reading, at: int, length: int, needs: Needs) -> Iterator[Link]:
    doc = reading.doc
    begin = at + length
    if begin >= doc[at].sent.end:
        return
    pair = _leading(reading, at, begin) if _opens_clause(doc, at) else _trailing(reading, at, begin)
    if pair is None:
        return
    what, requires = pair
    if not _binds(doc, what, requires, needs, at):
        return
    if what[0] > at and _is_duty_of_wish(doc, what, requires):
        what, requires = _after_wish(doc, requires), _after_duty(doc, what)
    elif what[0] < at and _is_duty_of_wish(doc, what, requires):
        what, requires = _after_wish(doc, requires), what
    yield Link(what=what, requires=requires, at=at)


def _opens_clause(doc: Doc, at: int) -> bool:
    """Whether the subordinator comes before its main clause."""
    start = doc[at].sent.start
    i = at - 1
    while i >= start and (doc[i].is_space or doc[i].text in {'"', "“", "”", "``", "‘", "'", "[", "("}):
        i -= 1
    if i < start or doc[i].lower_ in _OPENERS or is_cue(doc[i]):
        return True
    if doc[i].text != ",":
        return False
    chunk = [doc[j] for j in range(start, i)]
    return (
        i - start <= 2
        or is_cue(doc[i - 1])
        or not any(t.pos_ in {"VERB", "AUX"} for t in chunk)
        or chunk[-1].lower_ in _OPENERS
    )


def _clause_verb(doc: Doc, at: int, begin: int) -> Token | None:
    """The verb of the clause that the subordinator opens."""
    for i in range(at, begin):
        head = doc[i].head
        if doc[i].dep_ in {"mark", "advmod", "prep"} and head.i >= begin and head.pos_ in {"VERB", "AUX"}:
            return head
    return None


def _leading(reading: Reading, at: int, begin: int) -> tuple[Range, Range] | None:
    """As in "If B, A": (A, B)."""
    doc = reading.doc
    end = doc[at].sent.end
    split = _after_then(doc, begin, end) or _main_start(doc, at, begin, end)
    if doc[at].lower_ == "only":
        split = _inverted(doc, begin, end) or split
    if split is None:
        return None
    requires = trim(doc, begin, split)
    main_end = right_edge(reading, _first_verb(doc, split, end))
    what = trim(doc, split, main_end)
    return (bare_act(doc, what), requires) if what and requires else None


def _after_then(doc: Doc, begin: int, end: int) -> int | None:
    """After the "then" that answers an "if"."""
    return next((i + 1 for i in range(begin + 2, end - 1) if doc[i].lower_ == "then" and doc[i - 1].text == ","), None)


def _inverted(doc: Doc, begin: int, end: int) -> int | None:
    """The auxiliary that "only when B" puts before its subject ("only then can …")."""
    verb = next(
        (i for i in range(begin, end) if doc[i].tag_ in {"VBZ", "VBP", "VBD", "VBN"} and doc[i].pos_ == "VERB"), begin
    )
    for i in range(verb + 1, end - 1):
        fronted = doc[i].tag_ == "MD" or doc[i].lower_ in {"does", "do", "did", "is", "are"}
        if fronted and doc[i + 1].pos_ in {"DET", "PRON", "PROPN", "NOUN", "ADJ"}:
            return i
    return None


def _main_start(doc: Doc, at: int, begin: int, end: int) -> int | None:
    """Where the main clause begins, after "If B"."""
    verb = _clause_verb(doc, at, begin)
    if verb is not None and verb.head.i > verb.i and verb.head.i < end and not is_cue(verb.head):
        subjects = [child.left_edge.i for child in verb.head.children if child.dep_ in _SUBJECTS and child.i > verb.i]
        if subjects and any(doc[i].text == "," for i in range(begin, min(subjects))):
            return _after_last_comma(doc, begin, min(subjects))
        if subjects:
            return min(subjects)
    return _by_commas(doc, begin, end)


def _after_last_comma(doc: Doc, begin: int, start: int) -> int:
    """The comma nearest before the main clause's subject, if only an adverbial stands between."""
    for i in range(start - 1, begin, -1):
        if doc[i].text == ",":
            return i + 1
        if doc[i].pos_ in {"VERB", "AUX"}:
            return start
    return start


def _by_commas(doc: Doc, begin: int, end: int) -> int | None:
    """The first comma with a verb before it and a subject with its verb after it."""
    seen_verb = False
    for i in range(begin, end - 2):
        seen_verb = seen_verb or doc[i].pos_ in {"VERB", "AUX"}
        if doc[i].text in {",", "...", "…", "-"} and seen_verb and starts_clause(doc, i + 1, end):
            return i + 1
        if doc[i].lower_ == "then" and seen_verb:
            return i + 1
    return None


def _first_verb(doc: Doc, start: int, end: int) -> int:
    return next((i for i in range(start, end) if doc[i].pos_ in {"VERB", "AUX"}), start)


def _trailing(reading: Reading, at: int, begin: int) -> tuple[Range, Range] | None:
    """As in "A if B": (A, B)."""
    doc = reading.doc
    verb = _clause_verb(doc, at, begin)
    start = left_edge(reading, at)
    head = verb.head if verb is not None else None
    if (
        head is not None
        and start < head.i < at
        and head.dep_ in {"xcomp", "acl", "ccomp", "relcl"}
        and _infinitive(head)
    ):
        start = head.i
    what = trim(doc, start, at)
    requires = trim(doc, begin, right_edge(reading, begin))
    return (bare_act(doc, what), requires) if what and requires else None


def _infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def bare_act(doc: Doc, what: Range) -> Range:
    """`what` without "X is ready to", "has agreed with", "ruled out the possibility of": the act itself."""
    words = condition_words()
    start, end = what
    for i in range(end - 2, start - 1, -1):
        lemma = doc[i].lemma_.lower()
        if lemma not in words.committing or any(child.tag_ == "MD" for child in doc[i].children):
            continue
        after = _past_link(doc, i + 1, end)
        if after is not None and end - after >= 1 and any(t.pos_ in {"VERB", "AUX", "NOUN"} for t in doc[after:end]):
            return after, end
    return what


def _past_link(doc: Doc, at: int, end: int) -> int | None:
    """Past "to", "that", "with", "out the possibility of" after a word of commitment; ``None`` where no such link follows."""
    i = at
    while i < end and (doc[i].lower_ == "out" or doc[i].is_quote):
        i += 1
    while i < end and doc[i].lower_ in {"the", "any", "prospect", "prospects", "possibility", "idea", "a"}:
        i += 1
    if i < end and doc[i].lower_ in {"to", "that", "with", "for", "of"}:
        return i + 1
    return i if i > at else None


def _binds(doc: Doc, what: Range, requires: Range, needs: Needs, at: int) -> bool:
    """Whether the main clause is open, or barred, as the subordinator needs it to be; a past that never was is none."""
    words = condition_words()
    main = doc[what[0] : what[1]]
    around = {t.lower_ for t in main} | {t.lemma_.lower() for t in main} | _before(doc, what)
    if any(
        t.lower_ in _COUNTERFACTUAL
        and t.i + 2 < len(doc)
        and doc[t.i + 1].lower_ == "have"
        and doc[t.i + 2].tag_ == "VBN"
        for t in main
    ):
        return False
    if needs == "none":
        return any(doc[i].pos_ in {"VERB", "AUX", "NOUN"} for i in range(*requires))
    if needs == "no":
        return bool(around & {"no", "not", "n't", "n’t", "never", "cannot", "impossible"}) and _has_act(
            doc, what, requires, at
        )
    if needs == "bar":
        return bool(around & words.bar) and _is_act(doc, requires)
    return (
        bool(around & (words.open | {"not", "never", "no"}))
        or _imperative(doc, what)
        or doc[what[0] - 1].lower_ == "to"
    )


def _before(doc: Doc, what: Range) -> set[str]:
    """The words of the same sentence just before `what`, where "is ready to" was cut off."""
    start = max(doc[what[0]].sent.start, what[0] - 6)
    return {t.lower_ for t in doc[start : what[0]]} | {t.lemma_.lower() for t in doc[start : what[0]]}


def _has_act(doc: Doc, what: Range, requires: Range, at: int) -> bool:
    """For "while" and "without": a future that is barred, and an act on both sides."""
    modal = any(t.tag_ == "MD" or t.lower_ in {"no", "never"} for t in doc[what[0] : what[1]])
    if doc[at].lower_ == "while":
        return (
            modal
            and any(t.tag_ in {"VBZ", "VBP"} or t.lower_ == "under" for t in doc[requires[0] : requires[1]])
            and doc[at - 1].text != ","
        )
    return modal and _is_act(doc, requires) and what[1] <= at


def _is_act(doc: Doc, requires: Range) -> bool:
    """Whether an act or state is required ("until the blockade ends"), not only a time ("until Friday")."""
    acts = condition_words().acts
    inside = doc[requires[0] : requires[1]]
    finite = any(t.tag_ in {"VBZ", "VBP", "VBD", "MD"} for t in inside)
    if not finite and any(t.ent_type_ in {"DATE", "TIME"} for t in inside):
        return False  # "until the end of the year"
    return finite or any(t.lemma_.lower() in acts or t.lemma_.lower() == "end" for t in inside)


def _imperative(doc: Doc, what: Range) -> bool:
    return doc[what[0]].tag_ == "VB"


def _is_duty_of_wish(doc: Doc, main: Range, condition: Range) -> bool:
    """As in "if Iran wants A, it must B"."""
    wish = any(t.lemma_.lower() in _WISH for t in doc[condition[0] : min(condition[0] + 6, condition[1])])
    return wish and _duty(doc, main) is not None


def _duty(doc: Doc, main: Range) -> int | None:
    """Where the duty itself begins, after "must" or "has to"."""
    lower = [doc[i].lower_ for i in range(*main)]
    for phrase in condition_words().demand:
        for n in range(len(lower) - len(phrase)):
            if tuple(lower[n : n + len(phrase)]) == phrase and phrase[0] not in {"want", "wants", "demand", "demands"}:
                return main[0] + n + len(phrase)
    return None


def _after_wish(doc: Doc, condition: Range) -> Range:
    start = next(i for i in range(*condition) if doc[i].lemma_.lower() in _WISH) + 1
    if start < condition[1] and doc[start].lower_ == "to":
        start += 1
    return (start, condition[1]) if start < condition[1] else condition


def _after_duty(doc: Doc, main: Range) -> Range:
    start = _duty(doc, main) or main[0]
    return (start + 1, main[1]) if start + 1 < main[1] and doc[start].lower_ == "first" else (start, main[1])
