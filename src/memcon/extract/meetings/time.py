"""When and where a mention puts its meeting, and the second day or place that is named beside the first."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from memcon.extract.clause.modality import clause_of, is_verbal
from memcon.extract.clause.sides import carrier
from memcon.extract.clause.verb_group import is_plain_present
from memcon.extract.clause.when import edtf_of, time_of
from memcon.extract.meetings.lexicon import class_of, words
from memcon.extract.meetings.nouns import lemma_of
from memcon.language.times.periods import add_days

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.reading import Reading
    from memcon.model import MeetingStatus, Statement, Time

_FIXED = frozenset(
    {"due", "schedule", "expect", "slate", "set", "plan", "foresee", "call", "bill", "convene", "pencil"}
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_NEAR = 6  # tokens from a noun to what says that it is planned
_LONGEST = 30  # days of the longest visit
_DAY, _YEAR = 10, 4  # characters of a day and a year in EDTF
_BACK = 3  # sentences
_NEWS = 14  # days back from publication
_RANGE = frozenset({"-", "–", "—", "to", "through", "until", "till"})
_THERE = frozenset({"in", "during", "at", "after", "following"})
_THERE_OR_OF = frozenset({"in", "during", "at", "on", "of", "for"})
_MET = frozenset({"talks", "meeting", "visit", "trip", "summit", "round", "conference"})
_AFTER = frozenset({"after", "following", "since"})
_CHANGED = frozenset({"cancelled", "postponed", "suspended", "refused", "proposed"})
_BEFORE_NOUN = frozenset({"nummod", "compound", "amod", "nmod"})
_HEADLINE = frozenset({"VBZ", "VBP"})


def when_held(reading: Reading, mention: Mention, status: MeetingStatus, statements: tuple[Statement, ...] = ()) -> str:
    """The day or span that the mention gives, as EDTF; ``""`` where none."""
    doc = reading.doc
    if mention.beside is not None and (time := time_at(reading, mention.beside)) is not None:
        return _to_its_end(reading, time)
    token = doc[mention.head]
    time = None if is_verbal(token) else _announced(reading, mention)
    if time is not None:
        return for_days(reading, mention, _to_its_end(reading, time))
    if _is_moved(token) and status != "held":
        return _moved_to(reading, token)
    time = _own_time(reading, token)
    if (
        time is not None
        and not _owns(reading, token, time)
        and (status in _CHANGED or _is_of_cue(reading, token, time))
    ):
        return ""
    if time is None or not time.edtf:
        return _undated(reading, token, status, statements)
    if status == "held" and _names_what_came(reading, token, time):
        return f"../{time.edtf}"
    if _looks_ahead(token) and not _owns(reading, token, time):
        return ""
    value = edtf_of(reading, time)
    if value == time.edtf:
        value = _to_its_end(reading, time)
    value = for_days(reading, mention, value)
    if status == "under-way" and mention.kind != "visit":
        return _from_its_start(value, reading.report.published)
    if status == "held" and _is_before_that(reading, token, time) and "/" not in value:
        return f"../{_first_named(reading, token, value)}"
    return value


def _own_time(reading: Reading, token: Token) -> Time | None:
    """The time expression that governs the word, none that another meeting or a topic has for itself."""
    own = time_of(reading, token, lambda head: _is_of_another(head, token) or _is_years(head, token))
    return own or time_of(reading, token, lambda head: _is_of_another(head, token) and not _is_years(head, token))


def _is_years(head: Token, token: Token) -> bool:
    """As in "the 2015 agreement": the year of another thing, which counts only where nothing else tells the time."""
    thing = head.head.i not in {token.i, head.i} and head.head.pos_ in {"NOUN", "PROPN"}
    return thing and len(head.text) == _YEAR and head.text.isdigit() and head.dep_ in _BEFORE_NOUN


def _is_of_another(head: Token, token: Token) -> bool:
    """As in "talks over the crash in January", "a visit that builds on that of February": the time tells when something else took place."""
    if is_verbal(token) or not token.is_ancestor(head):
        return False
    below = head
    for above in head.ancestors:
        if above.i == token.i:
            return False
        topical = above.dep_ == "prep" and above.lower_ in words("agenda", "prepositions") and below.i != head.i
        topical = topical and below.lemma_.lower() not in words("agenda", "no_topics")
        topical = topical or (above.lower_ == "since" and below.i != head.i and below.ent_type_ != "DATE")
        if topical or (above.pos_ == "NOUN" and lemma_of(above) in _MET and above.head.lower_ not in _THERE_OR_OF):
            return True
        below = above
    return False


def _from_its_start(value: str, published: str) -> str:
    """The value of what goes on: open from its first day; one whose first round is over ("opened on May 3-4"), too."""
    first, _, last = value.partition("/")
    if not last and len(first) == _DAY and _is_news(first, published):
        return value
    over = len(last) == _DAY and last < published
    return f"{first}/.." if not last or over else value


def _is_news(day: str, published: str) -> bool:
    """Whether a day is of the weeks that a report's news is of: a round that began then goes on, where older talks are a series."""
    if len(published) != _DAY:
        return False
    since = add_days(date.fromisoformat(published), -_NEWS)
    return (since.isoformat() if since else "") <= day <= published


