"""``memcon check``: each way in which a ledger can be damaged has its line, and a whole one has none."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url, text
from typer.testing import CliRunner

from memcon import desk
from memcon.cli import app
from memcon.desk.checking import check as check_desk
from memcon.ledger import judgement, open_ledger
from tests.ledger.made import BETTER, TEXT, at, other, record

if TYPE_CHECKING:
    from collections.abc import Callable

LATER = TEXT + " The two sides were to meet in Riga."


def filled(target: str) -> str:
    """A ledger with a row in every table, two versions of one report, another reading, and a desk that is in step."""
    with open_ledger(target) as ledger:
        ledger.remember(record(), now=at(9))
        ledger.remember(record(LATER, published="2031-02-26"), now=at(10))
        ledger.remember(record(run=BETTER, act="confirm"), now=at(11))
        ledger.remember(other(1), now=at(12))
        made = judgement("same", "a", "b", by="Anu Saar", reason="", decided=at(13))
        ledger.decide([made])
        ledger.retract(made.id, by="Anu Saar", reason="", now=at(14))
        desk.update(ledger)
    return target


def damaged(target: str, *changes: str) -> str:
    """A filled ledger that somebody has changed by SQL, with the triggers out of the way and back in their place."""
    filled(target)
    with sqlite3.connect(target) as conn:
        triggers = conn.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            conn.execute(f"DROP TRIGGER {name}")
        for change in changes:
            assert conn.execute(change).rowcount, change
        for _, sql in triggers:
            conn.execute(sql)
    conn.close()
    return target


def lines(target: str) -> list[str]:
    """What the command says is wrong, without the name of the ledger; its exit status fits."""
    found = CliRunner().invoke(app, ["check", "--ledger", target], prog_name="memcon")
    assert found.exit_code == (1 if found.stderr else 0), found.output
    start = f"memcon: ledger {target}: "
    assert all(line.startswith(start) for line in found.stderr.splitlines()), found.stderr
    return [line.removeprefix(start) for line in found.stderr.splitlines()]


DAMAGE: dict[str, tuple[str, str]] = {
    "an entry's time": ("UPDATE entry SET recorded = '2031-01-01T00:00:00.000000+00:00' WHERE seq = 4", "entry 4 was recorded before the one it follows"),
    "an entry's time, unreadable": ("UPDATE entry SET recorded = 'noon' WHERE seq = 4", "entry 4 cannot be read, and what follows it cannot be checked"),
    "an entry's act": ("UPDATE entry SET action = 'withdraw' WHERE seq = 4", "entry 4, or the sighting it is about, was changed"),
    "an entry gone": ("DELETE FROM entry WHERE seq = 4", "entries 4 to 4 are gone"),
    "an entry's way to its sighting": ("UPDATE entry SET subject_no = 5 WHERE seq = 4", "entry 4 does not lead to the sighting that it names"),
    "an entry's way to what it replaces": ("UPDATE entry SET replaces_no = 2 WHERE action = 'replace'", "does not lead to the sighting that it replaces"),
    "a report's words": ("UPDATE report SET text = replace(text, 'Kallas', 'Kallis')", "quotes words that do not stand in its report"),
    "a report's title": ("UPDATE report SET title = 'Round On'", "entry 1, or the report it is about, was changed"),
    "a report's address": ("UPDATE report SET address = 'x.example/1' WHERE no = 1", "report 1 is kept under an address that is not its own"),
    "a report's time": ("UPDATE report SET recorded = '2031-01-01T00:00:00.000000+00:00' WHERE no = 1", "report 1 says another time of recording than its entry"),
    "a report gone": ("DELETE FROM report WHERE no = 1", "sighting 2 stands in report 1, which is not there"),
    "a report's first version": ("UPDATE report SET original_no = 77 WHERE no = 1", "report 1 is a version of one that is not there"),
    "a sighting's status": ("UPDATE sighting SET status = 'held' WHERE kind = 'meeting'", "was changed"),
    "a sighting's place": ("UPDATE sighting SET body = replace(body, '\"start\":0', '\"start\":1')", "quotes words that do not stand in its report"),
    "a sighting's report": ("UPDATE sighting SET report_no = (SELECT max(no) FROM report) WHERE no = 2", "is not what its id says, or stands in another report"),
    "a sighting's day": ("UPDATE sighting SET day = '2030-01-01' WHERE no = 2", "sighting 2 counts by another day than its report"),
    "a sighting, unreadable": ("UPDATE sighting SET body = '{' WHERE no = 2", "sighting 2 cannot be read: a value in it is damaged"),
    "a sighting gone": ("DELETE FROM sighting WHERE no = 2", "of entry 2 is gone"),
    "a sighting more": (("INSERT INTO sighting SELECT 99, 'x', report_no, anchor, claim, kind, local, status, said, happened,"
                        " day, parties, names, body FROM sighting LIMIT 1"), "sighting 99 was added by no entry"),
    "a decision": ("UPDATE decision SET right = 'c' WHERE retracts IS NULL", "or the decision it is about, was changed"),
    "a decision taken back": ("UPDATE decision SET retracts = 'x' WHERE retracts IS NOT NULL", "takes back decision x, which is not there"),
    "a run": ("UPDATE run SET memcon = '9.9.9'", "is not what its id says"),
    "a run gone": ("DELETE FROM run", "is by run"),
    "a reading gone": ("DELETE FROM reading WHERE report_no = 1", "no reading of report 1 is noted"),
    "a reading of nothing": ("UPDATE reading SET report_no = 77 WHERE report_no = 1", "report 77 was read, and is not there"),
    "a reading by nobody": ("UPDATE reading SET run_id = 'x' WHERE report_no > 1", "was read by run x, which is not there"),
    "what stands": ("UPDATE standing SET until = 3 WHERE no = 4", "what stands is out of step with entry 4"),
    "what stands, gone": ("DELETE FROM standing WHERE no = 4", "what stands is out of step with entry 4"),
    "versions": ("DELETE FROM superseded", "which versions stand for report 1 is out of step"),
    "parties": ("DELETE FROM sighting_party WHERE party = 'LVA'", "the index of parties is out of step for “LVA”"),
    "parties' status": ("UPDATE sighting_party SET status = 'held' WHERE party = 'EST'", "the index of parties is out of step for “EST”"),
    "names": ("UPDATE sighting_name SET token = 'kallis' WHERE token = 'kallas'", "the index of names is out of step for “kallas” and 1 others"),
    "words of reports": ("INSERT INTO report_words (rowid, words) VALUES (98, 'sluice')", "the index of words of reports is out of step for text 98"),
    "words of statements": ("INSERT INTO statement_words (statement_words) VALUES ('delete-all')", "the index of words of statements is out of step for"),
    "the desk's index": ("DELETE FROM computed_party WHERE party = 'EST'", "the index of what is computed is out of step for “desk”"),
    "the desk's track": ("UPDATE computed SET value = replace(value, 'cancelled', 'held') WHERE key LIKE 'track:%'", "the desk's track"),
    "the desk's track gone": ("DELETE FROM computed WHERE key LIKE 'track:%'", "the index of what is computed"),
    "the desk's notes": ("UPDATE computed SET value = replace(value, 'EST', 'FIN') WHERE key LIKE 'note:%'", "the desk's notes of report"),
    "the desk, unreadable": ("UPDATE computed SET value = '[' WHERE key LIKE 'track:%'", "what the desk keeps cannot be read"),
}  # fmt: skip


@pytest.mark.parametrize("what", DAMAGE)
def test_each_damage_has_its_line(files: Callable[[], str], what: str) -> None:
    """Who changes a row by another way than memcon is found out, and told where."""
    change, said = DAMAGE[what]
    found = lines(damaged(files(), change))
    assert any(said in line for line in found), found


COMPUTED = ("what stands", "versions", "parties", "names", "words of reports", "words of statements", "the desk's")


@pytest.mark.parametrize("what", [one for one in DAMAGE if one.startswith(COMPUTED)])
def test_a_rebuild_mends_what_is_computed(files: Callable[[], str], what: str) -> None:
    """What follows from the entries is told to be so, is no reason not to rebuild, and is whole afterwards."""
    target = damaged(files(), DAMAGE[what][0])
    assert all(line.endswith("(`memcon rebuild` makes it again)") for line in lines(target))
    assert CliRunner().invoke(app, ["rebuild", "--check", "--ledger", target]).exit_code == 0
    assert lines(target) == []


def test_a_whole_ledger(new_ledger: Callable[[], str]) -> None:
    """Nothing is said of a ledger that nobody changed, in either kind of database; a rebuild leaves it so."""
    target = filled(new_ledger())
    for _ in range(2):
        with open_ledger(target) as ledger:
            assert list(ledger.check()) == []
            assert list(check_desk(ledger)) == []
            ledger.rebuild()
            desk.update(ledger)


def test_a_desk_that_lags_is_no_fault(files: Callable[[], str]) -> None:
    """Entries that the desk has not seen yet are no damage; nothing is written by looking."""
    target = filled(files())
    with open_ledger(target) as ledger:
        ledger.remember(other(2), now=at(15))
        seen = ledger.computed_head("desk")
        assert list(check_desk(ledger)) == []
        assert ledger.computed_head("desk") == seen


@pytest.mark.parametrize("number", range(6))
def test_versions_that_speak_of_others(files: Callable[[], str], number: int) -> None:
    """The later version of a report speaks of other parties: whichever is put together first, the desk is as it should be."""
    url = f"https://courier.example/{number}"
    first, later = record(url=url), record(LATER, url=url, published="2031-02-26")
    later = replace(later, meetings=tuple(replace(one, parties=("EST", "FIN")) for one in later.meetings))
    with open_ledger(files()) as ledger:
        for hour, one in enumerate((first, later), 9):
            ledger.remember(one, now=at(hour))
            desk.update(ledger)
        assert list(check_desk(ledger)) == []


def test_a_guard_that_is_gone(files: Callable[[], str]) -> None:
    """A trigger that keeps entries from being changed is missed."""
    target = filled(files())
    with sqlite3.connect(target) as conn:
        conn.execute("DROP TRIGGER entry_no_update")
    conn.close()
    assert lines(target) == ["nothing keeps entry from being changed: a trigger is gone"]


def test_a_file_that_is_damaged_inside(files: Callable[[], str]) -> None:
    """An index of SQLite's own that has lost a row is seen by its check of the file."""
    target = filled(files())
    with sqlite3.connect(target) as conn:
        conn.execute("PRAGMA writable_schema = ON")
        conn.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'kind, day', 'day, kind') WHERE name = 'sighting_day'"
        )
    conn.close()
    assert any(line.startswith("SQLite finds: ") for line in lines(target))


