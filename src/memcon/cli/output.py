"""Where the records go: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def destination(out: Path | None, *, is_json: bool) -> Iterator[TextIO]:
    """A text stream to `out`, or to standard output where there is no `out`.

    JSON is UTF-8 whatever the terminal speaks, and a lone surrogate becomes the escape that JSON has for it.
    Raises `MemconError` where `out` cannot be written.
    """
    if out is None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            encoding, errors = ("utf-8", "backslashreplace") if is_json else (None, "replace")
            sys.stdout.reconfigure(encoding=encoding, errors=errors)
        yield sys.stdout
        sys.stdout.flush()
        return
    try:
        with _written_whole(out) as stream:
            yield stream
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        raise MemconError(f"{out}: cannot be written: {error.strerror or error}") from error


@contextmanager
def _written_whole(out: Path) -> Iterator[TextIO]:
    """A file beside `out` that takes its place at the end; a device or pipe is written as it is."""
    if out.exists() and not out.is_file():
        with out.open("w", encoding="utf-8", errors="backslashreplace") as stream:
            yield stream
        return
    target = out.resolve()
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as stream:
            yield stream
        _take_mode(Path(name), target)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _take_mode(made: Path, target: Path) -> None:
    """Give `made` the permissions of the file it replaces, or those of any new file; `tempfile` lets only the owner read."""
    if target.exists():
        shutil.copymode(target, made)
        return
    mask = os.umask(0)
    os.umask(mask)
    made.chmod(0o666 & ~mask)
