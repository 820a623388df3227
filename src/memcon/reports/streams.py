"""Byte streams that never raise and never outgrow their bounds: gzip unpacked, standard input read from its head."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP_MAGIC = b"\x1f\x8b"
HEAD = 65_536  # bytes looked at to tell what an input is
_CHUNK = 65_536
# Deflate packs 1032 to 1 at most, news text about 4 to 1, and the most repetitive web archives 50 to 1.
_BOMB_RATIO, _BOMB_FLOOR = 300, 50_000_000


class Unpacked(io.RawIOBase):
    """The content of a gzip stream of one or more members.

    It ends, without raising, where the packed bytes end or make no sense; `problem` then says why (``""`` if all is well).
    """

    def __init__(self, packed: BinaryIO) -> None:
        self._packed, self._ready, self.problem = packed, b"", ""
        self._read, self._given = 0, 0
        self._inflate = zlib.decompressobj(wbits=31)
        self._pending, self._begun = b"", False

    def readable(self) -> bool:
        """Streams of this kind can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill `buffer` as far as the next unpacked piece goes; 0 at the end."""
        view = memoryview(buffer).cast("B")
        if not self._ready:
            self._ready = self._next()
        piece, self._ready = self._ready[: len(view)], self._ready[len(view) :]
        view[: len(piece)] = piece
        return len(piece)

    def _next(self) -> bytes:
        while not self.problem:
            if not self._pending and not self._fetch():
                return b""
            try:
                piece = self._inflate.decompress(self._pending, _CHUNK)
            except zlib.error:
                self.problem = "is damaged: its compressed data cannot be unpacked further"
                return b""
            self._pending = self._inflate.unconsumed_tail
            self._begun = True
            if self._inflate.eof:
                self._next_member()
            if piece:
                return self._counted(piece)
        return b""

    def _fetch(self) -> bool:
        self._pending = self._packed.read(_CHUNK)
        self._read += len(self._pending)
        if not self._pending and self._begun:
            self.problem = "is cut off: its compressed data ends too early"
        return bool(self._pending)

    def _next_member(self) -> None:
        self._pending = self._inflate.unused_data.lstrip(b"\0")  # tapes and some archivers pad with NULs
        self._inflate, self._begun = zlib.decompressobj(wbits=31), False

    def _counted(self, piece: bytes) -> bytes:
        self._given += len(piece)
        if self._given > max(_BOMB_FLOOR, self._read * _BOMB_RATIO):
            self.problem = f"unpacks to more than {_BOMB_RATIO} times its size"
            return b""
        return piece


class Rewound(io.RawIOBase):
    """A stream given again from its start, of which `head` has been read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """Streams of this kind can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Fill `buffer` from the head first, then from the rest."""
        view = memoryview(buffer).cast("B")
        piece = self._head[: len(view)] or self._rest.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(piece)] = piece
        return len(piece)


def peek(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The head of `stream`, and the stream from its start."""
    head = stream.read(HEAD)
    return head, io.BufferedReader(Rewound(head, stream), _CHUNK)
