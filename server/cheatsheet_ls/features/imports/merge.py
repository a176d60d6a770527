"""One import merged into the text of a file, where a reader would expect it.

A `from` statement of the same module takes a further name; else a new line goes where its
neighbours sort: standard library, packages, own modules. A file without imports gets them below its
docstring.
"""

from __future__ import annotations

import sys
from functools import lru_cache

from cheatsheet_ls.features.edits import (
    TextEdit,
    difference,
    indent_unit,
    line_end,
    line_start,
    newline_of,
)
from cheatsheet_ls.features.imports.existing import Head, Statement, head
from cheatsheet_ls.features.imports.wanted import Import
from cheatsheet_ls.language.python.tree import Tree

MAX_LINE = 88


def head_of(tree: Tree) -> str:
    """The text as far as imports depend on it: what follows is one statement that stands for it."""
    found = head(tree)
    if found.first is None:
        return tree.text
    newline, unit = newline_of(tree.text), indent_unit(tree.text)
    rest = f"class _:{newline}{unit}pass" if found.first_is_block else "_"
    return tree.text[: found.first.start] + rest + newline


@lru_cache(maxsize=512)  # while somebody types below the imports, they stay as they are
def merging(text: str, missing: tuple[Import, ...]) -> tuple[TextEdit, ...]:
    """The edit that brings all the imports into a file of which `head_of` gave the text."""
    new = text
    for one in missing:
        new = merged(new, one)
    return difference(text, new)


def merged(text: str, wanted: Import) -> str:
    """`text` with the import; the caller has looked whether it is there already."""
    found = _head(text)
    if wanted.name is not None:
        for statement in found.statements:
            if _takes(statement, wanted):
                return _extended(text, statement, wanted)
    return _with_line(text, found, wanted)


@lru_cache(maxsize=2)
def _head(text: str) -> Head:
    return head(Tree(text))


def _takes(statement: Statement, wanted: Import) -> bool:
    same = statement.is_from and statement.module == wanted.module
    return same and all(one.name != "*" for one in statement.imports)


# -- a further name in an existing statement ------------------------------------------------------


def _extended(text: str, statement: Statement, wanted: Import) -> str:
    word = f"{wanted.name} as {wanted.alias}" if wanted.alias else str(wanted.name)
    at = _sorted_place(statement, str(wanted.name))
    if at < len(statement.names):
        offset = statement.names[at].span.start
        between = "," + text[statement.names[at - 1].span.end + 1 : offset] if at else ""
        gap = between[1:] if "\n" in between or "\r" in between else " "
        if "#" in gap:
            gap = newline_of(text) + gap.rpartition("\n")[2]
        if not at and _own_line(text, offset):
            gap = newline_of(text) + text[line_start(text, offset) : offset]
        new = text[:offset] + f"{word},{gap}" + text[offset:]
    else:
        new = _appended(text, statement, word)
    return _within_limit(text, new, statement, word)


def _appended(text: str, statement: Statement, word: str) -> str:
    end = statement.names[-1].span.end
    start = statement.names[-1].span.start
    rest = text[end : line_end(text, end)]
    if not _own_line(text, start) or ")" in rest.partition("#")[0]:
        return text[:end] + f", {word}" + text[end:]
    comma = "" if rest.lstrip().startswith(",") else ","
    indent = text[line_start(text, start) : start]
    stop = line_end(text, end)
    line = f"{newline_of(text)}{indent}{word},"
    return text[:end] + comma + text[end:stop] + line + text[stop:]


def _own_line(text: str, offset: int) -> bool:
    """Whether a name is the first thing of its line, as in a list with one name a line."""
    return not text[line_start(text, offset) : offset].strip()


def _sorted_place(statement: Statement, name: str) -> int:
    names = [one.name for one in statement.names]
    for key in (_by_type, str.lower):
        keys = [key(one) for one in names]
        if keys == sorted(keys):
            return sum(one < key(name) for one in keys)
    return len(names)


