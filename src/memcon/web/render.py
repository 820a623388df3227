"""A page as HTML or as JSON: both from the same typed context, so that they cannot drift."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, ClassVar, Protocol
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined

import memcon
from memcon.desk.codec import encoded
from memcon.export.days import in_words
from memcon.export.wording import MEETING_STATUSES, counted, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memcon.ledger import AsOf
    from memcon.web.login import Session


class Page(Protocol):
    """What every page has: the template that shows it, and its title."""

    template: ClassVar[str]

    @property
    def title(self) -> str:
        """The title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around each page: where it is, as of when, and who is there.

    `pairs` are the words of the address without those of as-of; `has_data` says that the same address has its data as JSON.
    """

    path: str
    pairs: Sequence[tuple[str, str]]
    as_of: AsOf
    session: Session | None
    can_review: bool
    today: str
    has_data: bool = True

    @property
    def is_then(self) -> bool:
        """Whether one looks as of another time than now."""
        return self.as_of.published is not None or self.as_of.recorded is not None

    @property
    def then(self) -> str:
        """As of when, in words."""
        recorded = self.as_of.recorded
        parts = [
            f"published by {in_words(self.as_of.published)}" if self.as_of.published else "",
            f"recorded by {in_words(recorded.date().isoformat())}, {recorded:%H:%M} UTC" if recorded else "",
        ]
        return " and ".join(part for part in parts if part)

    @property
    def now_href(self) -> str:
        """The same page as of now."""
        return self.path + (f"?{urlencode(self.pairs)}" if self.pairs else "")

    @property
    def json_href(self) -> str:
        """The data of this page."""
        pairs = [*self.pairs, *self.then_pairs]
        path = "/index.json" if self.path == "/" else f"{self.path}.json"
        return path + (f"?{urlencode(pairs)}" if pairs else "")

    @property
    def then_pairs(self) -> list[tuple[str, str]]:
        """As of when, as pairs of an address."""
        recorded = self.as_of.recorded
        pairs = [("as-of", self.as_of.published or ""), ("recorded-as-of", recorded.isoformat() if recorded else "")]
        return [pair for pair in pairs if pair[1]]

    def to(self, path: str) -> str:
        """Another page as of the same time."""
        return path + (f"?{urlencode(self.then_pairs)}" if self.then_pairs else "")


def to_html(page: Page, frame: Frame) -> str:
    """The page as HTML."""
    return _templates().get_template(page.template).render(page=page, frame=frame)


def to_json(page: Page, frame: Frame) -> str:
    """The page's context as JSON."""
    recorded = frame.as_of.recorded
    value = {
        "page": page.template.removesuffix(".html"),
        "address": frame.path,
        "as_of": {"published": frame.as_of.published, "recorded": recorded and recorded.isoformat()},
        **encoded(page),
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@cache
def static(name: str) -> tuple[bytes, str]:
    """A file of ``static/`` and a mark of its content. Raises ``FileNotFoundError`` where there is none."""
    content = files("memcon.web").joinpath("static", name).read_bytes()
    return content, hashlib.sha256(content).hexdigest()[:12]


def static_address(name: str) -> str:
    """Where a file of ``static/`` is served, with the mark of its content, so that it may be kept for ever."""
    return f"/static/{name}?{static(name)[1]}"


def warm_up() -> None:
    """Compile every template, so that no visitor waits for it."""
    for name in _templates().list_templates():
        _templates().get_template(name)


@cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("memcon.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    helpers: dict[str, Any] = {
        "static": static_address,
        "version": memcon.__version__,
        "counted": counted,
        "statuses": MEETING_STATUSES,
        "listed": lambda words: listed(list(words)),
    }
    made.globals.update(helpers)
    return made
