"""Names and attributes: `models.CharField`, `login_required`, `Book.objects.filter`.

A name answers when an import (of this file or of the files it imports from) leads to the API; a
name the user gave to something is the user's, whatever it holds.
"""

from __future__ import annotations

import ast

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import names, symbols
from cheatsheet_ls.language.python.attributes import of_attribute
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.identity import identity
from cheatsheet_ls.model import Match

_OF_EVERY_MODEL = ("objects", "DoesNotExist", "MultipleObjectsReturned")


def recognise(cursor: Cursor) -> Match | None:
    node = cursor.node
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
        return _name(cursor, node)
    if isinstance(node, ast.Attribute):
        return _attribute(cursor, node)
    return None


def _name(cursor: Cursor, node: ast.Name) -> Match | None:
    where = (cursor.block, node.lineno, node.col_offset)
    path = identity(cursor.resolver, node.id, cursor.scope, where)
    if path is None:
        return None
    return symbols.match(symbols.of_path(path), cursor.span, api.kind(path) or "name")


def _attribute(cursor: Cursor, node: ast.Attribute) -> Match | None:
    if not cursor.on(cursor.node_span(node).end - len(node.attr), node.attr):
        return None
    owner = cursor.resolver.evaluate(node.value, cursor.scope, cursor.block)
    if owner is None and names.is_conventional(node, cursor.scope, *_OF_EVERY_MODEL):
        return symbols.match([f"django.db.models.Model.{node.attr}"], cursor.span, "model member")
    return of_attribute(cursor.resolver, owner, node.attr, cursor.span)
