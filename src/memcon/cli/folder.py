"""A folder, or a zip file of it, that is written whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from memcon.cli.output import binary
from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.export.formats.folders import Opens

ZIP = ".zip"


@contextmanager
def folder(out: Path) -> Iterator[Opens]:
    """What opens new files in the folder `out`, or in the zip file, which take their place together at the end.

    A folder that is there is replaced if all that is in it are files that are written now; otherwise nothing is touched.
    Raises `MemconError` where it cannot be written.
    """
    try:
        target = out.resolve()
        if target.is_file() and target.suffix.lower() != ZIP:
            raise MemconError(f"{out}: this is a file (name a folder, or a file that ends in {ZIP})")
        with tempfile.TemporaryDirectory(prefix=f".{target.name}.", dir=target.parent) as made:
            inner = Path(made) / "new"
            inner.mkdir()
            yield lambda name: (inner / name).open("xb")
            if target.suffix.lower() == ZIP:
                _pack(inner, out)
            else:
                _put(inner, target, Path(made) / "old")
    except OSError as error:
        raise MemconError(f"{out}: cannot be written: {error.strerror or error}") from error


def _put(made: Path, target: Path, aside: Path) -> None:
    if target.exists():
        others = {one.name for one in target.iterdir()} - {one.name for one in made.iterdir()}
        if others:
            raise MemconError(f"{target}: there is something else in this folder: {min(others)} (name a new folder)")
        target.replace(aside)
    try:
        made.replace(target)
    except BaseException:
        if aside.exists():
            aside.replace(target)
        raise
    shutil.rmtree(aside, ignore_errors=True)


def _pack(made: Path, out: Path) -> None:
    with binary(out) as stream, ZipFile(stream, "w", ZIP_DEFLATED) as packed:
        for one in sorted(made.iterdir()):
            packed.write(one, one.name)
