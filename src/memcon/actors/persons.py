"""Persons by name, with the office and party that the report gives them.

A run of capitalised words is a person where a title stands before it ("Russian Foreign Minister Sergei Lavrov"), an office in apposition
("Sergei Lavrov, Russia's foreign minister,"; "the minister, Sergei Lavrov,"), where the pipeline's entity recogniser, the first name or the
list of well-known office holders says so, or where it repeats the name of one already found.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from memcon.actors import affiliation, holders, lexicon, syntax
from memcon.actors.drafts import Draft, Found
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
CLAUSE_WORDS = frozenset({"VERB", "AUX", "SCONJ", "PRON"})
LONGEST_APPOSITION = 22  # tokens
LINKS = frozenset({"of", "for", "to", "at", "on", "in"})
LONGEST_TITLE = 16  # tokens
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
    runs = [_around(board, _name_start(board, start, end), end) for start, end in _runs(board)]
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
    persons = [(key, d) for key, d in board.drafts.items() if key[0] == "person"]
    for _, draft in reversed(persons):
        own = holders.fold(draft.name).split()
        if wanted == own or (
            len(wanted) == 1 and wanted[0] in {own[-1], holders.fold(holders.surname(draft.name, draft.party))}
        ):
            return draft
    for _, draft in reversed(persons):
        if _same(wanted, holders.fold(draft.name).split()):
            return draft
    return None


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


# runs of capitalised words


def _runs(board: Board) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(board.doc):
        end = _run_end(board, at)
        if end > at:
            yield at, end
        at = max(end, at + 1)


def _run_end(board: Board, at: int) -> int:
    doc = board.doc
    if not _core(board, doc[at], first=True) and not _begins_with_particle(board, at):
        return at
    end, last = at + 1, doc[at].sent.end
    while end < last:
        token = doc[end]
        joined = token.text == "-" and not token.whitespace_ and not doc[end - 1].whitespace_
        if (
            _core(board, token)
            or (token.is_space and "\n" not in token.text and end + 1 < last and _core(board, doc[end + 1]))
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
        _core(board, token)
        or (joined and token.text[:1].isupper())
        or token.text == "-"
        or (
            token.lower_ in PARTICLES
            and at + 1 < len(board.doc)
            and (_core(board, board.doc[at + 1]) or board.doc[at + 1].text == "-")
        )
    )


def _begins_with_particle(board: Board, at: int) -> bool:
    token = board.doc[at]
    if token.lower_ not in {"al", "el", "bin", "de", "van", "von"} or at + 2 >= len(board.doc):
        return False
    if board.doc[at + 1].text == "-":
        return _core(board, board.doc[at + 2])
    return token.lower_ in {"bin", "van", "von"} and _core(board, board.doc[at + 1])


def _core(board: Board, token: Token, *, first: bool = False) -> bool:
    """Whether the token can be a word of a person's name."""
    text = token.text
    if not text[:1].isupper() or not any(c.isalpha() for c in text) or token.lower_ in NOT_A_NAME:
        return False
    if (token.i and board.doc[token.i - 1].text in {"#", "@"}) or text[:1] in {"#", "@"}:
        return False
    if token.i in board.hits and not _hit_as_first_name(board, token):
        return False
    low = token.lower_
    if is_office(low) or low in words("modifier") | words("courtesy") | words("titles") | words("body") | words(
        "group"
    ) | words("plural"):
        return False
    if token.ent_type_ in {"DATE", "TIME"} or (first and token.is_stop):
        return False
    return (
        token.ent_type_ == "PERSON"
        or token.pos_ not in {"PRON", "DET", "ADP", "AUX", "ADV", "SCONJ", "CCONJ", "VERB", "NUM"}
        or (token.pos_ in {"VERB", "ADV"} and not token.is_sent_start and token.tag_ in {"NNP", "FW"})
    )


def _hit_as_first_name(board: Board, token: Token) -> bool:
    """Whether a name of the gazetteer is a first or family name here ("Israel Katz", "George Washington")."""
    if token.i + 1 < len(board.doc) and token.text in lexicon.first_names("male") | lexicon.first_names("female"):
        nxt = board.doc[token.i + 1]
        return (
            nxt.text[:1].isupper()
            and nxt.pos_ == "PROPN"
            and nxt.i not in board.hits
            and nxt.ent_type_ in {"PERSON", ""}
        )
    before = board.doc[token.i - 1].text if token.i else ""
    return token.ent_type_ == "PERSON" and before in lexicon.first_names("male") | lexicon.first_names("female")


