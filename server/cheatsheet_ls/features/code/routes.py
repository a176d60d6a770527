"""A further route in `urlpatterns`, where no earlier one answers in its place.

Besides lists written out, `i18n_patterns(…)` and `format_suffix_patterns([…])` are known; routes
that a router makes get a list of their own behind them.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from cheatsheet_ls.features.code.lists import Literal, with_item
from cheatsheet_ls.features.code.parsed import Parsed, parsed
from cheatsheet_ls.features.code.statements import with_code, with_imports
from cheatsheet_ls.features.code.wrapped import wrapped
from cheatsheet_ls.features.drafts import CannotEdit
from cheatsheet_ls.features.edits import indent_unit, line_start, newline_of

UNIT = "    "
NAME = "urlpatterns"

_PARAMETER = re.compile(r"<(?:(\w+):)?\w+>")
_MATCHES = {"int": r"[0-9]+", "slug": r"[-\w]+", "uuid": r"[0-9a-f-]{36}", "path": r".+"}
_SAMPLES = {"int": "1", "uuid": "0" * 8 + ("-" + "0" * 4) * 3 + "-" + "0" * 12}


def with_route(text: str, imports: Iterable[str], pattern: str, item: str) -> str:
    """`item` is the source of one call, `path("books/", views.books)`, `pattern` its first word."""
    text, item = with_imports(text, ("from django.urls import path", *imports), item)
    file = parsed(text, "urls.py")
    found = [one for node in _values(file) for one in _lists(file, *node)]
    if found:
        return _into(text, found[0], item, pattern)
    if any(_is_star_import(node) for _, node in file.statements()):
        raise CannotEdit("urlpatterns is imported from elsewhere")
    values = [value for _, value in _values(file)]
    if values and not all(_is_router(one) for one in values):
        raise CannotEdit("urlpatterns is not a list that is written out")
    sign = "+=" if values else "="
    return with_code(text, (), f"{NAME} {sign} [\n{wrapped(item, UNIT)},\n]")


def _is_star_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.names[0].name == "*"


def _values(file: Parsed) -> list[tuple[int, ast.expr]]:
    """What goes into `urlpatterns`, in order."""
    found = []
    for block, statement in file.statements():
        if isinstance(statement, (ast.Assign, ast.AnnAssign, ast.AugAssign)):
            targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
            if any(isinstance(one, ast.Name) and one.id == NAME for one in targets):
                if statement.value is not None:
                    found.append((block, statement.value))
    return found


def _lists(file: Parsed, block: int, value: ast.expr) -> list[Literal]:
    if isinstance(value, (ast.List, ast.Tuple)):
        return [Literal(file, block, value)]
    if isinstance(value, ast.BinOp):
        return [*_lists(file, block, value.left), *_lists(file, block, value.right)]
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name):
        if value.func.id == "format_suffix_patterns" and value.args:
            return _lists(file, block, value.args[0])
        if value.func.id == "i18n_patterns" and _plain(value.args):
            inside = ast.copy_location(ast.Tuple(list(value.args), ast.Load()), value)
            return [Literal(file, block, inside)]
    return []


def _plain(args: list[ast.expr]) -> bool:
    return bool(args) and not any(isinstance(one, ast.Starred) for one in args)


def _is_router(value: ast.expr) -> bool:
    return isinstance(value, ast.Attribute) and value.attr == "urls"


def _into(text: str, literal: Literal, item: str, pattern: str) -> str:
    elements, newline, unit = literal.node.elts, newline_of(text), indent_unit(text)
    start, end = literal.file.span(literal.block, literal.node)
    at = _place(literal, pattern)
    indent = unit
    if elements and "\n" in text[start:end]:
        first = literal.file.span(literal.block, elements[0])[0]
        line = line_start(text, first)
        indent = text[line:first] if not text[line:first].strip() else unit
    written = wrapped(item, indent, unit=unit, newline=newline).lstrip()
    only_comments = bool(text[start + 1 : end - 1].strip()) and not elements
    if "\n" in text[start:end] or only_comments or text[start] not in "[(":
        return with_item(text, literal, at, written)
    items = literal.items
    rows = "".join(f"{unit}{one},{newline}" for one in [*items[:at], written, *items[at:]])
    return text[: start + 1] + newline + rows + text[end - 1 :]


def _place(literal: Literal, pattern: str) -> int:
    """Before the first route that would answer an address of the new one."""
    address = _PARAMETER.sub(lambda found: _SAMPLES.get(found[1], "x"), pattern)
    for at, node in enumerate(literal.node.elts):
        regex = _regex(node)
        if regex is not None and re.match(regex, address):
            return at
    return len(literal.node.elts)


def _regex(node: ast.expr) -> str | None:
    """What the address of a route looks like; None for an `include()` and what is not plain."""
    if not isinstance(node, ast.Call) or len(node.args) < 2 or not isinstance(node.func, ast.Name):
        return None
    pattern, view = node.args[0], node.args[1]
    if isinstance(view, ast.Call) and getattr(view.func, "id", "") == "include":
        return None
    if not isinstance(pattern, ast.Constant) or not isinstance(pattern.value, str):
        return None
    if node.func.id != "path":
        return pattern.value if _compiles(pattern.value) else None
    parts = _PARAMETER.split(pattern.value)
    return "".join(_part(at, part) for at, part in enumerate(parts)) + r"\Z"


def _part(at: int, part: str | None) -> str:
    return _MATCHES.get(part or "str", "[^/]+") if at % 2 else re.escape(part or "")


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
