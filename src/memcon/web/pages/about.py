"""How to read these pages, in the project's own words; and the page for what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """How to read these pages."""

    template: ClassVar[str] = "about.html"
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong, in one line, with the HTTP status; `now_href` is the same address as of now, where another time was asked for."""

    template: ClassVar[str] = "problem.html"
    title: str
    status: int
    problem: str
    now_href: str = ""


def about_page() -> About:
    """How to read these pages."""
    return About(title="How to read these pages")
