"""How well the cast of a report is found: ``python -m eval.actors [--misses N] [FILE…]`` (gold records; default ``../shared/gold``).

Prints, over all gold actors by kind: how many are found by name (last word alike), and of those how many have the right party and kind.
Over gold statements with a speaker: whether the mention that stands as subject at the cue has the speaker's party and name, for all
subjects, and for pronouns and descriptions apart. That is a rough proxy for coreference: what statements are found is not asked here.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eval.gold import SHARED, parse, read_gold, reports_of
from memcon.actors import find_cast
from memcon.language.load import OFF, load
from memcon.language.quotations import find_quotations
from memcon.settings import from_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from memcon.actors.cast import Cast, Mention


def last_word(name: str | None) -> str:
    """What two names are compared by."""
    words = re.findall(r"\w+", (name or "").lower())
    return words[-1] if words else ""


def subject_at(doc: Doc, cue: dict[str, int], cast: Cast) -> tuple[Token, Mention | None] | None:
    """The token that stands as subject (or object of "by", "to", "of") at the cue, and its mention."""
    span = doc.char_span(cue["start"], cue["end"], alignment_mode="expand")
    if span is None:
        return None
    for token in span:
        for child in token.children:
            if child.dep_ in {"nsubj", "nsubjpass", "poss"} or (
                child.dep_ == "pobj" and token.lower_ in {"to", "by", "of"}
            ):
                return child, cast.headed(child.i) or cast.at(child.i)
    return None


def actors_found(record: dict[str, Any], cast: Cast, count: dict[str, Counter[str]]) -> Iterator[str]:
    """Count the gold actors by kind; yield a line for each miss."""
    for gold in record["actors"]:
        c = count[gold["kind"]]
        c["gold"] += 1
        same = [a for a in cast.actors if last_word(a.name) == last_word(gold["name"])]
        if gold["kind"] == "state" and not same:
            same = [a for a in cast.actors if a.kind == "state" and a.party == gold["party"]]
        if not same:
            yield f"  - {gold['kind']} {gold['party']} {gold['name']!r} ({gold['role']})"
            continue
        c["found"] += 1
        party = [a for a in same if a.party == gold["party"]]
        c["party"] += bool(party)
        c["kind"] += any(a.kind == gold["kind"] for a in same)
        c["role"] += bool(gold["role"]) and any(last_word(a.role) == last_word(gold["role"]) for a in same)
        c["roles"] += bool(gold["role"])
        if not party:
            yield f"  ~ {gold['kind']} {gold['party']} {gold['name']!r} ({gold['role']}) got {[(a.name, a.party, a.role) for a in same]}"


def speakers_found(record: dict[str, Any], doc: Doc, cast: Cast, count: dict[str, Counter[str]]) -> Iterator[str]:
    """Count the subjects at gold cues by the sort of words; yield a line for each wrong one."""
    names = {a["id"]: a["name"] for a in record["actors"]}
    for gold in record["statements"]:
        at = subject_at(doc, gold["cue"], cast) if gold["speaker"] and gold["cue"] else None
        if at is None:
            continue
        token, mention = at
        sort = "pronoun" if token.pos_ == "PRON" or token.tag_ == "PRP$" else mention.reference if mention else "none"
        c = count[sort]
        c["gold"] += 1
        party = (mention.parties if mention else ())[:1] == ((gold["party"],) if gold["party"] else ())
        name = (
            mention is not None
            and mention.actor is not None
            and last_word(cast.actor(mention.actor).name) == last_word(names.get(gold["speaker"]))
        )
        c["party"] += party
        c["name"] += name
        if not party or (sort == "pronoun" and not name):
            got = cast.actor(mention.actor).name if mention and mention.actor else None
            yield f"  ? {sort} {token.text!r} want {names.get(gold['speaker'])!r} {gold['party']} got {got!r} {mention.parties if mention else None}: {token.sent.text.strip()[:160]!r}"


def table(title: str, count: dict[str, Counter[str]], columns: tuple[str, ...], base: str) -> None:
    """Print one count table with its percentages."""
    print(title)
    for kind, c in sorted(count.items()):
        cells = "  ".join(
            f"{k} {100 * c[k] / max(1, c['roles'] if k == 'role' else c['gold'] if k == base else c[base]):5.1f}"
            for k in columns
        )
        print(f"  {kind:<12} gold {c['gold']:>5}  {cells}")
    total: Counter[str] = sum(count.values(), Counter())
    cells = "  ".join(
        f"{k} {100 * total[k] / max(1, total['roles'] if k == 'role' else total['gold'] if k == base else total[base]):5.1f}"
        for k in columns
    )
    print(f"  {'all':<12} gold {total['gold']:>5}  {cells}")


def main(args: list[str]) -> None:
    """Measure and print."""
    misses = int(args[args.index("--misses") + 1]) if "--misses" in args else 0
    paths = [Path(a) for a in args if a.endswith(".jsonl")] or [SHARED / "gold/dev.jsonl", SHARED / "gold/train.jsonl"]
    pipeline = from_environment().pipeline
    nlp = load(pipeline, OFF)
    for path in paths:
        records = read_gold(path)
        reports = reports_of([record["report"] for record in records], path.stem)
        actors: dict[str, Counter[str]] = defaultdict(Counter)
        speakers: dict[str, Counter[str]] = defaultdict(Counter)
        for record, report, doc in zip(records, reports, parse(reports, nlp, pipeline), strict=True):
            cast = find_cast(doc, report, find_quotations(report.text))
            lines = [*actors_found(record, cast, actors), *speakers_found(record, doc, cast, speakers)]
            if lines and misses > 0:
                misses -= 1
                print(record["report"]["id"], *lines, sep="\n")
        table(f"{path.name}: actors", actors, ("found", "party", "kind", "role"), "found")
        table(f"{path.name}: speakers at the cue", speakers, ("party", "name"), "gold")


if __name__ == "__main__":
    main(sys.argv[1:])
