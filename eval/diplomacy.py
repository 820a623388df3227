"""What ``memcon read --only-diplomacy`` leaves out: ``python -m eval.diplomacy [--misses]``.

Recall is counted on the gold and on our own reports (``eval/authored``): of the reports that have an event or a meeting between two parties, or a statement of a party, how many
are kept. The gain is that on a mixture in which one word in ten stands in such a report, two in reports of U.S. politics (PolNeAR)
and seven in invented reports of everyday news (``eval/everyday.toml``): the seconds of the processor to read all of it, by those to
look at all and read what is kept. Each part's seconds a word are measured on some of its reports, in this run.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval import authored
from eval.gold import SHARED, read_gold, reports_of
from memcon.bulk.diplomacy import is_diplomatic
from memcon.language.load import load
from memcon.pipeline import record_of
from memcon.settings import DEFAULT_PIPELINE, from_environment

if TYPE_CHECKING:
    from spacy.language import Language

    from memcon.model import Report

GOLD = {"train": SHARED / "gold/train.jsonl", "dev": SHARED / "gold/dev.jsonl", "seed": SHARED / "seed/gold.jsonl"}
CORPORA = {
    "digests on diplomacy (WCEP)": SHARED / "corpora/wcep_2025.jsonl",
    "reports about talks (Tehran Times)": SHARED / "corpora/tehran_times_2016_2020.jsonl",
    "broadcast and wire of the 1990s (TimeBank, AQUAINT)": SHARED / "corpora/timex_dev.jsonl",
}
EVERYDAY = Path(__file__).parent / "everyday.toml"
SAMPLE_WORDS = 6_000  # words of each part that are read to learn what a word costs


@dataclass(frozen=True, slots=True)
class Part:
    """Reports of one kind, and which share of the mixture's words they make."""

    name: str
    share: float
    reports: list[Report]


def main() -> None:
    """Print recall, what is kept of each corpus, and the gain."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--misses", action="store_true", help="show the gold reports that would be left out")
    between = recall(misses=parser.parse_args().misses)
    for name, path in CORPORA.items():
        show_kept(name, reports_of(rows(path), path.stem))
    politics = reports_of(rows(SHARED / "corpora/attribution_dev.jsonl"), "attribution_dev")
    everyday = reports_of(tomllib.loads(EVERYDAY.read_text("utf-8"))["report"], "everyday")
    parts = [
        Part("gold, between parties", 0.1, between),
        Part("U.S. politics (PolNeAR)", 0.2, politics),
        Part("everyday news (invented)", 0.7, everyday),
    ]
    gain(parts, load(DEFAULT_PIPELINE, from_environment().encoder))


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a corpus as reports' fields."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def recall(*, misses: bool) -> list[Report]:
    """Print which share of the gold's reports between parties is kept; give those reports."""
    reports = between_parties()
    lost = [report for report in reports if not is_diplomatic(report)]
    kept = len(reports) - len(lost)
    sys.stdout.write(f"recall on the gold: {kept} of {len(reports)}, {100 * kept / len(reports):.1f} %\n")
    for report in lost if misses else ():
        sys.stdout.write(f"  left out: {report.title or report.text[:100]}\n")
    return reports


def between_parties() -> list[Report]:
    """The reports of the gold files, and of our own, in which parties deal with each other."""
    every = [record for path in GOLD.values() for record in read_gold(path)] + authored.gold()
    return reports_of([record["report"] for record in every if is_between_parties(record)], "between-parties")


def kept_of_gold() -> tuple[int, int]:
    """How many of these reports are kept, and how many there are."""
    reports = between_parties()
    return sum(map(is_diplomatic, reports)), len(reports)


def is_between_parties(record: dict[str, Any]) -> bool:
    """Whether the gold has an event or meeting of two parties in a report, or a statement of a party."""
    acts = [{*(event["initiators"] or ()), *(event["recipients"] or ())} for event in record["events"]]
    acts += [set(meeting["parties"]) for meeting in record["meetings"]]
    return any(len(parties) > 1 for parties in acts) or any(said["party"] for said in record["statements"])


def words_of(reports: list[Report]) -> int:
    """The words of reports, as blanks part them."""
    return sum(len(report.text.split()) for report in reports)


def show_kept(name: str, reports: list[Report]) -> float:
    """Print which share of the reports, and of their words, is kept; give that of the words."""
    kept = [report for report in reports if is_diplomatic(report)]
    share = words_of(kept) / words_of(reports)
    sys.stdout.write(f"kept of {name}: {100 * len(kept) / len(reports):.1f} % of {len(reports)} reports, ")
    sys.stdout.write(f"{100 * share:.1f} % of their words\n")
    return share


def gain(parts: list[Part], nlp: Language) -> None:
    """Print how many times quicker the mixture is read with the filter than without."""
    record_of(parts[0].reports[0], nlp)  # lexicons are loaded
    whole = filtered = 0.0
    for part in parts:
        kept = show_kept(f"{part.name}, {part.share:.0%} of the mixture", part.reports)
        looking, reading = seconds_a_word(part.reports, nlp)
        whole += part.share * reading
        filtered += part.share * (looking + kept * reading)
    sys.stdout.write(f"gain on the mixture: {whole / filtered:.1f} times\n")


def seconds_a_word(reports: list[Report], nlp: Language) -> tuple[float, float]:
    """Seconds of the processor for a word: to look at it, and to read it."""
    began = time.process_time()
    for report in reports:
        is_diplomatic(report)
    looked = time.process_time()
    sample: list[Report] = []
    for report in reports[:: max(1, words_of(reports) // SAMPLE_WORDS)]:
        record_of(report, nlp)
        sample.append(report)
    return (looked - began) / words_of(reports), (time.process_time() - looked) / words_of(sample)


if __name__ == "__main__":
    main()
