"""What an expression of an example stands for: a model, rows of it, one object."""

from __future__ import annotations

import ast

from cheatsheet_ls.features.binding import sample

Typed = tuple[str, str]
"""A model of the sample, and "class", "set" or "one"."""

_ONE = frozenset({"get", "first", "last", "create", "latest", "earliest", "aget", "afirst"})


class Values:
    """The names an example has so far; `typed` follows attributes and calls from them."""

    def __init__(self) -> None:
        self.names: dict[str, Typed] = dict(sample.VARIABLES)

    def typed(self, node: ast.AST) -> Typed | None:
        if isinstance(node, ast.Name):
            return (node.id, "class") if node.id in sample.FIELDS else self.names.get(node.id)
        if isinstance(node, ast.Attribute):
            return self._typed_attribute(node)
        if isinstance(node, ast.Call):
            return self._typed_call(node)
        if isinstance(node, (ast.Await, ast.NamedExpr)):
            return self.typed(node.value)
        if isinstance(node, ast.Subscript):
            of = self.typed(node.value)
            single = of is not None and not isinstance(node.slice, ast.Slice)
            return (of[0], "one") if of and single and of[1] == "set" else of
        return None

    def _typed_attribute(self, node: ast.Attribute) -> Typed | None:
        owner = self.typed(node.value)
        if owner is None:
            return self.names.get(node.attr) if _is_self(node.value) else None
        model, kind = owner
        if kind == "class":
            return (model, "set") if node.attr in ("objects", "_default_manager") else None
        target = sample.leads_to(model, node.attr) if kind == "one" else None
        if target is None:
            return None
        many = (model, node.attr) in sample.BACK or node.attr == "tags"
        return target, "set" if many else "one"

    def _typed_call(self, node: ast.Call) -> Typed | None:
        name = last_name(node.func)
        if name in sample.FIELDS:
            return name, "one"
        if name in ("get_object_or_404", "aget_object_or_404") and node.args:
            owner = self.typed(node.args[0])
            return (owner[0], "one") if owner else None
        if name == "get_object" or name == "get_queryset":
            return sample.SUBJECT, "one" if name == "get_object" else "set"
        owner = self.typed(node.func.value) if isinstance(node.func, ast.Attribute) else None
        if owner is None or owner[1] not in ("set",):
            return None
        return owner[0], "one" if name in _ONE else "set"


def _is_self(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls", "form")


def last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
