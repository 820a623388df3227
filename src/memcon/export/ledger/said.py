"""Statements, one below the other: the act, who, the words, and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.ledger.layout import more, source
from memcon.export.memo.layout import LABEL, PARTY, QUOTED, SILENT, grid, indented
from memcon.export.parties import in_sentence, is_state, name_of
from memcon.export.wording import ACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from memcon.export.ledger.told import Told

ACT_WIDTH = 13


def statements_page(every: Iterable[Told], limit: int = 0) -> Iterator[RenderableType]:
    """The first `limit` statements (0: all), under the report that each stands in."""
    report = None
    for number, one in enumerate(every):
        if limit and number == limit:
            yield more(limit)
            return
        if one.report.id != report:
            yield Padding(source(one.report), (1 if report else 0, 0, 0, 0))
            report = one.report.id
        yield indented(statement(one))
    if report is None:
        yield Text("No statement fits.")


def statement(one: Told) -> RenderableType:
    """Who did what by saying it, when, in which words, and where it was said."""
    body = one.sighting.body
    table = grid(first=ACT_WIDTH)
    style = SILENT if body["act"] == "decline" else "bold"
    table.add_row(Text(ACTS[body["act"]], style), who(one))
    table.add_row(Text(in_words(body["said"]), LABEL), content(one))
    if about := _circumstances(one):
        table.add_row("", Text(about, LABEL))
    return table


def who(one: Told) -> Text:
    """“Maria Zakharova, Foreign Ministry spokeswoman · Russia”; a party alone where nobody is named."""
    party, speaker = one.sighting.body["party"], one.speaker
    if speaker is None:
        return Text(f"A source of {in_sentence(party)}" if party else "A source without a name", PARTY)
    name, role = calm(speaker.body["name"]), calm(speaker.body["role"] or "")
    line = Text(name, PARTY)
    if role and role != name:
        line.append(f", {role}", "not bold")
    is_itself = speaker.body["kind"] == "state" or (speaker.body["kind"] == "body" and not is_state(party))
    if party and not (is_itself or name == name_of(party)):
        line.append(f" · {name_of(party)}", "not bold cyan")
    return line


def content(one: Told) -> Text:
    """The words that are attributed; those that attribute stand before them where the words alone would mislead."""
    body = one.sighting.body
    line = Text()
    if body["act"] != "assert":
        line.append(f"({_line(body['cue'])}) ", SILENT if body["act"] == "decline" else LABEL)
    for number, part in enumerate(body["content"]):
        line.append(" … " if number else "")
        words = _line(part)
        line.append_text(Text(f"“{words.strip('“”')}”", QUOTED) if body["form"] == "direct" else Text(words))
    return line


def _line(span: dict[str, str]) -> str:
    return " ".join(calm(span["text"]).split())


def _circumstances(one: Told) -> str:
    words = [part["text"] for part in one.sighting.body["content"]]
    given = one.sighting.body["channel"] or ""
    channel = "" if given in words else " ".join(calm(given).split())
    relay = f"by way of {calm(one.relay)}" if one.relay else ""
    doubt = one.sureness.words if one.sureness.is_doubtful else ""
    return " · ".join(part for part in (channel, relay, doubt) if part)
