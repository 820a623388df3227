"""The bar: what is below it is counted and not shown; joining, and what has no confidence, are left alone."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from memcon import desk
from memcon.errors import MemconError
from memcon.ledger import open_ledger
from memcon.questions import answers
from memcon.questions.bar import Bar, bar_of
from memcon.questions.deciding import Judge
from memcon.questions.question import Question, asked
from memcon.questions.shares import share
from tests.ledger import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memcon.ledger import Ledger
    from memcon.model import Record


def sure(read: Record, **by_kind: float) -> Record:
    """The record with these confidences."""
    kinds = {
        kind: tuple(replace(one, confidence=confidence) for one in getattr(read, kind))
        for kind, confidence in by_kind.items()
    }
    return replace(read, **kinds)


@contextmanager
def doubtful(folder: Path) -> Iterator[Ledger]:
    """A ledger of one report: statements of 0.9, an event of 0.4, a meeting of 0.6, a condition of 0.3."""
    read = sure(made.record(), statements=0.9, events=0.4, meetings=0.6, conditions=0.3)
    with open_ledger(folder / "desk.db") as book:
        book.remember(read, now=made.at(9))
        desk.update(book)
        yield book


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """The doubtful ledger."""
    with doubtful(tmp_path) as book:
        yield book


def counts(ledger: Ledger, at_least: float | None) -> tuple[int, int, int, int]:
    """Tracks, rounds, conditions and statements that are shown."""
    question = Question(at_least=at_least)
    tracks = list(answers.tracks(ledger, question))
    rounds, conditions = sum(len(one.rounds) for one in tracks), sum(len(one.conditions) for one in tracks)
    return len(tracks), rounds, conditions, len(list(answers.statements(ledger, question)))


@pytest.mark.parametrize(
    ("at_least", "shown"),
    [(None, (1, 1, 1, 2)), (0.0, (1, 1, 1, 2)), (0.5, (1, 1, 0, 2)), (0.7, (0, 0, 0, 2)), (0.95, (0, 0, 0, 0))],
)
def test_what_is_shown(ledger: Ledger, at_least: float | None, shown: tuple[int, int, int, int]) -> None:
    """Conditions, rounds, and tracks of which nothing is left go as the bar rises."""
    assert counts(ledger, at_least) == shown


def test_what_is_not_shown_is_counted_once(ledger: Ledger) -> None:
    """However often the same is asked for."""
    question = Question(at_least=0.95)
    bar = bar_of(ledger, question)
    for _ in range(2):
        list(answers.statements(ledger, question, bar))
        list(answers.tracks(ledger, question, bar))
    assert len(bar.hidden) == 4  # two statements, a round, a condition


def test_a_judgement_leaves_no_doubt(ledger: Ledger) -> None:
    """What a person confirmed passes every bar, what one rejected none; undone, it is as it was."""
    by_act = {one.sighting.status: one.sighting.id for one in answers.statements(ledger, Question())}
    person = Judge(ledger, by="Ada Novak", reason="read it", now=made.at(10))
    person.accept(by_act["assert"])
    (rejection,) = person.reject(by_act["decline"])
    (only,) = answers.statements(ledger, Question(at_least=0.99))
    assert (only.sighting.id, only.sureness.words) == (by_act["assert"], "confirmed by Ada Novak")
    assert len(list(answers.statements(ledger, Question()))) == 2
    assert len(list(answers.statements(ledger, Question(at_least=0.5)))) == 1
    Judge(ledger, by="Ada Novak", reason="", now=made.at(11)).undo(rejection.id)
    assert len(list(answers.statements(ledger, Question(at_least=0.5)))) == 2


def test_a_round_that_a_person_accepted_is_in_no_doubt(ledger: Ledger) -> None:
    """Its confidence is 1."""
    (track,) = answers.tracks(ledger, Question())
    assert track.rounds[0].confidence == 0.6
    Judge(ledger, by="Ada Novak", reason="", now=made.at(10)).accept(track.rounds[0].id)
    desk.update(ledger)
    (again,) = answers.tracks(ledger, Question(at_least=0.99))
    assert again.rounds[0].confidence == 1.0


def test_an_export_keeps_what_is_referred_to(ledger: Ledger) -> None:
    """The statement that a meeting stands on goes with it, whatever its own confidence; what is below the bar and alone does not."""
    (filed,) = answers.filed(ledger, Question(at_least=0.5))
    kinds = [one.sighting.kind for one in filed.standing]
    assert "meeting" in kinds
    assert "statement" in kinds
    assert "event" not in kinds
    assert "condition" not in kinds


def test_what_has_no_confidence_is_shown(tmp_path: Path) -> None:
    """An older memcon's items pass: nobody worked out that they are in doubt."""
    with open_ledger(tmp_path / "old.db") as book:
        book.remember(made.record(), now=made.at(9))
        desk.update(book)
        assert counts(book, 0.9) == (1, 1, 1, 2)
    assert Bar(at_least=0.9).passes(None, "x")


@pytest.mark.parametrize(("given", "meant"), [("0.7", 0.7), ("70%", 0.7), ("0", 0.0), ("1", 1.0), (None, None)])
def test_a_confidence_as_it_is_given(given: str | None, meant: float | None) -> None:
    """As a number, or per cent."""
    assert share(given, "at-least") == meant


@pytest.mark.parametrize("given", ["7", "-0.1", "nan", "much", "%", "inf"])
def test_what_is_none_is_refused(given: str) -> None:
    """In one line, which names what was given."""
    with pytest.raises(MemconError, match="at-least"):
        asked({"at-least": [given]})
