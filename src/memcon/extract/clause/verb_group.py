"""The verb group: the words around a verb that tell its tense, polarity and modality.

Auxiliaries are read both off the parse and off the words that stand before the verb, since a parser that errs on the one is often
right on the other. What a passive or an infinitive stands for is read here too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_AUXILIARY = frozenset({"aux", "auxpass", "neg"})
_FORMS = frozenset({"be", "have", "do", "get"})
_NEGATIVE = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "hardly", "cannot"})
_FUTURE = frozenset({"will", "shall", "wo", "'ll", "’ll", "sha"})
_WOULD = frozenset({"would", "'d", "’d"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "ca"})
_OBLIGING = frozenset({"should", "must", "ought"})


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbGroup:
    """What the words before a verb say of it. `modal` is ``""`` where there is none; `to` marks an infinitive."""

    verb: Token
    words: tuple[Token, ...]
    negated: bool
    modal: str
    to: bool
    perfect: bool
    progressive: bool
    passive: bool
    past: bool

    @property
    def finite(self) -> bool:
        """Whether the verb or one of its auxiliaries carries tense or a modal."""
        return bool(self.modal) or any(w.tag_ in {"VBD", "VBZ", "VBP"} for w in (*self.words, self.verb))


def verb_group(verb: Token) -> VerbGroup:
    """The group of `verb`; a coordinated verb without auxiliaries of its own takes those of the verb before it."""
    words = tuple(sorted(_words(verb), key=lambda w: w.i))
    if not words and verb.dep_ == "conj" and _same_form(verb, verb.head):
        words = tuple(sorted(_words(verb.head), key=lambda w: w.i))
    lower = [w.lower_ for w in words]
    auxiliaries = [w for w in words if w.lemma_ in _FORMS or w.tag_ == "MD"]
    return VerbGroup(
        verb=verb,
        words=words,
        negated=any(w.lower_ in _NEGATIVE and not _not_only(w) for w in words),
        modal=_modal(lower),
        to="to" in lower,
        perfect=any(w.lemma_ == "have" or w.lower_ in {"'ve", "’ve"} for w in auxiliaries) and verb.tag_ != "VB",
        progressive=verb.tag_ == "VBG"
        and any(w.lemma_ == "be" or w.lower_ in {"'s", "'re", "’s", "’re"} for w in auxiliaries),
        passive=is_passive(verb),
        past=_past(verb, auxiliaries),
    )


def is_plain_present(verb: Token) -> bool:
    """Whether a verb stands in the present tense; "Chile and Peru sign" too, which a tagger may take for an infinitive."""
    if verb.tag_ in {"VBZ", "VBP"}:
        return True
    bare = (
        verb.tag_ == "VB"
        and verb.dep_ in {"ROOT", "conj"}
        and not any(_belongs(w) for w in verb.doc[max(verb.i - 1, 0) : verb.i])
    )
    return bare and any(c.dep_ in {"nsubj", "nsubjpass"} and c.i < verb.i for c in verb.children)


def is_passive(verb: Token) -> bool:
    """Whether a verb is passive: by its auxiliary or subject, or as a past participle that modifies a noun."""
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return True
    if verb.tag_ not in {"VBN", "VBD"}:
        return False
    if verb.dep_ in {"acl", "amod"} or (verb.tag_ == "VBN" and verb.dep_ in {"advcl", "pcomp"}):
        return not any(c.dep_ in {"aux", "nsubj", "dobj"} for c in verb.children)
    return (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and is_passive(verb.head)
        and not any(c.dep_ in {"nsubj", "aux"} for c in verb.children)
    )


def _words(verb: Token) -> Iterator[Token]:
    seen: set[int] = set()
    for child in verb.children:
        if child.dep_ in _AUXILIARY and child.i < verb.i:
            seen.add(child.i)
            yield child
    doc, start, at = verb.doc, verb.sent.start, verb.i - 1
    while at >= start and _belongs(word := doc[at]):
        if at not in seen and not _adverb(word):
            yield word
        at -= 1


def _belongs(word: Token) -> bool:
    """Whether a word before a verb can be part of its group."""
    return word.tag_ in {"RB", "MD", "TO"} or (word.pos_ == "AUX" and word.tag_ != "VBG") or word.lower_ in _NEGATIVE


def _not_only(word: Token) -> bool:
    return word.i + 1 < len(word.doc) and word.nbor(1).lower_ in {"only", "just", "merely"}


def _adverb(word: Token) -> bool:
    return word.tag_ == "RB" and word.lower_ not in _NEGATIVE


def _same_form(verb: Token, other: Token) -> bool:
    return verb.tag_ == other.tag_ and not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in verb.children)


def _modal(lower: list[str]) -> str:
    for kind, words in (("future", _FUTURE), ("would", _WOULD), ("possible", _POSSIBLE), ("obliging", _OBLIGING)):
        if any(w in words for w in lower):
            return kind
    return ""


def _past(verb: Token, auxiliaries: list[Token]) -> bool:
    """Whether the first finite word is in the past tense."""
    for word in (*auxiliaries, verb):
        if word.tag_ == "VBD":
            return True
        if word.tag_ in {"VBZ", "VBP", "MD"}:
            return False
    return False
