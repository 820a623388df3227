"""Weights → what memcon runs: ``python -m training.export STATE BASE OUT.onnx``: ONNX with 8-bit integers, one file.

The pieces that news in English does not use (`unused`, `scripts`) are left out of the vocabulary, which goes into the file too.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import unicodedata
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from memcon.encoder.labels import HEADS
from training.net import Encoder, pretrained

KEPT = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


def vocabulary(base: Path) -> list[tuple[int, str]]:
    """The pieces that are kept, with their old numbers: those of letters of other scripts and the unused ones go."""
    pieces = list(json.loads((base / "tokenizer.json").read_text("utf-8"))["model"]["vocab"].items())
    return [(old, piece) for piece, old in sorted(pieces, key=lambda p: p[1]) if piece in KEPT or _is_english(piece)]


def _is_english(piece: str) -> bool:
    if piece.startswith("[unused"):
        return False
    return all(ord(letter) < 0x180 or not unicodedata.category(letter).startswith(("L", "M")) for letter in piece)


class Packed(nn.Module):
    """What is exported: pieces and mask → scores, with the smaller vocabulary."""

    def __init__(self, net: Encoder, kept: list[int]) -> None:
        super().__init__()
        self.net = net
        self.net.words = nn.Embedding.from_pretrained(net.words.weight[kept].clone())

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """As `Encoder.forward`."""
        return self.net(pieces, mask)


def main() -> None:
    """Export, quantize, add vocabulary and distances."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("state", type=Path)
    parser.add_argument("base", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--floats", action="store_true")
    parser.add_argument("--layers", type=int)
    parser.add_argument("--name", default="memcon_encoder 1")
    given = parser.parse_args()
    net = pretrained(given.base, given.layers)
    net.load_state_dict(torch.load(given.state))
    net.eval()
    kept = vocabulary(given.base)
    packed = Packed(net, [old for old, _ in kept]).eval()
    with tempfile.TemporaryDirectory() as folder:
        plain, small = Path(folder) / "plain.onnx", Path(folder) / "small.onnx"
        sample = torch.ones((2, 16), dtype=torch.long)
        torch.onnx.export(
            packed, (sample, sample), str(plain), input_names=["pieces", "mask"], output_names=["scores"],
            dynamic_axes={"pieces": {0: "batch", 1: "length"}, "mask": {0: "batch", 1: "length"}, "scores": {0: "batch", 1: "length"}},
            opset_version=17, dynamo=False,
        )  # fmt: skip
        if given.floats:
            small = plain
        else:
            quantize_dynamic(plain, small, per_channel=True, weight_type=QuantType.QInt8, reduce_range=True)
        model = onnx.load(small)
    about = {
        "name": given.name,
        "heads": json.dumps(HEADS),
        "pieces": "\n".join(piece for _, piece in kept),
        "distance": json.dumps([round(float(v), 4) for v in net.distance.detach()]),
    }
    onnx.helper.set_model_props(model, about)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, given.out)
    print(f"{given.out}: {given.out.stat().st_size / 1e6:.1f} MB, {len(kept)} pieces")


if __name__ == "__main__":
    main()
