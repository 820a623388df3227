"""Every regular expression of memcon, and for each the texts on which it does worst.

A pattern is found where it is kept (in a module, in a tuple or table of one) and where it is written into a call
(``re.sub(r"…", …)``), which is read from the source. A worst text repeats what one of the pattern's own repetitions takes, behind
what has to come before it, and ends so that no match can be had.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import re._constants as codes
import re._parser as parser
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import memcon

CALLS = frozenset({"search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer", "compile"})
ENDS = ("", "\x01", "\n\x01", "!")
# What news pages have in any number: each is repeated whatever the pattern itself repeats.
COMMON = (
    " ",
    "\n",
    "\t",
    "a",
    "A",
    "1",
    "-",
    ".",
    ",",
    '"',
    "<",
    "(",
    "[",
    "a ",
    "A ",
    "a-",
    "A. ",
    "1/",
    "<a ",
    "x=",
    "&",
    " \n",
)
# Tables of patterns that are asked one by one, in a loop.
LOOSE = {"_FORMS": "match"}
_DEEP = 3


@dataclass(frozen=True, slots=True)
class Kept:
    """A pattern, where it is from, and how it is asked: ``search`` stands for all that look at every place of a text."""

    pattern: re.Pattern[Any]
    place: str
    method: str

    def on(self, text: str) -> None:
        """Ask it of a text."""
        given = text if isinstance(self.pattern.pattern, str) else text.encode("utf-8", "replace")
        getattr(self.pattern, self.method)(given)


def every() -> list[Kept]:
    """Every pattern, once for each way in which it is asked."""
    found: dict[tuple[Any, int, str], Kept] = {}
    for module in modules():
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            for pattern in kept(value):
                for method in asked(name, source):
                    found.setdefault(
                        (pattern.pattern, pattern.flags, method), Kept(pattern, f"{module.__name__}.{name}", method)
                    )
        for place, pattern, method in written(module):
            found.setdefault((pattern.pattern, pattern.flags, method), Kept(pattern, place, method))
    return list(found.values())


def asked(name: str, source: str) -> set[str]:
    """How a module asks what it keeps under `name`; where that cannot be seen, in the way that costs most."""
    methods = set(re.findall(rf"\b{re.escape(name)}\.(\w+)\(", source)) & CALLS
    return {method if method in {"match", "fullmatch"} else "search" for method in methods} or {
        LOOSE.get(name, "search")
    }


def modules() -> Iterator[Any]:
    """Every module of memcon."""
    for one in pkgutil.walk_packages(memcon.__path__, "memcon."):
        if "migrations" not in one.name and not one.name.endswith("__main__"):
            yield importlib.import_module(one.name)


def kept(value: Any, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """The patterns in a value, and in what it holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < _DEEP:
        for inner in inside(value):
            yield from kept(inner, depth + 1)


def inside(value: Any) -> list[Any]:
    """What a container or a dataclass holds."""
    if isinstance(value, Mapping):
        return list(value.values())
    if isinstance(value, tuple | list | set | frozenset):
        return list(value)
    if is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in fields(value)]
    return []


def written(module: Any) -> Iterator[tuple[str, re.Pattern[Any], str]]:
    """The patterns that are written into calls, each with its place and the way in which it is asked."""
    for node, method in calls(module):
        made = evaluated(node.args[0], module)
        if made is not None and method != "compile":  # what is compiled is kept
            flags = next((evaluated(one.value, module) for one in node.keywords if one.arg == "flags"), 0)
            way = method if method in {"match", "fullmatch"} else "search"
            yield f"{module.__name__}, line {node.lineno}", re.compile(made, flags), way


