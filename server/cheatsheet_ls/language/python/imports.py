"""What an import binds: an API name first, then the user's own modules."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from cheatsheet_ls.facts import api, third_party
from cheatsheet_ls.language.python.module import Module
from cheatsheet_ls.language.python.scopes import Binding, Scope
from cheatsheet_ls.language.python.values import Api, ApiInstance, Foreign, UserModule, Value

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver


def imported(r: Resolver, binding: Binding, module: Module) -> Value | None:
    """The value that an `import` or `from … import` gives the binding's name."""
    node = binding.node
    if isinstance(node, ast.ImportFrom):
        original = next(
            (a.name for a in node.names if (a.asname or a.name) == binding.name), binding.name
        )
        return from_import(r, node, original, module)
    for alias in getattr(node, "names", ()):
        if alias.asname == binding.name:
            return module_value(alias.name, module)
        if alias.asname is None and alias.name.partition(".")[0] == binding.name:
            return module_value(binding.name, module)
    return None


def module_value(dotted: str, module: Module) -> Value | None:
    """The module an absolute dotted path means in a file."""
    if api.is_module(dotted):
        return Api(dotted)
    found = module.workspace.find_module(dotted, module.path)
    return UserModule(found) if found is not None else None


def absolute(node: ast.ImportFrom, module: Module) -> str:
    """The dotted module that a `from … import` reads; "" where a relative one cannot be told."""
    if not node.level:
        return node.module or ""
    package = module.package
    for _ in range(node.level - 1):
        package = package.rpartition(".")[0]
    if not package:
        return ""
    return f"{package}.{node.module}" if node.module else package


def from_import(r: Resolver, node: ast.ImportFrom, name: str, module: Module) -> Value | None:
    dotted = absolute(node, module)
    if dotted and api.is_module(dotted):
        target = api.submodule_or_name(dotted, name)
        if target is not None:
            return Api(target)
    source = source_module(node, module)
    if source is not None and source is not module:
        value = r.in_module(source, name)
        if value is not None or source.scope.find(name):
            return value
    inner = _submodule(node, name, module)
    return inner if inner is not None else foreign(f"{dotted}.{name}")


def foreign(path: str) -> Value | None:
    """A class or object of another package that is known to build on the API."""
    record = third_party.derived(path)
    if record is None:
        return None
    if record.instance_of is not None:
        return ApiInstance(record.instance_of)
    return Foreign(path, record.bases, record.own)


def foreign_attribute(node: ast.Attribute, scope: Scope) -> Value | None:
    """`django_filters.FilterSet` of a package that is not ours and not in the workspace."""
    if not isinstance(node.value, ast.Name):
        return None
    module, name = scope.module, node.value.id
    for _, binding in reversed(module.scope.find(name)):
        made = binding.node
        if isinstance(made, ast.ImportFrom) and not made.level:
            original = next((a.name for a in made.names if (a.asname or a.name) == name), name)
            return foreign(f"{made.module}.{original}.{node.attr}")
        if isinstance(made, ast.Import):
            original = next((a.name for a in made.names if (a.asname or a.name) == name), name)
            return foreign(f"{original}.{node.attr}")
    return None


def source_module(node: ast.ImportFrom, module: Module) -> Module | None:
    """The user's module that a `from … import` reads."""
    if node.level:
        return module.workspace.find_relative(node.level, node.module or "", module.path)
    return module.workspace.find_module(node.module or "", module.path)


def _submodule(node: ast.ImportFrom, name: str, module: Module) -> Value | None:
    inner = f"{node.module}.{name}" if node.module else name
    if node.level:
        found = module.workspace.find_relative(node.level, inner, module.path)
    else:
        found = module.workspace.find_module(inner, module.path)
    return UserModule(found) if found is not None and found is not module else None


def from_stars(r: Resolver, name: str, scope: Scope) -> Value | None:
    """A name that only a star import can have brought."""
    module = scope.module
    for _, binding in reversed(module.scope.stars):
        node = binding.node
        if not isinstance(node, ast.ImportFrom):
            continue
        dotted = absolute(node, module)
        if dotted and api.is_module(dotted):
            target = api.star_names(dotted).get(name)
            if target is not None:
                return Api(target)
        source = source_module(node, module)
        if source is None or source is module or name.startswith("_"):
            continue
        value = _through(r, source, name)
        if value is not None:
            return value
    return None


def _through(r: Resolver, source: Module, name: str) -> Value | None:
    key = ("star", name)
    if key in source.memo:  # modules that star-import each other
        return source.memo[key]  # type: ignore[no-any-return]
    source.memo[key] = None
    value = r.in_module(source, name)
    source.memo[key] = value
    return value
