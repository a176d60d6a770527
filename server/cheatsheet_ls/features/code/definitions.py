"""A decorator above a class or function, a base or an attribute of a class."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from cheatsheet_ls.features.code.parsed import Definition, Parsed, parsed
from cheatsheet_ls.features.code.statements import with_imports
from cheatsheet_ls.features.drafts import CannotEdit
from cheatsheet_ls.features.edits import indent_unit, indented, line_end, line_start, newline_of


def with_decorator(
    text: str, name: str, decorator: str, imports: Iterable[str] = (), *, above: str | None = None
) -> str:
    """The decorator above all others; with `above` (a pattern, perhaps of nothing) right above the
    first that fits it, else right above the `def` or `class` line.
    """
    text, decorator = with_imports(text, imports, decorator)
    file = parsed(text)
    block, node = _definition(file, name)
    start = file.start(block, node)
    if above is not None:
        fits = [one for one in node.decorator_list if above and re.search(above, ast.unparse(one))]
        start = file.span(block, fits[0])[0] - 1 if fits else file.span(block, node)[0]
    at = line_start(text, start)
    return text[:at] + decorator + newline_of(text) + text[at:]


def with_base(
    text: str, name: str, base: str, imports: Iterable[str] = (), *, behind: str = ""
) -> str:
    """The base before all others, as mixins have to stand, or `behind` the one that comes first."""
    text, base = with_imports(text, imports, base)
    file = parsed(text)
    block, node = _class(file, name)
    if not node.bases:
        raise CannotEdit(f"class {name} has no bases")
    first = len(node.bases) > 1 and ast.unparse(node.bases[0]) == behind
    start = file.span(block, node.bases[int(first)])[0]
    own_line = not text[line_start(text, start) : start].strip()
    between = "," + newline_of(text) + text[line_start(text, start) : start] if own_line else ", "
    return text[:start] + base + between + text[start:]


def with_attribute(text: str, name: str, line: str) -> str:
    """The line as the first of a class body, below its docstring."""
    file = parsed(text)
    block, node = _class(file, name)
    first, newline = node.body[0], newline_of(text)
    start, end = file.span(block, first)
    if line_start(text, start) == line_start(text, file.span(block, node)[0]):
        raise CannotEdit(f"the body of {name} stands on one line")
    if isinstance(first, Definition):
        start = file.start(block, first)
    at = line_start(text, start)
    indent = text[at:start]
    written = indented(line, indent, indent_unit(text), newline)
    if isinstance(first, ast.Pass) and len(node.body) == 1:
        return text[:at] + written + text[end:]
    if _is_docstring(first):
        at = line_end(text, end)
        gap = newline if re.match(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)", text[at:]) else ""
        return text[:at] + newline + gap + written + text[at:]
    gap = newline if isinstance(first, Definition) else ""
    return text[:at] + written + newline + gap + text[at:]


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _definition(file: Parsed, name: str) -> tuple[int, Definition]:
    found = file.definition(name)
    if found is None:
        raise CannotEdit(f"{name} is not there")
    return found


def _class(file: Parsed, name: str) -> tuple[int, ast.ClassDef]:
    found = file.class_(name)
    if found is None:
        raise CannotEdit(f"class {name} is not there")
    return found