ON_THE_SERVER = {
    "ALTER TABLE entry DISABLE TRIGGER entry_no_change": "nothing keeps entry from being changed: a trigger is gone",
    "DELETE FROM sighting_name WHERE token = 'kallas'": "the index of names is out of step for “kallas”",
    "UPDATE report_words SET words = to_tsvector('english', 'sluice') WHERE no = 1": "the index of words of reports is out of step for text 1",
    "INSERT INTO statement_words VALUES (99, to_tsvector('english', 'sluice'))": "the index of words of statements is out of step for 1 texts too many",
    "ALTER TABLE sighting DISABLE TRIGGER ALL; UPDATE sighting SET status = 'held' WHERE kind = 'meeting'; ALTER TABLE sighting ENABLE TRIGGER ALL": "was changed",
}  # fmt: skip


@pytest.mark.parametrize("change", ON_THE_SERVER)
def test_damage_on_a_server(databases: Callable[[], str], change: str) -> None:
    """The same with PostgreSQL."""
    target = filled(databases())
    engine = create_engine(make_url(target).set(drivername="postgresql+psycopg"))
    with engine.begin() as conn:
        for one in change.split("; "):
            conn.execute(text(one))
    engine.dispose()
    with open_ledger(target) as ledger:
        found = list(ledger.check())
    assert any(ON_THE_SERVER[change] in line for line in found), found


def test_entries_cut_off(files: Callable[[], str]) -> None:
    """What the chain cannot see, that its end is gone, is seen by who noted a hash that an earlier check printed."""
    target = filled(files())
    whole = CliRunner().invoke(app, ["check", "--ledger", target])
    noted = whole.stdout.split()[-1]
    assert CliRunner().invoke(app, ["check", "--ledger", target, "--noted", noted]).exit_code == 0
    other_target = filled(files())
    with open_ledger(other_target) as ledger:
        ledger.remember(other(7), now=at(16))
    assert CliRunner().invoke(app, ["check", "--ledger", other_target, "--noted", noted]).exit_code == 0
    cut = CliRunner().invoke(app, ["check", "--ledger", target, "--noted", "0" * 64])
    assert cut.exit_code == 1
    assert "entries were cut off or changed" in cut.stderr


def test_entries_alone(files: Callable[[], str]) -> None:
    """With --entries what is computed is not looked at."""
    target = damaged(files(), "DELETE FROM standing")
    assert CliRunner().invoke(app, ["check", "--entries", "--ledger", target]).exit_code == 0
