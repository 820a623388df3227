"""``memcon watch`` as it is run: mistakes, status, one round and weeks, with the real pipeline over a real server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from memcon.cli import app
from memcon.ledger import open_ledger
from tests.cli.conftest import flat
from tests.shown import PROJECT
from tests.watch import made
from tests.watch.server import served

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.watch.server import Server


def run(*arguments: str, code: int = 0) -> Any:
    """``memcon watch`` with some arguments."""
    result = CliRunner().invoke(app, ["watch", *arguments], prog_name="memcon")
    assert result.exit_code == code, result.output
    return result


def sources(folder: Path, *tables: str) -> str:
    """A file of sources."""
    path = folder / "sources.toml"
    path.write_text("".join(f"[[source]]\n{table}\n" for table in tables))
    return str(path)


def feed(name: str, address: str) -> str:
    """A feed that is asked often."""
    return f'name = "{name}"\nkind = "feed"\naddress = "{address}"\ninterval = "10s"\ndelay = "0s"\n'


def test_mistakes(tmp_path: Path) -> None:
    """Each mistake is a line, and the exit status is 2."""
    path = sources(tmp_path, 'name = "wire"\nkind = "fed"\naddress = "https://wire.example/"\nintervall = "1h"')
    result = run(path, code=2)
    assert len(result.stderr.splitlines()) == 2
    good = sources(tmp_path, feed("wire", made.FEED))
    assert "no ledger is named (give --ledger FILE" in run(good, code=2).stderr
    assert "--json goes with --status" in run(good, "--json", code=2).stderr
    assert "cannot be read: No such file" in run(str(tmp_path / "no.toml"), code=2).stderr
    assert "is not installed" in run(good, "--ledger", str(tmp_path / "l.db"), "--pipeline", "no_such", code=2).stderr


def test_the_example_is_well() -> None:
    """The example's sources are listed, none polled yet."""
    found = [json.loads(line) for line in run("examples/sources.toml", "--status", "--json").stdout.splitlines()]
    assert {one["standing"] for one in found} == {"not polled yet"}
    assert [one["kind"] for one in found] == ["feed", "feed", "index", "page"]
    assert "gulf wire" in run("examples/sources.toml", "--status").stdout


def test_a_round_with_the_real_pipeline(tmp_path: Path) -> None:
    """One round reads a feed into the ledger, where the talks are up to date at once; a source that fails gives 1 and a line."""
    path, ledger = (
        sources(tmp_path, feed("wire", "http://127.0.0.1:{port}/rss"), feed("gone", "http://127.0.0.1:{port}/no")),
        str(tmp_path / "desk.db"),
    )
    with served({"/rss": made.feed(made.entry(1))}) as server:
        _point(path, server)
        refused = run(path, "--ledger", ledger, "--once", "--state", str(tmp_path / "other.db"), code=1)
        assert refused.stderr.count("in a private network") == 2
        result = run(path, "--ledger", ledger, "--once", "--allow-private", code=1)
        assert "wire: new: “Round 1 on the Dam Called Off” (2031-02-24)" in result.stderr
        assert "gone: failed (1): " in result.stderr
        assert result.stdout == ""
        time.sleep(0)
    talks = CliRunner().invoke(app, ["talks", "--ledger", ledger, "--json"], prog_name="memcon")
    [track] = [json.loads(line) for line in talks.stdout.splitlines()]
    assert {"EST", "LVA"} <= set(track["parties"])
    found = {one["name"]: one for one in map(json.loads, run(path, "--status", "--json").stdout.splitlines())}
    assert (found["wire"]["standing"], found["wire"]["new"], found["wire"]["problem"]) == ("well", 1, None)
    assert (found["gone"]["standing"], found["gone"]["failures"]) == ("failing", 1)
    page = run(path, "--status").stdout
    assert all(len(line) <= 80 for line in page.splitlines())
    assert "gone: failed 1 time in a row: http://127.0.0.1:" in flat(page)


def _point(path: str, server: Server) -> None:
    """Put the server's port into a file of sources."""
    with open(path, encoding="utf-8") as file:  # noqa: PTH123 - a path as the command line has it
        text = file.read()
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(text.replace("{port}", str(server.server_port)))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["term", "int"])
def test_a_signal_ends_it_cleanly(tmp_path: Path, number: int) -> None:
    """The watch runs until a signal, ends with 0, and has recorded what it said was new; a second one meanwhile is refused."""
    path, ledger = sources(tmp_path, feed("wire", "http://127.0.0.1:{port}/rss")), str(tmp_path / "desk.db")
    command = [sys.executable, "-m", "memcon", "watch", path, "--ledger", ledger, "--allow-private"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MEMCON_")}
    with served({"/rss": made.feed(made.entry(1), made.entry(2))}) as server:
        _point(path, server)
        with subprocess.Popen(command, cwd=PROJECT, env=kept, stderr=subprocess.PIPE, text=True) as watch:  # noqa: S603
            assert watch.stderr
            lines: list[str] = []
            _read_until(watch.stderr.readline, lines, "Round 2 on the Dam")
            second = subprocess.run(command, cwd=PROJECT, env=kept, capture_output=True, text=True, check=False)  # noqa: S603
            assert (second.returncode, "another memcon watch uses it" in second.stderr) == (2, True)
            watch.send_signal(number)
            rest = watch.stderr.read()
            assert watch.wait(timeout=60) == 0
            assert rest.endswith("Z stopped\n")
            assert "Traceback" not in rest
    with open_ledger(ledger) as book:
        assert len(list(book.reports())) == 2
        assert list(book.check()) == []


def _read_until(readline: Callable[[], str], lines: list[str], words: str) -> None:
    while line := readline():
        lines.append(line)
        if words in line:
            return
    raise AssertionError(lines)