def _is_moved(token: Token) -> bool:
    """As in "an idea of moving the meeting to July 3": the day is not the meeting's, or not yet."""
    verb = None if is_verbal(token) else carrier(token)
    return (
        verb is not None
        and class_of("status").get(verb.lemma_) in {"cancelled", "postponed"}
        and verb.lemma_ != "reschedule"
    )


def _moved_to(reading: Reading, token: Token) -> str:
    """As in "were postponed until February 20": the new day."""
    verb = carrier(token)
    for link in verb.children if verb is not None else ():
        if link.dep_ == "prep" and link.lower_ in {"until", "till"}:
            for day in link.children:
                time = time_at(reading, day.i)
                return time.edtf if time is not None else ""
    return ""


def _names_what_came(reading: Reading, token: Token, time: Time) -> bool:
    """As in "the talks on the 2015 deal": a year that tells which deal is meant, and so what came of the talks."""
    span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None or len(time.edtf) != _YEAR or span.root.dep_ not in {"nummod", "compound", "amod", "nmod"}:
        return False
    return span.root.head.i not in {token.i, span.root.i} and span.root.head.pos_ in {"NOUN", "PROPN"}


def _announced(reading: Reading, mention: Mention) -> Time | None:
    """As in "talks, set to open on January 9", "the call, which took place on Monday": the day in what follows the noun's phrase."""
    doc, sent = reading.doc, reading.doc[mention.head].sent
    for word in doc[mention.end : min(mention.end + _NEAR, sent.end)]:
        fixed = word.lemma_.lower() in _FIXED and word.tag_ in {"VBN", "VBD", "JJ", "IN"}
        if fixed or (word.lower_ == "which" and _opens(doc[word.i + 1 : word.i + 4])):
            stop = next((t.idx for t in doc[word.i : sent.end] if _ends(t)), sent.end_char)
            return next((t for t in reading.times if word.idx <= t.start < stop and _is_exact(t)), None)
        if not (word.pos_ in {"PUNCT", "AUX", "PRON", "DET"} or word.ent_type_ == "PERSON"):
            return None
    return None


def _opens(words_after: Span) -> bool:
    """As in "which took place", "which was held", "which were to open"."""
    to_come = any(w.lemma_ == "be" and w.i + 1 < w.sent.end and w.nbor(1).lower_ == "to" for w in words_after)
    return to_come or any(w.lemma_ in {"take", "hold", "open", "begin", "start"} for w in words_after)


def _ends(token: Token) -> bool:
    return token.text in {",", ";", "."} and not _in_date(token)


def _is_exact(time: Time) -> bool:
    return len(time.edtf.rstrip("~").split("/")[0]) == _DAY


def _in_date(token: Token) -> bool:
    """Whether a comma or full stop is part of a date ("Jan. 23, 2017")."""
    return token.ent_type_ in {"DATE", "TIME"}


