"""``memcon export``: what the ledger holds, in the formats of others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli import papers
from memcon.cli.asking import asked_at_desk, question, tell_hidden
from memcon.cli.exits import ending_well
from memcon.cli.options import (
    ActOption,
    AsOfOption,
    AtLeastOption,
    LedgerOption,
    PartyOption,
    RecordedOption,
    SinceOption,
    StatusOption,
    TrackOption,
    WhoOption,
)
from memcon.cli.terminal import Steps
from memcon.errors import MemconError
from memcon.export.formats.registry import FORMATS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.export.formats.holdings import Filed, Holdings
    from memcon.export.formats.registry import Format
    from memcon.ledger import Ledger
    from memcon.questions.question import Question

MEMO = "memo"


def export(
    fmt: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="; ".join(
                [
                    *(f"{one.name}: {one.what}" for one in FORMATS.values()),
                    f"{MEMO}: a page of a track or a day, to print",
                ]
            )
            + ".",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            metavar="PATH",
            help="Write to PATH, whole or not at all; csv and parquet make a folder of it, or a file that ends in .zip.",
            show_default=False,
        ),
    ] = None,
    party: PartyOption = None,
    who: WhoOption = None,
    act: ActOption = None,
    about: Annotated[
        str,
        typer.Option(
            "--about",
            metavar="WORDS",
            help="Only statements with these words, talks on such a matter.",
            show_default=False,
        ),
    ] = "",
    status: StatusOption = None,
    track: TrackOption = None,
    day: Annotated[
        str | None, typer.Option("--day", metavar="DAY", help="The day of a memo.", show_default=False)
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--as",
            metavar="KIND",
            help="Write the memo as md, html or pdf (else by the end of --out, or md).",
            show_default=False,
        ),
    ] = None,
    event_status: Annotated[
        list[str] | None,
        typer.Option(
            "--event-status",
            metavar="STATUS",
            help="In gdelt and plover, only events that stand so (gdelt: occurred and ongoing, unless given).",
            show_default=False,
        ),
    ] = None,
    since: SinceOption = None,
    at_least: AtLeastOption = None,
    as_of: AsOfOption = None,
    recorded_as_of: RecordedOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Write what the ledger holds in the formats of others.

    Each is made from the same answers as the pages: every option narrows what is in it, as of the same day.
    """
    with ending_well():
        _check(fmt, out, day=day, kind=kind, is_on_a_word=bool(who or act))
        with asked_at_desk(ledger) as book:
            wanted = question(
                party=party, who=who, act=act, about=about, status=status, track=track,
                since=since, at_least=at_least, as_of=as_of, recorded_as_of=recorded_as_of,
            )  # fmt: skip
            now = datetime.now(UTC)
            if fmt == MEMO:
                papers.write(book, wanted, day=day, kind=kind, out=out, now=now)
            else:
                _write(FORMATS[fmt], book, wanted, _event_statuses(event_status), out, now)


def _check(fmt: str, out: Path | None, *, day: str | None, kind: str | None, is_on_a_word: bool) -> None:
    """Mistakes that can be told before the ledger is opened."""
    if fmt not in FORMATS and fmt != MEMO:
        raise MemconError(f"{fmt}: there is no such format (there are: {', '.join([*FORMATS, MEMO])})")
    if fmt != MEMO and (day or kind):
        raise MemconError(f"--{'day' if day else 'as'} is for a memo (memcon export {MEMO})")
    if fmt == "tracks" and is_on_a_word:
        raise MemconError("tracks have no speakers and acts (leave out --who and --act)")
    if fmt in FORMATS and FORMATS[fmt].shape == "folder" and out is None:
        raise MemconError(f"{fmt} is several files (give --out FOLDER, or --out FILE.zip)")


def _event_statuses(given: list[str] | None) -> tuple[str, ...]:
    from memcon.questions.question import one_of  # noqa: PLC0415 - what a mistake need not wait for
    from memcon.questions.words import EVENT_STATUSES  # noqa: PLC0415

    return one_of(EVENT_STATUSES, given, "--event-status")


def _write(
    form: Format, ledger: Ledger, wanted: Question, event_statuses: tuple[str, ...], out: Path | None, now: datetime
) -> None:
    from memcon.cli.folder import folder  # noqa: PLC0415 - what a mistake need not wait for
    from memcon.cli.output import destination  # noqa: PLC0415
    from memcon.questions import answers  # noqa: PLC0415
    from memcon.questions.bar import bar_of  # noqa: PLC0415

    with Steps(f"reports into {form.name}") as steps:
        bar = bar_of(ledger, wanted)
        held = replace(answers.holdings(ledger, wanted, now, bar), event_statuses=event_statuses)
        held = _watched(held, steps, ledger, wanted)
        if form.shape == "folder" and out is not None:
            with folder(out) as opens:
                form.write(held, opens)
        else:
            with destination(out, is_json=True) as stream:
                for piece in form.pieces(held):
                    stream.write(piece)
    tell_hidden(bar)


def _watched(held: Holdings, steps: Steps, ledger: Ledger, wanted: Question) -> Holdings:
    """`held`, with a bar that moves on with each report."""
    if not steps.is_shown:
        return held
    from memcon.questions import answers  # noqa: PLC0415

    def filed() -> Iterator[Filed]:
        steps.expect(sum(1 for _ in answers.reports(ledger, wanted)))
        for one in held.filed():
            yield one
            steps.advance()

    return replace(held, filed=filed)
