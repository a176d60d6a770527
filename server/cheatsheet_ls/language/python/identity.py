"""Which API object a name *is*, as opposed to what it holds.

`User = get_user_model()` holds an API class, but the name is the user's; `from django.db import
models as m` makes `m` the API's module. Only imports (through any number of the user's files)
and the API's own files give an identity.
"""

from __future__ import annotations

import ast

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import imports, names
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.resolver import Resolver
from cheatsheet_ls.language.python.scopes import Binding, Scope
from cheatsheet_ls.language.python.values import Api


def identity(
    r: Resolver, name: str, scope: Scope, where: tuple[int, int, int] | None
) -> str | None:
    """The API path that a bare name is an import of; None for everything the user made."""
    found = names.visible(name, scope, where)
    if not found:
        value = imports.from_stars(r, name, scope)
        return value.path if isinstance(value, Api) else None
    for home, block, binding in found:
        path = _binding_identity(r, binding, home, block)
        if path is not None:
            return path
        if binding.how not in ("import", "from"):
            return None
    return None


def _binding_identity(r: Resolver, binding: Binding, home: Scope, block: int) -> str | None:
    if binding.how == "from" and isinstance(binding.node, ast.ImportFrom):
        return _from_identity(r, binding.node, binding, home.module)
    if binding.how in ("import", "class", "def"):
        value = names.binding_value(r, binding, home, block)
        return value.path if isinstance(value, Api) else None
    return None


def _from_identity(
    r: Resolver, node: ast.ImportFrom, binding: Binding, module: Module
) -> str | None:
    original = next(
        (a.name for a in node.names if (a.asname or a.name) == binding.name), binding.name
    )
    return identity_of_import(r, node, original, module)


def identity_of_import(r: Resolver, node: ast.ImportFrom, name: str, module: Module) -> str | None:
    dotted = imports.absolute(node, module)
    if dotted and api.is_module(dotted):
        target = api.submodule_or_name(dotted, name)
        if target is not None:
            return spelled(dotted, name, target)
    source = imports.source_module(node, module)
    return identity_in(r, source, name) if source is not None and source is not module else None


def identity_in(r: Resolver, module: Module, name: str) -> str | None:
    """A top-level name of another file, followed through its own imports."""
    key = ("identity", name)
    if key in module.memo:
        return module.memo[key]  # type: ignore[no-any-return]
    module.memo[key] = None
    module.memo[key] = identity(r, name, module.scope, None)
    return module.memo[key]  # type: ignore[no-any-return]


def spelled(module: str, name: str, target: str) -> str:
    """`target`, or the path as imported where the API gives a thing a second name of its own."""
    last = target.rpartition(".")[2]
    return target if last == name or api.kind(target) == "module" else f"{module}.{name}"
