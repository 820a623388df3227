"""A round's status in one sentence, on whose word, and who has not confirmed it: “cancelled by the United States, says Russia”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.memo.layout import SILENT
from memcon.export.parties import in_sentence
from memcon.export.wording import MEETING_STATUSES, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.tracks.model import Position, Round

MANY_OUTLETS = 2


def sentence(one: Round, *, in_full: bool = False) -> Text:
    """“cancelled by the United States, says Russia (16 June); the United States has not commented (16 June)”.

    `in_full` gives each day its year, for whoever reads the sentence alone.
    """
    year = "" if in_full else _year(one)
    line = Text()
    settled = [each for each in one.settled if each.field in {"status", "changed_by"}]
    if settled:
        return line.append(f"{_status(one)}, by the decision of {listed([each.by for each in settled])}")
    if one.status == "contested":
        line.append("contested: ")
    line.append(_status(one)).append(f", {on_whose_word(one, year)}")
    for answer in _answers(one, year):
        line.append("; ").append_text(answer)
    return line


def on_whose_word(one: Round, year: str = "") -> str:
    """“says Russia (16 June)”, or the outlets that tell it in their own voice; `year` need not be said."""
    by_party = [each for each in _asserting(one) if each.party]
    if by_party:
        names = listed([in_sentence(each.party or "") for each in by_party])
        day = in_words(max(each.as_of for each in by_party), year=year)
        return f"{'says' if len(by_party) == 1 else 'say'} {names}" + (f" ({day})" if day else "")
    outlets = list(dict.fromkeys(calm(each.outlet or "") or "a report" for each in _asserting(one)))
    if not outlets:
        return _earlier(one, year)
    more = len(outlets) - MANY_OUTLETS
    names = listed([*outlets[:MANY_OUTLETS], *([f"{more} more"] if more > 0 else [])])
    return f"as {names} {'tells' if len(outlets) == 1 else 'tell'} it"


def _earlier(one: Round, year: str) -> str:
    """Who said so, where none of them has it on record as the last word."""
    steps = [step for step in one.history if step.status == one.headline]
    if not steps and one.headline == "held":  # it was told of while it went on, and is over by now
        steps = [step for step in one.history if step.status == "under-way"]
    if not steps:
        return "on nobody's word"
    who = (
        f"said {in_sentence(steps[-1].by)}"
        if steps[-1].by
        else f"as {calm(steps[-1].outlet or '') or 'a report'} told it"
    )
    day = in_words(steps[-1].published, year=year)
    return who + (f" ({day})" if day else "")


def _status(one: Round) -> str:
    by = f" by {in_sentence(one.changed_by)}" if one.changed_by else ""
    return MEETING_STATUSES[one.headline] + by


def _asserting(one: Round) -> list[Position]:
    stances = {"asserts", "confirms"}
    return [each for each in one.positions if each.stance in stances and each.status == one.headline]


def _answers(one: Round, year: str) -> Iterator[Text]:
    """What others have on record beside it: another status, a denial, a silence; then who has nothing on record."""
    for each in one.positions:
        who = in_sentence(each.party) if each.party else calm(each.outlet or "") or "a report"
        day = in_words(each.as_of, year=year)
        on = f" ({day})" if day else ""
        if each.stance == "denies":
            yield Text(f"{who} denies {_what(each, one)}{on}", "red")
        elif each.stance == "declined":
            yield Text(f"{who} has not commented{on}", SILENT)
        elif each.status != one.headline and one.status == "contested" and each.status:
            word = f"says {who}{on}" if each.party else f"as {who} tells it{on}"
            yield Text(f"{MEETING_STATUSES[each.status]}, {word}")
    if missing := unheard(one):
        yield Text(f"nothing on record from {listed([in_sentence(party) for party in missing])}", SILENT)


def _what(denial: Position, one: Round) -> str:
    """What is denied: the status of the headline, or another that was told of it."""
    is_headline = denial.status in {None, one.headline}
    return "it" if is_headline or not denial.status else f"that it is {MEETING_STATUSES[denial.status]}"


def unheard(one: Round) -> list[str]:
    """The parties to the round that have nothing on record, where it stands on another party's word."""
    heard = {each.party for each in one.positions}
    is_on_a_word = any(each.party for each in _asserting(one))
    return [party for party in one.parties if party not in heard] if is_on_a_word else []


def _year(one: Round) -> str:
    """The year that need not be said again."""
    days: Iterable[str] = (each.as_of for each in one.positions)
    return max(days, default="")[:4]
