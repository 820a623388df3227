"""Windows: whole sentences of a report, as many as fit into so many pieces, with the labels of their tokens."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from torch import Tensor

from memcon.encoder.labels import ACTS, EVENT_STATUSES, MEETING_STATUSES, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tokenizers import Tokenizer

FIRST, LAST = 101, 102  # the pieces that stand before and after


@dataclass
class Report:
    """A report's pieces: the first piece of each token (the one that covers its start, if none starts in it)."""

    row: dict[str, Any]
    pieces: list[int]
    first: list[int]


@dataclass
class Window:
    """Pieces with the tokens ``[start, end)`` of a report; `at` is the place of each token's first piece."""

    report: int
    start: int
    end: int
    pieces: list[int]
    at: Tensor
    labels: dict[str, Any]


def read(row: dict[str, Any], tokenizer: Tokenizer) -> Report:
    """Cut a report into pieces."""
    encoding = tokenizer.encode(row["text"], add_special_tokens=False)
    starts = [a for a, _ in encoding.offsets]
    first = []
    for a, b in row["tokens"]:
        n = bisect_right(starts, a - 1) if a else 0
        first.append(n if n < len(starts) and starts[n] < b else max(0, n - 1))
    return Report(row, encoding.ids, first)


def windows(number: int, report: Report, limit: int) -> Iterator[Window]:
    """The windows of a report; a sentence longer than a window is cut."""
    row, tokens = report.row, len(report.row["tokens"])
    cuts = [*row["starts"], tokens]
    start = 0
    while start < tokens:
        room = report.first[start] + limit - 2
        fits = [c for c in cuts if c > start and (report.first[c] if c < tokens else len(report.pieces)) <= room]
        end = (
            fits[-1] if fits else next((n for n in range(start + 1, tokens) if report.first[n] > room), tokens + 1) - 1
        )
        end = max(end, start + 1)
        yield _window(number, report, start, min(end, tokens), limit)
        start = end


def _window(number: int, report: Report, start: int, end: int, limit: int) -> Window:
    a = report.first[start]
    b = report.first[end] if end < len(report.first) else len(report.pieces)
    pieces = [FIRST, *report.pieces[a : min(b, a + limit - 2)], LAST]
    at = torch.tensor([min(n - a + 1, limit - 1) for n in report.first[start:end]])
    return Window(number, start, end, pieces, at, labels(report.row, start, end))


def labels(row: dict[str, Any], start: int, end: int) -> dict[str, Any]:
    """The labels of the tokens ``[start, end)``, numbered from `start`."""
    size = end - start
    made: dict[str, Any] = {name: torch.zeros(size, dtype=torch.long) for name in ("cue", "meeting")}
    made |= {name: torch.zeros(size) for name in ("said", "trigger", "what", "requires")}

    def inside(tokens: Sequence[int]) -> list[int]:
        return [t - start for t in tokens if start <= t < end]

    made["statements"] = []
    for each in row["statements"]:
        cue, content = inside(each["cue"]), inside(each["content"])
        made["said"][content] = 1.0
        if not cue or not content:
            continue
        made["cue"][cue] = 2
        made["cue"][cue[0]] = 1
        target = torch.zeros(size)
        target[content] = 1.0
        made["statements"].append((cue, target, ACTS.index(each["act"])))
    made["events"] = []
    for each in row["events"]:
        if trigger := inside(each["trigger"]):
            made["trigger"][trigger] = 1.0
            made["events"].append((trigger[0], TYPES.index(each["type"]), EVENT_STATUSES.index(each["status"])))
    made["meetings"] = []
    for each in row["meetings"]:
        for mention in map(inside, each["mentions"]):
            if mention:
                made["meeting"][mention] = 2
                made["meeting"][mention[0]] = 1
                made["meetings"].append((mention, MEETING_STATUSES.index(each["status"])))
    for each in row["conditions"]:
        for name in ("what", "requires"):
            made[name][inside(each[name])] = 1.0
    return made
