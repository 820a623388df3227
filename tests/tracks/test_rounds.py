"""Which mentions in many reports are of one round."""

from __future__ import annotations

from tests.tracks.made import LIMA, the_track, told, tracks

ABOUT = "the talks on the embassies"


def rounds(*reports: object) -> list[tuple[int | None, str, str]]:
    """Number, days and status of the rounds of the one track of reports."""
    return [(one.number, one.when, one.status) for one in the_track(*reports).rounds]  # type: ignore[arg-type]


def test_one_day_in_two_reports_is_one_round() -> None:
    """The same parties on the same day are one round, reports of both kept."""
    first = told("2026-03-11", "Envoys met in Lima on embassies on March 10.").meeting(
        "met", when="2026-03-10", where=LIMA, about="embassies"
    )
    second = told("2026-03-12", "At the talks on embassies on March 10 nothing was signed.").meeting(
        "the talks on embassies", when="2026-03-10"
    )
    track = the_track(first, second)
    assert [(one.when, len(one.reports)) for one in track.rounds] == [("2026-03-10", 2)]
    assert track.rounds[0].where == LIMA


def test_numbers_join_without_days() -> None:
    """“The third round” is one round whether a day is given or not, and shows its number."""
    assert rounds(
        told("2026-03-01", "The third round of embassy talks was held on February 2.").meeting(
            "The third round of embassy talks", when="2026-02-02"
        ),
        told("2026-04-01", "The third round of embassy talks settled little.").meeting(
            "The third round of embassy talks"
        ),
        told("2026-05-01", "The fourth round of embassy talks was held on April 20.").meeting(
            "The fourth round of embassy talks", when="2026-04-20"
        ),
    ) == [(3, "2026-02-02", "held"), (4, "2026-04-20", "held")]


def test_a_list_of_days_counts_the_rounds() -> None:
    """“The first three rounds … on A, B and C” numbers each."""
    text = "The first three rounds of embassy talks were held on May 1-2, June 3-4 and July 5-6."
    report = told("2026-09-01", text)
    report.meeting("The first three rounds of embassy talks", when="2026-05-01/2026-05-02")
    report.meeting("June 3-4", when="2026-06-03/2026-06-04").meeting("July 5-6", when="2026-07-05/2026-07-06")
    assert [(number, when) for number, when, _ in rounds(report)] == [
        (1, "2026-05-01/2026-05-02"), (2, "2026-06-03/2026-06-04"), (3, "2026-07-05/2026-07-06"),
    ]  # fmt: skip


def test_a_postponed_round_keeps_its_identity() -> None:
    """Planned for one day, put off, held on another: one round with its history, and the days on which it was held."""
    plan = told("2026-05-01", "The next round of embassy talks is set for May 12.").meeting(
        "The next round of embassy talks", status="planned", when="2026-05-12"
    )
    off = told("2026-05-10", "The round of embassy talks due on May 12 was put off.").meeting(
        "The round of embassy talks", status="postponed", when="2026-05-12", changed_by="CHL"
    )
    held = told("2026-06-05", "A round of embassy talks was held on June 4-5.").meeting(
        "A round of embassy talks", when="2026-06-04/2026-06-05"
    )
    track = the_track(plan, off, held)
    (one,) = track.rounds
    assert (one.when, one.status) == ("2026-06-04/2026-06-05", "held")
    assert [(step.status, step.when) for step in one.history] == [
        ("planned", "2026-05-12"), ("postponed", "2026-05-12"), ("held", "2026-06-04/2026-06-05"),
    ]  # fmt: skip
    assert "put off until then" in one.joined
    early = the_track(plan, off)
    assert (early.rounds[0].id, early.rounds[0].status, early.rounds[0].changed_by) == (one.id, "postponed", "CHL")


