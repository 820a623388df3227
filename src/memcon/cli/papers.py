"""``memcon export memo``: a memo of a track or of a day, to be printed or sent."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from memcon.export.ledger.changes import Change
    from memcon.export.ledger.told import Told
    from memcon.export.paper.model import Paper
    from memcon.ledger import Ledger
    from memcon.questions.question import Question
    from memcon.tracks.model import Round

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
    paper = _of_day(ledger, wanted, day, now) if day else _of_track(ledger, wanted, now)
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


def _of_track(ledger: Ledger, wanted: Question, now: datetime) -> Paper:
    from memcon.questions.question import Question  # noqa: PLC0415 - what a mistake need not wait for

    if wanted != Question(track=wanted.track, as_of=wanted.as_of):
        raise MemconError("the memo of a track is of all of it (leave out what narrows it; --as-of is understood)")
    from memcon.export.paper.track import track_paper  # noqa: PLC0415
    from memcon.questions import answers  # noqa: PLC0415

    track = answers.track(ledger, wanted)
    addresses = {each.id: each.url for each in ledger.headings(one.id for one in track.reports).values()}
    return track_paper(track, wanted.as_of, now, addresses)


def _of_day(ledger: Ledger, wanted: Question, given: str, now: datetime) -> Paper:
    """What the reports of that day have: as of its end, and since its beginning."""
    from memcon.export.paper.day import day_paper, rounds_on  # noqa: PLC0415
    from memcon.questions import answers  # noqa: PLC0415
    from memcon.questions.days import first_day  # noqa: PLC0415

    day = first_day(given, "--day") or ""
    if wanted.since or wanted.as_of.published:
        raise MemconError("--day is itself a day: leave out --since and --as-of")
    then = wanted.but(as_of=replace(wanted.as_of, published=day))
    of_day = then.but(since=day)
    is_on_a_word = bool(wanted.who or wanted.acts)  # rounds and changes have neither speakers nor acts
    rounds = () if is_on_a_word else rounds_on(answers.tracks(ledger, then), day)
    changes = [] if is_on_a_word else answers.changes(ledger, of_day)
    statements = list(answers.statements(ledger, of_day.but(parties=wanted.parties[:1])))
    reports = ledger.headings(_reports(changes, (one for _, one in rounds), statements))
    return day_paper(day, changes, rounds, statements, reports, now)


def _reports(changes: Iterable[Change], rounds: Iterable[Round], statements: Iterable[Told]) -> set[str]:
    found = {each for one in changes for each in one.reports}
    found |= {each for one in rounds for each in one.reports}
    return found | {one.report.id for one in statements}
