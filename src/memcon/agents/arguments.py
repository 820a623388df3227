"""The arguments that tools share: what each means, for whoever fills it in, and what is taken for it.

What a day, a party or an act may be is checked by `questions`, whose errors are one line; here stands only what a schema can say.
"""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import BeforeValidator, Field

from memcon.questions.question import Question, asked
from memcon.questions.words import ACTS, STATUSES

MOST = 50  # things on a page


def _one_or_many(value: object) -> object:
    """A single text counts as a list of it: assistants leave the brackets out."""
    return [value] if isinstance(value, str) else value


def _of(words: tuple[str, ...]) -> dict[str, object]:
    return {"items": {"type": "string", "enum": list(words)}}


Texts: TypeAlias = Annotated[tuple[str, ...], BeforeValidator(_one_or_many)]
Parties: TypeAlias = Annotated[
    Texts,
    Field(
        description="States or bodies by code or name (RUS, Russia, Moscow, EU, IAEA). Of several, all must be there: "
        "['USA', 'RUS'] is what is between the two."
    ),
]
Who: TypeAlias = Annotated[
    Texts, Field(description="Speakers by name or part of a name (Zakharova). Of several, one must fit.")
]
Acts: TypeAlias = Annotated[
    Texts,
    Field(
        description="What was done by saying it. 'decline' is a silence on record (no comment, never confirmed), "
        "never a denial; 'deny' is a denial. Of several, one must fit.",
        json_schema_extra=_of(ACTS),
    ),
]
Statuses: TypeAlias = Annotated[
    Texts,
    Field(
        description="How the talks stand by their last round; 'contested' is where two sides contradict each other. "
        "Of several, one must fit.",
        json_schema_extra=_of(STATUSES),
    ),
]
Since: TypeAlias = Annotated[
    str | None,
    Field(description="Only what was published on this day or later: 2025-06-16, or 2025-06 for from its first day."),
]
AsOfDay: TypeAlias = Annotated[
    str | None,
    Field(description="Answer as of this day, from what was published by then: 2025-06-16, or 2025-06 for its end."),
]
RecordedAsOf: TypeAlias = Annotated[
    str | None,
    Field(description="Answer from what the ledger itself held at this time (UTC): 2025-06-16T09:30. Rarely needed."),
]
AtLeast: TypeAlias = Annotated[
    float | None,
    Field(
        ge=0,
        le=1,
        description="Only what has at least this confidence, the chance that it was read right: 0.7. Left out, all is given.",
    ),
]
Limit: TypeAlias = Annotated[int, Field(ge=1, le=MOST, description="So many at most.")]
After: TypeAlias = Annotated[
    int, Field(ge=0, description="To go on: the `next` of the answer before; all other arguments the same.")
]
Ident: TypeAlias = Annotated[str, Field(min_length=1, description="An id as another tool gave it.")]


def question(**given: object) -> Question:
    """The question that arguments mean. Raises `MemconError` where a value makes no sense."""
    return asked({word.replace("_", "-"): _values(value) for word, value in given.items()})


def _values(value: object) -> list[str]:
    return [] if value is None else [str(each) for each in value] if isinstance(value, tuple) else [str(value)]
