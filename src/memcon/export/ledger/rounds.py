"""ROUNDS: each with its status and on whose word, who has what on record, how it came to be so, and what is to be taken up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.ledger.layout import short
from memcon.export.ledger.positions import sentence, unheard
from memcon.export.ledger.talks import STATUS_WIDTH, round_in_words, status_mark
from memcon.export.memo.layout import LABEL, PARTY, SILENT, grid, heading, indented, label
from memcon.export.parties import in_sentence, name_of
from memcon.export.wording import MEETING_STATUSES, listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from memcon.export.ledger.references import References
    from memcon.tracks.model import Position, Round, Step, Track

STANCES = {"asserts": "says", "confirms": "confirms", "denies": "denies", "declined": "has not commented"}


def rounds_section(track: Track, rounds: Iterable[Round], refs: References) -> Iterator[RenderableType]:
    """`rounds` of `track`, in their order."""
    yield heading("ROUNDS")
    for number, one in enumerate(rounds):
        yield Padding(indented(_round(track, one, refs)), (1 if number else 0, 0, 0, 0))


def _round(track: Track, one: Round, refs: References) -> RenderableType:
    table = grid(first=STATUS_WIDTH)
    title = Text(round_in_words(one) or "no day given", PARTY)
    if set(one.parties) != set(track.parties):
        title.append(f" · {listed([name_of(party) for party in one.parties])}", "not bold")
    table.add_row(status_mark(one.status), title.append(f" · {short(one.id)}", f"not bold {LABEL}"))
    table.add_row("", _capital(sentence(one)).append("."))
    for name, lines in details(one, refs):
        for at, line in enumerate(lines):
            table.add_row(label(name if not at else ""), line)
    return table


def details(one: Round, refs: References) -> Iterator[tuple[str, list[Text]]]:
    """All that is known of a round beside how it stands: a label, and the lines that belong to it."""
    yield "who", [Text(calm("\n".join(one.delegates)))] if one.delegates else []
    yield "agenda", [refs.words([each]) for each in one.agenda]
    yield "on record", [*(_position(each, refs) for each in one.positions), *_nothing(one)]
    yield "history", [_step(step, refs) for step in one.history]
    yield "joined", [Text(calm(why)) for why in one.joined]
    yield "decided", [Text(calm(f"{each.field}: {each.value}, by {each.by}: {each.reason}")) for each in one.settled]


def _position(position: Position, refs: References) -> Text:
    """“Russia says: cancelled (Maria Zakharova, 16 June 2025): “…” [1]”."""
    line = Text(position_with_details(position), SILENT if position.stance == "declined" else "")
    return line.append(": ").append_text(refs.words(position.evidence)) if position.evidence else line


def position_with_details(position: Position) -> str:
    """“Russia says: cancelled (Maria Zakharova, 16 June 2025)”."""
    since = f", since {in_words(position.since)}" if position.since not in {"", position.as_of} else ""
    details = ", ".join(
        part for part in (listed([calm(each) for each in position.speakers]), in_words(position.as_of)) if part
    )
    decided = f", decided by {calm(position.by)}" if position.by else ""
    return position_in_words(position) + (f" ({details}{since})" if details else "") + decided


def _nothing(one: Round) -> Iterator[Text]:
    for party in unheard(one):
        yield Text(f"Nothing on record from {in_sentence(party)}.", SILENT)


def _step(step: Step, refs: References) -> Text:
    """“9 June 2025: planned for about 20 June, says Russia [1]”."""
    day = in_words(step.published) or "no date"
    return Text(f"{day}: {step_in_words(step)} ").append(refs.mark(step.report), LABEL)


def position_in_words(position: Position) -> str:
    """“Russia says: cancelled”, “The Gulf Post tells it as held”, “the United States has not commented”."""
    who = name_of(position.party) if position.party else calm(position.outlet or "") or "A report"
    stance = STANCES[position.stance] if position.party else "tells it as"
    status = f"{':' if position.party else ''} {MEETING_STATUSES[position.status]}" if position.status else ""
    return f"{who} {stance}{status}"


def step_in_words(step: Step) -> str:
    """“planned for about 20 June, says Russia”."""
    when = f" for {in_words(step.when)}" if step.when and step.status in {"planned", "postponed", "proposed"} else ""
    teller = f"says {in_sentence(step.by)}" if step.by else f"as {calm(step.outlet or '') or 'a report'} tells it"
    return f"{MEETING_STATUSES[step.status]}{when}, {teller}"


def _capital(line: Text) -> Text:
    start = line.plain[:1].upper()
    return Text(start).append_text(line[1:]) if len(line) > 1 else line
