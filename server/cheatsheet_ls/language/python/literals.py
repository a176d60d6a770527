"""Literals, as far as it helps to know that a thing is a plain builtin and no API."""

from __future__ import annotations

import ast

from cheatsheet_ls.language.python.values import Builtin, Value

_DISPLAYS: dict[type[ast.expr], str] = {
    ast.Dict: "dict",
    ast.DictComp: "dict",
    ast.JoinedStr: "str",
    ast.Compare: "bool",
    ast.UnaryOp: "bool",
}


def builtin(node: ast.expr) -> Value | None:
    if isinstance(node, ast.Constant):
        return Builtin(type(node.value).__name__)
    name = _DISPLAYS.get(type(node))
    return Builtin(name) if name else None


def text(node: ast.expr | None) -> str | None:
    """The value of a plain string literal."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return None
