"""Persons by name, with the office and party that the report gives them.

A run of capitalised words is a person where a title stands before it ("Russian Foreign Minister Sergei Lavrov"), an office in apposition
("Sergei Lavrov, Russia's foreign minister,"; "the minister, Sergei Lavrov,"), where the pipeline's entity recogniser, the first name or the
list of well-known office holders says so, or where it repeats the name of one already found.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from memcon.actors import affiliation, holders, home, lexicon
from memcon.actors.drafts import Draft, Found
from memcon.actors.lexicon import is_office, words
from memcon.actors.name_runs import PARTICLES, name_runs, name_start
from memcon.actors.titles import apposition_after, office_before, party_of_clause, title_start

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.actors.drafts import Board

KNOWN_AS = 6  # tokens from a name to its other form
AFTER = frozenset({"state", "movement", "organisation", "part", "national"})  # what a person may be "of"
ALIKE, SHORTEST_ALIKE = 0.87, 6  # one letter of six or seven may differ; "Lavrov" and "Larijani" must not


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words that may be a name, tokens ``[start, end)``, with what stands around them.

    `title` is where the title before it begins (its own start if none), `after` and `front` an apposition on either side.
    """

    start: int
    end: int
    title: int
    after: tuple[int, int] | None
    front: tuple[int, int] | None


def find_persons(board: Board) -> None:
    """Put every named person on the board, with role and the party that the words next to the name give."""
    runs = [_around(board, name_start(board, start, end), end) for start, end in name_runs(board)]
    known = [run for run in runs if _is_person(board, run)]
    for run in sorted(known, key=lambda r: r.start):
        _put(board, run)
    left = [run for run in runs if run.start not in board.inside]
    for run in left:
        draft = match(board, board.words(run.start, run.end))
        if draft is not None and not _elsewhere(board, run):
            board.add(Found(run.start, run.end, run.end - 1, "short", draft))


def match(board: Board, name: str) -> Draft | None:
    """The person that the name, whole or in part, was given to before; the latest where there are several."""
    wanted = holders.fold(name).split()
    if not wanted:
        return None
    known = board.persons_named(_mark(wanted[-1])) if len(wanted) == 1 else []
    for draft in reversed(known):
        if name in draft.words or wanted[0] in _family_names(draft):
            return draft
    candidates = dict.fromkeys(d for word in wanted for key in (word, _mark(word)) for d in board.persons_named(key))
    return next((d for d in reversed(candidates) if _same(wanted, holders.fold(d.name).split())), None)


def _family_names(draft: Draft) -> set[str]:
    own = holders.fold(draft.name).split()
    return {own[-1], holders.fold(holders.surname(draft.name, draft.party))} if own else set()


def _mark(word: str) -> str:
    """What spellings of one family name share: its first two letters."""
    return word[:2] + "…"


def _same(wanted: list[str], own: list[str]) -> bool:
    """Whether one name is part of the other, or they differ by the spelling of a first name."""
    small, large = (wanted, own) if len(wanted) <= len(own) else (own, wanted)
    small = [w for w in small if w.rstrip(".") not in PARTICLES]
    if not small:
        return False
    if set(small) <= set(large):
        return True
    if len(wanted) == 1:
        return alike(wanted[0], own[-1])
    return len(own) > 1 and alike(wanted[-1], own[-1]) and wanted[0][:3] == own[0][:3]


def alike(one: str, other: str) -> bool:
    """Whether two family names are spellings of one ("mousavi", "moussavi"; "shoigu", "shoygu")."""
    if one == other:
        return True
    return (
        min(len(one), len(other)) >= SHORTEST_ALIKE
        and one[0] == other[0]
        and SequenceMatcher(None, one, other).ratio() >= ALIKE
    )


def _around(board: Board, start: int, end: int) -> Run:
    title = title_start(board, start)
    return Run(start, end, title, apposition_after(board, end), office_before(board, title, end))


def _is_person(board: Board, run: Run) -> bool:
    tokens = board.doc[run.start : run.end]
    length = sum(1 for t in tokens if t.text != "-" and t.lower_ not in PARTICLES)
    if length == 1 and tokens[-1].text.isupper() and len(tokens[-1].text) > 1:
        return False
    if run.title < run.start or run.front is not None or _follows_known_as(board, run.start):
        return True
    kinds = [t.ent_type_ for t in tokens]
    first = tokens[0].text in lexicon.all_first_names()
    if kinds.count("PERSON") * 2 > len(kinds) and (length > 1 or tokens[-1].dep_ in {"nsubj", "poss", "agent"}):
        return True
    if length > 1 and (first or run.after is not None):
        return kinds.count("ORG") < len(kinds) or first
    name = board.words(run.start, run.end)
    return holders.is_telling(name) and holders.by_name(name, year(board)) is not None


