"""Cues: the words that attribute, found in the parse by the lexicon ``lexicon/cues.toml``.

A cue is only a candidate here. Whether it makes a statement depends on a speaker and a content, which `speakers` and `contents` look for.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, cast

from memcon.extract.statements.wordlists import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from memcon.model import Act

Kind: TypeAlias = Literal["verb", "noun", "adjective", "shown", "source", "hearsay", "silence"]
Takes: TypeAlias = Literal["clause", "quotation", "thing", "to", "about", "small", "self"]
_LIGHT = frozenset({"ADV", "PART", "PRON", "DET", "AUX"})
_REACH = 4  # words between the parts of a cue of several words: "pointed out", "put it more bluntly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One way in which a word attributes: the act, what its content can be, and with which prepositions.

    `finite`: no clause but a finite one. `mind`: tells of a mind and not of a saying, so it attributes only in the report's own voice.
    """

    act: Act
    takes: tuple[Takes, ...]
    prepositions: frozenset[str] = frozenset()
    open: bool = False
    finite: bool = False
    mind: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A word or turn that attributes. `head` is the token whose arguments tell speaker and content; ``[start, end)`` its tokens."""

    head: Token
    start: int
    end: int
    kind: Kind
    senses: tuple[Sense, ...]
    negated: bool = False
    last: Token | None = None

    @property
    def tail(self) -> Token:
        """The token that the content hangs on: the noun of "expressed hope", else the head."""
        return self.last if self.last is not None else self.head


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """``cues.toml`` by first word; a cue of several words is kept with the rest of its words."""

    verbs: dict[str, list[tuple[tuple[str, ...], Sense]]]
    nouns: dict[str, list[Sense]]
    adjectives: dict[str, list[Sense]]
    shown_verbs: frozenset[str]
    shown_nouns: dict[str, Act]
    negated: dict[str, Act]
    source_phrases: tuple[tuple[str, ...], ...]
    hearsay: dict[str, Act] = field(default_factory=dict)
    goes_on: frozenset[str] = frozenset()


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The cue lexicon, read once."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/cues.toml").read_text("utf-8"))
    verbs: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    for entry in data["verb"]:
        for word in entry["words"]:
            first, *rest = word.split()
            verbs.setdefault(first, []).append((tuple(rest), _sense(entry)))
    return Lexicon(
        verbs=verbs,
        nouns=_single(data["noun"]),
        adjectives=_single(data["adjective"]),
        shown_verbs=frozenset(data["shown"]["verbs"]),
        shown_nouns={noun: cast("Act", act) for act, nouns in data["shown"]["nouns"].items() for noun in nouns},
        negated={verb: cast("Act", act) for act, verbs_ in data["negated"].items() for verb in verbs_},
        source_phrases=tuple(tuple(w.split()) for e in data["source_phrase"] for w in e["words"]),
        goes_on=frozenset(data["goes_on"]["verbs"]),
        hearsay={word: cast("Act", act) for act, words in data["hearsay"].items() for word in words},
    )


def _sense(entry: dict[str, Any]) -> Sense:
    return Sense(
        act=entry["act"],
        takes=tuple(entry["takes"]),
        prepositions=frozenset(entry.get("with", ())),
        open=bool(entry.get("open", False)),
        finite=bool(entry.get("finite", False)),
        mind=bool(entry.get("mind", False)),
    )


def _single(entries: list[dict[str, Any]]) -> dict[str, list[Sense]]:
    table: dict[str, list[Sense]] = {}
    for entry in entries:
        for word in entry["words"]:
            table.setdefault(word, []).append(_sense(entry))
    return table


def find_cues(doc: Doc) -> tuple[Cue, ...]:
    """Every candidate cue, in the order of the text; of two that share a head word the longer stays."""
    taken: dict[int, Cue] = {}
    for token in doc:
        for cue in _cues_at(token):
            old = taken.get(cue.tail.i) or taken.get(cue.head.i)
            if old is None or cue.end - cue.start > old.end - old.start:
                taken[cue.head.i] = cue
                taken[cue.tail.i] = cue
    unique = {id(cue): cue for cue in taken.values()}
    return tuple(sorted(unique.values(), key=lambda cue: (cue.start, cue.end)))


def _cues_at(token: Token) -> Iterator[Cue]:
    if token.pos_ == "VERB" or (token.pos_ == "AUX" and token.lemma_ == "have"):
        yield from _verb(token)
        yield from _shown(token)
    elif token.pos_ in {"NOUN", "PROPN"}:
        yield from _noun(token)
    elif token.pos_ == "ADJ":
        yield from _adjective(token)
    yield from _source(token)
    if token.lower_ in lexicon().hearsay:
        act = lexicon().hearsay[token.lower_]
        yield Cue(head=token, start=token.i, end=token.i + 1, kind="hearsay", senses=(Sense(act=act, takes=("self",)),))


_MENDED = {"hoping": "hope", "hoped": "hope"}


def lemma_of(verb: Token) -> str:
    """The lemma, with the mistakes of the lemmatiser in news mended ("said" is never "sayd")."""
    return _MENDED.get(verb.lower_, verb.lemma_.lower())


def with_negation(cue: Cue) -> int:
    """First token of the cue together with its auxiliaries and its "not": "has not yet commented"."""
    start = cue.start
    above = cue.head.head
    if cue.head.dep_ == "xcomp" and above.lemma_ == "have" and above.i < start:  # "has yet to reply"
        return int(above.i)
    while start > cue.head.sent.start and _belongs_before(cue.head.doc[start - 1], cue.head):
        start -= 1
    while (
        cue.head.doc[start].pos_ == "ADV" and start < cue.start
    ):  # "also never confirmed": the cue begins with its "never"
        if cue.head.doc[start].dep_ == "neg" or cue.head.doc[start].lower_ in {"never", "not"}:
            break
        start += 1
    return start


def _belongs_before(token: Token, verb: Token) -> bool:
    return token.head.i == verb.i and token.dep_ in {"aux", "auxpass", "neg", "advmod"} and token.pos_ != "SCONJ"


def _verb(token: Token) -> Iterator[Cue]:
    best, end = 0, token.i + 1
    senses: list[Sense] = []
    for rest, sense in lexicon().verbs.get(lemma_of(token), ()):
        reach = _following(token, rest)
        if reach is None or len(rest) < best:
            continue
        if len(rest) > best:
            best, senses = len(rest), []
        end = reach
        senses.append(sense)
    if not senses:
        return
    yield Cue(head=token, start=token.i, end=end, kind="verb", senses=tuple(senses))


def _following(token: Token, rest: tuple[str, ...]) -> int | None:
    """End of the cue when the words `rest` follow `token` with no more than adverbs and pronouns between; ``None`` if they don't."""
    at = token.i + 1
    for word in rest:
        limit = min(at + _REACH, token.sent.end)
        while at < limit and not _is_word(token.doc[at], word):
            if not _may_stand_between(token.doc[at]):
                return None
            at += 1
        if at >= limit:
            return None
        at += 1
    return at


