"""What the documents show of the program is what the program prints.

A block of a document that follows ``<!-- output of: memcon … -->`` is the output of that command, run in the project's folder
at 80 columns; a command over the ledger is asked of one into which the examples were read.
``make docs`` writes such blocks anew; `tests/test_docs.py` fails where one lags.
"""

from __future__ import annotations

import atexit
import os
import re
import shlex
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
DOCUMENTS = (PROJECT / "README.md", *sorted((PROJECT / "docs").rglob("*.md")))
BLOCK = re.compile(
    r"(?P<mark><!-- output of: (?P<command>[^\n]+) -->\n```[a-z]*\n)(?P<shown>(?:(?!```)[^\n]*\n)*)(?P<end>```)"
)


OVER_LEDGER = frozenset({"talks", "show", "said", "search", "changes", "review", "export"})


def output_of(command: str) -> str:
    """What `command`, which begins with ``memcon``, prints to a pipe."""
    program, *arguments = shlex.split(command)
    assert program == "memcon", command
    needs_ledger = arguments[0] in OVER_LEDGER and "--help" not in arguments
    printed = _run(arguments, {"MEMCON_LEDGER": _ledger()} if needs_ledger else {})
    return "".join(f"{line.rstrip()}\n" for line in printed.strip("\n").splitlines())


@cache
def _ledger() -> str:
    """A ledger with the examples, which is there as long as this program runs."""
    folder = tempfile.TemporaryDirectory(prefix="memcon-shown-")
    atexit.register(folder.cleanup)
    path = str(Path(folder.name) / "desk.db")
    _run(["read", "examples/report.txt", "examples/reports.jsonl", "--ledger", path], {})
    return path


def _run(arguments: list[str], changes: dict[str, str]) -> str:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MEMCON_")}
    run = subprocess.run(  # noqa: S603 - a command of our own documents
        [sys.executable, "-m", "memcon", *arguments],
        cwd=PROJECT,
        env={**kept, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", **changes},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode:
        raise RuntimeError(f"memcon {shlex.join(arguments)}: exit status {run.returncode}: {run.stderr.strip()}")
    return run.stdout


def rewritten(document: str) -> str:
    """`document` with every shown output as it is now."""
    return BLOCK.sub(lambda block: block["mark"] + output_of(block["command"]) + block["end"], document)


def main() -> None:
    """Write the documents anew."""
    for path in DOCUMENTS:
        before = path.read_text("utf-8")
        after = rewritten(before)
        if after != before:
            path.write_text(after, "utf-8")
            sys.stdout.write(f"{path.relative_to(PROJECT)}: written anew\n")


if __name__ == "__main__":
    main()
