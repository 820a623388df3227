"""Statements: a sentence and what must come out of it. All officials are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.model import Record, Statement

# sentence → (cue, party, act, form, content, …) of each statement, in order
FOUND = [
    # who said what, plainly
    ("Ghanaian Foreign Minister Ama Owusu said on Monday that the talks had ended.",
     [("said", "GHA", "assert", "indirect", ["that the talks had ended"])]),
    ("The talks had ended, Ghanaian Foreign Minister Ama Owusu said.",
     [("said", "GHA", "assert", "indirect", ["The talks had ended"])]),
    ("The talks, Ghanaian Foreign Minister Ama Owusu said, would go on until Friday.",
     [("said", "GHA", "assert", "indirect", ["The talks", "would go on until Friday"])]),
    ("“The talks have ended,” said Ghanaian Foreign Minister Ama Owusu.",
     [("said", "GHA", "assert", "direct", ["The talks have ended"])]),
    ('"The talks have ended," Ghanaian Foreign Minister Ama Owusu said.',
     [("said", "GHA", "assert", "direct", ["The talks have ended"])]),
    ("Ghanaian Foreign Minister Ama Owusu said: “The talks have ended.”",
     [("said", "GHA", "assert", "direct", ["The talks have ended"])]),
    ("“The talks have ended,” Ghanaian Foreign Minister Ama Owusu said. “Nothing was signed.”",
     [("said", "GHA", "assert", "direct", ["The talks have ended", "Nothing was signed"])]),
    ("Ghanaian Foreign Minister Ama Owusu said the talks had been “long and open.”",
     [("said", "GHA", "assert", "mixed", ["the talks had been “long and open.”"])]),
    ("According to the Ghanaian Foreign Ministry, the talks have ended.",
     [("According to", "GHA", "assert", "indirect", ["the talks have ended"])]),
    ("The talks have ended, according to the Ghanaian Foreign Ministry.",
     [("according to", "GHA", "assert", "indirect", ["The talks have ended"])]),
    # one cue after another
    ("Togo's president said the border was open, adding that trade had grown.",
     [("said", "TGO", "assert", "indirect", ["the border was open"]), ("adding", "TGO", "assert", "indirect", ["that trade had grown"])]),
    ("Togo's president said the border was open and warned that smuggling would be punished.",
     [("said", "TGO", "assert", "indirect", ["the border was open"]), ("warned", "TGO", "warn", "indirect", ["that smuggling would be punished"])]),
    # what is done with words
    ("Chile denied that its navy had entered the strait.", [("denied", "CHL", "deny", "indirect", ["that its navy had entered the strait"])]),
    ("Chile rejected reports that its navy had entered the strait.",
     [("rejected", "CHL", "deny", "indirect", ["reports that its navy had entered the strait"]),
      ("reports", None, "assert", "indirect", ["that its navy had entered the strait"])]),
    ("Chile rejected the plan.", [("rejected", "CHL", "reject", "indirect", ["the plan"])]),
    ("Chile confirmed that the round would be held in Lima.", [("confirmed", "CHL", "confirm", "indirect", ["that the round would be held in Lima"])]),
    ("Chile accused Peru of moving the border posts.", [("accused", "CHL", "accuse", "indirect", ["Peru of moving the border posts"])]),
    ("Chile urged Peru to return to the table.", [("urged", "CHL", "demand", "indirect", ["Peru to return to the table"])]),
    ("Chile called for an immediate ceasefire.", [("called for", "CHL", "demand", "indirect", ["an immediate ceasefire"])]),
    ("Chile called on Friday for an immediate ceasefire.", [("called on Friday for", "CHL", "demand", "indirect", ["an immediate ceasefire"])]),
    ("Chile offered to mediate between Fiji and Tonga.", [("offered", "CHL", "propose", "indirect", ["to mediate between Fiji and Tonga"])]),
    ("Chile warned of a wider war.", [("warned", "CHL", "warn", "indirect", ["of a wider war"])]),
    ("Chile pledged to reopen its embassy.", [("pledged", "CHL", "pledge", "indirect", ["to reopen its embassy"])]),
    ("Chile expressed hope that the round would be held soon.", [("expressed hope", "CHL", "hope", "indirect", ["that the round would be held soon"])]),
    ("Chile agreed to send observers.", [("agreed", "CHL", "accept", "indirect", ["to send observers"])]),
    ("Chile described the offer as a trick.", [("described", "CHL", "accuse", "indirect", ["the offer as a trick"])]),
    # the act is in the content where the cue says nothing of it
    ("Chilean Foreign Minister Rosa Vidal said Chile would reopen its embassy.", [("said", "CHL", "pledge", "indirect", ["Chile would reopen its embassy"])]),
    ("Chilean Foreign Minister Rosa Vidal said Peru must return to the table.", [("said", "CHL", "demand", "indirect", ["Peru must return to the table"])]),
    ("Chilean Foreign Minister Rosa Vidal said Chile was ready to host the next round.", [("said", "CHL", "propose", "indirect", ["Chile was ready to host the next round"])]),
    ("“We hope the pause will be short,” Chilean Foreign Minister Rosa Vidal said.", [("said", "CHL", "hope", "direct", ["We hope the pause will be short"])]),
    ("Chilean Foreign Minister Rosa Vidal said Peru had violated the accord.", [("said", "CHL", "accuse", "indirect", ["Peru had violated the accord"])]),
    ("Chilean Foreign Minister Rosa Vidal said the demand was unacceptable.", [("said", "CHL", "reject", "indirect", ["the demand was unacceptable"])]),
    # silences
    ("The Peruvian Foreign Ministry has not yet commented on the claim.", [("has not yet commented", "PER", "decline", "indirect", ["the claim"])]),
    ("Peru never confirmed the meeting.", [("never confirmed", "PER", "decline", "indirect", ["the meeting"])]),
    ("The Peruvian Foreign Ministry declined to comment on the talks.", [("declined to comment", "PER", "decline", "indirect", ["the talks"])]),
    ("The Peruvian Foreign Ministry did not respond to a request for comment.", [("did not respond", "PER", "decline", "indirect", ["a request for comment"])]),
    ("There was no immediate comment from Peru.", [("no immediate comment", "PER", "decline", "indirect", ["no immediate comment"])]),
    # nouns that attribute
    ("Fiji welcomed Chile's offer to mediate.",
     [("welcomed", "FJI", "assert", "indirect", ["Chile's offer to mediate"]), ("offer", "CHL", "propose", "indirect", ["to mediate"])]),
    ("Fiji's refusal to sign the accord delayed the summit.", [("refusal", "FJI", "reject", "indirect", ["to sign the accord"])]),
    # one inside another
    ("Fiji's president said Tonga had offered to pay.",
     [("said", "FJI", "assert", "indirect", ["Tonga had offered to pay"]), ("offered", "TON", "propose", "indirect", ["to pay"])]),
    ("The agency quoted Fijian Foreign Minister Jone Tabua as saying that the round was off.",
     [("saying", "FJI", "assert", "indirect", ["that the round was off"])]),
    ("Fijian Foreign Minister Jone Tabua was quoted as saying that the round was off.",
     [("saying", "FJI", "assert", "indirect", ["that the round was off"])]),
    ("Fijian Foreign Minister Jone Tabua went on to say that the round was off.", [("went on to say", "FJI", "assert", "indirect", ["that the round was off"])]),
    # constructions of other outlets: who speaks, where a content begins and ends, what is done without a word for it
    ("Most of them said the border was open.",
     [("said", None, "assert", "indirect", ["the border was open"])]),
    ("One in five said the border was open.",
     [("said", None, "assert", "indirect", ["the border was open"])]),
    ("Chile said yes.",
     [("said", "CHL", "assert", "indirect", ["yes"])]),
    ("The Peruvian Foreign Ministry declined to comment.",
     [("declined", "PER", "decline", "indirect", ["to comment"])]),
    ("The Peruvian Foreign Ministry has yet to reply to the offer.",
     [("has yet to reply", "PER", "decline", "indirect", ["the offer"])]),
    ("The Peruvian envoy would not be drawn on whether the round would be held.",
     [("would not be drawn", "PER", "decline", "indirect", ["whether the round would be held"])]),
    ("Chilean Foreign Minister Rosa Vidal called Peru a “pariah.”",
     [("called", "CHL", "accuse", "mixed", ["Peru a “pariah.”"])]),
    ("Chilean Foreign Minister Rosa Vidal called him useless.",
     [("called", "CHL", "accuse", "indirect", ["him useless"])]),
    ("Chilean Foreign Minister Rosa Vidal called the request absurd.",
     [("called", "CHL", "reject", "indirect", ["the request absurd"])]),
    ("Chilean Foreign Minister Rosa Vidal called the report a fairy tale.",
     [("called", "CHL", "deny", "indirect", ["the report a fairy tale"])]),
    ("Chilean Foreign Minister Rosa Vidal described the walkout as a farce.",
     [("described", "CHL", "accuse", "indirect", ["the walkout as a farce"])]),
    ("The talks are “far from over,” Chilean Foreign Minister Rosa Vidal said.",
     [("said", "CHL", "assert", "mixed", ["The talks are “far from over,”"])]),
    ("Chilean Foreign Minister Rosa Vidal dismissed the offer as “unhelpful,” saying that it came too late.",
     [("dismissed", "CHL", "reject", "mixed", ["the offer as “unhelpful,”"]), ("saying", "CHL", "assert", "indirect", ["that it came too late"])]),
    ("A survey shows support for the accord at 64 percent.",
     [("shows", None, "assert", "indirect", ["support for the accord at 64 percent"])]),
    ("A report found that the pump had broken.",
     [("found", None, "assert", "indirect", ["that the pump had broken"])]),
    ("Chile supports the accord.",
     [("supports", "CHL", "assert", "indirect", ["the accord"])]),
    ("Fiji's president said Chile supports the rebels.",
     [("said", "FJI", "assert", "indirect", ["Chile supports the rebels"])]),
    ("Chile sees the accord as a threat.",
     [("sees", "CHL", "assert", "indirect", ["the accord as a threat"])]),
    ("Chile wants peace with Peru.",
     [("wants", "CHL", "demand", "indirect", ["peace with Peru"])]),
    ("Chile accused Peru on Tuesday of moving the border posts.",
     [("accused", "CHL", "accuse", "indirect", ["Peru on Tuesday of moving the border posts"])]),
    ("Chile ruled out any truce until Peru withdraws its troops.",
     [("ruled out", "CHL", "reject", "indirect", ["any truce until Peru withdraws its troops"])]),
    ("Chilean Foreign Minister Rosa Vidal said Peru had left the talks, adding that the door was open.",
     [("said", "CHL", "assert", "indirect", ["Peru had left the talks"]), ("adding", "CHL", "assert", "indirect", ["that the door was open"])]),
    ("Chile's army, which Fiji said had crossed the river, denied it.",
     [("said", "FJI", "assert", "indirect", ["had crossed the river"]), ("denied", "CHL", "deny", "indirect", ["it"])]),
    ("They withdrew from a village that the Chilean army said had been shelled.",
     [("said", "CHL", "assert", "indirect", ["had been shelled"])]),
    ("Chilean Foreign Minister Rosa Vidal said the talks would go on, but Peruvian Foreign Minister Luis Salas said they were over.",
     [("said", "CHL", "assert", "indirect", ["the talks would go on"]), ("said", "PER", "assert", "indirect", ["they were over"])]),
    ("Chilean Foreign Minister Rosa Vidal insisted that the navy had not entered the strait.",
     [("insisted", "CHL", "deny", "indirect", ["that the navy had not entered the strait"])]),
    ("Chilean Foreign Minister Rosa Vidal said Chile had not fired on the ship.",
     [("said", "CHL", "deny", "indirect", ["Chile had not fired on the ship"])]),
    ("Chilean Foreign Minister Rosa Vidal said Chile would sign nothing.",
     [("said", "CHL", "reject", "indirect", ["Chile would sign nothing"])]),
    ("Chilean Foreign Minister Rosa Vidal said Chile would return only when Peru withdraws its troops.",
     [("said", "CHL", "demand", "indirect", ["Chile would return only when Peru withdraws its troops"])]),
    ("Chilean Foreign Minister Rosa Vidal said Chile would go to court unless Peru paid.",
     [("said", "CHL", "warn", "indirect", ["Chile would go to court unless Peru paid"])]),
    ("Chilean Foreign Minister Rosa Vidal acknowledged that a letter had been sent.",
     [("acknowledged", "CHL", "confirm", "indirect", ["that a letter had been sent"])]),
    ("Peru's view was that the accord had lapsed.",
     [("view", "PER", "assert", "indirect", ["that the accord had lapsed"])]),
    ("Villagers reported hearing gunfire.",
     [("reported", None, "assert", "indirect", ["hearing gunfire"])]),
    ("“No,” Chilean Foreign Minister Rosa Vidal said.",
     [("said", "CHL", "assert", "direct", ["No"])]),
    ("Chilean Foreign Minister Rosa Vidal seemed to blame Peru.",
     [("seemed to blame", "CHL", "accuse", "indirect", ["Peru"])]),
    ("Chilean Foreign Minister Rosa Vidal was hoping for a truce.",
     [("hoping for", "CHL", "hope", "indirect", ["a truce"])]),
    ("Chile called for Peru to withdraw.",
     [("called for", "CHL", "demand", "indirect", ["Peru to withdraw"])]),
    ("Chile has never supported the accord.",
     [("has never supported", "CHL", "reject", "indirect", ["the accord"])]),
]  # fmt: skip

# sentences that attribute nothing
NOTHING = [
    "The talks in Lima ended without a result.",
    "If Peru agrees to the plan, the border will open.",
    "Peru will announce its decision on Friday.",
    "The envoy asked not to be named.",
    "The deal was signed in March.",
    "Peru could reject the plan.",
    "Chile recalled its ambassador from Lima.",
    "Chile discussed the accord with Peru.",
    "Chile supports the rebels.",
    "The troops declined to be named.",
]


def _shown(statement: Statement, text: str) -> tuple[str, str | None, str, str, list[str]]:
    content = [text[span.start : span.end] for span in statement.content]
    return text[statement.cue.start : statement.cue.end], statement.party, statement.act, statement.form, content


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[tuple[object, ...]], read_text: Callable[..., Record]) -> None:
    """Cue, party, act, form and content of every statement come out, and no other statement."""
    assert [_shown(statement, text) for statement in read_text(text).statements] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_said(text: str, read_text: Callable[..., Record]) -> None:
    """What is supposed, to come or not said at all makes no statement."""
    assert read_text(text).statements == ()


def test_quotation_over_paragraphs(read_text: Callable[..., Record]) -> None:
    """A quotation that reopens at each paragraph is one statement."""
    text = "“We came to talk.\n\n“We leave without a word,” Chilean Foreign Minister Rosa Vidal said."
    (statement,) = read_text(text).statements
    assert [text[s.start : s.end] for s in statement.content] == ["We came to talk", "We leave without a word"]


def test_relayed_by_an_outlet(read_text: Callable[..., Record]) -> None:
    """An agency that reports what somebody said is the way it came, no speaker of its own."""
    record = read_text("Chilean Foreign Minister Rosa Vidal said the round was off, Reuters reported.")
    (statement,) = record.statements
    names = {actor.id: actor.name for actor in record.actors}
    assert names[statement.speaker or ""] == "Rosa Vidal"
    assert names.get(statement.via or "", statement.via) == "Reuters"


def test_outlet_as_only_source(read_text: Callable[..., Record]) -> None:
    """An agency that nobody stands behind is the speaker."""
    (statement,) = read_text("Reuters reported on Monday that the round was off.").statements
    assert statement.speaker is not None
    assert statement.via is None


def test_day_of_an_interview_holds_for_all(read_text: Callable[..., Record]) -> None:
    """The day given once holds for what the same speaker goes on to say."""
    text = "In an interview on Saturday, Chilean Foreign Minister Rosa Vidal said the round was off. She added that no day was set."
    first, second = read_text(text).statements
    assert (first.said, second.said) == ("2025-06-14", "2025-06-14")
    assert first.channel == "an interview"
    assert second.speaker == first.speaker


def test_nested_statement_names_its_way(read_text: Callable[..., Record]) -> None:
    """What somebody says that another said came by the outer speaker."""
    record = read_text(
        "Chilean Foreign Minister Rosa Vidal said that Peruvian President Luis Quispe had told her that the border would open."
    )
    outer, inner = record.statements
    assert inner.via == outer.speaker
    assert inner.party == "PER"


def test_undated_report_leaves_days_open(read_text: Callable[..., Record]) -> None:
    """Without a publication day a weekday says nothing, and the record says so."""
    record = read_text("Chilean Foreign Minister Rosa Vidal said on Monday that the round was off.", published="")
    assert record.statements[0].said == ""
    assert any("no date of publication" in note for note in record.notes)


def test_digest_tells_its_own_day(read_text: Callable[..., Record]) -> None:
    """A digest in the present tense tells what was said on its own day; a story in the past tense does not."""
    (digest,) = read_text("Chile rejects the plan.").statements
    (story,) = read_text("Chile rejected the plan.").statements
    assert (digest.said, story.said) == ("2025-06-16", "")
