"""Words that point back: pronouns, "the minister", "the ministry", "both countries", "who".

The antecedent is the best by a few plain preferences: how many sentences back, subject before object, outside quotations for words
outside, gender and number. The preferences are those of Lappin & Leass (1994) in a shortened form; the weights were set by judgement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import affiliation, descriptions, gazetteer, home, lexicon
from memcon.actors.drafts import SUBJECTS, Board, Draft, Found
from memcon.actors.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from memcon.actors.descriptions import Pending

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
IT = frozenset({"it", "its", "itself"})
THEY = frozenset({"they", "them", "their", "theirs", "themselves"})
FIRST_AND_SECOND = frozenset(
    ["i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours"]
)
RELATIVE = frozenset({"who", "which", "whom", "whose", "that"})
NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3}
FAR = 9  # sentences back beyond which a pronoun points to nobody
FAR_PHRASE = 60  # the same for "the minister"
STATE_BODIES = frozenset({
    "ministry", "government", "parliament", "army", "military", "cabinet", "administration", "regime", "navy", "police", "court", "senate",
    "embassy", "judiciary", "presidency", "delegation", "majlis", "opposition", "leadership", "legislature", "central", "treasury", "team",
})  # fmt: skip
UNIONS = frozenset({"bloc", "alliance", "agency", "watchdog", "body", "union", "league"})
GENERIC = UNIONS | {"group", "movement", "organization", "organisation", "militia", "faction", "network"}
SPEECH = frozenset(
    [
        "say",
        "tell",
        "add",
        "state",
        "note",
        "stress",
        "declare",
        "warn",
        "insist",
        "write",
        "tweet",
        "explain",
        "argue",
        "announce",
        "claim",
        "assert",
        "express",
        "call",
        "urge",
        "emphasize",
        "emphasise",
        "underline",
        "underscore",
        "reiterate",
        "point",
        "describe",
        "continue",
        "conclude",
        "reply",
        "answer",
        "remark",
        "criticize",
        "criticise",
        "reject",
        "deny",
        "confirm",
        "believe",
        "hope",
        "welcome",
        "praise",
        "accuse",
        "mention",
        "suggest",
        "promise",
        "vow",
        "predict",
        "maintain",
        "contend",
        "comment",
        "complain",
        "acknowledge",
        "admit",
        "ask",
    ]
)
STATE_GROUPS = frozenset(
    {"officials", "authorities", "troops", "soldiers", "forces", "lawmakers", "prosecutors", "negotiators", "diplomats"}
)


def resolve(board: Board, pending: list[Pending]) -> None:
    """Resolve what points back, in the order of the text, each with what stands before it."""
    waiting = {phrase.head: phrase for phrase in pending}
    owned = {d.owner: d for d in board.drafts.values() if d.owner is not None and d.party is None}
    for token in board.doc:
        _resolve_at(board, waiting, token)
        if token.i in owned and token.i in board.headed:
            parties = board.headed[token.i].stands_for()
            owned[token.i].party = parties[0] if parties else None


def _resolve_at(board: Board, waiting: dict[int, Pending], token: Token) -> None:
    if token.i in waiting:
        _phrase(board, waiting[token.i], token)
    elif token.lower_ == "both" and token.dep_ in SUBJECTS | {"pobj", "dobj", "conj"}:
        _plural(board, token, token.i, 2)
    elif token.lower_ in RELATIVE and token.tag_ in {"WP", "WDT", "WP$"}:
        _relative(board, token)
    elif token.pos_ == "PRON" or token.tag_ in {"PRP$", "PRP"}:
        _pronoun(board, token)


# pronouns


def _pronoun(board: Board, token: Token) -> None:
    low = token.lower_
    if low in FIRST_AND_SECOND:
        board.add(Found(token.i, token.i + 1, token.i, "pronoun"))
        return
    fits = _fits(low)
    if fits is None or (low == "it" and _empty(token)):
        return
    best = _best(board, token, fits) or _ahead(board, token, fits)
    if best is None:
        return
    if best.draft is not None and best.draft.kind == "person" and best.draft.gender is None and low in HE | SHE:
        best.draft.gender = "f" if low in SHE else "m"
    parties = _joint(board, best) if low in THEY else best.parties
    board.add(Found(token.i, token.i + 1, token.i, "pronoun", best.draft, parties))


def _fits(low: str) -> Callable[[Board, Found], float | None] | None:
    """The preference that a pronoun gives to a mention, ``None`` where it cannot mean it."""
    if low in HE:
        return lambda _, f: _gender(f, "m")
    if low in SHE:
        return lambda _, f: _gender(f, "f")
    if low in IT:
        return lambda _, f: (
            0.0 if f.draft is not None and f.draft.kind in {"state", "body"} and len(f.stands_for()) < 2 else None
        )
    return _many if low in THEY else None


def _gender(mention: Found, wanted: str) -> float | None:
    draft = mention.draft
    if draft is None or draft.kind != "person" or (draft.gender or wanted) != wanted:
        return None
    if draft.gender is None:
        return -3.0 if wanted == "f" else -0.5
    return 0.0


def _many(board: Board, mention: Found) -> float | None:
    if mention.draft is None and len(mention.parties) < 2:
        return None
    if len(mention.stands_for()) > 1 or (mention.draft is not None and mention.draft.kind == "group"):
        return 1.0
    if len(_joint(board, mention)) > 1 or _coordinated(board, mention):
        return 1.0
    if mention.draft is not None and mention.draft.party in gazetteer.data("movements"):
        return 0.7
    return -2.0 if mention.draft is not None and mention.draft.kind in {"state", "body"} else None


def _coordinated(board: Board, mention: Found) -> bool:
    return any(c.i in board.headed and c.i > mention.head for c in board.doc[mention.head].conjuncts)


def _joint(board: Board, mention: Found) -> tuple[str, ...]:
    """The parties of a mention and of those coordinated with it ("Lavrov and Cavusoglu")."""
    seen = dict.fromkeys(mention.stands_for())
    for other in board.doc[mention.head].conjuncts:
        known = board.headed.get(other.i)
        if known is not None and other.i > mention.head:
            seen.update(dict.fromkeys(known.stands_for()))
    return tuple(seen) if len(seen) > 1 else mention.parties


def _empty(token: Token) -> bool:
    """Whether "it" stands for nothing ("it is likely that", "it was reported")."""
    if token.dep_ == "expl":
        return True
    verb = token.head
    if token.dep_ == "nsubj" and verb.lemma_ in {"be", "seem", "appear", "remain", "take", "become"}:
        return any(c.dep_ in {"acomp", "ccomp", "xcomp", "advcl", "attr", "csubj"} for c in verb.children)
    return (
        token.dep_ == "nsubjpass"
        and verb.tag_ == "VBN"
        and any(c.dep_ in {"ccomp", "csubjpass"} for c in verb.children)
    )


def _best(board: Board, token: Token, fits: Callable[[Board, Found], float | None], far: int = FAR) -> Found | None:
    best: tuple[float, int] | None = None
    chosen = None
    here = board.sentence[token.i]
    for mention in reversed(board.found):
        if mention.head >= token.i or here - board.sentence[mention.head] > far or mention.reference == "adjective":
            continue
        bonus = fits(board, mention)
        if bonus is None or _clashes(board, token, mention):
            continue
        rank = (bonus + _salience(board, token, mention, here), mention.head)
        if best is None or rank > best:
            best, chosen = rank, mention
    return chosen


def _ahead(board: Board, token: Token, fits: Callable[[Board, Found], float | None]) -> Found | None:
    """The subject further on in the sentence, for a pronoun that comes first ("Despite his offer, Ghani …")."""
    for other in board.doc[token.i + 1 : token.sent.end]:
        known = board.headed.get(other.i)
        if (
            known is not None
            and other.dep_ in SUBJECTS
            and known.reference != "pronoun"
            and fits(board, known) is not None
        ):
            return known
    return None


def _salience(board: Board, token: Token, mention: Found, here: int) -> float:
    head = board.doc[mention.head]
    inside, spoken = board.quoted(token.i), board.quoted(mention.head)
    score = -2.0 * (here - board.sentence[mention.head])
    if head.dep_ in SUBJECTS or (
        head.dep_ in {"pobj"} and head.head.lower_ in {"by", "to"} and head.head.head.lower_ == "according"
    ):
        score += 2.0
        if head.head.dep_ in {"ROOT", "ccomp"} and token.dep_ in SUBJECTS:
            score += 1.0
        if token.dep_ in SUBJECTS and _says(token.head) and _says(head.head) and inside == spoken == -1:
            score += 2.0
    elif head.dep_ in {"poss", "compound", "nmod", "appos"}:
        score -= 1.0
    if mention.as_place:
        score -= 2.0
    if inside == -1 and spoken != -1:
        score -= 3.0
    if inside != -1 and spoken != -1 and mention.reference != "pronoun":
        score += 1.0
    if mention.draft is not None:
        score += 0.2 * min(5, sum(mention.draft.words.values()))
    return score


def _clashes(board: Board, token: Token, mention: Found) -> bool:
    """Whether grammar keeps the two apart: subject and object of one verb; a speaker and "he" within his own quotation."""
    head = board.doc[mention.head]
    if mention.start <= token.i < mention.end:
        return True
    if token.dep_ in {"dobj", "dative", "pobj"} and not token.lower_.endswith("self") and token.tag_ != "PRP$":
        verb = token.head if token.dep_ != "pobj" else token.head.head
        if head.dep_ in SUBJECTS and head.head == verb:
            return True
    inside = board.quoted(token.i)
    return (
        inside != -1
        and board.quoted(mention.head) != inside
        and head.dep_ in SUBJECTS
        and head.sent == token.sent
        and _says(head.head)
    )


def _says(verb: Token) -> bool:
    return verb.lemma_.lower() in SPEECH


def _relative(board: Board, token: Token) -> None:
    """ "who" and "which" mean the noun that their clause hangs on."""
    clause = token.head
    while clause.dep_ not in {"relcl", "ROOT"} and clause.head != clause:
        clause = clause.head
    known = board.headed.get(clause.head.i) if clause.dep_ == "relcl" else None
    if known is None and clause.dep_ == "relcl":
        known = board.inside.get(clause.head.i)
    if known is not None and token.i not in board.headed:
        board.add(Found(token.i, token.i + 1, token.i, "pronoun", known.draft, known.stands_for()))


# phrases


def _phrase(board: Board, phrase: Pending, token: Token) -> None:
    number = _number(board, phrase)
    if token.lower_ in words("plural") and _points_back(board, phrase) and number:
        _plural(board, token, phrase.start, number)
        return
    owner = _owner(board, phrase)
    if owner:
        descriptions.put(board, phrase, owner, owner="+")
        return
    {"person": _person, "group": _group, "body": _body, "state": _state}[phrase.sort](board, phrase, token)


def _points_back(board: Board, phrase: Pending) -> bool:
    first = board.doc[phrase.start].lower_
    return first in {"the", "both", "these", "those", "their", "its", "all"}


def _number(board: Board, phrase: Pending) -> int:
    """How many parties a plural phrase points back to; 0 where it need not ("the officials")."""
    for token in board.doc[phrase.start : phrase.head]:
        if token.lower_ in NUMBERS:
            return NUMBERS[token.lower_]
    plain = board.doc[phrase.start].lower_ == "the" and phrase.head == phrase.start + 1
    return (
        2
        if plain
        and board.doc[phrase.head].lower_
        in {"sides", "parties", "neighbors", "neighbours", "foes", "rivals", "pair", "duo"}
        else 0
    )


def _plural(board: Board, token: Token, start: int, number: int) -> None:
    parties = last_parties(board, token.i, number)
    if parties:
        name = board.words(start, token.i + 1)
        draft = board.draft(("plural", *parties), Draft(name, "group", unnamed=True))
        board.add(Found(start, token.i + 1, token.i, "description", draft, parties))


def last_parties(board: Board, token: int, number: int) -> tuple[str, ...]:
    """The `number` parties named last before the token, those named together first."""
    here = board.sentence[token]
    near = [f for f in board.before(token) if here - board.sentence[f.head] <= FAR and not f.as_place and not f.relays]
    near = [
        f for f in near if f.end <= token and not _clashes(board, board.doc[token], f) and not _within_phrase(board, f)
    ]
    for mention in reversed(near):
        together = mention.stands_for() if len(mention.stands_for()) > 1 else _joint(board, mention)
        if len(together) == number and here - board.sentence[mention.head] <= 3:
            return together
    seen: dict[str, None] = {}
    for sentence in sorted({board.sentence[f.head] for f in near}, reverse=True):
        for mention in near:
            if board.sentence[mention.head] == sentence and len(mention.stands_for()) == 1 and len(seen) < number:
                seen.update(dict.fromkeys(mention.stands_for()))
        if len(seen) >= number:
            break
    return tuple(seen) if len(seen) == number else ()


def _within_phrase(board: Board, mention: Found) -> bool:
    """Whether an adjective only says of which party a group is that counts itself ("Turkish and Qatari mediators")."""
    if mention.reference != "adjective":
        return False
    return any(f.start <= mention.head < f.head for f in board.found if f.reference != "adjective")


def _owner(board: Board, phrase: Pending) -> tuple[str, ...]:
    """The parties of whoever owns it: "his government", "Trump's envoy", "the Assad government"."""
    for token in board.doc[phrase.start : phrase.head]:
        known = board.headed.get(token.i)
        if known is None or (token.i in board.hits and known.reference != "pronoun"):
            continue
        if known.stands_for() and (token.tag_ == "PRP$" or token.dep_ in {"poss", "compound", "nmod"}):
            return known.stands_for()
    return ()


def _person(board: Board, phrase: Pending, token: Token) -> None:
    """A person by office: one of the report's persons who holds it, else one who is not named."""
    parties = affiliation.of_phrase(board, token, phrase.start)
    first = board.doc[phrase.start]
    if first.lower_ not in {"a", "an", "one", "another", "some", "any", "every", "no", "each"}:
        adjectives = {
            t.lower_
            for t in board.doc[phrase.start : phrase.head]
            if t.pos_ in {"ADJ", "NOUN", "PROPN"} and t.i not in board.hits
        }
        best = _best(board, token, lambda _, f: _holds(f, token.lower_, adjectives, parties), far=FAR_PHRASE)
        if best is not None:
            board.add(Found(phrase.start, phrase.head + 1, token.i, "description", best.draft))
            return
        later = _later(board, token.lower_, adjectives, parties)
        if later is not None:
            board.add(Found(phrase.start, phrase.head + 1, token.i, "description", later))
            return
        if token.lower_ in words("anyone") and first.lower_ in {"the", "this", "that"}:
            best = _best(board, token, lambda _, f: _may_be(f, token.lower_, adjectives, parties))
            if best is not None:
                board.add(Found(phrase.start, phrase.head + 1, token.i, "description", best.draft))
                return
    if token.dep_ in SUBJECTS | {"agent", "pobj", "dobj", "dative", "poss", "conj", "appos", "ROOT"}:
        descriptions.put(board, phrase, parties)


