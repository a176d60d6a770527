"""Names in import statements: `from django.db import mod▮els`, `import django.ht▮tp`."""

from __future__ import annotations

import ast

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import imports, symbols
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.identity import identity_of_import
from cheatsheet_ls.model import Match


def recognise(cursor: Cursor) -> Match | None:
    statement = cursor.around(ast.Import, ast.ImportFrom)
    if statement is None:
        return None
    alias = cursor.node if isinstance(cursor.node, ast.alias) else None
    if isinstance(statement, ast.ImportFrom):
        path = _from(cursor, statement, alias)
    else:
        path = _import(cursor, alias)
    return (
        symbols.match(symbols.of_path(path), cursor.span, api.kind(path) or "name")
        if path
        else None
    )


def _from(cursor: Cursor, statement: ast.ImportFrom, alias: ast.alias | None) -> str | None:
    if alias is not None:
        if alias.name == "*":
            return None
        return identity_of_import(cursor.resolver, statement, alias.name, cursor.module)
    dotted = imports.absolute(statement, cursor.module)
    return _part(cursor, dotted) if not statement.level else None


def _import(cursor: Cursor, alias: ast.alias | None) -> str | None:
    if alias is None:
        return None
    start = cursor.node_span(alias).start
    if cursor.span.start >= start + len(alias.name):
        return alias.name if api.is_module(alias.name) else None
    return _part(cursor, alias.name)


def _part(cursor: Cursor, dotted: str) -> str | None:
    """The module up to the word under the cursor."""
    text = cursor.module.tree.text
    begin = cursor.span.start
    while begin > 0 and (text[begin - 1].isalnum() or text[begin - 1] in "._"):
        begin -= 1
    path = text[begin : cursor.span.end]
    inside = dotted == path or dotted.startswith(path + ".")
    return path if inside and api.is_module(path) else None
