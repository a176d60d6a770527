"""Edits on code-point offsets, and how a file is written: its line ends, indentation and quotes."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from cheatsheet_ls.model import Span

_NEWLINE = re.compile(r"\r\n|\n|\r")
_BLOCK = re.compile(r"(?:@|class\s|def\s|async\s+def\s)")
_INDENTED = re.compile(r"^(\t+|  +)\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TextEdit:
    span: Span
    text: str


def applied(text: str, edits: Iterable[TextEdit]) -> str:
    """The text after edits that do not overlap; at one offset the first of them comes first."""
    ordered = sorted(enumerate(edits), key=lambda pair: (pair[1].span.start, pair[0]), reverse=True)
    for _, edit in ordered:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def difference(old: str, new: str) -> tuple[TextEdit, ...]:
    """The one edit that turns `old` into `new`, as early in the text as it can stand."""
    if old == new:
        return ()
    limit = min(len(old), len(new))
    end = _most(limit, lambda n: old[len(old) - n :] == new[len(new) - n :])
    start = _most(limit - end, lambda n: old[:n] == new[:n])
    if start and old[start - 1 : start + 1] == "\r\n":
        start -= 1  # never between the halves of one line end
    if end and old[len(old) - end - 1 : len(old) - end + 1] == "\r\n":
        end -= 1
    return (TextEdit(Span(start, len(old) - end), new[start : len(new) - end]),)


def _most(limit: int, holds: Callable[[int], bool]) -> int:
    """The largest number up to a limit for which it holds, as for all below: halved, not walked."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        if holds(middle):
            low = middle
        else:
            high = middle - 1
    return low


def newline_of(text: str) -> str:
    found = _NEWLINE.search(text)
    return found.group() if found else "\n"


@lru_cache(maxsize=2)  # a list of completions asks a hundred times about one text
def indent_unit(text: str) -> str:
    """One level of indentation as the file has it; four spaces where it has none."""
    found = _INDENTED.search(text)
    if found is None:
        return "    "
    if found[1].startswith("\t"):
        return "\t"
    return "  " if len(found[1]) in (2, 6) else "    "


def line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


def line_end(text: str, offset: int) -> int:
    """The end of the line that holds the offset, before its line end."""
    found = _NEWLINE.search(text, offset)
    return found.start() if found else len(text)


def empty_lines_around(code: str, indent: str) -> int:
    """Two around classes and functions of a module, one inside a class, none for plain lines."""
    if not _BLOCK.match(code.lstrip()):
        return 0
    return 1 if indent else 2


def below_imports(imports: str, code: str, newline: str) -> str:
    """Both as one text, where an import is the line right before the code."""
    gap = max(1, empty_lines_around(code, "")) + 1
    return imports.rstrip("\r\n") + newline * gap + code.lstrip("\r\n")


def indented(code: str, indent: str, unit: str, newline: str) -> str:
    """`code`, written with four spaces, at `indent` and in the units and line ends of a file."""
    lines = [_reindented(line, unit) for line in code.strip("\n").split("\n")]
    return newline.join(indent + line if line else "" for line in lines)


def _reindented(line: str, unit: str) -> str:
    bare = line.lstrip(" ")
    depth, rest = divmod(len(line) - len(bare), 4)
    return unit * depth + " " * rest + bare if bare.strip() else ""


def in_quotes_of(code: str, text: str) -> str:
    """Python `code` with the quotes most strings of `text` have; strings that hold quotes stay."""
    return _in_single_quotes(code) if _prefers_single_quotes(text) else code


@lru_cache(maxsize=2)
def _prefers_single_quotes(text: str) -> bool:
    return text.count("'") > 2 * text.count('"')


@lru_cache(maxsize=512)
def _in_single_quotes(code: str) -> str:
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    except (tokenize.TokenError, SyntaxError):
        return code
    edits = [
        TextEdit(Span(start, start + len(token.string)), "'" + token.string[1:-1] + "'")
        for token in tokens
        if token.type == tokenize.STRING
        and re.fullmatch(r'"[^"\'\\\n]*"', token.string)
        and (start := position(code, token.start)) >= 0
    ]
    return applied(code, edits)


def position(code: str, place: tuple[int, int]) -> int:
    """The offset of a tokenizer's (line, column) in text with `\\n` line ends."""
    start = 0
    for _ in range(place[0] - 1):
        start = code.find("\n", start) + 1
    return start + place[1]
