"""The server as a process: fifty readers while another program writes, mistakes in one line, an end when told."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx

from memcon import desk
from memcon.ledger import open_ledger
from tests.ledger import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

READERS, VISITS, WRITTEN = 50, 6, 40
COMMAND = (sys.executable, "-m", "memcon", "serve", "--port", "0")


@contextmanager
def served(ledger: Path, *options: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """``memcon serve`` over a ledger."""
    command = [*COMMAND, "--ledger", str(ledger), *options]
    environment = {**os.environ, "MEMCON_REVIEW_TOKEN": ""}
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment) as server:  # noqa: S603 - our own program
        try:
            assert server.stderr is not None
            line = server.stderr.readline()
            assert "serves at" in line, line
            yield line.split("serves at ")[1].split()[0], server
        finally:
            server.terminate()
            server.wait(30)


def small(path: Path, reports: int = 3) -> Path:
    """A ledger of a few reports."""
    with open_ledger(path) as book:
        book.remember([made.other(number) for number in range(reports)], now=made.at(9))
    return path


def test_fifty_readers_while_another_program_writes(tmp_path: Path) -> None:
    """Every page is served, and what was written meanwhile is there at the end."""
    ledger = small(tmp_path / "desk.db")
    faults: list[str] = []
    with served(ledger) as (base, _):
        track = httpx.get(f"{base}/tracks.json").json()["lines"][0]["href"]
        paths = ["/", "/tracks", track, "/statements", "/reports", "/changes"]

        def visit(number: int) -> None:
            try:
                with httpx.Client(base_url=base, timeout=60) as client:
                    for at in range(VISITS):
                        client.get(paths[(number + at) % len(paths)]).raise_for_status()
            except httpx.HTTPError as error:
                faults.append(repr(error))

        readers = [threading.Thread(target=visit, args=(number,)) for number in range(READERS)]
        for reader in readers:
            reader.start()
        with open_ledger(ledger) as book:
            for number in range(100, 100 + WRITTEN):
                book.remember(made.other(number), now=made.at(10))
        for reader in readers:
            reader.join()
        assert faults == []
        titles = {one["title"] for one in httpx.get(f"{base}/search.json?q=dam", timeout=60).json()["tracks"]}
        assert titles
    with open_ledger(ledger) as book:
        assert sum(1 for _ in book.reports()) == 3 + WRITTEN


def test_ends_when_told(tmp_path: Path) -> None:
    """An interrupt ends it without a traceback."""
    with served(small(tmp_path / "desk.db")) as (base, server):
        assert httpx.get(f"{base}/health").json()["ok"]
        server.send_signal(signal.SIGINT)
        assert server.wait(30) in {0, 130}
        assert server.stderr is not None
        assert "Traceback" not in server.stderr.read()


def test_a_ledger_that_cannot_be_written(tmp_path: Path) -> None:
    """A file that may only be read is served as it is."""
    ledger = small(tmp_path / "desk.db")
    with open_ledger(ledger) as book:
        desk.update(book)
    ledger.chmod(0o444)
    with served(ledger) as (base, _):
        assert httpx.get(f"{base}/tracks.json").json()["lines"]


def test_mistakes(tmp_path: Path) -> None:
    """A port that is taken, and an address that is none, are said in one line."""
    ledger = small(tmp_path / "desk.db")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        for options, line in (
            (["--port", port], f"127.0.0.1:{port} cannot be listened on"),
            (["--base", "desk.example"], "--base desk.example: this is no address of a site"),
        ):
            command = [*COMMAND, "--ledger", str(ledger), *options]
            found = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)  # noqa: S603 - our own program
            assert found.returncode == 2
            assert found.stderr.startswith(f"memcon: {line}")
            assert found.stderr.count("\n") == 1


def test_a_short_token_is_refused(tmp_path: Path) -> None:
    """A token that could be guessed opens nothing."""
    command = [*COMMAND, "--ledger", str(small(tmp_path / "desk.db"))]
    environment = {**os.environ, "MEMCON_REVIEW_TOKEN": "short"}
    found = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=False)  # noqa: S603 - our own program
    assert found.returncode == 2
    assert "MEMCON_REVIEW_TOKEN has fewer than 16 characters" in found.stderr
