"""Words of Python code that mean something to Django: names, keywords, lookups, hooks, paths."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

from tools.mutation.points import Point

Word = Callable[..., Iterator[Point]]

# Calls whose keywords are names of the writer's own choice.
FREE_KEYWORDS = {"dict", "annotate", "alias", "aggregate", "format", "update", "SimpleNamespace"}
FREE_KEYWORDS |= {"send", "send_robust", "partial", "log", "info", "warning", "error", "extra"}
# Calls, and names assigned, whose strings are names of fields.
FIELD_CALLS = {"F", "order_by", "values", "values_list", "only", "defer", "select_related"}
FIELD_CALLS |= {"prefetch_related", "Count", "Sum", "Avg", "Max", "Min", "earliest", "latest"}
FIELD_LISTS = {"fields", "exclude", "ordering", "list_display", "list_filter", "search_fields"}
FIELD_LISTS |= {"readonly_fields", "autocomplete_fields", "list_editable", "filterset_fields"}
FIELD_LISTS |= {"date_hierarchy", "slug_field", "ordering_fields", "raw_id_fields", "get_latest_by"}
MADE_BY_CALL = {"model-body", "models", "form-body", "forms", "serializer-body", "serializers"}
TESTS = {"tests", "test-body"}


def points(code: str, scope: str, hooks: frozenset[str]) -> Iterator[Point]:
    """Everything in the code that can be broken; `hooks` are names the sheet documents."""
    tree = ast.parse(code)
    starts = _line_starts(code)

    def at(line: int, column: int) -> int:
        text = code[starts[line - 1] :].split("\n", 1)[0]
        return starts[line - 1] + len(text.encode()[:column].decode())

    def word(kind: str, node: ast.AST, old: str, column: int | None = None) -> Iterator[Point]:
        begin = at(getattr(node, "lineno", 1), getattr(node, "col_offset", 0))
        end = at(getattr(node, "end_lineno", 1), getattr(node, "end_col_offset", 0))
        found = code.find(old, begin, end)
        if found >= 0:
            yield Point(kind, found, old)

    made = _made_here(tree)
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from _imports(node, word)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            end = at(node.end_lineno or 1, node.end_col_offset or 0)
            if code[end - len(node.attr) : end] == node.attr:
                yield Point("attribute", end - len(node.attr), node.attr)
        elif isinstance(node, ast.Call):
            yield from _call(node, made, word)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield from word("name", node, node.id)
        elif isinstance(node, ast.BinOp):
            yield from _operator(code, node, at)
        elif isinstance(node, ast.ClassDef):
            yield from _hooks(node.body, scope, hooks, word)
        elif isinstance(node, ast.Assign):
            yield from _assigned(node, scope, hooks, word)
    if scope.endswith(("-body", "-meta")) and scope != "test-body":
        yield from _hooks(tree.body, scope, hooks, word)
    if scope in TESTS:
        yield from _statuses(code)


def _line_starts(code: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", code))]


def _made_here(tree: ast.Module) -> set[str]:
    """Functions of the example; their keywords may be caught by `**kwargs`."""
    return {n.name for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.ClassDef))}


def _imports(node: ast.Import | ast.ImportFrom, word: Word) -> Iterator[Point]:
    for alias in node.names:
        kind = "import" if isinstance(node, ast.ImportFrom) else "imported module"
        yield from word(kind, alias, alias.name)
    if isinstance(node, ast.ImportFrom) and node.module:
        yield from word("imported module", node, node.module)


def _call(node: ast.Call, made: set[str], word: Word) -> Iterator[Point]:
    name = ast.unparse(node.func).rpartition(".")[2]
    if name not in FREE_KEYWORDS | made:
        for keyword in node.keywords:
            if keyword.arg and "__" in keyword.arg:
                yield from word("lookup", keyword, keyword.arg)
            elif keyword.arg:
                yield from word("keyword", keyword, keyword.arg)
    if name in FIELD_CALLS:
        for argument in node.args:
            yield from _field_name(argument, word)
    if name in ("reverse", "reverse_lazy", "redirect") and node.args:
        first = node.args[0]
        if isinstance(first, ast.Constant) and ":" in str(first.value):
            yield from word("URL name", first, str(first.value).partition(":")[2])


def _field_name(node: ast.AST, word: Word) -> Iterator[Point]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if re.fullmatch(r"[-+^=@]?[a-z_]+", node.value):
            yield from word("field name", node, node.value.lstrip("-+^=@"))


def _operator(code: str, node: ast.BinOp, at: Callable[[int, int], int]) -> Iterator[Point]:
    """`Q(…) | Q(…)` with an operator that query parts do not have."""
    parts = ast.unparse(node)
    signs = {ast.BitOr: "|", ast.BitAnd: "&"}
    if type(node.op) in signs and "Q(" in parts:
        begin = at(node.left.end_lineno or 1, node.left.end_col_offset or 0)
        found = code.find(signs[type(node.op)], begin)
        yield Point("operator", found, signs[type(node.op)], "+")


def _hooks(body: list[ast.stmt], scope: str, hooks: frozenset[str], word: Word) -> Iterator[Point]:
    """Members of a class that Django looks for by name."""
    for node in body:
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            special = re.match(r"(clean|validate)_[a-z]", node.name)
            if (node.name in hooks or special) and not node.name.startswith("__"):
                yield from word("method", node, node.name)
        elif isinstance(node, ast.ClassDef) and node.name in ("Meta", "Media"):
            yield from word("class name", node, node.name)
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            makes = isinstance(node.value, ast.Call) and (
                scope in MADE_BY_CALL or ast.unparse(node.value.func).endswith("Field")
            )
            if name in hooks and not makes:
                yield from word("class attribute", node, name)


def _assigned(node: ast.Assign, scope: str, hooks: frozenset[str], word: Word) -> Iterator[Point]:
    target = node.targets[0]
    name = getattr(target, "id", "")
    if name in FIELD_LISTS:
        values = getattr(node.value, "elts", [node.value])
        for value in values:
            yield from _field_name(value, word)
    if scope != "settings":
        return
    if name.isupper() and name in hooks:
        yield from word("setting", node, name)
    for inner in ast.walk(node.value):
        if isinstance(inner, ast.Dict):
            for key in inner.keys:
                value = getattr(key, "value", None)
                if isinstance(value, str) and value in hooks:
                    yield from word("setting key", key, value)
        elif isinstance(inner, ast.Constant) and re.fullmatch(
            r"(django|rest_framework|whitenoise|corsheaders|allauth|library(?!\.example)|channels)[\w.]*\.\w+",
            str(inner.value),
        ):
            yield from word("dotted path", inner, str(inner.value))


def _statuses(code: str) -> Iterator[Point]:
    """The status a test expects of a response."""
    for found in re.finditer(r"status_code, (\d{3})|status_code=(\d{3})", code):
        group = 1 if found[1] else 2
        new = "404" if found[group] != "404" else "200"
        yield Point("status", found.start(group), found[group], new)
