"""A call on one line where it fits, else its arguments on the next, else an argument a line."""

from __future__ import annotations

import ast

WIDTH = 88


def wrapped(
    call: str, indent: str = "", *, before: str = "", unit: str = "    ", newline: str = "\n"
) -> str:
    """The call at an indentation, `unit` one level; `before` stands in front of it (`book = `)."""
    if len(indent) + len(before) + len(call) + 1 <= WIDTH:
        return indent + before + call
    node = ast.parse(call, mode="eval").body
    if not isinstance(node, ast.Call):
        return indent + before + call
    parts = [_source(call, one) for one in node.args]
    parts += [f"{one.arg}={_source(call, one.value)}" for one in node.keywords]
    inner = indent + unit
    rows = inner + ", ".join(parts) + newline
    if len(rows) > WIDTH:
        rows = "".join(f"{inner}{part},{newline}" for part in parts)
    return f"{indent}{before}{_source(call, node.func)}({newline}{rows}{indent})"


def _source(text: str, node: ast.expr) -> str:
    return ast.get_source_segment(text, node) or ast.unparse(node)
