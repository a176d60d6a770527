"""Names of Django's loggers: `getLogger("django.requ▮est")`, keys of `LOGGING["loggers"]`."""

from __future__ import annotations

import ast

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import callables, settings, symbols
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.model import Match

_SETTING = "setting:LOGGING.loggers."


def recognise(cursor: Cursor) -> Match | None:
    node = cursor.node
    name = text(node) if isinstance(node, ast.Constant) else None
    if name is None or (name != "django" and not name.startswith("django.")):
        return None
    if not _is_asked_for(cursor) and not _is_configured(cursor):
        return None
    assert node is not None
    return symbols.match(_with_parents(name), cursor.string_span(node), "logger")


def _is_asked_for(cursor: Cursor) -> bool:
    """The argument of `logging.getLogger()`."""
    call = cursor.path[-2] if len(cursor.path) > 1 else None
    if not isinstance(call, ast.Call) or cursor.node not in call.args:
        return False
    callee = cursor.resolver.evaluate(call.func, cursor.scope, cursor.block)
    path = callables.path_of(callee) if callee is not None else None
    return path == "logging.getLogger" or _last(call.func) == "getLogger"


def _is_configured(cursor: Cursor) -> bool:
    """A key below "loggers" of a logging configuration."""
    node = cursor.node
    parent = cursor.path[-2] if len(cursor.path) > 1 else None
    if not isinstance(parent, ast.Dict) or not any(node is key for key in parent.keys):
        return False
    assert node is not None
    keys = settings.key_path(list(cursor.path), node)
    return keys[-2:-1] == ["loggers"] and settings.assigned_name(cursor.path) is not None


def _last(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _with_parents(name: str) -> list[str]:
    """What a logger is not told by itself, the one above it in the hierarchy tells.

    Many bear the name of the module that logs; that is what they are called first.
    """
    parts = name.split(".")
    loggers = [_SETTING + ".".join(parts[:count]) for count in range(len(parts), 0, -1)]
    return [name, *loggers] if api.is_module(name) else loggers
