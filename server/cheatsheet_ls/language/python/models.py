"""What Django does to a model's attributes: managers, relations, files, `Meta` and generic views'
models.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from cheatsheet_ls.facts import api
from cheatsheet_ls.language.python import classes, relations
from cheatsheet_ls.language.python.literals import text
from cheatsheet_ls.language.python.module import child_scope
from cheatsheet_ls.language.python.typeexpr import value_of
from cheatsheet_ls.language.python.values import (
    Api,
    ApiInstance,
    Builtin,
    Foreign,
    UserClass,
    UserInstance,
    Value,
)

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.finding import UserMember
    from cheatsheet_ls.language.python.resolver import Resolver

MODEL = "django.db.models.base.Model"
FIELD = "django.db.models.fields.Field"
MANAGER = "django.db.models.manager.Manager"
BASE_MANAGER = "django.db.models.manager.BaseManager"
USER = "django.contrib.auth.models.User"
_TO_ONE = (
    "django.db.models.fields.related.ForeignKey",
    "django.db.models.fields.related.OneToOneField",
)
_TO_MANY = "django.db.models.fields.related.ManyToManyField"
_FILE = "django.db.models.fields.files.FileField"


def special_attribute(r: Resolver, value: Value, name: str) -> Value | None:
    """Attributes that Django's metaclasses add and no class body shows."""
    if name in ("objects", "_default_manager", "_base_manager") and _is_model_class(r, value):
        return _manager_of(r, value, name)
    if name in ("DoesNotExist", "MultipleObjectsReturned") and _is_model_class(r, value):
        return Api(f"django.core.exceptions.{'ObjectDoesNotExist' if name[0] == 'D' else name}")
    if name == "__class__" and isinstance(value, UserInstance):
        return value.cls
    return None


def _is_model_class(r: Resolver, value: Value) -> bool:
    if isinstance(value, (UserClass, Foreign, UserInstance, Api, ApiInstance)):
        return MODEL in classes.mro(r, value)
    return False


def _manager_of(r: Resolver, value: Value, name: str) -> Value | None:
    """The manager declared on the class or a base of it, else Django's."""
    elem = as_instance(value)
    for ancestor in classes.mro(r, value):
        if isinstance(ancestor, UserClass):
            scope = child_scope(ancestor.scope, ancestor.node, ancestor.block)
            bound = scope.find(name)
            if bound and bound[-1][1].value is not None:
                return with_elem(r.evaluate(bound[-1][1].value, scope, bound[-1][0]), elem)
        elif isinstance(ancestor, str):
            facts = api.class_(ancestor)
            member = facts.members.get(name) if facts else None
            if member is not None and member.type and ancestor != MODEL:
                return with_elem(value_of(member.type, elem), elem)
    return ApiInstance(MANAGER, elem)


def as_instance(value: Value) -> Value | None:
    if isinstance(value, Api):
        return ApiInstance(value.path)
    if isinstance(value, (UserClass, Foreign)):
        return UserInstance(value)
    return value


def with_elem(value: Value | None, elem: Value | None) -> Value | None:
    """The manager or QuerySet, now about `elem`."""
    if isinstance(value, ApiInstance):
        return ApiInstance(value.cls, elem)
    if isinstance(value, UserInstance):
        return UserInstance(value.cls, elem)
    return value


def through_descriptor(r: Resolver, value: Value, found: UserMember, bound: Value) -> Value | None:
    """What reading an attribute of the class body gives: a field's value, a manager about its
    model.
    """
    order = classes.mro(r, bound)
    if BASE_MANAGER in order:
        return with_elem(bound, as_instance(value))
    if FIELD not in order or not isinstance(value, UserInstance):
        return bound
    related = related_model(r, found)
    if any(path in order for path in _TO_ONE):
        return as_instance(related) if related is not None else ApiInstance(MODEL)
    if _TO_MANY in order:
        return ApiInstance(
            relations.RELATED_MANAGER, as_instance(related) if related is not None else None
        )
    if _FILE in order:
        return ApiInstance("django.db.models.fields.files.FieldFile")
    return Builtin("field")


def related_model(r: Resolver, found: UserMember) -> Value | None:
    """The model that a relation field names first: a class, `"app.Model"`, `"self"` or the user
    model.
    """
    call = found.binding.value
    if not isinstance(call, ast.Call):
        return None
    target = (
        call.args[0] if call.args else next((k.value for k in call.keywords if k.arg == "to"), None)
    )
    name = text(target)
    owner = found.owner
    if name is not None:
        return named_model(r, name, owner)
    if isinstance(target, ast.Attribute) and target.attr == "AUTH_USER_MODEL":
        return Api(USER)
    scope = child_scope(owner.scope, owner.node, owner.block)
    value = r.evaluate(target, scope, found.block)
    return value if isinstance(value, (Api, UserClass, Foreign)) else None


def named_model(r: Resolver, name: str, owner: UserClass) -> Value | None:
    """`"self"`, `"Book"` in the owner's file, `"auth.User"` and the like."""
    if name == "self":
        return owner
    app, _, model = name.rpartition(".")
    if not app:
        value = r.in_module(owner.scope.module, model)
        return value if isinstance(value, (Api, UserClass, Foreign)) else None
    for module in (f"django.contrib.{app}.models", f"{app}.models"):
        target = api.submodule_or_name(module, model) if api.is_module(module) else None
        if target is not None:
            return Api(target)
        found = owner.scope.module.workspace.find_module(module, owner.scope.module.path)
        if found is not None:
            value = r.in_module(found, model)
            return value if isinstance(value, (Api, UserClass, Foreign)) else None
    return None


def reverse_relation(r: Resolver, value: Value, name: str) -> Value | None:
    """`author.books`, `author.book_set`: by the fields that point back at some model."""
    if not isinstance(value, (UserInstance, ApiInstance)) or not _is_model_class(r, value):
        return None
    module = r.origin
    return relations.reverse(r, module, name) if module is not None else None


def subject_of(r: Resolver, cls: UserClass | Foreign) -> Value | None:
    """The model that a generic view, model form, serializer or admin class is about, as an
    instance.
    """
    for ancestor in classes.mro(r, cls):
        if not isinstance(ancestor, UserClass):
            continue
        scope = child_scope(ancestor.scope, ancestor.node, ancestor.block)
        for name in ("model", "queryset"):
            bound = scope.find(name)
            if bound and bound[-1][1].value is not None:
                value = r.evaluate(bound[-1][1].value, scope, bound[-1][0])
                if isinstance(value, (Api, UserClass, Foreign)):
                    return as_instance(value)
                if isinstance(value, (ApiInstance, UserInstance)) and value.elem is not None:
                    return value.elem
        meta = scope.find("Meta")
        if meta and isinstance(meta[-1][1].node, ast.ClassDef):
            inner = child_scope(scope, meta[-1][1].node, meta[-1][0])
            bound = inner.find("model")
            if bound and bound[-1][1].value is not None:
                value = r.evaluate(bound[-1][1].value, inner, bound[-1][0])
                return as_instance(value) if isinstance(value, (Api, UserClass, Foreign)) else None
    return None