def _holds(mention: Found, noun: str, adjectives: set[str], parties: tuple[str, ...]) -> float | None:
    draft = mention.draft
    if draft is None or draft.kind != "person" or noun not in draft.nouns:
        return None
    if parties and draft.party not in parties:
        return None
    return 4.0 * len(adjectives & draft.nouns) - 1.0 * len(adjectives - draft.nouns)


def _may_be(mention: Found, noun: str, adjectives: set[str], parties: tuple[str, ...]) -> float | None:
    """The preference for a person of whom the report has not said that he holds the office ("the senior MP", "the security chief")."""
    draft = mention.draft
    if draft is None or draft.kind != "person" or (parties and draft.party not in parties):
        return None
    gender = lexicon.gender_of_words(noun)
    if gender and draft.gender and gender != draft.gender:
        return None
    return 2.0 * len(adjectives & draft.nouns)


def _later(board: Board, noun: str, adjectives: set[str], parties: tuple[str, ...]) -> Draft | None:
    """The one person named further on who holds the office ("The foreign minister said …, Orlov added")."""
    holders = [
        d for key, d in board.drafts.items()
        if key[0] == "person" and noun in d.nouns and adjectives <= d.nouns and (not parties or d.party in parties)
    ]  # fmt: skip
    return holders[0] if len(holders) == 1 and noun not in words("anyone") else None


