"""New code at the end of a module or of a class body, in the file's style, with its imports."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from itertools import takewhile

from cheatsheet_ls.features.code.parsed import Parsed, parsed
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


def with_code(text: str, imports: Iterable[str], body: str, gap: int = 0) -> str:
    """`body` below everything else of a module, `gap` empty lines between where none is usual; a
    new file is the imports and the code.
    """
    text, body = with_imports(text, imports, body)
    newline, unit = newline_of(text), indent_unit(text)
    code = indented(body, "", unit, newline)
    above = text.rstrip()
    if not above:
        return code + newline
    gap = max(gap, empty_lines_around(body, ""), _gap_below(above))
    return above + newline * (1 + gap) + code + newline


def _gap_below(text: str) -> int:
    """Empty lines that belong below the last statement: two below a class or function."""
    bodies = (block.body for block in reversed(parsed(text).tree.blocks))
    last = next((body[-1] for body in bodies if body), None)
    if isinstance(last, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
        return 2
    return 1 if isinstance(last, (ast.Import, ast.ImportFrom)) else 0


def with_code_above(text: str, name: str, imports: Iterable[str], body: str) -> str:
    """`body` right above class `name`, its decorators and the comments that belong to it."""
    text, body = with_imports(text, imports, body)
    file = parsed(text)
    block, node = _class(file, name)
    decorators = [file.span(block, one)[0] - 1 for one in node.decorator_list]
    at = line_start(text, min([file.span(block, node)[0], *decorators]))
    while (above := line_start(text, at - 1)) < at and text[above:at].startswith("#"):
        at = above
    newline = newline_of(text)
    code = indented(body, "", indent_unit(text), newline)
    return text[:at] + code + newline * 3 + text[at:]


def with_code_before(text: str, name: str, imports: Iterable[str], body: str) -> str:
    """`body` above the first statement that assigns a name at the top level."""
    text, body = with_imports(text, imports, body)
    file, newline = parsed(text), newline_of(text)
    for block, node in file.mentioning(name):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        if any(isinstance(one, ast.Name) and one.id == name for one in targets):
            at = line_start(text, file.span(block, node)[0])
            code = indented(body, "", indent_unit(text), newline)
            gap = "" if not text[:at].strip() or text[:at].endswith(newline * 2) else newline
            return text[:at] + gap + code + newline * 2 + text[at:]
    raise CannotEdit(f"{name} is not assigned")


def with_member(
    text: str, name: str, code: str, imports: Iterable[str] = (), *, where: str = "end"
) -> str:
    """`code` in the body of class `name`: at its "end", before its "methods" (below attributes and
    inner classes), or below its "fields".
    """
    text, code = with_imports(text, imports, code)
    file = parsed(text)
    block, node = _class(file, name)
    start, end = file.span(block, node.body[0])
    start = min([start, *(file.span(block, one)[0] - 1 for one in _decorators(node.body[0]))])
    if line_start(text, start) == line_start(text, file.span(block, node)[0]):
        raise CannotEdit(f"the body of {name} stands on one line")
    indent = text[line_start(text, start) : start]
    newline = newline_of(text)
    written = indented(code, indent, indent_unit(text), newline)
    after = _after(node, where)
    if after is None:
        at = line_start(text, start)
        return text[:at] + written + newline * 2 + text[at:]
    if isinstance(after, ast.Pass) and len(node.body) == 1:
        return text[: line_start(text, start)] + written + text[end:]
    at = line_end(text, file.span(block, after)[1])
    lines = max(_members_gap(after), empty_lines_around(code, indent), int(where == "fields"))
    gap = newline * lines
    return text[:at] + newline + gap + written + _gap_above_next(text, at, gap) + text[at:]


def with_import_in(text: str, name: str, method: str, line: str) -> str:
    """A relative import in a method: behind its other imports, before its relative ones."""
    file, newline = parsed(text), newline_of(text)
    block, node = _class(file, name)
    found = next((one for one in node.body if getattr(one, "name", "") == method), None)
    if not isinstance(found, ast.FunctionDef):
        raise CannotEdit(f"{name} has no {method}()")
    body = found.body[1:] if _is_docstring(found.body[0]) else found.body
    start, end = file.span(block, found.body[0])
    if line_start(text, start) == line_start(text, file.span(block, found)[0]):
        raise CannotEdit(f"{method}() of {name} stands on one line")
    indent = text[line_start(text, start) : start]
    imports = list(takewhile(lambda one: isinstance(one, (ast.Import, ast.ImportFrom)), body))
    own = next((one for one in imports if getattr(one, "level", 0)), None)
    if not body:
        return text[:end] + newline + indent + line + text[end:]
    if len(body) == 1 and isinstance(body[0], ast.Pass):
        start, end = file.span(block, body[0])
        return text[:start] + line + text[end:]
    if own is not None or not imports:
        at = line_start(text, file.span(block, own or body[0])[0])
        gap = "" if own is not None else newline
        return text[:at] + indent + line + newline + gap + text[at:]
    at = line_end(text, file.span(block, imports[-1])[1])
    return text[:at] + newline * 2 + indent + line + text[at:]


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _class(file: Parsed, name: str) -> tuple[int, ast.ClassDef]:
    found = file.class_(name)
    if found is None:
        raise CannotEdit(f"class {name} is not there")
    return found


def _decorators(node: ast.stmt) -> list[ast.expr]:
    return getattr(node, "decorator_list", [])


def _after(node: ast.ClassDef, where: str) -> ast.stmt | None:
    """The statement to write below; None for the top of the body."""
    if where == "end":
        return node.body[-1]
    stop: tuple[type[ast.stmt], ...] = (ast.FunctionDef, ast.AsyncFunctionDef)
    if where == "fields":
        stop = (*stop, ast.ClassDef)
    above = None
    for statement in node.body:
        if isinstance(statement, stop) and not _is_choices(statement):
            break
        above = statement
    return above


def _is_choices(node: ast.stmt) -> bool:
    """`class Status(TextChoices)` stands among the fields that use it."""
    return isinstance(node, ast.ClassDef) and bool(node.bases) and node.name != "Meta"


def _gap_above_next(text: str, at: int, gap: str) -> str:
    """As much below as above, unless an empty line or the end of the file follows."""
    rest, newline = text[at:].lstrip(" \t"), newline_of(text)
    follows = rest.strip() and not rest.startswith(newline * 2)
    return gap if follows else ""


def _members_gap(after: ast.stmt) -> int:
    return int(isinstance(after, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)))
