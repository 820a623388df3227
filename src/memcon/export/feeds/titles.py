"""The title of a change: what is said, on whose word, then of which talks.

“Round 3 cancelled by the United States, says Russia · United States–Russia: operations of diplomatic missions”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memcon.export.days import in_words
from memcon.export.feeds.fit import line, shortened
from memcon.export.parties import in_sentence, name_of
from memcon.export.tracks import title_of
from memcon.export.wording import MEETING_STATUSES, capitalized

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memcon.export.ledger.changes import Change

# What a denial is about: “denies that the talks were held”; of one thing, “was held”.
_DENIED: Mapping[str, str] = {
    "held": "were held",
    "under-way": "are under way",
    "planned": "are planned",
    "cancelled": "are cancelled",
    "postponed": "are postponed",
    "suspended": "are suspended",
    "proposed": "were proposed",
    "refused": "were refused",
}
_AHEAD = frozenset({"planned", "proposed"})
_REQUIRED = 100  # characters of a condition in a title


def title(change: Change) -> str:
    """The title, on one line."""
    return line(f"{headline(change)} · {title_of(change.track)}")


def headline(change: Change) -> str:
    """What became known, on whose word, as a sentence without its full stop."""
    match change.kind:
        case "silence":
            words = f"{_who(change)} has not commented"
        case "denial":
            words = f"{_who(change)} denies that {_denied(change)}"
        case "condition":
            words = _condition(change)
        case _:
            words = f"{_noun(change)} {change.what}{_day(change)}, {teller(change)}"
    return capitalized(words)


def teller(change: Change) -> str:
    """“says Russia”, or “as The Andean Courier tells it”."""
    return f"says {in_sentence(change.party)}" if change.party else f"as {_outlet(change)} tells it"


def _who(change: Change) -> str:
    return in_sentence(change.party) if change.party else _outlet(change)


def _outlet(change: Change) -> str:
    if change.outlet:
        return change.outlet
    outlets = {each.id: each.outlet for each in change.track.reports}
    return next((outlets[each] for each in change.reports if outlets.get(each)), "") or "a report"


def _noun(change: Change) -> str:
    """“round 3”, “talks”, “visit”, “call”."""
    if change.round is None:
        return "talks"
    return f"round {change.round.number}" if change.round.number else change.round.kind


def _denied(change: Change) -> str:
    noun, status = _noun(change), _DENIED[change.status] if change.status else "stand so"
    if noun == "talks":
        return f"the talks {status}"
    one = status.replace("were ", "was ").replace("are ", "is ").replace("stand ", "stands ")
    return f"{noun if change.round and change.round.number else f'the {noun}'} {one}"


def _condition(change: Change) -> str:
    """“condition set by Chile, says Bolivia: “the two sides agreed””."""
    condition = change.condition
    if condition is None:
        return f"condition, {teller(change)}"
    by = f" set by {in_sentence(condition.set_by)}" if condition.set_by and condition.set_by != change.party else ""
    return f"condition{by}, {teller(change)}: “{shortened(line(condition.requires).strip('“”'), _REQUIRED)}”"


def _day(change: Change) -> str:
    """“ for 16 June 2025”, “ on 16 June 2025”, “ in June 2025”; nothing where no day, month or year is told."""
    words = in_words(change.when)
    if not words or change.status not in {*_AHEAD, "held"}:
        return ""
    if words.startswith(("before ", "from ")):
        return f" {words}" if change.status in _AHEAD else ""
    if change.status in _AHEAD:
        return f" for {words}"
    has_day = re.search(r"\d{4}-\d\d-\d\d", change.when)
    return f" {'on' if has_day else 'in'} {words}" if words[0].isdigit() or not has_day else f" {words}"


def tags(change: Change) -> tuple[str, ...]:
    """The parties by name, the matter, and what kind of change it is."""
    parties = [name_of(each) for each in (change.round.parties if change.round else change.track.parties)]
    status = MEETING_STATUSES[change.status] if change.status else ""
    found = [*parties, *change.track.about[:1], change.kind, status]
    return tuple(dict.fromkeys(line(each) for each in found if each))
