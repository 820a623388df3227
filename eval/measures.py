"""Every figure that has a floor, by name: what is measured, on which file, and how.

A measure gives its figures as F1 or shares in per cent, or as counts; more is better for each.
The encoder has learned from *train* and from *own*, so rules alone read these, and once more *dev* and *seed*, since what rules give
is the same on every processor; all else is read as memcon reads by default.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from argparse import Namespace
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eval import attribution, authored, diplomacy, events, records, rounds, times, tracks
from eval.gold import CACHE, SHARED
from memcon.language.load import OFF

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

Figures = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A file to measure on, and what gives the figures with a language pipeline."""

    gold: Path
    take: Callable[[str], Figures]


def _of_records(gold: Path, encoder: str | None = None) -> Callable[[str], Figures]:
    def take(pipeline: str) -> Figures:
        table = json.loads(_score("score_records.py", gold, records.predict(gold, pipeline, encoder), "--json"))
        return {
            f"{kind} {row}": table[kind][row]["f1"]
            for kind in table
            if table[kind]["gold"]
            for row in ("found", "right")
        }

    return take


def _of_own_records(pipeline: str) -> Figures:
    return _of_records(authored.written(authored.gold()), OFF)(pipeline)


def _of_diplomacy(pipeline: str) -> Figures:  # noqa: ARG001 - nothing is parsed
    kept, asked = diplomacy.kept_of_gold()
    return {"kept": round(100 * kept / asked, 1)}


def _of_attribution(pipeline: str) -> Figures:
    found = attribution.predict(pipeline)
    figures = {}
    for name, speech in (("full", []), ("speech", ["--speech", str(attribution.SPEECH)])):
        out = CACHE / "eval" / f"attribution.{name}.json"
        _score("score_attribution.py", attribution.GOLD, found, *speech, "--json", str(out))
        figures[name] = round(100 * json.loads(out.read_text("utf-8"))["full"]["F1"], 1)
    return figures


def _of_times(pipeline: str) -> Figures:
    tables = times.tables(times.CORPUS, times.SCORER, pipeline)
    return {f"value {name}": _number(r"value .* F1 +([\d.]+)", table) for name, _, table in tables}


def _of_rounds(pipeline: str) -> Figures:
    found = tracks.tracks_of(rounds.CORPUS, Namespace(records=None, pipeline=pipeline))
    line = _score("score_rounds.py", rounds.GOLD, found)
    return {
        "right": _number(r"right (\d+)", line),
        "numbered": _number(r"numbered (\d+)", line),
        "copies": -_number(r"copies (\d+)", line),
    }


def _of_tracks(pipeline: str) -> Figures:
    found = tracks.tracks_of(tracks.CORPUS, Namespace(records=None, pipeline=pipeline))
    return {"B3": _number(r"F1 ([\d.]+)", _score("score_tracks.py", tracks.CORPUS, found))}


def _score(scorer: str, *args: object) -> str:
    command = [sys.executable, str(SHARED / "score" / scorer), *map(str, args)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _number(pattern: str, text: str) -> float:
    found = re.search(pattern, text)
    if found is None:
        raise SystemExit(f"the scorer's answer holds no {pattern!r}: {text.strip()!r}")
    return float(found.group(1))


MEASURES: Mapping[str, Measure] = {
    "records dev": Measure(gold=records.FILES["dev"], take=_of_records(records.FILES["dev"])),
    "records train": Measure(gold=records.FILES["train"], take=_of_records(records.FILES["train"], OFF)),
    "records seed": Measure(gold=records.FILES["seed"], take=_of_records(records.FILES["seed"])),
    "rules dev": Measure(gold=records.FILES["dev"], take=_of_records(records.FILES["dev"], OFF)),
    "rules seed": Measure(gold=records.FILES["seed"], take=_of_records(records.FILES["seed"], OFF)),
    "records own": Measure(gold=authored.GOLD, take=_of_own_records),
    "attribution": Measure(gold=attribution.GOLD, take=_of_attribution),
    "times": Measure(gold=times.CORPUS, take=_of_times),
    "event types": Measure(gold=events.GOLD, take=events.measured),
    "rounds": Measure(gold=rounds.GOLD, take=_of_rounds),
    "tracks": Measure(gold=tracks.CORPUS, take=_of_tracks),
    "diplomacy": Measure(gold=records.FILES["train"], take=_of_diplomacy),
}
