"""A file among the inputs that is the output."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def test_output_among_the_inputs_is_left_out(tmp_path: Path) -> None:
    """A folder whose output is redirected into it is read without that file, which would grow as it is read."""
    (tmp_path / "a.jsonl").write_text('{"text": "Chile said on Monday that the talks in Lima had ended."}\n', "utf-8")
    code = (
        "import sys; from memcon.reports import read_path; from memcon.settings import Settings\n"
        "print('x' * 9000, flush=True)\n"
        f"for one in read_path({str(tmp_path)!r}, settings=Settings()): print(one, file=sys.stderr)"
    )
    with (tmp_path / "out.jsonl").open("wb") as out:
        run = subprocess.run([sys.executable, "-c", code], stdout=out, stderr=subprocess.PIPE, text=True, check=True)  # noqa: S603
    assert "out.jsonl: is where the output goes" in run.stderr
    assert run.stderr.count("Report(") == 1
