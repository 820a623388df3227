"""Events: a sentence and the events that must come out of it. All officials are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.model import Event, Record

BOTH = "="  # the recipients are the initiators

# sentence → (trigger, type, code, initiators, recipients, status) of each event, in order
FOUND = [
    # the nine that a coder must not confuse
    ("Chilean and Peruvian officials met in Lima.", [("met", "CONSULT", "040", "CHL PER", BOTH, "occurred")]),
    ("Chilean and Peruvian officials will meet in Lima.", [("meet", "CONSULT", "036", "CHL PER", BOTH, "planned")]),
    ("The Chilean president is to meet Peruvian President Ana Rojas.", [("meet", "CONSULT", "036", "CHL PER", BOTH, "planned")]),
    ("Chilean officials did not meet Peruvian officials.", [("meet", "CONSULT", "040", "CHL PER", BOTH, "denied")]),
    ("Chile denied it had met Peruvian officials.", [("met", "CONSULT", "040", "CHL PER", BOTH, "denied")]),
    ("If sanctions are lifted, Chile will negotiate with Peru.", [("negotiate", "CONSULT", "036", "CHL PER", BOTH, "conditional")]),
    ("Chile cancelled a meeting with Peru.", [("cancelled", "REJECT", "164", "CHL", "PER", "occurred")]),
    ("Chile postponed talks with Peru.", [("postponed", "REJECT", "", "CHL", "PER", "occurred")]),
    ("Russia said Ukraine had agreed to negotiate.", [("agreed", "AGREE", "036", "UKR", "RUS", "occurred")]),
    # meetings, talks, visits, calls
    ("Chile and Peru held talks in Lima.", [("talks", "CONSULT", "046", "CHL PER", BOTH, "occurred")]),
    ("Talks between Chile and Peru will be held in Lima.", [("Talks", "CONSULT", "036", "CHL PER", BOTH, "planned")]),
    ("Chilean President Juan Soto spoke by phone with Peruvian President Ana Rojas.", [("spoke", "CONSULT", "040", "CHL PER", BOTH, "occurred")]),
    ("Chilean President Juan Soto visited Peru on Monday.", [("visited", "CONSULT", "042", "CHL", "PER", "occurred")]),
    ("Chilean President Juan Soto will visit Peru on Tuesday.", [("visit", "CONSULT", "042", "CHL", "PER", "planned")]),
    ("Chilean President Juan Soto arrived in Lima on Monday.", [("arrived", "CONSULT", "042", "CHL", "PER", "occurred")]),
    ("Chile's foreign minister paid a visit to Japan.", [("visit", "CONSULT", "042", "CHL", "JPN", "occurred")]),
    ("The EU held a summit on Monday.", [("summit", "CONSULT", "040", "EU", BOTH, "occurred")]),
    ("In a phone conversation with Peruvian President Ana Rojas, Chilean President Juan Soto praised Japan.",
     [("conversation", "CONSULT", "041", "PER CHL", BOTH, "occurred"), ("praised", "SUPPORT", "051", "CHL", "JPN", "occurred")]),
    # agreeing, signing, supporting, mediating
    ("Chile and Peru signed a trade agreement.", [("signed", "SUPPORT", "057", "CHL PER", BOTH, "occurred")]),
    ("A fishing accord was signed by Chile and Peru.", [("signed", "SUPPORT", "057", "CHL PER", BOTH, "occurred")]),
    ("Chile and Peru agreed to a ceasefire.", [("agreed", "AGREE", "0356", "CHL PER", BOTH, "occurred")]),
    ("Chile agreed to hold talks with Peru.", [("agreed", "AGREE", "036", "CHL", "PER", "occurred")]),
    ("Chile is ready to cooperate with Peru.", [("ready", "AGREE", "030", "CHL", "PER", "occurred")]),
    ("Chile praised Peru for its patience.", [("praised", "SUPPORT", "051", "CHL", "PER", "occurred")]),
    ("Chile supports Peru.", [("supports", "SUPPORT", "051", "CHL", "PER", "ongoing")]),
    ("Chile recognized Kosovo.", [("recognized", "SUPPORT", "054", "CHL", "XKX", "occurred")]),
    ("Qatar mediated between Chile and Peru.", [("mediated", "SUPPORT", "045", "QAT", "CHL PER", "occurred")]),
    ("Qatar offered to mediate between Chile and Peru.", [("offered", "SUPPORT", "039", "QAT", "CHL PER", "occurred")]),
    # giving way, withdrawing, freeing, helping
    ("Chile lifted its sanctions on Peru.", [("lifted", "CONCEDE", "085", "CHL", "PER", "occurred")]),
    ("Chile apologized to Peru.", [("apologized", "CONCEDE", "055", "CHL", "PER", "occurred")]),
    ("Chile released four Peruvian sailors.", [("released", "RETREAT", "0841", "CHL", "PER", "occurred")]),
    ("Chile withdrew its troops from Peru.", [("withdrew", "RETREAT", "0874", "CHL", "PER", "occurred")]),
    ("Chile sent humanitarian aid to Peru.", [("sent", "AID", "070", "CHL", "PER", "occurred")]),
    ("Chile delivered missiles to Peru.", [("delivered", "AID", "072", "CHL", "PER", "occurred")]),
    ("Chile is cooperating with Peru.", [("cooperating", "COOPERATE", "060", "CHL PER", BOTH, "ongoing")]),
    # asking
    ("Chile urged Peru to free the sailors.", [("urged", "REQUEST", "1053", "CHL", "PER", "occurred")]),
    ("Chile called on Peru to end the war.", [("called", "REQUEST", "0256", "CHL", "PER", "occurred")]),
    ("Chile proposed talks with Peru.", [("proposed", "REQUEST", "036", "CHL", "PER", "occurred")]),
    ("Chile is ready to hold talks with Peru.", [("ready", "REQUEST", "036", "CHL", "PER", "occurred")]),
    ("Peru turned down Chile's offer of talks.", [("turned", "REJECT", "125", "PER", "CHL", "occurred"), ("offer", "REQUEST", "036", "CHL", "PER", "occurred")]),
    ("Peru must return the ships, Chilean Foreign Minister Rosa Vidal said.", [("must", "REQUEST", "100", "CHL", "PER", "occurred")]),
    # turning down
    ("Chile rejected the plan of Peru.", [("rejected", "REJECT", "127", "CHL", "PER", "occurred")]),
    ("Chile refused to meet Peruvian officials.", [("refused", "REJECT", "125", "CHL", "PER", "occurred")]),
    ("Chile ruled out talks with Peru.", [("ruled", "REJECT", "125", "CHL", "PER", "occurred")]),
    ("Chile will not negotiate with Peru.", [("negotiate", "REJECT", "125", "CHL", "PER", "occurred")]),
    ("Chile withdrew from the treaty with Peru.", [("withdrew", "REJECT", "120", "CHL", "PER", "occurred")]),
    ("Chile walked out of talks with Peru.", [("walked", "REJECT", "164", "CHL", "PER", "occurred")]),
    # blaming and threatening
    ("Chile condemned Peru.", [("condemned", "ACCUSE", "111", "CHL", "PER", "occurred")]),
    ("Chile accused Peru of lying.", [("accused", "ACCUSE", "112", "CHL", "PER", "occurred")]),
    ("Chile accused Peru of bombing its port.", [("accused", "ACCUSE", "112", "CHL", "PER", "occurred"), ("bombing", "ASSAULT", "195", "PER", "CHL", "alleged")]),
    ("Chile summoned the Peruvian ambassador.", [("summoned", "ACCUSE", "114", "CHL", "PER", "occurred")]),
    ("Chile threatened to attack Peru.", [("threatened", "THREATEN", "138", "CHL", "PER", "occurred")]),
    ("Chile threatened to impose sanctions on Peru.", [("threatened", "THREATEN", "1312", "CHL", "PER", "occurred")]),
    # punishing, forcing, fighting
    ("Chile imposed sanctions on Peru.", [("imposed", "SANCTION", "163", "CHL", "PER", "occurred")]),
    ("Chile cut diplomatic ties with Peru.", [("cut", "SANCTION", "161", "CHL", "PER", "occurred")]),
    ("Chile expelled two Peruvian diplomats.", [("expelled", "SANCTION", "161", "CHL", "PER", "occurred")]),
    ("U.S. sanctions on Iran remain in place.", [("sanctions", "SANCTION", "163", "USA", "IRN", "ongoing")]),
    ("Chile deployed troops to the border with Peru.", [("deployed", "MOBILIZE", "154", "CHL", "PER", "occurred")]),
    ("Chile arrested a Peruvian journalist.", [("arrested", "COERCE", "173", "CHL", "PER", "occurred")]),
    ("Chile seized a Peruvian ship.", [("seized", "COERCE", "171", "CHL", "PER", "occurred")]),
    ("Israel launched strikes on Iran.", [("strikes", "ASSAULT", "190", "ISR", "IRN", "occurred")]),
    ("Israeli airstrikes on Iran killed dozens.", [("airstrikes", "ASSAULT", "195", "ISR", "IRN", "occurred")]),
    ("Chile attacked Peru.", [("attacked", "ASSAULT", "190", "CHL", "PER", "occurred")]),
    ("Chile and Peru accused each other of lying.", [("accused", "ACCUSE", "112", "CHL PER", BOTH, "occurred")]),
    ("The war between Chile and Peru goes on.", [("war", "ASSAULT", "190", "CHL PER", BOTH, "ongoing")]),
    # hyphens, headlines, lists
    ("Chile and Peru agreed to a cease-fire on Monday.", [("agreed", "AGREE", "0356", "CHL PER", BOTH, "occurred")]),
    ("Kenya sanctions three Somali officials over the port.", [("sanctions", "SANCTION", "163", "KEN", "SOM", "occurred")]),
    ("Chilean President Juan Soto lands in Lima for a two-day visit.", [("lands", "CONSULT", "042", "CHL", "PER", "occurred")]),
    ("Chile praised Peru, Japan and Kenya for their help.", [("praised", "SUPPORT", "051", "CHL", "PER JPN KEN", "occurred")]),
    # who is asked, who is punished for what, by whom
    ("Chile demanded that Peru withdraw its troops.", [("demanded", "REQUEST", "0256", "CHL", "PER", "occurred")]),
    ("Chile told Peru to withdraw its ships from the strait.", [("told", "REQUEST", "020", "CHL", "PER", "occurred")]),
    ("Chile cut ties with Peru for granting asylum to a former minister.",
     [("cut", "SANCTION", "161", "CHL", "PER", "occurred"), ("granting", "AID", "075", "PER", "CHL", "occurred")]),
    ("Chile added three Peruvian companies to its blacklist.", [("added", "SANCTION", "163", "CHL", "PER", "occurred")]),
    ("Chile revoked the visas of Peruvian officials.", [("revoked", "SANCTION", "163", "CHL", "PER", "occurred")]),
    ("Chile imposed sanctions targeting Peru's oil exports.", [("imposed", "SANCTION", "163", "CHL", "PER", "occurred")]),
    ("U.S. arms sales to Taiwan angered China.", [("sales", "AID", "072", "USA", "TWN", "occurred")]),
    ("Chile pledged $5 million in aid to Peru.", [("pledged", "AGREE", "033", "CHL", "PER", "occurred")]),
    ("Denmark's prime minister rejected Chile's demand for Greenland.", [("rejected", "REJECT", "127", "DNK", "CHL", "occurred")]),
    # attacks by nobody named, on no party, and what is launched
    ("A Peruvian diplomat was shot dead in Chile on Sunday.", [("shot", "ASSAULT", "190", "", "PER", "occurred")]),
    ("The assassination of a Peruvian diplomat shocked Chile.", [("assassination", "ASSAULT", "186", "", "PER", "occurred")]),
    ("Israel killed a Hezbollah commander in a strike in southern Lebanon.", [("killed", "ASSAULT", "190", "ISR", "HEZBOLLAH", "occurred")]),
    ("Pakistan and India exchanged fire across the border.", [("exchanged", "ASSAULT", "190", "PAK IND", BOTH, "occurred")]),
    ("Armenia and Azerbaijan exchanged prisoners on Saturday.", [("exchanged", "RETREAT", "0841", "ARM AZE", BOTH, "occurred")]),
    # accords and conflicts with a name, third parties
    ("Russia withdrew from the INF treaty.", [("withdrew", "REJECT", "120", "RUS", "USA", "occurred")]),
    ("Qatar mediated the peace talks in Yemen.",
     [("mediated", "SUPPORT", "045", "QAT", "YEM HOUTHIS", "occurred"), ("talks", "CONSULT", "046", "YEM HOUTHIS", BOTH, "occurred")]),
    ("Saudi Arabia and Iran resumed diplomatic relations in a deal brokered by China.",
     [("resumed", "SUPPORT", "050", "SAU IRN", BOTH, "occurred"), ("deal", "SUPPORT", "057", "SAU IRN", BOTH, "occurred"),
      ("brokered", "SUPPORT", "045", "CHN", "SAU IRN", "occurred")]),
    ("Chile is seeking to mediate between Peru and Japan.", [("mediate", "SUPPORT", "045", "CHL", "PER JPN", "ongoing")]),
    # calls, and a day that is yet to come
    ("Chile held a call with Peru on Monday.", [("call", "CONSULT", "041", "PER CHL", BOTH, "occurred")]),
    ("The talks between Chile and Peru on June 20 are in Oslo.", [("talks", "CONSULT", "036", "CHL PER", BOTH, "planned")]),
    ("A meeting between Chile and Peru was postponed.", [("postponed", "REJECT", "", "CHL", "PER", "occurred")]),
]  # fmt: skip

NONE = [
    "Chile said on Monday that the harvest had been good.",
    "The Chilean president spoke on Monday.",
    "Chile rejected reports that it had lied.",
    "Chile's foreign minister held a press conference.",
    "The Dialogue Party won the Chilean vote.",
    "The harvest was good.",
    "Chile met its target.",
    "Chilean farmers export wine.",
    "The Chilean parliament met the deadline.",
    "Chile fights terrorism in Peru.",
    "In March, Chile launched a campaign.",
    "Chile and Peru discussed the harvest.",
    "Russia did not rule out talks.",
]


def _told(event: Event, text: str) -> tuple[str, str, str, str, str, str]:
    initiators, recipients = " ".join(event.initiators), " ".join(event.recipients)
    word = text[event.trigger.start : event.trigger.end]
    return (word, event.type, event.code, initiators, BOTH if recipients == initiators else recipients, event.status)


@pytest.mark.parametrize(("sentence", "events"), FOUND)
def test_events_of_a_sentence(read_text: Callable[..., Record], sentence: str, events: list[tuple[str, ...]]) -> None:
    """Each act between parties is found once, with its type, code, sides and status."""
    assert [_told(e, sentence) for e in read_text(sentence).events] == events


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_event(read_text: Callable[..., Record], sentence: str) -> None:
    """Saying, naming and what has no second party are none."""
    assert read_text(sentence).events == ()


def test_an_event_in_a_statement_names_it_as_its_source(read_text: Callable[..., Record]) -> None:
    """The outer statement where two nest; the cue that is itself the event has none."""
    record = read_text("Chile said Peru had attacked a Chilean port. Chile condemned Peru.")
    attacked, condemned = record.events
    assert attacked.source == record.statements[0].id
    assert condemned.source is None


def test_a_second_telling_is_no_second_event(read_text: Callable[..., Record]) -> None:
    """The withdrawal that is told again as a noun is the same act; another round on another day is not."""
    again = read_text(
        "Chile withdrew from the treaty with Peru in May. The withdrawal of Chile from the treaty with Peru hurt trade."
    )
    assert [e.type for e in again.events] == ["REJECT"]
    rounds = read_text("Chile and Peru held talks on June 2. Chile and Peru held talks on June 9.")
    assert [e.when for e in rounds.events] == ["2025-06-02", "2025-06-09"]


def test_we_is_the_speakers_party(read_text: Callable[..., Record]) -> None:
    """In quoted words the speaker's party acts."""
    (event,) = read_text("“We have signed an accord with Peru,” Chilean Foreign Minister Rosa Vidal said.").events
    assert set(event.initiators) == {"CHL", "PER"}


def test_what_is_said_is_done_on_the_day_it_is_said(read_text: Callable[..., Record]) -> None:
    """An accusation, a demand or a refusal has the day of its statement."""
    (event,) = read_text("Chile accused Peru on Friday of lying.").events
    assert event.when == "2025-06-13"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "“", "Met.", "The.", "and", "Talks between and with.", "Sanctions on"]
)
def test_odd_texts_have_no_events(read_text: Callable[..., Record], text: str) -> None:
    """Nothing raises on fragments."""
    assert read_text(text).events == ()


def test_a_document_that_issues_itself(read_text: Callable[..., Record]) -> None:
    """A document that is the subject of its own clause is nobody's: looking for its issuer comes to an end."""
    text = "The statement issued a report saying the document made a statement demanding that Chile withdraw."
    assert all(event.recipients for event in read_text(text).events)
