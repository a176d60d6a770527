"""Calls of the API as checks see them: which class is called, and with which arguments."""

from __future__ import annotations

import ast

from cheatsheet_ls.features.diagnostics.subject import Node
from cheatsheet_ls.language.python.values import Api


def called(at: Node) -> str | None:
    """The canonical path of the API class or function that a call names itself; None for
    subclasses, wrappers and what is not known.
    """
    assert isinstance(at.node, ast.Call)
    value = at.value(at.node.func)
    return value.path if isinstance(value, Api) else None


def keywords(call: ast.Call) -> dict[str, ast.expr]:
    return {one.arg: one.value for one in call.keywords if one.arg is not None}


def is_open(call: ast.Call) -> bool:
    """Whether further arguments may hide in `*args` or `**kwargs`."""
    starred = any(isinstance(one, ast.Starred) for one in call.args)
    return starred or any(one.arg is None for one in call.keywords)


def is_constant(node: ast.expr | None, value: object) -> bool:
    return isinstance(node, ast.Constant) and node.value is value
