"""``memcon alerts``: tell addresses that asked for it what becomes known."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.asking import asked_at_desk
from memcon.cli.exits import Exit, ending_well
from memcon.cli.options import JsonOption, LedgerOption, LimitOption
from memcon.cli.output import print_json, print_page
from memcon.cli.terminal import complain
from memcon.errors import LedgerError, MemconError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memcon.alerts.hooks import Hooks
    from memcon.alerts.model import State
    from memcon.alerts.passes import Told
    from memcon.alerts.store import Store


def alerts(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The hooks: a TOML file.", show_default=False)],
    *,
    once: Annotated[bool, typer.Option("--once", help="One pass, for cron; else run on.")] = False,
    interval: Annotated[int, typer.Option("--interval", metavar="SECONDS", min=1, help="Between two passes.")] = 60,
    record: Annotated[bool, typer.Option("--record", help="Show the deliveries and every try; send nothing.")] = False,
    dead: Annotated[bool, typer.Option("--dead", help="Show the deliveries that were given up; send nothing.")] = False,
    redeliver: Annotated[
        list[str] | None,
        typer.Option(
            "--redeliver",
            metavar="ID",
            help="Send a given up delivery again, by its number or message id; all of a hook by its name.",
            show_default=False,
        ),
    ] = None,
    enable: Annotated[
        str | None,
        typer.Option(
            "--enable", metavar="NAME", help="Post again to a hook whose receiver wanted no more.", show_default=False
        ),
    ] = None,
    state: Annotated[
        Path | None,
        typer.Option(
            "--state", metavar="FILE", help="Where to keep what was told (else beside the hooks).", show_default=False
        ),
    ] = None,
    limit: LimitOption = 20,
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Post what becomes known to the hooks of FILE, signed, again and again until it is received.

    The first run of a hook tells nothing old, unless the hook says since when.
    """
    with ending_well():
        from memcon.alerts import hooks  # noqa: PLC0415 - what a mistake need not wait for
        from memcon.alerts.store import Store  # noqa: PLC0415

        asked = hooks.read(file, os.environ)
        with Store(state or file.with_suffix(".db")) as store:
            if record or dead:
                _show(store, "dead" if dead else None, limit, json=json)
            elif enable:
                _enable(store, enable)
            elif redeliver:
                _redeliver(store, asked, redeliver)
            elif once:
                _end(_pass(store, asked, ledger))
            else:
                _run_on(store, asked, ledger, interval)


def _pass(store: Store, hooks: Hooks, ledger: str | None) -> list[Told]:
    from memcon.alerts import passes  # noqa: PLC0415
    from memcon.alerts.posting import Poster  # noqa: PLC0415

    clock = passes.Clock()
    with asked_at_desk(ledger) as book:
        passes.find(book, store, hooks, clock)
    return _said(passes.deliver(store, hooks, Poster(), clock))


def _run_on(store: Store, hooks: Hooks, ledger: str | None, interval: int) -> None:
    """Pass after pass. A ledger that fails for a moment is asked again at the next one."""
    while True:
        try:
            _pass(store, hooks, ledger)
        except LedgerError as error:
            complain(error)
        time.sleep(interval)


def _redeliver(store: Store, hooks: Hooks, idents: Sequence[str]) -> None:
    from memcon.alerts import passes  # noqa: PLC0415
    from memcon.alerts.posting import Poster  # noqa: PLC0415

    clock = passes.Clock()
    for ident in idents:
        found = store.again(ident, now=clock.now())
        if not found:
            raise MemconError(f"--redeliver {ident}: no such delivery was given up (--dead shows those that were)")
    _end(_said(passes.deliver(store, hooks, Poster(), clock)))


def _enable(store: Store, name: str) -> None:
    if not store.enable(name):
        raise MemconError(f"--enable {name}: no hook of this name is disabled")
    typer.echo(f"{name} is posted to again; --redeliver {name} sends what was given up.")


def _said(told: list[Told]) -> list[Told]:
    """Print a line for each hook of which there is something to say."""
    for one in told:
        if one.delivered or one.problem:
            typer.echo(f"{one.hook}: {one.delivered} delivered, {one.waiting} waiting")
        if one.problem:
            complain(MemconError(f"hook {one.hook}: {one.problem}{_by_now(one)}"))
        elif one.disabled:
            complain(
                MemconError(f"hook {one.hook} is disabled: {one.disabled} (--enable {one.hook} posts to it again)")
            )
    return told


def _by_now(one: Told) -> str:
    if one.disabled:
        return f" (it is disabled by that; --enable {one.hook} posts to it again)"
    if one.given_up:
        return " (given up after the last try; --dead shows it)"
    return ""


def _end(told: list[Told]) -> None:
    if any(one.problem or one.disabled for one in told):
        raise typer.Exit(Exit.SOME_FAILED)


def _show(store: Store, state: State | None, limit: int, *, json: bool) -> None:
    from memcon.alerts.page import deliveries_page, to_json  # noqa: PLC0415

    found = store.deliveries(state=state, limit=0 if json or not limit else limit + 1)
    if json:
        print_json(map(to_json, found))
    else:
        print_page(deliveries_page(found, limit))
