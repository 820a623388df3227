"""Datelines: place, day and agency at the head of agency copy."""

from __future__ import annotations

import pytest

from memcon.reports import datelines

GOES_ON = "Ruritania's foreign minister said that talks would go on."

# text before the sentence, day of publication, place, day, agency
FOUND = [
    ("BEIJING, Nov. 3 (Xinhua) -- ", "2016-11-03", "BEIJING", "2016-11-03", "Xinhua"),
    ("TEHRAN – ", "2018-04-22", "TEHRAN", "", ""),
    ("GENEVA (AP) — ", "2018-04-22", "GENEVA", "", "AP"),
    ("GENEVA (AP) -- ", "2018-04-22", "GENEVA", "", "AP"),
    ("MOSCOW, June 16 (Reuters) - ", "2025-06-16", "MOSCOW", "2025-06-16", "Reuters"),
    ("Washington, D.C.: ", "2025-06-16", "Washington, D.C.", "", ""),
    ("WASHINGTON, D.C. — ", "2025-06-16", "WASHINGTON, D.C.", "", ""),
    ("MOSCOW, June 16. /TASS/. ", "2025-06-16", "MOSCOW", "2025-06-16", "TASS"),
    ("MOSCOW. June 16 (Interfax) - ", "2025-06-16", "MOSCOW", "2025-06-16", "Interfax"),
    ("SEOUL, Dec. 31 (Yonhap) -- ", "2025-01-01", "SEOUL", "2024-12-31", "Yonhap"),
    ("UNITED NATIONS, Jan. 1 (APP) – ", "2024-12-31", "UNITED NATIONS", "2025-01-01", "APP"),
    ("KYIV, Ukraine (AP) — ", "2025-06-16", "KYIV, Ukraine", "", "AP"),
    ("KYIV, Ukraine — ", "2025-06-16", "KYIV, Ukraine", "", ""),
    ("BRUSSELS/PARIS, June 16 (Reuters) - ", "2025-06-16", "BRUSSELS/PARIS", "2025-06-16", "Reuters"),
    ("June 16 (Reuters) - ", "2025-06-16", "", "2025-06-16", "Reuters"),
    ("(Reuters) - ", "2025-06-16", "", "", "Reuters"),
    ("Ankara, 16 June 2025 (Anadolu) – ", "", "Ankara", "2025-06-16", "Anadolu"),
    ("LONDON, June 16, 2025 (IRNA) – ", "", "LONDON", "2025-06-16", "IRNA"),
    ("DAMASCUS, (ST) – ", "2025-06-16", "DAMASCUS", "", "ST"),
    ("RAMALLAH, Monday, June 16, 2025 (WAFA) – ", "2025-06-16", "RAMALLAH", "2025-06-16", "WAFA"),
    ("New Delhi: ", "2025-06-16", "New Delhi", "", ""),
    ("ISLAMABAD: ", "2025-06-16", "ISLAMABAD", "", ""),
    ("Beirut, Lebanon (AFP) – ", "2025-06-16", "Beirut, Lebanon", "", "AFP"),
    ("SANA'A – ", "2025-06-16", "SANA'A", "", ""),
    ("NEW YORK — ", "2025-06-16", "NEW YORK", "", ""),
    ("STRELSAU — ", "2025-06-16", "STRELSAU", "", ""),
    ("TEHRAN, Jun. 16 (MNA) – ", "2025-06-16", "TEHRAN", "2025-06-16", "MNA"),
    ("Geneva — ", "2025-06-16", "Geneva", "", ""),
    ("JERUSALEM (AP)_ ", "2025-06-16", "JERUSALEM", "", "AP"),
    ("London (CNN)", "2025-06-16", "London", "", "CNN"),
    ("LONDON (Reuters) ", "2025-06-16", "LONDON", "", "Reuters"),
    ("[Beirut] ", "2025-06-16", "Beirut", "", ""),
    ("TOKYO, Sept. 9 (Kyodo) - ", "2025-09-10", "TOKYO", "2025-09-09", "Kyodo"),
]

NONE = [
    "Ruritania's minister said on Monday – after a delay – that talks would go on.",
    "NATO – which has 32 members – said that talks would go on.",
    "JCPOA – the accord of 2015 – is at risk, he said.",
    "QUESTION: Will the talks go on?",
    "LAVROV: We said that talks would go on.",
    "Question: Will the talks go on?",
    "Velt: We hope that they will.",
    "Mr. Velt (Ruritania): I thank the President.",
    "Arno Velt (Ruritanian foreign minister) – he has held the post since May – will go.",
    "BREAKING: Talks are off.",
    "EXCLUSIVE — Talks are off.",
    "On June 16 (Monday) - the day of the talks - nobody came.",
    "June 16 was the day on which they met.",
    "US – Ruritania talks will go on.",
    "The talks (in Geneva) – will go on.",
    "Arno Velt (Reuters) He wrote this.",
    "Velt (AP)",
    "“TEHRAN – a city” is the book's name.",
    "",
]


@pytest.mark.parametrize(("head", "published", "place", "day", "agency"), FOUND)
def test_reads_dateline(head: str, published: str, place: str, day: str, agency: str) -> None:
    """Place, day (in the year nearest to publication) and agency come out, and the span is the dateline's words."""
    text = head + GOES_ON
    found = datelines.read(text, published)
    assert found is not None
    assert (found.place, found.day, found.agency) == (place, day, agency)
    assert text[found.span.start : found.span.end] == head.strip()


@pytest.mark.parametrize("text", NONE)
def test_takes_nothing_else_for_a_dateline(text: str) -> None:
    """Speakers, abbreviations, labels and asides are no datelines."""
    assert datelines.read(text, "2025-06-16") is None


def test_finds_dateline_after_standfirst() -> None:
    """A standfirst may come before the paragraph with the dateline."""
    text = "Both sides hope for a deal.\n\nVIENNA, May 6 (Reuters) - Talks go on."
    found = datelines.read(text, "2024-05-07")
    assert found is not None
    assert text[found.span.start : found.span.end] == "VIENNA, May 6 (Reuters) -"


def test_leaves_day_open_without_publication_date() -> None:
    """A day without a year cannot be resolved where the day of publication is unknown."""
    found = datelines.read("VIENNA, May 6 (Reuters) - Talks go on.", "")
    assert found is not None
    assert found.day == ""


def test_takes_leap_day_in_the_leap_year() -> None:
    """February 29 lies in the nearest year that has one."""
    found = datelines.read("VIENNA, Feb. 29 (AP) — Talks go on.", "2024-03-01")
    assert found is not None
    assert found.day == "2024-02-29"


def test_joins_dateline_that_stands_alone() -> None:
    """A dateline set apart from the first paragraph is put before it."""
    assert datelines.joined(["WASHINGTON —", "Talks go on.", "Now."]) == ["WASHINGTON — Talks go on.", "Now."]
    assert datelines.joined(["Talks —", "go on."]) == ["Talks —", "go on."]
