"""Strings that mean something: dotted paths, settings keys, relations, converters, commands, date
letters.
"""

from __future__ import annotations

import ast
import re

from cheatsheet_ls.facts import api
from cheatsheet_ls.facts import names as facts
from cheatsheet_ls.language.python import callables, classes, settings, symbols
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.language.python.values import Api
from cheatsheet_ls.model import Match, Span

_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+")
_CONVERTER = re.compile(r"<(\w+):\w+>")
_RELATIONS = (
    "django.db.models.fields.related.RelatedField",
    "django.db.models.fields.related.ForeignObject",
)
_FORMATS = (
    "DATE_FORMAT",
    "DATETIME_FORMAT",
    "TIME_FORMAT",
    "SHORT_DATE_FORMAT",
    "SHORT_DATETIME_FORMAT",
    "YEAR_MONTH_FORMAT",
    "MONTH_DAY_FORMAT",
)
_PATHS = frozenset({"django.urls.conf.path", "django.urls.conf._path"})
_COMMANDS = frozenset({"django.core.management.call_command"})


def recognise(cursor: Cursor) -> Match | None:
    node = cursor.node
    value = text(node) if isinstance(node, ast.Constant) else None
    if value is None or not isinstance(node, ast.Constant) or _is_docstring(cursor):
        return None
    if value == "DJANGO_SETTINGS_MODULE":
        return symbols.match(
            ["django.conf.ENVIRONMENT_VARIABLE"], cursor.string_span(node), "variable"
        )
    return (
        _setting_key(cursor, node)
        or _dotted_path(cursor, node, value)
        or _date_letter(cursor, node, value)
        or _argument(cursor, node, value)
    )


def _is_docstring(cursor: Cursor) -> bool:
    return len(cursor.path) > 1 and isinstance(cursor.path[-2], ast.Expr)


def _setting_key(cursor: Cursor, node: ast.Constant) -> Match | None:
    parent = cursor.path[-2] if len(cursor.path) > 1 else None
    is_key = isinstance(parent, ast.Dict) and any(node is key for key in parent.keys)
    is_key = is_key or (isinstance(parent, ast.Subscript) and parent.slice is node)
    if not is_key or not _in_settings(cursor):
        return None
    name = settings.assigned_name(cursor.path)
    if name is None or facts.setting(name) is None:
        return None
    symbol = settings.nested_symbol(
        name, settings.key_path(list(cursor.path), node) or [str(node.value)]
    )
    return symbols.match([symbol], cursor.string_span(node), "setting key") if symbol else None


def _in_settings(cursor: Cursor) -> bool:
    return settings.is_settings(cursor.module) or _overrides_settings(cursor)


def _overrides_settings(cursor: Cursor) -> bool:
    """Inside `override_settings(CACHES={…})` and the like."""
    call = next(
        (node for node in reversed(cursor.path) if isinstance(node, ast.Call) and node.keywords),
        None,
    )
    callee = cursor.resolver.evaluate(call.func, cursor.scope, cursor.block) if call else None
    path = callables.path_of(callee) if callee is not None else None
    return path is not None and path.rpartition(".")[2] in (
        "override_settings",
        "settings",
        "configure",
        "modify_settings",
    )


def _dotted_path(cursor: Cursor, node: ast.Constant, value: str) -> Match | None:
    """A string that is, as a whole, the path of an API class, function or app."""
    if facts.app(value) is not None and _names_apps(cursor):
        return symbols.match([f"app:{value}", value], cursor.string_span(node), "app")
    if not _DOTTED.fullmatch(value):
        return None
    path = api.canonical(value)
    kind = api.kind(path) if path else None
    span = cursor.string_span(node)
    if (
        path is not None
        and kind in ("class", "function", "value", "member")
        and value.count(".") >= 2
    ):
        return symbols.match(symbols.of_path(path), span, kind, _standing(cursor, node))
    if kind == "module" and path is not None and _names_modules(cursor):
        return symbols.match([value, path], span, "module")
    return None


def _standing(cursor: Cursor, node: ast.Constant) -> dict[str, str]:
    """Where a middleware stands in its list: `{"position": "4 of 7"}`."""
    parent = cursor.path[-2] if len(cursor.path) > 1 else None
    if not isinstance(parent, (ast.List, ast.Tuple)) or node not in parent.elts:
        return {}
    if settings.assigned_name(cursor.path) != "MIDDLEWARE":
        return {}
    return {"position": f"{parent.elts.index(node) + 1} of {len(parent.elts)}"}


