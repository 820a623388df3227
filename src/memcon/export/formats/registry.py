"""Which formats there are. To add one is to add a line here."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from memcon.export.formats.folders import Opens
    from memcon.export.formats.holdings import Holdings

Shape: TypeAlias = Literal["text", "folder"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: its name, what is in it, and the function that makes it.

    A format of one `text` has a function from `Holdings` to pieces of text; that of a `folder` takes also what opens the
    files in it. `made_by` names it as ``module:function``, and is loaded when it is asked for.
    """

    name: str
    what: str
    made_by: str
    shape: Shape = "text"

    def pieces(self, holdings: Holdings) -> Iterator[str]:
        """The text, piece by piece."""
        made: Callable[[Holdings], Iterator[str]] = self._function()
        return made(holdings)

    def write(self, holdings: Holdings, opens: Opens) -> None:
        """Write the files of a folder."""
        self._function()(holdings, opens)

    def _function(self) -> Callable[..., Iterator[str]]:
        module, _, function = self.made_by.partition(":")
        found: Callable[..., Iterator[str]] = getattr(import_module(module), function)
        return found


_HERE = "memcon.export.formats"
FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format(name="jsonl", what="records, a report a line", made_by=f"{_HERE}.jsonl:record_lines"),
        Format(
            name="tracks", what="tracks with rounds and positions, a track a line", made_by=f"{_HERE}.jsonl:track_lines"
        ),
        Format(
            name="csv", what="a CSV file a kind, with a data package", made_by=f"{_HERE}.csvs:write", shape="folder"
        ),
        Format(name="parquet", what="a Parquet file a kind", made_by=f"{_HERE}.parquet:write", shape="folder"),
        Format(name="plover", what="events as PLOVER JSON, one a line", made_by=f"{_HERE}.plover:event_lines"),
        Format(name="gdelt", what="events as rows of GDELT 2.0", made_by=f"{_HERE}.gdelt:event_lines"),
        Format(
            name="annotations",
            what="W3C Web Annotations of every span",
            made_by=f"{_HERE}.annotations:annotation_lines",
        ),
        Format(name="jsonld", what="linked data in the terms of schema.org and PROV", made_by=f"{_HERE}.linked:graph"),
    )
}
