"""A `Doc` cut into windows of word pieces: whole sentences, as many as fit, so that a cue is read with its content."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The tokens ``[start, end)`` as `pieces`; `at` is the place of each token's first piece."""

    start: int
    end: int
    pieces: tuple[int, ...]
    at: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cutter:
    """Cuts texts into the pieces of a vocabulary, and pieces into windows of at most `limit`."""

    tokenizer: Tokenizer
    first: int
    last: int
    limit: int

    def windows(self, doc: Doc) -> Iterator[Window]:
        """The windows of a `Doc`, in order; together they hold every token."""
        encoding = self.tokenizer.encode(doc.text, add_special_tokens=False)
        starts = [a for a, _ in encoding.offsets]
        first = [_piece_of(token.idx, token.idx + len(token), starts) for token in doc]
        cuts = [t.i for t in doc if t.i and t.is_sent_start] + [len(doc)]
        start = 0
        while start < len(doc):
            end = self._end(start, first, cuts, len(starts))
            yield self._window(start, end, first, encoding.ids)
            start = end

    def _end(self, start: int, first: Sequence[int], cuts: Sequence[int], total: int) -> int:
        """Where the window from `start` ends: at a sentence's end, or where the pieces run out in a long sentence."""
        room = first[start] + self.limit - 2
        end = start
        for cut in cuts[bisect_right(cuts, start) :]:
            if (first[cut] if cut < len(first) else total) > room:
                break
            end = cut
        if end > start:
            return end
        over = (n for n in range(start + 1, len(first)) if first[n] > room)
        return max(start + 1, next(over, len(first) + 1) - 1)

    def _window(self, start: int, end: int, first: Sequence[int], ids: Sequence[int]) -> Window:
        a = first[start]
        b = first[end] if end < len(first) else len(ids)
        return Window(
            start=start,
            end=end,
            pieces=(self.first, *ids[a : min(b, a + self.limit - 2)], self.last),
            at=tuple(min(n - a + 1, self.limit - 1) for n in first[start:end]),
        )


def cutter(pieces: Sequence[str], limit: int) -> Cutter:
    """The cutter for a vocabulary, as BERT without capitals has it."""
    numbers = {piece: n for n, piece in enumerate(pieces)}
    tokenizer = Tokenizer(models.WordPiece(numbers, unk_token="[UNK]"))  # noqa: S106  a piece, no password
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return Cutter(tokenizer=tokenizer, first=numbers["[CLS]"], last=numbers["[SEP]"], limit=limit)


def _piece_of(start: int, end: int, starts: Sequence[int]) -> int:
    """The first piece that begins in a token, or else the one that covers its start."""
    n = bisect_right(starts, start - 1)
    return n if n < len(starts) and starts[n] < end else max(0, n - 1)
