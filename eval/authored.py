"""Reports of our own with their readings, as gold: ``python -m eval.authored [FILE.toml…] [--out GOLD.jsonl]``.

Each file of ``eval/authored`` is one invented report and its reading under the record's contract. Words are given as they stand in the
text, so that the file can be read: a span is the words themselves, or, where they stand there more than once, words around them with
the span between bars (``"|said| on Monday"``); ``…`` between blanks stands for any words left out of the middle of a long one.
Prints what is wrong with a file (words that are not in the text or not once, unknown names) and else how much there is.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, get_args

from eval.gold import CACHE
from memcon.model import Act, EventStatus, EventType, Form, MeetingStatus

FOLDER = Path(__file__).resolve().parent / "authored"
KINDS = ("statements", "events", "meetings", "conditions")
ACTS, FORMS, TYPES = (frozenset(get_args(words)) for words in (Act, Form, EventType))
STATUSES = {"events": frozenset(get_args(EventStatus)), "meetings": frozenset(get_args(MeetingStatus))}
SPANS = {
    "statements": {"cue": False, "content": True},
    "events": {"trigger": False},
    "meetings": {"mentions": True, "agenda": True},
    "conditions": {"what": False, "requires": False},
}  # whether it is a list
GIVEN: dict[str, dict[str, Any]] = {
    "statements": {"speaker": None, "party": None, "form": "indirect", "act": "assert", "said": "", "channel": None, "via": None},
    "events": {
        "type": "", "code": "", "initiators": [], "recipients": [], "status": "occurred", "when": "", "where": None,
        "source": None,
    },
    "meetings": {
        "parties": [], "delegates": [], "status": "held", "changed_by": None, "when": "", "where": None, "agenda": [],
        "source": None, "about": None,
    },
    "conditions": {"set_by": None, "source": None},
}  # fmt: skip
GOLD = CACHE / "eval/own/gold.jsonl"


class ReadingError(Exception):
    """A file that cannot be read as it is meant; the message says where."""


def span(text: str, words: str) -> dict[str, int]:
    """Where `words` stand in `text`.

    Raises:
        ReadingError: they do not, or not once.
    """
    parts = words.split("|")
    if len(parts) not in {1, 3}:
        raise ReadingError(f"a span has two bars with words between, or none: {words!r}")
    before, inner, after = parts if len(parts) > 1 else ["", words, ""]
    first, dots, last = inner.partition(" … ")
    middle = f"{re.escape(first)}(?:.*?){re.escape(last)}" if dots else re.escape(first)
    found = list(re.finditer(f"{re.escape(before)}({middle}){re.escape(after)}", text, re.DOTALL))
    if len(found) != 1:
        raise ReadingError(f"{words!r} stands {len(found)} times in the text")
    return {"start": found[0].start(1), "end": found[0].end(1)}


def record_of(path: Path) -> dict[str, Any]:
    """The gold record that a file tells.

    Raises:
        ReadingError: with every fault of the file, one a line.
    """
    given = tomllib.loads(path.read_text("utf-8"))
    text = given["text"].strip()
    record: dict[str, Any] = {
        "report": {
            "id": path.stem, "source_id": path.stem, "title": given["title"], "published": given["published"],
            "outlet": given.get("outlet", ""), "url": "", "language": "en", "text": text,
        },
        "actors": [{"role": None, "party": None} | actor for actor in given.get("actors", [])],
    }  # fmt: skip
    faults: list[str] = []
    for kind in KINDS:
        record[kind] = []
        for number, item in enumerate(given.get(kind, []), 1):
            try:
                record[kind].append(_item(kind, f"{kind[0]}{number}", item, text))
            except ReadingError as wrong:
                faults.append(f"{path.name}: {kind} {number}: {wrong}")
    faults.extend(f"{path.name}: {fault}" for fault in _names(record))
    if faults:
        raise ReadingError("\n".join(faults))
    return record


def _item(kind: str, number: str, item: dict[str, Any], text: str) -> dict[str, Any]:
    unknown = item.keys() - GIVEN[kind].keys() - SPANS[kind].keys() - {"id"}
    if unknown:
        raise ReadingError(f"no such field: {', '.join(sorted(unknown))}")
    made: dict[str, Any] = {"id": number} | GIVEN[kind] | item
    for field, many in SPANS[kind].items():
        words = made.get(field)
        if many:
            made[field] = [span(text, each) for each in words or []]
        else:
            made[field] = span(text, words) if words else None
    needed = {"statements": "content", "events": "trigger", "meetings": "mentions", "conditions": "what"}[kind]
    if not made[needed]:
        raise ReadingError(f"no {needed}")
    return made


def _names(record: dict[str, Any]) -> list[str]:
    """Names that the contract does not have, actors and statements that are not there."""
    actors = {actor["id"] for actor in record["actors"]} | {None}
    sources = {statement["id"] for statement in record["statements"]} | {None}
    faults = []
    for s in record["statements"]:
        if s["act"] not in ACTS or s["form"] not in FORMS:
            faults.append(f"{s['id']}: no such act or form: {s['act']}, {s['form']}")
        faults.extend(f"{s['id']}: no such actor: {s[f]}" for f in ("speaker",) if s[f] not in actors)
    for e in record["events"]:
        if e["type"] not in TYPES or e["status"] not in STATUSES["events"]:
            faults.append(f"{e['id']}: no such type or status: {e['type']}, {e['status']}")
    for m in record["meetings"]:
        if m["status"] not in STATUSES["meetings"]:
            faults.append(f"{m['id']}: no such status: {m['status']}")
    items = record["events"] + record["meetings"] + record["conditions"]
    faults.extend(f"{i['id']}: no such statement: {i['source']}" for i in items if i["source"] not in sources)
    return faults


def gold(paths: list[Path] | None = None) -> list[dict[str, Any]]:
    """The records of the files, all of the folder by default, in the order of their names.

    Raises:
        ReadingError: with every fault of every file.
    """
    records, faults = [], []
    for path in paths or sorted(FOLDER.glob("*.toml")):
        try:
            records.append(record_of(path))
        except (ReadingError, tomllib.TOMLDecodeError, ValueError, KeyError) as wrong:
            faults.append(str(wrong) if isinstance(wrong, ReadingError) else f"{path.name}: {wrong!r}")
    if faults:
        raise ReadingError("\n".join(faults))
    return records


def written(records: list[dict[str, Any]], out: Path = GOLD) -> Path:
    """Write records as a gold file, and give its path."""
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), "utf-8")
    return out


def main() -> None:
    """Check the files, and write them as gold if asked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    try:
        records = gold(options.files)
    except ReadingError as wrong:
        sys.exit(str(wrong))
    if options.out:
        written(records, options.out)
    count = Counter({kind: sum(len(record[kind]) for record in records) for kind in KINDS})
    sys.stdout.write(f"{len(records)} reports: " + ", ".join(f"{n} {kind}" for kind, n in count.items()) + "\n")


if __name__ == "__main__":
    main()
