"""The cast of a report: first version, names and persons with title, pronouns by recency."""

from __future__ import annotations

import bisect
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from memcon.actors import gazetteer
from memcon.actors.cast import Cast, Mention
from memcon.model import Actor, ActorKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from memcon.actors.cast import Reference
    from memcon.language.quotations import Quotation
    from memcon.model import Report

PARTICLES = frozenset("al el bin ibn bint van von der den de da di du dos la ul ur ud zu y".split())
SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent"})


@lru_cache(maxsize=8)
def words(kind: str) -> frozenset[str]:
    """The words of one list of ``offices.toml``."""
    return frozenset(w.lower() for w in gazetteer.data("offices")[kind])


@dataclass(slots=True)
class Draft:
    """An actor in the making."""

    key: str
    name: str
    kind: ActorKind
    party: str | None
    role: str | None = None
    spans: list[Span] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class Found:
    """A mention in the making: tokens ``[start, end)``, its head, and the draft it points to."""

    start: int
    end: int
    head: int
    draft: Draft | None
    parties: tuple[str, ...]
    reference: Reference


class _Finder:
    def __init__(self, doc: Doc, report: Report, quotations: tuple[Quotation, ...]) -> None:
        self.doc, self.report, self.quotations = doc, report, quotations
        self.starts = [t.idx for t in doc]
        self.drafts: dict[str, Draft] = {}
        self.found: list[Found] = []
        self.hits: dict[int, gazetteer.Hit] = {}
        self.persons: dict[str, Draft] = {}

    def token(self, char: int) -> int:
        return bisect.bisect_right(self.starts, char) - 1

    def draft(self, key: str, name: str, kind: ActorKind, party: str | None) -> Draft:
        return self.drafts.setdefault(key, Draft(key=key, name=name, kind=kind, party=party))

    # names of the gazetteer
    def names(self) -> None:
        for hit in gazetteer.find(self.report.text):
            start, end = self.token(hit.start), self.token(hit.end - 1) + 1
            self.hits.update(dict.fromkeys(range(start, end), hit))
            head, entry = end - 1, hit.entry
            adjective = entry.sort == "adjective" and self.doc[head].dep_ in {"amod", "compound", "nmod"}
            if adjective and self.doc[head].head.i > head:
                self.found.append(Found(start, end, head, None, entry.parties, "adjective"))
                continue
            if start > 0 and self.doc[start - 1].lower_ == "the":
                start -= 1
            self.found.append(Found(start, end, head, self.named(hit), entry.parties, "name"))

    def named(self, hit: gazetteer.Hit) -> Draft:
        entry = hit.entry
        party = entry.parties[0] if len(entry.parties) == 1 else None
        if entry.sort in {"state", "seat", "adjective"} and party and len(party) == 3 and party.isupper() and entry.sort != "body":
            draft = self.draft("state:" + party, entry.name, "state", party)
        elif entry.sort in {"people", "format"}:
            draft = self.draft("group:" + entry.name, entry.name, "group", party)
        else:
            draft = self.draft("body:" + entry.name, entry.name, "body", party)
        draft.names[self.report.text[hit.start : hit.end]] += 1
        return draft

    # persons
    def name_runs(self) -> list[tuple[int, int]]:
        runs, at = [], 0
        while at < len(self.doc):
            end = self.run_end(at)
            if end > at:
                runs.append((at, end))
            at = max(end, at + 1)
        return runs

    def core(self, t: Token) -> bool:
        if not t.text[:1].isupper() or t.i in self.hits or not any(c.isalpha() for c in t.text):
            return False
        if t.lower_ in words("person") | words("modifier") | words("courtesy") | words("titles") | words("body") | words("group"):
            return False
        return not (t.is_stop or t.ent_type_ in {"DATE", "TIME"}) and t.pos_ not in {"PRON", "DET", "ADP", "VERB", "AUX", "ADV"}

    def run_end(self, at: int) -> int:
        if not self.core(self.doc[at]):
            return at
        end = at + 1
        sent_end = self.doc[at].sent.end
        while end < sent_end:
            t = self.doc[end]
            if self.core(t):
                end += 1
            elif (t.text == "-" or t.lower_ in PARTICLES) and end + 1 < sent_end and (self.core(self.doc[end + 1]) or self.doc[end + 1].text == "-"):
                end += 1
            else:
                break
        return end

    def find_persons(self) -> None:
        runs = self.name_runs()
        for start, end in runs:
            titled = self.title_start(start)
            person = any(t.ent_type_ == "PERSON" for t in self.doc[start:end])
            if titled < start or (person and end - start > 1) or self.appositive(end):
                self.person(start, end, titled)
        taken = {i for f in self.found if f.draft and f.draft.kind == "person" for i in range(f.start, f.end)}
        for start, end in runs:
            if start not in taken:
                draft = self.persons.get(self.doc[end - 1].lower_)
                if draft:
                    self.found.append(Found(start, end, end - 1, draft, _one(draft.party), "short"))

    def title_start(self, start: int) -> int:
        at, headed = start, False
        first = self.doc[start].sent.start
        while at > first:
            t = self.doc[at - 1]
            low = t.lower_
            if low in words("person") | words("courtesy") | words("titles"):
                headed = True
            elif at == start:
                break
            elif not (low in words("modifier") | words("body") | {"'s", "’s", "-", "the", "a", "an"} or t.i in self.hits):
                break
            at -= 1
            if low in {"the", "a", "an"}:
                break
        while at < start and self.doc[at].lower_ in {"and", "of", "for", "'s", "’s", "-"}:
            at += 1
        return at if headed else start

    def appositive(self, end: int) -> tuple[int, int] | None:
        if end + 1 >= len(self.doc) or self.doc[end].text != ",":
            return None
        stop = end + 1
        while stop < min(len(self.doc), end + 16) and self.doc[stop].text not in {",", ".", ";"} and self.doc[stop].pos_ not in {"VERB", "AUX"}:
            stop += 1
        if stop < len(self.doc) and self.doc[stop].text == "," and any(t.lower_ in words("person") for t in self.doc[end + 1 : stop]):
            return end + 1, stop
        return None

    def person(self, start: int, end: int, titled: int) -> None:
        name = self.doc[start:end].text
        key = self.doc[end - 1].lower_
        draft = self.persons.get(key)
        if draft is None:
            draft = self.draft("person:" + key, name, "person", None)
            self.persons[key] = draft
        if len(name) > len(draft.name):
            draft.name = name
        role = self.appositive(end) if titled == start else (titled, start)
        if role:
            text = self.doc[role[0] : role[1]].text.removeprefix("the ").removeprefix("The ")
            if self.doc[role[0] : role[1]].text.lower() not in words("courtesy"):
                draft.role = draft.role or text
            draft.party = draft.party or self.party_within(*role)
        self.found.append(Found(titled, end, end - 1, draft, _one(draft.party), "name" if end - start > 1 else "short"))

    def party_within(self, start: int, end: int) -> str | None:
        for i in range(start, end):
            hit = self.hits.get(i)
            if hit and len(hit.entry.parties) == 1:
                return hit.entry.parties[0]
        return None

    # pronouns
    def pronouns(self) -> None:
        order = sorted(self.found, key=lambda f: f.head)
        inside = [(q.start, q.end) for q in self.quotations]
        for t in self.doc:
            if t.pos_ != "PRON" and t.tag_ != "PRP$":
                continue
            low = t.lower_
            if low in {"i", "we", "our", "my", "us", "me"} and any(a <= t.idx < b for a, b in inside):
                self.found.append(Found(t.i, t.i + 1, t.i, None, (), "pronoun"))
            elif low in {"he", "she", "his", "her", "him"}:
                self.point(t, [f for f in order if f.head < t.i and f.draft and f.draft.kind == "person"])
            elif low in {"it", "its"}:
                self.point(t, [f for f in order if f.head < t.i and f.draft and f.draft.kind in {"state", "body"}])
            elif low in {"they", "their", "them"}:
                self.point(t, [f for f in order if f.head < t.i and f.draft and f.draft.kind == "group"])

    def point(self, t: Token, before: list[Found]) -> None:
        near = before[-12:]
        if not near:
            return
        subjects = [f for f in near if self.doc[f.head].dep_ in SUBJECTS]
        best = (subjects or near)[-1]
        self.found.append(Found(t.i, t.i + 1, t.i, best.draft, best.parties, "pronoun"))

    def cast(self) -> Cast:
        self.names()
        self.find_persons()
        for f in self.found:
            if f.draft and f.draft.kind == "person":
                f.parties = _one(f.draft.party)
        self.pronouns()
        return _cast(self.doc, self.found)


