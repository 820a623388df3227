"""The desk: the ledger's rounds, tracks and persons, kept at hand and in step with its entries.

`tracks` says what sightings add up to; the desk says when to put what together again, and answers from what is kept. All that
it keeps follows from the ledger's entries, and `memcon rebuild` makes it anew.
"""

from memcon.desk.asking import find, track, tracks, waiting
from memcon.desk.keeping import is_in_step, is_readable, update
from memcon.desk.persons import called, doubts, person, persons

__all__ = [
    "called",
    "doubts",
    "find",
    "is_in_step",
    "is_readable",
    "person",
    "persons",
    "track",
    "tracks",
    "update",
    "waiting",
]
