"""Where the pages of things are, below the address of all pages; ``""`` where there are no pages."""

from __future__ import annotations

from urllib.parse import quote


def track_page(base: str, ident: str) -> str:
    """The page of a track."""
    return _page(base, "tracks", ident)


def round_page(base: str, ident: str) -> str:
    """The page of a round."""
    return _page(base, "rounds", ident)


def report_page(base: str, ident: str) -> str:
    """The page of a report."""
    return _page(base, "reports", ident)


def _page(base: str, kind: str, ident: str) -> str:
    return f"{base.rstrip('/')}/{kind}/{quote(ident, safe='')}" if base else ""
