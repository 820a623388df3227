"""What tells for or against a condition: who sets it, and how it is told. Careful readers note few, so it has few traits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.confidence.seen import there

if TYPE_CHECKING:
    from memcon.extract.confidence.seen import Seen, Traits
    from memcon.model import Condition

_VERBS = frozenset({"VERB", "AUX"})


def traits_of_condition(one: Condition, of_it: Seen) -> Traits:
    """The traits of a condition."""
    voice = next((s.party for s in of_it.record.statements if s.id == one.source), None)
    return there(
        {
            "who sets it is not known": one.set_by is None,
            "it is told by who sets it": voice is not None and voice == one.set_by,
            "what is required has no verb": not any(token.pos_ in _VERBS for token in of_it.words(one.requires)),
            "it stands in quotation marks": of_it.is_quoted(one.what),
        }
    )