def for_days(reading: Reading, mention: Mention, value: str) -> str:
    """As in "a three-day visit from Monday": first and last day."""
    if len(value) != _DAY:
        return value
    before = reading.doc[mention.start : mention.head].text.lower()
    told = re.search(r"\b(\w+)(?:[- ]day\b|\sdays of\b)", f"{_before(reading, mention)} {before}")
    number = _NUMBERS.get(told.group(1), told.group(1)) if told else ""
    if not str(number).isdigit() or int(number) < 2 or int(number) > _LONGEST:
        return value
    further = int(number) - 1
    other = add_days(date.fromisoformat(value), -further if _ended(reading.doc[mention.head]) else further)
    return "/".join(sorted((value, other.isoformat()))) if other else value


def _before(reading: Reading, mention: Mention) -> str:
    """The three words before a mention: "two days of" is none of its own."""
    start = max(mention.start - 3, reading.doc[mention.head].sent.start)
    return reading.doc[start : mention.start].text.lower() + " "


def _ended(token: Token) -> bool:
    """As in "ended two days of talks on Friday", "after two days of talks": the day is the last."""
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
        token = token.head.head
    verb = token.head
    particle = any(c.dep_ == "prt" and c.lower_ == "up" for c in verb.children)
    return (
        class_of("status").get(verb.lemma_) == "ended"
        or (verb.lemma_ in {"wrap", "wind"} and particle)
        or (token.dep_ == "pobj" and verb.lower_ in _AFTER)
    )


def _undated(reading: Reading, token: Token, status: MeetingStatus, statements: tuple[Statement, ...]) -> str:
    """No time is given: the day of what was said there, or of publication where a digest tells it in the present tense."""
    if status == "planned" and _for_a_visit_now(token):
        return reading.report.published
    if status not in {"held", "under-way"}:
        return ""
    verb = token if is_verbal(token) else clause_of(token)
    if not is_verbal(token) and token.dep_ == "pobj" and token.head.lower_ in _THERE:
        for statement in statements:
            if statement.cue.start <= verb.idx < statement.cue.end and len(statement.said) == _DAY:
                return statement.said
        if (verb.lemma_ in words("saying", "plain") or _makes_remarks(verb)) and (day := _day_of_speech(reading, verb)):
            return day
    root = token.sent.root
    link = _link(token)
    aside = not is_verbal(token) and link in _AFTER | {"before", "with"}
    present = is_plain_present(root) and root.i == verb.i and root.lemma_ not in {"say", "be", "have"}
    present = present and not aside and not (token.dep_ == "dobj" and carrier(token) is None)
    begun = is_plain_present(root) and root.lemma_ in {
        "begin",
        "start",
        "open",
        "resume",
        "kick",
        "launch",
        "arrive",
        "land",
    }
    if status == "under-way":
        return reading.report.published if begun and root.i in {verb.i, token.head.i} else ""
    passive = (
        verb.tag_ == "VBN"
        and token.dep_ == "nsubjpass"
        and any(c.dep_ == "auxpass" and c.tag_ in _HEADLINE for c in verb.children)
    )
    return reading.report.published if present or passive else ""


def _link(token: Token) -> str:
    """The preposition that a noun's phrase stands under, over "months of talks"; ``""`` where none."""
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
        token = token.head.head
    return token.head.lower_ if token.dep_ == "pobj" or token.head.lower_ == "following" else ""


def _for_a_visit_now(token: Token) -> bool:
    """As in "A visits B to meet C", in a digest's present tense."""
    verb = clause_of(token)
    root = token.sent.root
    goes = class_of("verbs").get(root.lemma_) in {"visit", "travel"} and root.lemma_ != "be"
    purpose = verb.head.i == root.i and verb.dep_ in {"advcl", "xcomp"} and verb.tag_ == "VB"
    return is_plain_present(root) and goes and (purpose or token.head.head.i == root.i)


def _makes_remarks(verb: Token) -> bool:
    """As in "spoke so in a meeting with"."""
    return verb.lemma_ == "make" and any(
        c.lemma_ in {"remark", "comment", "statement", "announcement", "point"} for c in verb.children
    )