def _by_type(name: str) -> str:
    """CONSTANTS, Classes, functions: how import sorters order the names of one module."""
    rank = "0" if name.isupper() and len(name) > 1 else "1" if name[:1].isupper() else "2"
    return rank + name


def _within_limit(old: str, new: str, statement: Statement, word: str) -> str:
    """A one-line statement that grew too long becomes a list in brackets."""
    start = statement.span.start
    line = new[start : line_end(new, start)]
    one_line = line_end(old, start) >= statement.span.end
    inside = old[start : statement.span.end]
    if not one_line or len(line.partition("#")[0].rstrip()) <= MAX_LINE or "(" in inside:
        return new
    grown = len(new) - len(old)
    first, last = statement.names[0].span.start, statement.span.end + grown
    names = [part.strip() for part in new[first:last].split(",")]
    newline = newline_of(old)
    unit = indent_unit(old)
    block = "(" + newline + "".join(f"{unit}{name},{newline}" for name in names) + ")"
    return new[:first] + block + new[last:]


# -- a new line -----------------------------------------------------------------------------------


def _with_line(text: str, found: Head, wanted: Import) -> str:
    rank = _rank(wanted)
    same = [one for one in found.statements if _rank(one.imports[0]) == rank]
    if same:
        before = [one for one in same if _sort_key(one.imports[0]) <= _sort_key(wanted)]
        if before:
            return _after(text, before[-1], wanted, blank=False)
        return _before(text, same[0].span.start, wanted, blank=0)
    lower = [one for one in found.statements if _rank(one.imports[0]) < rank]
    if lower:
        return _after(text, lower[-1], wanted, blank=True)
    if found.statements:
        return _before(text, found.statements[0].span.start, wanted, blank=1)
    return _first_import(text, found, wanted)


def _rank(one: Import) -> int:
    if one.relative:
        return 3
    top = one.module.partition(".")[0]
    if top == "__future__":
        return 0
    return 1 if top in sys.stdlib_module_names else 2


def _sort_key(one: Import) -> tuple[bool, str]:
    return one.name is not None, one.module.lower()


def _after(text: str, statement: Statement, wanted: Import, *, blank: bool) -> str:
    newline = newline_of(text)
    end = line_end(text, statement.span.end)
    gap = newline if blank else ""
    return text[:end] + newline + gap + wanted.line() + text[end:]


def _before(text: str, offset: int, wanted: Import, *, blank: int) -> str:
    newline = newline_of(text)
    start = line_start(text, offset)
    return text[:start] + wanted.line() + newline * (1 + blank) + text[start:]


def _first_import(text: str, found: Head, wanted: Import) -> str:
    newline = newline_of(text)
    if found.docstring is not None:
        end = line_end(text, found.docstring.end)
        return text[:end] + newline * 2 + wanted.line() + _gap(text[end:], found, newline)
    if found.first is None:
        return _into_empty(text, wanted, newline)
    start = _above_comments(text, line_start(text, found.first.start))
    blank = 2 if found.first_is_block else 1
    return _before(text, start, wanted, blank=blank)


def _gap(rest: str, found: Head, newline: str) -> str:
    """What follows the new import, with the empty line(s) that belong there."""
    body = rest.lstrip("\r\n")
    if not body.strip():
        return newline
    return newline * (3 if found.first_is_block else 2) + body


def _into_empty(text: str, wanted: Import, newline: str) -> str:
    """A file of nothing but comments and empty lines."""
    if not text.strip("\ufeff \t\r\n"):
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        return mark + wanted.line() + newline + text[len(mark) :]
    return text.rstrip() + newline * 2 + wanted.line() + newline


def _above_comments(text: str, start: int) -> int:
    """Comments right above a statement belong to it, unless they open the file."""
    at = start
    while at:
        above = line_start(text, at - (2 if text[at - 2 : at] == "\r\n" else 1))
        if not text[above:at].lstrip().startswith("#"):
            return at
        at = above
    return start