def _names_apps(cursor: Cursor) -> bool:
    if _under_keyword(cursor, "INSTALLED_APPS"):
        return True
    parent = cursor.path[-2] if len(cursor.path) > 1 else None
    listed = isinstance(parent, (ast.List, ast.Tuple, ast.Set, ast.Call))
    return listed and _in_settings(cursor) and "APPS" in (settings.assigned_name(cursor.path) or "")


def _names_modules(cursor: Cursor) -> bool:
    """`include("django.contrib.auth.urls")`, `SESSION_ENGINE = "…"`, a database's ENGINE."""
    if _in_settings(cursor):
        return True
    call = cursor.around(ast.Call)
    callee = (
        cursor.resolver.evaluate(call.func, cursor.scope, cursor.block)
        if isinstance(call, ast.Call)
        else None
    )
    return isinstance(callee, Api) and callee.path == "django.urls.conf.include"


def _under_keyword(cursor: Cursor, name: str) -> bool:
    return any(isinstance(node, ast.keyword) and node.arg == name for node in cursor.path)


def _date_letter(cursor: Cursor, node: ast.Constant, value: str) -> Match | None:
    """A letter of a `DATE_FORMAT` in a settings module."""
    name = settings.assigned_name(cursor.path)
    if name not in _FORMATS or not settings.is_settings(cursor.module):
        return None
    inner = cursor.string_span(node)
    index = cursor.offset - inner.start
    if index == len(value) or (0 < index < len(value) and not value[index].isalpha()):
        index -= 1  # right behind the letter
    if (
        not 0 <= index < len(value)
        or value[:index].endswith("\\")
        or facts.date_letter(value[index]) is None
    ):
        return None
    span = Span(inner.start + index, inner.start + index + 1)
    return symbols.match([f"date:{value[index]}"], span, "date letter", {"format": value})


def _argument(cursor: Cursor, node: ast.Constant, value: str) -> Match | None:
    """A string argument whose callable gives it a meaning."""
    call = cursor.around(ast.Call)
    if not isinstance(call, ast.Call):
        return None
    callee = cursor.resolver.evaluate(call.func, cursor.scope, cursor.block)
    path = callables.path_of(callee) if callee is not None else None
    first = bool(call.args) and call.args[0] is node
    if path in _PATHS and first:
        return _converter(cursor, node)
    if path in _COMMANDS and first and facts.command(value):
        return symbols.match([f"command:{value}"], cursor.string_span(node), "command")
    if (
        isinstance(call.func, ast.Name)
        and call.func.id in ("getattr", "hasattr")
        and len(call.args) > 1
    ):
        return _getattr_setting(cursor, call, node, value)
    if isinstance(callee, Api) and any(base in api.mro(callee.path) for base in _RELATIONS):
        return _related(cursor, call, node, value)
    return None


def _converter(cursor: Cursor, node: ast.Constant) -> Match | None:
    span = cursor.node_span(node)
    for found in _CONVERTER.finditer(cursor.module.tree.text, span.start, span.end):
        start, end = found.span(1)
        if start <= cursor.offset <= end and facts.converter(found.group(1)):
            return symbols.match(
                [f"converter:{found.group(1)}"], Span(start, end), "path converter"
            )
    return None


def _getattr_setting(
    cursor: Cursor, call: ast.Call, node: ast.Constant, value: str
) -> Match | None:
    owner = cursor.resolver.evaluate(call.args[0], cursor.scope, cursor.block)
    is_settings = isinstance(owner, Api) and owner.path in (
        "django.conf.settings",
        "django.conf.LazySettings",
    )
    if call.args[1] is not node or not is_settings or facts.setting(value) is None:
        return None
    return symbols.match([f"setting:{value}"], cursor.string_span(node), "setting")


def _related(cursor: Cursor, call: ast.Call, node: ast.Constant, value: str) -> Match | None:
    """`ForeignKey("auth.User")`: a model of Django's own apps."""
    given = next(
        (k.value for k in call.keywords if k.arg == "to"), call.args[0] if call.args else None
    )
    app, _, model = value.partition(".")
    module = f"django.contrib.{app}.models"
    if given is not node or not model or not api.is_module(module):
        return None
    path = api.submodule_or_name(module, model)
    if path is None or classes.MODEL not in api.mro(path):
        return None
    return symbols.match(symbols.of_path(path), cursor.string_span(node), "model")
