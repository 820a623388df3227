"""What became known since a day, the most weighty first: what was called off, silences and denials, then what is new.

A change is a claim that no report had before that day; each stands on the word of a party or an outlet, and a silence is
told as a silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from memcon import ids
from memcon.export.parties import in_sentence, name_of
from memcon.export.tracks import title_of
from memcon.export.wording import MEETING_STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from memcon.model import MeetingStatus
    from memcon.tracks.model import Evidence, Position, Round, Step, Track, TrackCondition

Kind: TypeAlias = Literal["called off", "silence", "denial", "new round", "held", "condition"]
# The order in which a desk wants to know.
WEIGHT: Mapping[Kind, int] = {"called off": 0, "denial": 1, "silence": 1, "new round": 2, "held": 3, "condition": 4}
CALLED_OFF = frozenset({"cancelled", "postponed", "suspended", "refused"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that became known: on `day` (published), about a round of `track` or the track itself.

    `party` is on whose word, ``None`` where the outlets of `reports` tell it in their own voice; `outlet` is then the first of
    them. `status` is what the round is said, or denied, to be, ``None`` for a silence and a condition; `when` the day then given
    for it (EDTF). `reports` are those that have it, copies of one text left out.
    """

    kind: Kind
    day: str
    track: Track
    round: Round | None
    what: str
    party: str | None
    evidence: tuple[Evidence, ...]
    reports: tuple[str, ...]
    outlet: str | None = None
    status: MeetingStatus | None = None
    when: str = ""
    condition: TrackCondition | None = None

    @property
    def id(self) -> str:
        """What stays the same for ever: of what, which kind, which status, on whose word; never a day or a report.

        A condition goes by its words, a silence or denial of an outlet's own by the outlet; which outlet tells a status first
        in its own voice does not matter.
        """
        about: object = self.round.id if self.round else self.track.id
        is_answer = self.kind in {"silence", "denial"}
        return ids.change_id(
            about=[about, *_words_of(self.condition)] if self.condition else about,
            kind=self.kind,
            status=self.status,
            party=self.party,
            outlet=self.outlet if is_answer and self.party is None else None,
        )


def _words_of(one: TrackCondition) -> tuple[str, str, str]:
    return " ".join(one.what.split()), " ".join(one.requires.split()), one.set_by or ""


def changes(tracks: Iterable[Track], since: str) -> list[Change]:
    """All that became known on `since` (ISO) or later, the most weighty and then the newest first."""
    found = [change for track in tracks for change in _of_track(track, since)]
    return sorted(found, key=lambda one: (-WEIGHT[one.kind], one.day), reverse=True)


def to_json(one: Change) -> dict[str, Any]:
    """The change as a JSON object; its track and round by id."""
    return {
        "id": one.id,
        "kind": one.kind,
        "status": one.status,
        "day": one.day,
        "track": one.track.id,
        "title": title_of(one.track),
        "round": one.round and one.round.id,
        "what": one.what,
        "party": one.party,
        "evidence": [
            {
                "report": each.report,
                "statement": each.statement,
                "start": each.start,
                "end": each.end,
                "text": each.text,
            }
            for each in one.evidence
        ],
        "reports": list(one.reports),
    }


@dataclass(frozen=True, slots=True)
class _Days:
    """The reports of a track by their days, copies apart."""

    days: Mapping[str, str]
    copies: frozenset[str]

    def first(self, evidence: Iterable[Evidence]) -> str:
        """The first day on which one of the reports has it."""
        return min((self.days[each.report] for each in evidence if each.report in self.days), default="")

    def once(self, reports: Iterable[str]) -> tuple[str, ...]:
        """`reports`, those that repeat another's text left out, unless all do."""
        each = tuple(dict.fromkeys(reports))
        return tuple(report for report in each if report not in self.copies) or each[:1]


def _of_track(track: Track, since: str) -> Iterator[Change]:
    days = _Days(
        {one.id: one.published for one in track.reports}, frozenset(one.id for one in track.reports if one.copy_of)
    )
    for each in track.rounds:
        yield from _steps(track, each, since, days)
        yield from _answers(track, each, since, days)
    yield from _conditions(track, since, days)


def _conditions(track: Track, since: str, days: _Days) -> Iterator[Change]:
    """Each condition when it was first told of; the same one in other reports is nothing new."""
    known: set[str] = set()
    for day, one in sorted(((days.first(one.evidence), one) for one in track.conditions), key=lambda each: each[0]):
        change = _condition(track, one, day, days)
        if change.what not in known and day >= since:
            yield change
        known.add(change.what)


def _steps(track: Track, one: Round, since: str, days: _Days) -> Iterator[Change]:
    """Each status that the round came to have; the same status told again is nothing new."""
    denied = {(each.party, each.status) for each in one.positions if each.stance == "denies"}
    known: set[str] = set()
    for step in one.history:
        if step.status not in known and step.reported >= since and (step.by, step.status) not in denied:
            yield _step(track, one, step, days)
        known.add(step.status)


def _step(track: Track, one: Round, step: Step, days: _Days) -> Change:
    kind: Kind = "called off" if step.status in CALLED_OFF else "held" if step.status == "held" else "new round"
    same = [each for each in one.positions if each.status == step.status and each.party == step.by]
    evidence = tuple(each for position in same for each in position.evidence)
    by = f" by {in_sentence(one.changed_by)}" if kind == "called off" and one.changed_by else ""
    return Change(
        kind=kind,
        day=step.reported,
        track=track,
        round=one,
        what=f"{MEETING_STATUSES[step.status]}{by}",
        party=step.by,
        evidence=evidence,
        reports=days.once([step.report, *(each.report for each in evidence)]),
        outlet=step.outlet,
        status=step.status,
        when=step.when,
    )


def _answers(track: Track, one: Round, since: str, days: _Days) -> Iterator[Change]:
    """Silences and denials that no report had before."""
    for position in one.positions:
        day = days.first(position.evidence)
        if position.stance in {"denies", "declined"} and day >= since:
            yield _answer(track, one, position, day, days)


def _answer(track: Track, one: Round, position: Position, day: str, days: _Days) -> Change:
    who = name_of(position.party) if position.party else position.outlet or "a report"
    is_denial = position.stance == "denies"
    about = MEETING_STATUSES[position.status or one.headline]
    return Change(
        kind="denial" if is_denial else "silence",
        day=day,
        track=track,
        round=one,
        what=f"{who} denies that it is {about}" if is_denial else f"{who} has not commented",
        party=position.party,
        evidence=position.evidence,
        reports=days.once(each.report for each in position.evidence),
        outlet=position.outlet,
        status=position.status if is_denial else None,
    )


def _condition(track: Track, one: TrackCondition, day: str, days: _Days) -> Change:
    return Change(
        kind="condition",
        day=day,
        track=track,
        round=None,
        what=condition_in_words(one),
        party=one.said_by,
        evidence=one.evidence,
        reports=days.once(each.report for each in one.evidence),
        condition=one,
    )


def condition_in_words(one: TrackCondition) -> str:
    """“no talks” depends on “the sluice opens”, set by Estonia: each in the report's words."""
    what, requires = (" ".join(each.split()).strip('“”"') for each in (one.what, one.requires))
    by = f", set by {in_sentence(one.set_by)}" if one.set_by else ""
    return f"“{what}” depends on “{requires}”{by}"