# what stands around a name


def _around(board: Board, start: int, end: int) -> Run:
    title = title_start(board, start)
    return Run(start, end, title, _after(board, end), _front(board, start, end) if title == start else None)


def _name_start(board: Board, start: int, end: int) -> int:
    """Where the name in a run begins: past a capitalised word that the entity recogniser leaves out ("Whip Dick Durbin")."""
    kinds = [t.ent_type_ == "PERSON" for t in board.doc[start:end]]
    if (
        kinds[0]
        or sum(kinds) < 2
        or board.doc[start].text in lexicon.first_names("male") | lexicon.first_names("female")
    ):
        return start
    at = kinds.index(True)
    return start + at if all(kinds[at:]) and board.doc[start + at].ent_iob_ == "B" else start


def title_start(board: Board, start: int) -> int:
    """Where the title before token `start` begins; `start` itself where there is none."""
    doc, at, offices = board.doc, start, 0
    lowest = max(doc[start].sent.start, start - LONGEST_TITLE)
    while at > lowest:
        token = doc[at - 1]
        low = token.lower_
        if is_office(low) or low in words("courtesy") or low in words("titles"):
            if at == start and lexicon.is_offices(low) and not _lists_names(board, start):
                break
            offices = at - 1 if not offices else offices
        elif (at == start and low in LINKS) or not _in_title(board, token, headed=offices > 0):
            break
        at -= 1
        if (token.pos_ == "DET" or low in {"the", "a", "an"} or token.tag_ == "PRP$") and not _inside_title(
            board, at, headed=offices > 0
        ):
            break
    if not offices:
        return start
    while at < start and (
        doc[at].lower_ in {"and", "of", "for", "'s", "’s", "-", ",", "in", "on", "to", "at"}
        or doc[at].is_space
        or doc[at].is_punct
    ):
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
    if low in {"-", "–"}:
        return not token.whitespace_ and not board.doc[token.i - 1].whitespace_
    if token.i in board.hits or low in words("modifier") or low in words("body") or low in {"'s", "’s"}:
        return not (token.i in board.hits and syntax.in_dateline(board.doc, token.i))
    if token.is_space:
        return "\n" not in token.text
    if low in {"the", "a", "an"} or token.tag_ == "PRP$":
        return headed or low == "the"
    if low in LINKS:
        before = board.doc[token.i - 1].lower_ if token.i else ""
        return low in {"of", "for"} or is_office(before) or before in words("body")
    if low == "and":
        return _joins_parts(board, token)
    if token.text[:1].isupper() and token.pos_ in {"PROPN", "NOUN", "ADJ"} and not token.is_sent_start:
        return True
    if headed and token.is_sent_start and token.text[:1].isupper():
        return token.pos_ in {"PROPN", "NOUN", "ADJ"}
    return (
        headed
        and token.pos_ in {"NOUN", "ADJ", "NUM"}
        and token.dep_ in {"amod", "compound", "nmod"}
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


def _after(board: Board, end: int) -> tuple[int, int] | None:
    """The apposition after a name: ", Russia's foreign minister," as tokens, or ``None``."""
    doc = board.doc
    if end + 1 >= len(doc) or doc[end].text not in {",", "(", "–", "—", "--"}:
        return None
    stop, last = end + 1, min(doc[end - 1].sent.end, end + LONGEST_APPOSITION)
    if doc[stop].like_num and stop + 1 < last:
        stop += 2
    start, office = stop, -1
    while stop < last:
        token = doc[stop]
        if token.text in {",", ")", ";", ".", "–", "—", "--", "”", '"'} or (
            token.pos_ in CLAUSE_WORDS and token.tag_ not in {"PRP$", "VBN", "VBG", "WP$"}
        ):
            break
        if is_office(token.lower_) and not lexicon.is_offices(token.lower_) and office < 0:
            office = stop
        if (token.lower_ in {"and", "or"} and office < 0) or (
            office == stop - 1 and _core(board, token) and token.pos_ == "PROPN"
        ):
            return None  # the office is the title of another name in a list
        stop += 1
    if (
        office < 0
        or stop == start
        or any(
            t.lower_ in {"for", "in", "to", "on", "with", "at", "after", "when"}
            for t in doc[start:office]
            if t.i == start
        )
    ):
        return None
    return start, stop


def _front(board: Board, start: int, end: int) -> tuple[int, int] | None:
    """The office before a name and a comma: "the foreign minister, Sergei Lavrov," as tokens, or ``None``."""
    doc = board.doc
    if start < 2 or doc[start - 1].text != "," or (end < len(doc) and doc[end].lower_ in {"and", "or", "'s", "’s"}):
        return None
    if (
        end < doc[start].sent.end
        and doc[end].text not in {",", ".", ")", "–", "—"}
        and doc[end].pos_ not in {"VERB", "AUX"}
    ):
        return None
    at = title_start(board, start - 1)
    if at == start - 1 or not (
        doc[at].pos_ == "DET" or doc[at].tag_ == "PRP$" or any(t.tag_ == "POS" for t in doc[at : start - 1])
    ):
        return None
    return at, start - 1


def _is_person(board: Board, run: Run) -> bool:
    tokens = board.doc[run.start : run.end]
    length = sum(1 for t in tokens if t.text != "-" and t.lower_ not in PARTICLES)
    if length == 1 and tokens[-1].text.isupper() and len(tokens[-1].text) > 1:
        return False
    if run.title < run.start or run.front is not None:
        return True
    kinds = [t.ent_type_ for t in tokens]
    first = tokens[0].text in lexicon.first_names("male") | lexicon.first_names("female")
    if kinds.count("PERSON") * 2 > len(kinds) and (length > 1 or tokens[-1].dep_ in {"nsubj", "poss", "agent"}):
        return True
    if length > 1 and (first or run.after is not None):
        return kinds.count("ORG") < len(kinds) or first
    name = board.words(run.start, run.end)
    return holders.by_full_name(name, year(board)) is not None or (
        (length == 1 or tokens[0].lower_ in PARTICLES) and holders.by_surname(name, year(board)) is not None
    )


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


# putting a person on the board


def _owns(token: Token) -> bool:
    """Whether the word says whose office it is without naming the state ("his envoy", "the country's president")."""
    return token.tag_ == "PRP$" or (
        token.dep_ == "poss"
        and (token.lower_ in words("body") or token.lower_ in {"country", "nation", "kingdom", "republic"})
    )


def _party_of_clause(board: Board, end: int) -> str | None:
    """The party in ", who heads the Iranian delegation,"."""
    doc = board.doc
    if end + 2 >= len(doc) or doc[end].text != "," or doc[end + 1].lower_ != "who":
        return None
    verb = next((t for t in doc[end + 2 : end + 5] if t.pos_ == "VERB"), None)
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
    stop = next((t.i for t in doc[verb.i : doc[end].sent.end] if t.text in {",", "."}), doc[end].sent.end)
    parties = affiliation.of_words(board, verb.i + 1, stop)
    return parties[0] if parties else None


def _put(board: Board, run: Run) -> None:
    name = board.words(run.start, run.end)
    draft = match(board, name)
    if draft is None:
        draft = board.draft(("person", holders.fold(name)), Draft(name, "person"))
    if len(name.split()) > len(draft.name.split()):
        draft.name = name
    regions = [(run.title, run.start)] if run.title < run.start else []
    regions += [region for region in (run.front, run.after) if region]
    for start, end in regions:
        _learn(board, draft, start, end)
    draft.party = draft.party or _party_of_clause(board, run.end)
    for start, end in (region for region in (run.front, run.after) if region):
        office = next((t.i for t in board.doc[start:end] if is_office(t.lower_)), end - 1)
        board.add(Found(start, end, office, "description", draft))
    full = len(name.split()) > 1
    board.add(Found(run.title, run.end, run.end - 1, "name" if full or draft.words[name] == 0 else "short", draft))
    draft.words[name] += 1


def _learn(board: Board, draft: Draft, start: int, end: int) -> None:
    """Take gender, role and party from the words of a title or an apposition."""
    text = board.words(start, end)
    draft.gender = draft.gender or lexicon.gender_of_words(text)
    content = [t for t in board.doc[start:end] if t.pos_ != "DET"]
    if content and all(t.lower_ in words("courtesy") for t in content):
        return
    role = " ".join(board.words(content[0].i, end).split()) if content else text
    draft.role = draft.role or role
    draft.nouns.update(t.lower_ for t in board.doc[start:end] if t.is_alpha)
    if draft.party is None:
        parties = affiliation.of_words(board, start, end, spokesman="spokes" in text.lower())
        draft.party = parties[0] if parties else None
        if not parties and "counterpart" not in text.lower():
            draft.owner = draft.owner or next((t.i for t in board.doc[start:end] if _owns(t)), None)
