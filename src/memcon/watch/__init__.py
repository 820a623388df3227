"""The watch: sources asked again and again, for weeks, and what is new in them recorded in the ledger.

One thread does one thing at a time. A *poll* of a source is a generator: it yields each request that it wants to make (`Ask`),
and the loop makes it when the host may be asked again; meanwhile other polls go on::

    sources that are due | poll | robots, request, redirects | read | record | when next

What is decided (`timing`, `addresses`) is apart from what is done, and the clock is passed in: tests run weeks in a second.
"""

from memcon.watch.loop import Watch
from memcon.watch.sourcefile import read_sources
from memcon.watch.sources import Source, Sources

__all__ = ["Source", "Sources", "Watch", "read_sources"]
