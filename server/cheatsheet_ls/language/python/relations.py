"""Reverse relations: `author.books` and `author.book_set`, found by the fields that point back.

The workspace lists which files mention a `related_name` (or define a model); only those are read.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.language.python.long_class import body_where
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.values import (
    ApiInstance,
    UserClass,
    UserInstance,
    Value,
)

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver

RELATED_MANAGER = "django.db.models.fields.related.RelatedManager"
MAX_FILES = 20


def reverse(r: Resolver, module: Module, name: str) -> Value | None:
    """What `name` gives on an instance of a model: a related manager or one object."""
    names = module.workspace.relations()
    for path in names.get(f".{name}", ())[:MAX_FILES]:
        found = _by_related_name(module, path, name)
        if found is not None:
            return found
    if name.endswith("_set"):
        return _by_class(module, names.get(name[:-4], ()), name[:-4])
    return None


def _by_related_name(module: Module, path: Path, name: str) -> Value | None:
    for cls, call in _fields(module, path, name):
        if any(k.arg == "related_name" and text(k.value) == name for k in call.keywords):
            return _related(cls, call)
    return None


def _related(cls: UserClass, call: ast.Call) -> Value:
    last = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    owner = UserInstance(cls)
    return owner if last.startswith("OneToOne") else ApiInstance(RELATED_MANAGER, owner)


def _by_class(module: Module, paths: tuple[Path, ...], lower: str) -> Value | None:
    for path in paths[:MAX_FILES]:
        found = module.workspace.read_module(path)
        for index, block in enumerate(found.tree.blocks if found else ()):
            if not block.text.lstrip().startswith(("class ", "@")):
                continue
            for node in block.body:
                if isinstance(node, ast.ClassDef) and node.name.lower() == lower and found:
                    cls = UserClass(node, found.scope, index)
                    return ApiInstance(RELATED_MANAGER, UserInstance(cls))
    return None


def _fields(module: Module, path: Path, word: str) -> Iterator[tuple[UserClass, ast.Call]]:
    """The calls assigned in class bodies of a file, in blocks that mention `word`."""
    found = module.workspace.read_module(path)
    for index, block in enumerate(found.tree.blocks if found else ()):
        if word not in block.text:
            continue
        for node in block.body:
            if isinstance(node, ast.ClassDef) and found is not None:
                cls = UserClass(node, found.scope, index)
                for statement in body_where(node, lambda member: word in member.text):
                    value = getattr(statement, "value", None)
                    if isinstance(value, ast.Call):
                        yield cls, value
