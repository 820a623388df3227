"""Who is who across reports."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from memcon.ledger import Cursor, Standing
from memcon.ledger.sightings import of_record
from memcon.tracks import Person, offices, people, spelling
from tests.tracks.made import decided, told

if TYPE_CHECKING:
    from collections.abc import Sequence

NOW = datetime(2026, 4, 1, tzinfo=UTC)
Named = tuple[str, str | None, str | None]


def standings(*named: Named) -> list[Standing]:
    """A sighting of each person, by name, party and role, each in a report of its own, day after day."""
    found = []
    for day, (name, party, role) in enumerate(named, start=1):
        record = told(f"2026-03-{day:02}", f"{name} spoke, {day}.").person(name, party, role).record()
        for sighting in of_record(record):
            when = record.report.published
            found.append(
                Standing(
                    sighting=sighting, seq=day, recorded=NOW, run_id="", day=when, outlet="", cursor=Cursor(when, day)
                )
            )
    return found


def names(*named: Named) -> list[set[str]]:
    """The names of each person found."""
    return [set(one.names) for one in people(standings(*named))]


@pytest.mark.parametrize(
    ("left", "right", "party"),
    [
        ("Sergei Lavrov", "Sergey Lavrov", "RUS"),
        ("Mohammad Javad Zarif", "Javad Zarif", "IRN"),
        ("Abbas Araghchi", "Abbas Araqchi", "IRN"),
        ("Hossein Amir-Abdollahian", "Hossein Amirabdollahian", "IRN"),
        ("Mevlut Cavusoglu", "Mevlüt Çavuşoğlu", "TUR"),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", "UKR"),
        ("Kim Jong Un", "Kim Jong-un", "PRK"),
        ("Bashar al-Assad", "Bashar Assad", "SYR"),
        ("Mohammed bin Salman", "Mohammad Bin Salman", "SAU"),
        ("George W. Bush", "George Bush", "USA"),
        ("Staffan de Mistura", "Staffan De Mistura", "UN"),
        ("Walid al-Moallem", "Walid al-Muallem", "SYR"),
    ],
)
def test_one_person(left: str, right: str, party: str) -> None:
    """Spellings of one name are one person, and the join is scored and explained."""
    (one,) = people(standings((left, party, None), (right, party, None)))
    assert set(one.names) == {left, right}
    assert all(0 < join.score <= 1 and join.reason for join in one.joins)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Kim Jong Un", "PRK", None), ("Kim Yo Jong", "PRK", None)),
        (("Kim Jong Un", "PRK", None), ("Kim Jong Il", "PRK", None)),
        (("George W. Bush", "USA", None), ("George H.W. Bush", "USA", None)),
        (("Ali Larijani", "IRN", None), ("Sadegh Larijani", "IRN", None)),
        (("Juan Santos", "COL", None), ("Juan Santos", "BRA", None)),
        (("Ana Quiroga", "BOL", None), ("Eva Quiroga", "BOL", None)),
        (("Kim", "KOR", None), ("Kim Jae-sung", "KOR", None)),
    ],
)
def test_two_persons(left: Named, right: Named) -> None:
    """Other given names, initials or parties are other persons; a surname that many bear tells nothing."""
    assert len(people(standings(left, right))) == 2


def test_the_surname_and_the_office() -> None:
    """“Russian FM Lavrov” is the foreign minister Sergei Lavrov, not another Lavrov."""
    found = names(
        ("Sergei Lavrov", "RUS", "Foreign Minister"),
        ("Pavel Lavrov", "RUS", "governor"),
        ("Lavrov", "RUS", "Russian FM"),
    )
    assert {"Sergei Lavrov", "Lavrov"} in found
    assert len(found) == 2


def test_an_ambiguous_surname_stays_apart() -> None:
    """Where two bear a surname and nothing decides, it is neither."""
    assert len(names(("Ana Quiroga", "BOL", None), ("Eva Quiroga", "BOL", None), ("Quiroga", "BOL", None))) == 3


def test_offices_carry_their_days() -> None:
    """An office has the first and last day on which reports gave it, whatever its wording."""
    (one,) = people(
        standings(
            ("Eva Salas", "BOL", "Deputy Foreign Minister"),
            ("Eva Salas", "BOL", "Bolivian Deputy Foreign Minister"),
            ("Eva Salas", "BOL", "Foreign Minister"),
        )
    )
    assert [(each.first, each.last, each.reports) for each in one.offices] == [
        ("2026-03-01", "2026-03-02", 2),
        ("2026-03-03", "2026-03-03", 1),
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Russian FM", "Russia's foreign minister"),
        ("Iranian Deputy Foreign Minister", "Deputy Foreign Minister"),
        ("Minister of Foreign Affairs of Chile", "Foreign Minister"),
        ("former President", "President"),
    ],
)
def test_offices_alike(left: str, right: str) -> None:
    """Offices are compared without the state and in full words."""
    assert offices.core(left) == offices.core(right)


@pytest.mark.parametrize(
    "words", ["senior source", "Secretary of State", "the Foreign Secretary", "Iran", "Iranian President"]
)
def test_unnamed_ones_are_no_persons(words: str) -> None:
    """An office or a source without a name is nobody in particular."""
    assert people(standings((words, "IRN", None))) == ()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Iran's Secretary of the Council Ali Shamkhani", "Ali Shamkhani"),
        ("King Salman", "Salman"),
        ("Angus King", "Angus King"),
        ("Bashar al-Assad", "Bashar al-Assad"),
        ("Israel Katz", "Israel Katz"),
    ],
)
def test_proper(words: str, name: str) -> None:
    """The proper name in the words that a report has for a person."""
    assert offices.proper(words) == name


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sergei", "Sergey"),
        ("Mohammed", "Mohammad"),
        ("Araghchi", "Araqchi"),
        ("Yusuf", "Yousuf"),
    ],
)
def test_spelling_key(left: str, right: str) -> None:
    """The usual ways to write one foreign name have one key."""
    assert spelling.key(left) == spelling.key(right)


def test_the_order_of_reading_does_not_count() -> None:
    """The same sightings in any order give the same persons."""
    each = standings(
        ("Sergei Lavrov", "RUS", "Foreign Minister"), ("Lavrov", "RUS", "FM"), ("Sergey Lavrov", "RUS", None),
        ("Ana Quiroga", "BOL", None), ("Quiroga", "BOL", None), ("Eva Quiroga", "BOL", None),
    )  # fmt: skip
    wanted = people(each)
    for seed in range(5):
        mixed: Sequence[Standing] = random.Random(seed).sample(each, len(each))  # noqa: S311 - no secret
        assert people(mixed) == wanted


def only(found: tuple[Person, ...], name: str) -> Person:
    """The person of this name."""
    return next(one for one in found if name in one.names)


def test_persons_joined_split_and_corrected() -> None:
    """What named persons decide wins, and shows in the joins."""
    each = standings(
        ("Ana Quiroga", "BOL", None), ("A. Kiroga", "BOL", None), ("Eva Salas", "BOL", None), ("Salas", "BOL", None)
    )
    found = people(each)
    left, right = only(found, "Ana Quiroga"), only(found, "A. Kiroga")
    assert left.id != right.id
    joined = only(people(each, [decided("same", left.id, right.id)]), "Ana Quiroga")
    assert set(joined.names) == {"Ana Quiroga", "A. Kiroga"}
    assert joined.joins[-1].by == "R. Salas"
    salas = only(found, "Salas")
    assert "Eva Salas" in salas.names
    parts = people(each, [decided("different", salas.anchors[0], salas.anchors[1])])
    assert only(parts, "Salas").id != only(parts, "Eva Salas").id
    assert {one.id for one in parts} > {salas.id}
    assert only(people(each, [decided("correct", left.id, value={"party": "CHL"})]), "Ana Quiroga").party == "CHL"
