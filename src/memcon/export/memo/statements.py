"""WHO SAID WHAT: the statements under who made them, in the words of the report; what is told inside a statement stands under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from memcon.export.days import in_words
from memcon.export.memo.layout import LABEL, PARTY, QUOTED, SILENT, grid, heading, indented
from memcon.export.parties import is_state, name_of
from memcon.export.wording import ACTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType
    from rich.table import Table

    from memcon.export.standing import Standing
    from memcon.model import Actor, Span, Statement

ACT_WIDTH = 12
OPENING, CLOSING = "\"“„«‟'‘", "\"”»'’"


def statements_section(standing: Standing) -> Iterator[RenderableType]:
    """Every statement, by speaker, the speakers in the order in which the report lets them speak."""
    by_speaker: dict[tuple[str | None, str | None], list[Statement]] = {}
    for statement in standing.record.statements:
        if standing.outer(statement) is None:
            by_speaker.setdefault((statement.speaker, statement.party), []).append(statement)
    if not by_speaker:
        return
    yield heading("WHO SAID WHAT")
    yield indented(Text("“…” the speaker's own words; the rest the report's words, (…) those that attribute.", LABEL))
    for (speaker, party), statements in by_speaker.items():
        yield Padding(indented(_who(standing.actors.get(speaker or ""), party)), (1, 0, 0, 0))
        table = grid(first=ACT_WIDTH)
        for statement in statements:
            _add(table, standing, statement)
        yield indented(table, by=4)


def _who(actor: Actor | None, party: str | None) -> Text:
    """“Maria Zakharova, Foreign Ministry spokeswoman · Russia”."""
    line = Text(actor.name if actor else "A source without a name", PARTY)
    if actor and actor.role and actor.role != actor.name:
        line.append(f", {actor.role}", "not bold")
    is_itself = actor is not None and (actor.kind == "state" or (actor.kind == "body" and not is_state(party)))
    if party and not is_itself:
        line.append(f" · {name_of(party)}", "not bold cyan")
    return line


def _add(table: Table, standing: Standing, statement: Statement) -> None:
    act = Text(ACTS[statement.act], SILENT if statement.act == "decline" else "")
    if said := in_words(statement.said, year=standing.record.report.published[:4]):
        act.append(f"\n{said}", LABEL)
    table.add_row(act, Group(*_lines(standing, statement)))


def _lines(standing: Standing, statement: Statement) -> Iterator[RenderableType]:
    """The content, where it was said, and what is told in it."""
    yield _content(standing, statement)
    if about := _circumstances(standing, statement):
        yield Text(about, LABEL)
    for inner in standing.inner(statement):
        yield from _inner_lines(standing, inner, depth=0)


def _inner_lines(standing: Standing, inner: Statement, *, depth: int) -> Iterator[RenderableType]:
    """What is told in a statement, and in turn what is told in that."""
    speaker = standing.speaker(inner)
    who = speaker.name if speaker else "a source without a name"
    line = Text.assemble(("↳ ", LABEL), (who, PARTY), f" · {ACTS[inner.act]}: ", _content(standing, inner))
    yield indented(line, by=2 * depth)
    for deeper in standing.inner(inner):
        yield from _inner_lines(standing, deeper, depth=depth + 1)


def _content(standing: Standing, statement: Statement) -> Text:
    line = Text()
    if (
        statement.act != "assert"
    ):  # the act is a reading of these words: "(said) that it would not" rejects, "(condemned) the strikes" accuses
        is_silence = statement.act == "decline"
        words = standing.silence(statement) if is_silence else standing.words(statement.cue)
        line.append(f"({words}) ", SILENT if is_silence else LABEL)
    for number, span in enumerate(statement.content):
        line.append(" … " if number else "")
        line.append_text(_words(standing, span, is_direct=statement.form == "direct"))
    return line


def _words(standing: Standing, span: Span, *, is_direct: bool) -> Text:
    """The words of `span`, in quotation marks if the report has them in such."""
    text = standing.record.report.text
    is_quoted = text[: span.start][-1:] in OPENING and text[span.end :][:1] in CLOSING if span.start else False
    words = standing.words(span)
    return Text(f"“{words.strip('“”')}”", QUOTED) if is_direct or is_quoted else Text(words)


def _circumstances(standing: Standing, statement: Statement) -> str:
    """Where it was said, and who relays it."""
    relay = standing.actors[statement.via].name if statement.via in standing.actors else statement.via
    return " · ".join(part for part in (statement.channel or "", f"by way of {relay}" if relay else "") if part)
