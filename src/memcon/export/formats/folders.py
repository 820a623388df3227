"""Files of a format that has several: opened in a folder that is put in its place when all are written."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO, TypeAlias

# Opens a new file of the export, by its name, to be written as bytes.
Opens: TypeAlias = Callable[[str], IO[bytes]]
