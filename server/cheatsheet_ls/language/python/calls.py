"""What a call gives back: instances, the types the facts state, `super()`, the user's own
functions.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import classes, members, models
from cheatsheet_ls.language.python.module import child_scope
from cheatsheet_ls.language.python.scopes import Scope
from cheatsheet_ls.language.python.typeexpr import class_of, value_of
from cheatsheet_ls.language.python.values import (
    Api,
    ApiInstance,
    Builtin,
    Made,
    Many,
    Method,
    Super,
    UserClass,
    UserFunction,
    UserInstance,
    Value,
)

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver

_SAME_ITEMS = frozenset({"list", "sorted", "set", "reversed", "iter", "tuple", "filter"})
_PLAIN = frozenset(
    {"str", "int", "float", "bool", "dict", "bytes", "len", "open", "range", "repr", "sum"}
)
_FIRST_MODEL = frozenset(
    {
        "django.shortcuts.get_object_or_404",
        "django.shortcuts.aget_object_or_404",
        "rest_framework.generics.get_object_or_404",
    }
)


def call(r: Resolver, node: ast.Call, scope: Scope, block: int) -> Value | None:
    if isinstance(node.func, ast.Name):
        name = node.func.id
        if name == "super":
            return super_value(r, node, scope, block)
        if (name in _SAME_ITEMS or name in ("next", "type") or name in _PLAIN) and not _shadowed(
            name, scope
        ):
            return _builtin(r, name, node, scope, block)
    callee = r.evaluate(node.func, scope, block)
    if isinstance(callee, Api):
        return _api_call(r, callee, node, scope, block)
    if isinstance(callee, Method):
        return method_call(r, callee, node, scope, block)
    if isinstance(callee, UserFunction):
        return returned(r, callee)
    return members.instance_of(callee)


def _shadowed(name: str, scope: Scope) -> bool:
    current: Scope | None = scope
    while current is not None:
        if current.kind != "class" and current.find(name):
            return True
        current = current.parent
    return False


def _builtin(r: Resolver, name: str, node: ast.Call, scope: Scope, block: int) -> Value | None:
    if name in _PLAIN:
        return Builtin(name)
    value = (
        r.evaluate(node.args[-1 if name == "filter" else 0], scope, block) if node.args else None
    )
    if name == "type":
        return class_of(value)
    elem = members.element(r, value)
    return elem if name == "next" else Many(elem)


def super_value(r: Resolver, node: ast.Call, scope: Scope, block: int) -> Value | None:
    """`super()` by the class around it, `super(Book, self)` by the class it names."""
    if node.args:
        named = r.evaluate(node.args[0], scope, block)
        if isinstance(named, UserClass):
            return Super(named)
    home = scope.enclosing("class")
    if home is None or home.parent is None or not isinstance(home.node, ast.ClassDef):
        return None
    return Super(UserClass(home.node, home.parent, home.block))


def _api_call(r: Resolver, callee: Api, node: ast.Call, scope: Scope, block: int) -> Value | None:
    kind = api.kind(callee.path)
    if kind == "class":
        elem = None
        if node.args and models.BASE_MANAGER not in api.mro(callee.path):
            elem = (
                _instance(r.evaluate(node.args[0], scope, block))
                if callee.path == members.QUERYSET
                else None
            )
        return ApiInstance(callee.path, elem)
    if callee.path in _FIRST_MODEL and node.args:
        subject = r.evaluate(node.args[0], scope, block)
        if isinstance(subject, (ApiInstance, UserInstance)):
            return subject.elem
        return members.instance_of(subject)
    function = api.function(callee.path)
    if function is not None:
        return value_of(function.returns, None)
    instance = members.instance_value(callee) if kind == "value" else None
    if instance is not None:  # an object that is called: `connection()`, a signal …
        called = members.attribute(r, instance, "__call__")
        return method_call(r, called, node, scope, block) if isinstance(called, Method) else None
    return None


def _instance(value: Value | None) -> Value | None:
    return members.instance_of(value)


def method_call(
    r: Resolver, method: Method, node: ast.Call, scope: Scope, block: int
) -> Value | None:
    name = method.member.name
    if name == "as_manager":
        qs = method.receiver
        made = members.instance_of(qs) if isinstance(qs, (UserClass, Api)) else None
        return _manager_from(made)
    if name == "from_queryset" and node.args:
        inner = r.evaluate(node.args[0], scope, block)
        parts = [part for part in (method.receiver, inner) if isinstance(part, (Api, UserClass))]
        return Made(tuple(parts))
    if name == "get_model" and method.owner.startswith("django.apps."):
        return Api(models.MODEL)
    return members.typed(r, method.member.type, _receiver(r, method))


def _receiver(r: Resolver, method: Method) -> Value:
    """QuerySet methods of a user's manager give what its own QuerySet class gives."""
    value = method.receiver
    if not isinstance(value, (ApiInstance, UserInstance)):
        return value
    is_manager = models.BASE_MANAGER in classes.mro(r, value)
    same_type = isinstance(value, ApiInstance) or method.member.type.startswith("Self")
    return ApiInstance(members.QUERYSET, value.elem) if is_manager and same_type else value


def _manager_from(queryset: Value | None) -> Value | None:
    """A manager with the methods of a QuerySet class; the class itself stands for it."""
    return queryset if isinstance(queryset, UserInstance) else ApiInstance(models.MANAGER)


def returned(r: Resolver, function: UserFunction) -> Value | None:
    """What a function of the user's returns: its annotation, else the first `return` that is
    known.
    """
    node = function.node
    if node.returns is not None:
        declared = r.annotated(node.returns, function.scope, function.block)
        if declared is not None:
            return declared
    return r.memoised(  # type: ignore[no-any-return]
        function.scope.module, ("returned", id(node)), lambda: _first_return(r, function)
    )


def _first_return(r: Resolver, function: UserFunction) -> Value | None:
    inner = child_scope(function.scope, function.node, function.block)
    for statement in _returns(function.node.body):
        value = r.evaluate(statement.value, inner, function.block)
        if value is not None and not isinstance(value, Builtin):
            return value
    return None


def _returns(body: list[ast.stmt]) -> list[ast.Return]:
    found: list[ast.Return] = []
    for statement in body:
        if isinstance(statement, ast.Return):
            found.append(statement)
        elif not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            for name in ("body", "orelse", "finalbody"):
                found.extend(_returns(getattr(statement, name, [])))
            for handler in getattr(statement, "handlers", ()):
                found.extend(_returns(handler.body))
    return found
