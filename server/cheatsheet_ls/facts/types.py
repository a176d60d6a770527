"""The small frozen objects in which facts about the Python API are told.

A type expression is a string: `""` (unknown), a class (`django.http.request.HttpRequest`,
`builtins.str`), `X[Y]` with its argument (`django.db.models.query.QuerySet[Elem]`), `type[X]` for
the class itself, `iter[X]` for anything that yields X, `tuple[A,B]` (parts may be empty), `A|B` for
either. `Self` is the receiver's own type; `Elem` is the element of the receiver, the model of a
queryset, manager or generic view, and in a function that of its first argument.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from cheatsheet_ls.model import Versions

MemberKind = Literal[
    "method", "classmethod", "staticmethod", "property", "attribute", "instance", "field"
]
Kind = Literal["class", "function", "module", "value", "member"]

NEVER_CHANGED = Versions()
DISTRIBUTIONS = {
    "django": "django",
    "rest_framework": "djangorestframework",
    "channels": "channels",
    "channels_redis": "channels_redis",
    "daphne": "daphne",
    "allauth": "django-allauth",
    "debug_toolbar": "django-debug-toolbar",
    "unittest": "python",
}


@dataclass(frozen=True, slots=True)
class Param:
    """`keyword`: it can be given by name. `kind` is "", "*" or "**" as written before the name."""

    name: str
    required: bool = False
    keyword: bool = True
    keyword_only: bool = False
    kind: str = ""
    type: str = ""
    versions: Versions = NEVER_CHANGED


@dataclass(frozen=True, slots=True)
class Callable_:
    """A function or method, without its receiver. `returns` is a type expression."""

    path: str
    params: tuple[Param, ...] = ()
    returns: str = ""
    is_async: bool = False
    versions: Versions = NEVER_CHANGED

    @property
    def has_kwargs(self) -> bool:
        return bool(self.params) and self.params[-1].kind == "**"

    @property
    def has_args(self) -> bool:
        return any(param.kind == "*" for param in self.params)


@dataclass(frozen=True, slots=True)
class Member:
    """What a class body, a method (`self.x = …`) or a model's field puts on a class.

    `type` is that of the attribute, or what the method returns; `field` the class of a model field.
    """

    name: str
    kind: MemberKind
    type: str = ""
    params: tuple[Param, ...] = ()
    versions: Versions = NEVER_CHANGED
    is_async: bool = False
    field: str = ""

    @property
    def is_method(self) -> bool:
        return self.kind in ("method", "classmethod", "staticmethod")

    @property
    def param_types(self) -> Mapping[str, str]:
        return {param.name: param.type for param in self.params if param.type}


@dataclass(frozen=True, slots=True)
class ClassFacts:
    """A class by its own body. `init` is its own constructor's parameters; None: it has none."""

    path: str
    bases: tuple[str, ...] = ()
    members: Mapping[str, Member] = field(default_factory=dict)
    init: tuple[Param, ...] | None = None
    passes_kwargs: bool = True
    package: str = "django"
    versions: Versions = NEVER_CHANGED
    generic: str = ""
