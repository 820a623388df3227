"""``find_tracks``: which talks there are, each with how it stands in one sentence, on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.agents.answer import Page, Shape, cut, day_of
from memcon.agents.arguments import After, AsOfDay, Limit, Parties, Since, Statuses, question
from memcon.agents.calming import on_one_line
from memcon.agents.rounds import round_sentence
from memcon.export.days import in_words
from memcon.export.ledger.layout import short
from memcon.export.ledger.talks import rounds_shown
from memcon.export.tracks import title_of
from memcon.export.wording import counted
from memcon.ledger import Ledger
from memcon.questions import answers
from memcon.tracks.model import TrackStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.tracks.model import Track


class TrackLine(Shape):
    """Talks between the same parties on the same matter, in short."""

    id: str
    """The track's id, for show_track and compare_track."""
    title: str
    sentence: str
    """How it stands: the round that comes next, was to come next, or was held last; on whose word: cite this, whole."""
    last_held: str
    """The last round that was held and on whose word, "" where `sentence` is about it or none is known."""
    status: TrackStatus
    """Never to be told without the word it stands on, which `sentence` has."""
    parties: tuple[str, ...]
    mediators: tuple[str, ...]
    rounds: int
    sources: int
    """Reports that tell of it, copies of one text counted once."""
    first: str
    """The day of the first report of it."""
    last: str
    """The day of the last report of it."""

    def lines(self) -> Iterator[str]:
        """The track in words."""
        yield f"- {on_one_line(self.title)} [track {self.id}]: {self.sentence}"
        if self.last_held:
            yield f"  last held: {self.last_held}"
        days = in_words(self.first if self.first == self.last else f"{self.first}/{self.last}")
        yield f"  {counted(self.rounds, 'round')}, {counted(self.sources, 'source')} of {days}"


class TracksFound(Page):
    """The tracks that fit, those last reported on first."""

    tracks: tuple[TrackLine, ...]

    def lines(self) -> Iterator[str]:
        """The tracks in words."""
        if not self.tracks:
            yield "No talks fit. That says only that no report in this ledger tells of such."
        for one in self.tracks:
            yield from one.lines()


def find_tracks(
    ledger: Ledger,
    party: Parties = (),
    about: str = "",
    status: Statuses = (),
    since: Since = None,
    as_of: AsOfDay = None,
    limit: Limit = 10,
    after: After = 0,
) -> TracksFound:
    """Find talks (tracks: the rounds between the same parties on the same matter) and how each stands, on whose word.

    Begin here for "how do the talks between X and Y stand?". `about` are words of the track's title or matter ("nuclear").
    `status` is that of the last round: to find a round called off within a longer track, ask what_changed with
    kind "called off". Then show_track with an id has the whole dossier.
    """
    wanted = question(party=party, about=about, status=status, since=since, as_of=as_of)
    found, following = cut(answers.tracks(ledger, wanted), after, limit)
    return TracksFound(as_of=day_of(wanted.as_of), next=following, tracks=tuple(map(track_line, found)))


def track_line(track: Track) -> TrackLine:
    """A track in short."""
    shown = [(name, round_sentence(one)) for name, one in rounds_shown(track)]
    sentence = shown[0][1] if shown else "No round of it is known."
    return TrackLine(
        id=short(track.id),
        title=title_of(track),
        sentence=sentence,
        last_held=next((line for name, line in shown[1:] if name == "last held"), ""),
        status=track.status,
        parties=track.parties,
        mediators=track.mediators,
        rounds=len(track.rounds),
        sources=track.sources,
        first=track.first,
        last=track.last,
    )
