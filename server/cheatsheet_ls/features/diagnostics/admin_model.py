"""The model that an admin class is registered for, by its decorator or in its own file."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.features.diagnostics.walk import is_whole
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.values import Api, UserClass

REGISTER = "django.contrib.admin.decorators.register"


def model_of(at: Node, cls: UserClass) -> UserClass | None:
    """None where it is registered for several, elsewhere, or not at all."""
    r = Resolver(at.file.module)
    named = list(_named(at, cls))
    if len(named) != 1:
        return None
    value = r.evaluate(named[0], cls.scope, cls.block)
    return value if isinstance(value, UserClass) else None


def _named(at: Node, cls: UserClass) -> Iterator[ast.expr]:
    for decorator in cls.node.decorator_list:
        if isinstance(decorator, ast.Call):
            value = Resolver(at.file.module).evaluate(decorator.func, cls.scope, cls.block)
            if isinstance(value, Api) and value.path == REGISTER:
                yield from decorator.args
    for block in at.file.module.tree.blocks:
        if block.defines or "register" not in block.text or not is_whole(block):
            continue
        for statement in block.body:
            call = statement.value if isinstance(statement, ast.Expr) else None
            if isinstance(call, ast.Call) and _registers(call, cls.node.name):
                first = call.args[0]
                yield from first.elts if isinstance(first, (ast.List, ast.Tuple)) else [first]


def _registers(call: ast.Call, name: str) -> bool:
    """`admin.site.register(Book, BookAdmin)`."""
    if not (isinstance(call.func, ast.Attribute) and call.func.attr == "register"):
        return False
    second = call.args[1] if len(call.args) > 1 else None
    return isinstance(second, ast.Name) and second.id == name
