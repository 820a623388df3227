"""The office that stands next to a person's name: before it, in apposition on either side, or in a clause with "who"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import affiliation, lexicon, syntax
from memcon.actors.lexicon import is_office, words
from memcon.actors.name_runs import is_name_word

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.actors.drafts import Board

CLAUSE_WORDS = frozenset({"VERB", "AUX", "SCONJ", "PRON"})
LONGEST_APPOSITION = 22  # tokens
QUOTES = frozenset({'"', "'", "“", "”", "‘", "’"})
CLOSE = frozenset({",", ")", ";", ".", "–", "—", "--", "”", '"'})
JOINTS = frozenset({"and", "of", "for", "'s", "’s", "-", ",", "in", "on", "to", "at"})
RANKS = frozenset(
    {"general", "admiral", "colonel", "major", "lieutenant", "captain", "brigadier", "professor", "cleric"}
)
LINKS = frozenset({"of", "for", "to", "at", "on", "in"})
LONGEST_TITLE = 16  # tokens


def title_start(board: Board, start: int) -> int:
    """Where the title before token `start` begins; `start` itself where there is none."""
    doc, at, headed, office = board.doc, start, False, False
    lowest = max(board.span_of_sentence(start)[0], start - LONGEST_TITLE)
    while at > lowest:
        token = doc[at - 1]
        low = token.lower_
        if is_office(low) or low in words("courtesy") or low in words("titles"):
            if at == start and lexicon.is_offices(low) and not _lists_names(board, start):
                break
            headed, office = True, office or low not in RANKS | words("courtesy") | words("titles")
        elif low in LINKS and (at == start or (office and at > 1 and is_office(doc[at - 2].lower_))):
            break  # "spokesman for President X": two persons
        elif not _in_title(board, token, headed=headed):
            break
        at -= 1
        if _opens(token) and not _inside_title(board, at, headed=headed):
            break
    return _past_joints(board, at, start) if headed else start


def _opens(token: Token) -> bool:
    """Whether the word begins a noun phrase: an article or "his"."""
    return token.pos_ == "DET" or token.lower_ in {"the", "a", "an"} or token.tag_ == "PRP$"


def _past_joints(board: Board, at: int, start: int) -> int:
    while at < start and (board.doc[at].lower_ in JOINTS or board.doc[at].is_space or board.doc[at].is_punct):
        at += 1
    return at


def _inside_title(board: Board, at: int, *, headed: bool) -> bool:
    """Whether the article at `at` stands within a title ("the Leader of the Revolution Ali X"), so that the title goes on before it."""
    link, before = board.doc[at - 1].lower_, board.doc[at - 2].lower_ if at > 1 else ""
    return link in LINKS and (not headed or is_office(before) or before in words("body"))


def _lists_names(board: Board, start: int) -> bool:
    """Whether names are listed after a plural title ("foreign ministers Lavrov and Zarif")."""
    return any(t.lower_ in {"and", ","} for t in board.doc[start + 1 : start + 5])


def _in_title(board: Board, token: Token, *, headed: bool) -> bool:
    low = token.lower_
    if token.text == "." and token.i and board.doc[token.i - 1].lower_ in words("titles"):
        return True
    if low in words("backed") | {"led"} and token.i and board.doc[token.i - 1].text == "-":
        return True
    if token.text in QUOTES and token.tag_ != "POS":
        return headed  # "the Abkhaz 'foreign minister'"
    if low in {"-", "–"}:
        return not token.whitespace_ and not board.doc[token.i - 1].whitespace_
    if token.i in board.hits or low in words("modifier") or low in words("body") or token.tag_ == "POS":
        return not (token.i in board.hits and syntax.in_dateline(board.doc, token.i))
    if token.is_space:
        return "\n" not in token.text
    if low in {"the", "a", "an"} or token.tag_ == "PRP$":
        return headed or low == "the"
    if low in LINKS:
        before = board.doc[token.i - 1] if token.i else token
        posted = (
            before.i in board.hits and before.i > 0 and board.doc[before.i - 1].lower_ == "of"
        )  # "envoy of Peru to Lima"
        return low in {"of", "for"} or is_office(before.lower_) or before.lower_ in words("body") or posted
    if low == "and":
        return _joins_parts(board, token)
    if token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ"} and not token.is_sent_start:
        return True
    if headed and token.is_sent_start and token.text[:1].isupper():
        return token.pos_ in {"PROPN", "NOUN", "ADJ"}
    return (
        headed
        and token.pos_ in {"NOUN", "ADJ", "NUM"}
        and (
            token.dep_ in {"amod", "compound", "nmod"}
            or (token.dep_ == "poss" and board.doc[token.i + 1].tag_ == "POS")
        )
        and token.head.i > token.i
    )


def _joins_parts(board: Board, token: Token) -> bool:
    """Whether "and" joins two parts of one title ("Industry, Mining and Trade Minister"), not two persons."""
    before, after = board.doc[token.i - 1], board.doc[token.i + 1]
    if after.pos_ == "DET" or after.tag_ == "PRP$" or (after.i in board.hits and before.i not in board.hits):
        return False
    return before.ent_type_ != "PERSON" and (
        before.i in board.hits
        or before.lower_ in words("modifier") | words("body")
        or is_office(before.lower_)
        or before.pos_ in {"NOUN", "PROPN"}
    )


def apposition_after(board: Board, end: int) -> tuple[int, int] | None:
    """The apposition after a name: ", Russia's foreign minister," as tokens, or ``None``."""
    doc = board.doc
    if end + 1 >= len(doc) or doc[end].text not in {",", "(", "–", "—", "--"}:
        return None
    stop, last = end + 1, min(board.span_of_sentence(end - 1)[1], end + LONGEST_APPOSITION)
    if doc[stop].like_num and stop + 1 < last:
        stop += 2
    start, office = stop, -1
    while stop < last:
        token = doc[stop]
        if token.text in CLOSE or (token.pos_ in CLAUSE_WORDS and token.tag_ not in {"PRP$", "VBN", "VBG", "WP$"}):
            break
        if is_office(token.lower_) and not lexicon.is_offices(token.lower_) and office < 0:
            office = stop
        if (token.lower_ in {"and", "or"} and office < 0) or (
            office == stop - 1 and is_name_word(board, token) and token.pos_ == "PROPN"
        ):
            return None  # the office is the title of another name in a list
        stop += 1
    closed = stop < len(doc) and (doc[stop].text in CLOSE or doc[stop].lower_ in {"who", "whose"})
    if office < 0 or not closed or doc[start].lower_ in {"for", "in", "to", "on", "with", "at", "after", "when"}:
        return None
    return start, stop


def office_before(board: Board, start: int, end: int) -> tuple[int, int] | None:
    """The office before a name, or before its title from `start`, and a comma, as tokens, or ``None``.

    "The foreign minister, Sergei Lavrov,"; "the ambassador here, Mr. Sergei Lavrov,".
    """
    doc = board.doc
    if start < 2 or doc[start - 1].text != "," or (end < len(doc) and doc[end].lower_ in {"and", "or", "'s", "’s"}):
        return None
    if (
        end < board.span_of_sentence(start)[1]
        and doc[end].text not in {",", ".", ")", "–", "—"}
        and doc[end].pos_ not in {"VERB", "AUX"}
    ):
        return None
    stop = start - 2 if doc[start - 2].lower_ in {"here", "there"} or doc[start - 2].text in QUOTES else start - 1
    if doc[stop - 1].text == ")":  # "the envoy of the Reed Community (RC), John Doe,"
        stop = next((t.i for t in reversed(doc[max(0, stop - 6) : stop]) if t.text == "("), stop)
    at = title_start(board, stop)
    own = board.doc[start]
    if own.tag_ == "PRP$" or own.pos_ == "DET" or any(_of_name(board, t) for t in doc[at:stop]):
        return None  # "his Irish counterpart, his envoy John Doe"; "his counterpart, John Doe, envoy Jane Roe"
    if at == stop or not (
        doc[at].pos_ == "DET" or doc[at].tag_ == "PRP$" or any(t.tag_ == "POS" for t in doc[at:stop])
    ):
        return None
    return at, stop


def _of_name(board: Board, token: Token) -> bool:
    """Whether a word before a comma is of a person's name."""
    return token.ent_type_ == "PERSON" and token.i not in board.hits and not is_office(token.lower_)


def party_of_clause(board: Board, end: int) -> str | None:
    """The party in ", who heads the Iranian delegation,"; the comma may be left out after an apposition."""
    doc = board.doc
    at = end + 1 if end < len(doc) and doc[end].text == "," else end
    if at + 1 >= len(doc) or doc[at].lower_ != "who":
        return None
    verb = next((t for t in doc[at + 1 : at + 4] if t.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in {
        "head",
        "lead",
        "chair",
        "represent",
        "run",
        "command",
        "oversee",
        "serve",
    }:
        return None
    last = board.span_of_sentence(end)[1]
    stop = next((t.i for t in doc[verb.i : last] if t.text in {",", "."}), last)
    parties = affiliation.of_words(board, verb.i + 1, stop)
    return parties[0] if parties else None
