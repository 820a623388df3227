"""Where alembic starts: the steps run in the transaction that `opening` began and locked."""

from __future__ import annotations

from alembic import context

from memcon.ledger.schema import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, version_table=VERSION_TABLE
)
with context.begin_transaction():
    context.run_migrations()