def _day_of_speech(reading: Reading, verb: Token) -> str:
    """The day that a verb of saying just before has: a report's lead dates what was said, and so the meeting where it was said."""
    start, sent = verb.sent.start_char, verb.sent
    for _ in range(_BACK):
        if sent.start == 0:
            break
        sent = reading.doc[sent.start - 1].sent
        start = sent.start_char
    for time in reversed([t for t in reading.times if start <= t.start < verb.idx and len(t.edtf) == _DAY]):
        span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        above = next((a for a in span.root.ancestors if a.pos_ in {"VERB", "AUX"}), None) if span is not None else None
        if above is not None and above.lemma_ in words("saying", "cues") | words("saying", "plain"):
            return time.edtf
    return ""


def _to_its_end(reading: Reading, time: Time) -> str:
    """The value of "January 23-24" or "May 3 to 5": both ends, where they are found apart."""
    text = reading.report.text
    for other in reading.times:
        if other.start >= time.end and other.edtf and "/" not in time.edtf + other.edtf:
            between = text[time.end : other.start].strip().lower()
            return f"{time.edtf}/{other.edtf}" if between in _RANGE and other.edtf > time.edtf else time.edtf
    return time.edtf


def _looks_ahead(token: Token) -> bool:
    """As in "ahead of a meeting", "before the talks": the clause's day is not the meeting's."""
    link = token.head
    if is_verbal(token) or token.dep_ != "pobj":
        return False
    return (
        link.lower_ in {"before", "until"}
        or (link.lower_ == "of" and link.head.lower_ in {"ahead", "eve", "run-up"})
        or (link.lower_ == "to" and link.head.lower_ in {"prior", "run-up"})
    )


def _first_named(reading: Reading, token: Token, value: str) -> str:
    """The earliest of the days that the clause names: "met on Feb. 12 and April 23, after an earlier meeting"."""
    days = [t.edtf for t in reading.times if token.sent.start_char <= t.start < token.idx and len(t.edtf) == 10]
    return min([value, *days])


def _is_of_cue(reading: Reading, token: Token, time: Time) -> bool:
    """Whether the time is that of a saying or of a change ("confirmed on Tuesday a visit"), not of the meeting."""
    if token.dep_ == "pobj" and token.head.lower_ in {"during", "after", "at", "in", "following", "before"}:
        return False
    span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    verb = next((a for a in span.root.ancestors if a.pos_ in {"VERB", "AUX"}), None) if span is not None else None
    carrying = token if is_verbal(token) else carrier(token)
    return (
        verb is not None
        and verb.lemma_ in words("saying", "cues")
        and (carrying is None or carrying.i != verb.i or verb.lemma_ in words("saying", "cues"))
    )


def _is_before_that(reading: Reading, token: Token, time: Time) -> bool:
    """As in "met on Feb. 27, following an earlier meeting": the day is that of what came after."""
    link = token.head
    if token.dep_ != "pobj" or link.lower_ not in _AFTER or _owns(reading, token, time):
        return False
    verb = clause_of(token)
    earlier = any(c.lower_ in {"earlier", "previous", "last", "first"} for c in token.lefts)
    return earlier or verb.lemma_ not in words("saying", "plain")


def _owns(reading: Reading, token: Token, time: Time) -> bool:
    """Whether the time stands inside the phrase of the noun."""
    span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    return span is not None and token.left_edge.i <= span.start and span.end <= token.right_edge.i + 1


def day_of(reading: Reading, mention: Mention) -> str:
    """The day that the mention's own words or its verb give: enough to tell two meetings apart."""
    if mention.beside is not None:
        time = time_at(reading, mention.beside)
        return time.edtf if time is not None else ""
    token = reading.doc[mention.head]
    time = _own_time(reading, token)
    if time is None:
        return ""
    verb = token if is_verbal(token) else carrier(token)
    if _is_moved(token):
        return ""
    span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    if span is None:
        return ""
    on_verb = verb is not None and any(a.i == verb.i for a in span.root.ancestors)
    own = _owns(reading, token, time)
    if (own or (on_verb and not _is_of_cue(reading, token, time))) and not _is_before_that(reading, token, time):
        return edtf_of(reading, time)
    return ""


def time_at(reading: Reading, token: int) -> Time | None:
    """The time expression that a token stands in."""
    at = reading.doc[token].idx
    return next((t for t in reading.times if t.start <= at < t.end), None)
