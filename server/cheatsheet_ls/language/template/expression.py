"""Reads expressions inside a tag or variable: filters with their arguments, names, strings.

>>> [f.name for f in filters('a.b|date:"Y-m-d"|default:_("x|y")', 0, 30)]
['date', 'default']

Half-typed text gives what can be read of it; an unclosed quote hides the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from cheatsheet_ls.model import Span

_QUOTED = r'"[^"\\]*(?:\\.[^"\\]*)*"|\'[^\'\\]*(?:\\.[^\'\\]*)*\''
_PIECE = re.compile(
    rf"""(?P<quoted>{_QUOTED})
    |(?P<unclosed>["'].*)
    |(?<!\|)\|\s*(?P<filter>[A-Za-z_]\w*)(?P<colon>:(?P<argument>{_QUOTED}|["'].*|[\w.+-]*))?
    |(?P<path>[^\W\d][\w.]*)(?P<bound>=(?!=))?""",
    re.VERBOSE | re.DOTALL,
)

_STRING = re.compile(rf"{_QUOTED}|[\"'].*", re.DOTALL)
_NAME = re.compile(r"[^\W\d][\w.]*")
_AFTER_BAR = re.compile(r"(?<!\|)\|\s*(?P<name>\w*)\Z")


class Filter(NamedTuple):
    """`|name:argument`; the argument's span holds its quotes."""

    name: str
    span: Span
    argument: Span | None


class Path(NamedTuple):
    """A dotted name; `bound` when it is the `name` of `name=value`."""

    text: str
    start: int
    bound: bool

    @property
    def parts(self) -> list[str]:
        return self.text.split(".")


def filters(source: str, start: int, end: int) -> Iterator[Filter]:
    for piece in _PIECE.finditer(source, start, end):
        if piece["filter"]:
            argument = Span(*piece.span("argument")) if piece["argument"] else None
            yield Filter(piece["filter"], Span(*piece.span("filter")), argument)


def paths(source: str, start: int, end: int) -> Iterator[Path]:
    """Dotted names in order, those given to filters included."""
    for piece in _PIECE.finditer(source, start, end):
        if piece["path"]:
            yield Path(piece["path"], piece.start("path"), piece["bound"] is not None)
        elif _NAME.fullmatch(piece["argument"] or ""):
            yield Path(piece["argument"], piece.start("argument"), bound=False)


def strings(source: str, start: int, end: int) -> Iterator[Span]:
    """Quoted strings in order, with their quotes; an unclosed one reaches to the end."""
    for piece in _PIECE.finditer(source, start, end):
        for group in ("quoted", "unclosed", "argument"):
            if piece[group] and piece[group][0] in "\"'":
                yield Span(*piece.span(group))


def typed_filter(source: str, start: int, offset: int) -> int | None:
    """Where the filter name begins that is being typed at the offset, None where none is."""
    text = _STRING.sub(lambda string: '"' * len(string.group()), source[start:offset])
    found = _AFTER_BAR.search(text)
    return start + found.start("name") if found else None


def without_strings(text: str) -> str:
    """The text with quoted strings emptied: what is left is syntax."""
    return _STRING.sub('""', text)
