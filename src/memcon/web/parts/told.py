"""A statement as pages show it: the act, who, the words, where it was said, and the report that has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.export.calm import calm
from memcon.export.ledger.said import who
from memcon.export.wording import ACTS
from memcon.web.parts.words import Day, PartyRef, ReportRef, brief, day, heading, party

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.export.ledger.told import Told
    from memcon.export.sureness import Sureness
    from memcon.web.parts.links import Links

_CONTENT = 1200  # characters that a list shows of a statement


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """A statement. `cue` are the words that attribute it; `is_quoted` says whether the speaker's own words stand in marks.

    `href` leads to its words in the report, `speaker_href` to the page of who said it (``""`` where nobody is named).
    """

    id: str
    act: str
    act_words: str
    who: str
    speaker: str
    speaker_href: str
    party: PartyRef | None
    said: Day
    cue: str
    content: tuple[str, ...]
    is_quoted: bool
    channel: str
    relay: str
    href: str
    report: ReportRef
    sureness: Sureness


def statement_view(one: Told, links: Links) -> StatementView:
    """A statement of the ledger as pages show it."""
    body = one.sighting.body
    parts = [" ".join(calm(each["text"]).split()) for each in body["content"]]
    spans = body["content"] or [body["cue"]]
    channel = " ".join(calm(body["channel"] or "").split())
    return StatementView(
        id=one.sighting.id,
        act=body["act"],
        act_words=ACTS[body["act"]],
        who=brief(who(one).plain),
        speaker=brief(one.speaker.body["name"]) if one.speaker else "",
        speaker_href=links.actor(one.speaker.anchor) if one.speaker and body["party"] else "",
        party=party(body["party"], links) if body["party"] else None,
        said=day(body["said"]),
        cue="" if body["act"] == "assert" else brief(body["cue"]["text"]),
        content=tuple(brief(each.strip("“”") if body["form"] == "direct" else each, _CONTENT) for each in parts),
        is_quoted=body["form"] == "direct",
        channel="" if channel in parts else brief(channel),
        relay=brief(one.relay),
        href=links.report(one.report.id, start=spans[0]["start"], end=spans[-1]["end"]),
        report=heading(one.report, links),
        sureness=one.sureness,
    )


def statement_views(every: Iterable[Told], links: Links) -> Iterator[StatementView]:
    """Statements as pages show them."""
    return (statement_view(one, links) for one in every)
