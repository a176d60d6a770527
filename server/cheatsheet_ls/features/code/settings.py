"""Statements of a settings module: what it assigns, what it can read, where new ones go."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable

from cheatsheet_ls.features.code.parsed import parsed
from cheatsheet_ls.features.code.statements import with_code, with_imports
from cheatsheet_ls.features.code.wrapped import wrapped
from cheatsheet_ls.features.drafts import CannotEdit
from cheatsheet_ls.features.edits import (
    indent_unit,
    indented,
    line_end,
    line_start,
    newline_of,
)


def binds(source: str, name: str) -> bool:
    """Whether a module gives the name a value, anywhere: also in an `if`, by an import."""
    assigned = rf"^[ \t]*{name}\b\s*(?::[^=\n]+)?=(?!=)"
    imported = rf"^[ \t]*(?:from\s+[\w.]+\s+)?import\s[^\n#]*\b{name}\b"
    return re.search(rf"{assigned}|{imported}", source, re.MULTILINE) is not None


def free_names(code: str) -> set[str]:
    """Names that code reads and neither binds nor imports."""
    tree = ast.parse(code)
    nodes = list(ast.walk(tree))
    read = {one.id for one in nodes if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
    bound = {
        one.id for one in nodes if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)
    }
    return read - bound - _imported(tree) - set(dir(builtins))


def used_imports(imports: Iterable[str], code: str) -> list[str]:
    """Those of the import lines that the code needs."""
    needed = free_names(code)
    return [one for one in imports if _imported(ast.parse(one)) & needed]


def _imported(tree: ast.Module) -> set[str]:
    return {
        (alias.asname or alias.name).partition(".")[0]
        for one in ast.walk(tree)
        if isinstance(one, (ast.Import, ast.ImportFrom))
        for alias in one.names
    }


def with_settings(text: str, imports: Iterable[str], code: str) -> str:
    """`code` at the end of a settings module, above a last import of local settings: these win."""
    text, code = with_imports(text, imports, code)
    at = _above_local(text)
    if at is None:
        return with_code(text, (), code, gap=1)
    newline = newline_of(text)
    written = indented(code, "", indent_unit(text), newline)
    return text[:at] + written + newline * 2 + text[at:]


def _above_local(text: str) -> int | None:
    """Where the statements begin that bring in local settings, at the end of the module."""
    file = parsed(text)
    found: int | None = None
    statements = file.statements()
    imports = (ast.Import, ast.ImportFrom, ast.Expr)
    if all(isinstance(one, imports) for _, one in statements):
        return None  # it is the module that is the local one
    for block, statement in reversed(statements):
        stars = (one for one in ast.walk(statement) if isinstance(one, ast.ImportFrom))
        if not any(alias.name == "*" for one in stars for alias in one.names):
            break
        found = line_start(text, file.span(block, statement)[0])
    return found if found and text[:found].strip() else None


def with_line_below(text: str, end: int, indent: str, line: str) -> str:
    """A line below the statement that ends at `end`; a long call gets an argument a line."""
    at, newline = line_end(text, end), newline_of(text)
    written = wrapped(line, indent, unit=indent_unit(text), newline=newline)
    return text[:at] + newline + written + text[at:]


def in_block(text: str, test: str, imports: Iterable[str], line: str) -> str:
    """A line at the end of `if test:`, which is made at the end of the module where it is not."""
    text, test = with_imports(text, imports, test.replace("'", '"'))
    file = parsed(text)
    wanted = ast.unparse(ast.parse(test, mode="eval").body)
    for block, statement in file.statements():
        if isinstance(statement, ast.If) and ast.unparse(statement.test) == wanted:
            last = statement.body[-1]
            start, end = file.span(block, last)
            indent = text[line_start(text, start) : start]
            if indent.strip() or statement.orelse:
                raise CannotEdit(f"`if {test}` is not written as a block of its own")
            return with_line_below(text, end, indent, line)
    return with_code(text, (), f"if {test}:\n{wrapped(line, '    ')}", gap=1)
