"""Which callable is really called, and which API class or function takes one of its keywords."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import classes, members
from cheatsheet_ls.language.python.module import child_scope
from cheatsheet_ls.language.python.values import Api, Foreign, Method, UserClass, Value

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver


def path_of(callee: Value) -> str | None:
    """The canonical path of an API callable."""
    if isinstance(callee, Api):
        return callee.path
    if isinstance(callee, Method):
        return f"{callee.owner}.{callee.member.name}"
    return None


def keyword_owner(r: Resolver, callee: Value, name: str) -> tuple[str, str] | None:
    """(callable, declaring callable) for keyword `name`; None where the API does not take it."""
    if isinstance(callee, Api) and api.kind(callee.path) == "value":
        instance = members.instance_value(callee)
        called = members.attribute(r, instance, "__call__") if instance is not None else None
        return keyword_owner(r, called, name) if isinstance(called, Method) else None
    if isinstance(callee, Method) and callee.member.name == "__init__":
        return _of_classes(r, classes.mro(r, callee.receiver), name)
    path = path_of(callee)
    if path is not None:
        owner = api.keywords(path).get(name)
        return (path, owner) if owner is not None else None
    if isinstance(callee, (UserClass, Foreign)):
        return _of_classes(r, classes.mro(r, callee), name)
    return None


def _of_classes(
    r: Resolver, order: tuple[classes.Ancestor, ...], name: str
) -> tuple[str, str] | None:
    """The constructor keyword of a user's class: its own `__init__` first, then the API's."""
    for ancestor in order:
        if isinstance(ancestor, str):
            owner = api.keywords(ancestor).get(name)
            if owner is not None:
                return ancestor, owner
        elif isinstance(ancestor, UserClass) and not _passes_on(ancestor, name):
            return None
    return None


def _passes_on(cls: UserClass, name: str) -> bool:
    """Whether the class hands an unknown keyword to its bases."""
    bound = child_scope(cls.scope, cls.node, cls.block).find("__init__")
    node = bound[-1][1].node if bound else None
    if not isinstance(node, ast.FunctionDef):
        return True
    own = [argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)]
    return node.args.kwarg is not None and name not in own
