"""The path of one report, on one screen.

Logical pipeline::

    bytes | read_report | annotate | find

`reports.read_path` gives the reports of a file or folder, or the reason why one cannot be read; `record_of` does the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import memcon
from memcon.extract import find
from memcon.language.annotate import annotate
from memcon.language.load import describe
from memcon.model import Run

if TYPE_CHECKING:
    from spacy.language import Language

    from memcon.model import Record, Report


def record_of(report: Report, nlp: Language) -> Record:
    """What is found in `report`. Pure; its run names memcon's version and the pipeline's."""
    return find(annotate(report, nlp), report, run_of(nlp))


def run_of(nlp: Language) -> Run:
    """What reads: memcon and the language pipeline, by version."""
    return Run(memcon=memcon.__version__, pipeline=describe(nlp))
