"""Where a source may bind a name or set an attribute, told by its characters alone.

A large file mentions `models` in each of its blocks and binds it in one: only that one need be
parsed to follow the name. In doubt a place is told. No pattern is built from the name: compiling
one costs more than the search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

STAR = "*"  # the name that stands for what a star import brings
_STAR = re.compile(r"import[\s\\(]*\*")
_DECLARES = re.compile(r"(?:\bdef|\bclass)[ \t]+\Z")
_IMPORTS = re.compile(r"\bimport[ \t][^\n\r]*\Z")
_SET = re.compile(r"[ \t]*(?:=(?!=)|[:,)\]])")  # alone, with an annotation, or among others
_BLANK = " \t"
_USES = (".", "(")


def may_bind(text: str, name: str) -> Iterator[int]:
    """Offsets: `models.x` and `models(…)` use the name; all else may bind it, and so do import,
    class and def.
    """
    if name == STAR:
        yield from (found.start() for found in _STAR.finditer(text))
        return
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        if not _is_word(text[end : end + 1]) and not _is_word(text[at - 1 : at]):
            if not _is_use(text, end) or _is_declared(text, at):
                yield at
        at = text.find(name, end)


def binds(text: str, name: str) -> bool:
    """Whether the text may bind the name anywhere."""
    return name in text and next(may_bind(text, name), None) is not None


def may_set(text: str, name: str) -> bool:
    """Whether something like `self.name = …` stands there, and not only `self.name.x` or a call."""
    at = text.find(f".{name}")
    while at >= 0:
        end = at + 1 + len(name)
        if not _is_word(text[end : end + 1]) and _SET.match(text, end):
            return True
        at = text.find(f".{name}", end)
    return False


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _is_use(text: str, end: int) -> bool:
    """Whether the name that ends there is followed by a dot or a call."""
    if text.startswith(_USES, end):
        return True
    return text.startswith(" ", end) and text[end : end + 80].lstrip(_BLANK).startswith(_USES)


def _is_declared(text: str, at: int) -> bool:
    """Whether what stands before the name in its line is `def`, `class` or an import."""
    before = text[max(0, at - 20) : at].rstrip(_BLANK)[-1:]
    if not before.isalpha() and before != ",":
        return False
    start = text.rfind("\n", 0, at) + 1
    line = text[max(start, text.rfind("\r", start, at) + 1) : at]
    return bool(_DECLARES.search(line) or _IMPORTS.search(line))
