"""Dates of publication, read strictly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.reports import dates
from memcon.reports.pagedate import is_date_line, published_day

PARSED = [
    ("2025-06-16", "2025-06-16"),
    ("2025-06", "2025-06"),
    ("2025", "2025"),
    ("2025-06-16~", "2025-06-16~"),
    ("2025-06-16/2025-06-18", "2025-06-16/2025-06-18"),
    ("2025-06-16T12:00:00Z", "2025-06-16"),
    ("2025-06-16T23:30:00-04:00", "2025-06-16"),
    ("2025-06-16 22:03:11", "2025-06-16"),
    ("20250616", "2025-06-16"),
    ("20250616T120000Z", "2025-06-16"),
    ("June 16, 2025", "2025-06-16"),
    ("Jun. 16, 2025", "2025-06-16"),
    ("JUNE 16 2025", "2025-06-16"),
    ("June 16th, 2025", "2025-06-16"),
    ("Sept. 9, 2025", "2025-09-09"),
    ("16 June 2025", "2025-06-16"),
    ("16th of June, 2025", "2025-06-16"),
    ("16-Jun-2025", "2025-06-16"),
    ("Monday, June 16, 2025 10:03 PM EDT", "2025-06-16"),
    ("Mon, 16 Jun 2025 22:03:00 -0400", "2025-06-16"),
    ("Mon Jun 16 22:03:00 UTC 2025", "2025-06-16"),
    ("Published: June 16, 2025", "2025-06-16"),
    ("Updated 10:03 AM EDT, June 16, 2025", "2025-06-16"),
    ("2025, June 16", "2025-06-16"),
    ("2025/06/16", "2025-06-16"),
    ("16.06.2025", "2025-06-16"),
    ("16/06/2025", "2025-06-16"),
    ("06/16/2025", "2025-06-16"),
    ("06/06/2025", "2025-06-06"),
    ("June 2025", "2025-06"),
    ("9999-12-31", "9999-12-31"),
    ("06/07/2025", ""),
    ("2025-02-30", ""),
    ("February 30, 2025", ""),
    ("2025-13-01", ""),
    ("32 June 2025", ""),
    ("yesterday", ""),
    ("16", ""),
    ("June 16", ""),
    ("12345678901234", ""),
    ("", ""),
    ("0000-00-00", ""),
    ("1750003200", ""),
    ("published 3 hours ago", ""),
]

DATE_LINES = [
    ("June 16, 2025", "2025-06-16"),
    ("Monday, June 16, 2025", "2025-06-16"),
    ("Published: June 16, 2025 10:03 PM", "2025-06-16"),
    ("Published 10:03 AM EDT, June 16, 2025", "2025-06-16"),
    ("Updated June 17, 2025", "2025-06-17"),
    ("Updated: June 17, 2025 | Published: June 16, 2025", "2025-06-16"),
    ("Published June 16, 2025 Updated June 17, 2025", "2025-06-16"),
    ("By Ida Kron | June 16, 2025", "2025-06-16"),
    ("By Ida Kron and Jan Moor, June 16, 2025", "2025-06-16"),
    ("June 16, 2025 - 12:03", "2025-06-16"),
    ("Mon 16 Jun 2025 14.03 BST", "2025-06-16"),
    ("Jun. 16, 2025, 4:15 p.m. ET", "2025-06-16"),
    ("First Published: June 16, 2025, 20:15 IST", "2025-06-16"),
    ("Source: Xinhua | 2025-06-16 20:15:03 | Editor: huaxia", "2025-06-16"),
    ("Last updated: 16 June 2025, 09:00 GMT+2", "2025-06-16"),
    ("16.06.2025", "2025-06-16"),
    ("Moscow, 16 June 2025", "2025-06-16"),
    ("16 Jun 2025 5 min read", "2025-06-16"),
    ("Posted on June 16, 2025 by Ida Kron", "2025-06-16"),
    ("Xinhua, June 16, 2025", "2025-06-16"),
]

NO_DATE_LINES = [
    "June 16",
    "The two sides met on June 16, 2025.",
    "Foreign Minister Arno Velt arrives for talks in Geneva on June 16, 2025",
    "Minister Velt speaks in Geneva, June 16, 2025. Jan Moor / AFP",
    "Since June 16, 2025, they have not met, and no new day has been named for talks",
    "06/07/2025",
    "",
]


@pytest.mark.parametrize(("written", "edtf"), PARSED)
def test_parses(written: str, edtf: str) -> None:
    """A date comes out as EDTF, and what is not surely one as nothing."""
    assert dates.parse(written) == edtf


@pytest.mark.parametrize(("line", "edtf"), DATE_LINES)
def test_reads_date_line(line: str, edtf: str) -> None:
    """A date line is known as such, and gives the day of publication rather than that of an update."""
    assert is_date_line(line)
    assert published_day([line]) == edtf


@pytest.mark.parametrize("line", NO_DATE_LINES)
def test_sentence_with_a_date_is_no_date_line(line: str) -> None:
    """Sentences and captions that hold a date are no date lines."""
    assert not is_date_line(line)


def test_prefers_line_of_publication_to_line_of_update() -> None:
    """The day comes from the line that says published, though the update stands first."""
    assert published_day(["Updated June 18, 2025", "Published June 16, 2025"]) == "2025-06-16"


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://news.example/2025/06/16/talks-a89461", "2025-06-16"),
        ("https://news.example/world/2025-06-16/talks/", "2025-06-16"),
        ("https://news.example/talks-resume-2025-06-16/", "2025-06-16"),
        ("https://news.example/2025/06/talks", ""),
        ("https://news.example/9999/06/16/talks", ""),
        ("https://news.example/a/123456789", ""),
    ],
)
def test_finds_day_in_address(url: str, day: str) -> None:
    """Many addresses carry the day in their path."""
    assert dates.in_address(url) == day


@given(st.text(max_size=200))
def test_any_text_parses_to_a_date_or_nothing(text: str) -> None:
    """Nothing raises, and what comes out is a date again when it is parsed."""
    edtf = dates.parse(text)
    assert edtf == "" or dates.parse(edtf) == edtf