def _one(party: str | None) -> tuple[str, ...]:
    return (party,) if party else ()


def _cast(doc: Doc, found: list[Found]) -> Cast:
    found.sort(key=lambda f: (f.start, -f.end))
    ids: dict[str, str] = {}
    drafts: dict[str, Draft] = {}
    mentions = []
    for f in found:
        span = Span(doc[f.start].idx, doc[f.end - 1].idx + len(doc[f.end - 1]))
        actor = None
        if f.draft:
            drafts.setdefault(f.draft.key, f.draft)
            actor = ids.setdefault(f.draft.key, f"a{len(ids) + 1}")
            f.draft.spans.append(span)
        mentions.append((f, Mention(span=span, head=f.head, actor=actor, parties=f.parties, reference=f.reference)))
    actors = tuple(
        Actor(id=ids[k], name=d.name, kind=d.kind, party=d.party, role=d.role, mentions=tuple(sorted(set(d.spans))))
        for k, d in drafts.items()
    )
    at: dict[int, Mention] = {}
    for f, m in sorted(mentions, key=lambda p: p[0].start - p[0].end):
        at.update(dict.fromkeys(range(f.start, f.end), m))
    return Cast(
        actors=actors, mentions=tuple(m for _, m in mentions), _at=at,
        _headed={m.head: m for _, m in mentions}, _by_id={a.id: a for a in actors},
    )


def find_cast(doc: Doc, report: Report, quotations: tuple[Quotation, ...]) -> Cast:
    """Every actor of the report and every mention of one."""
    return _Finder(doc, report, quotations).cast()
