"""Places inside the strings of a settings module: a key, an app, a class."""

from __future__ import annotations

import ast

from cheatsheet_ls.facts import names as facts
from cheatsheet_ls.language.python import settings
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.literals import text as string_of
from cheatsheet_ls.language.python.place_stand_in import Written
from cheatsheet_ls.model import Place, Scope, Span, Symbol

# Dictionaries whose keys are names the project makes up: `default`, a handler, a logger.
ALIASES = frozenset(
    {"DATABASES", "CACHES", "STORAGES", "MAILERS", "TASKS", "CHANNEL_LAYERS"}
    | {"LOGGING.formatters", "LOGGING.handlers", "LOGGING.loggers", "LOGGING.filters"}
    | {"SOCIALACCOUNT_PROVIDERS"}
)
_SAME_KEYS = {"LOGGING.root": "LOGGING.loggers"}


def in_string(cursor: Cursor, node: ast.Constant, written: Written) -> Place | None:
    """Any other string has no meaning to us."""
    if string_of(node) is None or not settings.is_settings(cursor.module):
        return None
    name = settings.assigned_name(cursor.path)
    parent = cursor.path[-2] if len(cursor.path) > 1 else None
    if name is None or isinstance(parent, ast.Expr):
        return None
    is_key = isinstance(parent, (ast.Dict, ast.Set)) and not (
        isinstance(parent, ast.Dict) and node in parent.values
    )
    keys = settings.key_path(list(cursor.path), node)
    if isinstance(parent, ast.Dict) and is_key:
        keys = keys[:-1]  # the key being typed
    owner = opened_by(name, keys)
    if owner is None:
        return None
    start = _content_start(cursor, written)
    kind = "alias" if owner in ALIASES and not _is_named(name, keys) else "key"
    return Place(
        Scope.SETTINGS,
        Span(start, written.typed.end),
        written.indent,
        "string",
        Symbol(f"setting:{owner}"),
        _beside(parent, node),
        {kind: "yes"} if is_key else {},
    )


def opened_by(name: str, keys: list[str]) -> str | None:
    """`DATABASES.OPTIONS` for the dictionary behind these keys; None where nobody knows its keys.

    >>> opened_by("DATABASES", ["default", "OPTIONS"])
    'DATABASES.OPTIONS'
    """
    owner, named = name, False
    for key in keys:
        if owner in ALIASES and not named:
            named = True
            continue
        following = f"{owner}.{key}"
        if facts.setting(following) is None:
            return None
        owner, named = _SAME_KEYS.get(following, following), following in _SAME_KEYS
    return owner


def _is_named(name: str, keys: list[str]) -> bool:
    """Whether the name that the project makes up has been passed."""
    shorter = opened_by(name, keys[:-1]) if keys else None
    whole = opened_by(name, keys)
    return whole == shorter or (keys[-1:] == ["root"] and whole == "LOGGING.loggers")


def _beside(parent: ast.AST | None, node: ast.Constant) -> frozenset[str]:
    """What the list names already, or the keys that the dictionary has."""
    if isinstance(parent, ast.Dict):
        items = [key for key in parent.keys if key is not None]
    else:
        items = getattr(parent, "elts", [])
    found = (string_of(item) for item in items if item is not node)
    return frozenset(text for text in found if text)


def _content_start(cursor: Cursor, written: Written) -> int:
    """A dotted path is one word inside a string."""
    text = cursor.module.tree.text
    start = written.typed.start
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in "._"):
        start -= 1
    return start
