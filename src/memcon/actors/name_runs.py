"""Runs of capitalised words that may be a person's name, with particles and hyphens: "Moon Jae-in", "Mohammed bin Salman", "al-Assad"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from memcon.actors import lexicon
from memcon.actors.lexicon import is_office, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.actors.drafts import Board

PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "ibn",
        "bint",
        "ben",
        "van",
        "von",
        "der",
        "den",
        "de",
        "da",
        "di",
        "du",
        "dos",
        "del",
        "la",
        "le",
        "ul",
        "ur",
        "ud",
        "zu",
        "y",
        "abu",
        "e",
    ]
)
NOT_A_NAME = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "middle", "gulf", "sea", "ocean", "river", "islamic", "republic", "revolution", "resolution", "treaty", "accord", "agreement", "plan", "deal", "war", "peace", "day", "year", "january", "inc", "ltd", "corp", "co", "university", "street", "strait", "peninsula", "islands", "god", "allah", "quran", "bible", "christmas", "ramadan", "eid", "nowruz", "holocaust", "european", "asian", "african", "arab", "muslim", "muslims", "sunni", "shia", "shiite", "jewish", "christian", "christians", "kurds", "kurdish", "arabs", "jews", "latin", "zionist", "persian", "international", "world", "nuclear", "article", "chapter", "annex", "section", "twitter", "facebook", "telegram", "instagram", "skype", "zoom", "boeing", "photo", "file", "source", "sources"]
)  # fmt: skip


def name_runs(board: Board) -> Iterator[tuple[int, int]]:
    """Tokens ``[start, end)`` of each run, in order."""
    at = 0
    while at < len(board.doc):
        end = _run_end(board, at)
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _run_end(board: Board, at: int) -> int:
    doc = board.doc
    if not is_name_word(board, doc[at], first=True) and not _begins_with_particle(board, at):
        return at
    end, last = at + 1, board.span_of_sentence(at)[1]
    while end < last:
        token = doc[end]
        joined = token.text == "-" and not token.whitespace_ and not doc[end - 1].whitespace_
        if (
            is_name_word(board, token)
            or (token.is_space and "\n" not in token.text and end + 1 < last and is_name_word(board, doc[end + 1]))
            or ((joined or token.lower_ in PARTICLES) and end + 1 < last and _continues(board, end + 1, joined=joined))
        ):
            end += 1
        elif (
            joined
            and end + 1 < last
            and doc[end + 1].text.islower()
            and len(doc[end + 1].text) <= 6
            and doc[at].text[0].isupper()
            and not _is_word(doc[end + 1])
        ):
            end += 2
        else:
            break
    return end


def _is_word(token: Token) -> bool:
    """Whether the part after a hyphen is an English word ("Lavrov-led"), not a name's ("Moon Jae-in", "Kim Jong-un")."""
    return token.lower_ in words("backed") or token.lower_ in {
        "led",
        "era",
        "style",
        "like",
        "run",
        "wide",
        "class",
        "time",
        "elect",
    }


def _continues(board: Board, at: int, *, joined: bool) -> bool:
    token = board.doc[at]
    return (
        is_name_word(board, token)
        or (joined and token.text[:1].isupper())
        or token.text == "-"
        or (
            token.lower_ in PARTICLES
            and at + 1 < len(board.doc)
            and (is_name_word(board, board.doc[at + 1]) or board.doc[at + 1].text == "-")
        )
    )


def _begins_with_particle(board: Board, at: int) -> bool:
    token = board.doc[at]
    if token.lower_ not in {"al", "el", "bin", "de", "van", "von"} or at + 2 >= len(board.doc):
        return False
    if board.doc[at + 1].text == "-":
        return is_name_word(board, board.doc[at + 2])
    return token.lower_ in {"bin", "van", "von"} and is_name_word(board, board.doc[at + 1])


def is_name_word(board: Board, token: Token, *, first: bool = False) -> bool:
    """Whether the token can be a word of a person's name."""
    text = token.text
    if not text[:1].isupper() or not any(c.isalpha() for c in text) or token.lower_ in NOT_A_NAME:
        return False
    if (token.i and board.doc[token.i - 1].text in {"#", "@"}) or text[:1] in {"#", "@"}:
        return False
    if token.i in board.hits and not _hit_as_first_name(board, token):
        return False
    low = token.lower_
    if is_office(low) or low in _of_offices():
        return False
    if token.ent_type_ in {"DATE", "TIME"} or (first and token.is_stop):
        return False
    return (
        token.ent_type_ == "PERSON"
        or token.pos_ not in {"PRON", "DET", "ADP", "AUX", "ADV", "SCONJ", "CCONJ", "VERB", "NUM"}
        or (token.pos_ in {"VERB", "ADV"} and not token.is_sent_start and token.tag_ in {"NNP", "FW"})
    )


@lru_cache(maxsize=1)
def _of_offices() -> frozenset[str]:
    """Words that stand beside names and in none."""
    return words("modifier") | words("courtesy") | words("titles") | words("body") | words("group") | words("plural")


def _hit_as_first_name(board: Board, token: Token) -> bool:
    """Whether a name of the gazetteer is a first or family name here ("Israel Katz", "George Washington")."""
    if token.i + 1 < len(board.doc) and token.text in lexicon.all_first_names():
        nxt = board.doc[token.i + 1]
        return (
            nxt.text[:1].isupper()
            and nxt.pos_ == "PROPN"
            and nxt.i not in board.hits
            and nxt.ent_type_ in {"PERSON", ""}
        )
    if token.ent_type_ != "PERSON":
        return False
    before = board.doc[token.i - 1].text if token.i else ""
    return before in lexicon.all_first_names()


def name_start(board: Board, start: int, end: int) -> int:
    """Where the name in a run begins: past a capitalised word that the entity recogniser leaves out ("Whip Dick Durbin")."""
    kinds = [t.ent_type_ == "PERSON" for t in board.doc[start:end]]
    if kinds[0] or sum(kinds) < 2 or board.doc[start].text in lexicon.all_first_names():
        return start
    at = kinds.index(True)
    return start + at if all(kinds[at:]) and board.doc[start + at].ent_iob_ == "B" else start