def test_the_talks_are_the_latest_before_and_the_next_round_the_next_after() -> None:
    """Mentions without a day find their round by their turn and the day of the report."""
    held = told("2026-03-11", "Embassy talks were held on March 10.").meeting("Embassy talks", when="2026-03-10")
    back = told("2026-03-20", "The embassy talks brought little.").meeting("The embassy talks")
    plan = told("2026-03-25", "Embassy talks are set for April 9.").meeting(
        "Embassy talks", status="planned", when="2026-04-09"
    )
    ahead = told("2026-03-30", "The next embassy talks will be short.").meeting(
        "The next embassy talks", status="planned"
    )
    track = the_track(held, back, plan, ahead)
    assert [(one.when, len(one.reports)) for one in track.rounds] == [("2026-03-10", 2), ("2026-04-09", 2)]


def test_a_date_outweighs_weekdays() -> None:
    """A day named by its date counts more than days reckoned from a weekday, but one that is outnumbered by far gives way."""
    dated = told("2026-03-20", "The second round of embassy talks took place on March 10-11.").meeting(
        "The second round of embassy talks", when="2026-03-10/2026-03-11"
    )
    weekdays = [
        told(f"2026-03-1{day}", f"The second round of embassy talks took place on Tuesday, as told {day}.").meeting(
            "The second round of embassy talks", when="2026-03-17"
        )
        for day in (8, 9)
    ]
    assert rounds(dated, *weekdays) == [(2, "2026-03-10/2026-03-11", "held")]


def test_a_copied_text_has_one_vote() -> None:
    """Reports that repeat one text count once on the day of a round, and once as a source."""
    text = " ".join(f"word{number}" for number in range(60))
    wrong = f"The second round of embassy talks took place on March 3, agencies said. {text}"
    right = "The second round of embassy talks took place on March 10, {} said."
    copies = [
        told("2026-03-20", wrong, outlet=f"Paper {number}").meeting(
            "The second round of embassy talks", when="2026-03-03"
        )
        for number in range(4)
    ]
    own = [
        told("2026-03-21", right.format(who)).meeting("The second round of embassy talks", when="2026-03-10")
        for who in ("Quiroga", "Ibarra")
    ]
    track = the_track(*copies, *own)
    assert track.rounds[0].when == "2026-03-10"
    assert (track.sources, len(track.reports)) == (3, 6)
    assert {one.copy_of for one in track.reports} == {
        None,
        next(one.id for one in track.reports if one.copy_of is None),
    }


def test_two_meetings_in_one_report_stay_two() -> None:
    """What a report tells apart is not joined, nor are two delegations on one day."""
    report = told("2026-03-11", "Ana Quiroga met Tomás Ibarra. Eva Salas met Juan Prado.")
    for name in ("Ana Quiroga", "Tomás Ibarra", "Eva Salas", "Juan Prado"):
        report.person(name, "BOL")
    report.meeting("Ana Quiroga met", when="2026-03-10", delegates=("Ana Quiroga", "Tomás Ibarra"))
    report.meeting("Eva Salas met", when="2026-03-10", delegates=("Eva Salas", "Juan Prado"))
    other = (
        told("2026-03-12", "Salas met Prado.")
        .person("Salas", "BOL")
        .meeting("Salas met", when="2026-03-10", delegates=("Salas",))
    )
    track = the_track(report, other)
    assert sorted(len(one.reports) for one in track.rounds) == [1, 2]
    assert next(one for one in track.rounds if len(one.reports) == 2).delegates[0] == "Eva Salas"


def test_visits_calls_and_talks_are_told_apart() -> None:
    """A visit and the talks made on it are two entries, and so is a call."""
    report = told("2026-03-11", "He arrived in Lima, talks followed, then a phone call.")
    report.meeting("arrived in Lima", when="2026-03-10", where=LIMA).meeting(
        "talks followed", when="2026-03-10", where=LIMA
    )
    report.meeting("a phone call", when="2026-03-10")
    assert sorted(one.kind for one in the_track(report).rounds) == ["call", "talks", "visit"]


def test_a_year_makes_no_round() -> None:
    """“Talks in 2015” say that there were some: on the track, but no round."""
    report = told("2026-03-11", "Talks on embassies in 2015 failed.").meeting("Talks on embassies in 2015", when="2015")
    (track,) = tracks(report)
    assert track.rounds == ()
    assert len(track.reports) == 1