def _group(board: Board, phrase: Pending, token: Token) -> None:
    if token.dep_ not in SUBJECTS | {"agent", "pobj", "dobj", "dative", "poss", "conj", "appos", "ROOT"}:
        return
    parties: tuple[str, ...] = ()
    if token.lower_ in STATE_GROUPS:
        party = home.local_home(board, token.i)
        parties = (party,) if party else ()
    descriptions.put(board, phrase, parties)


def _body(board: Board, phrase: Pending, token: Token) -> None:
    low = token.lower_
    definite = board.doc[phrase.start].lower_ in {"the", "this", "that"}
    if definite and low in GENERIC:
        best = _best(board, token, lambda _, f: _generic(f, low))
        if best is not None:
            board.add(Found(phrase.start, phrase.head + 1, token.i, "description", best.draft))
            return
    known = [
        f for f in board.before(token.i) if f.draft is not None and f.draft.kind == "body" and low in f.draft.nouns
    ]
    if definite and known:
        board.add(Found(phrase.start, phrase.head + 1, token.i, "description", known[-1].draft, known[-1].parties))
        return
    parties: tuple[str, ...] = ()
    if low in STATE_BODIES:
        party = home.local_home(board, token.i)
        parties = (party,) if party else ()
    if parties or token.dep_ in SUBJECTS | {"agent", "poss"} or token.text[:1].isupper():
        descriptions.put(board, phrase, parties)


