"""The interface asked by its own description: no answer of 5xx, none that is not described, nothing that hangs."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from memcon import desk
from memcon.ledger import open_ledger
from memcon.web.app import PAGES, Site, create_app
from memcon.web.openapi import description
from tests.ledger import made
from tests.web.conftest import TOKEN

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.applications import Starlette

    from memcon.ledger import Ledger
    from tests.web.conftest import Desk

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not there: make install")
FEW = settings(  # requests an operation: half a minute for all
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Starlette:
    """The pages over a ledger of a few reports, with review."""
    folder: Path = tmp_path_factory.mktemp("openapi")
    book: Ledger = open_ledger(folder / "desk.db")
    book.remember([made.record(), *(made.other(number) for number in range(5))], now=made.at(9))
    desk.update(book)
    return create_app(Site(ledger=book, hosts=None, token=TOKEN, today=lambda: date(2031, 3, 1)))


@pytest.fixture(scope="module")
def schema(app: Starlette) -> Any:
    """The description, as it is served, in the hands of what makes requests of it."""
    return schemathesis.openapi.from_asgi("/openapi.json", app)


OPERATIONS = [(path, method) for path, found in description(PAGES)["paths"].items() for method in found]
CHECKED = ["not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance"]


@pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=str)
def test_every_operation(schema: Any, path: str, method: str) -> None:
    """What is answered is described: status, kind of content, shape; never a fault of memcon's own."""
    from schemathesis.checks import CHECKS, load_all_checks  # noqa: PLC0415 - where it is not there, this file is passed over

    load_all_checks()
    asked = CHECKS.get_by_names(CHECKED)

    @FEW
    @given(case=schema[path][method].as_strategy())
    def ask(case: Any) -> None:
        case.call_and_validate(checks=asked, timeout=30)

    ask()


def test_every_route_is_described(pages: Desk) -> None:
    """The description has each address that is served, and no other; what each takes beside is told in words."""
    described = pages.client.get("/openapi.json").json()["paths"]
    routes = {re.sub(r":\w+\}", "}", route.path) for route in pages.client.app.routes}  # type: ignore[attr-defined]
    assert set(described) == routes - {"/static/{name}"}
    assert all(path in described for path, _ in PAGES)
    for operations in described.values():
        for operation in operations.values():
            assert operation["summary"]
            assert all(one.get("description") or one["in"] == "path" for one in operation.get("parameters", ()))