def test_one_number_far_apart_is_two_series() -> None:
    """The second round of this year's talks is not the second round of those three years ago."""
    assert [
        when
        for _, when, _ in rounds(
            told("2023-03-11", "The second round of embassy talks was held on March 10.").meeting(
                "The second round of embassy talks", when="2023-03-10"
            ),
            told("2026-03-11", "The second round of embassy talks was held on March 10.").meeting(
                "The second round of embassy talks", when="2026-03-10"
            ),
        )
    ] == ["2023-03-10", "2026-03-10"]


def test_a_number_told_with_and_without_a_matter() -> None:
    """“The third round” is the third round of the talks on the embassies, though a report does not say so."""
    assert rounds(
        told("2026-02-01", "A third round of embassy talks will be held on February 9.").meeting(
            "A third round of embassy talks", status="planned", when="2026-02-09"
        ),
        told("2026-02-10", "A third round of talks was held on Monday.").meeting(
            "A third round of talks", when="2026-02-09"
        ),
    ) == [(3, "2026-02-09", "held")]


def test_put_off_by_some_days() -> None:
    """A day that was moved does not outvote the one on which the round was held, though it was named by its date."""
    plan = [
        told(f"2026-04-2{day}", f"The fourth round of embassy talks is set for May 3, {day}.").meeting(
            "The fourth round of embassy talks", status="planned", when="2026-05-03"
        )
        for day in (6, 7)
    ]
    off = told("2026-05-01", "The fourth round of embassy talks, due on May 3, was postponed.").meeting(
        "The fourth round of embassy talks", status="postponed", when="2026-05-03"
    )
    held = told("2026-05-11", "A fourth round of embassy talks was held on Sunday.").meeting(
        "A fourth round of embassy talks", when="2026-05-10"
    )
    assert rounds(*plan, off, held) == [(4, "2026-05-10", "held")]


def test_rounds_between_numbers_are_counted() -> None:
    """The one round between the first and the third is the second, and says that it was counted; of two none is."""
    first = told("2026-01-11", "The first round of embassy talks was held on January 10.").meeting(
        "The first round of embassy talks", when="2026-01-10"
    )
    third = told("2026-03-11", "The third round of embassy talks was held on March 10.").meeting(
        "The third round of embassy talks", when="2026-03-10"
    )
    between = told("2026-02-11", "Embassy talks were held on February 10.").meeting("Embassy talks", when="2026-02-10")
    track = the_track(first, between, third)
    assert [one.number for one in track.rounds] == [1, 2, 3]
    assert any("counted" in why for why in track.rounds[1].joined)
    another = told("2026-02-21", "Embassy talks were held on February 20.").meeting("Embassy talks", when="2026-02-20")
    assert [one.number for one in the_track(first, between, another, third).rounds] == [1, None, None, 3]


def test_a_first_meeting_is_no_first_round() -> None:
    """“Their first meeting since May” numbers nothing."""
    report = told("2026-03-11", "In their first meeting since May they spoke of embassies.")
    assert rounds(report.meeting("their first meeting since May", when="2026-03-10", about="embassies")) == [
        (None, "2026-03-10", "held")
    ]


def test_what_was_told_too_early_was_planned() -> None:
    """A report before the day cannot have it held."""
    early = told("2026-03-01", "The second round of embassy talks, on March 10.").meeting(
        "The second round of embassy talks", when="2026-03-10"
    )
    (one,) = the_track(early).rounds
    assert (one.status, [step.status for step in one.history]) == ("planned", ["planned"])


def test_wishes_for_talks_are_one() -> None:
    """Offers and refusals without a day, week after week, are one open matter, not a round each."""
    each = [
        told(f"2026-03-{day:02}", f"Chile offered talks on embassies, {day}.").meeting(
            "talks on embassies", status="proposed" if day % 2 else "refused"
        )
        for day in (2, 9, 16, 23)
    ]
    (one,) = the_track(*each).rounds
    assert len(one.reports) == 4
    assert {step.status for step in one.history} == {"proposed", "refused"}
