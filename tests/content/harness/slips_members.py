"""Members of a class that nothing reads: `premission_classes`, `def geet`, `class Meeta`."""

from __future__ import annotations

import ast
import difflib
import enum
import re
import unittest
from collections.abc import Iterator
from typing import Any

from .example import Example, Failed
from .truth_text import names_spoken_of

PACKAGES = ("django", "rest_framework", "channels", "allauth", "django_filters", "debug_toolbar")
ROUTED = {"list", "create", "retrieve", "update", "partial_update", "destroy"}
READ_INSIDE = {"Meta", "Media"}


def check(example: Example, cls: type, node: ast.ClassDef) -> None:
    if issubclass(cls, enum.Enum) or not _of_framework(cls):
        return
    for name, statement in _members(node):
        if name.startswith("_") or _mentioned(name, example.code) or _known(cls, name):
            continue
        if isinstance(statement, ast.ClassDef):
            if name not in READ_INSIDE and not _is_enum(statement):
                raise Failed(f"{cls.__name__}.{name} is a class that nothing reads")
        elif not _declares(cls, statement) and not _made_for_a_field(cls, name):
            _check_name(cls, name, statement)


def _check_name(cls: type, name: str, statement: ast.stmt) -> None:
    public = [n for base in cls.__mro__[1:] for n in vars(base) if not n.startswith("_")]
    public += [f"clean_{field}" for field in getattr(cls, "base_fields", ())]
    near = difflib.get_close_matches(name, public, n=1, cutoff=0.8)
    if near:
        raise Failed(f"{cls.__name__}.{name} is read by nobody; {near[0]} is")
    handler = isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)) and _is_view(cls)
    if handler or not (_has_members_of_its_own(cls) or name in names_spoken_of()):
        raise Failed(f"{cls.__name__}.{name} is read by nobody")


def _members(node: ast.ClassDef) -> Iterator[tuple[str, ast.stmt]]:
    for statement in node.body:
        if isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield statement.name, statement
        elif isinstance(statement, ast.Assign):
            yield from ((t.id, statement) for t in statement.targets if isinstance(t, ast.Name))


def _mentioned(name: str, code: str) -> bool:
    """The example says the name twice; consumers say `chat.message` for `chat_message`."""
    return len(re.findall(rf"\b{name}\b|\b{name.replace('_', '[.]')}\b", code)) > 1


def _known(cls: type, name: str) -> bool:
    if any(name in vars(base) for base in cls.__mro__[1:]):
        return True
    if hasattr(cls, "get_extra_actions") and (
        name in ROUTED or hasattr(vars(cls).get(name), "mapping")
    ):
        return True
    return _is_view(cls) and name in getattr(cls, "http_method_names", ())


def _of_framework(cls: type) -> bool:
    return any(base.__module__.partition(".")[0] in PACKAGES for base in cls.__mro__[1:])


def _is_view(cls: type) -> bool:
    from django.views import View

    return issubclass(cls, View)


def _is_enum(node: ast.ClassDef) -> bool:
    return any(ast.unparse(base).endswith(("Choices", "Enum")) for base in node.bases)


def _declares(cls: type, statement: ast.stmt) -> bool:
    """A field, filter, manager … made by a call: its name is the writer's own."""
    value = getattr(statement, "value", None)
    return isinstance(value, ast.Call) and any(
        hasattr(cls, mark) for mark in ("_meta", "base_fields", "_declared_fields", "base_filters")
    )


def _made_for_a_field(cls: Any, name: str) -> bool:
    """`clean_title`, `validate_title`, `get_title`: there must be such a field."""
    prefix, _, field = name.partition("_")
    if prefix not in ("clean", "validate", "get") or not field:
        return False
    if hasattr(cls, "base_fields"):
        if hasattr(cls, "_meta") and cls._meta.model is None:  # its ModelAdmin gives the model
            return True
        found = set(cls.base_fields)
        owner = "form"
    elif hasattr(cls, "_declared_fields") and hasattr(cls, "to_representation"):
        found = set(cls._declared_fields) if prefix == "get" else set(cls().fields)
        owner = "serializer"
    else:
        return False
    if prefix == "get":
        return field in found
    if field not in found:
        raise Failed(f"{name}: the {owner} has no field {field}")
    return True


def _has_members_of_its_own(cls: type) -> bool:
    """Classes that other code of the project calls: models, forms, managers, tests, errors."""
    from django.db.models import Manager, Model, QuerySet
    from django.forms import BaseForm

    kinds = (Model, Manager, QuerySet, BaseForm, unittest.TestCase)
    return issubclass(cls, (*kinds, *_consumers()))


def _consumers() -> tuple[type, ...]:
    """Consumers: what comes over the channel layer calls a handler by its type."""
    try:
        from channels.consumer import AsyncConsumer, SyncConsumer
    except ImportError:
        return ()
    return AsyncConsumer, SyncConsumer
