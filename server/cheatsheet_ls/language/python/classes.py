"""The bases of the user's classes, through their own files, down to the API."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, TypeAlias

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python.values import (
    Api,
    ApiInstance,
    Foreign,
    Made,
    Super,
    UserClass,
    UserInstance,
    Value,
)

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver

Ancestor: TypeAlias = "UserClass | Foreign | str"
"""A class of the user's or of another package, or the canonical path of an API class."""

MODEL = "django.db.models.base.Model"
MAX_ANCESTORS = 200


def mro(r: Resolver, value: Value | str) -> tuple[Ancestor, ...]:
    """The method resolution order, nearest class first; unknown bases are left out."""
    if isinstance(value, str):
        return tuple(api.mro(value))
    if isinstance(value, Api):
        return tuple(api.mro(value.path))
    if isinstance(value, ApiInstance):
        return tuple(api.mro(value.cls))
    if isinstance(value, UserInstance):
        return mro(r, value.cls)
    if isinstance(value, Foreign):
        return (value, *_merge([list(api.mro(base)) or [base] for base in value.bases]))
    if isinstance(value, Super):
        return mro(r, value.cls)[1:]
    if isinstance(value, Made):
        return tuple(_merge([list(mro(r, base)) for base in value.bases]))
    if isinstance(value, UserClass):
        found: tuple[Ancestor, ...] = r.memoised(
            value.scope.module, ("mro", id(value.node)), lambda: _linearise(r, value)
        ) or (value,)
        return found
    return ()


def _linearise(r: Resolver, cls: UserClass) -> tuple[Ancestor, ...]:
    lines = [list(mro(r, base)) for base in bases(r, cls)]
    return (cls, *_merge(lines))


def bases(r: Resolver, cls: UserClass) -> list[Api | UserClass | Foreign | Made]:
    """The base classes that are known."""
    found = []
    for node in cls.node.bases:
        value = _base(r, node, cls)
        if isinstance(value, Api) and api.kind(value.path) not in ("class", None):
            value = None
        if value is not None and isinstance(value, (Api, UserClass, Foreign, Made)):
            found.append(value)
    return found


def _base(r: Resolver, node: ast.expr, cls: UserClass) -> Value | None:
    if isinstance(node, ast.Subscript):
        node = node.value
    if (
        isinstance(node, ast.Call)
        and _last_name(node.func) == "with_metaclass"
        and len(node.args) > 1
    ):
        node = node.args[1]
    return r.evaluate(node, cls.scope, cls.block)


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _merge(lines: list[list[Ancestor]]) -> list[Ancestor]:
    """C3, with a plain first-come order where the bases contradict each other."""
    lines = [list(line) for line in lines if line]
    out: list[Ancestor] = []
    while lines and len(out) < MAX_ANCESTORS:
        for line in lines:
            head = line[0]
            if not any(head in other[1:] for other in lines):
                break
        else:
            head = lines[0][0]
        out.append(head)
        lines = [rest for line in lines if (rest := [item for item in line if item != head])]
    return out


def api_ancestors(r: Resolver, value: Value) -> list[str]:
    return [ancestor for ancestor in mro(r, value) if isinstance(ancestor, str)]
