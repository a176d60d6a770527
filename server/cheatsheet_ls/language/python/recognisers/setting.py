"""Settings assigned in a settings module: `DEB▮UG = True`, also in the classes of
django-configurations.
"""

from __future__ import annotations

import ast

from cheatsheet_ls.facts import names as facts
from cheatsheet_ls.language.python import settings, symbols
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.model import Match


def recognise(cursor: Cursor) -> Match | None:
    node = cursor.node
    if not isinstance(node, ast.Name) or not cursor.word.isupper() or not _place(cursor):
        return None
    if isinstance(node.ctx, ast.Load) and not _bound_here(cursor):
        return None
    if facts.setting(cursor.word) is None or not settings.is_settings(cursor.module):
        return None
    return symbols.match([f"setting:{cursor.word}"], cursor.span, "setting")


def _place(cursor: Cursor) -> bool:
    if cursor.scope.kind == "module":
        return True
    cls = cursor.scope.node
    return isinstance(cls, ast.ClassDef) and any(
        _last(base) == "Configuration" for base in cls.bases
    )


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _bound_here(cursor: Cursor) -> bool:
    """Used, not assigned: `MIDDLEWARE.insert(0, …)`, also of an imported setting."""
    return bool(cursor.scope.find(cursor.word)) or bool(cursor.module.scope.stars)
