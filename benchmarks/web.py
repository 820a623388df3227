"""How fast the pages are, and whether 50 readers at once are served without an error while ``memcon read`` writes.

    python -m benchmarks.web LEDGER [--reports FILE…] [--readers 50] [--seconds 20]

Works on a copy of LEDGER. Times are the whole answer as a reader on the same machine gets it; the first part asks one page at
a time. With --reports, a second process reads those reports into the ledger all the while.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TRACKS = 30
ROUNDS = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--reports", type=Path, nargs="*", default=[])
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger.db"
        shutil.copy(given.ledger, ledger)
        with served(ledger) as base:
            alone(base)
            crowd(base, ledger, given.reports, readers=given.readers, seconds=given.seconds)


@contextmanager
def served(ledger: Path) -> Iterator[str]:
    """``memcon serve`` in a process of its own."""
    command = [sys.executable, "-m", "memcon", "serve", "--ledger", str(ledger), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own program
        try:
            line = next(line for line in server.stderr or () if "serves at" in line)
            yield line.split("serves at ")[1].split()[0]
        finally:
            server.terminate()


def alone(base: str) -> None:
    """One page at a time: the first page, the lists, and the tracks with most rounds."""
    with httpx.Client(base_url=base, timeout=60) as client:
        lines = [line for number in (1, 2, 3) for line in client.get(f"/tracks.json?page={number}").json()["lines"]]
        largest = sorted(lines, key=lambda line: -int(line["rounds"]))[:TRACKS]
        for name, paths in (
            ("home", ["/"]),
            ("list of talks", ["/tracks"]),
            (
                f"the {len(largest)} tracks with most rounds (up to {largest[0]['rounds']})",
                [one["href"] for one in largest],
            ),
            ("statements of a party", ["/statements?party=" + largest[0]["parties"][0]["code"]]),
            ("search", ["/search?q=talks"]),
            ("reports", ["/reports"]),
        ):
            print_times(name, [timed(client, path) for path in paths for _ in range(ROUNDS)])


def crowd(base: str, ledger: Path, reports: Sequence[Path], *, readers: int, seconds: float) -> None:
    """`readers` at once, while reports are read into the ledger."""
    with httpx.Client(base_url=base, timeout=60) as client:
        paths = ["/", "/tracks", "/changes", "/reports", "/search?q=talks"]
        paths += [line["href"] for line in client.get("/tracks.json").json()["lines"][:20]]
    times: dict[str, list[float]] = {"home": [], "tracks": [], "others": []}
    failures: Counter[str] = Counter()
    until = time.monotonic() + seconds
    before = entries(base)
    writer = writing(ledger, reports) if reports else None

    def visit(number: int) -> None:
        with httpx.Client(base_url=base, timeout=60) as client:
            at = number
            while time.monotonic() < until:
                path = paths[at % len(paths)]
                kind = "home" if path == "/" else "tracks" if path.startswith("/tracks/") else "others"
                try:
                    times[kind].append(timed(client, path))
                except httpx.HTTPError as error:
                    failures[f"{path}: {type(error).__name__}: {error}"] += 1
                at += 1

    threads = [threading.Thread(target=visit, args=(number,)) for number in range(readers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if writer is not None:
        writer.terminate()
        writer.wait()
    served_pages = sum(map(len, times.values()))
    print(
        f"{readers} readers for {seconds:.0f} s: {served_pages} pages, {sum(failures.values())} errors, "
        f"{served_pages / seconds:.0f} pages/s; the ledger grew by {entries(base) - before} entries meanwhile"
    )
    for kind, found in times.items():
        print_times(f"  {kind}, {readers} at once", found)
    for line, number in failures.most_common(5):
        print(f"  {number} x {line}")


def writing(ledger: Path, reports: Sequence[Path]) -> subprocess.Popen[bytes]:
    """``memcon read`` in a process of its own."""
    command = [sys.executable, "-m", "memcon", "read", "--ledger", str(ledger), *map(str, reports)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program


def timed(client: httpx.Client, path: str) -> float:
    """Seconds for a page. Raises where it is no page."""
    began = time.perf_counter()
    client.get(path).raise_for_status()
    return time.perf_counter() - began


def entries(base: str) -> int:
    """How many entries the ledger has."""
    return int(httpx.get(f"{base}/health").json()["entries"])


def print_times(name: str, times: Sequence[float]) -> None:
    """Median and worst, in milliseconds."""
    if times:
        print(f"{name}: median {median(times) * 1000:.0f} ms, worst {max(times) * 1000:.0f} ms of {len(times)}")


if __name__ == "__main__":
    main()
