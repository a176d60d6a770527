"""What a bare name stands for: Python's scope rules, then what the binding gave it."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import imports, members, parameters
from cheatsheet_ls.language.python.module import child_scope
from cheatsheet_ls.language.python.repair import parse_quietly
from cheatsheet_ls.language.python.scopes import Binding, Order, Scope
from cheatsheet_ls.language.python.values import (
    Api,
    ApiInstance,
    Builtin,
    UserClass,
    UserFunction,
    UserInstance,
    Value,
)

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver

_IMPORTS = ("import", "from")


def lookup(r: Resolver, name: str, scope: Scope, where: Order | None) -> Value | None:
    """The value of `name` used in `scope` at `where` (None: at any time)."""
    found = visible(name, scope, where)
    if not found:
        return imports.from_stars(r, name, scope)
    for home, block, binding in found:
        value = binding_value(r, binding, home, block)
        if value is not None and value != Builtin("NoneType"):
            return value
        if value is None and binding.how not in _IMPORTS:
            return None
    return None


def visible(name: str, scope: Scope, where: Order | None) -> list[tuple[Scope, int, Binding]]:
    """The bindings that may have given `name` its value, the likeliest first.

    Several only where the last word is an import (`try: … except ImportError: …`) or None.
    """
    current: Scope | None = scope
    limit = where
    while current is not None:
        if (current.kind != "class" or current is scope) and (found := current.find(name)):
            return [(current, block, binding) for block, binding in _candidates(found, limit)]
        if current.kind != "comprehension":
            limit = None
        current = current.parent
    return []


def _candidates(
    bindings: list[tuple[int, Binding]], where: Order | None
) -> list[tuple[int, Binding]]:
    if where is not None:
        earlier = [(k, b) for k, b in bindings if (k, b.line, b.column) <= where]
        bindings = earlier or bindings
    last = bindings[-1][1]
    if last.how in _IMPORTS:
        return [(k, b) for k, b in reversed(bindings) if b.how in _IMPORTS]
    return list(reversed(bindings))


def binding_value(r: Resolver, binding: Binding, scope: Scope, block: int) -> Value | None:
    """What a binding of `scope` gives its name."""
    how, node = binding.how, binding.node
    if how in _IMPORTS:
        return imports.imported(r, binding, scope.module)
    if how == "class" and isinstance(node, ast.ClassDef):
        return own_package_class(node, scope) or UserClass(node, scope, block)
    if how == "def" and isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return _own_package_function(node, scope) or UserFunction(node, scope, block)
    if how == "param":
        return parameters.value(r, binding, scope, block)
    return _bound_by_value(r, binding, scope, block)


def _bound_by_value(r: Resolver, binding: Binding, scope: Scope, block: int) -> Value | None:
    if binding.annotation is not None:
        declared = annotated(r, binding.annotation, scope, block)
        if declared is not None:
            return declared
    home = (
        scope.parent
        if scope.kind == "comprehension" and scope.parent and _is_first(binding, scope)
        else scope
    )
    value = r.evaluate(binding.value, home, block)
    if binding.how == "each":
        value = members.element(r, value)
    elif binding.how == "except":
        value = members.instance_of(members.first_part(value))
    elif binding.how == "with" and not isinstance(value, (ApiInstance, UserInstance)):
        return None
    for index in binding.unpack:
        value = members.item(r, value, index)
    return value


def _is_first(binding: Binding, scope: Scope) -> bool:
    generators: list[ast.comprehension] = getattr(scope.node, "generators", [])
    return bool(generators) and binding.value is generators[0].iter


def annotated(r: Resolver, node: ast.expr | None, scope: Scope, block: int) -> Value | None:
    """An instance of what an annotation names; `X | None`, `Optional[X]`, `"X"` and `type[X]` are
    read.
    """
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        try:
            fresh = parse_quietly(node.value).body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None
        first = fresh[0] if len(fresh) == 1 else None
        return _annotated_fresh(r, first.value, scope) if isinstance(first, ast.Expr) else None
    if isinstance(node, ast.BinOp):
        return annotated(r, node.left, scope, block) or annotated(r, node.right, scope, block)
    if isinstance(node, ast.Subscript):
        return _generic(r, node, scope, block)
    return members.instance_of(r.evaluate(node, scope, block))


def _annotated_fresh(r: Resolver, node: ast.expr, scope: Scope) -> Value | None:
    """Quoted annotations are parsed anew, so their nodes must not enter the memo."""
    if isinstance(node, ast.Name):
        return members.instance_of(lookup(r, node.id, scope, None))
    if isinstance(node, ast.Attribute):
        owner = node.value
        value = lookup(r, owner.id, scope, None) if isinstance(owner, ast.Name) else None
        return (
            members.instance_of(members.attribute(r, value, node.attr))
            if value is not None
            else None
        )
    if isinstance(node, ast.BinOp):
        return _annotated_fresh(r, node.left, scope) or _annotated_fresh(r, node.right, scope)
    return None


def _generic(r: Resolver, node: ast.Subscript, scope: Scope, block: int) -> Value | None:
    last = (
        node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
    )
    inner = (
        node.slice.elts[0] if isinstance(node.slice, ast.Tuple) and node.slice.elts else node.slice
    )
    if last in ("Optional", "Annotated", "Union", "ClassVar", "Final"):
        return annotated(r, inner, scope, block)
    if last in ("type", "Type"):
        return r.evaluate(inner, scope, block)
    outer = members.instance_of(r.evaluate(node.value, scope, block))
    elem = annotated(r, inner, scope, block)
    if isinstance(outer, ApiInstance):
        return ApiInstance(outer.cls, elem)
    if isinstance(outer, UserInstance):
        return UserInstance(outer.cls, elem)
    return members.many(elem) if last.lower() in _CONTAINERS else None


_CONTAINERS = frozenset(
    {"list", "iterable", "sequence", "iterator", "set", "tuple", "generator", "collection"}
)


def own_package_class(node: ast.ClassDef, scope: Scope) -> Api | None:
    """A class of Django's (or a companion's) own files, opened as the workspace."""
    return _own_package(node.name, scope, "class")


def _own_package_function(node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope) -> Api | None:
    return _own_package(node.name, scope, "function")


def _own_package(name: str, scope: Scope, kind: str) -> Api | None:
    if scope.kind != "module" or not api.is_module(scope.module.name):
        return None
    path = f"{scope.module.name}.{name}"
    return Api(path) if api.canonical(path) == path and api.kind(path) == kind else None


def class_scope(cls: UserClass) -> Scope:
    """The scope of the body of a user's class."""
    return child_scope(cls.scope, cls.node, cls.block)


def conventional(node: ast.Attribute, scope: Scope) -> Value | None:
    """`Book.objects` of a class that cannot be found, in a file that works with Django's models."""
    return ApiInstance(members.MANAGER) if is_conventional(node, scope, "objects") else None


def is_conventional(node: ast.Attribute, scope: Scope, *names: str) -> bool:
    """Whether `Name.attribute` can only be what Django's models have."""
    owner = node.value.id if isinstance(node.value, ast.Name) else ""
    is_class = owner[:1].isupper() and not owner.isupper()
    return node.attr in names and is_class and uses_django(scope)


def uses_django(scope: Scope) -> bool:
    """Whether the file imports anything of Django's."""
    module = scope.module
    known = module.memo.get("uses django")
    if known is None:
        known = any(
            block.text.startswith(("from django", "import django")) for block in module.tree.blocks
        )
        module.memo["uses django"] = known
    return bool(known)
