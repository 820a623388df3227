"""Measure the times of the program against TimeBank and AQUAINT: ``python eval/times.py [CORPUS] [--pipeline NAME]``.

Writes the predictions to ``.cache/eval/`` and runs the scorer's own file on all texts, on TimeBank's and on AQUAINT's.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.tokens import Doc, DocBin

from memcon.language.load import OFF, load
from memcon.language.times import find_times
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = Path(__file__).resolve().parents[1] / ".." / "shared"
CACHE = Path(".cache") / "eval"
CORPUS = SHARED / "corpora/timex_dev.jsonl"
SCORER = SHARED / "score/score_timex.py"
_TIMEBANK = 183  # the corpus file has TimeBank's texts first


def main() -> None:
    """Read the corpus, find its times, score them."""
    args = _arguments()
    for name, size, table in tables(args.corpus, args.scorer, args.pipeline):
        print(f"{name} ({size} texts)")
        print(table)


def tables(corpus: Path, scorer: Path, pipeline: str) -> Iterator[tuple[str, int, str]]:
    """The scorer's table for all texts, for TimeBank's and for AQUAINT's: name, number of texts, lines."""
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    CACHE.mkdir(parents=True, exist_ok=True)
    found = [_prediction(row, doc) for row, doc in zip(rows, _docs(rows, pipeline), strict=True)]
    for name, part in (("all", slice(None)), ("TimeBank", slice(_TIMEBANK)), ("AQUAINT", slice(_TIMEBANK, None))):
        gold, got = _write(f"times_{name}_gold.jsonl", rows[part]), _write(f"times_{name}.jsonl", found[part])
        yield name, len(rows[part]), _score(scorer, gold, got)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    parser.add_argument("--scorer", type=Path, default=SCORER)
    parser.add_argument("--pipeline", default=DEFAULT_PIPELINE)
    return parser.parse_args()


def _docs(rows: list[dict[str, Any]], pipeline: str) -> Iterator[Doc]:
    """The parsed texts, from the cache where they are there."""
    nlp = load(pipeline, OFF)
    cache = CACHE / f"timex_{Path(pipeline).name}.spacy"
    if cache.exists():
        docs = list(DocBin().from_disk(cache).get_docs(nlp.vocab))
        if [doc.text for doc in docs] == [row["text"] for row in rows]:
            yield from docs
            return
    docs = list(nlp.pipe(row["text"] for row in rows))
    DocBin(attrs=["ORTH", "TAG", "POS", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "MORPH"], docs=docs).to_disk(
        cache
    )
    yield from docs


def _prediction(row: dict[str, Any], doc: Doc) -> dict[str, Any]:
    times = find_times(doc, row["published"])
    return {
        "id": row["id"],
        "timex": [{"start": t.start, "end": t.end, "type": t.type, "value": t.value} for t in times],
    }


def _write(name: str, rows: list[dict[str, Any]]) -> Path:
    path = CACHE / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _score(scorer: Path, gold: Path, found: Path) -> str:
    done = subprocess.run(
        [sys.executable, scorer, gold, found], check=True, capture_output=True, text=True
    )  # our own scorer
    return done.stdout


if __name__ == "__main__":
    main()
