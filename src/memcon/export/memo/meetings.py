"""MEETINGS: status first and on whose word, then who is silent, when, where, who and what about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from memcon.export.days import in_words
from memcon.export.memo.layout import PARTY, SILENT, grid, heading, indented, label
from memcon.export.parties import IN_ITS_OWN_VOICE, in_sentence, name_of
from memcon.export.wording import MEETING_STATUSES, MEETING_STYLES, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.table import Table

    from memcon.export.standing import Standing
    from memcon.model import Meeting, Place

STATUS_WIDTH = 10


def meetings_section(standing: Standing) -> Iterator[RenderableType]:
    """Every meeting of the record, in the report's order."""
    if not standing.record.meetings:
        return
    yield heading("MEETINGS")
    for number, meeting in enumerate(standing.record.meetings):
        yield Padding(indented(_meeting(standing, meeting)), (1 if number else 0, 0, 0, 0))


def parties_of(meeting: Meeting) -> str:
    """The parties to `meeting` as people write them: “Russia and the United States”."""
    return (
        listed([name_of(party) if not number else in_sentence(party) for number, party in enumerate(meeting.parties)])
        or "?"
    )


def status_in_words(meeting: Meeting) -> str:
    """“cancelled by the United States”."""
    by = f" by {in_sentence(meeting.changed_by)}" if meeting.changed_by else ""
    return MEETING_STATUSES[meeting.status] + by


def on_whose_word(standing: Standing, source: str | None) -> str:
    """“says Russia (Maria Zakharova, 16 June)”, or that the report says it in its own voice."""
    statement = standing.statements.get(source or "")
    if statement is None:
        return IN_ITS_OWN_VOICE
    speaker = standing.speaker(statement)
    party = in_sentence(statement.party) if statement.party else ""
    name = standing.name_beside_party(statement)
    said = in_words(statement.said, year=standing.record.report.published[:4])
    who = party or name or (speaker.name if speaker else "an unnamed source")
    details = ", ".join(part for part in (name if party else "", said) if part)
    return f"says {who}" + (f" ({details})" if details else "")


def place_in_words(place: Place | None) -> str:
    """“Istanbul, Türkiye”; the state is left out where the name says it."""
    if place is None:
        return ""
    state = name_of(place.country) if place.country else ""
    return (
        place.name
        if state in {"", place.name} or place.name == in_sentence(place.country or "")
        else f"{place.name}, {state}"
    )


def _meeting(standing: Standing, meeting: Meeting) -> Table:
    table = grid(first=STATUS_WIDTH)
    title = Text(parties_of(meeting), PARTY)
    if meeting.about:
        title.append(f" · {' '.join(meeting.about.split())}", "not bold")
    table.add_row(Text(MEETING_STATUSES[meeting.status].upper(), MEETING_STYLES[meeting.status]), title)
    table.add_row("", _status(standing, meeting))
    for line in _answers(standing, meeting):
        table.add_row("", line)
    for name, value in _details(standing, meeting):
        if value:
            table.add_row(label(name), Text(value))
    return table


def _status(standing: Standing, meeting: Meeting) -> Text:
    word = on_whose_word(standing, meeting.source)
    if not meeting.changed_by:
        return Text(f"So {word.removeprefix('as ')}.")
    return Text(f"{MEETING_STATUSES[meeting.status].capitalize()} by {in_sentence(meeting.changed_by)}, {word}.")


def _answers(standing: Standing, meeting: Meeting) -> Iterator[Text]:
    """What the parties have on record about it beside the word it stands on: a yes, a no, or a silence."""
    source = standing.statements.get(meeting.source or "")
    for statement in standing.on(meeting):
        is_another = source is None or statement.party != source.party
        if statement.act in {"confirm", "deny"} and is_another:
            yield Text(
                f"{'Confirmed' if statement.act == 'confirm' else 'Denied'}, {on_whose_word(standing, statement.id)}."
            )
    for party, statements in standing.silences(meeting).items():
        cues = ", ".join(dict.fromkeys(f"“{standing.silence(statement)}”" for statement in statements))
        yield Text(f"No comment from {in_sentence(party)} (in the report's words: {cues}).", SILENT)
    for party in standing.unheard(meeting):
        yield Text(f"Nothing from {in_sentence(party)} in the report.", SILENT)


def _details(standing: Standing, meeting: Meeting) -> Iterator[tuple[str, str]]:
    place = place_in_words(meeting.where)
    yield "when", in_words(meeting.when) or "no day given"
    yield "where", place
    yield "who", "\n".join(_delegate(standing, actor) for actor in meeting.delegates)
    yield "agenda", "\n".join(standing.words(span) for span in meeting.agenda)


def _delegate(standing: Standing, actor_id: str) -> str:
    actor = standing.actors.get(actor_id)
    if actor is None:
        return actor_id
    return ", ".join(part for part in (actor.name, actor.role) if part)
