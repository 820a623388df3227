"""Tracks against the editors' storylines of WCEP's digests: ``python -m eval.tracks [--records FILE] [--pipeline NAME]``.

The path is the program's own: reports are read, remembered in a ledger, and put together by the desk. With `--records` those that
``memcon read --json`` wrote are taken instead of reading anew.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from eval.gold import CACHE, SHARED, parse, read_gold, reports_of
from memcon import desk
from memcon.export.records import from_line
from memcon.export.tracks import to_line
from memcon.extract import find
from memcon.language.load import load
from memcon.ledger import NOW, open_ledger
from memcon.pipeline import run_of
from memcon.settings import DEFAULT_PIPELINE, from_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.model import Record

CORPUS = SHARED / "corpora/wcep_2025.jsonl"


def records(corpus: Path, pipeline: str) -> Iterator[Record]:
    """Read every report of `corpus`."""
    nlp = load(pipeline, from_environment().encoder)
    reports = reports_of(read_gold(corpus), corpus.stem)
    for doc, report in zip(parse(reports, nlp, pipeline), reports, strict=True):
        yield find(doc, report, run_of(nlp))


def write_tracks(found: Iterator[Record], name: str) -> Path:
    """Remember the records in a ledger of their own and write its tracks to a file of the cache."""
    out = CACHE / "eval" / f"{name}.tracks.jsonl"
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "ledger.db") as ledger:
        ledger.remember(found, now=datetime.now(UTC))
        desk.update(ledger)
        out.write_text("".join(to_line(track, NOW) + "\n" for track in desk.tracks(ledger)), "utf-8")
    return out


def given(text: str | None) -> argparse.Namespace:
    """The arguments that measures of tracks take."""
    parser = argparse.ArgumentParser(description=text)
    parser.add_argument("--records", type=Path)
    parser.add_argument("--pipeline", default=DEFAULT_PIPELINE)
    return parser.parse_args()


def tracks_of(corpus: Path, args: argparse.Namespace) -> Path:
    """The tracks of `corpus`, from its records as given or read anew."""
    if args.records is None:
        return write_tracks(records(corpus, args.pipeline), corpus.stem)
    lines = args.records.read_text("utf-8").splitlines()
    return write_tracks((from_line(line) for line in lines), corpus.stem)


def main() -> None:
    """Print the scorer's line."""
    found = tracks_of(CORPUS, given(__doc__))
    subprocess.run([sys.executable, str(SHARED / "score/score_tracks.py"), str(CORPUS), str(found)], check=True)


if __name__ == "__main__":
    main()
