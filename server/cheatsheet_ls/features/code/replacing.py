"""A statement in the place of another one that looks like a pattern; `...` is any plain value.

`DEBUG = ...` looks like `DEBUG = True`.
"""

from __future__ import annotations

import ast

from cheatsheet_ls.features.code.parsed import parsed
from cheatsheet_ls.features.edits import indent_unit, indented, newline_of


def replaced(text: str, pattern: str, code: str) -> str | None:
    """The text with `code` for the first statement of its top level that looks like the pattern,
    `...` in the code being the values found there; None where none does.
    """
    wanted = ast.parse(pattern).body[0]
    file = parsed(text)
    for block, statement in file.statements():
        values: list[ast.AST] = []
        if _looks_like(wanted, statement, values):
            start, end = file.span(block, statement)
            sources = [text[slice(*file.span(block, one))] for one in values]
            written = indented(code, "", indent_unit(text), newline_of(text))
            return text[:start] + _filled(written, sources) + text[end:]
    return None


def _looks_like(wanted: object, given: object, values: list[ast.AST]) -> bool:
    if isinstance(wanted, ast.Constant) and wanted.value is ...:
        values.append(given) if isinstance(given, ast.AST) else None
        return isinstance(given, ast.Constant)
    if type(wanted) is not type(given):
        return False
    if isinstance(wanted, ast.AST):
        return all(
            _looks_like(getattr(wanted, name), getattr(given, name), values)
            for name in wanted._fields
            if name not in ("kind", "type_comment")
        )
    if isinstance(wanted, list) and isinstance(given, list):
        return len(wanted) == len(given) and all(
            _looks_like(a, b, values) for a, b in zip(wanted, given, strict=True)
        )
    return wanted == given


def _filled(code: str, values: list[str]) -> str:
    for value in values:
        code = code.replace("...", value, 1)
    return code
