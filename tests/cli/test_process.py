"""The installed command in a process of its own: pipes, terminals, encodings and what is loaded for help."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys

import pytest

import memcon
from memcon.export.records import from_line
from tests.shown import PROJECT

REPORTS, PAGE = "examples/reports.jsonl", "examples/report.txt"
COMMAND = (sys.executable, "-m", "memcon")


def environment(**changes: str) -> dict[str, str]:
    """This environment without what would change output, and with `changes`."""
    dropped = {"NO_COLOR", "FORCE_COLOR", "COLUMNS", "TTY_COMPATIBLE", "MEMCON_PIPELINE", "MEMCON_MAX_CHARACTERS"}
    return {
        **{name: value for name, value in os.environ.items() if name not in dropped},
        "TERM": "xterm-256color",
        **changes,
    }


def run(*arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    """``memcon`` with pipes for all three streams."""
    return subprocess.run(  # noqa: S603
        [*COMMAND, *arguments],
        cwd=PROJECT,
        env=environment(**changes),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def run_on_terminal(*arguments: str, **changes: str) -> str:
    """What ``memcon`` writes to a terminal of 80 columns, both streams as a person sees them."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(  # noqa: S603
        [*COMMAND, *arguments],
        cwd=PROJECT,
        env=environment(COLUMNS="80", **changes),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        seen = b""
        while chunk := _read(ours):
            seen += chunk
        assert process.wait() == 0, seen
    os.close(ours)
    return seen.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux ends a terminal that nobody writes to any more with an error
        return b""


def test_version() -> None:
    """--version prints name and version."""
    assert run("--version").stdout == f"memcon {memcon.__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], ["read", "--help"], ["--version"], ["read", "gone.txt"]])
def test_spacy_is_not_loaded_for(arguments: list[str]) -> None:
    """What needs no parsing is answered without loading spaCy."""
    program = (
        f"import sys; sys.argv[1:] = {arguments!r}\n"
        "from memcon.cli import app\n"
        "try:\n    app()\nexcept SystemExit:\n    assert 'spacy' not in sys.modules\n"
    )
    result = subprocess.run(  # noqa: S603
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="module")
def records() -> str:
    """The records of the examples that ship, as printed."""
    result = run("read", "--json", REPORTS, "examples/report.txt", PYTHONHASHSEED="1")
    assert (result.returncode, result.stderr) == (0, "")
    return result.stdout


def test_records_of_the_examples(records: str) -> None:
    """The examples give records that read back, with every span inside its text and not empty."""
    for record in map(from_line, records.splitlines()):
        spans = [span for each in record.statements for span in (each.cue, *each.content)]
        assert spans
        assert all(0 <= span.start < span.end <= len(record.report.text) for span in spans)


def test_both_forms_of_the_example_are_one_report(records: str) -> None:
    """The page printed to text and the JSON Lines of the same report give the same body, title, day and address."""
    line, _, page = (from_line(line).report for line in records.splitlines())
    assert (page.text, page.title, page.published, page.url) == (line.text, line.title, line.published, line.url)


def test_same_bytes_again(records: str) -> None:
    """A second run gives the same bytes, under another hash seed and where the terminal speaks Latin-1."""
    again = run("read", "--json", REPORTS, "examples/report.txt", PYTHONHASHSEED="2", PYTHONIOENCODING="latin-1")
    assert again.stdout == records


def test_memo_in_a_pipe_is_plain() -> None:
    """A pipe gets no escape sequence, and lines of 80 columns at most; what the encoding lacks is replaced."""
    result = run("read", PAGE, PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (0, "")
    assert "\x1b" not in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_forced_colour_in_a_pipe() -> None:
    """FORCE_COLOR gives colour to a pipe, as for a pager."""
    assert "\x1b[" in run("read", PAGE, FORCE_COLOR="1").stdout


def test_memo_on_a_terminal_is_in_colour() -> None:
    """A terminal gets colour; NO_COLOR takes the colours away."""
    codes = re.compile(r"\x1b\[(?:\d;)*[34]\d")
    assert codes.search(run_on_terminal("read", PAGE))
    assert not codes.search(run_on_terminal("read", PAGE, NO_COLOR="1"))


@pytest.mark.parametrize("arguments", [["--json"], ["--out", "/dev/stdout"], []], ids=["json", "device", "colour"])
def test_reader_that_goes_away(arguments: list[str]) -> None:
    """A closed pipe (``| head``) ends the run with 141 and not a word."""
    with subprocess.Popen(  # noqa: S603
        [*COMMAND, "read", *arguments, REPORTS],
        cwd=PROJECT,
        env=environment(FORCE_COLOR="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 141
