"""A report as the extractors see it: the text with its parse, quotations, times, places and the cast of actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from memcon.actors.cast import Cast
    from memcon.actors.places import PlaceMention
    from memcon.encoder.scores import Scores
    from memcon.language.quotations import Quotation
    from memcon.model import Report, Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that is known of one report before extraction."""

    report: Report
    doc: Doc
    quotations: tuple[Quotation, ...]
    times: tuple[Time, ...]  # the two ends of "between 2016 and 2018" as one
    time_expressions: tuple[Time, ...]  # each by itself, as the record gives them
    cast: Cast
    places: tuple[PlaceMention, ...]
    scores: Scores | None = None  # what the encoder gave for each token, where there is one
