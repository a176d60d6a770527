"""Which keywords a call takes, and who declares them; by canonical path of the callable."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from cheatsheet_ls.facts import load
from cheatsheet_ls.facts.classes import class_, find_member, function, mro, value_type
from cheatsheet_ls.facts.types import Param

MODEL = "django.db.models.base.Model"
Declared = Mapping[str, tuple[str, Param]]


@lru_cache(maxsize=2048)
def of_object(path: str) -> Declared:
    """Keywords of a class's constructor, a function or a callable instance."""
    if class_(path):
        return _constructor(path)
    if value_type(path):
        return of_method(value_type(path), "__call__")
    found = function(path)
    return _named(path, found.params) if found else {}


@lru_cache(maxsize=2048)
def of_method(receiver: str, name: str) -> Declared:
    """Keywords of a method as called on a class; `as_view` takes the attributes of the view."""
    return _class_attributes(receiver) if name == "as_view" else _method_keywords(receiver, name)


def is_method(receiver: str, name: str) -> bool:
    return class_(receiver) is not None and load.record(f"{receiver}.{name}") is None


def _constructor(path: str) -> Declared:
    """Own keywords and those of the bases, as long as `**kwargs` is handed up."""
    found: dict[str, tuple[str, Param]] = {}
    ancestors = mro(path)
    for ancestor in ancestors:
        facts = class_(ancestor)
        if facts is None:
            continue
        if facts.init is not None:
            found = {**_named(ancestor, facts.init), **found}
            if not facts.passes_kwargs and ancestor != MODEL:
                break
        if MODEL in ancestors:
            for name, member in facts.members.items():
                if member.kind == "field":
                    found.setdefault(name, (ancestor, Param(name)))
    return found


def _method_keywords(path: str, name: str) -> Declared:
    """A method's keywords; one with `**kwargs` takes those of the method it overrides, too."""
    found: dict[str, tuple[str, Param]] = {}
    for ancestor in mro(path):
        facts = class_(ancestor)
        if facts is None or name not in facts.members:
            continue
        defined = find_member(ancestor, name)
        if defined is None:
            break
        owner, member = defined
        found = {**_named(f"{owner}.{name}", member.params), **found}
        if not any(param.kind == "**" for param in member.params):
            break
    return found


def _class_attributes(path: str) -> Declared:
    """What `as_view()` takes: the attributes of the view's classes."""
    found: dict[str, tuple[str, Param]] = {}
    for ancestor in mro(path):
        facts = class_(ancestor)
        for name, member in facts.members.items() if facts else ():
            if member.kind in ("attribute", "property"):
                found.setdefault(name, (ancestor, Param(name, type=member.type)))
    return found


def _named(owner: str, params: tuple[Param, ...]) -> dict[str, tuple[str, Param]]:
    return {param.name: (owner, param) for param in params if param.keyword}
