"""Sentence boundaries on the project's own tricky cases, ours beside the parser's: ``python -m eval.sentences``."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import spacy

from memcon.language.load import load
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from spacy.language import Language

CASES = Path(__file__).resolve().parents[1] / "tests/language/sentences.toml"


def wrong(nlp: Language, cases: list[str]) -> int:
    """How many cases `nlp` does not part as they should be."""
    return sum([s.text.strip() for s in nlp(" ".join(case.split("|"))).sents] != case.split("|") for case in cases)


def main() -> None:
    """Print the number of cases wrong, for each way."""
    cases = tomllib.loads(CASES.read_text("utf-8"))["cases"]
    print(f"cases {len(cases)}")
    print(f"wrong, our rules before the parse   {wrong(load(DEFAULT_PIPELINE), cases)}")
    print(f"wrong, {DEFAULT_PIPELINE}'s parse    {wrong(spacy.load(DEFAULT_PIPELINE), cases)}")


if __name__ == "__main__":
    main()
