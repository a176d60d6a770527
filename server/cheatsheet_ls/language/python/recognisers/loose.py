"""Dotted names in code that could not be parsed: read from the characters, looked up in the scope
around.

Only in a block that had to be repaired, and never inside a string or a comment.
"""

from __future__ import annotations

import re

from cheatsheet_ls.language.python import identity, members, names, symbols
from cheatsheet_ls.language.python.attributes import of_attribute
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.model import Match

_CHAIN = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$")
_STRINGS = re.compile(r"\"(?:[^\"\\]|\\.)*\"?|'(?:[^'\\]|\\.)*'?|#.*")


def recognise(cursor: Cursor) -> Match | None:
    if not cursor.module.tree.is_repaired_at(cursor.span.start):
        return None
    chain = _chain(cursor)
    if chain is None:
        return None
    where = (cursor.block, 10**9, 0)
    if len(chain) == 1:
        path = identity.identity(cursor.resolver, chain[0], cursor.scope, where)
        return symbols.match(symbols.of_path(path), cursor.span, "name") if path else None
    value = names.lookup(cursor.resolver, chain[0], cursor.scope, where)
    for part in chain[1:-1]:
        value = members.attribute(cursor.resolver, value, part) if value is not None else None
    return of_attribute(cursor.resolver, value, chain[-1], cursor.span)


def _chain(cursor: Cursor) -> list[str] | None:
    """`["models", "CharField"]` for the dotted name that ends with the cursor's word."""
    text = cursor.module.tree.text
    line = max(text.rfind("\n", 0, cursor.span.start), text.rfind("\r", 0, cursor.span.start)) + 1
    row = text[line : cursor.span.end]
    if any(
        m.start() + line < cursor.span.start < m.end() + line
        or m.end() + line > cursor.span.end - 1 > m.start() + line
        for m in _STRINGS.finditer(row)
    ):
        return None
    match = _CHAIN.search(row)
    rest = text[cursor.span.end : cursor.span.end + 3].lstrip(" ")
    if match is None or (rest.startswith("=") and not rest.startswith("==")):
        return None
    before = row[: match.start()].rstrip()
    if before.endswith((".", ")", "]")) or re.search(r"\b(?:def|class|import|from|as)$", before):
        return None
    return match.group().split(".")
