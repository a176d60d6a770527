"""One import merged into the text of a file, where a reader would expect it.

A `from` statement of the same module takes a further name; else a new line goes where its
neighbours sort: standard library, packages, own modules. A file without imports gets them below its
docstring.
"""

from __future__ import annotations

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
from cheatsheet_ls.features.imports.lines import after, before, with_line
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
        of_module = [one for one in found.statements if _is_of(one, wanted)]
        if of_module:
            return _beside(text, of_module, wanted)
    return with_line(text, found, wanted)


@lru_cache(maxsize=2)
def _head(text: str) -> Head:
    return head(Tree(text))


def _is_of(statement: Statement, wanted: Import) -> bool:
    same = statement.is_from and statement.module == wanted.module
    return same and all(one.name != "*" for one in statement.imports)


def _takes(statement: Statement, wanted: Import) -> bool:
    """A name under another one has a line of its own, unless the file puts both on one."""
    if not _is_of(statement, wanted):
        return False
    aliased = {one.alias is not None for one in statement.imports}
    return len(aliased) > 1 or (wanted.alias is None and aliased == {False})


def _beside(text: str, of_module: list[Statement], wanted: Import) -> str:
    """A line of its own among those of the same module."""
    above = [one for one in of_module if str(one.imports[0].name) <= str(wanted.name)]
    if above:
        return after(text, above[-1], wanted, blank=False)
    return before(text, of_module[0].span.start, wanted, blank=0)


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