def _generic(mention: Found, noun: str) -> float | None:
    """The preference that "the group" or "the bloc" gives to a body."""
    draft = mention.draft
    if draft is None or draft.kind != "body" or (draft.nouns & STATE_BODIES and noun not in draft.nouns):
        return None
    party = draft.party or ""
    if noun in UNIONS:
        return 2.0 if party in gazetteer.data("organisations") else 1.0 if noun in draft.nouns else -2.0
    return 2.0 if party in gazetteer.data("movements") else 1.0 if noun in draft.nouns else 0.0


def _state(board: Board, phrase: Pending, token: Token) -> None:
    """ "the country", "his country", "the Kingdom": the state spoken of."""
    first = board.doc[phrase.start].lower_
    if first not in {"the", "this", "that", "its", "our", "my"} or phrase.head - phrase.start > 2:
        return
    if first in {"our", "my"} or token.lower_ in {"side", "neighbor", "neighbour", "state", "capital"}:
        return
    best = _best(board, token, lambda _, f: 0.0 if f.draft is not None and f.draft.kind == "state" else None)
    if best is not None:
        board.add(Found(phrase.start, phrase.head + 1, token.i, "description", best.draft))


def gender_from_names(board: Board) -> None:
    """Give persons the gender that their first name tells, where no title did."""
    for key, draft in board.drafts.items():
        if key[0] == "person" and draft.gender is None and len(draft.name.split()) > 1:
            draft.gender = lexicon.gender_of_name(draft.name)
