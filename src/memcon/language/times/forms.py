"""What the words of a time mean before one knows the day: forms that are read against a `Context`.

Each form has one method, ``read``, that gives a `Reading`; a form that needs a day that nobody gave reads as undetermined.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from memcon.language.times.periods import Period
    from memcon.language.times.tense import Lean
    from memcon.model import TimeType


UNDETERMINED = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a form is read against.

    `published` is the publication day (``None`` if unknown), `exact` whether it is known to the day,
    `lean` the direction of the verb, `then` the last period that the text named, `beside` the day last named in the same sentence,
    `quarter` the last quarter named; `comes` whether the verb says that something came which the text reports as new.
    """

    published: date | None
    exact: bool = True
    lean: Lean = ""
    then: Period | None = None
    beside: Period | None = None
    quarter: Period | None = None
    comes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A time understood: TIMEX3 type and value, EDTF, and the period if it is one."""

    type: TimeType
    value: str
    edtf: str = ""
    period: Period | None = None


class Form(Protocol):
    """Words of time, not yet tied to a day."""

    def read(self, now: Context) -> Reading:
        """What they mean when read against `now`."""
        ...


def dated(period: Period | None, otherwise: str = "") -> Reading:
    """The reading of a period as a date; without one, the value `otherwise`."""
    if period is None:
        return Reading(type="DATE", value=otherwise)
    return Reading(type="DATE", value=period.value, edtf=period.edtf, period=period)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that no day changes: ``PRESENT_REF``, a duration, a set."""

    type: TimeType
    value: str

    def read(self, now: Context) -> Reading:  # noqa: ARG002  # the protocol's
        """The value itself."""
        return Reading(type=self.type, value=self.value)


@dataclass(frozen=True, slots=True)
class Known:
    """A period that needs no publication day: a year, a decade, a full date."""

    period: Period

    def read(self, now: Context) -> Reading:  # noqa: ARG002  # the protocol's
        """The period."""
        return dated(self.period)
