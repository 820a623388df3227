"""What the encoder adds to the statements that the rules find: doubts, and cues that they miss.

The rules say who speaks and where quotations and clauses end, and a cue of the encoder goes through the same steps; only where they
give it no content does the encoder say which words are meant. Without scores nothing is changed.
The bounds were set on reports that the weights had not seen (`docs/design/0015-encoder.md`).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from memcon.extract.clause.grammar import characters
from memcon.extract.statements.contents import content_of
from memcon.extract.statements.cue_clause import FINITE
from memcon.extract.statements.cues import Cue, Sense
from memcon.extract.statements.joining import Found
from memcon.extract.statements.speakers import speaker_at, speaker_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc, Token

    from memcon.encoder.scores import Scores
    from memcon.extract.reading import Reading
    from memcon.extract.statements.cues import Kind
    from memcon.extract.statements.speakers import Speaker
    from memcon.model import Act, Span

DOUBTED = 0.05  # a cue of the rules that is less likely is none
SURE = 0.8  # a word that is likelier is a cue by itself
BESIDE = 0.4  # a word next to it that is likelier belongs to it
REST = 10.0  # log odds of a second part of a content, on the cue's other side
_LEAST = 1e-3  # keeps logarithms finite
_MOST = 6.0  # log odds that one word can give
_STANDS_FREE = frozenset({"nsubj", "nsubjpass", "ROOT"})
_FIRST_PERSON = frozenset({"i", "we", "us", "my", "our"})
_NO_CUES = frozenset(
    {"ask", "be", "do", "have", "make"}
)  # questions of interviewers, and verbs that say nothing by themselves
_ANY = Sense(
    act="assert",
    takes=("clause", "quotation", "to", "about", "thing"),
    prepositions=frozenset({"for", "about", "over", "at", "in", "of", "to", "on", "with", "against", "from", "as"}),
    open=True,
)


def confirmed(found: list[Found], reading: Reading) -> list[Found]:
    """Those that the encoder does not rule out; silences, of which it has seen few, stay."""
    if reading.scores is None:
        return found
    cues = reading.scores.cues()
    return [
        made for made in found if made.act == "decline" or float(cues[made.cue.start : made.cue.end].max()) >= DOUBTED
    ]


def proposed(
    found: list[Found], cues: tuple[Cue, ...], reading: Reading, is_real: Callable[[Cue], bool]
) -> Iterator[Found]:
    """Statements at cues of which the rules make none; `is_real` says that a cue is not under "if" or "might"."""
    if reading.scores is None:
        return
    taken = {n for made in found for n in range(made.cue.start, made.cue.end)}
    for tokens in _cue_runs(reading.scores.cues(), reading.doc):
        made = _made(tokens, cues, reading.scores, reading) if taken.isdisjoint(tokens) else None
        if made is not None and is_real(made.cue):
            yield made


def _made(tokens: tuple[int, ...], cues: tuple[Cue, ...], scores: Scores, reading: Reading) -> Found | None:
    known = next((c for c in cues if c.head.i in tokens or c.tail.i in tokens), None)
    cue = known or _cue(tokens, reading.doc)
    if cue.head.lemma_.lower() in _NO_CUES or any(c.dep_ == "prt" and c.i >= cue.end for c in cue.head.children):
        return None  # "called off" is another verb than "called"
    speaker = speaker_of(cue, reading) or _named_before(cue, reading)
    if speaker is None or (speaker.token is not None and speaker.token.lower_ in _FIRST_PERSON):
        return None
    content = _by_rules(cue, speaker, cues, reading) or _by_encoder(tokens, scores, reading.doc)
    if not content or (known is None and not _has_verb(content, reading.doc)):
        return None  # "summoned the envoy": a thing alone is too little for a cue that no list has
    acts = scores.act(tokens, _tokens(content, reading.doc))
    best: Act = max(acts, key=lambda act: acts[act])
    return Found(cue=cue, speaker=speaker, content=content, act=best)


def _named_before(cue: Cue, reading: Reading) -> Speaker | None:
    """Where the parse gives a cue no subject: the actor named last before it in its sentence, not as an object of a preposition."""
    start = cue.head.sent.start
    for mention in sorted(reading.cast.mentions, key=lambda m: -m.head):
        head = reading.doc[mention.head]
        if start <= mention.head < cue.start and mention.actor is not None and head.dep_ in _STANDS_FREE:
            return speaker_at(head, reading)
    return None


def _by_rules(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> tuple[Span, ...]:
    """The content as the cue's own entry has it, else as any cue could."""
    for asked in (cue, replace(cue, senses=(_ANY,))):
        content = content_of(asked, speaker, cues, reading)
        if content is not None:
            return content.spans
    return ()


