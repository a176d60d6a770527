"""What `value.name`, iterating over a value and indexing it are worth."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import classes, models, self_attributes
from cheatsheet_ls.language.python.finding import (
    BASE_MANAGER,
    MANAGER,
    QUERYSET,
    ApiMember,
    UserMember,
    body_of,
    find,
)
from cheatsheet_ls.language.python.typeexpr import element_of, value_of
from cheatsheet_ls.language.python.values import (
    Api,
    ApiInstance,
    Foreign,
    Made,
    Many,
    Method,
    Several,
    Super,
    UserClass,
    UserFunction,
    UserInstance,
    UserModule,
    Value,
)

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver

_INSTANCES = (ApiInstance, UserInstance)


def attribute(r: Resolver, value: Value, name: str) -> Value | None:
    """The value of `value.name`."""
    if isinstance(value, UserModule):
        return _module_attribute(r, value, name)
    if isinstance(value, Api):
        return _api_attribute(r, value, name)
    if isinstance(value, (ApiInstance, UserInstance, UserClass, Foreign, Super, Made)):
        return _member_value(r, value, name)
    return None


def _module_attribute(r: Resolver, value: UserModule, name: str) -> Value | None:
    found = r.in_module(value.module, name)
    if found is None and value.module.path is not None and value.module.path.name == "__init__.py":
        inner = value.module.workspace.find_relative(1, name, value.module.path)
        return UserModule(inner) if inner is not None else None
    return found


def _api_attribute(r: Resolver, value: Api, name: str) -> Value | None:
    kind = api.kind(value.path)
    if kind == "module":
        target = api.submodule_or_name(value.path, name)
        return Api(target) if target is not None else None
    if kind == "class":
        return _member_value(r, value, name)
    if kind == "value":
        instance = instance_value(value)
        return attribute(r, instance, name) if instance is not None else None
    return None


def instance_value(value: Api) -> Value | None:
    """An object of the API (`cache`, `connection`, `post_save`) as the instance it is."""
    return value_of(api.value_type(value.path), None)


def _member_value(r: Resolver, value: Value, name: str) -> Value | None:
    special = models.special_attribute(r, value, name)
    if special is not None:
        return special
    found = find(r, value, name)
    if isinstance(found, UserMember):
        return _user_member_value(r, value, found)
    if isinstance(value, UserInstance):
        own = self_attributes.assigned(r, value, name)
        if own is not None:
            return own
    if isinstance(found, ApiMember):
        return api_member_value(r, found, value)
    return models.reverse_relation(r, value, name)


def api_member_value(r: Resolver, found: ApiMember, receiver: Value) -> Value | None:
    if found.member.kind in ("method", "classmethod", "staticmethod"):
        return Method(found.owner, found.member, receiver)
    if found.owner == "django.forms.forms.BaseForm" and found.member.name == "fields":
        return Many(ApiInstance("django.forms.fields.Field"))
    return typed(r, found.member.type, receiver)


def typed(r: Resolver, expression: str, receiver: Value) -> Value | None:
    """`value_of`, with the model of a generic view or a model form where the facts say `Elem`."""
    if "Elem" in expression and isinstance(receiver, UserInstance) and receiver.elem is None:
        elem = models.subject_of(r, receiver.cls)
        if elem is not None:
            receiver = UserInstance(receiver.cls, elem)
    return value_of(expression, plain_receiver(receiver))


def plain_receiver(value: Value) -> Value:
    """`Self` of a `super()` call is the class around it."""
    if isinstance(value, Super):
        return UserInstance(value.cls)
    return value


def _user_member_value(r: Resolver, value: Value, found: UserMember) -> Value | None:
    scope = body_of(found.owner)
    bound = r.binding_value(found.binding, scope, found.block)
    if isinstance(bound, UserFunction):
        function = UserFunction(bound.node, bound.scope, bound.block, receiver=value)
        if is_property(bound.node):
            return r.returned(function)
        return function
    if isinstance(bound, _INSTANCES):
        return models.through_descriptor(r, value, found, bound)
    return bound


def is_property(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    last = [
        d.attr if isinstance(d, ast.Attribute) else getattr(d, "id", "")
        for d in node.decorator_list
    ]
    return any(name in ("property", "cached_property", "classproperty") for name in last)


def instance_of(value: Value | None) -> Value | None:
    """What calling a class gives."""
    if isinstance(value, Api) and api.kind(value.path) == "class":
        return ApiInstance(value.path)
    if isinstance(value, (UserClass, Foreign)):
        return UserInstance(value)
    if isinstance(value, Made):
        api_base = next((base for base in value.bases if isinstance(base, Api)), None)
        user_base = next((base for base in value.bases if isinstance(base, UserClass)), None)
        return UserInstance(user_base) if user_base else instance_of(api_base)
    return None


def many(elem: Value | None) -> Value | None:
    return Many(elem) if elem is not None else None


def element(r: Resolver, value: Value | None) -> Value | None:
    """What iterating over the value gives."""
    if isinstance(value, Many):
        return value.elem
    if isinstance(value, Several):
        return next((part for part in value.parts if part is not None), None)
    if isinstance(value, _INSTANCES):
        ancestors = classes.mro(r, value)
        if QUERYSET in ancestors or "django.core.paginator.Page" in ancestors:
            return element_of(value)
        if "django.forms.forms.BaseForm" in ancestors:
            return ApiInstance("django.forms.boundfield.BoundField")
        if "django.forms.formsets.BaseFormSet" in ancestors:
            return ApiInstance("django.forms.forms.Form")
    return None


def item(r: Resolver, value: Value | None, index: object) -> Value | None:
    """What `value[index]` gives."""
    if isinstance(value, Several):
        in_range = isinstance(index, int) and -len(value.parts) <= index < len(value.parts)
        return value.parts[index] if in_range else None  # type: ignore[call-overload]
    if isinstance(value, (Many, *_INSTANCES)):
        return element(r, value)
    return None


def first_part(value: Value | None) -> Value | None:
    return (
        next((p for p in value.parts if p is not None), None)
        if isinstance(value, Several)
        else value
    )


__all__ = [
    "BASE_MANAGER",
    "MANAGER",
    "QUERYSET",
    "ApiMember",
    "UserMember",
    "attribute",
    "body_of",
    "element",
    "find",
    "instance_of",
    "item",
]
