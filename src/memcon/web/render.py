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

    `pairs` are the words of the address without those of as-of and of the bar; `has_data` says that the same address has its data as JSON.
    `at_least` is the bar that is asked for (``None``: none is), `hidden` how many things below it the page would else show.
    """

    path: str
    pairs: Sequence[tuple[str, str]]
    as_of: AsOf
    session: Session | None
    can_review: bool
    today: str
    has_data: bool = True
    at_least: float | None = None
    hidden: int = 0

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
        return self._with([*self.pairs, *self.bar_pairs])

    @property
    def all_href(self) -> str:
        """The same page with what is below the bar."""
        then = [pair for pair in self.then_pairs if pair not in self.bar_pairs]
        return self._with([*self.pairs, *then, ("at-least", "0")])

    def _with(self, pairs: Sequence[tuple[str, str]]) -> str:
        return self.path + (f"?{urlencode(pairs)}" if pairs else "")

    @property
    def bar_pairs(self) -> list[tuple[str, str]]:
        """The bar, as pairs of an address."""
        return [] if self.at_least is None else [("at-least", f"{self.at_least:g}")]

    @property
    def bars(self) -> list[tuple[str, str]]:
        """The bars that can be chosen, and the one that is: in an address, and in words."""
        known = {
            "0": "everything",
            "0.5": "0.5 and more",
            "0.7": "0.7 and more",
            "0.8": "0.8 and more",
            "0.9": "0.9 and more",
        }
        return list({**known, **{value: known.get(value, f"{value} and more") for _, value in self.bar_pairs}}.items())

    @property
    def json_href(self) -> str:
        """The data of this page."""
        pairs = [*self.pairs, *self.then_pairs]
        path = "/index.json" if self.path == "/" else f"{self.path}.json"
        return path + (f"?{urlencode(pairs)}" if pairs else "")

    @property
    def then_pairs(self) -> list[tuple[str, str]]:
        """As of when and above which bar, as pairs of an address: what every link carries on."""
        recorded = self.as_of.recorded
        pairs = [("as-of", self.as_of.published or ""), ("recorded-as-of", recorded.isoformat() if recorded else "")]
        return [*(pair for pair in pairs if pair[1]), *self.bar_pairs]

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
        "bar": {"at_least": frame.at_least, "hidden": frame.hidden} if frame.at_least else None,
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
