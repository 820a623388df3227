"""Events: what a party did, does, will or might do to another."""

from memcon.extract.events.find import find_events

__all__ = ["find_events"]
