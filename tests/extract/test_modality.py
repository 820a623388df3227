"""Status: a sentence with the act's word in brackets, and whether it happened, happens, will or might happen."""

from __future__ import annotations

import pytest

from memcon.extract.clause.modality import status_of
from memcon.language.load import load
from memcon.settings import DEFAULT_PIPELINE

STATUS = [
    # happened
    ("The delegations [met] in Oslo.", "occurred"),
    ("The delegations have [met] twice this year.", "occurred"),
    ("The delegations had [met] before the vote.", "occurred"),
    ("The two sides held [talks] in Oslo.", "occurred"),
    ("[Talks] were held in Oslo on Tuesday.", "occurred"),
    ("After three rounds of [talks] they signed.", "occurred"),
    ("The [meeting] did not yield results.", "occurred"),
    ("They left after [signing] the accord.", "occurred"),
    ("The court punished Fiji for [seizing] the ship.", "occurred"),
    ("Fiji managed to [free] the crew.", "occurred"),
    ("Fiji was forced to [withdraw] its guards.", "occurred"),
    ("The truce was [brokered] by Chile.", "occurred"),
    ("Chile welcomed the accord [signed] in Lima.", "occurred"),
    ("Chile [cancelled] a meeting with Peru.", "occurred"),
    ("Chile [postponed] talks with Peru.", "occurred"),
    ("Russia said Ukraine had [agreed] to negotiate.", "occurred"),
    ("Chile [imposes] sanctions on Peru.", "occurred"),
    ("Parliament voted to [lift] the embargo.", "occurred"),
    # goes on
    ("The navy has been [shelling] the coast.", "ongoing"),
    ("Chile is [negotiating] with Peru.", "ongoing"),
    ("Chile [supports] Peru.", "ongoing"),
    ("The [war] between Chile and Peru has cost much.", "ongoing"),
    ("Chile will continue to [supply] grain.", "ongoing"),
    ("The ongoing [talks] are long.", "ongoing"),
    ("Chile and Peru are in [talks] about fish.", "ongoing"),
    ("The minister said the two were in [talks] about fish.", "ongoing"),
    ("Chile will continue [talks] with Peru.", "ongoing"),
    ("Consultations with Peru on the [continuation] of talks.", "occurred"),
    ("The pope begins a [visit] to Peru.", "ongoing"),
    # is to happen
    ("A [meeting] is to be held on Monday.", "planned"),
    ("The ministers will meet on Monday, followed by a [summit] on Tuesday.", "planned"),
    ("The two ministers will [meet] on Monday.", "planned"),
    ("The president is to [meet] his counterpart.", "planned"),
    ("The ministers are going to [meet] soon.", "planned"),
    ("The ministers are set to [meet] in Lima.", "planned"),
    ("The ministers are scheduled to [meet] on Monday.", "planned"),
    ("Chile plans to [visit] Peru.", "planned"),
    ("They were about to [sign] a deal.", "planned"),
    ("The [meeting] will focus on grain.", "planned"),
    ("The next round of [talks] is due in May.", "planned"),
    ("The upcoming [talks] in Oslo would help.", "planned"),
    ("They signed an accord ahead of [talks] in Oslo.", "planned"),
    ("He arrived in Oslo for [talks] with officials.", "planned"),
    ("Chile postponed [talks] with Peru.", "planned"),
    ("The minister said he would [meet] the envoy.", "planned"),
    ("The minister said [talks] would be held in Vienna.", "planned"),
    ("The [visit] is expected next week.", "planned"),
    # was not, is not, will not be
    ("Chile did not [meet] Peru.", "denied"),
    ("Chile has never [met] the rebels.", "denied"),
    ("Chile will not [attack] Peru.", "denied"),
    ("The ministry denied it had [met] the rebels.", "denied"),
    ("The ministry denied having [met] the rebels.", "denied"),
    ("A spokesman rejected reports that Chile had [received] a message.", "denied"),
    ("The aide dismissed speculation that the two may [meet].", "denied"),
    ("The two sides have not held [talks].", "denied"),
    ("There will be no [negotiations] with Peru.", "denied"),
    ("The ministers have no plan to [meet].", "denied"),
    ("Chile has no plans of [attacking] Peru.", "denied"),
    ("Neither side [fired] on the other, and Chile could not [attack].", "denied"),
    ("No agreement has been [reached].", "denied"),
    ("The aide rejected speculation that the two might [meet].", "denied"),
    # is said, not known
    ("There were reports that Chile had [attacked] Peru.", "alleged"),
    ("It has been claimed that Chile [attacked] Peru.", "alleged"),
    ("Chile accused Peru of [bombing] its port.", "alleged"),
    ("Peru is accused of [seizing] the ship.", "alleged"),
    ("Peru's alleged [interference] in the vote angered Chile.", "alleged"),
    ("Peru allegedly [seized] the ship.", "alleged"),
    ("Peru has reportedly [seized] the ship.", "alleged"),
    # might be
    ("Chile may [meet] Peru in June.", "hypothetical"),
    ("Chile could [attack] at any time.", "hypothetical"),
    ("He warned that Peru could [attack] Chile.", "hypothetical"),
    ("They would [meet] gladly.", "hypothetical"),
    ("If sanctions are [lifted], Iran will negotiate.", "hypothetical"),
    ("Unless Peru [withdraws], the talks will end.", "hypothetical"),
    ("Chile has not ruled out the possibility of [talks].", "hypothetical"),
    # depends on something
    ("If sanctions are lifted, Iran will [negotiate] with the U.S.", "conditional"),
    ("Chile will [release] the crew only if Peru pays.", "conditional"),
    ("Chile will [sign] as long as Peru does.", "conditional"),
    # is asked for, called off, turned down
    ("Peru should [release] the crew.", "proposed"),
    ("Chile offered to [mediate] the dispute.", "proposed"),
    ("Chile refused to [meet] the envoy.", "refused"),
    ("Chile cancelled a [meeting] with Peru.", "cancelled"),
    ("The canceled [talks] were to be held in Lima.", "cancelled"),
]


@pytest.mark.parametrize(("sentence", "status"), STATUS)
def test_the_status_of_an_act_is_read_off_its_sentence(sentence: str, status: str) -> None:
    """Tense, modality, negation and what governs the act decide; the word asked for stands in brackets."""
    place = sentence.rindex("[")
    marked = sentence[:place].replace("[", "").replace("]", "")
    doc = load(DEFAULT_PIPELINE)(sentence.replace("[", "").replace("]", ""))
    word = next(token for token in doc if token.idx <= len(marked) < token.idx + len(token))
    assert status_of(word) == status


def test_a_lasting_act_is_told_by_the_caller_where_the_word_does_not_say() -> None:
    """`standing` makes the present tense a state, and leaves the past alone."""
    nlp = load(DEFAULT_PIPELINE)
    now, then = nlp("Chile occupies the island."), nlp("Chile occupied the island.")
    assert status_of(now[1], standing=True) == "ongoing"
    assert status_of(now[1], standing=False) == "occurred"
    assert status_of(then[1], standing=True) == "occurred"
