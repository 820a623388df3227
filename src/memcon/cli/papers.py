"""``memcon export memo``: a memo of a track or of a day, to be printed or sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.errors import MemconError

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from memcon.ledger import Ledger
    from memcon.questions.question import Question

KINDS = ("md", "html", "pdf")
ENDINGS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".pdf": "pdf"}


def write(
    ledger: Ledger, wanted: Question, *, day: str | None, kind: str | None, out: Path | None, now: datetime
) -> None:
    """Write the memo of the track that `wanted` names, or of a `day`, as `kind`, or as the name of `out` says."""
    from memcon.cli.output import binary, destination  # noqa: PLC0415 - what a mistake need not wait for

    kind = _kind(kind, out)
    if bool(day) == bool(wanted.track):
        raise MemconError("a memo is of one track or of one day (give --track ID, or --day DAY)")
    from memcon.questions import memos  # noqa: PLC0415

    paper = memos.of_day(ledger, wanted, day, now, name="--day") if day else memos.of_track(ledger, wanted, now)
    if kind == "pdf":
        from memcon.export.paper.pdf import pdf  # noqa: PLC0415 - Typst is loaded for a PDF alone

        with binary(out) as file:
            file.write(pdf(paper, now))
        return
    from memcon.export.paper.html import html  # noqa: PLC0415
    from memcon.export.paper.markdown import markdown  # noqa: PLC0415

    with destination(out, is_json=True) as stream:  # UTF-8, whatever the terminal speaks
        stream.write(html(paper) if kind == "html" else markdown(paper))


def _kind(given: str | None, out: Path | None) -> str:
    if given is None:
        return ENDINGS.get(out.suffix.lower(), "md") if out else "md"
    if given not in KINDS:
        raise MemconError(f"--as {given}: a memo is written as one of {', '.join(KINDS)}")
    return given
