"""Bodies, unnamed groups and unnamed persons by the noun that heads their phrase: "the Russian Foreign Ministry", "U.S. officials".

What names its party is put on the board at once; what points back ("the ministry", "both sides", "the minister") or hangs on an owner
("his government") is handed on to `memcon.actors.anaphora`, in the order of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from memcon.actors import affiliation, context, lexicon
from memcon.actors.drafts import SUBJECTS, Draft, Found
from memcon.actors.gazetteer import data, state_name
from memcon.actors.home import is_state, local_home
from memcon.actors.lexicon import is_office, words

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from memcon.actors.drafts import Board

Sort: TypeAlias = Literal["body", "group", "person", "state"]
NO_ACTORS = frozenset(
    [
        "agreement",
        "accord",
        "deal",
        "plan",
        "treaty",
        "pact",
        "act",
        "law",
        "resolution",
        "protocol",
        "jcpoa",
        "npt",
        "war",
        "convention",
        "constitution",
        "charter",
        "program",
        "programme",
        "project",
        "initiative",
        "crisis",
        "sanctions",
        "election",
        "elections",
        "conflict",
        "declaration",
        "summit",
        "conference",
        "reactor",
        "plant",
        "missile",
        "ship",
        "tanker",
    ]
)
OF_STATES = frozenset(
    {"ministry", "committee", "staff", "authority", "army", "police", "guard", "agency", "parliament", "court", "commission", "office", "service", "bureau", "directorate", "board", "command", "department", "navy", "corps", "rifles", "secretariat"}
)  # fmt: skip
INTRODUCED = 2  # sentences from an office to the name of its holder
ACTING = frozenset({"nsubj", "nsubjpass", "poss", "agent", "conj", "appos"})


@dataclass(frozen=True, slots=True)
class Pending:
    """A phrase, tokens ``[start, head]``, that needs what was said before to tell whom it means."""

    head: int
    start: int
    sort: Sort


def find_descriptions(board: Board) -> list[Pending]:
    """Put described actors on the board; return those that point back, in order."""
    pending = []
    for token in board.doc:
        sort = _sort(board, token)
        if sort is None:
            continue
        phrase = Pending(token.i, board.phrase_start(token), sort)
        parties = affiliation.of_coordinated(board, token, phrase.start)
        if sort == "person" and _introduces(board, token, phrase, parties):
            continue
        if parties and not (
            sort == "person" and (lexicon_role(board, token) or _points_to_anyone(board, token, phrase))
        ):
            put(board, phrase, parties)
        else:
            pending.append(phrase)
    _find_organisations(board, {phrase.head for phrase in pending})
    return pending


def _points_to_anyone(board: Board, token: Token, phrase: Pending) -> bool:
    """Whether the phrase is one that news uses for whoever was named before ("the U.N. chief")."""
    return token.lower_ in words("anyone") and board.doc[phrase.start].lower_ in {"the", "this", "that"}


def lexicon_role(board: Board, token: Token) -> bool:
    """Whether an unnamed office with its party is held by a person of the report ("Russia's foreign minister" for Lavrov)."""
    return bool(board.holders_of(token.lower_))


def _introduces(board: Board, token: Token, phrase: Pending, parties: tuple[str, ...]) -> bool:
    """Whether the office is that of a person named just after it ("China's envoy praised … . Xie Xiaoyan made the remarks …").

    So it is where the name that follows as subject, within two sentences, has neither office nor party of its own.
    """
    if (
        token.dep_ not in SUBJECTS
        or board.doc[phrase.start].lower_ in {"another", "one"}
        or board.quoted(token.i) != -1
    ):
        return False
    here = board.sentence[token.i]
    if any(f.draft is not None and f.draft.kind == "person" for f in board.onward(board.bounds[here][0], 0)):
        return False
    for mention in board.onward(token.i, INTRODUCED):
        draft = mention.draft
        if draft is None or draft.kind != "person":
            continue
        first = draft.first == mention.head
        if not first or board.doc[mention.head].dep_ not in SUBJECTS or draft.role or draft.party:
            return False
        draft.role, draft.party = _name(board, phrase), parties[0] if parties else None
        board.learn(draft, (t.lower_ for t in board.doc[phrase.start : phrase.head + 1] if t.is_alpha))
        board.add(Found(phrase.start, phrase.head + 1, token.i, "description", draft))
        return True
    return False


def _is_a_thing(token: Token) -> bool:
    """Whether an office is more often a thing ("the head of the table"): it is one only with "of" a body or a state."""
    if token.lower_ not in {"chair", "head", "charge", "veto", "member", "ally"}:
        return False
    return not any(c.dep_ == "prep" and c.lower_ == "of" for c in token.children)


def _sort(board: Board, token: Token) -> Sort | None:
    low = token.lower_
    known = board.inside.get(token.i)
    possessor = token.dep_ == "poss" and known is not None and token.i != known.head and token.text.islower()
    if (
        token.i in board.hits
        or (known and known.reference != "adjective" and not possessor)
        or token.pos_ not in {"NOUN", "PROPN"}
        or token.dep_ in {"compound", "attr", "nmod", "amod"}
    ):
        return None
    if token.i in board.headed or (low in {"press", "media"} and token.dep_ == "compound"):
        return None
    if low in words("group") or lexicon.is_offices(low):
        return "group"
    if low in words("state"):
        return "state"
    if low == "opposition" and token.doc[token.i + 1 : token.i + 2].text == "to":
        return None  # being against something, and not those who are
    if low in words("body") or token.text == "Staff":
        return "body"
    return "person" if is_office(low) and not _is_a_thing(token) else None


def opposition(board: Board, phrase: Pending, parties: tuple[str, ...]) -> tuple[str, ...]:
    """The opposition of a state is a party of its own ("SYRIAN OPPOSITION"); of which state, the phrase or the report tells."""
    span = board.doc[phrase.start : phrase.head + 1]
    if not any(t.lower_ in {"opposition", "opposing"} for t in span) or any(
        t.lower_
        in {
            "government",
            "party",
            "parties",
            "lawmaker",
            "lawmakers",
            "leader",
            "leaders",
            "deputy",
            "mp",
            "mps",
            "politician",
            "politicians",
            "candidate",
            "figure",
        }
        for t in span
    ):
        return parties
    if len(parties) > 1 or (parties and not is_state(parties[0])):
        return parties
    # Of a bare "the opposition" it is asked for Syria first, whose opposition is a side in talks.
    adjective = next((t.text for t in span if t.i in board.hits and board.hits[t.i].entry.sort == "adjective"), None)
    if adjective is None:
        state = parties[0] if parties else "SYR" if "SYR" in board.named else local_home(board, phrase.head)
        adjectives = data("states").get(state or "", {}).get("adjectives", ())
        adjective = adjectives[0] if adjectives else None
    return (f"{adjective.upper()} OPPOSITION",) if adjective else parties


def put(board: Board, phrase: Pending, parties: tuple[str, ...], owner: str = "") -> Found:
    """Put a described actor of known parties on the board, the same one for the same words and parties."""
    head = board.doc[phrase.head]
    parties = opposition(board, phrase, parties)
    name = _name(board, phrase)
    party = parties[0] if len(parties) == 1 else None
    if phrase.sort == "state" and party is not None:
        state = board.drafts.get(("name", "state", state_name(party)))
        draft = state or board.draft(("description", "state", party), Draft(name, "state", party))
    else:
        kind = {"body": "body", "group": "group", "person": "person", "state": "group"}[phrase.sort]
        key = ("description", kind, *parties, owner, _core(board, phrase))
        draft = board.draft(key, Draft(name, kind, party, unnamed=True))  # type: ignore[arg-type]
        if kind == "person":
            draft.gender, draft.role = draft.gender or lexicon.gender_of_words(name), draft.role or name
    draft.nouns.update(t.lower_ for t in board.doc[phrase.start : phrase.head + 1] if t.is_alpha)
    draft.words[name] += 1
    return board.add(
        Found(phrase.start, phrase.head + 1, head.i, "description", draft, parties if len(parties) != 1 else ())
    )


def _name(board: Board, phrase: Pending) -> str:
    """The words of the phrase without its article, and with "of …" where both are capitalised ("Ministry of Defence")."""
    doc, start, end = board.doc, phrase.start, phrase.head + 1
    while start < phrase.head and doc[start].pos_ == "DET" and doc[start].lower_ in {"the", "a", "an"}:
        start += 1
    if doc[phrase.head].text[:1].isupper():
        at = end
        while (
            at + 1 < len(doc)
            and (doc[at].lower_ in {"of", "and", "the", "for"} or doc[at].text[:1].isupper())
            and board.sentence[at] == board.sentence[phrase.head]
        ):
            at += 1
            if doc[at - 1].text[:1].isupper() and doc[at - 1].pos_ in {"PROPN", "NOUN", "ADJ"}:
                end = at
        if end > phrase.head + 1 and doc[phrase.head + 1].lower_ not in {"of", "for"}:
            end = phrase.head + 1
    return board.words(start, end)


def _core(board: Board, phrase: Pending) -> str:
    """What tells two bodies of one party apart: the words without article, number and party."""
    kept = []
    for token in board.doc[phrase.start : phrase.head + 1]:
        if token.i not in board.hits and token.pos_ not in {"DET", "PART", "PUNCT", "CCONJ"} and token.tag_ != "PRP$":
            kept.append(token.lower_)
    after = board.doc[phrase.head + 1 : phrase.head + 4]
    if len(after) == 3 and after[0].lower_ == "of" and after[1].text[:1].isupper():
        kept.insert(0, after[1].lower_)
    return " ".join(kept).replace("defence", "defense").replace("affairs ministry", "ministry")


def _find_organisations(board: Board, described: set[int]) -> None:
    """Organisations that the entity recogniser sees, where they act or are dealt with."""
    for ent in board.doc.ents:
        root = ent.root
        if ent.label_ != "ORG" or root.i in board.hits or root.i in described:
            continue
        if any(i in board.inside and board.inside[i].reference != "adjective" for i in range(ent.start, ent.end)):
            continue
        if not ent[-1].text[:1].isupper() or ent[-1].lower_ in NO_ACTORS or any(t.lower_ in NO_ACTORS for t in ent):
            continue
        dealt = root.dep_ == "pobj" and root.head.lower_ in {"by", "with", "to", "from"}
        if root.dep_ not in ACTING and not dealt:
            continue
        start = board.phrase_start(root)
        parties = affiliation.of_phrase(board, root, start) or _state_of(board, ent)
        name = board.words(ent.start, ent.end).removeprefix("the ").removeprefix("The ")
        draft = board.draft(("body", name.lower()), Draft(name, "body", parties[0] if len(parties) == 1 else None))
        draft.words[name] += 1
        draft.nouns.update(name.lower().split())
        board.add(Found(min(start, ent.start), ent.end, root.i, "name", draft))


def _state_of(board: Board, ent: Span) -> tuple[str, ...]:
    """The state whose body it is, where it is named as a state's own is and no state with it ("the General Staff")."""
    if not {t.lower_ for t in ent} & OF_STATES:
        return ()
    party = context.party_at(board, ent.root, states=True)
    return (party,) if party is not None else ()
