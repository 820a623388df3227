"""What makes two things the same: every content hash, in this one file.

A hash is the SHA-256 of canonical JSON (sorted keys, no blanks, UTF-8), never of joined strings, which collide
(``a.b|c`` with ``a|b.c``).
"""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Mapping

_CAMPAIGN = re.compile(r"utm_|fbclid$|gclid$|mc_[ce]id$|at_medium$|at_campaign$|ref_src$|smid$", re.IGNORECASE)


def content_hash(value: Mapping[str, object]) -> str:
    """Hex SHA-256 of the canonical JSON of `value`."""
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def report_id(*, title: str, published: str, outlet: str, url: str, text: str) -> str:
    """Identity of a report: the same words under the same title, day, outlet and address are one report."""
    return content_hash({"title": title, "published": published, "outlet": outlet, "url": url, "text": text})


def run_id(*, memcon: str, pipeline: str) -> str:
    """Identity of a reading program: the same versions are one run, however often they read."""
    return _short({"memcon": memcon, "pipeline": pipeline})


def anchor_id(*, report: str, kind: str, about: object, ordinal: int) -> str:
    """Identity of the place in a report that a sighting stands at, whatever a version of memcon makes of that place.

    `about` is what marks the place (an actor's name, a statement's cue); `ordinal` parts two that share it.
    """
    return _near(report, {"report": report, "kind": kind, "about": about, "ordinal": ordinal})


def sighting_id(*, report: str, anchor: str, body: Mapping[str, object]) -> str:
    """Identity of a sighting: the same body at the same place of a report, whichever run found it."""
    return _near(report, {"anchor": anchor, "body": body})


def claim_id(content: Mapping[str, object]) -> str:
    """Identity of what is asserted, whichever report and words assert it."""
    return _short(content)


def decision_id(content: Mapping[str, object]) -> str:
    """Identity of a judgement: the same judgement by the same hand for the same reason is one."""
    return _short(content)


def change_id(*, about: object, kind: str, status: str | None, party: str | None, outlet: str | None) -> str:
    """Identity of a change: of which round or track, or condition on it, and what of it on whose word; not when, nor in which report."""
    return _short({"about": about, "kind": kind, "status": status, "party": party, "outlet": outlet})


def urn(ident: str) -> str:
    """An id (32 hexadecimal digits) as a ``urn:uuid:``, which the world over means this one thing: a UUID of version 8 (RFC 9562)."""
    bits = int(ident[:32], 16) & ~(0xF << 76) & ~(0x3 << 62) | (8 << 76) | (2 << 62)
    return UUID(int=bits).urn


def address(url: str) -> str:
    """The address under which an edited report is looked for again; empty where `url` names no single page.

    Left out is what does not change the page: scheme, ``www.``, fragment, closing slash and marks of campaigns.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:  # brackets that hold no address
        return ""
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not _CAMPAIGN.match(pair[0])))
    path = parts.path.rstrip("/")
    if not parts.netloc or not (path or query):
        return ""
    host = parts.netloc.rpartition("@")[2].lower().removeprefix("www.")
    return host + path + (f"?{query}" if query else "")


def _near(report: str, value: Mapping[str, object]) -> str:
    """As `_short`, with a beginning that all ids of one report share: an index then keeps them on one page, not on ten."""
    return content_hash({"near": report})[:6] + content_hash(value)[:26]


def _short(value: Mapping[str, object]) -> str:
    """The first 128 bits of the content hash: enough for 10¹⁵ things, and half as long in each index."""
    return content_hash(value)[:32]
