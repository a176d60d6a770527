"""What `self.name` is worth where a method assigns it: `self.response = HttpResponse()`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cheatsheet_ls.language.python import classes
from cheatsheet_ls.language.python.binders import may_set
from cheatsheet_ls.language.python.finding import body_of
from cheatsheet_ls.language.python.long_class import body_where
from cheatsheet_ls.language.python.module import child_scope
from cheatsheet_ls.language.python.nodes import walk
from cheatsheet_ls.language.python.scopes import Scope
from cheatsheet_ls.language.python.values import Builtin, UserClass, UserInstance, Value

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver


def assigned(r: Resolver, value: UserInstance, name: str) -> Value | None:
    """The value of the first `self.name = …` in the methods of the user's classes."""
    for ancestor in classes.mro(r, value):
        if isinstance(ancestor, UserClass) and _may_set(ancestor, name):
            for scope, expression in _assignments(r, ancestor, name):
                found = r.evaluate(expression, scope, ancestor.block)
                if found is not None and not isinstance(found, Builtin):
                    return found
    return None


def _may_set(cls: UserClass, name: str) -> bool:
    return may_set(cls.scope.module.tree.blocks[cls.block].text, name)


def _assignments(r: Resolver, cls: UserClass, name: str) -> list[tuple[Scope, ast.expr]]:
    key = ("self", id(cls.node), name)
    return r.memoised(cls.scope.module, key, lambda: list(_collect(cls, name))) or []


def _collect(cls: UserClass, name: str) -> Iterator[tuple[Scope, ast.expr]]:
    body = body_of(cls)
    for method in body_where(cls.node, lambda member: may_set(member.text, name)):
        if not isinstance(method, (ast.FunctionDef, ast.AsyncFunctionDef)) or not method.args.args:
            continue
        me = method.args.args[0].arg
        scope = child_scope(body, method, cls.block)
        for target, value in _targets(method):
            if _is_own(target, me, name):
                yield scope, value


def _is_own(target: ast.expr, me: str, name: str) -> bool:
    """Whether the target is `self.name`, whatever `self` is called here."""
    if not isinstance(target, ast.Attribute) or target.attr != name:
        return False
    return getattr(target.value, "id", None) == me


def _targets(method: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Target and value of every assignment in a method, from top to bottom."""
    found = [node for node in walk(method) if isinstance(node, (ast.Assign, ast.AnnAssign))]
    for node in sorted(found, key=lambda node: node.lineno):
        if node.value is not None:
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                yield target, node.value
