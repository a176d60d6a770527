"""What an expression of the user's code stands for, found by reading alone.

`Resolver.evaluate` dispatches on the shape of the expression; names, members and calls have
their own files. A query has a budget, so that no code, however tangled, makes the editor wait.
"""

from __future__ import annotations

import ast
from typing import Any

from cheatsheet_ls.language.python import calls, literals, members, names
from cheatsheet_ls.language.python.imports import foreign_attribute
from cheatsheet_ls.language.python.module import Module, child_scope
from cheatsheet_ls.language.python.scopes import Binding, Scope
from cheatsheet_ls.language.python.values import Builtin, Many, Several, UserFunction, Value

MAX_STEPS = 3000
MAX_DEPTH = 60
_PENDING = object()


class Resolver:
    """One query; holds its budget. Values are kept in the memo of the module they were found in."""

    __slots__ = ("depth", "origin", "steps")

    def __init__(self, origin: Module | None = None) -> None:
        self.origin = origin  # the file that is asked about
        self.steps = 0
        self.depth = 0

    def evaluate(self, node: ast.expr | None, scope: Scope, block: int) -> Value | None:
        """The value of an expression that stands in `scope`, in block `block` of its file."""
        if node is None:
            return None
        memo = scope.module.memo
        key = id(node)
        known = memo.get(key, _PENDING)
        if known is not _PENDING:
            return known  # type: ignore[no-any-return]
        self.steps += 1
        if self.steps > MAX_STEPS or self.depth > MAX_DEPTH:
            return None
        memo[key] = None  # a definition that leads back to itself is unknown
        self.depth += 1
        value = self._dispatch(node, scope, block)
        self.depth -= 1
        memo[key] = value
        return value

    def _dispatch(self, node: ast.expr, scope: Scope, block: int) -> Value | None:
        if isinstance(node, ast.Name):
            where = (block, node.lineno, node.col_offset)
            return names.lookup(self, node.id, scope, where)
        if isinstance(node, ast.Attribute):
            owner = self.evaluate(node.value, scope, block)
            if owner is None:
                return foreign_attribute(node, scope) or names.conventional(node, scope)
            return members.attribute(self, owner, node.attr)
        if isinstance(node, ast.Call):
            return calls.call(self, node, scope, block)
        if isinstance(node, (ast.Await, ast.NamedExpr, ast.Starred)):
            return self.evaluate(node.value, scope, block)
        if isinstance(node, ast.IfExp):
            return self.evaluate(node.body, scope, block) or self.evaluate(
                node.orelse, scope, block
            )
        if isinstance(node, ast.BoolOp):
            return self._first(node.values, scope, block)
        if isinstance(node, ast.BinOp):
            return self._combined(node, scope, block)
        if isinstance(node, ast.Subscript):
            return self._subscript(node, scope, block)
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            return Several(tuple(self.evaluate(part, scope, block) for part in node.elts[:20]))
        if isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp)):
            return Many(self.evaluate(node.elt, child_scope(scope, node, block), block))
        return literals.builtin(node)

    def _first(self, nodes: list[ast.expr], scope: Scope, block: int) -> Value | None:
        found = (self.evaluate(node, scope, block) for node in nodes)
        return next(
            (value for value in found if value is not None and not isinstance(value, Builtin)), None
        )

    def _combined(self, node: ast.BinOp, scope: Scope, block: int) -> Value | None:
        """`Q(…) | Q(…)`, `F("a") + 1`, `queryset & other` keep the type of the known side."""
        left = self.evaluate(node.left, scope, block)
        return left if left is not None else self.evaluate(node.right, scope, block)

    def _subscript(self, node: ast.Subscript, scope: Scope, block: int) -> Value | None:
        value = self.evaluate(node.value, scope, block)
        if isinstance(node.slice, ast.Slice):
            return value
        index = node.slice.value if isinstance(node.slice, ast.Constant) else None
        return members.item(self, value, index)

    def binding_value(self, binding: Binding, scope: Scope, block: int) -> Value | None:
        return names.binding_value(self, binding, scope, block)

    def annotated(self, node: ast.expr | None, scope: Scope, block: int) -> Value | None:
        return names.annotated(self, node, scope, block)

    def returned(self, function: UserFunction) -> Value | None:
        return calls.returned(self, function)

    def in_module(self, module: Module, name: str) -> Value | None:
        """The value of a top-level name as another file imports it."""
        return names.lookup(self, name, module.scope, None)

    def memoised(self, module: Module, key: object, make: Any) -> Any:
        """Compute once per module version; `None` while it is being computed."""
        if key not in module.memo:
            module.memo[key] = None
            module.memo[key] = make()
        return module.memo[key]
