"""Reports with their labels, token by token, for `training.train`: ``python -m training.prepare OUT``.

Runs where memcon runs (it needs the parse), and writes one file of JSON Lines a set: ``gold.jsonl`` (``../shared/gold/train.jsonl``),
``own.jsonl`` (``eval/authored``), ``dev.jsonl`` (never trained on) and ``silver.jsonl``: further reports under CC BY, labelled by memcon's own rules.
Offsets are those of the text; labels are sets of token numbers.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval import authored
from eval.gold import SHARED, parse, read_gold, reports_of
from memcon.export.records import to_line
from memcon.extract import find
from memcon.language.load import OFF, load
from memcon.pipeline import run_of
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

SILVER = "tehran_times_2016_2020.jsonl"  # CC BY 4.0: weights made of it may be given on, with credit
_LONG = 80  # characters
_HOUSE = (
    5  # reports from which a sentence that they share is the house's own line (its licence), and no sign of copying
)


def long_sentences(text: str) -> set[str]:
    """What two reports that were copied from each other would share."""
    return {sentence for sentence in re.split(r"(?<=[.!?])\s+", text) if len(sentence) > _LONG}


def tokens_in(doc: Doc, spans: Sequence[dict[str, int] | None]) -> list[int]:
    """The numbers of the tokens that hold a letter or digit and lie in one of the spans."""
    return sorted(
        {
            token.i
            for span in spans
            if span
            for token in doc.char_span(span["start"], span["end"], alignment_mode="expand") or ()
            if any(letter.isalnum() for letter in token.text)
        }
    )


def labelled(doc: Doc, record: dict[str, Any]) -> dict[str, Any]:
    """A report's tokens, sentence starts and labels."""
    return {
        "id": record["report"].get("source_id") or record["report"]["id"],
        "text": record["report"]["text"],
        "tokens": [[t.idx, t.idx + len(t)] for t in doc],
        "starts": [t.i for t in doc if t.is_sent_start or t.i == 0],
        "statements": [
            {"cue": tokens_in(doc, [s["cue"]]), "content": tokens_in(doc, s["content"]), "act": s["act"]}
            for s in record["statements"]
        ],
        "events": [
            {"trigger": tokens_in(doc, [e["trigger"]])} | {name: e[name] for name in ("type", "status")}
            for e in record["events"]
        ],
        "meetings": [
            {"mentions": [tokens_in(doc, [m]) for m in each["mentions"]]} | {"status": each["status"]}
            for each in record["meetings"]
        ],
        "conditions": [
            {"what": tokens_in(doc, [c["what"]]), "requires": tokens_in(doc, [c["requires"]])}
            for c in record["conditions"]
        ],
    }


def gold(name: str) -> Iterator[dict[str, Any]]:
    """The reports of a gold file with its labels."""
    yield from _read_closely(read_gold(SHARED / f"gold/{name}.jsonl"), f"gold-{name}")


def own() -> Iterator[dict[str, Any]]:
    """Our own reports of ``eval/authored``; the first letter of an id tells whose manner it is."""
    yield from _read_closely(authored.gold(), "authored")


def _read_closely(records: list[dict[str, Any]], name: str) -> Iterator[dict[str, Any]]:
    nlp = load(DEFAULT_PIPELINE, OFF)
    reports = reports_of([record["report"] for record in records], name)
    for record, doc in zip(records, parse(reports, nlp, DEFAULT_PIPELINE), strict=True):
        yield labelled(doc, record)


def silver() -> Iterator[dict[str, Any]]:
    """Reports that share no long sentence with a gold file, with what memcon's rules find in them."""
    golden = [r["report"] for name in ("dev", "train") for r in read_gold(SHARED / f"gold/{name}.jsonl")]
    rows = read_gold(SHARED / "corpora" / SILVER)
    shared = Counter(sentence for row in rows for sentence in long_sentences(row["text"]))
    ids, held = {r["id"] for r in golden}, {s for r in golden for s in long_sentences(r["text"]) if shared[s] < _HOUSE}
    rows = [row for row in rows if row["id"] not in ids and held.isdisjoint(long_sentences(row["text"]))]
    nlp = load(DEFAULT_PIPELINE, OFF)
    reports = reports_of(rows, "silver")
    for report, doc in zip(reports, parse(reports, nlp, DEFAULT_PIPELINE), strict=True):
        yield labelled(doc, json.loads(to_line(find(doc, report, run_of(nlp)))))


def main(out: Path) -> None:
    """Write the three sets."""
    out.mkdir(parents=True, exist_ok=True)
    for name, rows in (("gold", gold("train")), ("own", own()), ("dev", gold("dev")), ("silver", silver())):
        with (out / f"{name}.jsonl").open("w", encoding="utf-8") as file:
            for row in rows:
                file.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
