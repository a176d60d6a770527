"""Every regular expression of the server, and whether one may backtrack without bound.

`re` tries the ways a repeat can be taken one after the other. Where a repeat stands in a repeat and
a text can be cut in more than one way between the two, the ways double with each character.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    try:
        from re import _constants as sre  # type: ignore[attr-defined]
        from re import _parser as sre_parse
    except ImportError:  # Python 3.10
        import sre_constants as sre  # type: ignore[no-redef]
        import sre_parse  # type: ignore[no-redef]

import cheatsheet_ls

CALLS = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}
REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT}
MANY = 64  # a count that is as bad as no bound


def patterns() -> dict[str, tuple[str, int]]:
    """Source and flags of each, under the place where it stands."""
    found: dict[str, tuple[str, int]] = {}
    for module in modules():
        for name, value in vars(module).items():
            for at, one in enumerate(_compiled(value)):
                found[f"{module.__name__}.{name}[{at}]"] = (one.pattern, one.flags)
        for line, text in _written(Path(str(module.__file__))):
            found[f"{module.__name__}:{line}"] = (text, 0)
    return found


def modules() -> Iterator[Any]:
    for info in pkgutil.walk_packages(cheatsheet_ls.__path__, "cheatsheet_ls."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def _compiled(value: object) -> Iterator[re.Pattern[Any]]:
    """A pattern, or those in a table of them."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from (found for one in value.values() for found in _compiled(one))
    elif isinstance(value, (tuple, list)):
        yield from (found for one in value for found in _compiled(one))


def _written(path: Path) -> Iterator[tuple[int, str]]:
    """Patterns given as literal text where they are used."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            first = node.args[0]
            if of_re and node.func.attr in CALLS and isinstance(first, ast.Constant):
                yield node.lineno, first.value


def ambiguous(source: str, flags: int = 0) -> list[str]:
    """What is wrong: repeats in repeats where one text can be taken in several ways."""
    parsed = sre_parse.parse(source, flags & ~re.DEBUG)
    return [str(body) for body in _repeated(parsed) if not _separated(body)]


def _repeated(parsed: Any) -> Iterator[Any]:
    """The bodies of unbounded repeats that hold an unbounded repeat."""
    for operation, argument in parsed:
        for inner in _inside(argument):
            yield from _repeated(inner)
        if operation in REPEATS and argument[1] > MANY:
            if any(True for _ in _repeats(argument[2])):
                yield argument[2]


def _inside(argument: Any) -> Iterator[Any]:
    if isinstance(argument, sre_parse.SubPattern):
        yield argument
    elif isinstance(argument, (tuple, list)):
        for one in argument:
            yield from _inside(one)


def _repeats(parsed: Any) -> Iterator[Any]:
    """The unbounded repeats in a part, but for those that can end in one place only."""
    items = list(parsed)
    for at, (operation, argument) in enumerate(items):
        if (
            operation in REPEATS
            and argument[1] > MANY
            and not _ends_once(argument, items[at + 1 :])
        ):
            yield argument
        for inner in _inside(argument):
            yield from _repeats(inner)


def _ends_once(repeat: Any, behind: list[Any]) -> bool:
    """`x*(?!x)`: it takes all it can."""
    if not behind or behind[0][0] is not sre.ASSERT_NOT:
        return False
    return _characters(repeat[2]) <= _characters(behind[0][1][1])


def _separated(body: Any) -> bool:
    """Whether each round holds a character that no repeat within may take."""
    flat = list(body)
    if len(flat) == 1 and flat[0][0] is sre.SUBPATTERN:
        return _separated(flat[0][1][-1])
    if len(flat) == 1 and flat[0][0] is sre.BRANCH:
        return all(_separated(branch) for branch in flat[0][1][1])
    repeats = list(_repeats(body))
    repeated = set().union(*(_characters(repeat[2]) for repeat in repeats))
    return not repeats or any(first and first.isdisjoint(repeated) for first in map(_first, flat))


def _first(item: Any) -> set[str]:
    """What a part that is always there may begin with; nothing where that is not plain to see."""
    operation, argument = item
    if operation is sre.SUBPATTERN:
        return _first(argument[-1][0]) if len(argument[-1]) else set()
    if operation is sre.BRANCH:
        firsts = [_first(branch[0]) if len(branch) else set() for branch in argument[1]]
        return set().union(*firsts) if all(firsts) else set()
    return _characters([item]) if operation in (sre.LITERAL, sre.IN, sre.NOT_LITERAL) else set()


ALPHABET = [chr(code) for code in range(128)] + ["é", "\u2028"]


def _characters(parsed: Any) -> set[str]:
    """Those a part may take; all of them where that is not plain to see."""
    found: set[str] = set()
    for operation, argument in parsed:
        if operation is sre.SUBPATTERN:
            found |= _characters(argument[-1])
        elif operation is sre.BRANCH:
            found |= set().union(*(_characters(branch) for branch in argument[1]))
        elif operation in REPEATS:
            found |= _characters(argument[2])
        elif operation is sre.LITERAL:
            found.add(chr(argument))
        elif operation in (sre.AT, sre.ASSERT, sre.ASSERT_NOT):
            continue
        else:
            found |= {one for one in ALPHABET if _takes(operation, argument, one)}
    return found


def _takes(operation: Any, argument: Any, character: str) -> bool:
    if operation is sre.ANY:
        return character != "\n"
    if operation is sre.NOT_LITERAL:
        return character != chr(argument)
    if operation is sre.IN:
        return _in_set(argument, character)
    return True


def _in_set(items: Any, character: str) -> bool:
    inverted = items[0][0] is sre.NEGATE
    code = ord(character)
    hit = any(
        (kind is sre.LITERAL and value == code)
        or (kind is sre.RANGE and value[0] <= code <= value[1])
        or (kind is sre.CATEGORY and _of_category(value, character))
        for kind, value in items[inverted:]
    )
    return hit is not inverted


_CATEGORIES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_WORD: r"\W",
}


def _of_category(category: Any, character: str) -> bool:
    return re.fullmatch(_CATEGORIES[category], character) is not None


def pumped(source: str, flags: int, length: int) -> Iterator[str]:
    """Texts made to hurt: what each repeat takes, over and over, then what nothing takes."""
    for repeat in _repeats(sre_parse.parse(source, flags)):
        taken = sorted(_characters(repeat[2]) - {"\n"})
        for one in {taken[0], taken[len(taken) // 2], taken[-1]} if taken else ():
            yield one * length + "\x01\n"
        rounds = "".join(taken[:40:7]) or "a"
        yield rounds * (length // len(rounds)) + "\x02"
