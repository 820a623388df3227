"""Quotation spans over all kinds of marks, over paragraphs, and where marks are missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.language.quotations import find_quotations

FOUND = [
    ("He said “yes” and left.", ["yes"]),
    ('He said "yes" and left.', ["yes"]),
    ("He said ''yes'' and left.", ["yes"]),
    ("He said ``yes'' and left.", ["yes"]),
    ("He said «yes» and left.", ["yes"]),
    ('"We go," he said. "We stay."', ["We go,", "We stay."]),
    ('He called it ("a trick") and left.', ["a trick"]),
    ('She said:"We go."', ["We go."]),
    ('He said "very soon." Fiji never confirmed "it."', ["very soon.", "it."]),
    ("No marks at all.", []),
    ("An empty “” pair.", []),
    ('A 6" gun and a 9" gun.', []),
    ("The ‘so-called’ deal isn’t one.", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[str]) -> None:
    """The words inside the marks, in order."""
    assert [text[q.start : q.end] for q in find_quotations(text)] == expected


def test_reopened_at_each_paragraph() -> None:
    """A mark that opens anew at a paragraph goes on with the quotation before it."""
    text = "“We go.\n\n“We stay,” he said."
    first, second = find_quotations(text)
    assert (first.closed, second.closed) == (False, True)
    assert (first.continues, second.continues) == (False, True)


def test_new_quotation_does_not_go_on() -> None:
    """A quotation after a closed one is a new one."""
    first, second = find_quotations("“We go.”\n\n“We stay,” he said.")
    assert not first.continues
    assert not second.continues


def test_unclosed_ends_with_its_sentence() -> None:
    """A mark that nothing closes takes one sentence, not the rest of the report."""
    text = '"We go. He said "yes" then.'
    assert [text[q.start : q.end] for q in find_quotations(text)] == ["We go.", "yes"]


def test_ten_thousand_marks() -> None:
    """Odd marks by the thousand are no trouble."""
    assert find_quotations('"' * 10_001) == ()


@given(st.text(alphabet="ab .\"“”'«»\n", max_size=200))
def test_never_raises_and_never_overlaps(text: str) -> None:
    """Whatever the marks, spans are inside the text, not empty, in order and apart."""
    last = 0
    for quotation in find_quotations(text):
        assert last <= quotation.outer_start < quotation.start < quotation.end <= quotation.outer_end <= len(text)
        assert text[quotation.start : quotation.end].strip()
        last = quotation.outer_end
