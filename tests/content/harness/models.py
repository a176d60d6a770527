"""Scopes `models`, `model-body`, `model-meta`, `manager-body`.

The whole app is rebuilt with the example in it: library/models.py without the classes and fields
the example replaces, then the example. Checks must be clean, tables are created, rows are saved.
"""

from __future__ import annotations

import ast
import types
from pathlib import Path
from typing import Any

from .example import Example, Failed, body_names, class_source, defined_in_classes, remember
from .rows import call, saved_row, use_members

OWN = ("Author", "Publisher", "Tag", "Book", "Review")


def models(example: Example) -> None:
    defined = {n.name for n in example.tree.body if isinstance(n, ast.ClassDef)}
    _run(example, example.code, _library(without=defined, related=_related_names(example.tree)))


def model_body(example: Example) -> None:
    owner = _owner(example)
    if owner is None:
        source = class_source("class Example(models.Model):", example)
        _run(example, _with_models(source), _library(related=_related_names(example.tree)))
        return
    names = body_names(example)
    kept = _library(owner, names, related=_related_names(example.tree))
    own = _body_of(kept, owner)
    source = class_source(f"class {owner}(models.Model):", example, extra=own)
    _run(example, _with_models(source), _without_class(kept, owner))


def model_meta(example: Example) -> None:
    names = body_names(example)
    meta = "class Meta:\n" + "".join(f"    {line}\n" for line in example.body.splitlines())
    if "proxy" in names:
        header, body, rest = "class BookProxy(Book):", meta, _library()
    elif names & {"abstract", "managed", "swappable", "order_with_respect_to", "app_label"}:
        header, rest = "class Example(models.Model):", _library()
        fields = 'name = models.CharField(max_length=100)\nbook = models.ForeignKey("Book", models.CASCADE, related_name="+")\n'
        body = fields + meta
        if "abstract" in names:
            body += ""
    else:
        rest = _library()
        owner = _meta_owner(example)
        header, body = f"class {owner}(models.Model):", _body_of(rest, owner) + "\n" + meta
        rest = _without_class(rest, owner)
    wrapped = Example(**{**vars(example), "body": body})
    source = _with_models(class_source(header, wrapped))
    if "abstract" in names:
        source += "\n\nclass Concrete(Example):\n    pass\n"
    _run(example, source, rest)


def manager_body(example: Example) -> None:
    base = "models.Manager" if "get_queryset" in body_names(example) else "models.QuerySet"
    source = _with_models(class_source(f"class ExampleManager({base}):", example))
    made = "ExampleManager()" if base == "models.Manager" else "ExampleManager.as_manager()"
    library = _library()
    own = _body_of(library, "Book")
    source += f"\n\nclass Book(models.Model):\n    objects = {made}\n"
    source += "\n".join(f"    {line}" for line in own.splitlines()) + "\n"
    module = _run(example, source, _without_class(library, "Book"))
    made_rows = module.Book.objects
    for name in body_names(example):
        method = getattr(made_rows, name, None)
        if callable(method) and not name.startswith("_"):
            call(method, example)


def _with_models(source: str) -> str:
    return "from django.conf import settings\nfrom django.db import models\nfrom django.urls import reverse\n" + source


def _owner(example: Example) -> str | None:
    """The library's model the body is about: the one it shares most names with."""
    tree = ast.parse(example.body)
    words = body_names(example)
    if "pk" in words:  # a composite key: nothing may point to such a model
        return None
    words |= {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)}
    words |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    top = [s for s in tree.body if not isinstance(s, (ast.FunctionDef, ast.AsyncFunctionDef))]
    used = {n.id for s in top for n in ast.walk(s) if isinstance(n, ast.Name)}
    allowed = [o for o in ("Book", "Author", "Review", "Publisher", "Tag") if o not in used]
    if "Book" in used:  # a relation to Book belongs to Review, or to a model of its own
        return "Review" if {"book", "rating", "text"} & body_names(example) else None
    library = ast.parse(_library())
    scores = {
        node.name: len(words & _class_names(node))
        for node in library.body
        if isinstance(node, ast.ClassDef)
    }
    return max(allowed, key=lambda o: scores[o])


def _meta_owner(example: Example) -> str:
    words = {n.value for n in ast.walk(ast.parse(example.body)) if isinstance(n, ast.Constant)}
    words = {str(word).lstrip("-") for word in words}
    library = ast.parse(_library())
    scores = {
        node.name: len(words & _class_names(node))
        for node in library.body
        if isinstance(node, ast.ClassDef)
    }
    return max(("Book", "Author", "Review", "Publisher", "Tag"), key=lambda o: scores[o])