def _is_word(token: Token, word: str) -> bool:
    """Whether `token` is the cue's next word; the "on" of "on Friday" is not."""
    return word in {token.lower_, token.lemma_.lower()} and not _before_a_day(token)


def _before_a_day(token: Token) -> bool:
    following = token.doc[token.i + 1 : token.i + 2]
    return token.pos_ == "ADP" and len(following) == 1 and following[0].ent_type_ in {"DATE", "TIME"}


def _may_stand_between(token: Token) -> bool:
    """Whether `token` may part a cue, as adverbs, pronouns and days do: "called on Friday for", "made it clear"."""
    if _before_a_day(token) or token.pos_ in _LIGHT or token.ent_type_ in {"DATE", "TIME"}:
        return True
    return token.dep_ in {"amod", "dative", "compound", "npadvmod"}


def _shown(token: Token) -> Iterator[Cue]:
    """“expressed hope”, “voiced their readiness”: a verb of showing with the noun of what is shown."""
    if token.lemma_ not in lexicon().shown_verbs or (token.lemma_ == "show" and _is_of_document(token)):
        return
    for child in token.children:
        noun = child.lower_ if child.lower_ in lexicon().shown_nouns else child.lemma_.lower()
        if child.dep_ in {"dobj", "nsubjpass"} and noun in lexicon().shown_nouns:
            if token.lemma_ in {"have", "make", "give", "offer", "state", "issue"} and not _has_content(child):
                continue
            sense = Sense(act=lexicon().shown_nouns[noun], takes=("clause", "to", "about"), prepositions=_ANY)
            first, last = sorted((token, child), key=lambda t: t.i)
            yield Cue(head=token, last=child, start=first.i, end=last.i + 1, kind="shown", senses=(sense,))
            return


def _is_of_document(verb: Token) -> bool:
    """“A survey shows support for …”: a document shows what others feel."""
    return any(c.dep_ == "nsubj" and c.lemma_.lower() in listed("documents") for c in verb.children)


_ANY = frozenset(
    {"for", "about", "over", "at", "in", "of", "to", "on", "with", "against", "that", "from", "towards", "toward"}
)


def _has_content(noun: Token) -> bool:
    return any(child.dep_ in {"acl", "ccomp", "relcl"} for child in noun.children)


def _noun(token: Token) -> Iterator[Cue]:
    senses = lexicon().nouns.get(token.lemma_.lower())
    if senses and token.dep_ != "compound":
        yield Cue(head=token, start=token.i, end=token.i + 1, kind="noun", senses=tuple(senses))


def _adjective(token: Token) -> Iterator[Cue]:
    senses = lexicon().adjectives.get(token.lower_)
    if senses and token.dep_ in {"acomp", "conj", "ROOT", "ccomp", "xcomp", "oprd", "relcl", "advcl"}:
        yield Cue(head=token, start=token.i, end=token.i + 1, kind="adjective", senses=tuple(senses))


def _source(token: Token) -> Iterator[Cue]:
    for words in lexicon().source_phrases:
        if token.lower_ == words[0] and tuple(t.lower_ for t in token.doc[token.i : token.i + len(words)]) == words:
            end = token.i + len(words)
            last = token.doc[end - 1]
            sense = Sense(act="assert", takes=("self",), open=True)
            yield Cue(head=token, last=last, start=token.i, end=end, kind="source", senses=(sense,))
