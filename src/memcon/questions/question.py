"""What is asked for, in one shape for the command line, pages, feeds, exports and agents.

Its words are those of an address (``party=RUS&act=decline&as-of=2025-06-16``) and, with two dashes before, of a command.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from memcon.errors import MemconError
from memcon.ledger.model import NOW, AsOf
from memcon.questions.days import first_day, last_day, moment
from memcon.questions.parties import parties
from memcon.questions.shares import share
from memcon.questions.words import ACTS, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# The words of a question, in the order in which an address has them.
WORDS = ("party", "who", "act", "status", "about", "track", "since", "at-least", "as-of", "recorded-as-of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked for; what is left empty leaves nothing out.

    `parties`: all of them must be there. `who`: speakers, of whom one must fit. `acts`: of statements, one must fit.
    `statuses`: of tracks and rounds, one must fit. `about`: words that must stand (in a statement, or the name of a matter).
    `track`: the id of one track. `since`: only what was published on that day (ISO) or later. `as_of`: see `AsOf`.
    `at_least`: only what has this confidence (0 to 1) or none at all (``None``: as the asker's setting has it, or everything).
    """

    parties: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    about: str = ""
    track: str | None = None
    since: str | None = None
    at_least: float | None = None
    as_of: AsOf = NOW

    @property
    def is_empty(self) -> bool:
        """Whether everything is asked for, as of now."""
        return self == Question()

    def but(self, **changes: object) -> Question:
        """The same question with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]  # the field's own type is the caller's to keep

    def pairs(self) -> list[tuple[str, str]]:
        """The question as pairs of word and value, always in the same order; `asked` reads them back."""
        many = {"party": self.parties, "who": self.who, "act": self.acts, "status": self.statuses}
        recorded = self.as_of.recorded.isoformat() if self.as_of.recorded else ""
        one = {
            "about": self.about,
            "track": self.track,
            "since": self.since,
            "at-least": "" if self.at_least is None else f"{self.at_least:g}",
            "as-of": self.as_of.published,
            "recorded-as-of": recorded,
        }
        return [(word, value) for word in WORDS for value in many.get(word, (one.get(word),)) if value]

    def address(self) -> str:
        """The question as it stands in an address, behind the ``?``; ``""`` where everything is asked for."""
        return urlencode(self.pairs())


def asked(given: Mapping[str, Sequence[str]], prefix: str = "") -> Question:
    """The question that pairs of word and values mean; a word that is none of `WORDS` is passed over, an empty value too.

    `prefix` stands before each word in an error (``--`` on the command line). Raises `MemconError` where a value makes no sense.
    """
    values = {word: [value.strip() for value in given.get(word, ()) if value.strip()] for word in WORDS}

    def last(word: str) -> str | None:
        return values[word][-1] if values[word] else None

    return Question(
        parties=parties(values["party"], f"{prefix}party"),
        who=tuple(values["who"]),
        acts=one_of(ACTS, values["act"], f"{prefix}act"),
        statuses=one_of(STATUSES, values["status"], f"{prefix}status"),
        about=last("about") or "",
        track=last("track"),
        since=first_day(last("since"), f"{prefix}since"),
        at_least=share(last("at-least"), f"{prefix}at-least"),
        as_of=AsOf(
            published=last_day(last("as-of"), f"{prefix}as-of"),
            recorded=moment(last("recorded-as-of"), f"{prefix}recorded-as-of"),
        ),
    )


def one_of(known: Iterable[str], given: Iterable[str] | None, name: str) -> tuple[str, ...]:
    """What is `given`, if each is `known`."""
    words = tuple(known)
    for each in given or ():
        if each not in words:
            raise MemconError(f"{name} {each}: there is no such word (there are: {', '.join(words)})")
    return tuple(given or ())
