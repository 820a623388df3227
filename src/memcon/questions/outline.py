"""What a question about tracks looks at, small enough to be kept for every track: whoever lists tracks filters them by this one rule."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from memcon.export.tracks import title_of
from memcon.tracks.matters import STRONG, best, told

if TYPE_CHECKING:
    from memcon.questions.question import Question
    from memcon.tracks.model import Track


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A track by what it can be asked for: `names` are its title and matters in small letters, `last` the day of its newest report."""

    names: str
    matter: str
    parties: frozenset[str]
    status: str
    last: str

    def fits(self, question: Question) -> bool:
        """Whether the track is one that is asked for."""
        return (
            set(question.parties) <= self.parties
            and (not question.about or self._is_about(question.about))
            and (not question.statuses or self.status in question.statuses)
            and self.last >= (question.since or "")
        )

    def _is_about(self, words: str) -> bool:
        """Whether each word stands in the track's title or matter; “embassy” also finds what is filed under diplomatic missions."""
        return _matter(words) == self.matter or all(word in self.names for word in words.casefold().split())


def outline(track: Track) -> Outline:
    """The outline of a track."""
    return Outline(
        names=" ".join([title_of(track), *track.about]).casefold(),
        matter=track.key.matter,
        parties=frozenset({*track.parties, *track.mediators}),
        status=track.status,
        last=track.last,
    )


@lru_cache(maxsize=64)
def _matter(words: str) -> str | None:
    """The matter that the words of a question name, if they name one strongly."""
    return best(told(words), at_least=STRONG)
