"""``memcon alerts``: one pass for cron, the record, what was given up, and sending it again."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.alerts.receivers import SECRET, Receiver, receiving, verified
from tests.cli.conftest import flat

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Ask


@pytest.fixture
def hooks(tmp_path: Path) -> Callable[[Receiver], Path]:
    """A file with one hook for a receiver, which asks for cancellations since 2031."""

    def write(receiver: Receiver) -> Path:
        path = tmp_path / "alerts.toml"
        path.write_text(
            f'[[hook]]\nname = "off"\nurl = "{receiver.url}"\nsecret = "{SECRET}"\nquestion = "party=Latvia&status=cancelled"\n'
            'since = "2031-01-01"\nallow-private = true\n',
            "utf-8",
        )
        return path

    return write


def test_once(ask: Ask, hooks: Callable[[Receiver], Path]) -> None:
    """One pass delivers what is there, a second one nothing more; the state lies beside the hooks."""
    with receiving() as receiver:
        path = hooks(receiver)
        assert ask("alerts", str(path), "--once").stdout == "off: 1 delivered, 0 waiting\n"
        assert ask("alerts", str(path), "--once").stdout == ""
        ((headers, body),) = receiver.got
        assert verified(headers, body, SECRET)
        assert json.loads(body)["data"]["change"]["what"] == "cancelled by Estonia"
        assert path.with_suffix(".db").exists()


def test_a_failure_has_its_line_and_status(ask: Ask, hooks: Callable[[Receiver], Path]) -> None:
    """What is not received waits; the run says so and ends with 1."""
    with receiving(500) as receiver:
        path = hooks(receiver)
        failed = ask("alerts", str(path), "--once", code=1)
        assert "hook off: HTTP status 500" in failed.stderr
        assert failed.stdout == "off: 0 delivered, 1 waiting\n"
        (kept,) = map(json.loads, ask("alerts", str(path), "--record", "--json").stdout.splitlines())
        assert (kept["state"], kept["tries"], kept["attempts"][0]["status"]) == ("waiting", 1, 500)
        assert datetime.fromisoformat(kept["due"]) > datetime.now(UTC)


def test_dead_and_redelivered(ask: Ask, hooks: Callable[[Receiver], Path]) -> None:
    """410 disables the hook; --dead shows what was given up, --enable and --redeliver send it again."""
    with receiving(410, 200) as receiver:
        path = hooks(receiver)
        assert "--enable off posts to it again" in ask("alerts", str(path), "--once", code=1).stderr
        shown = flat(ask("alerts", str(path), "--dead").stdout)
        assert "1 DEAD off: Talks cancelled by Estonia, says Estonia" in shown
        assert "HTTP status 410" in shown
        assert "no such delivery was given up" in ask("alerts", str(path), "--redeliver", "77", code=2).stderr
        ask("alerts", str(path), "--enable", "off")
        assert ask("alerts", str(path), "--redeliver", "1").stdout == "off: 1 delivered, 0 waiting\n"
        assert receiver.ids[0] == receiver.ids[1]
        assert ask("alerts", str(path), "--dead").stdout == "No delivery.\n"


def test_mistakes_are_said_in_a_line(ask: Ask, tmp_path: Path) -> None:
    """No file, and a file without sense, are wrong usage."""
    assert "cannot be read" in ask("alerts", str(tmp_path / "gone.toml"), "--once", code=2).stderr
    bad = tmp_path / "bad.toml"
    bad.write_text('[[hook]]\nname = "x"\nurl = "https://receiver.example"\n', "utf-8")
    assert "hook x: there is no secret" in flat(ask("alerts", str(bad), "--once", code=2).stderr)


def test_it_runs_on(file: Path, hooks: Callable[[Receiver], Path]) -> None:
    """Without --once it goes on pass after pass, and tells nothing twice."""
    with receiving() as receiver:
        command = [
            sys.executable,
            "-m",
            "memcon",
            "alerts",
            str(hooks(receiver)),
            "--interval",
            "1",
            "--ledger",
            str(file),
        ]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:  # noqa: S603 - our own program
            try:
                assert running.stdout is not None
                assert running.stdout.readline() == "off: 1 delivered, 0 waiting\n"
                time.sleep(1.5)
                assert running.poll() is None
            finally:
                running.terminate()
        assert len(receiver.got) == 1
