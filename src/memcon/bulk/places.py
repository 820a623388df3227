"""Files here or in an object store, by one name: a path, or an address such as ``s3://bucket/news/``."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memcon.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyarrow.fs import FileSystem


def place(name: str) -> tuple[FileSystem, str]:
    """The file system that `name` is in, and its path there.

    Raises `InputError` where no library that is installed knows the kind of address.
    """
    from pyarrow import ArrowInvalid, fs  # noqa: PLC0415 - a third of a second to load

    if "://" not in name:
        return fs.LocalFileSystem(), str(Path(name).absolute())
    try:
        found: tuple[FileSystem, str] = fs.FileSystem.from_uri(name)
    except ArrowInvalid:
        return _by_fsspec(name)
    return found


def _by_fsspec(name: str) -> tuple[FileSystem, str]:
    from pyarrow import fs  # noqa: PLC0415

    try:
        system, path = import_module("fsspec").core.url_to_fs(name)  # comes with memcon[cluster]
    except (ImportError, ValueError) as unknown:
        raise InputError(
            name, f"is an address of a kind that nothing installed here knows: {unknown}", "give a path, s3:// or gs://"
        ) from unknown
    handler: Any = fs.FSSpecHandler
    return fs.PyFileSystem(handler(system)), path


def files(name: str) -> Iterator[tuple[str, int]]:
    """The files that `name` is or holds, each by a name of its own, with its size in bytes; by name, hidden ones left out.

    Raises `InputError` where there is nothing.
    """
    from pyarrow import fs  # noqa: PLC0415

    system, path = place(name)
    try:
        info = system.get_file_info(path)
        found = [info]
        if info.type == fs.FileType.Directory:
            found = system.get_file_info(fs.FileSelector(path, recursive=True))
    except OSError as error:
        raise InputError(name, f"cannot be read: {error}", "check the path, and your access to it") from error
    seen = sorted(
        (one.path, one.size or 0) for one in found if one.type == fs.FileType.File and not _hidden(one.path, path)
    )
    if not seen:
        raise InputError(name, "is not there, or has no files in it", "check the path")
    scheme = f"{name.partition('://')[0]}://" if "://" in name else ""
    yield from ((f"{scheme}{one}", size) for one, size in seen)


def _hidden(path: str, folder: str) -> bool:
    return any(part.startswith((".", "_")) for part in path.removeprefix(folder).split("/"))
