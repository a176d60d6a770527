"""Names and attributes: `models.CharField`, `login_required`, `Book.objects.filter`,
`self.object_list`.

A name answers when an import (of this file or of the files it imports from) leads to the API; a
name the user gave to something is the user's, whatever it holds.
"""

from __future__ import annotations

import ast

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import symbols
from cheatsheet_ls.language.python.attributes import of_attribute
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.identity import identity
from cheatsheet_ls.model import Match


def recognise(cursor: Cursor) -> Match | None:
    node = cursor.node
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        where = (cursor.block, node.lineno, node.col_offset)
        path = identity(cursor.resolver, node.id, cursor.scope, where)
        return (
            symbols.match(symbols.of_path(path), cursor.span, api.kind(path) or "name")
            if path
            else None
        )
    if isinstance(node, ast.Attribute) and cursor.on(
        cursor.node_span(node).end - len(node.attr), node.attr
    ):
        owner = cursor.resolver.evaluate(node.value, cursor.scope, cursor.block)
        return of_attribute(cursor.resolver, owner, node.attr, cursor.span)
    return None
