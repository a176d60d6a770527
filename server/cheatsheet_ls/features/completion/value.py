"""The call that an example assigns: `models.CharField(…)` of `title = models.CharField(…)`.

Examples are asked for at every keystroke, so what was read off their code is kept.
"""

from __future__ import annotations

import ast
from dataclasses import replace
from functools import lru_cache

from cheatsheet_ls.features.edits import position
from cheatsheet_ls.model import Example, Span

KEPT = 2048  # more than a sheet has for places where values stand


def value_of(example: Example) -> Example | None:
    """`title = models.CharField(…)` as `models.CharField(…)`; None for what assigns no call."""
    start = _value_start(example.body)
    if start is None:
        return None
    value = example.body[start:]
    return replace(example, body=value, fill=tuple(word for word in example.fill if word in value))


@lru_cache(maxsize=KEPT)
def _value_start(code: str) -> int | None:
    try:
        body = ast.parse(code).body
    except (SyntaxError, ValueError):
        return None
    if len(body) != 1 or not isinstance(body[0], ast.Assign) or not code.isascii():
        return None
    node = body[0].value
    return position(code, (node.lineno, node.col_offset)) if isinstance(node, ast.Call) else None


@lru_cache(maxsize=KEPT)
def called_name(value: str) -> Span | None:
    """Where the name stands that a value calls: `CharField` in `models.CharField(…)`."""
    try:
        node = ast.parse(value, mode="eval").body
    except (SyntaxError, ValueError):
        return None
    if not isinstance(node, ast.Call):
        return None
    function = node.func
    end = position(value, (function.end_lineno or 1, function.end_col_offset or 0))
    name = function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)
    return Span(end - len(name), end)
