"""What an expression can stand for, as far as the sheet cares.

Everything else (numbers, foreign classes, what cannot be known) is None: unsure means silent.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from cheatsheet_ls.facts.types import Member
    from cheatsheet_ls.language.python.module import Module
    from cheatsheet_ls.language.python.scopes import Scope


@dataclass(frozen=True, slots=True)
class Api:
    """A class, function, module or value of Django or a companion, by its canonical path."""

    path: str


@dataclass(frozen=True, slots=True)
class ApiInstance:
    """An instance of an API class; `elem` is what a QuerySet, manager or view is about."""

    cls: str
    elem: Value | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """A member of an API class looked up on `receiver`."""

    owner: str
    member: Member
    receiver: Value


@dataclass(frozen=True, slots=True)
class UserModule:
    module: Module


@dataclass(frozen=True, slots=True)
class UserClass:
    """A class of the user's code; two are equal when they are the same statement."""

    node: ast.ClassDef
    scope: Scope = field(compare=False)
    block: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Foreign:
    """A class of another package: the API classes below it, the API members it overrides."""

    path: str
    bases: tuple[str, ...] = field(compare=False)
    own: frozenset[str] = field(compare=False)


@dataclass(frozen=True, slots=True)
class UserInstance:
    """An instance of a class that is not the API's."""

    cls: UserClass | Foreign
    elem: Value | None = None


@dataclass(frozen=True, slots=True)
class UserFunction:
    """A function of the user's code; `receiver` is what it was looked up on."""

    node: ast.FunctionDef | ast.AsyncFunctionDef
    scope: Scope = field(compare=False)
    block: int = field(compare=False)
    receiver: Value | None = None


@dataclass(frozen=True, slots=True)
class Super:
    """`super()` in a class of the user's code: its members without its own."""

    cls: UserClass
    instance: bool = True


@dataclass(frozen=True, slots=True)
class Made:
    """A class made by a call: `Manager.from_queryset(BookQuerySet)`."""

    bases: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Many:
    """A list, tuple or other iterable of one kind of thing."""

    elem: Value | None


@dataclass(frozen=True, slots=True)
class Several:
    """A tuple whose parts are known one by one."""

    parts: tuple[Value | None, ...]


@dataclass(frozen=True, slots=True)
class Builtin:
    """An instance of a builtin type: known, and no API."""

    name: str


Value: TypeAlias = (
    "Api | ApiInstance | Method | UserModule | UserClass | Foreign | UserInstance | UserFunction"
    " | Super | Made | Many | Several | Builtin"
)
