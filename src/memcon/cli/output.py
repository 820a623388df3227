"""Where the output goes: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import io
import json
import os
import shutil
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, TextIO

from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rich.console import Console, RenderableType


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
    with _or_said_why(out), _written_whole(out) as stream:
        text = io.TextIOWrapper(stream, "utf-8", errors="backslashreplace")
        yield text
        text.flush()
        text.detach()


@contextmanager
def binary(out: Path | None) -> Iterator[IO[bytes]]:
    """As `destination`, for bytes. Raises `MemconError` where they would go to a terminal."""
    if out is None:
        if sys.stdout.isatty():
            raise MemconError("this is not for a terminal (give --out FILE)")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with _or_said_why(out), _written_whole(out) as stream:
        yield stream


@contextmanager
def _or_said_why(out: Path) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise MemconError(f"{out}: cannot be written: {error.strerror or error}") from error


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes pages: in colour to a terminal, as plain text elsewhere."""

    stream: TextIO
    console: Console

    @property
    def width(self) -> int:
        """Columns."""
        return self.console.width

    def __call__(self, what: RenderableType) -> None:
        """Write `what`."""
        from memcon.export.page import plain  # noqa: PLC0415

        if self.console.is_terminal:
            with self.console.capture() as printed:  # rich itself would end the run with 1 where the pipe is closed
                self.console.print(what)
            self.stream.write(printed.get())
        else:
            self.stream.write(plain(what, width=self.width))
        self.stream.flush()


def writer(stream: TextIO) -> Writer:
    """Who writes pages to `stream`."""
    from rich.console import Console  # noqa: PLC0415 - whoever prints JSON needs none of it

    return Writer(stream, Console(file=stream, highlight=False))


@contextmanager
def _written_whole(out: Path) -> Iterator[IO[bytes]]:
    """A file beside `out` that takes its place at the end; a device or pipe is written as it is."""
    if out.exists() and not out.is_file():
        with out.open("wb") as stream:
            yield stream
        return
    target = out.resolve()
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as stream:
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


def print_page(parts: Iterable[RenderableType]) -> None:
    """Print a page on standard output."""
    from memcon.export.page import page  # noqa: PLC0415

    with destination(None, is_json=False) as stream:
        writer(stream)(page(parts))


def print_json(values: Iterable[Mapping[str, Any]]) -> None:
    """Print JSON on standard output, a value a line, each as soon as it is there."""
    with destination(None, is_json=True) as stream:
        for value in values:
            stream.write(f"{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n")
            stream.flush()