def _class_names(node: ast.ClassDef) -> set[str]:
    return {t.id for s in node.body if isinstance(s, ast.Assign) for t in s.targets if isinstance(t, ast.Name)}


def _related_names(tree: ast.AST) -> set[str]:
    return {
        k.value.value
        for n in ast.walk(tree)
        if isinstance(n, ast.Call)
        for k in n.keywords
        if k.arg == "related_name" and isinstance(k.value, ast.Constant)
    }


def _library(
    owner: str | None = None,
    names: set[str] | frozenset[str] = frozenset(),
    without: set[str] | frozenset[str] = frozenset(),
    related: set[str] | frozenset[str] = frozenset(),
) -> str:
    """The source of library/models.py without what the example replaces."""
    path = Path(__file__).parent.parent / "project/library/models.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    tree.body = [n for n in tree.body if not (isinstance(n, ast.ClassDef) and n.name in without)]
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            gone = names if node.name == owner else frozenset()
            node.body = [s for s in node.body if not _replaced(s, gone, related)] or [ast.Pass()]
    return ast.unparse(tree)


def _replaced(node: ast.stmt, names: set[str] | frozenset[str], related: set[str] | frozenset[str]) -> bool:
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return node.name in names and node.name != "Status"
    if not isinstance(node, ast.Assign):
        return False
    targets = {t.id for t in node.targets if isinstance(t, ast.Name)}
    return bool(targets & names) or bool(_related_names(node) & related)


def _body_of(source: str, name: str) -> str:
    node = next(n for n in ast.parse(source).body if isinstance(n, ast.ClassDef) and n.name == name)
    return "\n".join(ast.unparse(statement) for statement in node.body)


def _without_class(source: str, name: str) -> str:
    tree = ast.parse(source)
    tree.body = [n for n in tree.body if not (isinstance(n, ast.ClassDef) and n.name == name)]
    return ast.unparse(tree)


def _run(example: Example, source: str, library: str) -> types.ModuleType:
    """Rebuilds the app from both sources, then checks, creates tables and saves rows."""
    import sys

    from django.apps import apps

    old = dict(apps.all_models["library"])
    _drop_tables(list(old.values()))
    apps.all_models["library"].clear()
    module = types.ModuleType("library.models")
    module.__package__ = "library"
    sys.modules["library.models"] = module
    sys.modules["library"].models = module  # type: ignore[attr-defined]
    exec(compile(library, "library/models.py", "exec"), module.__dict__)
    remember(example, source)
    try:
        exec(compile(source, example.filename, "exec", dont_inherit=True), module.__dict__)
    finally:
        apps.get_app_config("library").models = apps.all_models["library"]
        apps.clear_cache()
    new = list(apps.get_app_config("library").get_models(include_auto_created=True))
    _check(example, new)
    if _needs_other_database(new):
        return module
    _create_tables(new)
    mine = [m for m in new if not m._meta.auto_created and not m._meta.proxy and m._meta.managed]
    _save_and_use(example, mine)
    return module


def _check(example: Example, new: list[Any]) -> None:
    from django.core import checks
    from django.core.checks.model_checks import check_all_models

    messages = [m for model in new for m in model.check(databases=[])] + check_all_models(None)
    least = checks.ERROR if example.deprecated else checks.WARNING
    bad = [m for m in messages if m.level >= least]
    if bad:
        raise Failed("; ".join(str(m) for m in bad))


def _needs_other_database(new: list[Any]) -> bool:
    """Fields and constraints of PostgreSQL have no table in SQLite; the checks have seen them."""
    parts = [p for m in new for p in (*m._meta.local_fields, *m._meta.constraints, *m._meta.indexes)]
    return any("postgres" in type(part).__module__ for part in parts)


def _drop_tables(old: list[Any]) -> None:
    from django.db import connection

    connection.disable_constraint_checking()
    with connection.cursor() as cursor:
        for model in old:
            cursor.execute(f'DROP TABLE IF EXISTS "{model._meta.db_table}"')


def _create_tables(new: list[Any]) -> None:
    from django.db import connection

    with connection.schema_editor() as editor:
        for model in new:
            if model._meta.managed and not model._meta.proxy and not model._meta.auto_created:
                editor.create_model(model)


def _save_and_use(example: Example, new: list[Any]) -> None:
    names = body_names(example) | defined_in_classes(example)
    waiting = list(new)
    while waiting:
        model = next((m for m in waiting if not _needs(m) & set(waiting) - {m}), waiting[0])
        waiting.remove(model)
        row = saved_row(model)
        if row is not None:
            use_members(row, example, names)


def _needs(model: Any) -> set[Any]:
    """Models whose rows must exist first."""
    needed = {f.related_model for f in model._meta.local_fields if f.is_relation and not f.null}
    return needed | set(model._meta.parents)
