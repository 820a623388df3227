"""The numbered reports of a memo, with their addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.export.addresses import followable
from memcon.export.ledger.layout import reference, short
from memcon.export.paper.model import Source, Sources, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memcon.export.ledger.references import References


def sources(refs: References, addresses: Mapping[str, str]) -> Sources:
    """The reports of `refs`; `addresses` are theirs by id."""
    return Sources(
        items=tuple(
            Source(
                number=refs.numbers[one.id],
                line=plain(reference(one.outlet, one.published, one.title) + _copy(refs, one.copy_of)),
                address=followable(addresses.get(one.id, "")),
            )
            for one in refs.reports
        )
    )


def _copy(refs: References, original: str | None) -> str:
    return f" (the text of {refs.mark(original) or short(original)} again: one source)" if original else ""
