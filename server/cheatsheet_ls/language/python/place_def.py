"""Places for a method: behind `def` in the body of a class, and the hooks of a middleware class."""

from __future__ import annotations

import ast
import re
from dataclasses import replace

from cheatsheet_ls.language.python import classes, meta
from cheatsheet_ls.language.python.cursor import Cursor
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.place_stand_in import Written, stand_in
from cheatsheet_ls.language.python.scope_of import by_path, scope_of
from cheatsheet_ls.language.python.tree import Tree
from cheatsheet_ls.language.python.values import UserClass
from cheatsheet_ls.model import Place, Scope, Span

FILTERSET = "django_filters.filterset.BaseFilterSet"
_DEF = re.compile(r"(?P<async>async[ \t]+)?def[ \t]+\Z")


def define(module: Module, written: Written) -> Place | None:
    """`def get_q▮` in the body of a class of the API, with nothing behind it."""
    text, typed = module.tree.text, written.typed
    start = max(text.rfind("\n", 0, typed.start), text.rfind("\r", 0, typed.start)) + 1
    start += len(written.indent)
    words = _DEF.match(text, start, typed.start)
    if words is None or not written.indent or not written.ends_line:
        return None
    word = text[typed.start : typed.end]
    bare = Module(
        module.path, Tree(text[:start] + word + text[typed.end :], module.tree), module.workspace
    )
    bare.generation = module.generation
    cursor = stand_in(bare, replace(written, typed=Span(start, start + len(word)), alone=True))
    cls = cursor.enclosing_class() if cursor is not None else None
    found = scope_of(cursor) if cursor is not None and cls is not None else None
    if cursor is None or cls is None or found is None or found[0].value.endswith("-meta"):
        return None
    context = {"bases": ",".join(classes.api_ancestors(cursor.resolver, cls))}
    context["async"] = "yes" if words["async"] else ""
    taken = frozenset(cursor.scope.bindings)
    return Place(found[0], typed, written.indent, "def", found[1], taken, context)


def hook(cursor: Cursor, written: Written) -> Place | None:
    """The body of a middleware class: one that is handed `get_response`, or says so by its base."""
    cls = cursor.enclosing_class()
    if cls is None:
        return None
    taken = frozenset(cursor.scope.bindings)
    trigger, context = _filterset(cursor, cls)
    if not trigger and not _is_middleware(cursor, cls):
        return None
    if not trigger and _is_mixin(cls):
        context = {"mixin": "yes"}
    scope = Scope.MODULE if trigger else Scope.MIDDLEWARE
    return Place(scope, written.typed, written.indent, trigger or "hook", None, taken, context)


def _filterset(cursor: Cursor, cls: UserClass) -> tuple[str, dict[str, str]]:
    """The body of a filter set, with what the file calls its module; or its `class Meta`."""
    if meta.kind_of(cursor.resolver, cls) == "filterset":
        return "meta", {}
    if FILTERSET not in classes.mro(cursor.resolver, cls):
        return "", {}
    base = cls.node.bases[0] if cls.node.bases else None
    return "filterset", {"module": ast.unparse(base.value)} if isinstance(
        base, ast.Attribute
    ) else {}


def _is_mixin(cls: UserClass) -> bool:
    return any(ast.unparse(base).endswith("MiddlewareMixin") for base in cls.node.bases)


def _is_middleware(cursor: Cursor, cls: UserClass) -> bool:
    if _is_mixin(cls):
        return True
    constructor = cursor.scope.find("__init__")
    node = constructor[-1][1].node if constructor else None
    given = [one.arg for one in node.args.args] if isinstance(node, ast.FunctionDef) else []
    path = cursor.module.path
    in_place = path is not None and by_path(path) is Scope.MIDDLEWARE
    return given[1:2] == ["get_response"] or (
        in_place and cls.node.name.endswith("Middleware") and not cls.node.bases
    )