def _elsewhere(board: Board, run: Run) -> bool:
    """Whether the words name a thing after a person ("Trump Tower") and not the person."""
    nxt = board.doc[run.end] if run.end < len(board.doc) else None
    return nxt is not None and nxt.text in {
        "Tower",
        "Street",
        "Airport",
        "University",
        "Doctrine",
        "Foundation",
        "Institute",
        "Avenue",
    }


def year(board: Board) -> int | None:
    """The year in which the report was published, or ``None``."""
    head = board.report.published[:4]
    return int(head) if head.isdecimal() and len(head) == 4 else None


def _put(board: Board, run: Run) -> None:
    name = board.words(run.start, run.end)
    draft = match(board, name) or _known_as(board, run.start)
    if draft is None:
        draft = board.draft(("person", holders.fold(name)), Draft(name, "person"))
    if len(name.split()) > len(draft.name.split()):
        draft.name = name
    regions = [(run.title, run.start)] if run.title < run.start else []
    regions += [region for region in (run.front, run.after) if region]
    for start, end in regions:
        _learn(board, draft, start, end)
    led = party_of_clause(board, run.after[1] if run.after else run.end)
    if led is not None and (draft.party is None or not home.is_state(led)):
        draft.party = led  # "Sweden's General John Doe, who heads the U.N. mission"
    draft.party = draft.party or _party_of_possessor(board, run) or _party_after(board, run.end)
    for start, end in (region for region in (run.front, run.after) if region):
        office = next((t.i for t in board.doc[start:end] if is_office(t.lower_)), end - 1)
        board.add(Found(start, end, office, "description", draft))
    folded = holders.fold(name).split()
    board.know_by(draft, [*folded, *map(_mark, folded)])
    full = len(name.split()) > 1
    board.add(Found(run.title, run.end, run.end - 1, "name" if full or draft.words[name] == 0 else "short", draft))
    draft.words[name] += 1


def _follows_known_as(board: Board, start: int) -> bool:
    return start > 1 and board.doc[start - 1].lower_ == "as" and board.doc[start - 2].lower_ == "known"


def _known_as(board: Board, start: int) -> Draft | None:
    """The person before ", widely known as …"."""
    if not _follows_known_as(board, start):
        return None
    near = (
        f
        for f in board.back(start, 0)
        if start - f.end <= KNOWN_AS and f.draft is not None and f.draft.kind == "person"
    )
    found = next(near, None)
    return found.draft if found is not None else None


def _party_of_possessor(board: Board, run: Run) -> str | None:
    """The state in "Lithuania's Jonas Doe", where no office is given."""
    if run.title < run.start or run.start < 2 or board.doc[run.start - 1].tag_ != "POS":
        return None
    hit = board.hits.get(run.start - 2)
    return hit.entry.parties[0] if hit is not None and len(hit.entry.parties) == 1 else None


def _party_after(board: Board, end: int) -> str | None:
    """The party in "Colonel John Doe of the Free Reed Movement"."""
    at = end + 1
    if end >= len(board.doc) or board.doc[end].lower_ not in {"of", "from"}:
        return None
    if at < len(board.doc) and board.doc[at].lower_ == "the":
        at += 1
    hit = board.hits.get(at)
    named = hit is not None and len(hit.entry.parties) == 1 and hit.entry.sort in AFTER
    return hit.entry.parties[0] if named and hit is not None else None


def _learn(board: Board, draft: Draft, start: int, end: int) -> None:
    """Take gender, role and party from the words of a title or an apposition."""
    text = board.words(start, end)
    draft.gender = draft.gender or lexicon.gender_of_words(text)
    content = [t for t in board.doc[start:end] if t.pos_ != "DET"]
    if content and all(t.lower_ in words("courtesy") for t in content):
        return
    role = " ".join(board.words(content[0].i, end).split()) if content else text
    draft.role = draft.role or role
    board.learn(draft, (t.lower_ for t in board.doc[start:end] if t.is_alpha))
    if draft.party is None:
        parties = affiliation.of_words(board, start, end, spokesman="spokes" in text.lower())
        draft.party = parties[0] if parties else None
        if not parties and "counterpart" not in text.lower():
            draft.owner = draft.owner or next((t.i for t in board.doc[start:end] if _owns(t)), None)


def _owns(token: Token) -> bool:
    """Whether the word says whose office it is without naming the state ("his envoy", "the country's president")."""
    of_body = token.dep_ == "pobj" and token.head.lower_ == "of" and is_office(token.head.head.lower_)
    return token.tag_ == "PRP$" or (
        (token.dep_ == "poss" or of_body)
        and (
            token.lower_ in words("body") | words("group")
            or token.lower_ in {"country", "nation", "kingdom", "republic"}
        )
    )
