"""``memcon review``: judgements by name, which win over the program, show, and can be undone; and ``memcon rebuild``."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from memcon.ledger import open_ledger
from tests.cli.conftest import Ask, flat
from tests.ledger import made

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def ident(ask_json: Any) -> str:
    """The id of the one round."""
    return str(ask_json("talks")[0]["rounds"][0]["id"])


def round_now(ask_json: Any) -> dict[str, Any]:
    """The one round."""
    (one,) = ask_json("talks")[0]["rounds"]
    return dict(one)


def test_correction_wins_and_shows(ident: str, ask: Ask, ask_json: Any) -> None:
    """A correction changes the round, with who made it and why; undone, all is as before, and undoing that restores it."""
    before = round_now(ask_json)
    given = ("status=held", "when=2031-03-02", "where=Tartu, Estonia", "number=3")
    made = ask_json("review", "correct", ident[:8], *given, "--by", "Ada Novak", "--reason", "the communiqué")[0]
    after = round_now(ask_json)
    assert (after["status"], after["when"], after["number"]) == ("held", "2031-03-02", 3)
    assert after["where"] == {"name": "Tartu", "country": "EST"}
    assert {each["by"] for each in after["settled"]} == {"Ada Novak"}
    assert "by the decision of Ada Novak" in flat(ask("show", ident).stdout)
    undone = ask_json("review", "undo", made["id"][:10], "--by", "Bo")[0]
    assert round_now(ask_json) == before
    ask("review", "undo", undone["id"], "--by", "Ada Novak")
    assert round_now(ask_json) == after


def test_title_of_a_track(ask: Ask, ask_json: Any) -> None:
    """A track's title can be set."""
    ask("review", "correct", ask_json("talks")[0]["id"], "title=The dam", "--by", "Ada")
    assert ask_json("talks")[0]["title"] == "The dam"


def test_split_and_join(ident: str, ask: Ask, ask_json: Any) -> None:
    """The mention of one report leaves the round; the two rounds can be joined again."""
    report = round_now(ask_json)["reports"][1]
    ask("review", "split", ident, report[:10], "--by", "Ada")
    rounds = ask_json("talks")[0]["rounds"]
    assert [len(each["reports"]) for each in rounds] == [1, 1]
    ask("review", "join", rounds[0]["id"], rounds[1]["id"], "--by", "Ada")
    assert len(round_now(ask_json)["reports"]) == 2


def test_tracks_are_joined(ask: Ask, ask_json: Any, file: Path) -> None:
    """Two tracks are made one, under the id of the older; either id shows it; undone, they are two again."""
    with open_ledger(file) as ledger:
        found = made.other(5, published="2031-03-09")
        meeting = replace(found.meetings[0], parties=("EST", "FIN"))
        ledger.remember(replace(found, meetings=(meeting,)), now=made.at(12))
    before = ask_json("talks")
    newer = next(each["id"] for each in before if "FIN" in each["parties"])
    older = next(each["id"] for each in before if len(each["reports"]) > 1)
    (decided,) = ask_json("review", "join", newer, older, "--by", "Ada")
    after = {each["id"]: each for each in ask_json("talks")}
    assert len(after) == len(before) - 1
    assert len(after[older]["rounds"]) == 2
    assert ask_json("show", newer) == ask_json("show", older) == [after[older]]
    assert ask_json("show", older, "--as-of", "2031-03-10")[0]["rounds"] == after[older]["rounds"]
    ask("review", "undo", decided["id"], "--by", "Ada")
    assert ask_json("talks") == before


def test_persons_joined_in_doubt(ask: Ask, ask_json: Any, file: Path) -> None:
    """Names joined on weak grounds wait; a person's word that they are two parts them."""
    with open_ledger(file) as ledger:
        found = made.other(5)
        ledger.remember(
            replace(found, actors=(replace(found.actors[0], name="Kallas"), *found.actors[1:])), now=made.at(12)
        )
    (doubt,) = ask_json("review", "--party", "EST")
    assert (doubt["names"]["left"], doubt["names"]["right"]) == ("Kallas", "Mart Kallas")
    assert "NAMES JOINED IN DOUBT" in ask("review", "--party", "Estonia").stdout
    assert ask_json("show", "Kallas")[0]["names"] == ["Mart Kallas", "Kallas"]
    ask("review", "split", doubt["right"], doubt["left"], "--by", "Ada")
    assert "several persons" in ask("show", "Kallas", code=2).stderr


def test_rejected_round_is_gone(ident: str, ask: Ask, ask_json: Any) -> None:
    """A round that was rejected is no round, and is one again when all of that is undone."""
    decisions = ask_json("review", "reject", ident, "--by", "Ada")
    assert all(each["rounds"] == [] for each in ask_json("talks"))
    for decision in decisions:
        ask("review", "undo", decision["id"], "--by", "Ada")
    assert round_now(ask_json)["id"] == ident


def test_list(ident: str, ask: Ask, ask_json: Any) -> None:
    """The list has the judgements in force with who made them."""
    assert "No round waits." in ask("review").stdout
    ask("review", "accept", ident, "--by", "Ada Novak", "--reason", "seen")
    shown = flat(ask("review").stdout)
    assert "DECIDED" in shown
    assert f"accepted: {ident[:10]}, by Ada Novak: seen" in shown
    assert [each["by"] for each in ask_json("review")] == ["Ada Novak"]


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ("correct {} colour=red --by Ada", "of a round one can correct status,"),
        ("correct {} status=odd --by Ada", "there is no such status"),
        ("correct {} number=three --by Ada", "a whole number"),
        ("join {} {} --by Ada", "are the same thing"),
        ("split {} {} --by Ada", "could do without"),
        ("accept zzzz --by Ada", "nothing has this id"),
        ("undo {} --by Ada", "nothing has this id"),
    ],
)
def test_mistakes(arguments: str, part: str, ident: str, ask: Ask) -> None:
    """A judgement that makes no sense gets one line, and is not recorded."""
    (line,) = ask("review", *arguments.format(ident, ident).split(), code=2).stderr.splitlines()
    assert part in line
    assert "DECIDED" not in ask("review").stdout


def test_name_is_needed(ident: str, ask: Ask) -> None:
    """Nobody judges without a name."""
    assert "--by" in ask("review", "accept", ident, code=2).stderr
    assert "needs the name" in ask("review", "accept", ident, "--by", " ", code=2).stderr


def test_same_judgement_again(ident: str, ask: Ask) -> None:
    """The same judgement again says that it is decided."""
    ask("review", "accept", ident, "--by", "Ada")
    assert "decided already" in ask("review", "accept", ident, "--by", "Ada", code=2).stderr


def test_rebuild_changes_nothing(ident: str, ask: Ask, ask_json: Any) -> None:
    """What is made again is what there was, judgements included."""
    ask("review", "correct", ident, "status=held", "--by", "Ada")
    before = ask_json("talks")
    assert "is rebuilt" in ask("rebuild", "--check").stdout
    assert ask_json("talks") == before


def test_rebuild_finds_a_changed_line(ask: Ask, file: Path) -> None:
    """--check names an entry that was changed behind the ledger's back, and stops."""
    with sqlite3.connect(file) as conn:
        for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            conn.execute(f"DROP TRIGGER {name}")
        conn.execute("UPDATE report SET title = 'Another' WHERE no = (SELECT min(no) FROM report)")
    result = ask("rebuild", "--check", code=1)
    assert "memcon: ledger" in result.stderr
    assert "is rebuilt" not in result.stdout