def calls(module: Any) -> Iterator[tuple[ast.Call, str]]:
    """The calls of `re` in a module, each with the name of what is called."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS:
            owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id == "re":
                yield node, node.func.attr


def evaluated(node: ast.expr, module: Any) -> Any:
    """What a part of the source stands for; ``None`` where it rests on what only a function knows."""
    code = compile(ast.Expression(node), module.__name__, "eval")
    try:
        return eval(code, dict(vars(module)))  # noqa: S307 - our own source
    except NameError:
        return None


def unknown() -> list[str]:
    """The calls whose patterns rest on what only a function knows, as they are written."""
    return [
        f"{module.__name__}: {ast.unparse(node.args[0])}"
        for module in modules()
        for node, _ in calls(module)
        if evaluated(node.args[0], module) is None
    ]


# --- worst texts ---


def attacks(pattern: re.Pattern[Any]) -> list[tuple[str, str, str]]:
    """Beginnings, units to repeat, and ends."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    own = [(before, unit) for before, unit in _repeated(list(tree), "") if unit]
    beginnings = list(dict.fromkeys(before for before, _ in own))[:4]
    units = dict.fromkeys([*own, *(("", unit) for _, unit in own), *(("", one) for one in COMMON)])
    units.update(dict.fromkeys((before, one) for before in beginnings for one in (" ", "a", "1", "\n")))
    ends = ENDS[:2] if len(units) > 30 else ENDS
    return [(before, unit, end) for before, unit in list(units)[:60] for end in ends]


def _repeated(tree: list[Any], before: str) -> Iterator[tuple[str, str]]:
    """What comes before each repetition, and what it takes once."""
    for operation, argument in tree:
        match operation:
            case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
                _, most, inner = argument
                if most > 9:
                    yield from ((before, one) for one in _samples(list(inner), many=True))
                yield from _repeated(list(inner), before)
            case codes.SUBPATTERN:
                yield from _repeated(list(argument[3]), before)
            case codes.ATOMIC_GROUP:
                yield from _repeated(list(argument), before)
            case codes.BRANCH:
                for branch in argument[1]:
                    yield from _repeated(list(branch), before)
            case codes.ASSERT | codes.ASSERT_NOT:
                yield from _repeated(list(argument[1]), before)
        before += next(iter(_samples([(operation, argument)])), "")


def _samples(tree: list[Any], *, many: bool = False) -> list[str]:
    """Texts that a piece of a pattern takes: one, or a few that differ."""
    made = [""]
    for operation, argument in tree:
        options = _options(operation, argument, many=many)
        made = [one + option for one in made for option in options][: 6 if many else 1]
    return made


def _options(operation: Any, argument: Any, *, many: bool) -> list[str]:
    match operation:
        case codes.LITERAL:
            return [chr(argument)]
        case codes.NOT_LITERAL | codes.ANY:
            return ["a", " "] if many else ["a"]
        case codes.IN:
            return _of_class(argument)[: 4 if many else 1]
        case codes.MAX_REPEAT | codes.MIN_REPEAT | codes.POSSESSIVE_REPEAT:
            least, _, inner = argument
            return [one * max(1, least) for one in _samples(list(inner), many=many)]
        case codes.SUBPATTERN:
            return _samples(list(argument[3]), many=many)
        case codes.ATOMIC_GROUP:
            return _samples(list(argument), many=many)
        case codes.BRANCH:
            found = [one for branch in argument[1] for one in _samples(list(branch), many=many)]
            return found[: 6 if many else 1]
        case _:
            return [""]


_CATEGORIES = {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " ", codes.CATEGORY_WORD: "a",
               codes.CATEGORY_NOT_DIGIT: "a", codes.CATEGORY_NOT_SPACE: "a", codes.CATEGORY_NOT_WORD: "-"}  # fmt: skip


def _of_class(items: list[Any]) -> list[str]:
    """A few characters of a class."""
    if items and items[0][0] is codes.NEGATE:
        taken = re.compile(f"[{''.join(re.escape(one) for one in _of_class(items[1:])) or 'é'}]")
        return [one for one in ("a", " ", "1", "-", "A", "\n", "é") if not taken.match(one)][:3] or ["é"]
    found: list[str] = []
    for operation, argument in items:
        if operation is codes.LITERAL:
            found.append(chr(argument))
        elif operation is codes.RANGE:
            found.append(chr(argument[0]))
        elif operation is codes.CATEGORY:
            found.append(_CATEGORIES.get(argument, "a"))
    return found or ["a"]