def _has_verb(content: tuple[Span, ...], doc: Doc) -> bool:
    return any(doc[n].tag_ in FINITE or doc[n].tag_ == "VB" for n in _tokens(content, doc))


def _cue_runs(likely: NDArray[np.float32], doc: Doc) -> list[tuple[int, ...]]:
    """Words in a row that are likely cues, one of them surely; a sentence's end parts them."""
    runs: list[list[int]] = []
    for n in (int(n) for n in np.flatnonzero(likely > BESIDE)):
        if not any(map(str.isalnum, doc[n].text)):
            continue
        if runs and n - runs[-1][-1] <= 1 and not doc[n].is_sent_start:
            runs[-1].append(n)
        else:
            runs.append([n])
    return [tuple(run) for run in runs if max(likely[n] for n in run) >= SURE]


def _cue(tokens: Sequence[int], doc: Doc) -> Cue:
    """A cue of no entry: its verb leads, else its noun or adjective, else it is a phrase like "according to"."""
    words = [doc[n] for n in tokens]
    head = _first(words, "VERB") or _first(words, "NOUN", "ADJ") or words[-1]
    kinds: dict[str, Kind] = {"NOUN": "noun", "PROPN": "noun", "ADJ": "adjective", "ADP": "source"}
    kind = kinds.get(head.pos_, "verb")
    last = words[-1] if kind == "source" else None
    return Cue(head=head, start=tokens[0], end=tokens[-1] + 1, kind=kind, senses=(_ANY,), last=last)


def _first(words: Sequence[Token], *classes: str) -> Token | None:
    return next((word for word in words if word.pos_ in classes), None)


def _by_encoder(cue: Sequence[int], scores: Scores, doc: Doc) -> tuple[Span, ...]:
    """The words of the cue's sentence that the encoder takes for the content: the surest run, and one more on the cue's other side."""
    start, odds = _odds(cue, scores)
    sent = doc[cue[0]].sent
    odds[: max(0, sent.start - start)] = -_MOST
    odds[max(0, sent.end - start) :] = -_MOST
    best = _surest(odds, 0, len(odds))
    if best is None:
        return ()
    here, parts = cue[0] - start, [best]
    beyond = (best[1], len(odds)) if best[1] <= here else (0, best[0])
    other = _surest(odds, *beyond) if best[1] <= here or best[0] > here else None
    if other is not None and odds[other[0] : other[1]].sum() > REST:
        parts.append(other)
    spans = (characters(doc, start + a, start + b) for a, b in sorted(parts))
    content = tuple(span for span in spans if span is not None)
    return content if _has_verb(content, doc) else ()


def _odds(cue: Sequence[int], scores: Scores) -> tuple[int, NDArray[np.float32]]:
    """The log odds that each word of the cue's window belongs to its content; the cue itself never does."""
    start, bound = scores.content(cue)
    said = scores.said()[start : start + len(bound)]
    odds = np.clip(_log_odds(bound) + 0.5 * _log_odds(said), -_MOST, _MOST)
    odds[[n - start for n in cue if start <= n < start + len(odds)]] = -4 * _MOST
    return start, odds


def _log_odds(chances: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(np.log(chances + _LEAST) - np.log(1 - chances + _LEAST), np.float32)


def _surest(odds: NDArray[np.float32], first: int, last: int) -> tuple[int, int] | None:
    """The run with the greatest sum of log odds, if any is likely."""
    best, best_run, total, begin = 0.0, None, 0.0, first
    for n in range(first, last):
        if total <= 0:
            total, begin = 0.0, n
        total += float(odds[n])
        if total > best:
            best, best_run = total, (begin, n + 1)
    return best_run


def _tokens(spans: Sequence[Span], doc: Doc) -> list[int]:
    """The tokens with a letter or digit in the spans."""
    words = (t for s in spans for t in doc.char_span(s.start, s.end, alignment_mode="expand") or ())
    return [t.i for t in words if any(map(str.isalnum, t.text))]
