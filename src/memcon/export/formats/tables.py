"""The tables of the tabular formats (CSV, Parquet): which there are, what each column means, and which key leads where.

A column of kind ``span`` holds ``{"start", "end", "text"}``: code points ``[start, end)`` of the report's text, and its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

ColumnKind: TypeAlias = Literal[
    "text", "count", "share", "moment", "edtf", "list", "span", "spans", "place", "evidence", "steps"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, what kind of values it has, and what they mean.

    ``share`` is a number from 0 to 1; ``edtf`` are dates as text (``2025-06``, ``""`` where nothing can be said); ``moment`` is a time in UTC; ``list`` is a
    list of text. `leads_to` is the table whose `id` it holds. `is_always_there`: no row leaves it empty.
    """

    name: str
    kind: ColumnKind
    meaning: str
    leads_to: str | None = None
    is_always_there: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. Its key is the column `id`, which no two rows share."""

    name: str
    meaning: str
    columns: tuple[Column, ...]


def _text(name: str, meaning: str, leads_to: str | None = None, *, always: bool = False) -> Column:
    return Column(name=name, kind="text", meaning=meaning, leads_to=leads_to, is_always_there=always)


def _other(name: str, kind: ColumnKind, meaning: str) -> Column:
    return Column(name=name, kind=kind, meaning=meaning)


ID = _text(
    "id",
    "The anchor: the ledger's name for this place in the report, whatever a better reading makes of it.",
    always=True,
)
SIGHTING = (
    ID,
    _text("sighting", "The id of this very reading of the place (`memcon show`).", always=True),
    _text("claim", "What is asserted: alike in every report that asserts it.", always=True),
    _text("report", "The report it stands in.", "reports", always=True),
    _other("recorded", "moment", "When the ledger took it in."),
)
SOURCE = _text(
    "source", "The statement that carries it; empty where the report says it in its own voice.", "statements"
)
CONFIDENCE = _other(
    "confidence",
    "share",
    "The chance that it is right, 1 or 0 where a person judged it; empty where it was not worked out.",
)
WHEN = _other("when", "edtf", "When it was or will be.")
WHERE = _other("where", "place", "Where: the report's name for it, and the state it lies in.")
PARTIES = "ISO 3166-1 alpha-3 codes, or the short names of bodies that are no states."

REPORTS = Table(
    name="reports",
    meaning="News items as published.",
    columns=(
        _text("id", "SHA-256 of the content.", always=True),
        _text("source_id", "The id that the input gave it."),
        _text("title", "Title."),
        _other("published", "edtf", "The day it was published."),
        _text("day", "The day it counts by; that of recording where it has no date of its own.", always=True),
        _text("outlet", "Who published it."),
        _text("url", "Its address."),
        _text("language", "ISO 639-1."),
        _text("original", "The id of its first recorded version.", always=True),
        _other("recorded", "moment", "When the ledger took it in."),
        _text("text", "The body as read; every span counts its code points."),
    ),
)
ACTORS = Table(
    name="actors",
    meaning="Who speaks or acts in a report.",
    columns=(
        *SIGHTING,
        _text("name", "The name.", always=True),
        _text("kind", "person, body, state or group.", always=True),
        _text("party", "The state or body it speaks or acts for."),
        _text("role", "The office, in the report's words."),
        _other("mentions", "spans", "All words that mean it."),
    ),
)
STATEMENTS = Table(
    name="statements",
    meaning="Who is given as the source of what. A `decline` is a silence on record, never a denial.",
    columns=(
        *SIGHTING,
        _text("speaker", "Who says it.", "actors"),
        _text("party", "For whom."),
        _text(
            "act",
            "assert, confirm, deny, decline, propose, demand, accept, reject, accuse, warn, pledge or hope.",
            always=True,
        ),
        _text("form", "direct, indirect or mixed.", always=True),
        _other("said", "edtf", "When it was said."),
        _text("channel", "Where it was said, in the report's words."),
        _text("via", "Who relays it.", "actors"),
        _text("via_outlet", "The outlet that relays it, where that is no actor of the report."),
        _other("speaker_span", "span", "The words that name the speaker here."),
        _other("cue", "span", "The words that attribute."),
        _other("content", "spans", "What is said."),
        CONFIDENCE,
    ),
)
EVENTS = Table(
    name="events",
    meaning="What a party did, does, will or might do to another, on whose word.",
    columns=(
        *SIGHTING,
        _text("type", "PLOVER's type.", always=True),
        _text("code", "The nearest CAMEO code."),
        _other("initiators", "list", PARTIES),
        _other("recipients", "list", PARTIES),
        _text(
            "status",
            "occurred, ongoing, planned, cancelled, proposed, refused, conditional, denied, alleged or hypothetical.",
            always=True,
        ),
        WHEN,
        WHERE,
        SOURCE,
        _other("trigger", "span", "The word that names it."),
        CONFIDENCE,
    ),
)
MEETINGS = Table(
    name="meetings",
    meaning="Meetings, rounds of talks, calls and visits as each report has them.",
    columns=(
        *SIGHTING,
        _other("parties", "list", PARTIES),
        _other("delegates", "list", "Ids of actors."),
        _text("status", "held, under-way, planned, cancelled, postponed, suspended, proposed or refused.", always=True),
        _text("changed_by", "The party said to have cancelled, postponed or refused it."),
        WHEN,
        WHERE,
        _text("about", "The subject, in the report's words."),
        SOURCE,
        _other("mentions", "spans", "The words that mean it."),
        _other("agenda", "spans", "What was or will be taken up."),
        CONFIDENCE,
    ),
)
CONDITIONS = Table(
    name="conditions",
    meaning="What is made to depend on what.",
    columns=(
        *SIGHTING,
        _text("set_by", "The party that sets it."),
        SOURCE,
        _other("what", "span", "What depends."),
        _other("requires", "span", "On what."),
        CONFIDENCE,
    ),
)
TRACKS = Table(
    name="tracks",
    meaning="The rounds of the same parties on the same matter, computed from all reports.",
    columns=(
        _text("id", "Stable across runs.", always=True),
        _text("title", "Parties and matter.", always=True),
        _other("parties", "list", PARTIES),
        _other("mediators", "list", PARTIES),
        _other("about", "list", "Names of the matter."),
        _text("status", "How the talks stand; see the positions of its rounds for on whose word."),
        _other("first", "edtf", "The day of the first report."),
        _other("last", "edtf", "The day of the last report."),
        _other("sources", "count", "Reports, copies of one text counted once."),
        _other("reports", "list", "Ids of reports."),
    ),
)
ROUNDS = Table(
    name="rounds",
    meaning="Meetings as the ledger knows them: all reports' mentions of the same one, joined.",
    columns=(
        _text("id", "Stable across runs.", always=True),
        _text("track", "The track it is on.", "tracks", always=True),
        _other("number", "count", "Where a report numbers it."),
        _text("kind", "talks, visit or call."),
        _other("parties", "list", PARTIES),
        WHEN,
        WHERE,
        _text("status", "As `headline`, or contested where two sides contradict each other.", always=True),
        _text("headline", "The latest status that is asserted.", always=True),
        _text("on_whose_word", "The status in a sentence: who says so, who denies it, who is silent.", always=True),
        _text("changed_by", "The party said to have cancelled, postponed or refused it."),
        _other("delegates", "list", "Names."),
        _other("history", "steps", "How it came to be so: from when, in which status, on whose word."),
        _other("agenda", "evidence", "What was or will be taken up, where each report has it."),
        _other("reports", "list", "Ids of reports."),
        _other("mentions", "list", "Ids of meetings."),
        _other("confidence", "share", "That of its surest mention; empty where one has none."),
    ),
)
POSITIONS = Table(
    name="positions",
    meaning="What each party, or an outlet in its own voice, has on record about a round.",
    columns=(
        _text("id", "The round's id and a number.", always=True),
        _text("round", "The round.", "rounds", always=True),
        _text("party", "Whose position; empty where an outlet tells it in its own voice."),
        _text("outlet", "The outlet."),
        _text("stance", "asserts, confirms, denies or declined.", always=True),
        _text("status", "What it says of the round; empty for a silence."),
        _other("since", "edtf", "From when without a change."),
        _other("as_of", "edtf", "The last day on which it said so."),
        _other("speakers", "list", "Names."),
        _text("decided_by", "Who set it by hand, where somebody did."),
        _other("evidence", "evidence", "The words, and where they stand."),
    ),
)
TABLES = (REPORTS, ACTORS, STATEMENTS, EVENTS, MEETINGS, CONDITIONS, TRACKS, ROUNDS, POSITIONS)
