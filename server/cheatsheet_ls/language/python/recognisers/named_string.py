"""Strings that name something by a convention: environment variables, URL names, permissions.

`"DJANGO_COLORS"`, `reverse("admin:in▮dex")`, `has_perm("library.add_▮book")`, and the fields that
a formset adds to its page: `{"form-TOTAL_▮FORMS": 2}`.
"""

from __future__ import annotations

import ast
import re

from cheatsheet_ls.facts import strings
from cheatsheet_ls.language.python import callables, settings, symbols
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.model import Match

_VARIABLE = re.compile(r"DJANGO_[A-Z_]+")
_FORM_COUNT = re.compile(r"[\w-]+-(TOTAL|INITIAL|MIN_NUM|MAX_NUM)_FORMS")
_REVERSING = frozenset(
    {
        "django.urls.base.reverse",
        "django.urls.base.reverse_lazy",
        "django.shortcuts.redirect",
        "django.shortcuts.resolve_url",
    }
)
_URL_SETTINGS = frozenset({"LOGIN_URL", "LOGIN_REDIRECT_URL", "LOGOUT_REDIRECT_URL"})
_ASKING = frozenset({"has_perm", "has_perms", "ahas_perm", "ahas_perms", "permission_required"})


def recognise(cursor: Cursor) -> Match | None:
    node = cursor.node
    value = text(node) if isinstance(node, ast.Constant) else None
    if value is None or not isinstance(node, ast.Constant):
        return None
    found = (
        _environment(value)
        or _form_count(cursor, node, value)
        or _url_name(cursor, node, value)
        or _permission(cursor, value)
    )
    return symbols.match(found, cursor.string_span(node), "name") if found else None


def _environment(value: str) -> list[str]:
    known = _VARIABLE.fullmatch(value) and strings.environment(value)
    return [f"env:{value}"] if known and value != "DJANGO_SETTINGS_MODULE" else []


def _form_count(cursor: Cursor, node: ast.Constant, value: str) -> list[str]:
    """A key of what a test posts, or of `request.POST`."""
    found = _FORM_COUNT.fullmatch(value)
    parent = cursor.path[-2] if len(cursor.path) > 1 else None
    is_key = isinstance(parent, ast.Dict) and any(node is key for key in parent.keys)
    if not found or not (is_key or isinstance(parent, (ast.Subscript, ast.Call))):
        return []
    return [f"django.forms.formsets.{found[1]}_FORM_COUNT"]


def _url_name(cursor: Cursor, node: ast.Constant, value: str) -> list[str]:
    known = strings.url_name(value) if ":" in value or "_" in value else None
    if known is None or not (_is_reversed(cursor, node) or _is_url_setting(cursor)):
        return []
    return [f"url:{value}"]


def _is_reversed(cursor: Cursor, node: ast.Constant) -> bool:
    call = cursor.path[-2] if len(cursor.path) > 1 else None
    if not isinstance(call, ast.Call) or call.args[:1] != [node]:
        return False
    callee = cursor.resolver.evaluate(call.func, cursor.scope, cursor.block)
    return callee is not None and callables.path_of(callee) in _REVERSING


def _is_url_setting(cursor: Cursor) -> bool:
    is_settings = settings.is_settings(cursor.module)
    return is_settings and settings.assigned_name(cursor.path) in _URL_SETTINGS


def _permission(cursor: Cursor, value: str) -> list[str]:
    action = strings.permission(value)
    return [f"permission:{action}"] if action and _is_asked_for(cursor) else []


def _is_asked_for(cursor: Cursor) -> bool:
    """In a call that asks for permissions, or in `permission_required = …` of a view."""
    call = cursor.around(ast.Call)
    if isinstance(call, ast.Call):
        called = call.func.attr if isinstance(call.func, ast.Attribute) else _name(call.func)
        return called in _ASKING
    assigned = cursor.around(ast.Assign)
    targets = assigned.targets if isinstance(assigned, ast.Assign) else []
    return any(isinstance(one, ast.Name) and one.id == "permission_required" for one in targets)


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else ""
