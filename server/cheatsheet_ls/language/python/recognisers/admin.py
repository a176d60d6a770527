"""Conventions of the admin: attributes set on its functions, and the keys of `fieldsets`.

`shout.short_description = "…"` is what `@admin.display(description="…")` sets since Django 3.2.
"""

from __future__ import annotations

import ast

from cheatsheet_ls.language.python import classes, symbols
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.language.python.scopes import Scope
from cheatsheet_ls.language.python.values import UserClass, UserFunction
from cheatsheet_ls.model import Match

_ADMIN = "django.contrib.admin.options.BaseModelAdmin"
_ATTRIBUTES = {
    "short_description": "kwarg:django.contrib.admin.display.description",
    "admin_order_field": "kwarg:django.contrib.admin.display.ordering",
    "empty_value_display": "kwarg:django.contrib.admin.display.empty_value",
    "boolean": "kwarg:django.contrib.admin.display.boolean",
    "allowed_permissions": "kwarg:django.contrib.admin.action.permissions",
}
_FIELDSET = "kwarg:django.contrib.admin.helpers.Fieldset."
_KEYS = ("fields", "classes", "description")


def recognise(cursor: Cursor) -> Match | None:
    node = cursor.node
    if isinstance(node, ast.Attribute):
        return _on_function(cursor, node)
    if isinstance(node, ast.Constant) and (key := text(node)) in _KEYS:
        return _fieldset_key(cursor, node, str(key))
    return None


def _on_function(cursor: Cursor, node: ast.Attribute) -> Match | None:
    """An attribute set on a method of an admin class, or on a function of a file with one."""
    symbol = _ATTRIBUTES.get(node.attr)
    if symbol is None or not isinstance(node.ctx, ast.Store) or cursor.word != node.attr:
        return None
    function = cursor.resolver.evaluate(node.value, cursor.scope, cursor.block)
    if not isinstance(function, UserFunction) or not _is_of_admin(cursor, cursor.scope):
        return None
    if node.attr == "short_description" and _is_action(function):
        symbol = "kwarg:django.contrib.admin.action.description"
    return symbols.match([symbol], cursor.span, "keyword argument")


def _is_action(function: UserFunction) -> bool:
    """Actions take the admin, the request and the queryset."""
    arguments = [argument.arg for argument in function.node.args.args]
    return len(arguments) > 1 and arguments[1] == "request"


def _is_of_admin(cursor: Cursor, scope: Scope) -> bool:
    if scope.kind == "class":
        cls = cursor.enclosing_class()
        return cls is not None and _is_admin(cursor, cls)
    return scope.kind == "module" and any(
        binding.how in ("import", "from") for _, binding in scope.find("admin")
    )


def _is_admin(cursor: Cursor, cls: UserClass) -> bool:
    return _ADMIN in classes.mro(cursor.resolver, cls)


def _fieldset_key(cursor: Cursor, node: ast.Constant, key: str) -> Match | None:
    """`"classes"` in `fieldsets = [(None, {"classes": […]})]`."""
    parent = cursor.path[-2] if len(cursor.path) > 1 else None
    if not isinstance(parent, ast.Dict) or node not in parent.keys:
        return None
    cls = cursor.enclosing_class()
    statement = cursor.around(ast.Assign, ast.AnnAssign, ast.AugAssign)
    target = _target(statement)
    if cls is None or target not in ("fieldsets", "add_fieldsets") or not _is_admin(cursor, cls):
        return None
    return symbols.match([f"{_FIELDSET}{key}"], cursor.string_span(node), "keyword argument")


def _target(statement: ast.AST | None) -> str | None:
    if isinstance(statement, ast.Assign):
        return getattr(statement.targets[0], "id", None)
    return getattr(getattr(statement, "target", None), "id", None)
