"""The options that the commands over the ledger share, each in one place."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from memcon.questions.words import ACTS, STATUSES

LedgerOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--ledger",
        metavar="FILE|URL",
        help="The ledger: a file, or a postgresql:// address (else MEMCON_LEDGER).",
        show_default=False,
    ),
]
JsonOption: TypeAlias = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
AsOfOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DAY", help="Answer from what was published on DAY or before.", show_default=False),
]
RecordedOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--recorded-as-of",
        metavar="TIME",
        help="Answer from what this ledger held at TIME (UTC where it names no zone).",
        show_default=False,
    ),
]
SinceOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--since", metavar="DAY", help="Only what was published on DAY or later.", show_default=False),
]
PartyOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--party",
        metavar="PARTY",
        help="Only with this party, by code or name (RUS, Russia, EU); given again, with each of them.",
        show_default=False,
    ),
]
LimitOption: TypeAlias = Annotated[
    int, typer.Option("--limit", metavar="N", min=0, help="Show N at most, 0 for all; JSON is never cut.")
]
WhoOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--who", metavar="NAME", help="Only by this speaker; given again, by either.", show_default=False),
]
ActOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--act", metavar="ACT", help=f"Only this act: {', '.join(ACTS)}.", show_default=False),
]
StatusOption: TypeAlias = Annotated[
    list[str] | None,
    typer.Option("--status", metavar="STATUS", help=f"Only of this status: {', '.join(STATUSES)}.", show_default=False),
]
AboutOption: TypeAlias = Annotated[
    str, typer.Option("--about", metavar="WORDS", help="Only on a matter named so.", show_default=False)
]
TrackOption: TypeAlias = Annotated[
    str | None,
    typer.Option("--track", metavar="ID", help="Only of this track, by its id or that of a round.", show_default=False),
]
AtLeastOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--at-least",
        metavar="CONFIDENCE",
        help="Only what is at least so sure, from 0 (all) to 1 (else MEMCON_CONFIDENCE).",
        show_default=False,
    ),
]
BaseOption: TypeAlias = Annotated[
    str,
    typer.Option("--base", metavar="URL", help="The address of memcon's pages, for links to them.", show_default=False),
]
AddressOption: TypeAlias = Annotated[
    str,
    typer.Option(
        "--address",
        metavar="URL",
        help="The address that this itself will have, as it is to say of itself.",
        show_default=False,
    ),
]
OutOption: TypeAlias = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE", help="Write to FILE, whole or not at all.", show_default=False),
]
PipelineOption: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--pipeline",
        metavar="NAME",
        help="Read with this spaCy pipeline, a package or a folder (else MEMCON_PIPELINE).",
        show_default=False,
    ),
]
