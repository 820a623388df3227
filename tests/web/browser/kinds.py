"""An example of each kind of page, by a name that tests go by."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from tests.web.browser.desk_of import UNBROKEN
from tests.web.browser.served import data

if TYPE_CHECKING:
    from collections.abc import Mapping

Paths: TypeAlias = "Mapping[str, str]"

KINDS = (
    "home", "home then", "tracks", "track", "track then", "track compared", "track of many rounds", "track of many parties",
    "round", "round contested", "party", "persons", "parties", "pair", "actor", "statements", "changes", "search",
    "reports", "report", "report marked", "report edited", "report long", "report hostile", "report unbroken", "report doubtful",
    "statements above a bar", "review", "login", "about", "problem",
)  # fmt: skip

# Those that have the same parts as another, with other words in them.
LIKE_OTHERS = {
    "home then", "track then", "track of many parties", "round contested", "report marked", "report hostile",
    "report unbroken",
}  # fmt: skip
DISTINCT = tuple(kind for kind in KINDS if kind not in LIKE_OTHERS)


def paths_of(base: str) -> Paths:
    """The address of each of `KINDS` on the site at `base`."""
    tracks = {one["title"]: one["href"] for one in data(f"{base}/tracks")["lines"]}
    reports = {one["title"]: one["href"] for one in data(f"{base}/reports")["reports"]}

    def named(every: Mapping[str, str], words: str) -> str:
        return next(href for title, href in every.items() if words in title)

    off, cod = data(base + named(tracks, "Chile")), named(tracks, "Norway")
    contested = data(base + named(tracks, "Ecuador"))["rounds"][0]["href"]
    cancelled = next(one for one in off["rounds"] if one["status"]["code"] == "cancelled")
    speaker = next(one["speaker_href"] for one in data(f"{base}/statements")["statements"] if "Quiroga" in one["who"])
    track = off["line"]["href"]
    doubtful = data(f"{base}/review")["doubtful"][0]["report"]["href"]
    return {
        "home": "/",
        "home then": "/?as-of=2031-02-11",
        "tracks": "/tracks",
        "track": track,
        "track then": f"{track}?as-of=2031-02-11",
        "track compared": f"{track}?as-of=2031-02-28&compare=2031-02-11",
        "track of many rounds": cod,
        "track of many parties": named(tracks, "and others"),
        "round": cancelled["href"],
        "round contested": contested,
        "party": "/parties/EST",
        "persons": "/parties/BOL/persons",
        "parties": "/parties",
        "pair": "/pairs/BOL/CHL",
        "actor": speaker,
        "statements": "/statements",
        "changes": "/changes",
        "search": "/search?q=consulate",
        "reports": "/reports",
        "report": named(reports, "Bolivia Says"),
        "report marked": cancelled["positions"][0]["words"][0]["places"][0]["href"],
        "report edited": named(reports, "Round on the Dam"),
        "report long": named(reports, "Forty Points"),
        "report hostile": named(reports, "<script>"),
        "report unbroken": named(reports, UNBROKEN[:40]),
        "report doubtful": doubtful,
        "statements above a bar": "/statements?at-least=0.7&as-of=2031-02-28",
        "review": "/review",
        "login": "/login",
        "about": "/about",
        "problem": f"{track}?as-of=1999-01-01",
    }
