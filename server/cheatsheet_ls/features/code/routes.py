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
    _check_free(file, pattern)
    values = _values(file)
    found = [one for node in values for one in _lists(file, *node)]
    if found:
        literal, at = _place(found, pattern)
        _check_behind(file, literal, at, pattern)
        return _into(text, literal, at, item)
    if any(_is_star_import(node) for _, node in file.mentioning("import")):
        raise CannotEdit("urlpatterns is imported from elsewhere")
    if not all(_is_router(one) for _, one in values):
        raise CannotEdit("urlpatterns is not a list that is written out")
    sign = "+=" if values else "="
    return with_code(text, (), f"{NAME} {sign} [\n{wrapped(item, UNIT)},\n]")


def _is_star_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.names[0].name == "*"


def _values(file: Parsed) -> list[tuple[int, ast.expr]]:
    """What goes into `urlpatterns`, in order."""
    found = []
    for block, statement in file.mentioning(NAME):
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


def _into(text: str, literal: Literal, at: int, item: str) -> str:
    elements, newline, unit = literal.node.elts, newline_of(text), indent_unit(text)
    start, end = literal.file.span(literal.block, literal.node)
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


def _place(found: list[Literal], pattern: str) -> tuple[Literal, int]:
    """Before the first route that would answer an address of the new one, else in the end."""
    address = sample(pattern)
    for literal in found:
        for at, node in enumerate(literal.node.elts):
            regex = _regex(node)
            if regex is not None and re.match(regex, address):
                return literal, at
    return found[0], len(found[0].node.elts)


# -- which addresses a route answers --------------------------------------------------------------


def _check_free(file: Parsed, pattern: str) -> None:
    """Raises CannotEdit where a route of the file answers the same addresses."""
    regex = regex_of(pattern)
    for _, call in _routes(file):
        if _regex(call) == regex:
            raise CannotEdit(f'the address "{_words(call)}" is taken in urls.py')


def _check_behind(file: Parsed, literal: Literal, at: int, pattern: str) -> None:
    """Raises CannotEdit where the new route would answer in the place of one that follows it."""
    elements = literal.node.elts
    start, end = literal.file.span(literal.block, literal.node)
    offset = literal.file.span(literal.block, elements[at])[0] if at < len(elements) else end
    for where, call in _routes(file):
        words = _words(call)
        behind = where >= max(offset, start) and "<" not in words and "(" not in words
        if behind and re.match(regex_of(pattern), words):
            raise CannotEdit(f'the address "{words}" would be answered in its place')


def _routes(file: Parsed) -> list[tuple[int, ast.Call]]:
    """Where each plain route of the file stands, also those in other code."""
    return [
        (file.span(block, node)[0], node)
        for block, statement in file.mentioning("path(", "url(")
        for node in ast.walk(statement)
        if isinstance(node, ast.Call) and _regex(node) is not None
    ]


def sample(pattern: str) -> str:
    """An address that a route with this pattern answers."""
    return _PARAMETER.sub(lambda found: _SAMPLES.get(found[1], "x"), pattern)


def regex_of(pattern: str) -> str:
    parts = _PARAMETER.split(pattern)
    return "".join(_part(at, part) for at, part in enumerate(parts)) + r"\Z"


def _words(node: ast.Call) -> str:
    """The pattern as written; only asked where `_regex` knows it."""
    first = node.args[0]
    return str(first.value) if isinstance(first, ast.Constant) else ""


def _regex(node: ast.expr) -> str | None:
    """What the address of a route looks like; None for an `include()` and what is not plain."""
    if not isinstance(node, ast.Call) or len(node.args) < 2 or not isinstance(node.func, ast.Name):
        return None
    pattern, view = node.args[0], node.args[1]
    if isinstance(view, ast.Call) and getattr(view.func, "id", "") == "include":
        return None
    if node.func.id not in ("path", "re_path", "url"):
        return None
    if not isinstance(pattern, ast.Constant) or not isinstance(pattern.value, str):
        return None
    if node.func.id == "path":
        return regex_of(pattern.value)
    return pattern.value if _compiles(pattern.value) else None


def _part(at: int, part: str | None) -> str:
    return _MATCHES.get(part or "str", "[^/]+") if at % 2 else re.escape(part or "")


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
