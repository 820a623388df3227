"""Lists of parties read off the words, since the parse of a long list loses its thread at commas and appositions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.sides_doers import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from memcon.actors import Cast

Parties = tuple[str, ...]
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMING = frozenset({"ADJ", "PROPN", "NOUN"})
_IN_A_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "CCONJ", "PART", "NUM"})


def union(*groups: Iterable[str]) -> Parties:
    """The parties of several groups, each once, in order."""
    return tuple(dict.fromkeys(p for group in groups for p in group))


def listed(token: Token, cast: Cast) -> Parties:
    """The further names of a subject that is a list: "A, B, C and D recognise"."""
    found: list[Parties] = [_headlined(token, cast)]
    for word in token.doc[token.i + 1 : token.sent.end]:
        mention = cast.at(word.i)
        if mention is not None and mention.reference == "name" and word.dep_ not in {"pobj", "dobj"}:
            found.append(mention.parties)
        elif word.lower_ not in {",", "and", "&", "the", "as", "well"}:
            break
    return union(*found)


def _headlined(token: Token, cast: Cast) -> Parties:
    """The first of the two names that open a headline with a comma for "and": "Chile, Peru hold talks"."""
    first, comma = token.sent.start, token.i - 1
    if comma <= first or token.doc[comma].text != "," or token.left_edge.i < comma:
        return ()
    mention, own = cast.at(comma - 1), cast.at(token.i)
    names = mention is not None and own is not None and mention.reference == own.reference == "name"
    opens = cast.at(first) is mention
    return mention.parties if mention is not None and names and opens and token.head.tag_ in {"VBP", "VB"} else ()


def enumerated(token: Token, cast: Cast) -> Parties:
    """The further names of a list that begins with the name `token`: "Chile, Peru and Bolivia".

    A list that a verb follows is the verb's subject, and the name before it none of it ("in Chile, Peru and Bolivia said").
    """
    mention = cast.headed(token.i)
    if mention is None or mention.reference != "name" or token.dep_ in _SUBJECTS:
        return ()
    found: list[Parties] = []
    closed = False
    for word in token.doc[token.i + 1 : token.sent.end]:
        at = cast.at(word.i)
        if at is not None and at.reference == "name":
            found.append(at.parties)
            if closed and at.head == word.i:
                return () if word.i + 1 < len(word.doc) and word.nbor(1).pos_ in _VERBAL else union(*found)
        elif word.lower_ == "and":
            closed = True
        elif word.lower_ not in {",", "the"}:
            break
    return ()


def paired(token: Token, cast: Cast) -> Parties:
    """Both owners of a plural of people: "Chilean and Peruvian officials", "Chile and Peru leaders"."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in words()["people"]:
        return ()
    found: list[Parties] = []
    joined = False
    for word in _leftward(token):
        joined |= word.lower_ == "and"
        at = cast.at(word.i)
        if at is not None and at.head == word.i and at.reference in {"name", "adjective"} and not at.as_place:
            found.append(at.parties)
            if joined:
                return union(*reversed(found)) if len(found) > 1 else ()
    return ()


def _leftward(token: Token) -> Iterator[Token]:
    """The words of a noun's own phrase before it, from the right."""
    at = token.i - 1
    while at >= token.sent.start and (token.doc[at].pos_ in _NAMING or token.doc[at].lower_ == "and"):
        yield token.doc[at]
        at -= 1


def met_with(preposition: Token, cast: Cast) -> Parties:
    """Everyone named under "with" or "between" up to the end of the phrase, titles and appositions included; ``()`` if it is no list."""
    found: list[Parties] = []
    joined = False
    for word in preposition.doc[preposition.i + 1 : preposition.sent.end]:
        if word.pos_ not in _IN_A_PHRASE and word.lower_ not in {",", ";", "of"}:
            if word.pos_ in _VERBAL and word.tag_ != "VBG":
                return ()
            break
        joined |= word.lower_ == "and"
        at = cast.at(word.i)
        if at is not None and at.head == word.i and not at.as_place and not at.relays:
            found.append(at.parties)
    return union(*found) if joined else ()
