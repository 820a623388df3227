"""Imports run down one list of layers only, so that a change stays where it is made."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[1] / "src/memcon"
LAYERS = (
    *("model", "ids", "errors", "settings"),
    *(
        "reports",
        "encoder",
        "language",
        "actors",
        "extract",
        "pipeline",
        "ledger",
        "tracks",
        "desk",
        "export",
        "questions",
    ),
    *("bulk", "watch", "alerts", "agents", "web", "cli"),
)
MODULES = sorted(
    path for path in SOURCES.rglob("*.py") if path.relative_to(SOURCES).parts[0] not in {"__init__.py", "__main__.py"}
)


def imported_layers(source: str) -> set[str]:
    """The layers of memcon that `source` imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return {name.split(".")[1] for name in names if name.startswith("memcon.")} & set(LAYERS)


def breaches(layer: str, source: str) -> set[str]:
    """The layers above `layer` that `source` imports all the same."""
    return {other for other in imported_layers(source) if LAYERS.index(other) > LAYERS.index(layer)}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(SOURCES).as_posix())
def test_imports_run_down_only(path: Path) -> None:
    """A module imports from its own layer or one before it, and every module belongs to a layer."""
    layer = path.relative_to(SOURCES).parts[0].removesuffix(".py")
    assert breaches(layer, path.read_text("utf-8")) == set()


@pytest.mark.parametrize(
    "planted",
    [
        "import memcon.cli",
        "from memcon.cli import app",
        "from memcon import cli",
        "def f():\n    from memcon.cli.read import read",
    ],
)
def test_a_planted_breach_is_found(planted: str) -> None:
    """Each way of writing an import is seen, so the test above can fail."""
    assert breaches("extract", planted) == {"cli"}
    assert breaches("cli", planted) == set()


@pytest.mark.parametrize("layer", ["reports", "export"])
def test_language_library_stays_in_its_place(layer: str) -> None:
    """What reads bytes and what prints records know nothing of spaCy, not even a type."""
    for path in (SOURCES / layer).rglob("*.py"):
        assert "spacy" not in path.read_text("utf-8"), path
