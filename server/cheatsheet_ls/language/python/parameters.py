"""What a parameter holds: `self`, what Django passes to an overridden method, and Django's usual
names.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from cheatsheet_ls.facts.types import Param
from cheatsheet_ls.language.python import classes, members
from cheatsheet_ls.language.python.scopes import Binding, Scope
from cheatsheet_ls.language.python.typeexpr import MODEL
from cheatsheet_ls.language.python.values import (
    Api,
    ApiInstance,
    UserClass,
    UserInstance,
    Value,
)

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver

HTTP_REQUEST = "django.http.request.HttpRequest"
DRF_REQUEST = "rest_framework.request.Request"
_DRF_VIEW = "rest_framework.views.APIView"
_OTHERS = (
    "aiohttp",
    "bottle",
    "falcon",
    "fastapi",
    "flask",
    "pyramid",
    "sanic",
    "scrapy",
    "starlette",
    "tornado",
)
_OTHER_FRAMEWORKS = tuple(f"{word} {name}" for word in ("from", "import") for name in _OTHERS)
_TEST_FIXTURES = {
    "client": "django.test.client.Client",
    "admin_client": "django.test.client.Client",
    "rf": "django.test.client.RequestFactory",
}


def value(r: Resolver, binding: Binding, scope: Scope, block: int) -> Value | None:
    """The value of a parameter of the function that `scope` is."""
    node = binding.node
    outer = scope.parent
    if outer is None or isinstance(node, ast.Lambda):
        return None
    if binding.annotation is not None:
        declared = r.annotated(binding.annotation, outer, block)
        if declared is not None:
            return declared
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
        if outer.kind == "class":
            found = _of_method(r, binding, node, outer)
            if found is not None:
                return found
        found = _of_function(r, binding, node, outer, block)
        if found is not None:
            return found
    default = r.evaluate(binding.value, outer, block)
    return default if isinstance(default, (ApiInstance, UserInstance, Api, UserClass)) else None


def _of_method(
    r: Resolver, binding: Binding, node: ast.FunctionDef | ast.AsyncFunctionDef, outer: Scope
) -> Value | None:
    if not isinstance(outer.node, ast.ClassDef) or outer.parent is None:
        return None
    cls = UserClass(outer.node, outer.parent, outer.block)
    decorators = _decorators(node)
    index = binding.unpack[0] if binding.unpack else None
    if index == 0 and "staticmethod" not in decorators:
        as_class = "classmethod" in decorators or node.name in ("__new__", "__init_subclass__")
        return cls if as_class else UserInstance(cls)
    found = members.find(r, UserInstance(cls), node.name, skip_user=True)
    if isinstance(found, members.ApiMember):
        expression = _declared(found.member.params, binding.name, index)
        if expression:
            return members.typed(r, expression, UserInstance(cls))
    if binding.name == "request" and _DRF_VIEW in classes.mro(r, cls):
        return ApiInstance(DRF_REQUEST)
    return None


def _declared(params: tuple[Param, ...], name: str, index: int | None) -> str:
    """The type by name; by position where the override calls its parameter something else."""
    for param in params:
        if param.name == name and not param.kind:
            return param.type
    plain = [param for param in params if not param.kind]
    return plain[index - 1].type if index is not None and 0 < index <= len(plain) else ""


def _of_function(
    r: Resolver,
    binding: Binding,
    node: ast.FunctionDef | ast.AsyncFunctionDef,
    outer: Scope,
    block: int,
) -> Value | None:
    name = binding.name
    decorators = _decorators(node)
    if name == "request":
        return _request(decorators, outer)
    if "receiver" in decorators and name in ("instance", "sender", "created", "raw"):
        return _of_receiver(r, name, node, outer, block)
    if name in ("queryset", "qs"):
        return ApiInstance(members.QUERYSET)
    if name == "apps" and _parameter_names(node)[:2] == ["apps", "schema_editor"]:
        return ApiInstance("django.apps.registry.Apps")
    if name in _TEST_FIXTURES and node.name.startswith("test") and outer.kind == "module":
        return ApiInstance(_TEST_FIXTURES[name])
    return None


def _request(decorators: set[str], outer: Scope) -> Value | None:
    """Django's request, unless the file is about another framework's, or it is pytest's."""
    if "fixture" in decorators or names_another_framework(outer):
        return None
    return ApiInstance(DRF_REQUEST if decorators & {"api_view", "action"} else HTTP_REQUEST)


def _of_receiver(
    r: Resolver, name: str, node: ast.FunctionDef | ast.AsyncFunctionDef, outer: Scope, block: int
) -> Value | None:
    for decorator in node.decorator_list:
        if not isinstance(decorator, ast.Call):
            continue
        for keyword in decorator.keywords:
            if keyword.arg == "sender":
                sender = r.evaluate(keyword.value, outer, block)
                if name == "sender":
                    return sender
                if name == "instance":
                    return members.instance_of(sender) or ApiInstance(MODEL)
    return ApiInstance(MODEL) if name == "instance" else None


def _decorators(node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    found = set()
    for decorator in node.decorator_list:
        target = decorator.func if isinstance(decorator, ast.Call) else decorator
        found.add(target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", ""))
    return found


def _parameter_names(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    return [argument.arg for argument in node.args.args]


def names_another_framework(scope: Scope) -> bool:
    """Whether the file imports another web framework: its `request` is that one's."""
    module = scope.module
    known = module.memo.get("another framework")
    if known is None:
        known = any(block.text.startswith(_OTHER_FRAMEWORKS) for block in module.tree.blocks)
        module.memo["another framework"] = known
    return bool(known)
