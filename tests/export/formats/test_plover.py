"""PLOVER JSON: the manual's fields, and the claimant, which PLOVER has no place for, in a field of its own."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from memcon.export.formats.plover import event_lines
from memcon.ledger import open_ledger
from memcon.questions import answers
from memcon.questions.question import Question
from tests.export.formats.conftest import NOW
from tests.ledger import made

if TYPE_CHECKING:
    from pathlib import Path

    from memcon.export.formats.holdings import Holdings

# The tables of the manual (draft 2.0, chapter on data fields), in their order.
EVENT = (
    *(
        "id",
        "has_event",
        "date",
        "time",
        "enddate",
        "endtime",
        "actor",
        "recipient",
        "event",
        "event_loc",
        "event_text",
    ),
    *("quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder", "coded_date"),
    *("coded_time", "comment"),
)
ENTITY = (
    "code",
    "sector",
    "entity_text",
    "identifier_id",
    "identifier_text",
    "religion",
    "ethnicity",
    "office",
    "gender",
    "age",
)
CITE = (
    "corpus",
    "citation",
    "url",
    "title",
    "language",
    "publication",
    "license",
    "copyright",
    "coder",
    "codebook",
    "version",
)


def events(holdings: Holdings) -> list[dict[str, Any]]:
    """The events, read back."""
    return [json.loads(line) for line in event_lines(holdings)]


def of_event(tmp_path: Path, **changes: Any) -> dict[str, Any]:
    """The one event of a ledger, with `changes`."""
    record = made.record()
    with open_ledger(tmp_path / "one.db") as book:
        book.remember(replace(record, events=(replace(record.events[0], **changes),)), now=made.at(9))
        (found,) = events(answers.holdings(book, Question(), NOW))
    return found


def test_fields_are_the_manuals(everything: Holdings) -> None:
    """Every field of the manual is there, in its order; what is memcon's own stands in one field behind."""
    for one in events(everything):
        assert tuple(one) == (*EVENT, "memcon")
        assert tuple(one["actor"][0]) == (*ENTITY, "memcon")
        assert tuple(one["cite_info"]) == CITE


def test_an_event_and_on_whose_word(everything: Holdings) -> None:
    """Class and score by the manual, the day, and who says so in which words."""
    one = events(everything)[0]
    assert (one["event"], one["quad_code"], one["event_scale"], one["date"]) == (["REJECT"], 3, -2.0, "2031-02-24")
    assert ([each["code"] for each in one["actor"]], one["recipient"][0]["code"]) == (["EST"], "LVA")
    assert one["comment"] == "happened, says Estonia (Mart Kallas)"
    source = one["memcon"]["source"]
    assert (source["speaker"], source["party"], source["act"]) == ("Mart Kallas", "EST", "assert")
    assert made.TEXT[one["text_info"]["start"] : one["text_info"]["end"]] == one["event_text"][0] == "called off"
    assert one["text"] is None  # whose right it is to copy the report is not for memcon to say


@pytest.mark.parametrize(
    ("changes", "kind", "context", "mode"),
    [
        ({"type": "CONSULT", "code": "036", "status": "planned"}, "AGREE", None, None),
        ({"type": "CONSULT", "code": "042", "status": "occurred"}, "CONSULT", None, ["visit"]),
        ({"type": "CONSULT", "code": "042", "status": "hypothetical"}, "CONSULT", ["hypothetical"], ["visit"]),
        ({"type": "SANCTION", "code": "163", "status": "planned"}, "SANCTION", ["future"], None),
        ({"type": "ASSAULT", "code": "190", "status": "denied"}, "ASSAULT", ["negation"], None),
    ],
    ids=str,
)
def test_what_is_not_or_not_yet(
    changes: dict[str, str], kind: str, context: list[str] | None, mode: list[str] | None, tmp_path: Path
) -> None:
    """A meeting in the future is AGREE, as the manual has it; else an auxiliary mode says so, and memcon's status stays."""
    one = of_event(tmp_path, **changes)
    assert (one["event"], one["context"], one["mode"]) == ([kind], context, mode)
    assert (one["memcon"]["type"], one["memcon"]["status"]) == (changes["type"], changes["status"])
    assert one["quad_code"] == (None if kind == "SANCTION" else one["quad_code"])


def test_in_the_reports_own_voice(tmp_path: Path) -> None:
    """No claimant is invented where the report says it itself."""
    one = of_event(tmp_path, source=None, initiators=("EU",), recipients=("XKX",), when="2031-01/2031-02")
    assert one["memcon"]["source"] is None
    assert one["comment"] == "happened, as the report itself tells it"
    assert (one["actor"][0]["code"], one["recipient"][0]["code"]) == ("EUR", "KOS")
    assert (one["date"], one["enddate"]) == ("2031-01-01", "2031-02-28")


def test_statuses_can_be_asked_for(everything: Holdings) -> None:
    """Only events that stand so."""
    assert events(replace(everything, event_statuses=("planned",))) == []
