"""Many machines: chunks are given out by Ray Data, each becomes a part, and a machine that dies costs the chunk it had in hand.

Ray (``memcon[cluster]``) starts the processes, moves a chunk whose process died to another, and adds machines as they come. What a
process does with a chunk is the same as on one machine, and hangs on nothing but the chunk.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from memcon.bulk.chunks import Chunk, chunks_of, reports_of
from memcon.bulk.one import record
from memcon.bulk.parts import Parts
from memcon.errors import InputError, MemconError
from memcon.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.model import Record

STORE_BYTES = 100_000_000  # of Ray's store of objects on this machine: chunks are named there, their reports never are


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A chunk that was read: how many of its reports, how many failed, how many were left out as not about diplomacy."""

    name: str
    read: int
    failed: int
    left_out: int


class Reader:
    """What a process of the cluster is: it reads the chunks that it is given."""

    def __init__(self, settings: dict[str, Any], out: str, *, only_diplomacy: bool) -> None:
        self._settings, self._parts, self._only = Settings(**settings), Parts(out), only_diplomacy

    def __call__(self, row: dict[str, Any]) -> dict[str, Any]:
        """Read the chunk of a row into its part."""
        chunk, key = Chunk(**{name: row[name] for name in Chunk.__slots__}), row["key"]
        left_out = 0

        def found() -> Iterator[Record | InputError]:
            nonlocal left_out
            for report in reports_of(chunk, self._settings):
                if isinstance(report, InputError):
                    yield report
                elif self._only and not _may_matter(report):
                    left_out += 1
                else:
                    yield record(chunk.name, report, self._settings)

        read, failed = self._parts.write(key, found())
        return asdict(Done(name=chunk.name, read=read, failed=failed, left_out=left_out))


def _may_matter(report: Any) -> bool:
    from memcon.bulk.diplomacy import is_diplomatic  # noqa: PLC0415

    return is_diplomatic(report)


def plan(inputs: Iterable[str], out: str, how: str) -> tuple[list[tuple[Chunk, str]], int]:
    """The chunks that are still to be read, each with the key of its part, and how many there are in all.

    `how` says by what they are read. The list of parts is put in place first, so that it is right whenever a run ends.
    """
    parts = Parts(out)
    every = [(chunk, chunk.key(how)) for name in inputs for chunk in chunks_of(name)]
    parts.put_list([key for _, key in every])
    return [(chunk, key) for chunk, key in every if not parts.has(key)], len(every)


def run(
    todo: list[tuple[Chunk, str]],
    settings: Settings,
    out: str,
    *,
    address: str | None,
    workers: int | None,
    only_diplomacy: bool,
) -> Iterator[Done]:
    """Read the chunks on the cluster at `address` (``None``: one made on this machine), with so many processes; yields each as it is done.

    Raises `MemconError` where Ray is not installed.
    """
    ray = _ray()
    ray.init(address=address, **({} if address else {"num_cpus": workers, "object_store_memory": STORE_BYTES}))
    try:
        count = workers or int(ray.cluster_resources().get("CPU", 1))
        rows = [asdict(chunk) | {"key": key} for chunk, key in todo]
        done = ray.data.from_items(rows, override_num_blocks=len(rows)).map(
            Reader,
            fn_constructor_args=[asdict(settings), out],
            fn_constructor_kwargs={"only_diplomacy": only_diplomacy},
            compute=ray.data.ActorPoolStrategy(size=min(count, len(rows))),
            num_cpus=1,
        )
        for row in done.iter_rows():
            yield Done(**row)
    finally:
        ray.shutdown()


def _ray() -> Any:
    try:
        ray: Any = import_module("ray")
        data: Any = import_module("ray.data")
    except ImportError as missing:
        raise MemconError("memcon cluster needs Ray: pip install 'memcon[cluster]'") from missing
    data.DataContext.get_current().enable_progress_bars = False  # memcon prints its own
    return ray
