"""`class Meta`: which options it takes is decided by the class it stands in."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from cheatsheet_ls.facts import names as facts
from cheatsheet_ls.language.python import classes
from cheatsheet_ls.language.python.scopes import Scope
from cheatsheet_ls.language.python.values import UserClass

if TYPE_CHECKING:
    from cheatsheet_ls.language.python.resolver import Resolver

OWNERS = (
    ("model", "django.db.models.base.Model"),
    ("serializer", "rest_framework.serializers.BaseSerializer"),
    ("form", "django.forms.models.BaseModelForm"),
    ("filterset", "django_filters.filterset.BaseFilterSet"),
)
_WITH_MEDIA = (
    "django.forms.forms.BaseForm",
    "django.forms.widgets.Widget",
    "django.contrib.admin.options.BaseModelAdmin",
)
_ASSETS = ("css", "js", "extend")


def kind_of(r: Resolver, cls: UserClass) -> str | None:
    """model, form, serializer or filterset for a class `Meta` inside such a class; "" for another
    Meta.
    """
    if cls.node.name != "Meta":
        return None
    outer = _outer(cls.scope)
    if outer is None:
        return ""
    ancestors = classes.mro(r, outer)
    return next((kind for kind, base in OWNERS if base in ancestors), "")


def option(r: Resolver, cls: UserClass, name: str) -> str | None:
    """`meta:model.ordering`; "" for what is no option of this Meta, None outside of a Meta."""
    if cls.node.name == "Media":
        return _media_option(r, cls, name)
    kind = kind_of(r, cls)
    if kind is None:
        return None
    return f"meta:{kind}.{name}" if kind and facts.meta_option(kind, name) else ""


def _media_option(r: Resolver, cls: UserClass, name: str) -> str | None:
    """`class Media` lists the assets of a form, a widget or an admin class."""
    outer = _outer(cls.scope)
    if outer is None or not any(base in classes.mro(r, outer) for base in _WITH_MEDIA):
        return None
    return f"kwarg:django.forms.Media.{name}" if name in _ASSETS else ""


def _outer(scope: Scope) -> UserClass | None:
    if scope.kind == "class" and isinstance(scope.node, ast.ClassDef) and scope.parent is not None:
        return UserClass(scope.node, scope.parent, scope.block)
    return None
