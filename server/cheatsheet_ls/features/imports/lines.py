"""An import on a line of its own, where its neighbours sort: standard library, packages, the
project's own, relative ones. A file without imports gets it below its docstring.
"""

from __future__ import annotations

import sys

from cheatsheet_ls.features.edits import line_end, line_start, newline_of
from cheatsheet_ls.features.imports.existing import Head, Statement
from cheatsheet_ls.features.imports.wanted import Import


def with_line(text: str, found: Head, wanted: Import) -> str:
    ranks = _ranks(text, found, wanted)
    rank = _rank_of(wanted, found, ranks)
    ranked = list(zip(ranks, found.statements, strict=True))
    same = [one for its, one in ranked if its == rank]
    if same:
        above = [one for one in same if _sort_key(one.imports[0]) <= _sort_key(wanted)]
        if above:
            return after(text, above[-1], wanted, blank=False)
        return before(text, same[0].span.start, wanted, blank=0)
    lower = [one for its, one in ranked if its < rank]
    if lower:
        return after(text, lower[-1], wanted, blank=True)
    if found.statements:
        return before(text, found.statements[0].span.start, wanted, blank=1)
    return _first_import(text, found, wanted)


_FUTURE, _STANDARD, _PACKAGE, _OWN, _RELATIVE = range(5)


def _ranks(text: str, found: Head, wanted: Import) -> list[int]:
    """The section of each statement. Packages below an empty line behind others, and what begins
    with the same name as one's own, are the project's.
    """
    ranks: list[int] = []
    end, gaps = 0, 0
    for one in found.statements:
        rank = _rank(one.imports[0])
        if rank == _PACKAGE:
            if _PACKAGE in ranks and text[end : one.span.start].count(newline_of(text)) > 1:
                gaps += 1
            if gaps or (wanted.own and one.imports[0].top == wanted.top):
                rank = _OWN
        ranks.append(rank)
        end = one.span.end
    return ranks


def _rank_of(wanted: Import, found: Head, ranks: list[int]) -> int:
    """With those of the same package, where there are some."""
    rank = _rank(wanted)
    if rank not in (_PACKAGE, _OWN):
        return rank
    alike = [
        its
        for its, one in zip(ranks, found.statements, strict=True)
        if one.imports[0].top == wanted.top and its in (_PACKAGE, _OWN)
    ]
    return alike[-1] if alike else rank


def _rank(one: Import) -> int:
    if one.relative:
        return _RELATIVE
    if one.own:
        return _OWN
    if one.top == "__future__":
        return _FUTURE
    return _STANDARD if one.top in sys.stdlib_module_names else _PACKAGE


def _sort_key(one: Import) -> tuple[bool, str]:
    return one.name is not None, one.module.lower()


def after(text: str, statement: Statement, wanted: Import, *, blank: bool) -> str:
    newline = newline_of(text)
    end = line_end(text, statement.span.end)
    gap = newline if blank else ""
    return text[:end] + newline + gap + wanted.line() + text[end:]


def before(text: str, offset: int, wanted: Import, *, blank: int) -> str:
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
    return before(text, start, wanted, blank=blank)


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
