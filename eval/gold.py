"""Gold files as reports, with their parses kept in ``.cache`` so that a second run is quick."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.tokens import DocBin

from memcon.encoder.component import encoder_of
from memcon.errors import InputError
from memcon.language.annotate import parsed_text
from memcon.model import Report
from memcon.reports import read_path
from memcon.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.language import Language
    from spacy.tokens import Doc

SHARED = Path(__file__).resolve().parents[2] / "shared"
CACHE = Path(__file__).resolve().parents[1] / ".cache"


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The records of a gold file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def reports_of(rows: Sequence[dict[str, Any]], name: str) -> list[Report]:
    """Those reports as memcon reads them: written out as JSON Lines (id, title, published, …, text) and read back."""
    given = CACHE / "eval" / f"{name}.reports.jsonl"
    given.parent.mkdir(parents=True, exist_ok=True)
    given.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    read = list(read_path(given, settings=Settings()))
    failed = [str(problem) for problem in read if isinstance(problem, InputError)]
    if failed:
        raise SystemExit("\n".join(failed))
    return [report for report in read if isinstance(report, Report)]


def parse(reports: Sequence[Report], nlp: Language, name: str) -> list[Doc]:
    """The parse of each report, with the encoder's scores where `nlp` has one.

    The parse is kept in a file whose name changes with the texts, the pipeline and the sentence rules; the scores are not.
    """
    key = hashlib.sha256(
        "\0".join([name, *(parsed_text(r.text) for r in reports), _sentence_rules()]).encode()
    ).hexdigest()[:16]
    kept = CACHE / "docs" / f"{key}.spacy"
    if kept.exists():
        docs = list(DocBin(store_user_data=False).from_disk(kept).get_docs(nlp.vocab))
        encoder = encoder_of(nlp)
        return list(encoder.pipe(docs)) if encoder is not None else docs
    docs = list(nlp.pipe(parsed_text(r.text) for r in reports))
    kept.parent.mkdir(parents=True, exist_ok=True)
    DocBin(
        attrs=["ORTH", "LEMMA", "TAG", "POS", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE", "MORPH", "SPACY"],
        docs=docs,
    ).to_disk(kept)
    return docs


def _sentence_rules() -> str:
    folder = Path(__file__).resolve().parents[1] / "src/memcon/language"
    return (folder / "sentences.py").read_text("utf-8") + (folder / "data/sentences.toml").read_text("utf-8")
