"""The tables that the migrations make are those that the program works with."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import memcon.ledger
from memcon.ledger.schema import REVISIONS, VERSION_TABLE, metadata

if TYPE_CHECKING:
    from memcon.ledger import Ledger


def test_migrations_make_the_schema(ledger: Ledger) -> None:
    """Nothing is in the one and not in the other, but for the indexes of words, which SQLAlchemy has no tables for."""
    with ledger.store.reader.connect() as conn:  # type: ignore[attr-defined]
        context = MigrationContext.configure(
            conn,
            opts={"version_table": VERSION_TABLE, "include_object": lambda _o, name, *_: "_words" not in (name or "")},
        )
        assert compare_metadata(context, metadata) == []


def test_every_migration_is_known() -> None:
    """The program knows each step, in order, and works with the last."""
    config = Config()
    config.set_main_option("script_location", str(Path(memcon.ledger.__file__).parent / "migrations"))
    script = ScriptDirectory.from_config(config)
    assert tuple(step.revision for step in script.walk_revisions())[::-1] == REVISIONS
    assert script.get_current_head() == REVISIONS[-1]
