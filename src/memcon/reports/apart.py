"""PDFs read in a process of its own, which is kept for the next one: a file that takes all memory or time, or crashes, costs only that.

PDFium is C++; a page of a few kilobytes can have it unpack gigabytes or draw without end, and no exception comes of it. The process
may use `MEMORY` of addresses, and `SECONDS` of its own time for one file. Messages are pickles, each after its length.

    this process | length, raw, settings | the other | length, drafts
"""

from __future__ import annotations

import atexit
import os
import pickle
import signal
import subprocess
import sys
from threading import Lock
from typing import IO, TYPE_CHECKING, Any

from memcon.errors import InputError

if TYPE_CHECKING:
    from memcon.reports.raw import Draft, RawReport
    from memcon.settings import Settings

MEMORY = 1_500_000_000  # bytes, the program and its libraries among them
SECONDS = 20.0
_LENGTH = 8  # bytes
_PROGRAM = "from memcon.reports.apart import work; work()"


class _Reader:
    """The other process, begun when it is first needed, and anew after it has died."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._of, self._lock = 0, Lock()

    def read(self, raw: RawReport, settings: Settings) -> list[Draft | InputError]:
        """What comes out of a PDF. Raises ``EOFError`` or ``OSError`` where the process died over it."""
        with self._lock:
            process = self._running()
            assert process.stdin is not None  # noqa: S101 - both are pipes
            assert process.stdout is not None  # noqa: S101
            try:
                _send(process.stdin, (raw, settings))
                found: list[Draft | InputError] = _receive(process.stdout)
            except BaseException:
                self.end()
                raise
            return found

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._of != os.getpid():  # a fork has the pipes of the one it came from
            pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
            environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
            self._process = subprocess.Popen([sys.executable, "-c", _PROGRAM], env=environment, **pipes)  # type: ignore[call-overload]  # noqa: S603 - our own program
            self._of = os.getpid()
        return self._process

    def end(self) -> None:
        """End it."""
        process, self._process = self._process, None
        if process is not None and self._of == os.getpid():
            process.kill()
            process.communicate()


_reader = _Reader()
atexit.register(_reader.end)


def read(raw: RawReport, *, settings: Settings) -> list[Draft | InputError]:
    """The one report of a PDF, or why it cannot be read."""
    try:
        return _reader.read(raw, settings)
    except (EOFError, OSError):
        problem = (
            f"is a PDF that takes more than {SECONDS:.0f} s or {MEMORY / 1e9:.1f} GB to read, or breaks its reader"
        )
        return [InputError(raw.name, problem, "give its text")]


def work() -> None:
    """Be the other process: read what comes on standard input, until it ends."""
    from memcon.reports import pdf  # noqa: PLC0415 - only this process loads PDFium

    incoming, outgoing = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the other's to heed: it ends this one
    _limit()
    while True:
        try:
            raw, settings = _receive(incoming)
        except EOFError:
            return
        _allow(SECONDS)
        found = list(pdf.read(raw, settings=settings))
        _allow(0)
        _send(outgoing, found)


def _limit() -> None:
    """Hold this process to its memory, where the system can."""
    try:
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (ImportError, ValueError, OSError):
        return


def _allow(seconds: float) -> None:
    """Have the system end this process when it has used so much time; 0 for as much as it wants."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _send(stream: IO[bytes], message: Any) -> None:
    data = pickle.dumps(message)
    stream.write(len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def _receive(stream: IO[bytes]) -> Any:
    head = stream.read(_LENGTH)
    data = stream.read(int.from_bytes(head, "big")) if len(head) == _LENGTH else b""
    if not data:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - from our own process alone
