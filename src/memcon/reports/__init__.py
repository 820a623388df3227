"""From bytes to a `Report`: plain text, HTML, PDF, JSON Lines, feeds and web archives, each packed or not.

A path goes through these steps, each of them lazy::

    path | files of a folder | stream | unpack | sniff | read (one reader a format) | settle

Nothing here raises for what an input holds: what cannot be read comes out as an `InputError` among the reports.
"""

import logging

from memcon.reports.raw import RawReport
from memcon.reports.reading import count, read_path, read_report, read_stream

# What the parsers log is no line for a user: each input has its own. Who sets up logging still gets it.
for _parser in (
    "charset_normalizer",
    "courlan",
    "htmldate",
    "justext",
    "pypdfium2",
    "readability",
    "trafilatura",
    "warcio",
):
    logging.getLogger(_parser).addHandler(logging.NullHandler())

__all__ = ["RawReport", "count", "read_path", "read_report", "read_stream"]
