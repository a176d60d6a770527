"""Scopes `models`, `model-body`, `model-meta`, `manager-body`.

The whole app is rebuilt with the example in it: library/models.py without the classes and fields
the example replaces, then the example. Checks must be clean, tables are created, rows are saved.
"""

from __future__ import annotations

import ast
import types
from typing import Any

from .example import Example, Failed, body_names, class_source, defined_in_classes, remember
from .library_source import (
    body_of,
    library,
    meta_owner_of,
    owner_of,
    related_names,
    without_class,
)
from .rows import call, saved_row, use_managers, use_members

USER_BASES = ("AbstractUser", "AbstractBaseUser")


def models(example: Example) -> None:
    found = [n for n in example.tree.body if isinstance(n, ast.ClassDef)]
    defined = {node.name for node in found}
    for node in found:
        if any(ast.unparse(base).endswith(USER_BASES) for base in node.bases):
            _replace_user(node.name)
    _run(example, example.code, library(without=defined, related=related_names(example.tree)))


def _replace_user(name: str) -> None:
    """The project's user model is the example's, as its settings would say."""
    from django.test import override_settings

    override_settings(AUTH_USER_MODEL=f"library.{name}").enable()


def model_body(example: Example) -> None:
    owner = owner_of(example)
    if owner is None:
        source = class_source("class Example(models.Model):", example)
        _run(example, _with_models(source), library(related=related_names(example.tree)))
        return
    names = body_names(example)
    kept = library(owner, names, related=related_names(example.tree))
    own = body_of(kept, owner)
    source = class_source(f"class {owner}(models.Model):", example, extra=own)
    _run(example, _with_models(source), without_class(kept, owner))


def model_meta(example: Example) -> None:
    names = body_names(example)
    meta = "class Meta:\n" + "".join(f"    {line}\n" for line in example.body.splitlines())
    if "proxy" in names:
        header, body, rest = "class BookProxy(Book):", meta, library()
    elif names & {"abstract", "managed", "swappable", "order_with_respect_to", "app_label"}:
        header, rest = "class Example(models.Model):", library()
        fields = "name = models.CharField(max_length=100)\n"
        fields += 'book = models.ForeignKey("Book", models.CASCADE, related_name="+")\n'
        body = fields + meta
    else:
        rest = library()
        owner = meta_owner_of(example)
        header, body = f"class {owner}(models.Model):", body_of(rest, owner) + "\n" + meta
        rest = without_class(rest, owner)
    wrapped = Example(**{**vars(example), "body": body})
    source = _with_models(class_source(header, wrapped))
    if "abstract" in names:
        source += "\n\nclass Concrete(Example):\n    pass\n"
    _run(example, source, rest)


def manager_body(example: Example) -> None:
    base = "models.Manager" if "get_queryset" in body_names(example) else "models.QuerySet"
    source = _with_models(class_source(f"class ExampleManager({base}):", example))
    made = "ExampleManager()" if base == "models.Manager" else "ExampleManager.as_manager()"
    kept = library()
    own = body_of(kept, "Book")
    source += f"\n\nclass Book(models.Model):\n    objects = {made}\n"
    source += "\n".join(f"    {line}" for line in own.splitlines()) + "\n"
    module = _run(example, source, without_class(kept, "Book"))
    made_rows = module.Book.objects
    for name in body_names(example):
        method = getattr(made_rows, name, None)
        if callable(method) and not name.startswith("_"):
            call(method, example)


def _with_models(source: str) -> str:
    return (
        "from django.conf import settings\nfrom django.db import models\n"
        "from django.urls import reverse\n" + source
    )


def _run(example: Example, source: str, kept: str) -> types.ModuleType:
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
    exec(compile(kept, "library/models.py", "exec"), module.__dict__)
    remember(example, source, module.__dict__)
    try:
        exec(compile(source, example.filename, "exec", dont_inherit=True), module.__dict__)
    finally:
        apps.get_app_config("library").models = apps.all_models["library"]
        apps.clear_cache()
    new = list(apps.get_app_config("library").get_models(include_auto_created=True))
    _check(example)
    if _needs_other_database(new):
        return module
    _create_tables(new)
    mine = [m for m in new if not m._meta.auto_created and not m._meta.proxy and m._meta.managed]
    _save_and_use(example, mine)
    return module


def _check(example: Example) -> None:
    from django.apps import apps
    from django.core import checks
    from django.core.checks.model_checks import check_all_models

    messages = check_all_models([apps.get_app_config("library")])
    least = checks.ERROR if example.deprecated else checks.WARNING
    bad = [m for m in messages if m.level >= least]
    if bad:
        raise Failed("; ".join(str(m) for m in bad))


def _needs_other_database(new: list[Any]) -> bool:
    """Fields and constraints of PostgreSQL have no table in SQLite; the checks have seen them."""
    parts = [
        p for m in new for p in (*m._meta.local_fields, *m._meta.constraints, *m._meta.indexes)
    ]
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
            use_managers(model, example, names)


def _needs(model: Any) -> set[Any]:
    """Models whose rows must exist first."""
    needed = {f.related_model for f in model._meta.local_fields if f.is_relation and not f.null}
    return needed | set(model._meta.parents)
