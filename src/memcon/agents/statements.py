"""``search_statements``: who said what, in which words, when, and in which report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.agents.answer import Page, Quote, Shape, Source, cut, day_of, doubt, sighting_id, source
from memcon.agents.arguments import Acts, After, AsOfDay, AtLeast, Limit, Parties, Since, Who, question
from memcon.agents.calming import on_one_line, quoted
from memcon.export.days import in_words
from memcon.export.ledger.layout import short
from memcon.export.ledger.said import who as who_in_words
from memcon.export.wording import ACTS
from memcon.ledger import Ledger
from memcon.model import Act, Form
from memcon.questions import answers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.export.ledger.told import Told


class StatementShape(Shape):
    """Somebody given as the source of some content, in one report."""

    id: str
    """The statement's id, for words_behind."""
    speaker: str | None
    """The name that the report gives; null where it names nobody."""
    office: str | None
    """The speaker's office in the report's words."""
    party: str | None
    """Whom the speaker speaks for: a code."""
    act: Act
    """What was done by saying it. decline: a silence on record, never a denial."""
    cue: str
    """The report's words that attribute: “has not commented”."""
    content: tuple[Quote, ...]
    """What is attributed, in the report's exact words."""
    form: Form
    """direct: the speaker's own words; indirect: the report's paraphrase; mixed: both."""
    said: str
    """The day it was said (EDTF), "" where the report gives none."""
    channel: str | None
    """Where it was said, in the report's words."""
    via: str | None
    """Who relays it: an outlet, or another speaker."""
    sentence: str
    """Who did what by saying it, when."""
    confidence: float | None
    """The chance that the statement was read right, 0 to 1; 1 where a person confirmed it, null where none was worked out."""
    source: Source | None
    """The report it stands in; null where the whole answer is about one report."""

    def line(self) -> str:
        """The statement on one line."""
        words = " … ".join(each.words for each in self.content)
        said = f": {quoted(words)}" if words else ""
        paraphrase = " (the report's paraphrase)" if words and self.form == "indirect" else ""
        where = f" — {self.source.in_words()}" if self.source else ""
        return f"- {self.sentence}{said}{paraphrase}{doubt(self.confidence)}{where} [statement {self.id}]"


class StatementsFound(Page):
    """The statements that fit, the newest report first."""

    statements: tuple[StatementShape, ...]

    def lines(self) -> Iterator[str]:
        """The statements in words."""
        if not self.statements:
            yield "No statement fits. That says only that no report in this ledger has one."
        yield from (one.line() for one in self.statements)


def search_statements(
    ledger: Ledger,
    who: Who = (),
    party: Parties = (),
    act: Acts = (),
    about: str = "",
    since: Since = None,
    as_of: AsOfDay = None,
    at_least: AtLeast = None,
    limit: Limit = 10,
    after: After = 0,
) -> StatementsFound:
    """Find statements: each with speaker, office, party, act, exact words, the day it was said, and the report.

    `party` is whom the speaker speaks for or the statement is about: of two, both must be in it. `about` are words that must stand in what
    was said, in any form; "a phrase" in double quotation marks in this order; -word must not. The newest report comes first.
    """
    wanted = question(who=who, party=party, act=act, about=about, since=since, as_of=as_of, at_least=at_least)
    found, following = cut(answers.statements(ledger, wanted), after, limit)
    return StatementsFound(as_of=day_of(wanted.as_of), next=following, statements=statement_shapes(found))


def statement_shapes(found: Iterable[Told], *, cited: bool = True) -> tuple[StatementShape, ...]:
    """Statements for an answer, each `cited` with its report unless the answer is about that report alone."""
    return tuple(statement_shape(one, cited=cited) for one in found)


def statement_shape(one: Told, *, cited: bool = True) -> StatementShape:
    """A statement for an answer."""
    body, speaker = one.sighting.body, one.speaker
    return StatementShape(
        id=sighting_id(one.sighting.id),
        speaker=speaker.body["name"] if speaker else None,
        office=speaker.body["role"] if speaker else None,
        party=body["party"],
        act=body["act"],
        cue=body["cue"]["text"],
        content=tuple(quote(part, one.report.id) for part in body["content"]),
        form=body["form"],
        said=body["said"],
        channel=body["channel"],
        via=one.relay or None,
        sentence=_sentence(one),
        confidence=one.sureness.confidence,
        source=source(one.report) if cited else None,
    )


def quote(span: dict[str, object], report: str) -> Quote:
    """Words of a sighting's span."""
    return Quote.model_validate({"words": span["text"], "report": short(report), **span})


def _sentence(one: Told) -> str:
    """“Maria Zakharova, spokeswoman · Russia — denies (“denied”), 16 June 2025, told Interfax”."""
    body = one.sighting.body
    cue = f" ({quoted(body['cue']['text'])})" if body["act"] != "assert" else ""
    day = in_words(body["said"])
    parts = [f"{ACTS[body['act']]}{cue}", day, body["channel"] or "", f"by way of {one.relay}" if one.relay else ""]
    return on_one_line(f"{who_in_words(one).plain}: {', '.join(part for part in parts if part)}")
