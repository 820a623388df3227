"""What makes two things the same: every content hash, in this one file.

A hash is the SHA-256 of canonical JSON (sorted keys, no blanks, UTF-8), never of joined strings, which collide
(``a.b|c`` with ``a|b.c``).
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


def content_hash(value: Mapping[str, object]) -> str:
    """Hex SHA-256 of the canonical JSON of `value`."""
    canonical = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def report_id(*, title: str, published: str, outlet: str, url: str, text: str) -> str:
    """Identity of a report: the same words under the same title, day, outlet and address are one report."""
    return content_hash({"title": title, "published": published, "outlet": outlet, "url": url, "text": text})
