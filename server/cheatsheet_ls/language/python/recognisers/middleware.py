"""The hooks of a middleware class, which no base class shows: `def process_vi▮ew(self, …)`."""

from __future__ import annotations

import ast

from cheatsheet_ls.language.python import classes, symbols
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.finding import body_of
from cheatsheet_ls.language.python.scopes import FunctionNode
from cheatsheet_ls.language.python.values import UserClass
from cheatsheet_ls.model import Match

_MIXIN = "django.utils.deprecation.MiddlewareMixin"
_HOOKS = ("process_view", "process_exception", "process_template_response")
_OF_MIXIN = ("process_request", "process_response")


def recognise(cursor: Cursor) -> Match | None:
    node = cursor.node
    if not isinstance(node, FunctionNode) or node.name != cursor.word:
        return None
    if cursor.word not in (*_HOOKS, *_OF_MIXIN):
        return None
    cls = cursor.enclosing_class()
    if cls is None or not _is_middleware(cursor, cls):
        return None
    return symbols.match([f"{_MIXIN}.{cursor.word}"], cursor.span, "method")


def _is_middleware(cursor: Cursor, cls: UserClass) -> bool:
    """Derived from the mixin; for the hooks of every middleware, shaped like one."""
    ancestors = classes.mro(cursor.resolver, cls)
    if _MIXIN in ancestors:
        return True
    own = [ancestor for ancestor in ancestors if isinstance(ancestor, UserClass)]
    return cursor.word in _HOOKS and any(map(_takes_get_response, own))


def _takes_get_response(cls: UserClass) -> bool:
    """`def __init__(self, get_response)` beside `__call__`: what Django asks of a middleware."""
    body = body_of(cls)
    made = body.find("__init__")
    node = made[-1][1].node if made else None
    if not isinstance(node, ast.FunctionDef) or not body.find("__call__"):
        return False
    return [argument.arg for argument in node.args.args[1:2]] == ["get_response"]
