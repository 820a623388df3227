"""The options that the commands over the ledger share, each in one place."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

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
