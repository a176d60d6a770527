"""A model's field as its class body declares it: `title = models.CharField(max_length=200)`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from cheatsheet_ls.features.diagnostics.calls import called, is_open, keywords
from cheatsheet_ls.features.diagnostics.classes import class_of_scope, is_model
from cheatsheet_ls.features.diagnostics.diagnostic import Diagnostic, Fix, Rule
from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.language.python.values import UserClass
from cheatsheet_ls.model import Span

FIELDS = "django.db.models.fields."


@dataclass(frozen=True, slots=True)
class Field:
    """`kind` is the class that is called itself, never a subclass; `given` are its arguments."""

    at: Node
    call: ast.Call
    name: str
    kind: str
    path: str
    given: dict[str, ast.expr]

    def constant(self, name: str) -> object:
        """The value of an argument that is written down; `...` where it is computed or missing."""
        node = self.given.get(name)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            inner = node.operand
            if isinstance(inner, ast.Constant) and isinstance(inner.value, int):
                return -inner.value
        return node.value if isinstance(node, ast.Constant) else ...

    def keyword(self, name: str) -> ast.keyword | None:
        return next((one for one in self.call.keywords if one.arg == name), None)

    def span_of(self, name: str) -> Span:
        """The argument, where it is given by name; else what is called."""
        found = self.keyword(name)
        return self.at.span(found) if found is not None else self.at.span(self.call.func)

    def problem(
        self, rule: Rule, message: str, span: Span | None = None, *fixes: Fix | None
    ) -> Diagnostic:
        where = span or self.at.span(self.call.func)
        offered = tuple(fix for fix in fixes if fix is not None)
        return rule.at(where, message, self.at.release, offered)


def field_at(at: Node) -> Field | None:
    """The field whose call the node is; None for calls elsewhere and for what may have more
    arguments than are written.
    """
    call, name = at.node, _assigned(at)
    if name is None or not isinstance(call, ast.Call) or is_open(call):
        return None
    path = called(at)
    cls = class_of_scope(at.scope) if at.scope.kind == "class" else None
    if path is None or not path.startswith("django.") or cls is None or not is_model(at, cls):
        return None
    given = keywords(call)
    first = "to" if ".related." in path else "verbose_name"
    if call.args:
        given.setdefault(first, call.args[0])
    if len(call.args) > 1 and ".related." not in path:
        return None
    return Field(at, call, name, path.rpartition(".")[2], path, given)


def owner_of(field: Field) -> UserClass:
    found = class_of_scope(field.at.scope)
    assert found is not None
    return found


def _assigned(at: Node) -> str | None:
    """The name that the call is assigned to, at the first level of a class body."""
    if at.scope.kind != "class" or not at.around or at.guarded:
        return None
    node = at.around[-1]
    if len(at.around) < 2 or at.around[-2] is not at.scope.node:
        return None
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and node.value is at.node:
        target: ast.expr = node.targets[0]
    elif isinstance(node, ast.AnnAssign) and node.value is at.node:
        target = node.target
    else:
        return None
    return target.id if isinstance(target, ast.Name) else None


def literal_strings(node: ast.expr | None) -> Iterator[ast.Constant]:
    """The texts of a list or tuple, as far as they are written down."""
    if isinstance(node, (ast.List, ast.Tuple)):
        for one in node.elts:
            if isinstance(one, ast.Constant) and isinstance(one.value, str):
                yield one
