"""New code at the end of a module or of a class body, in the file's style, with its imports."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from cheatsheet_ls.features.code.parsed import parsed
from cheatsheet_ls.features.drafts import CannotEdit
from cheatsheet_ls.features.edits import (
    applied,
    empty_lines_around,
    in_quotes_of,
    indent_unit,
    indented,
    line_end,
    line_start,
    newline_of,
)
from cheatsheet_ls.features.imports import Spelling


def with_imports(text: str, imports: Iterable[str], body: str = "") -> tuple[str, str]:
    """The text with the imports that `body` needs, and `body` in the spelling of the file."""
    adapted = Spelling(text).adapt(imports, body)
    return applied(text, adapted.edits), in_quotes_of(adapted.body, text)


def with_code(text: str, imports: Iterable[str], body: str) -> str:
    """`body` below everything else of a module; a new file is the imports and the code."""
    text, body = with_imports(text, imports, body)
    newline, unit = newline_of(text), indent_unit(text)
    code = indented(body, "", unit, newline)
    above = text.rstrip()
    if not above:
        return code + newline
    gap = max(empty_lines_around(body, ""), _gap_below(above))
    return above + newline * (1 + gap) + code + newline


def _gap_below(text: str) -> int:
    """Empty lines that belong below the last statement: two below a class or function."""
    statements = parsed(text).statements()
    last = statements[-1][1] if statements else None
    if isinstance(last, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
        return 2
    return 1 if isinstance(last, (ast.Import, ast.ImportFrom)) else 0


def with_member(
    text: str, name: str, code: str, imports: Iterable[str] = (), *, before_methods: bool = False
) -> str:
    """`code` at the end of the body of class `name`, or below its attributes and inner classes."""
    text, code = with_imports(text, imports, code)
    file = parsed(text)
    found = file.class_(name)
    if found is None:
        raise CannotEdit(f"class {name} is not there")
    block, node = found
    after = _last_before_methods(node) if before_methods else node.body[-1]
    start, end = file.span(block, node.body[0])
    if line_start(text, start) == line_start(text, file.span(block, node)[0]):
        raise CannotEdit(f"the body of {name} stands on one line")
    indent = text[line_start(text, start) : start]
    newline = newline_of(text)
    written = indented(code, indent, indent_unit(text), newline)
    if isinstance(after, ast.Pass) and len(node.body) == 1:
        return text[: line_start(text, start)] + written + text[end:]
    at = line_end(text, file.span(block, after)[1])
    gap = newline * max(_members_gap(after), empty_lines_around(code, indent))
    return text[:at] + newline + gap + written + _gap_above_next(text, at, gap) + text[at:]


def _gap_above_next(text: str, at: int, gap: str) -> str:
    """As much below as above, unless an empty line or the end of the file follows."""
    rest, newline = text[at:].lstrip(" \t"), newline_of(text)
    follows = rest.strip() and not rest.startswith(newline * 2)
    return gap if follows else ""


def _members_gap(after: ast.stmt) -> int:
    return int(isinstance(after, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)))


def _last_before_methods(node: ast.ClassDef) -> ast.stmt:
    """The last field, inner class or docstring that stands before the first method."""
    for at, statement in enumerate(node.body):
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if at == 0:
                raise CannotEdit(f"class {node.name} begins with a method")
            return node.body[at - 1]
    return node.body[-1]
